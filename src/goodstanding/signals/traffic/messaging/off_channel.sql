-- Grain     one row per master account and UTC day on which more than $line of a thousand messages met nobody on their channel
-- Strength  messages that ended so (errors 63000 to 63999), of all that were sent by the numbers that had any such
-- Known     when the day is over
SELECT
    master,
    CASE WHEN MIN(account_low) = MAX(account_high) THEN MIN(account_low) ELSE master END AS account,
    NULL AS subject,
    day_ms AS since_ms,
    day_ms + 86400000 AS until_ms,
    day_ms + 86400000 AS through_ms,
    SUM(off_channel) AS strength,
    SUM(sends) AS whole,
    SUM(off_channel) AS records
FROM sender_days
WHERE off_channel > 0 AND day_ms + 86400000 <= $until_ms
GROUP BY master, day_ms
HAVING SUM(off_channel) >= $least AND SUM(off_channel) * 1000 > $line * SUM(sends)
ORDER BY master, subject, since_ms
