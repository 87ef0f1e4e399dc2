-- Grain     one row per master account and UTC day on which more than $line of a thousand people who got a message asked to stop, and
--           few said anything else; or more than $outright of a thousand, whatever else was said
-- Strength  people who asked to stop, of those who got a message
-- Known     when the day is over
WITH asked AS (
    SELECT master, day_ms, SUM(stops) AS stops, SUM(replies) AS replies
    FROM sender_days
    WHERE day_ms + 86400000 <= $until_ms
    GROUP BY master, day_ms
    HAVING SUM(stops) >= $stops AND SUM(sends) >= $least
),
people AS (
    SELECT
        m.master, m.day_ms, m.direction,
        CASE WHEN m.direction = 2 THEN m.recipient ELSE m.sender END AS person,
        MIN(m.account) AS account_low, MAX(m.account) AS account_high, COUNT(*) AS messages
    FROM tree_messages AS m
    INNER JOIN asked AS a ON a.master = m.master AND a.day_ms = m.day_ms
    WHERE m.at_ms >= $since_ms AND m.at_ms < $until_ms AND (m.direction = 2 OR m.says = 3)
    GROUP BY m.master, m.day_ms, m.direction, CASE WHEN m.direction = 2 THEN m.recipient ELSE m.sender END
),
counted AS (
    SELECT
        master, day_ms,
        MIN(account_low) AS account_low,
        MAX(account_high) AS account_high,
        SUM(CASE WHEN direction = 1 THEN 1 ELSE 0 END) AS stopped,
        SUM(CASE WHEN direction = 2 THEN 1 ELSE 0 END) AS reached,
        SUM(CASE WHEN direction = 1 THEN messages ELSE 0 END) AS records
    FROM people
    GROUP BY master, day_ms
)
SELECT
    c.master,
    CASE WHEN c.account_low = c.account_high THEN c.account_low ELSE c.master END AS account,
    NULL AS subject,
    c.day_ms AS since_ms,
    c.day_ms + 86400000 AS until_ms,
    c.day_ms + 86400000 AS through_ms,
    c.stopped AS strength,
    c.reached AS whole,
    c.records
FROM counted AS c
INNER JOIN asked AS a ON a.master = c.master AND a.day_ms = c.day_ms
WHERE c.stopped >= $stops AND c.reached >= $least
    AND (c.stopped * 1000 > $outright * c.reached OR (c.stopped * 1000 > $line * c.reached AND c.stopped >= a.replies))
ORDER BY c.master, subject, since_ms
