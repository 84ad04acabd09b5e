SELECT
  r.complaint_no, r.complaint_id AS "complaint_id: Uuid", r.received_utc, r.name, r.phone, r.nik, r.description,
  r.event_place, r.event_date, c.service_id AS "service_id: Uuid"
FROM json_each(?) AS wanted
JOIN reporter AS r ON r.complaint_no = wanted.value
JOIN complaint AS c ON c.complaint_no = r.complaint_no
WHERE c.state <> 'voided'
