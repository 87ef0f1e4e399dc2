-- Grain     one row per master account and UTC day on which more than $line of a thousand messages, and to at least $people people, went
--           to somebody whose consent its ledger does not know, though it knows that of most people
-- Strength  the messages sent so, of all but codes that day
-- Known     when the day is over
WITH sent AS (
    SELECT master, day_ms, SUM(sends - codes) AS sends
    FROM sender_days
    WHERE sends > codes AND day_ms + 86400000 <= $until_ms
    GROUP BY master, day_ms
),
unasked AS (
    SELECT
        master, day_ms, MIN(account) AS account_low, MAX(account) AS account_high, COUNT(*) AS sends, COUNT(DISTINCT person) AS people
    FROM strangers
    WHERE agreed = 0 AND says <> 2 AND day_ms + 86400000 <= $until_ms
    GROUP BY master, day_ms
    HAVING COUNT(DISTINCT person) >= $people
)
SELECT
    u.master,
    CASE WHEN u.account_low = u.account_high THEN u.account_low ELSE u.master END AS account,
    NULL AS subject,
    u.day_ms AS since_ms,
    u.day_ms + 86400000 AS until_ms,
    u.day_ms + 86400000 AS through_ms,
    u.sends AS strength,
    s.sends AS whole,
    u.sends AS records
FROM unasked AS u
INNER JOIN sent AS s ON s.master = u.master AND s.day_ms = u.day_ms
WHERE u.sends * 1000 > $line * s.sends AND u.sends * 2 <= s.sends
ORDER BY u.master, subject, since_ms
