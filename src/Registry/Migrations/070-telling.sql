-- What each person has read, and whether and how often they want to be told outside the program. Where to is sealed.
CREATE TABLE registry_telling (
  collective_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  read_to BIGINT NOT NULL,
  told_to BIGINT NOT NULL,
  means TEXT NOT NULL,
  rhythm TEXT NOT NULL,
  next_at BIGINT,
  tries BIGINT NOT NULL,
  PRIMARY KEY (collective_id, person_id),
  FOREIGN KEY (collective_id, person_id) REFERENCES registry_person (collective_id, person_id) ON DELETE CASCADE
);
CREATE INDEX registry_telling_due ON registry_telling (next_at) WHERE next_at IS NOT NULL;

-- The devices that asked to be told: the address a push service gave them, and their keys, sealed together.
CREATE TABLE registry_push (
  id TEXT PRIMARY KEY,
  collective_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  subscription BYTES NOT NULL,
  created_at BIGINT NOT NULL,
  FOREIGN KEY (collective_id, person_id) REFERENCES registry_person (collective_id, person_id) ON DELETE CASCADE
);
CREATE INDEX registry_push_by_person ON registry_push (collective_id, person_id);
