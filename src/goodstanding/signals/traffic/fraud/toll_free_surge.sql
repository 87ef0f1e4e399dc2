-- Grain     one row per master account and UTC day on which, within a clock window of $within_s seconds, $calls answered calls came in on
--           toll-free numbers and by then: $concentrated per thousand of them came from blocks of a thousand callers with $block_calls
--           calls each, $blocks such blocks at most and $block_mean calls from each in the mean, or, where earlier days are known, a
--           caller called four times in the mean; $off_hours per thousand fell in the evening, at night or at a weekend of North America; $long per thousand at most lasted $long_ms, or those of $short_ms or
--           more lasted about equally long (their deviation is at most half of their mean); and they are $times times as many as in the
--           busiest such window of the seven days before, unless fewer than three such days are known
-- Strength  answered calls on toll-free numbers that day, from the first of that window
-- Known     at the call that crossed the threshold
WITH answered AS (
    SELECT
        master, account, day_ms, started_ms, started_ms - started_ms % ($within_s * 1000) AS window_ms, talk_ms, caller,
        caller - caller % 1000 AS block,
        CASE WHEN started_ms - day_ms < 43200000 OR started_ms - day_ms >= 79200000
            OR CAST(day_ms / 86400000 AS BIGINT) % 7 IN (2, 3) THEN 1 ELSE 0 END AS off
    FROM toll_free_calls
    WHERE outcome = 1
),
windows AS (
    SELECT master, day_ms, window_ms, COUNT(*) AS n, SUM(off) AS off FROM answered GROUP BY master, day_ms, window_ms
),
filled AS (
    SELECT master, day_ms, window_ms, n
    FROM windows
    WHERE n >= $calls AND off * 1000 >= $off_hours * $calls AND day_ms >= $since_ms
),
each_day AS (
    SELECT master, day_ms, MAX(n) AS most FROM windows GROUP BY master, day_ms
),
before AS (
    SELECT f.master, f.window_ms, COUNT(*) AS days, MAX(e.most) AS most
    FROM filled AS f
    INNER JOIN each_day AS e ON e.master = f.master
    WHERE e.day_ms < f.day_ms AND e.day_ms >= f.day_ms - 604800000
    GROUP BY f.master, f.window_ms
),
busy AS (
    SELECT f.master, f.window_ms, CASE WHEN p.days >= 3 THEN p.most ELSE 0 END AS most
    FROM filled AS f
    LEFT JOIN before AS p ON p.master = f.master AND p.window_ms = f.window_ms
    WHERE p.days IS NULL OR p.days < 3 OR f.n >= $times * p.most
),
placed AS (
    SELECT
        a.master, a.day_ms, a.window_ms, a.started_ms, a.block, a.talk_ms, a.off, b.most,
        ROW_NUMBER() OVER (PARTITION BY a.master, a.window_ms, a.block ORDER BY a.started_ms) AS here,
        CASE WHEN 1 = ROW_NUMBER() OVER (PARTITION BY a.master, a.window_ms, a.caller ORDER BY a.started_ms) THEN 1 ELSE 0 END AS fresh
    FROM answered AS a
    INNER JOIN busy AS b ON b.master = a.master AND b.window_ms = a.window_ms
),
gained AS (
    SELECT
        master, day_ms, window_ms, started_ms, most, fresh, off,
        CASE WHEN block IS NOT NULL AND here = $block_calls THEN here WHEN block IS NOT NULL AND here > $block_calls THEN 1 ELSE 0 END
            AS gathered,
        CASE WHEN block IS NOT NULL AND here = $block_calls THEN 1 ELSE 0 END AS gathering,
        CASE WHEN talk_ms >= $long_ms THEN 1 ELSE 0 END AS lasting,
        CASE WHEN talk_ms >= $short_ms THEN 1 ELSE 0 END AS held,
        CASE WHEN talk_ms >= $short_ms THEN CAST(talk_ms / 100 AS BIGINT) ELSE 0 END AS tenths
    FROM placed
),
run AS (
    SELECT
        master, day_ms, started_ms, most,
        MIN(started_ms) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS from_ms,
        COUNT(*) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS so_far,
        SUM(fresh) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS callers,
        SUM(off) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS off,
        SUM(gathered) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS gathered,
        SUM(gathering) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS blocks,
        SUM(lasting) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS lasting,
        SUM(held) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS held,
        SUM(tenths) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS tenths,
        SUM(tenths * tenths) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS squares
    FROM gained
),
crossed AS (
    SELECT master, day_ms, MIN(from_ms) AS since_ms, MIN(started_ms) AS at_ms
    FROM run
    WHERE so_far >= $calls AND off * 1000 >= $off_hours * so_far AND so_far >= $times * most
        AND ((blocks <= $blocks AND gathered >= $block_mean * blocks AND gathered * 1000 >= $concentrated * so_far)
            OR (most > 0 AND callers * 4 <= so_far))
        AND (lasting * 1000 <= $long * so_far OR (held * squares - tenths * tenths) * 4 <= tenths * tenths)
    GROUP BY master, day_ms
)
SELECT
    a.master,
    CASE WHEN MIN(a.account) = MAX(a.account) THEN MIN(a.account) ELSE a.master END AS account,
    NULL AS subject,
    x.since_ms,
    x.at_ms + 1 AS until_ms,
    MAX(a.started_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM crossed AS x
INNER JOIN answered AS a ON a.master = x.master AND a.day_ms = x.day_ms
WHERE a.started_ms >= x.since_ms
GROUP BY a.master, x.since_ms, x.at_ms
ORDER BY master, since_ms
