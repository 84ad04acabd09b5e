INSERT OR REPLACE INTO reporter (
  reporter_id, complaint_no, complaint_id, tracking, received_utc, name, phone, nik, description, event_place, event_date
)
