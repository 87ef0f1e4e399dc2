-- Grain     one row per master account and new number that carriers filtered at more than $line of a thousand before it was put away,
--           where the account put away at least $numbers such numbers
-- Away      given back after at most $days days and $least messages, or, kept or not, silent for two days after a burst of $burst
--           messages within two days that began in its first $days days
-- Strength  messages that were filtered, of those the number sent until it was put away
-- Known     when the number was given back, or had been silent for two days, and when the account had put away so many
WITH brief AS (
    SELECT DISTINCT t.master, h.number, h.from_ms, h.until_ms
    FROM held AS h
    INNER JOIN tree AS t ON t.account = h.account AND h.from_ms >= t.since_ms AND h.from_ms < t.until_ms
    WHERE h.until_ms > $since_ms AND h.from_ms > $since_ms - CAST($days AS BIGINT) * 86400000 AND h.from_ms < $until_ms
),
used AS (
    SELECT
        b.master, b.number, b.from_ms, b.until_ms, m.account, m.at_ms,
        CASE WHEN m.error IN (30007, 30008) THEN 1 ELSE 0 END AS filtered,
        MIN(m.at_ms) OVER (PARTITION BY b.master, b.number, b.from_ms, b.until_ms) AS first_ms
    FROM brief AS b
    INNER JOIN tree_messages AS m ON m.master = b.master AND m.sender = b.number AND m.at_ms >= b.from_ms AND m.at_ms < b.until_ms
    WHERE m.direction = 2 AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
),
sent AS (
    SELECT
        master, number, from_ms, until_ms, first_ms,
        MIN(account) AS account_low,
        MAX(account) AS account_high,
        MAX(at_ms) + 1 AS through_ms,
        MAX(CASE WHEN at_ms < first_ms + 172800000 THEN at_ms END) + 1 AS burst_through_ms,
        SUM(filtered) AS filtered,
        COUNT(*) AS sends,
        SUM(CASE WHEN at_ms < first_ms + 172800000 THEN filtered ELSE 0 END) AS burst_filtered,
        SUM(CASE WHEN at_ms < first_ms + 172800000 THEN 1 ELSE 0 END) AS burst,
        SUM(CASE WHEN at_ms >= first_ms + 172800000 AND at_ms < first_ms + 345600000 THEN 1 ELSE 0 END) AS later
    FROM used
    GROUP BY master, number, from_ms, until_ms, first_ms
    HAVING COUNT(*) >= $least AND SUM(filtered) > 0
),
away AS (
    SELECT
        *,
        CASE
            WHEN until_ms <= from_ms + CAST($days AS BIGINT) * 86400000 AND until_ms <= $until_ms AND sends >= $least
                AND filtered * 1000 > $line * sends THEN until_ms
        END AS back_ms,
        CASE
            WHEN first_ms < from_ms + CAST($days AS BIGINT) * 86400000 AND first_ms + 345600000 <= $until_ms AND burst >= $burst
                AND later = 0 AND burst_filtered * 1000 > $line * burst THEN first_ms + 345600000
        END AS silent_ms
    FROM sent
),
burnt AS (
    SELECT
        master, number, account_low, account_high, first_ms AS since_ms,
        CASE WHEN back_ms <= COALESCE(silent_ms, back_ms) THEN back_ms ELSE silent_ms END AS away_ms,
        CASE WHEN back_ms <= COALESCE(silent_ms, back_ms) THEN through_ms ELSE burst_through_ms END AS through_ms,
        CASE WHEN back_ms <= COALESCE(silent_ms, back_ms) THEN filtered ELSE burst_filtered END AS filtered,
        CASE WHEN back_ms <= COALESCE(silent_ms, back_ms) THEN sends ELSE burst END AS sends
    FROM away
    WHERE back_ms IS NOT NULL OR silent_ms IS NOT NULL
),
placed AS (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY master ORDER BY away_ms, number) AS place
    FROM burnt
),
several AS (
    SELECT master, MIN(away_ms) AS known_ms
    FROM placed
    WHERE place >= $numbers
    GROUP BY master
)
SELECT
    p.master,
    CASE WHEN p.account_low = p.account_high THEN p.account_low ELSE p.master END AS account,
    p.number AS subject,
    p.since_ms,
    CASE WHEN p.away_ms > s.known_ms THEN p.away_ms ELSE s.known_ms END AS until_ms,
    p.through_ms,
    p.filtered AS strength,
    p.sends AS whole,
    p.filtered AS records
FROM placed AS p
INNER JOIN several AS s ON s.master = p.master
ORDER BY p.master, subject, p.since_ms
