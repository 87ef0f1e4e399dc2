-- Grain     one row per master account and UTC day with a clock hour of $attempts outbound calls to different numbers ($spread calls per
--           hundred numbers at most), of which more than $share per thousand were given up at once, over within 3 s, or went unanswered
--           with nobody knowing how long they rang
-- Strength  such calls within the first such hour
-- Whole     outbound calls within that hour
-- Known     when that hour is over
WITH hushed AS (
    SELECT master, day_ms, hour_ms, low, high, first_ms, last_ms, attempts, unanswered + given_up AS hushed
    FROM call_hours
    WHERE hour_ms + 3600000 <= $until_ms AND attempts >= $attempts AND (unanswered + given_up) * 1000 > $share * attempts
),
spread AS (
    SELECT c.master, h.hour_ms, COUNT(DISTINCT c.callee) AS numbers
    FROM tree_calls AS c
    INNER JOIN hushed AS h ON h.master = c.master AND h.hour_ms = c.started_ms - c.started_ms % 3600000
    WHERE c.direction = 2 AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
    GROUP BY c.master, h.hour_ms
),
ranked AS (
    SELECT
        h.master, h.hour_ms, h.low, h.high, h.first_ms, h.last_ms, h.attempts, h.hushed,
        ROW_NUMBER() OVER (PARTITION BY h.master, h.day_ms ORDER BY h.hour_ms) AS place
    FROM hushed AS h
    INNER JOIN spread AS s ON s.master = h.master AND s.hour_ms = h.hour_ms
    WHERE h.attempts * 100 <= $spread * s.numbers
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
