SELECT c.complaint_id
FROM complaint AS c
WHERE c.complaint_id IN (SELECT other_id FROM link WHERE complaint_id = ?1)
   OR c.complaint_id IN (SELECT complaint_id FROM link WHERE other_id = ?1)
ORDER BY c.complaint_no
