-- Grain     one row per master account and UTC day on which more than $line of a thousand offers, and to at least $people people, went
--           to somebody whose written consent its ledger does not know
-- Strength  the offers sent so, of all offers that day
-- Known     when the day is over
WITH offered AS (
    SELECT master, day_ms, SUM(offers) AS offers
    FROM sender_days
    WHERE offers > 0 AND day_ms + 86400000 <= $until_ms
    GROUP BY master, day_ms
),
unasked AS (
    SELECT
        master, day_ms, MIN(account) AS account_low, MAX(account) AS account_high, COUNT(*) AS offers, COUNT(DISTINCT person) AS people
    FROM strangers
    WHERE says = 2 AND day_ms + 86400000 <= $until_ms
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
    u.offers AS strength,
    o.offers AS whole,
    u.offers AS records
FROM unasked AS u
INNER JOIN offered AS o ON o.master = u.master AND o.day_ms = u.day_ms
WHERE u.offers * 1000 > $line * o.offers
ORDER BY u.master, subject, since_ms
