-- Grain     one row per master account and UTC day with a burst before which at least $seeds people were sent one message each who had
--           been sent one before at least $line bursts in all, on a day when carriers filtered or people refused what was sent
-- Strength  the bursts before which one of them was sent a message
-- Known     when the day is over
WITH probed AS (
    SELECT
        master, day_ms,
        MIN(account) AS account_low, MAX(account) AS account_high, MAX(turn) AS turns, COUNT(*) AS records
    FROM seed_probes
    WHERE turn >= $line AND fellows >= $seeds AND day_ms + 86400000 <= $until_ms
    GROUP BY master, day_ms
),
refused AS (
    SELECT master, day_ms
    FROM sender_days
    GROUP BY master, day_ms
    HAVING SUM(filtered + stops) >= 4 AND SUM(filtered + stops) * 1000 > $refused * SUM(sends)
)
SELECT
    p.master,
    CASE WHEN p.account_low = p.account_high THEN p.account_low ELSE p.master END AS account,
    NULL AS subject,
    p.day_ms AS since_ms,
    p.day_ms + 86400000 AS until_ms,
    p.day_ms + 86400000 AS through_ms,
    p.turns AS strength,
    0 AS whole,
    p.records
FROM probed AS p
INNER JOIN refused AS r ON r.master = p.master AND r.day_ms = p.day_ms
ORDER BY p.master, subject, since_ms
