-- Secret addresses of calendar feeds: one for each person and collective, kept as a keyed hash only.
CREATE TABLE registry_calendar_feed (
  collective_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  secret_hash TEXT NOT NULL UNIQUE,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (collective_id, person_id)
);
