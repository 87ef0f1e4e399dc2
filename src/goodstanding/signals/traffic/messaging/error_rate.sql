-- Grain     one row per master account and UTC day on which more than $line of a thousand final messages failed
-- Strength  messages that failed, of those with a final status
-- Known     when the day is over
SELECT
    master,
    CASE WHEN MIN(account_low) = MAX(account_high) THEN MIN(account_low) ELSE master END AS account,
    NULL AS subject,
    day_ms AS since_ms,
    day_ms + 86400000 AS until_ms,
    day_ms + 86400000 AS through_ms,
    SUM(failed) AS strength,
    SUM(finals) AS whole,
    SUM(failed) AS records
FROM sender_days
WHERE sends > 0 AND day_ms + 86400000 <= $until_ms
GROUP BY master, day_ms
HAVING SUM(finals) >= $least AND SUM(failed) * 1000 > $line * SUM(finals)
ORDER BY master, subject, since_ms
