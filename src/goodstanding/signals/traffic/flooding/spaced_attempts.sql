-- Grain     one row per master account, called number and UTC day on which attempts that were given up within $quick_ms followed each
--           other at most $gap_s seconds apart, $attempts times and for $lasting_s seconds
-- Strength  how many such attempts there were that day, from the first of that chain
-- Known     at the attempt with which the chain had lasted so long
WITH quick AS (
    SELECT master, account, callee, day_ms, started_ms
    FROM repeat_calls
    WHERE started_ms >= $since_ms AND started_ms < $until_ms
        AND ((outcome = 4 AND COALESCE(ring_ms, 0) <= $quick_ms) OR (outcome = 2 AND ring_ms <= $quick_ms)
            OR (outcome = 1 AND talk_ms <= $quick_ms))
),
busy AS (
    SELECT master, callee, day_ms FROM quick GROUP BY master, callee, day_ms HAVING COUNT(*) >= $attempts
),
stepped AS (
    SELECT
        q.master, q.account, q.callee, q.day_ms, q.started_ms,
        CASE WHEN q.started_ms - LAG(q.started_ms) OVER (PARTITION BY q.master, q.callee, q.day_ms ORDER BY q.started_ms)
            <= $gap_s * 1000 THEN 0 ELSE 1 END AS starts
    FROM quick AS q
    INNER JOIN busy AS b ON b.master = q.master AND b.callee = q.callee AND b.day_ms = q.day_ms
),
chained AS (
    SELECT
        master, account, callee, day_ms, started_ms,
        SUM(starts) OVER (PARTITION BY master, callee, day_ms ORDER BY started_ms) AS chain
    FROM stepped
),
placed AS (
    SELECT
        master, account, callee, day_ms, started_ms,
        MIN(started_ms) OVER (PARTITION BY master, callee, day_ms, chain ORDER BY started_ms) AS from_ms,
        COUNT(*) OVER (PARTITION BY master, callee, day_ms, chain ORDER BY started_ms) AS so_far
    FROM chained
),
crossed AS (
    SELECT master, callee, day_ms, MIN(from_ms) AS since_ms, MIN(started_ms) AS at_ms
    FROM placed
    WHERE so_far >= $attempts AND started_ms - from_ms >= $lasting_s * 1000
    GROUP BY master, callee, day_ms
)
SELECT
    p.master,
    CASE WHEN MIN(p.account) = MAX(p.account) THEN MIN(p.account) ELSE p.master END AS account,
    p.callee AS subject,
    x.since_ms,
    x.at_ms + 1 AS until_ms,
    MAX(p.started_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM placed AS p
INNER JOIN crossed AS x ON x.master = p.master AND x.callee = p.callee AND x.day_ms = p.day_ms
WHERE p.started_ms >= x.since_ms
GROUP BY p.master, p.callee, x.since_ms, x.at_ms
ORDER BY master, subject, since_ms
