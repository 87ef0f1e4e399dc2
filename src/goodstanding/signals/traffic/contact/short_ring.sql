-- Grain     one row per master account and UTC day with $unanswered outbound calls that nobody took and whose ringing was timed, of
--           which more than $share per thousand rang for less than 15 s and more than $hasty per thousand for less than 12 s, on $attempts outbound calls that day
-- Strength  calls given up before 15 s
-- Whole     calls that nobody took and whose ringing was timed
-- Known     when the day is over
SELECT
    master,
    CASE WHEN low = high THEN low ELSE master END AS account,
    NULL AS subject,
    first_ms AS since_ms,
    day_ms + 86400000 AS until_ms,
    last_ms + 1 AS through_ms,
    cut AS strength,
    rung AS whole,
    rung AS records
FROM call_days
WHERE rung >= $unanswered AND cut * 1000 > $share * rung AND hasty * 1000 > $hasty * rung AND attempts >= $attempts
ORDER BY master, since_ms
