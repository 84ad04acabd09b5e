INSERT OR REPLACE INTO complaint (
  complaint_no, complaint_id, number, counter, period, seq, numbered_on, tracking, channel, received_at, received_utc,
  received_on, service_id, service, state, subject, identity_mode, person, restricted, registered_by, accused, answer_due,
  work_day, answered_on, due_sort, two_versions, closed_to_typist, supervisory, taken_over,
  old_number, imported, day_only
)
