-- Facts about the registry itself, such as the check value of its master key.
CREATE TABLE registry_setting (
  name TEXT PRIMARY KEY,
  value BYTES NOT NULL
);
