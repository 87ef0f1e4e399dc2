-- Grain     one row per master account and instant at which more than $line consents entered its ledger at once
-- Strength  the consents with that one time
-- Known     at once
SELECT
    t.master,
    CASE WHEN MIN(c.account) = MAX(c.account) THEN MIN(c.account) ELSE t.master END AS account,
    NULL AS subject,
    MIN(c.at_ms) AS since_ms,
    MIN(c.at_ms) + 1 AS until_ms,
    MIN(c.at_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM consents AS c
INNER JOIN tree AS t ON t.account = c.account AND c.at_ms >= t.since_ms AND c.at_ms < t.until_ms
WHERE c.is_opt_in = 1 AND c.at_ms >= $since_ms AND c.at_ms < $until_ms
GROUP BY t.master, c.at_ms
HAVING COUNT(*) > $line
ORDER BY t.master, subject, since_ms
