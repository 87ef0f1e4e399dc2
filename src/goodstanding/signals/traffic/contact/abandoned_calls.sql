-- Grain     one row per master account and UTC day on which more than $share per thousand of the calls a person answered were over within
--           3 s, and so many of those of the days so far, of which there were $live
-- Strength  such calls that day
-- Whole     calls that a person answered that day
-- Known     when the day is over
WITH so_far AS (
    SELECT
        master, day_ms, low, high, first_ms, last_ms, live, dropped,
        SUM(live) OVER (PARTITION BY master ORDER BY day_ms) AS live_so_far,
        SUM(dropped) OVER (PARTITION BY master ORDER BY day_ms) AS dropped_so_far
    FROM call_days
)
SELECT
    master,
    CASE WHEN low = high THEN low ELSE master END AS account,
    NULL AS subject,
    first_ms AS since_ms,
    day_ms + 86400000 AS until_ms,
    last_ms + 1 AS through_ms,
    dropped AS strength,
    live AS whole,
    live AS records
FROM so_far
WHERE live_so_far >= $live AND live >= $live_a_day AND dropped_so_far * 1000 > $share * live_so_far AND dropped * 1000 > $share * live
ORDER BY master, since_ms
