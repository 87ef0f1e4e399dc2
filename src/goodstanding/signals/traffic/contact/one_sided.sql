-- Grain     one row per outbound call to a number of repeat_callees that went on without a reply: no talk of a minute and no call from
--           the number so far; how many idle ones (not answered, or over within 10 s) fell within the seven days up to it, on how many days
WITH answering AS (
    SELECT master, number, MIN(started_ms) AS reply_ms FROM repeat_replies GROUP BY master, number
),
often AS (
    SELECT master, callee FROM repeat_callees WHERE attempts >= 8
),
marked AS (
    SELECT
        c.master, c.account, c.callee, c.day_ms, c.started_ms, a.reply_ms,
        CASE WHEN c.outcome <> 1 OR c.talk_ms <= 10000 THEN 1 ELSE 0 END AS idle,
        CASE WHEN c.outcome = 1 AND c.talk_ms >= 60000 THEN 1 ELSE 0 END AS talked,
        CASE WHEN c.day_ms = LAG(c.day_ms) OVER (PARTITION BY c.master, c.callee ORDER BY c.started_ms) THEN 0 ELSE 1 END AS new_day
    FROM repeat_calls AS c
    INNER JOIN often AS o ON o.master = c.master AND o.callee = c.callee
    LEFT JOIN answering AS a ON a.master = c.master AND a.number = c.callee
),
placed AS (
    SELECT
        master, account, callee, day_ms, started_ms, reply_ms, idle,
        SUM(talked) OVER (PARTITION BY master, callee ORDER BY started_ms) AS talked_so_far,
        COUNT(*) OVER (
            PARTITION BY master, callee ORDER BY started_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS within,
        SUM(idle) OVER (
            PARTITION BY master, callee ORDER BY started_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS idle_within,
        SUM(new_day) OVER (
            PARTITION BY master, callee ORDER BY started_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS days_within,
        MIN(started_ms) OVER (
            PARTITION BY master, callee ORDER BY started_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS from_ms
    FROM marked
)
SELECT master, account, callee, day_ms, started_ms, idle, within, idle_within, days_within, from_ms
FROM placed
WHERE talked_so_far = 0 AND (reply_ms IS NULL OR reply_ms > started_ms)
