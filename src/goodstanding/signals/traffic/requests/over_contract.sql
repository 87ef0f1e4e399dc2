-- Grain     one row per master account and UTC day with five minutes of more than so many times the contracted calls per second
-- Strength  calls asked for in the busiest five minutes of that day; whole what the contract allows in five minutes
-- Known     at the request that crossed the line
WITH contracted AS (
    SELECT t.master, MAX(p.calls_per_second) AS calls_per_second
    FROM profiles AS p
    INNER JOIN tree AS t ON t.account = p.account AND p.at_ms >= t.since_ms AND p.at_ms < t.until_ms
    WHERE p.calls_per_second > 0 AND p.at_ms <= $since_ms
    GROUP BY t.master
),
busy AS (
    SELECT t.master, r.at_ms - r.at_ms % 86400000 AS day_ms, MAX(c.calls_per_second) AS calls_per_second
    FROM requests AS r
    INNER JOIN tree AS t ON t.account = r.account AND r.at_ms >= t.since_ms AND r.at_ms < t.until_ms
    INNER JOIN contracted AS c ON c.master = t.master
    WHERE r.method = 'POST' AND r.route = 'Calls' AND r.at_ms >= $since_ms AND r.at_ms < $until_ms
    GROUP BY t.master, r.at_ms - r.at_ms % 86400000
    HAVING COUNT(*) * 1000 > $times * MAX(c.calls_per_second) * 300
),
asked AS (
    SELECT
        t.master, r.account, r.at_ms, r.id, c.day_ms, c.calls_per_second * 300 AS allowed,
        COUNT(*) OVER (PARTITION BY t.master, c.day_ms ORDER BY r.at_ms RANGE BETWEEN 299999 PRECEDING AND CURRENT ROW) AS place
    FROM requests AS r
    INNER JOIN tree AS t ON t.account = r.account AND r.at_ms >= t.since_ms AND r.at_ms < t.until_ms
    INNER JOIN busy AS c ON c.master = t.master AND c.day_ms = r.at_ms - r.at_ms % 86400000
    WHERE r.method = 'POST' AND r.route = 'Calls' AND r.at_ms >= $since_ms AND r.at_ms < $until_ms
)
SELECT
    master,
    CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
    NULL AS subject,
    MIN(at_ms) AS since_ms,
    MIN(CASE WHEN place * 1000 > $times * allowed THEN at_ms END) + 1 AS until_ms,
    MAX(at_ms) + 1 AS through_ms,
    MAX(place) AS strength,
    MAX(allowed) AS whole,
    COUNT(*) AS records
FROM asked
GROUP BY master, day_ms
HAVING MIN(CASE WHEN place * 1000 > $times * allowed THEN at_ms END) IS NOT NULL
ORDER BY master, since_ms
