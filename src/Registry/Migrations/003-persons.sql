-- Each book's list of names has a version, so that readers fetch only what changed.
CREATE TABLE registry_name_list (
  collective_id TEXT PRIMARY KEY,
  version BIGINT NOT NULL
);

-- Who an id of a book is. Name, document and contacts are sealed with the registry's key; all are empty once erased.
CREATE TABLE registry_person (
  collective_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  account_id TEXT REFERENCES registry_account (id) ON DELETE SET NULL,
  name BYTES,
  document BYTES,
  phone BYTES,
  email BYTES,
  language TEXT NOT NULL,
  version BIGINT NOT NULL,
  erased_at BIGINT,
  PRIMARY KEY (collective_id, person_id)
);
CREATE UNIQUE INDEX registry_person_one_per_account ON registry_person (collective_id, account_id) WHERE account_id IS NOT NULL;
CREATE INDEX registry_person_by_account ON registry_person (account_id);
CREATE INDEX registry_person_by_version ON registry_person (collective_id, version);

-- What opens the commitment that an admission sealed in the book: salt, name and document, sealed together.
CREATE TABLE registry_identity_seal (
  collective_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  commitment TEXT NOT NULL,
  opening BYTES NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (collective_id, person_id, commitment),
  FOREIGN KEY (collective_id, person_id) REFERENCES registry_person (collective_id, person_id) ON DELETE CASCADE
);
