UPDATE draft SET form = ?, title = ?, has_description = ?, saved_at = ?
WHERE draft_id = ? AND officer_id = ?
