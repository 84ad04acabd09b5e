SELECT complaint_id
FROM complaint
WHERE (number = ?1 AND ?1 <> '') OR (old_number = ?1 AND old_number <> '') OR complaint_id = ?3 OR (
  ?2 <> '' AND complaint_no IN (SELECT complaint_no FROM reporter WHERE tracking = ?2)
)
ORDER BY number = ?1 DESC, old_number = ?1 DESC, complaint_no
LIMIT 1
