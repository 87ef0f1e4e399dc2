-- Grain     one row per master account and called number, when for the first time $calls calls in $hours clock hours on $days days
--           within seven went to it
--           at night (from $from_minute to $to_minute of the local day in every zone its prefix may lie in), $idle per thousand of
--           them not answered or over within 10 s, without a talk of 45 s or a call from the number so far
-- Strength  such calls within the seven days up to that moment
-- Known     at the call that crossed the threshold
WITH timed AS (
    SELECT
        c.master, c.account, c.callee, c.day_ms, c.started_ms, c.idle,
        (c.started_ms + COALESCE(own.low, plan.low) * 60000) % 86400000 AS earliest_ms,
        (COALESCE(own.high, plan.high) - COALESCE(own.low, plan.low)) * 60000 AS apart_ms
    FROM one_sided AS c
    LEFT JOIN local_offsets AS plan
        ON plan.prefix = CAST(SUBSTR(CAST(c.callee AS VARCHAR), 1, 7) AS BIGINT)
        AND c.started_ms >= plan.since_ms AND c.started_ms < plan.until_ms
    LEFT JOIN recipient_offsets AS own
        ON own.recipient = c.callee AND c.started_ms >= own.since_ms AND c.started_ms < own.until_ms
),
dark AS (
    SELECT
        master, account, callee, day_ms, started_ms, idle,
        CASE WHEN day_ms = LAG(day_ms) OVER (PARTITION BY master, callee ORDER BY started_ms) THEN 0 ELSE 1 END AS new_day,
        CASE WHEN started_ms - started_ms % 3600000 = LAG(started_ms - started_ms % 3600000)
            OVER (PARTITION BY master, callee ORDER BY started_ms) THEN 0 ELSE 1 END AS new_hour
    FROM timed
    WHERE (earliest_ms >= $from_minute * 60000 AND earliest_ms + apart_ms < ($to_minute + 1440) * 60000)
        OR earliest_ms + apart_ms < $to_minute * 60000
),
placed AS (
    SELECT
        master, account, callee, started_ms,
        COUNT(*) OVER (
            PARTITION BY master, callee ORDER BY started_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS within,
        SUM(idle) OVER (
            PARTITION BY master, callee ORDER BY started_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS idle_within,
        SUM(new_day) OVER (
            PARTITION BY master, callee ORDER BY started_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS days_within,
        SUM(new_hour) OVER (
            PARTITION BY master, callee ORDER BY started_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS hours_within,
        MIN(started_ms) OVER (
            PARTITION BY master, callee ORDER BY started_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS from_ms
    FROM dark
),
crossed AS (
    SELECT master, callee, MIN(from_ms) AS since_ms, MIN(started_ms) AS at_ms
    FROM placed
    WHERE within >= $calls AND days_within >= $days AND hours_within >= $hours AND idle_within * 1000 >= $idle * within
    GROUP BY master, callee
)
SELECT
    c.master,
    CASE WHEN MIN(c.account) = MAX(c.account) THEN MIN(c.account) ELSE c.master END AS account,
    c.callee AS subject,
    x.since_ms,
    x.at_ms + 1 AS until_ms,
    x.at_ms + 1 AS through_ms,
    MAX(n.within) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM crossed AS x
INNER JOIN placed AS n ON n.master = x.master AND n.callee = x.callee AND n.started_ms = x.at_ms
INNER JOIN repeat_calls AS c ON c.master = x.master AND c.callee = x.callee
WHERE x.at_ms >= $since_ms AND c.started_ms >= x.since_ms AND c.started_ms <= x.at_ms
GROUP BY c.master, c.callee, x.since_ms, x.at_ms
ORDER BY master, subject, since_ms
