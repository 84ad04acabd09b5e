DELETE FROM text_open
WHERE rowid IN (
  SELECT c.complaint_no
  FROM imported AS i
  JOIN complaint AS c ON c.complaint_id = i.complaint_id
  WHERE i.import_id = ? AND i.untouched = 1
)
