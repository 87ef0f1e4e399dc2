-- Grain     one row per master account and person who was written to at least $messages times after complaining or blocking its number,
--           where that happened to at least $people people
-- Strength  those messages, on whichever days
-- Known     at the message that crossed the threshold, and when so many people were written to so
-- Not       within $grace_s seconds of the complaint
WITH late AS (
    SELECT master, account, person, at_ms, ROW_NUMBER() OVER (PARTITION BY master, person ORDER BY at_ms) AS place
    FROM after_refusal
    WHERE at_ms > stop_ms + $grace_s * 1000
),
troubled AS (
    SELECT
        master, person,
        MIN(account) AS account_low,
        MAX(account) AS account_high,
        MIN(at_ms) AS since_ms,
        MIN(CASE WHEN place >= $messages THEN at_ms END) + 1 AS crossed_ms,
        MAX(at_ms) + 1 AS through_ms,
        COUNT(*) AS strength
    FROM late
    GROUP BY master, person
    HAVING COUNT(*) >= $messages
),
counted AS (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY master ORDER BY crossed_ms, person) AS place
    FROM troubled
),
several AS (
    SELECT master, MIN(crossed_ms) AS known_ms
    FROM counted
    WHERE place >= $people
    GROUP BY master
)
SELECT
    c.master,
    CASE WHEN c.account_low = c.account_high THEN c.account_low ELSE c.master END AS account,
    c.person AS subject,
    c.since_ms,
    CASE WHEN c.crossed_ms > s.known_ms THEN c.crossed_ms ELSE s.known_ms END AS until_ms,
    c.through_ms,
    c.strength,
    0 AS whole,
    c.strength AS records
FROM counted AS c
INNER JOIN several AS s ON s.master = c.master
ORDER BY c.master, subject, c.since_ms
