-- Grain     one row per master account, called number and UTC day on which the number was called from $callers different numbers, nothing
--           answered before and no call from it, from the $recipients-th such number of that day on, and for $shown of them; or from $alone
-- Strength  caller numbers it was called from by then
-- Known     at the call that crossed the threshold
WITH busy AS (
    SELECT master, callee, day_ms
    FROM repeat_calls
    WHERE started_ms >= $since_ms AND started_ms < $until_ms AND caller IS NOT NULL
    GROUP BY master, callee, day_ms
    HAVING COUNT(CASE WHEN outcome <> 1 THEN 1 END) >= $callers AND MIN(caller) < MAX(caller)
),
answering AS (
    SELECT master, number, MIN(started_ms) AS reply_ms FROM repeat_replies GROUP BY master, number
),
marked AS (
    SELECT
        c.master, c.account, c.callee, c.day_ms, c.started_ms, a.reply_ms,
        CASE WHEN c.outcome = 1 THEN 1 ELSE 0 END AS answered,
        CASE WHEN c.caller IS NOT NULL AND 1 = ROW_NUMBER() OVER (
            PARTITION BY c.master, c.callee, c.day_ms, c.caller ORDER BY c.started_ms) THEN 1 ELSE 0 END AS fresh
    FROM repeat_calls AS c
    INNER JOIN busy AS b ON b.master = c.master AND b.callee = c.callee AND b.day_ms = c.day_ms
    LEFT JOIN answering AS a ON a.master = c.master AND a.number = c.callee
),
placed AS (
    SELECT
        master, account, callee, day_ms, started_ms, reply_ms, fresh,
        SUM(fresh) OVER (PARTITION BY master, callee, day_ms ORDER BY started_ms) AS callers_so_far,
        SUM(answered) OVER (PARTITION BY master, callee, day_ms ORDER BY started_ms) AS answered_so_far
    FROM marked
),
crossed AS (
    SELECT
        master, callee, day_ms, MIN(started_ms) AS at_ms, MIN(CASE WHEN callers_so_far >= $alone THEN started_ms END) AS alone_ms
    FROM placed
    WHERE callers_so_far >= $callers AND answered_so_far = 0 AND (reply_ms IS NULL OR reply_ms > started_ms)
    GROUP BY master, callee, day_ms
),
ranked AS (
    SELECT master, callee, day_ms, at_ms, alone_ms, ROW_NUMBER() OVER (PARTITION BY master, day_ms ORDER BY at_ms, callee) AS place
    FROM crossed
),
shown AS (
    SELECT
        master, callee, day_ms, CASE WHEN place >= $recipients AND place < $recipients + $shown THEN at_ms ELSE alone_ms END AS at_ms
    FROM ranked
)
SELECT
    p.master,
    CASE WHEN MIN(p.account) = MAX(p.account) THEN MIN(p.account) ELSE p.master END AS account,
    p.callee AS subject,
    MIN(p.started_ms) AS since_ms,
    x.at_ms + 1 AS until_ms,
    x.at_ms + 1 AS through_ms,
    SUM(p.fresh) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM placed AS p
INNER JOIN shown AS x ON x.master = p.master AND x.callee = p.callee AND x.day_ms = p.day_ms
WHERE p.started_ms <= x.at_ms
GROUP BY p.master, p.callee, x.at_ms
ORDER BY master, subject, since_ms
