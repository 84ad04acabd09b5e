SELECT i.at
FROM entry AS e
JOIN entry_index AS i ON i.entry_hash = e.hash
WHERE e.log = ?
ORDER BY e.seq DESC
LIMIT 1
