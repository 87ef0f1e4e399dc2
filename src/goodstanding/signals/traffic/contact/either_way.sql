-- Grain     one row per master account and person, when for the first time $contacts calls and messages went to the person within seven
--           days, at least $calls calls and $messages messages among them, on at least $days days and in $hours clock hours, $idle per
--           thousand of the calls not answered or over within 10 s, after a message of the person's that was the last one, and without a
--           talk of 45 s or a call from the person so far
-- Strength  calls and messages to the person within the seven days up to that moment
-- Records   the calls among them
-- Known     at the contact that crossed the threshold
WITH persons AS (
    SELECT master, callee FROM one_sided GROUP BY master, callee
),
answering AS (
    SELECT c.master, c.number, MIN(c.started_ms) AS reply_ms
    FROM repeat_replies AS c
    INNER JOIN persons AS p ON p.master = c.master AND p.callee = c.number
    GROUP BY c.master, c.number
),
talking AS (
    SELECT k.master, k.callee, k.talked_at_ms
    FROM repeat_callees AS k
    INNER JOIN persons AS p ON p.master = k.master AND p.callee = k.callee
),
events AS (
    SELECT master, callee, day_ms, started_ms AS at_ms, 1 AS is_call, 0 AS is_text, idle, 0 AS is_word FROM one_sided
    UNION ALL
    SELECT m.master, m.recipient, m.day_ms, m.at_ms, 0, 1, 0, 0
    FROM tree_messages AS m
    INNER JOIN persons AS p ON p.master = m.master AND p.callee = m.recipient
    WHERE m.direction = 2 AND COALESCE(m.says, 0) <> 1 AND m.at_ms >= $since_ms - 604800000 AND m.at_ms < $until_ms
    UNION ALL
    SELECT m.master, m.sender, m.day_ms, m.at_ms, 0, 0, 0, 1
    FROM tree_messages AS m
    INNER JOIN persons AS p ON p.master = m.master AND p.callee = m.sender
    WHERE m.direction = 1 AND m.at_ms >= $since_ms - 604800000 AND m.at_ms < $until_ms
),
spoken AS (
    SELECT
        e.master, e.callee, e.day_ms, e.at_ms, e.is_call, e.is_text, e.idle, e.is_word,
        SUM(e.is_word) OVER (PARTITION BY e.master, e.callee ORDER BY e.at_ms) AS words
    FROM events AS e
    LEFT JOIN answering AS a ON a.master = e.master AND a.number = e.callee
    LEFT JOIN talking AS t ON t.master = e.master AND t.callee = e.callee
    WHERE (a.reply_ms IS NULL OR a.reply_ms > e.at_ms) AND (t.talked_at_ms IS NULL OR t.talked_at_ms > e.at_ms)
),
marked AS (
    SELECT
        master, callee, words, at_ms, is_call, is_text, idle,
        CASE WHEN day_ms = LAG(day_ms) OVER (PARTITION BY master, callee, words ORDER BY at_ms) THEN 0 ELSE 1 END AS new_day,
        CASE WHEN at_ms - at_ms % 3600000 = LAG(at_ms - at_ms % 3600000)
            OVER (PARTITION BY master, callee, words ORDER BY at_ms) THEN 0 ELSE 1 END AS new_hour
    FROM spoken
    WHERE is_word = 0
),
placed AS (
    SELECT
        master, callee, at_ms, words,
        SUM(is_call) OVER (
            PARTITION BY master, callee, words ORDER BY at_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS calls,
        SUM(is_text) OVER (
            PARTITION BY master, callee, words ORDER BY at_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS texts,
        SUM(idle) OVER (
            PARTITION BY master, callee, words ORDER BY at_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS idle,
        SUM(new_day) OVER (
            PARTITION BY master, callee, words ORDER BY at_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS days,
        SUM(new_hour) OVER (
            PARTITION BY master, callee, words ORDER BY at_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS hours,
        MIN(at_ms) OVER (
            PARTITION BY master, callee, words ORDER BY at_ms RANGE BETWEEN 604800000 PRECEDING AND CURRENT ROW) AS from_ms
    FROM marked
),
crossed AS (
    SELECT
        master, callee, at_ms, from_ms AS since_ms, calls + texts AS contacts,
        ROW_NUMBER() OVER (PARTITION BY master, callee ORDER BY at_ms) AS place
    FROM placed
    WHERE calls + texts >= $contacts AND calls >= $calls AND texts >= $messages AND days >= $days AND hours >= $hours
        AND idle * 1000 >= $idle * calls AND words > 0
)
SELECT
    c.master,
    CASE WHEN MIN(c.account) = MAX(c.account) THEN MIN(c.account) ELSE c.master END AS account,
    c.callee AS subject,
    x.since_ms,
    x.at_ms + 1 AS until_ms,
    x.at_ms + 1 AS through_ms,
    MAX(x.contacts) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM crossed AS x
INNER JOIN repeat_calls AS c ON c.master = x.master AND c.callee = x.callee
WHERE x.place = 1 AND x.at_ms >= $since_ms AND c.started_ms >= x.since_ms AND c.started_ms <= x.at_ms
GROUP BY c.master, c.callee, x.since_ms, x.at_ms
ORDER BY master, subject, since_ms
