-- Class LOCAL: belongs to this PC, is not synced and not mirrored. Additive changes only.
CREATE TABLE IF NOT EXISTS meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS draft (
  draft_id        BLOB PRIMARY KEY,
  officer_id      BLOB NOT NULL,
  form            TEXT NOT NULL,                        -- JSON of the form, as typed
  title           TEXT NOT NULL,
  has_description INTEGER NOT NULL,
  started_at      TEXT NOT NULL,
  saved_at        TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS draft_attachment (
  attachment_id BLOB PRIMARY KEY,
  draft_id      BLOB NOT NULL,
  name          TEXT NOT NULL,
  size          INTEGER NOT NULL,
  mime          TEXT NOT NULL,
  digest        BLOB NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS pin (
  officer_id BLOB PRIMARY KEY,
  verifier   TEXT NOT NULL,                             -- argon2id, PHC string
  wrong      INTEGER NOT NULL DEFAULT 0,
  wait_until TEXT                                       -- RFC 3339
) STRICT;

CREATE TABLE IF NOT EXISTS preference (
  officer_id BLOB NOT NULL,
  key        TEXT NOT NULL,
  value      TEXT NOT NULL,
  PRIMARY KEY (officer_id, key)
) STRICT;

-- What the officer said of a similar complaint while the draft is open: 'link' is written when it is registered,
-- 'other' (not the same) hides it for this draft.
CREATE TABLE IF NOT EXISTS draft_similar (
  draft_id     BLOB NOT NULL,
  complaint_id BLOB NOT NULL,
  choice       TEXT NOT NULL CHECK (choice IN ('link', 'other')),
  PRIMARY KEY (draft_id, complaint_id)
) STRICT;
