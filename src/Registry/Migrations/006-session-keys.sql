-- The keys with which sessions and forms are protected; sealed, and shared by every process of the node.
CREATE TABLE registry_session_key (
  id TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  created_at BIGINT NOT NULL
);
