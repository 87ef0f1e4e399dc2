-- Grain     one row per master account and UTC day with $attempts outbound calls, of which at most $answered per thousand were answered,
--           $curt per thousand of these over before 30 s and $brief per thousand within 6 s
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
    AND curt * 1000 >= $curt * answered AND brief * 1000 >= $brief * answered
ORDER BY master, since_ms
