SELECT i.import_id, i.made_at, i.actor, i.rows, i.file_name, i.undone_at,
  (SELECT count(*) FROM imported AS c WHERE c.import_id = i.import_id) AS "complaints!: i64"
FROM import AS i
ORDER BY i.made_at DESC, i.rowid DESC
