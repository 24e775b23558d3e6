-- Accounts: how somebody proves to be the same somebody as before. They carry no power.
-- Instants are milliseconds since 1970 UTC, truths are 0 or 1, ids are lower-case GUIDs: the same in both databases.
CREATE TABLE registry_account (
  id TEXT PRIMARY KEY,
  login_name TEXT NOT NULL,
  normalized_name TEXT NOT NULL,
  password_hash TEXT,
  security_stamp TEXT NOT NULL,
  concurrency_stamp TEXT NOT NULL,
  language TEXT NOT NULL,
  lockout_enabled BIGINT NOT NULL,
  lockout_end BIGINT,
  access_failed_count BIGINT NOT NULL,
  own_phone_vote_from BIGINT,
  created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX registry_account_by_name ON registry_account (normalized_name);

CREATE TABLE registry_passkey (
  credential_id BYTES PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES registry_account (id) ON DELETE CASCADE,
  public_key BYTES NOT NULL,
  name TEXT,
  created_at BIGINT NOT NULL,
  sign_count BIGINT NOT NULL,
  transports TEXT NOT NULL,
  is_user_verified BIGINT NOT NULL,
  is_backup_eligible BIGINT NOT NULL,
  is_backed_up BIGINT NOT NULL,
  attestation_object BYTES NOT NULL,
  client_data_json BYTES NOT NULL
);
CREATE INDEX registry_passkey_by_account ON registry_passkey (account_id);
