-- Grain     one row per master account, called number and UTC day on which the number was called at least $attempts times
--           within $within_s seconds
-- Strength  the most attempts that fell within so many seconds of one of that day's windows, counted from its first attempt
-- Known     at the attempt that crossed the threshold
WITH busy AS (
    SELECT master, callee, day_ms
    FROM tree_calls
    WHERE direction = 2 AND callee IS NOT NULL AND started_ms >= $since_ms AND started_ms < $until_ms
    GROUP BY master, callee, day_ms
    HAVING COUNT(*) >= $attempts
),
placed AS (
    SELECT
        c.master, c.account, c.callee, c.day_ms, c.started_ms,
        LAG(c.started_ms, $attempts - 1) OVER (PARTITION BY c.master, c.callee, c.day_ms ORDER BY c.started_ms) AS earlier_ms,
        COUNT(*) OVER (
            PARTITION BY c.master, c.callee, c.day_ms ORDER BY c.started_ms RANGE BETWEEN $within_s * 1000 PRECEDING AND CURRENT ROW
        ) AS within
    FROM tree_calls AS c
    INNER JOIN busy AS b ON b.master = c.master AND b.callee = c.callee AND b.day_ms = c.day_ms
    WHERE c.direction = 2 AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
)
SELECT
    master,
    CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
    callee AS subject,
    MIN(CASE WHEN started_ms - earlier_ms <= $within_s * 1000 THEN earlier_ms END) AS since_ms,
    MIN(CASE WHEN started_ms - earlier_ms <= $within_s * 1000 THEN started_ms END) + 1 AS until_ms,
    MAX(started_ms) + 1 AS through_ms,
    MAX(within) AS strength,
    0 AS whole,
    SUM(CASE WHEN within >= 1 THEN 1 ELSE 0 END) AS records
FROM placed
GROUP BY master, callee, day_ms
HAVING MIN(CASE WHEN started_ms - earlier_ms <= $within_s * 1000 THEN started_ms END) IS NOT NULL
ORDER BY master, subject, since_ms
