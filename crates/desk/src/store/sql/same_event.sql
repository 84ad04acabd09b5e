SELECT r.complaint_no
FROM reporter AS r
JOIN complaint AS c ON c.complaint_no = r.complaint_no
WHERE r.event_date = ? AND r.event_date <> '' AND c.service_id = ?
ORDER BY r.complaint_no DESC
LIMIT ?
