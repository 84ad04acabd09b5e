SELECT complaint_id
FROM complaint
WHERE (number = ?1 AND ?1 <> '') OR (old_number = ?1 AND ?1 <> '') OR (tracking = ?2 AND ?2 <> '') OR complaint_id = ?3
ORDER BY number = ?1 DESC, old_number = ?1 DESC, complaint_no
LIMIT 1
