INSERT INTO draft (draft_id, officer_id, form, title, has_description, started_at, saved_at)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (draft_id) DO UPDATE SET
  form = excluded.form,
  title = excluded.title,
  has_description = excluded.has_description,
  saved_at = excluded.saved_at
