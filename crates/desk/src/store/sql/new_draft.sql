INSERT INTO draft (draft_id, officer_id, form, title, has_description, started_at, saved_at)
VALUES (?, ?, ?, ?, ?, ?, ?)
