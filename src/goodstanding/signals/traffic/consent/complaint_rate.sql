-- Grain     one row per master account and UTC day with a complaint of a person, by whose end the span had at least $least complaints
--           and more than $line of ten thousand messages delivered and calls answered
-- Strength  the complaints of the span so far, of what was delivered or answered
-- Known     when the day is over
WITH complained AS (
    SELECT
        t.master, c.at_ms - c.at_ms % 86400000 AS day_ms,
        MIN(c.account) AS account_low, MAX(c.account) AS account_high, COUNT(*) AS complaints
    FROM complaints AS c
    INNER JOIN tree AS t ON t.account = c.account AND c.at_ms >= t.since_ms AND c.at_ms < t.until_ms
    WHERE c.kind IN (1, 2, 6) AND c.at_ms >= $since_ms AND c.at_ms < $until_ms
    GROUP BY t.master, c.at_ms - c.at_ms % 86400000
),
named AS (
    SELECT master
    FROM complained
    GROUP BY master
    HAVING SUM(complaints) >= $least
),
reached AS (
    SELECT r.master, r.day_ms, SUM(r.reached) AS reached
    FROM (
        SELECT master, day_ms, finals - failed AS reached
        FROM sender_days
        UNION ALL
        SELECT c.master, c.day_ms, 1 AS reached
        FROM tree_calls AS c
        INNER JOIN named AS n ON n.master = c.master
        WHERE c.direction = 2 AND c.outcome = 1 AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
    ) AS r
    INNER JOIN named AS n ON n.master = r.master
    GROUP BY r.master, r.day_ms
),
days AS (
    SELECT master, day_ms, SUM(complaints) AS complaints, SUM(reached) AS reached
    FROM (
        SELECT master, day_ms, complaints, 0 AS reached
        FROM complained
        UNION ALL
        SELECT master, day_ms, 0 AS complaints, reached
        FROM reached
    )
    GROUP BY master, day_ms
),
grown AS (
    SELECT
        master, day_ms, complaints,
        SUM(complaints) OVER (PARTITION BY master ORDER BY day_ms ROWS UNBOUNDED PRECEDING) AS complaints_so_far,
        SUM(reached) OVER (PARTITION BY master ORDER BY day_ms ROWS UNBOUNDED PRECEDING) AS reached_so_far
    FROM days
)
SELECT
    g.master,
    CASE WHEN c.account_low = c.account_high THEN c.account_low ELSE g.master END AS account,
    NULL AS subject,
    g.day_ms AS since_ms,
    g.day_ms + 86400000 AS until_ms,
    g.day_ms + 86400000 AS through_ms,
    g.complaints_so_far AS strength,
    g.reached_so_far AS whole,
    g.complaints AS records
FROM grown AS g
INNER JOIN complained AS c ON c.master = g.master AND c.day_ms = g.day_ms
WHERE g.complaints_so_far >= $least AND g.complaints_so_far * 10000 > $line * g.reached_so_far AND g.day_ms + 86400000 <= $until_ms
ORDER BY g.master, subject, since_ms
