-- Grain     one row per master account, range of a hundred thousand adjacent numbers abroad and UTC day on which codes went to at least
--           $people numbers of it, which the days before knew hardly, and more than $line of a thousand of them did not arrive
-- Subject   the first number of the range
-- Strength  codes that did not arrive, of those sent there
-- Known     when the day is over
WITH dense AS (
    SELECT
        master, day_ms, recipient - recipient % 100000 AS span,
        MIN(account) AS account_low, MAX(account) AS account_high, COUNT(DISTINCT recipient) AS people, COUNT(*) AS sends,
        SUM(CASE WHEN status IN ('delivered', 'read') THEN 1 ELSE 0 END) AS arrived,
        SUM(CASE WHEN status IN ('sent', 'failed', 'undelivered') THEN 1 ELSE 0 END) AS lost
    FROM tree_messages
    WHERE direction = 2 AND says = 1 AND recipient IS NOT NULL AND at_ms >= $since_ms AND at_ms < $until_ms
        AND day_ms + 86400000 <= $until_ms
        AND SUBSTR(CAST(sender AS VARCHAR), 1, 1) <> SUBSTR(CAST(recipient AS VARCHAR), 1, 1)
    GROUP BY master, day_ms, recipient - recipient % 100000
    HAVING COUNT(*) >= $people
),
suspect AS (
    SELECT *
    FROM dense
    WHERE people >= $people AND arrived > 0 AND lost * 1000 > $line * sends
),
earlier AS (
    SELECT d.master, d.span, d.day_ms, COUNT(*) AS sends
    FROM suspect AS d
    INNER JOIN tree_messages AS m ON m.master = d.master AND m.recipient - m.recipient % 100000 = d.span
    WHERE m.direction = 2 AND m.at_ms < d.day_ms AND m.at_ms >= d.day_ms - CAST($days AS BIGINT) * 86400000
    GROUP BY d.master, d.span, d.day_ms
)
SELECT
    d.master,
    CASE WHEN d.account_low = d.account_high THEN d.account_low ELSE d.master END AS account,
    d.span AS subject,
    d.day_ms AS since_ms,
    d.day_ms + 86400000 AS until_ms,
    d.day_ms + 86400000 AS through_ms,
    d.lost AS strength,
    d.sends AS whole,
    d.lost AS records
FROM suspect AS d
LEFT JOIN earlier AS e ON e.master = d.master AND e.span = d.span AND e.day_ms = d.day_ms
WHERE COALESCE(e.sends, 0) <= $known
ORDER BY d.master, subject, since_ms
