-- Grain     one row per master account and UTC day with $attempts outbound calls, of which at most $answered per thousand were answered,
--           these with at most $talk_s seconds of talk in the mean, and $brief per thousand of them over within 6 s
-- Strength  calls that nobody answered
-- Whole     outbound calls that day
-- Known     when the day is over
SELECT
    master,
    CASE WHEN low = high THEN low ELSE master END AS account,
    NULL AS subject,
    first_ms AS since_ms,
    day_ms + 86400000 AS until_ms,
    last_ms + 1 AS through_ms,
    attempts - answered AS strength,
    attempts AS whole,
    attempts AS records
FROM call_days
WHERE attempts >= $attempts AND answered >= $at_least AND answered * 1000 <= $answered * attempts
    AND talk_ms <= $talk_s * 1000 * answered AND brief * 1000 >= $brief * answered
ORDER BY master, since_ms
