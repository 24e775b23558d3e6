-- Words typed by people. The ciphertext holds salt and words; its key lies apart and is destroyed by erasing.
CREATE TABLE registry_text (
  collective_id TEXT NOT NULL,
  id TEXT NOT NULL,
  language TEXT NOT NULL,
  retention TEXT NOT NULL,
  ciphertext BYTES NOT NULL,
  stored_at BIGINT NOT NULL,
  entered BIGINT NOT NULL,
  erased_at BIGINT,
  PRIMARY KEY (collective_id, id)
);
CREATE INDEX registry_text_not_entered ON registry_text (collective_id, stored_at) WHERE entered = 0;

CREATE TABLE registry_text_key (
  collective_id TEXT NOT NULL,
  id TEXT NOT NULL,
  wrapped_key BYTES NOT NULL,
  PRIMARY KEY (collective_id, id),
  FOREIGN KEY (collective_id, id) REFERENCES registry_text (collective_id, id) ON DELETE CASCADE
);
