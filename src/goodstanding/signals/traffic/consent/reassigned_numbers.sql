-- Grain     one row per master account and UTC day with a message to a number that had been given to somebody else since its former
--           owner agreed, by whose end at least $people such numbers, and more than $line of a thousand of those the ledger knows,
--           were written to in the span
-- Strength  such numbers of the span so far, of all it knows to have agreed and wrote to so far
-- Known     when the day is over
-- Not       the few of a hundred that change hands in any list that is looked after
WITH passed_on AS (
    SELECT low AS person, CAST(MIN(as_of_day) AS BIGINT) * 86400000 AS since_ms
    FROM listed
    WHERE list = 'reassigned' AND low = high
    GROUP BY low
),
met AS (
    SELECT m.master, m.account, m.day_ms, m.at_ms, m.recipient
    FROM tree_messages AS m
    INNER JOIN passed_on AS p ON p.person = m.recipient
    INNER JOIN agreed AS a ON a.master = m.master AND a.person = m.recipient
    WHERE m.direction = 2 AND m.at_ms >= $since_ms AND m.at_ms < $until_ms AND m.at_ms >= p.since_ms + 86400000
        AND a.agreed_ms < p.since_ms AND m.day_ms + 86400000 <= $until_ms
),
suspect AS (
    SELECT master FROM met GROUP BY master HAVING COUNT(DISTINCT recipient) >= $people
),
firsts AS (
    SELECT master, person, MIN(day_ms) AS day_ms, MIN(lost_ms) AS lost_ms
    FROM (
        SELECT m.master, m.recipient AS person, m.day_ms, CAST(NULL AS BIGINT) AS lost_ms
        FROM tree_messages AS m
        INNER JOIN suspect AS s ON s.master = m.master
        INNER JOIN agreed AS a ON a.master = m.master AND a.person = m.recipient
        WHERE m.direction = 2 AND m.at_ms >= $since_ms AND m.at_ms < $until_ms AND a.agreed_ms < m.at_ms
        UNION ALL
        SELECT master, recipient AS person, day_ms, day_ms AS lost_ms FROM met
    )
    GROUP BY master, person
),
days AS (
    SELECT master, day_ms, SUM(known) AS known, SUM(lost) AS lost
    FROM (
        SELECT master, day_ms, 1 AS known, 0 AS lost FROM firsts
        UNION ALL
        SELECT master, lost_ms AS day_ms, 0 AS known, 1 AS lost FROM firsts WHERE lost_ms IS NOT NULL
        UNION ALL
        SELECT master, day_ms, 0 AS known, 0 AS lost FROM met
    )
    GROUP BY master, day_ms
),
grown AS (
    SELECT
        master, day_ms,
        SUM(known) OVER (PARTITION BY master ORDER BY day_ms ROWS UNBOUNDED PRECEDING) AS known,
        SUM(lost) OVER (PARTITION BY master ORDER BY day_ms ROWS UNBOUNDED PRECEDING) AS lost
    FROM days
)
SELECT
    m.master,
    CASE WHEN MIN(m.account) = MAX(m.account) THEN MIN(m.account) ELSE m.master END AS account,
    NULL AS subject,
    m.day_ms AS since_ms,
    m.day_ms + 86400000 AS until_ms,
    m.day_ms + 86400000 AS through_ms,
    MIN(g.lost) AS strength,
    MIN(g.known) AS whole,
    COUNT(*) AS records
FROM met AS m
INNER JOIN grown AS g ON g.master = m.master AND g.day_ms = m.day_ms
WHERE g.lost >= $people AND g.lost * 1000 > $line * g.known
GROUP BY m.master, m.day_ms
ORDER BY m.master, subject, since_ms
