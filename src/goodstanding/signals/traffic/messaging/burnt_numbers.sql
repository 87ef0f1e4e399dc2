-- Grain     one row per master account and number that was held for at most $days days, sent at least $least messages and was given
--           back after carriers had filtered more than $line of a thousand, where the account gave back at least $numbers such numbers
-- Strength  messages that were filtered, of those the number sent
-- Known     when the number was given back, and when the account had given back so many
WITH brief AS (
    SELECT DISTINCT t.master, h.number, h.from_ms, h.until_ms
    FROM held AS h
    INNER JOIN tree AS t ON t.account = h.account AND h.from_ms >= t.since_ms AND h.from_ms < t.until_ms
    WHERE h.until_ms <= $until_ms AND h.until_ms > $since_ms AND h.until_ms <= h.from_ms + CAST($days AS BIGINT) * 86400000
),
sent AS (
    SELECT
        b.master, b.number, b.until_ms,
        MIN(m.account) AS account_low,
        MAX(m.account) AS account_high,
        MIN(m.at_ms) AS since_ms,
        MAX(m.at_ms) + 1 AS through_ms,
        SUM(CASE WHEN m.error IN (30007, 30008) THEN 1 ELSE 0 END) AS filtered,
        COUNT(*) AS sends
    FROM brief AS b
    INNER JOIN tree_messages AS m ON m.master = b.master AND m.sender = b.number AND m.at_ms >= b.from_ms AND m.at_ms < b.until_ms
    WHERE m.direction = 2 AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
    GROUP BY b.master, b.number, b.until_ms
    HAVING COUNT(*) >= $least AND SUM(CASE WHEN m.error IN (30007, 30008) THEN 1 ELSE 0 END) * 1000 > $line * COUNT(*)
),
placed AS (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY master ORDER BY until_ms, number) AS place
    FROM sent
),
several AS (
    SELECT master, MIN(until_ms) AS known_ms
    FROM placed
    WHERE place >= $numbers
    GROUP BY master
)
SELECT
    p.master,
    CASE WHEN p.account_low = p.account_high THEN p.account_low ELSE p.master END AS account,
    p.number AS subject,
    p.since_ms,
    CASE WHEN p.until_ms > s.known_ms THEN p.until_ms ELSE s.known_ms END AS until_ms,
    p.through_ms,
    p.filtered AS strength,
    p.sends AS whole,
    p.filtered AS records
FROM placed AS p
INNER JOIN several AS s ON s.master = p.master
ORDER BY p.master, subject, p.since_ms
