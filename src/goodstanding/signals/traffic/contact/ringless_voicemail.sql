-- Grain     one row per master account and UTC day with $answered answered calls of which is known what answered, and after how long,
--           and more than $share per thousand of them a machine after less than 1 s
-- Strength  calls that a machine took without ringing
-- Whole     answered calls of which both is known
-- Known     when the day is over
SELECT
    master,
    CASE WHEN low = high THEN low ELSE master END AS account,
    NULL AS subject,
    first_ms AS since_ms,
    day_ms + 86400000 AS until_ms,
    last_ms + 1 AS through_ms,
    unrung AS strength,
    told AS whole,
    told AS records
FROM call_days
WHERE told >= $answered AND unrung * 1000 > $share * told
ORDER BY master, since_ms
