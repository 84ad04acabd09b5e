-- Class PROJECTION: a fold of the log. Dropped and rebuilt when PROJECTION_VERSION changes, or by `loket rebuild`.
CREATE TABLE entry_index (
  entry_hash BLOB PRIMARY KEY,
  subject    BLOB NOT NULL,
  kind       TEXT NOT NULL,
  request    BLOB NOT NULL,
  actor      BLOB NOT NULL,
  at         TEXT NOT NULL
) STRICT;
CREATE INDEX entry_index_by_subject ON entry_index (subject);
CREATE INDEX entry_index_by_request ON entry_index (request);
CREATE INDEX entry_index_by_kind ON entry_index (kind);

-- Entries that no other entry of their subject names: the `base` of the next one.
CREATE TABLE subject_head (
  subject BLOB NOT NULL,
  hash    BLOB NOT NULL,
  PRIMARY KEY (subject, hash)
) STRICT;

CREATE TABLE unit (
  unit_id BLOB PRIMARY KEY,
  facts   TEXT NOT NULL,
  matter  TEXT NOT NULL
) STRICT;

CREATE TABLE officer (
  officer_id BLOB PRIMARY KEY,
  name       TEXT NOT NULL,
  post       TEXT NOT NULL,
  nip        TEXT NOT NULL,
  roles      TEXT NOT NULL,                             -- JSON array of codes
  active     INTEGER NOT NULL
) STRICT;

CREATE TABLE service (
  service_id BLOB PRIMARY KEY,
  name       TEXT NOT NULL,
  active     INTEGER NOT NULL,
  rank       INTEGER NOT NULL
) STRICT;

CREATE TABLE holiday (
  holiday_id BLOB PRIMARY KEY,
  date       TEXT NOT NULL,
  name       TEXT NOT NULL
) STRICT;

CREATE TABLE numbering (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  facts  TEXT NOT NULL,
  frozen INTEGER NOT NULL
) STRICT;

-- Last number used or presumed used, by counter and period.
CREATE TABLE series (
  counter TEXT NOT NULL,
  period  TEXT NOT NULL,
  last    INTEGER NOT NULL,
  PRIMARY KEY (counter, period)
) STRICT;

-- Numbers without a record and why, in the order in which they were told: the last span that holds a number decides.
CREATE TABLE number_span (
  span_no INTEGER PRIMARY KEY,
  counter TEXT NOT NULL,
  period  TEXT NOT NULL,
  first   INTEGER NOT NULL,
  last    INTEGER NOT NULL,
  date    TEXT,                                         -- in the numbers, if they were reserved
  numbers TEXT NOT NULL,                                -- JSON array: as printed, if they were reserved
  state   TEXT NOT NULL,
  reason  TEXT NOT NULL
) STRICT;

CREATE TABLE complaint (
  complaint_no    INTEGER PRIMARY KEY,                  -- row of the full-text tables; not shown
  complaint_id    BLOB NOT NULL UNIQUE,
  number          TEXT NOT NULL,
  counter         TEXT NOT NULL,
  period          TEXT NOT NULL,
  seq             INTEGER NOT NULL,
  numbered_on     TEXT NOT NULL,
  tracking        TEXT NOT NULL,
  channel         TEXT NOT NULL,
  received_at     TEXT NOT NULL,                        -- RFC 3339, as in the entry
  received_utc    INTEGER NOT NULL,                     -- seconds, to sort
  received_on     TEXT NOT NULL,                        -- local day
  service_id      BLOB,
  service         TEXT NOT NULL,
  state           TEXT NOT NULL,
  subject         TEXT NOT NULL,
  identity_mode   TEXT NOT NULL,
  person          TEXT NOT NULL,                        -- short name for lists; empty when not open
  restricted      INTEGER NOT NULL,
  registered_by   BLOB NOT NULL,
  accused         BLOB,                                 -- officer complained of: closed words are not found by that one
  answer_due      TEXT NOT NULL,                        -- legal date
  work_day        TEXT NOT NULL,                        -- last open day on or before it; empty unless the clock runs
  answered_on     TEXT,                                 -- NULL while the 14 days run
  due_sort        TEXT NOT NULL,                        -- work_day while the clock runs, else after all days
  two_versions    INTEGER NOT NULL,
  closed_to_typist INTEGER NOT NULL,                    -- holds closed words that another officer wrote
  supervisory     INTEGER NOT NULL,                     -- of the class berkadar pengawasan
  taken_over      INTEGER NOT NULL,                     -- a manager has acted on what somebody else registered
  old_number      TEXT NOT NULL,                        -- number in the old register, as text; empty unless imported
  imported        INTEGER NOT NULL,
  day_only        INTEGER NOT NULL                      -- the old register knew no time of receipt
) STRICT;
-- The few of which somebody may be kept out, with all that decides it.
CREATE INDEX complaint_delicate ON complaint (complaint_no, restricted, supervisory, accused, registered_by, taken_over)
  WHERE restricted = 1 OR supervisory = 1 OR accused IS NOT NULL;
CREATE INDEX complaint_by_number ON complaint (number);
CREATE INDEX complaint_by_tracking ON complaint (tracking);
CREATE INDEX complaint_by_old_number ON complaint (old_number) WHERE old_number <> '';
CREATE INDEX complaint_by_received ON complaint (received_utc, complaint_no);
-- First page of a filter, newest first, without looking at others.
CREATE INDEX complaint_by_channel ON complaint (channel, received_utc, complaint_no);
CREATE INDEX complaint_by_state ON complaint (state, received_utc, complaint_no);
CREATE INDEX complaint_by_service ON complaint (service_id, received_utc, complaint_no);
CREATE INDEX complaint_by_officer ON complaint (registered_by, received_utc, complaint_no);
CREATE INDEX complaint_by_due ON complaint (due_sort, complaint_no);
CREATE INDEX complaint_by_series ON complaint (counter, period, seq);
CREATE INDEX complaint_by_numbered_on ON complaint (counter, numbered_on);

-- Old registers that were imported.
CREATE TABLE import (
  import_id BLOB PRIMARY KEY,
  made_at   TEXT NOT NULL,
  actor     BLOB NOT NULL,
  rows      INTEGER NOT NULL,
  file      BLOB NOT NULL,                              -- digest of the file
  file_name TEXT NOT NULL,
  map       TEXT NOT NULL,                              -- JSON of the mapping
  undone_at TEXT                                        -- NULL while it stands
) STRICT;

-- What imported complaints are known by, so that none is imported twice.
CREATE TABLE imported (
  complaint_id BLOB PRIMARY KEY,
  import_id    BLOB NOT NULL,
  source_key   BLOB,
  content_key  BLOB NOT NULL,
  untouched    INTEGER NOT NULL                         -- no entry but the one that imported it
) STRICT;
CREATE INDEX imported_by_import ON imported (import_id);
CREATE INDEX imported_by_source ON imported (source_key) WHERE source_key IS NOT NULL;
CREATE INDEX imported_by_content ON imported (content_key);

-- Who tells of a complaint: the first reporter under the id of the complaint, further ones under their own. Normalised
-- for comparing; `name`, `phone` and `nik` are empty unless the identity is open, so that no hint can come from them.
CREATE TABLE reporter (
  reporter_id  BLOB PRIMARY KEY,
  complaint_no INTEGER NOT NULL,
  complaint_id BLOB NOT NULL,
  tracking     TEXT NOT NULL,
  received_utc INTEGER NOT NULL,
  name         TEXT NOT NULL,
  phone        TEXT NOT NULL,
  nik          TEXT NOT NULL,
  description  TEXT NOT NULL,
  event_place  TEXT NOT NULL,
  event_date   TEXT NOT NULL                            -- empty when unknown
) STRICT;
CREATE INDEX reporter_by_complaint ON reporter (complaint_no);
CREATE INDEX reporter_by_complaint_id ON reporter (complaint_id);
CREATE INDEX reporter_by_tracking ON reporter (tracking);
CREATE INDEX reporter_by_name ON reporter (name, complaint_no) WHERE name <> '';
CREATE INDEX reporter_by_phone ON reporter (phone, complaint_no) WHERE phone <> '';
CREATE INDEX reporter_by_nik ON reporter (nik, complaint_no) WHERE nik <> '';
CREATE INDEX reporter_by_event ON reporter (event_date, complaint_no) WHERE event_date <> '';

-- Links between complaints; a pair stands once, on the side whose entry made it.
CREATE TABLE link (
  complaint_id BLOB NOT NULL,
  other_id     BLOB NOT NULL,
  PRIMARY KEY (complaint_id, other_id)
) STRICT;
CREATE INDEX link_by_other ON link (other_id);

-- Words that every officer may find, and words only for those with the right (identity kept confidential, restricted
-- content). `stems` holds Indonesian stems of `words`.
CREATE VIRTUAL TABLE text_open USING fts5 (words, stems, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
CREATE VIRTUAL TABLE text_closed USING fts5 (words, stems, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
-- A save never pays for a merge: `Desk::tidy` merges when nobody waits, as soon as two segments are of one size.
INSERT INTO text_open (text_open, rank) VALUES ('automerge', 0), ('usermerge', 2);
INSERT INTO text_closed (text_closed, rank) VALUES ('automerge', 0), ('usermerge', 2);
