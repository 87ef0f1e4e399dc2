-- Grain     one row per master account and UTC day on which calls, in whatever order, went to $numbers different numbers in hundreds of
--           adjacent numbers of which $dense or more were called, $idle per thousand of these calls came to nothing (not answered, or
--           over within 6 s), and calls in such hundreds are $share per thousand of those in blocks called often; the subject is the
--           block of a thousand in which the line was crossed
-- Strength  numbers called in such hundreds that day
-- Known     at the call that crossed the threshold
WITH firsts AS (
    SELECT
        master, day_ms, block, started_ms, callee - callee % 100 AS hundred, callee, idle,
        CASE WHEN 1 = ROW_NUMBER() OVER (PARTITION BY master, day_ms, callee ORDER BY started_ms, account) THEN 1 ELSE 0 END AS fresh
    FROM dialled_blocks
    WHERE started_ms >= $since_ms AND started_ms < $until_ms
),
wide AS (
    SELECT master, day_ms, hundred
    FROM firsts
    GROUP BY master, day_ms, hundred
    HAVING SUM(fresh) >= $dense
),
many AS (
    SELECT master, day_ms FROM wide GROUP BY master, day_ms HAVING COUNT(*) * 100 >= $numbers
),
ordered AS (
    SELECT
        f.master, f.day_ms, f.block, f.started_ms, f.callee, f.hundred, f.idle, f.fresh,
        SUM(f.fresh) OVER (PARTITION BY f.master, f.day_ms, f.hundred ORDER BY f.started_ms, f.callee, f.fresh) AS here,
        SUM(f.fresh * f.idle) OVER (PARTITION BY f.master, f.day_ms, f.hundred ORDER BY f.started_ms, f.callee, f.fresh) AS idle_here
    FROM firsts AS f
    INNER JOIN many AS m ON m.master = f.master AND m.day_ms = f.day_ms
),
gained AS (
    SELECT
        master, day_ms, block, started_ms, fresh,
        CASE WHEN fresh = 1 AND here = $dense THEN here WHEN fresh = 1 AND here > $dense THEN 1 ELSE 0 END AS numbers,
        CASE WHEN fresh = 1 AND here = $dense THEN idle_here WHEN fresh = 1 AND here > $dense THEN idle ELSE 0 END AS idle
    FROM ordered
),
run AS (
    SELECT
        master, day_ms, block, started_ms,
        SUM(fresh) OVER (PARTITION BY master, day_ms ORDER BY started_ms) AS so_far,
        SUM(numbers) OVER (PARTITION BY master, day_ms ORDER BY started_ms) AS numbers_so_far,
        SUM(idle) OVER (PARTITION BY master, day_ms ORDER BY started_ms) AS idle_so_far,
        numbers
    FROM gained
),
ranked AS (
    SELECT
        master, day_ms, block, started_ms,
        ROW_NUMBER() OVER (PARTITION BY master, day_ms ORDER BY started_ms, block) AS place
    FROM run
    WHERE numbers > 0 AND numbers_so_far >= $numbers AND idle_so_far * 1000 >= $idle * numbers_so_far
        AND numbers_so_far * 1000 >= $share * so_far
),
total AS (
    SELECT master, day_ms, SUM(numbers) AS numbers FROM gained GROUP BY master, day_ms
)
SELECT
    b.master,
    CASE WHEN MIN(b.account) = MAX(b.account) THEN MIN(b.account) ELSE b.master END AS account,
    CAST(CAST(b.block / 1000 AS BIGINT) AS VARCHAR) || '***' AS subject,
    MIN(b.started_ms) AS since_ms,
    x.started_ms + 1 AS until_ms,
    MAX(b.started_ms) + 1 AS through_ms,
    MAX(t.numbers) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM ranked AS x
INNER JOIN total AS t ON t.master = x.master AND t.day_ms = x.day_ms
INNER JOIN dialled_blocks AS b ON b.master = x.master AND b.day_ms = x.day_ms AND b.block = x.block
WHERE x.place = 1
GROUP BY b.master, b.block, b.day_ms, x.started_ms
ORDER BY master, since_ms
