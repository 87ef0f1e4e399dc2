-- Grain     one row per master account, closed account and UTC day on which a strong link between the two was first seen
-- Strength  of the strongest link
-- Known     when the link was seen
SELECT
    t.master,
    CASE WHEN MIN(l.account) = MAX(l.account) THEN MIN(l.account) ELSE t.master END AS account,
    o.id AS subject,
    MIN(l.at_ms) AS since_ms,
    MIN(l.at_ms) + 1 AS until_ms,
    MAX(l.at_ms) + 1 AS through_ms,
    MAX(l.strength) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM links AS l
INNER JOIN tree AS t ON t.account = l.account AND l.at_ms >= t.since_ms AND l.at_ms < t.until_ms
INNER JOIN accounts AS o ON o.account = l.other
WHERE l.strength >= $strength AND l.at_ms >= $since_ms AND l.at_ms < $until_ms
GROUP BY t.master, o.id, l.at_ms - l.at_ms % 86400000
ORDER BY master, subject, since_ms
