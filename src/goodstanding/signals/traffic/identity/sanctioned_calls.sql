-- Grain     one row per master account and span of $days days (counted from 1970) with at least $calls outbound calls
--           to territories on the list of sanctioned ones
-- Strength  such calls
-- Known     at the one that crossed the threshold
WITH abroad AS (
    SELECT master, account, started_ms, callee, started_ms - started_ms % ($days * 86400000) AS window_ms
    FROM tree_calls
    WHERE direction = 2 AND started_ms >= $since_ms AND started_ms < $until_ms AND (callee < 10000000000 OR callee > 19999999999)
),
placed AS (
    SELECT
        a.master, a.account, a.window_ms, a.started_ms,
        ROW_NUMBER() OVER (PARTITION BY a.master, a.window_ms ORDER BY a.started_ms) AS place
    FROM abroad AS a
    INNER JOIN prefix_lists AS p ON p.prefix = CAST(SUBSTR(CAST(a.callee AS VARCHAR), 1, 7) AS BIGINT)
    WHERE p.list = 'sanctioned'
)
SELECT
    master,
    CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
    NULL AS subject,
    MIN(started_ms) AS since_ms,
    MIN(CASE WHEN place >= $calls THEN started_ms END) + 1 AS until_ms,
    MAX(started_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM placed
GROUP BY master, window_ms
HAVING COUNT(*) >= $calls
ORDER BY master, since_ms
