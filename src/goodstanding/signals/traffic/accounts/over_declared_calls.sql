-- Grain     one row per master account and UTC day that is at least the $days-th of 28 with far more calls than were declared
-- Strength  calls of that day; whole what was declared for a day, over the tree
-- Known     when the day was over
WITH latest AS (
    SELECT account, per_day, ROW_NUMBER() OVER (PARTITION BY account ORDER BY at_ms DESC, id DESC) AS place
    FROM profiles
    WHERE at_ms <= $since_ms
),
declared AS (
    SELECT t.master, SUM(l.per_day) AS per_day
    FROM latest AS l
    INNER JOIN tree AS t ON t.account = l.account AND t.since_ms <= $since_ms AND t.until_ms > $since_ms
    WHERE l.place = 1 AND l.per_day > 0
    GROUP BY t.master
),
daily AS (
    SELECT
        m.master, m.day_ms, d.per_day, COUNT(*) AS calls, MIN(m.account) AS low, MAX(m.account) AS high,
        MIN(m.started_ms) AS first_ms, MAX(m.started_ms) AS last_ms
    FROM declared AS d
    INNER JOIN tree_calls AS m ON m.master = d.master
    WHERE m.direction = 2 AND m.started_ms >= $since_ms AND m.started_ms < $until_ms - $until_ms % 86400000
    GROUP BY m.master, m.day_ms, d.per_day
    HAVING COUNT(*) * 1000 > $times * d.per_day AND COUNT(*) >= $calls
),
run AS (
    SELECT *, LAG(day_ms, $days - 1) OVER (PARTITION BY master ORDER BY day_ms) AS earlier_ms
    FROM daily
)
SELECT
    master,
    CASE WHEN low = high THEN low ELSE master END AS account,
    NULL AS subject,
    first_ms AS since_ms,
    day_ms + 86400000 AS until_ms,
    last_ms + 1 AS through_ms,
    calls AS strength,
    per_day AS whole,
    calls AS records
FROM run
WHERE day_ms - earlier_ms < 2419200000
ORDER BY master, since_ms
