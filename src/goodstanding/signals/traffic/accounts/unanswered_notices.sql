-- Grain     one row per master account and UTC day on which notices ran out without a word
-- Strength  so many notices
-- Known     when the notice that crossed the line ran out
WITH expired AS (
    SELECT
        t.master, n.account, n.expired_ms, n.expired_ms - n.expired_ms % 86400000 AS day_ms,
        ROW_NUMBER() OVER (PARTITION BY t.master, n.expired_ms - n.expired_ms % 86400000 ORDER BY n.expired_ms, n.id) AS place
    FROM expired_notices AS n
    INNER JOIN tree AS t ON t.account = n.account AND n.expired_ms >= t.since_ms AND n.expired_ms < t.until_ms
    WHERE n.expired_ms >= $since_ms AND n.expired_ms < $until_ms
)
SELECT
    master,
    CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
    NULL AS subject,
    MIN(expired_ms) AS since_ms,
    MIN(CASE WHEN place >= $notices THEN expired_ms END) + 1 AS until_ms,
    MAX(expired_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM expired
GROUP BY master, day_ms
HAVING COUNT(*) >= $notices
ORDER BY master, since_ms
