SELECT e.entry_no
FROM entry_index AS i
JOIN entry AS e ON e.hash = i.entry_hash
WHERE i.subject = ?
ORDER BY e.entry_no
LIMIT 1
