SELECT e.body
FROM entry_index AS i
JOIN entry AS e ON e.hash = i.entry_hash
WHERE i.kind IN ('complaint.registered', 'attachment.added')
