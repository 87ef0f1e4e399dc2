-- Grain     one row per master account, called number and UTC day with $calls calls that were answered and over within $talk_ms, $share
--           per thousand of that day's calls to the number so far, without a call from it or a talk of half a minute that day before
-- Strength  such calls to the number that day
-- Known     at the call that crossed the threshold
WITH busy AS (
    SELECT master, callee, day_ms
    FROM repeat_calls
    WHERE started_ms >= $since_ms AND started_ms < $until_ms AND outcome = 1 AND talk_ms <= $talk_ms
    GROUP BY master, callee, day_ms
    HAVING COUNT(*) >= $calls
),
answering AS (
    SELECT master, number, day_ms, MIN(started_ms) AS reply_ms FROM repeat_replies GROUP BY master, number, day_ms
),
placed AS (
    SELECT
        c.master, c.account, c.callee, c.day_ms, c.started_ms, a.reply_ms,
        CASE WHEN c.outcome = 1 AND c.talk_ms <= $talk_ms THEN 1 ELSE 0 END AS silent,
        COUNT(*) OVER (PARTITION BY c.master, c.callee, c.day_ms ORDER BY c.started_ms) AS so_far,
        SUM(CASE WHEN c.outcome = 1 AND c.talk_ms <= $talk_ms THEN 1 ELSE 0 END)
            OVER (PARTITION BY c.master, c.callee, c.day_ms ORDER BY c.started_ms) AS silent_so_far,
        SUM(CASE WHEN c.outcome = 1 AND c.talk_ms >= 30000 THEN 1 ELSE 0 END)
            OVER (PARTITION BY c.master, c.callee, c.day_ms ORDER BY c.started_ms) AS talked_so_far
    FROM repeat_calls AS c
    INNER JOIN busy AS b ON b.master = c.master AND b.callee = c.callee AND b.day_ms = c.day_ms
    LEFT JOIN answering AS a ON a.master = c.master AND a.number = c.callee AND a.day_ms = c.day_ms
),
crossed AS (
    SELECT master, callee, day_ms, MIN(started_ms) AS at_ms
    FROM placed
    WHERE silent_so_far >= $calls AND silent_so_far * 1000 >= $share * so_far AND talked_so_far = 0
        AND (reply_ms IS NULL OR reply_ms > started_ms)
    GROUP BY master, callee, day_ms
)
SELECT
    p.master,
    CASE WHEN MIN(p.account) = MAX(p.account) THEN MIN(p.account) ELSE p.master END AS account,
    p.callee AS subject,
    MIN(p.started_ms) AS since_ms,
    x.at_ms + 1 AS until_ms,
    MAX(p.started_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM placed AS p
INNER JOIN crossed AS x ON x.master = p.master AND x.callee = p.callee AND x.day_ms = p.day_ms
WHERE p.silent = 1
GROUP BY p.master, p.callee, x.at_ms
ORDER BY master, subject, since_ms
