-- Grain     one row per master account and UTC day with a clock hour of $attempts outbound calls of which more than $share per thousand
--           were given up at once, over within 3 s, or went unanswered with nobody knowing how long they rang
-- Strength  such calls within the first such hour
-- Whole     outbound calls within that hour
-- Known     when that hour is over
WITH ranked AS (
    SELECT
        master, hour_ms, low, high, first_ms, last_ms, attempts, unanswered + given_up AS hushed,
        ROW_NUMBER() OVER (PARTITION BY master, day_ms ORDER BY hour_ms) AS place
    FROM call_hours
    WHERE hour_ms + 3600000 <= $until_ms AND attempts >= $attempts AND (unanswered + given_up) * 1000 > $share * attempts
)
SELECT
    master,
    CASE WHEN low = high THEN low ELSE master END AS account,
    NULL AS subject,
    first_ms AS since_ms,
    hour_ms + 3600000 AS until_ms,
    last_ms + 1 AS through_ms,
    hushed AS strength,
    attempts AS whole,
    attempts AS records
FROM ranked
WHERE place = 1
ORDER BY master, since_ms
