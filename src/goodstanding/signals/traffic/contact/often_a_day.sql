-- Grain     one row per master account, called number and UTC day on which the number was called $attempts times in $hours different
--           clock hours, $idle per thousand of them not answered or over within 10 s, without a talk of two minutes that day before or a
--           call from the number so far; from the account's $recipients-th such number on, and for $shown of them
-- Strength  calls to the number that day, up to that moment
-- Known     at the attempt that crossed the threshold
WITH busy AS (
    SELECT master, callee, day_ms
    FROM repeat_calls
    WHERE started_ms >= $since_ms AND started_ms < $until_ms
    GROUP BY master, callee, day_ms
    HAVING COUNT(*) >= $attempts AND COUNT(CASE WHEN outcome <> 1 OR talk_ms <= 10000 THEN 1 END) * 1000 >= $idle * $attempts
),
answering AS (
    SELECT master, number, MIN(started_ms) AS reply_ms FROM repeat_replies GROUP BY master, number
),
marked AS (
    SELECT
        c.master, c.account, c.callee, c.day_ms, c.started_ms, a.reply_ms,
        CASE WHEN c.outcome <> 1 OR c.talk_ms <= 10000 THEN 1 ELSE 0 END AS idle,
        CASE WHEN c.outcome = 1 AND c.talk_ms >= 120000 THEN 1 ELSE 0 END AS talked,
        CASE WHEN 1 = ROW_NUMBER() OVER (
            PARTITION BY c.master, c.callee, c.started_ms - c.started_ms % 3600000 ORDER BY c.started_ms) THEN 1 ELSE 0 END AS new_hour
    FROM repeat_calls AS c
    INNER JOIN busy AS b ON b.master = c.master AND b.callee = c.callee AND b.day_ms = c.day_ms
    LEFT JOIN answering AS a ON a.master = c.master AND a.number = c.callee
),
placed AS (
    SELECT
        master, account, callee, day_ms, started_ms, reply_ms,
        COUNT(*) OVER (PARTITION BY master, callee, day_ms ORDER BY started_ms) AS so_far,
        SUM(idle) OVER (PARTITION BY master, callee, day_ms ORDER BY started_ms) AS idle_so_far,
        SUM(talked) OVER (PARTITION BY master, callee, day_ms ORDER BY started_ms) AS talked_so_far,
        SUM(new_hour) OVER (PARTITION BY master, callee, day_ms ORDER BY started_ms) AS hours_so_far
    FROM marked
),
crossed AS (
    SELECT master, callee, MIN(started_ms) AS at_ms, MIN(day_ms) AS day_ms
    FROM placed
    WHERE so_far >= $attempts AND hours_so_far >= $hours AND talked_so_far = 0 AND idle_so_far * 1000 >= $idle * so_far
        AND (reply_ms IS NULL OR reply_ms > started_ms)
    GROUP BY master, callee
),
ranked AS (
    SELECT master, callee, day_ms, at_ms, ROW_NUMBER() OVER (PARTITION BY master ORDER BY at_ms, callee) AS place
    FROM crossed
)
SELECT
    p.master,
    CASE WHEN MIN(p.account) = MAX(p.account) THEN MIN(p.account) ELSE p.master END AS account,
    p.callee AS subject,
    MIN(p.started_ms) AS since_ms,
    x.at_ms + 1 AS until_ms,
    x.at_ms + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM placed AS p
INNER JOIN ranked AS x ON x.master = p.master AND x.callee = p.callee AND x.day_ms = p.day_ms
WHERE x.place >= $recipients AND x.place < $recipients + $shown AND p.started_ms <= x.at_ms
GROUP BY p.master, p.callee, x.at_ms
ORDER BY master, subject, since_ms
