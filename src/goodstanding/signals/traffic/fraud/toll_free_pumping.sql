-- Grain     one row per master account and UTC day with $calls answered calls on toll-free numbers, of which $dead per thousand were over
--           within $short_ms or as long as the day's most common length in steps of 10 s, and two of three: $concentrated per thousand
--           came from the three busiest blocks of ten thousand callers, $off_hours per thousand in the evening, at night or at a
--           weekend (North American), and $times times as many as on a mean day of the week before
-- Strength  the calls over at once and those of the most common length
-- Whole     answered calls on toll-free numbers that day
-- Known     when the day is over
WITH days AS (
    SELECT
        master, day_ms, COUNT(*) AS calls,
        SUM(CASE WHEN talk_ms < $short_ms THEN 1 ELSE 0 END) AS short,
        SUM(CASE WHEN (started_ms - day_ms) < 43200000
            OR CAST(day_ms / 86400000 AS BIGINT) % 7 IN (2, 3) THEN 1 ELSE 0 END) AS off,
        MIN(account) AS low, MAX(account) AS high, MIN(started_ms) AS first_ms, MAX(started_ms) AS last_ms
    FROM toll_free_calls
    WHERE outcome = 1 AND day_ms + 86400000 <= $until_ms
    GROUP BY master, day_ms
    HAVING COUNT(*) >= $calls
),
lengths AS (
    SELECT master, day_ms, MAX(n) AS same
    FROM (
        SELECT c.master, c.day_ms, c.talk_ms - c.talk_ms % 10000 AS length_ms, COUNT(*) AS n
        FROM toll_free_calls AS c
        INNER JOIN days AS d ON d.master = c.master AND d.day_ms = c.day_ms
        WHERE c.outcome = 1 AND c.talk_ms >= $short_ms
        GROUP BY c.master, c.day_ms, c.talk_ms - c.talk_ms % 10000
    ) AS of_length
    GROUP BY master, day_ms
),
blocks AS (
    SELECT master, day_ms, SUM(n) AS top
    FROM (
        SELECT
            c.master, c.day_ms, COUNT(*) AS n,
            ROW_NUMBER() OVER (PARTITION BY c.master, c.day_ms ORDER BY COUNT(*) DESC, c.block) AS place
        FROM toll_free_calls AS c
        INNER JOIN days AS d ON d.master = c.master AND d.day_ms = c.day_ms
        WHERE c.outcome = 1
        GROUP BY c.master, c.day_ms, c.block
    ) AS of_block
    WHERE place <= 3
    GROUP BY master, day_ms
),
each_day AS (
    SELECT master, day_ms, COUNT(*) AS n FROM toll_free_calls WHERE outcome = 1 GROUP BY master, day_ms
),
before AS (
    SELECT d.master, d.day_ms, SUM(e.n) AS n, COUNT(*) AS days
    FROM days AS d
    INNER JOIN each_day AS e ON e.master = d.master
    WHERE e.day_ms < d.day_ms AND e.day_ms >= d.day_ms - 604800000
    GROUP BY d.master, d.day_ms
),
judged AS (
    SELECT
        d.master, d.day_ms, d.calls, d.low, d.high, d.first_ms, d.last_ms,
        d.short + COALESCE(l.same, 0) AS dead,
        CASE WHEN b.top * 1000 >= $concentrated * d.calls THEN 1 ELSE 0 END
            + CASE WHEN d.off * 1000 >= $off_hours * d.calls THEN 1 ELSE 0 END
            + CASE WHEN p.days >= 3 AND d.calls * 7 >= $times * p.n THEN 1 ELSE 0 END AS signs
    FROM days AS d
    INNER JOIN blocks AS b ON b.master = d.master AND b.day_ms = d.day_ms
    LEFT JOIN lengths AS l ON l.master = d.master AND l.day_ms = d.day_ms
    LEFT JOIN before AS p ON p.master = d.master AND p.day_ms = d.day_ms
)
SELECT
    master,
    CASE WHEN low = high THEN low ELSE master END AS account,
    NULL AS subject,
    first_ms AS since_ms,
    day_ms + 86400000 AS until_ms,
    last_ms + 1 AS through_ms,
    dead AS strength,
    calls AS whole,
    calls AS records
FROM judged
WHERE signs >= 2 AND dead * 1000 >= $dead * calls AND day_ms >= $since_ms
ORDER BY master, since_ms
