-- Grain  one row per master account and person its ledger says agreed: when first, and when first in writing (unknown counts as such)
SELECT
    t.master,
    c.recipient AS person,
    MIN(c.at_ms) AS agreed_ms,
    MIN(CASE WHEN COALESCE(c.is_written, 1) = 1 THEN c.at_ms END) AS written_ms,
    MAX(c.at_ms) AS last_ms
FROM consents AS c
INNER JOIN tree AS t ON t.account = c.account AND c.at_ms >= t.since_ms AND c.at_ms < t.until_ms
WHERE c.is_opt_in = 1 AND c.recipient IS NOT NULL AND c.at_ms < $until_ms
GROUP BY t.master, c.recipient
