-- Grain     one row per master account and UTC day on which, within a clock hour and from one block of ten thousand caller numbers,
--           $calls calls came in on toll-free numbers that were answered and over within $short_ms, $share per thousand of the
--           block's calls so far
-- Strength  all calls that came in on toll-free numbers and were over so soon, that day from then on
-- Known     at the call that crossed the threshold
WITH busy AS (
    SELECT master, block, hour_ms
    FROM toll_free_calls
    WHERE started_ms >= $since_ms AND started_ms < $until_ms AND block IS NOT NULL AND outcome = 1 AND talk_ms < $short_ms
    GROUP BY master, block, hour_ms
    HAVING COUNT(*) >= $calls
),
placed AS (
    SELECT
        c.master, c.day_ms, c.started_ms,
        MIN(c.started_ms) OVER (PARTITION BY c.master, c.block, c.hour_ms ORDER BY c.started_ms) AS from_ms,
        COUNT(*) OVER (PARTITION BY c.master, c.block, c.hour_ms ORDER BY c.started_ms) AS so_far,
        SUM(CASE WHEN c.outcome = 1 AND c.talk_ms < $short_ms THEN 1 ELSE 0 END)
            OVER (PARTITION BY c.master, c.block, c.hour_ms ORDER BY c.started_ms) AS short_so_far
    FROM toll_free_calls AS c
    INNER JOIN busy AS b ON b.master = c.master AND b.block = c.block AND b.hour_ms = c.hour_ms
),
ranked AS (
    SELECT
        master, day_ms, from_ms, started_ms,
        ROW_NUMBER() OVER (PARTITION BY master, day_ms ORDER BY started_ms, from_ms) AS place
    FROM placed
    WHERE short_so_far >= $calls AND short_so_far * 1000 >= $share * so_far
)
SELECT
    c.master,
    CASE WHEN MIN(c.account) = MAX(c.account) THEN MIN(c.account) ELSE c.master END AS account,
    NULL AS subject,
    x.from_ms AS since_ms,
    x.started_ms + 1 AS until_ms,
    MAX(c.started_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM ranked AS x
INNER JOIN toll_free_calls AS c ON c.master = x.master AND c.day_ms = x.day_ms
WHERE x.place = 1 AND c.started_ms >= x.from_ms AND c.outcome = 1 AND c.talk_ms < $short_ms
GROUP BY c.master, x.from_ms, x.started_ms
ORDER BY master, since_ms
