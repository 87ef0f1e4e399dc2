-- Grain     one row per outbound call to a number of repeat_callees that went on without a reply: no talk of 45 s and no call from
--           the number so far; how many idle ones (not answered, or over within 10 s) fell within the seven days up to it, on how many days
--           and in how many clock hours
WITH answering AS (
    SELECT master, number, MIN(started_ms) AS reply_ms FROM repeat_replies GROUP BY master, number
),
alone AS (
    SELECT c.master, c.account, c.callee, c.day_ms, c.started_ms, CASE WHEN c.outcome <> 1 OR c.talk_ms <= 10000 THEN 1 ELSE 0 END AS idle
    FROM repeat_calls AS c
    INNER JOIN repeat_callees AS k ON k.master = c.master AND k.callee = c.callee
    LEFT JOIN answering AS a ON a.master = c.master AND a.number = c.callee
    WHERE k.attempts >= 6 AND k.idle >= 4 AND (k.talked_at_ms IS NULL OR k.talked_at_ms > c.started_ms)
        AND (a.reply_ms IS NULL OR a.reply_ms > c.started_ms)
),
often AS (
    SELECT master, callee FROM alone GROUP BY master, callee HAVING COUNT(*) >= 6 AND SUM(idle) >= 4
),
marked AS (
    SELECT
        c.master, c.account, c.callee, c.day_ms, c.started_ms, c.idle,
        CASE WHEN c.day_ms = LAG(c.day_ms) OVER (PARTITION BY c.master, c.callee ORDER BY c.started_ms) THEN 0 ELSE 1 END AS new_day,
        CASE WHEN c.started_ms - c.started_ms % 3600000 = LAG(c.started_ms - c.started_ms % 3600000)
            OVER (PARTITION BY c.master, c.callee ORDER BY c.started_ms) THEN 0 ELSE 1 END AS new_hour
    FROM alone AS c
    INNER JOIN often AS o ON o.master = c.master AND o.callee = c.callee
)
SELECT
    master, account, callee, day_ms, started_ms, idle,
    COUNT(*) OVER (PARTITION BY master, callee ORDER BY started_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS within,
    SUM(idle) OVER (PARTITION BY master, callee ORDER BY started_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS idle_within,
    SUM(new_day) OVER (PARTITION BY master, callee ORDER BY started_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS days_within,
    SUM(new_hour) OVER (PARTITION BY master, callee ORDER BY started_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS hours_within,
    MIN(started_ms) OVER (PARTITION BY master, callee ORDER BY started_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS from_ms
FROM marked
