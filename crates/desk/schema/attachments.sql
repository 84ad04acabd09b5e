-- A file of its own beside the register: pieces of attachments. A piece is durable before the entry that names it.
CREATE TABLE IF NOT EXISTS chunk (
  attachment_id BLOB NOT NULL,
  n             INTEGER NOT NULL,
  bytes         BLOB NOT NULL,
  stored_at     INTEGER NOT NULL,                       -- seconds; orphans are collected after 7 days
  PRIMARY KEY (attachment_id, n)
) STRICT;

-- Derived: pictures to look at, made small from a photo. May be emptied at any time; they are made anew.
CREATE TABLE IF NOT EXISTS picture (
  attachment_id BLOB PRIMARY KEY,
  width         INTEGER NOT NULL,
  height        INTEGER NOT NULL,
  jpeg          BLOB NOT NULL
) STRICT;
