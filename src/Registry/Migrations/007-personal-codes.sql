CREATE TABLE registry_personal_code (
  collective_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  salt BYTES NOT NULL,
  hash BYTES NOT NULL,
  tries BIGINT NOT NULL,
  locked_until BIGINT NOT NULL,
  PRIMARY KEY (collective_id, person_id)
);
