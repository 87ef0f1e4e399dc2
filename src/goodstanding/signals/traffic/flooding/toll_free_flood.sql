-- Grain     one row per master account and UTC day on which, within a clock hour and from one block of ten thousand caller numbers,
--           $calls answered calls came in on toll-free numbers, and $share per thousand of them so far were over within $short_ms, or
--           the longer ones, at least half of $calls, lasted equally long (their deviation is at most a tenth of their mean)
-- Strength  answered calls on toll-free numbers from that block that day, from then on
-- Known     at the call that crossed the threshold
WITH busy AS (
    SELECT master, block, hour_ms
    FROM toll_free_calls
    WHERE started_ms >= $since_ms AND started_ms < $until_ms AND block IS NOT NULL AND outcome = 1
    GROUP BY master, block, hour_ms
    HAVING COUNT(*) >= $calls
),
placed AS (
    SELECT
        c.master, c.block, c.day_ms, c.started_ms,
        MIN(c.started_ms) OVER (PARTITION BY c.master, c.block, c.hour_ms ORDER BY c.started_ms) AS from_ms,
        COUNT(*) OVER (PARTITION BY c.master, c.block, c.hour_ms ORDER BY c.started_ms) AS so_far,
        SUM(CASE WHEN c.talk_ms < $short_ms THEN 1 ELSE 0 END)
            OVER (PARTITION BY c.master, c.block, c.hour_ms ORDER BY c.started_ms) AS short_so_far,
        SUM(CASE WHEN c.talk_ms >= $short_ms THEN CAST(c.talk_ms / 100 AS BIGINT) ELSE 0 END)
            OVER (PARTITION BY c.master, c.block, c.hour_ms ORDER BY c.started_ms) AS tenths,
        SUM(CASE WHEN c.talk_ms >= $short_ms THEN (CAST(c.talk_ms / 100 AS BIGINT)) * (CAST(c.talk_ms / 100 AS BIGINT)) ELSE 0 END)
            OVER (PARTITION BY c.master, c.block, c.hour_ms ORDER BY c.started_ms) AS squares
    FROM toll_free_calls AS c
    INNER JOIN busy AS b ON b.master = c.master AND b.block = c.block AND b.hour_ms = c.hour_ms
    WHERE c.outcome = 1
),
ranked AS (
    SELECT
        master, block, day_ms, from_ms, started_ms,
        ROW_NUMBER() OVER (PARTITION BY master, day_ms ORDER BY started_ms, block) AS place
    FROM placed
    WHERE so_far >= $calls AND (short_so_far * 1000 >= $share * so_far OR ((so_far - short_so_far) * 2 >= $calls
        AND ((so_far - short_so_far) * squares - tenths * tenths) * 100 <= tenths * tenths))
)
SELECT
    c.master,
    CASE WHEN MIN(c.account) = MAX(c.account) THEN MIN(c.account) ELSE c.master END AS account,
    CAST(CAST(c.block / 10000 AS BIGINT) AS VARCHAR) || '****' AS subject,
    x.from_ms AS since_ms,
    x.started_ms + 1 AS until_ms,
    MAX(c.started_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM ranked AS x
INNER JOIN toll_free_calls AS c ON c.master = x.master AND c.day_ms = x.day_ms AND c.block = x.block
WHERE x.place = 1 AND c.started_ms >= x.from_ms AND c.outcome = 1
GROUP BY c.master, c.block, x.from_ms, x.started_ms
ORDER BY master, since_ms
