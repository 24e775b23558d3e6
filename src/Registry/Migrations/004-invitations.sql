-- Printed codes. The locator (first quarter of the code) finds the row so that wrong tries are counted against it;
-- both parts are stored only as keyed hashes.
CREATE TABLE registry_invitation (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  collective_id TEXT,
  person_id TEXT,
  account_id TEXT REFERENCES registry_account (id) ON DELETE CASCADE,
  locator_hash BYTES NOT NULL,
  code_hash BYTES NOT NULL,
  tries BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  spent_at BIGINT,
  FOREIGN KEY (collective_id, person_id) REFERENCES registry_person (collective_id, person_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX registry_invitation_open_locator ON registry_invitation (locator_hash) WHERE spent_at IS NULL;
CREATE INDEX registry_invitation_by_locator ON registry_invitation (locator_hash);
CREATE INDEX registry_invitation_by_person ON registry_invitation (collective_id, person_id);
CREATE INDEX registry_invitation_by_account ON registry_invitation (account_id);
