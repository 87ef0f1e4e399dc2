-- Grain     one row per master account and span of $days days (counted from 1970) with at least $messages outbound messages
--           to territories on the list of sanctioned ones
-- Strength  such messages
-- Known     at the one that crossed the threshold
WITH abroad AS (
    SELECT master, account, at_ms, recipient, at_ms - at_ms % ($days * 86400000) AS window_ms
    FROM tree_messages
    WHERE direction = 2 AND at_ms >= $since_ms AND at_ms < $until_ms AND (recipient < 10000000000 OR recipient > 19999999999)
),
placed AS (
    SELECT
        a.master, a.account, a.window_ms, a.at_ms,
        ROW_NUMBER() OVER (PARTITION BY a.master, a.window_ms ORDER BY a.at_ms) AS place
    FROM abroad AS a
    INNER JOIN prefix_lists AS p ON p.prefix = CAST(SUBSTR(CAST(a.recipient AS VARCHAR), 1, 7) AS BIGINT)
    WHERE p.list = 'sanctioned'
)
SELECT
    master,
    CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
    NULL AS subject,
    MIN(at_ms) AS since_ms,
    MIN(CASE WHEN place >= $messages THEN at_ms END) + 1 AS until_ms,
    MAX(at_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM placed
GROUP BY master, window_ms
HAVING COUNT(*) >= $messages
ORDER BY master, since_ms
