-- Class LOG: the truth. Frozen: these tables are never migrated. Everything else can be rebuilt from them.
CREATE TABLE entry (
  entry_no  INTEGER PRIMARY KEY,                        -- order of arrival on this PC; decides nothing
  hash      BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  log       BLOB NOT NULL CHECK (length(log) = 32),
  seq       INTEGER NOT NULL CHECK (seq > 0),
  prev      BLOB CHECK (length(prev) = 32),             -- NULL for the first entry of a log
  body      BLOB NOT NULL,                              -- exact bytes, hashed and signed
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;
-- Not unique: a fork keeps both branches and is shown.
CREATE INDEX entry_by_log ON entry (log, seq);

CREATE TABLE entry_part (
  entry_hash BLOB NOT NULL REFERENCES entry (hash),
  name       TEXT NOT NULL CHECK (name IN ('identity', 'matter')),
  salt       BLOB NOT NULL CHECK (length(salt) = 16),
  bytes      BLOB NOT NULL,
  PRIMARY KEY (entry_hash, name)
) STRICT;
