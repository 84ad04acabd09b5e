DELETE FROM reporter
WHERE complaint_id IN (SELECT complaint_id FROM imported WHERE import_id = ? AND untouched = 1)
