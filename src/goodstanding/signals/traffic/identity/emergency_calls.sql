-- Grain     one row per master account and UTC day on which at least $calls outbound calls went to emergency numbers and were more of all
--           its outbound calls than the calls of people in need ever are
-- Strength  such calls, of all outbound calls
-- Known     when the day is over
WITH urgent AS (
    SELECT low AS number FROM listed WHERE list = 'emergency' AND low = high
    UNION ALL SELECT number FROM number_lists WHERE list = 'emergency'
    UNION ALL SELECT 911 UNION ALL SELECT 112 UNION ALL SELECT 999
),
busy AS (
    SELECT master, day_ms, MIN(account) AS first_account, MAX(account) AS last_account, COUNT(*) AS calls
    FROM tree_calls
    WHERE direction = 2 AND started_ms >= $since_ms AND started_ms < $until_ms AND callee IN (SELECT number FROM urgent)
        AND day_ms >= $since_ms AND day_ms + 86400000 <= $until_ms
    GROUP BY master, day_ms
    HAVING COUNT(*) >= $calls
),
told AS (
    SELECT b.master, b.day_ms, b.first_account, b.last_account, b.calls, COUNT(*) AS whole
    FROM busy AS b
    INNER JOIN tree_calls AS c ON c.master = b.master AND c.day_ms = b.day_ms
    WHERE c.direction = 2 AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
    GROUP BY b.master, b.day_ms, b.first_account, b.last_account, b.calls
)
SELECT
    master,
    CASE WHEN first_account = last_account THEN first_account ELSE master END AS account,
    NULL AS subject,
    day_ms AS since_ms,
    day_ms + 86400000 AS until_ms,
    day_ms + 86400000 AS through_ms,
    calls AS strength,
    whole,
    calls AS records
FROM told
WHERE calls * 1000 >= $per_thousand * whole
ORDER BY master, since_ms
