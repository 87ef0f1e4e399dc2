-- Grain     one row per master account, called number and UTC day on which, within $within_s seconds, the number was called
--           $attempts times without a talk of $talk_s seconds (and these are $idle_share per thousand of the calls to it), or
--           $any_attempts times at all; calls that come in at half that rate are taken to be forwarded, and no flood
-- Strength  the most calls to the number within so many seconds
-- Known     at the attempt that crossed the threshold
WITH busy AS (
    SELECT master, callee, day_ms
    FROM repeat_calls
    WHERE started_ms >= $since_ms AND started_ms < $until_ms
    GROUP BY master, callee, day_ms
    HAVING COUNT(*) >= $attempts
),
busy_days AS (
    SELECT master, day_ms FROM busy GROUP BY master, day_ms
),
came_in AS (
    SELECT c.master, c.day_ms, c.started_ms
    FROM tree_calls AS c
    INNER JOIN busy_days AS d ON d.master = c.master AND d.day_ms = c.day_ms
    WHERE c.direction = 1 AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
),
events AS (
    SELECT
        c.master, c.account, c.callee, c.day_ms, c.started_ms, 1 AS out, 0 AS came,
        CASE WHEN c.outcome = 1 AND c.talk_ms >= $talk_s * 1000 THEN 0 ELSE 1 END AS idle
    FROM repeat_calls AS c
    INNER JOIN busy AS b ON b.master = c.master AND b.callee = c.callee AND b.day_ms = c.day_ms
    WHERE c.started_ms >= $since_ms AND c.started_ms < $until_ms
    UNION ALL
    SELECT master, NULL, NULL, day_ms, started_ms, 0, 1, 0
    FROM came_in
),
placed AS (
    SELECT
        master, account, callee, day_ms, started_ms, out,
        SUM(out) OVER (
            PARTITION BY master, callee, day_ms ORDER BY started_ms RANGE BETWEEN $within_s * 1000 PRECEDING AND CURRENT ROW
        ) AS within,
        SUM(idle) OVER (
            PARTITION BY master, callee, day_ms ORDER BY started_ms RANGE BETWEEN $within_s * 1000 PRECEDING AND CURRENT ROW
        ) AS idle_within,
        SUM(came) OVER (
            PARTITION BY master, day_ms ORDER BY started_ms RANGE BETWEEN $within_s * 1000 PRECEDING AND CURRENT ROW
        ) AS came_within,
        MIN(CASE WHEN out = 1 THEN started_ms END) OVER (
            PARTITION BY master, callee, day_ms ORDER BY started_ms RANGE BETWEEN $within_s * 1000 PRECEDING AND CURRENT ROW
        ) AS from_ms
    FROM events
),
crossed AS (
    SELECT master, callee, day_ms, MIN(from_ms) AS since_ms, MIN(started_ms) AS at_ms
    FROM placed
    WHERE out = 1 AND within > 2 * came_within
        AND ((idle_within >= $attempts AND idle_within * 1000 >= $idle_share * within) OR within >= $any_attempts)
    GROUP BY master, callee, day_ms
)
SELECT
    p.master,
    CASE WHEN MIN(p.account) = MAX(p.account) THEN MIN(p.account) ELSE p.master END AS account,
    p.callee AS subject,
    x.since_ms,
    x.at_ms + 1 AS until_ms,
    MAX(p.started_ms) + 1 AS through_ms,
    MAX(p.within) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM placed AS p
INNER JOIN crossed AS x ON x.master = p.master AND x.callee = p.callee AND x.day_ms = p.day_ms
WHERE p.out = 1 AND p.started_ms >= x.since_ms
GROUP BY p.master, p.callee, x.since_ms, x.at_ms
ORDER BY master, subject, since_ms
