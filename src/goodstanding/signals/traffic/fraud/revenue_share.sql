-- Grain     one row per master account and UTC day on which, within three hours by the clock, $numbers risky numbers were called, $times
--           times as many calls as in any such hours of the 28 days before, and two signs fit (three where fewer than three such days are known, and then
--           $cold_numbers): each prefix called twice in the mean, $answered per thousand answered, night or weekend in North
--           America, three times the line
-- Strength  calls to risky destinations that day, from the first of those hours
-- Known     at the call that crossed the threshold
WITH windows AS (
    SELECT master, day_ms, window_ms, COUNT(*) AS n FROM risky_calls GROUP BY master, day_ms, window_ms
),
busy AS (
    SELECT master, day_ms, window_ms FROM windows WHERE n >= $numbers AND day_ms + 86400000 > $since_ms
),
busy_masters AS (
    SELECT master FROM busy GROUP BY master
),
days AS (
    SELECT c.master, c.day_ms
    FROM tree_calls AS c
    INNER JOIN busy_masters AS b ON b.master = c.master
    WHERE c.direction = 2 AND c.started_ms >= $since_ms - 2419200000 AND c.started_ms < $until_ms
    GROUP BY c.master, c.day_ms
),
known AS (
    SELECT b.master, b.window_ms, COUNT(*) AS days
    FROM busy AS b
    INNER JOIN days AS d ON d.master = b.master
    WHERE d.day_ms < b.day_ms AND d.day_ms >= b.day_ms - 2419200000
    GROUP BY b.master, b.window_ms
),
before AS (
    SELECT b.master, b.window_ms, MAX(h.n) AS most
    FROM busy AS b
    INNER JOIN windows AS h ON h.master = b.master
    WHERE h.day_ms < b.day_ms AND h.day_ms >= b.day_ms - 2419200000
    GROUP BY b.master, b.window_ms
),
placed AS (
    SELECT
        c.master, c.day_ms, c.window_ms, c.started_ms, COALESCE(k.days, 0) AS days, COALESCE(p.most, 0) AS most, c.answered,
        CASE WHEN 1 = ROW_NUMBER() OVER (PARTITION BY c.master, c.window_ms, c.prefix ORDER BY c.started_ms) THEN 1 ELSE 0 END AS fresh,
        CASE WHEN 1 = ROW_NUMBER() OVER (PARTITION BY c.master, c.window_ms, c.callee ORDER BY c.started_ms) THEN 1 ELSE 0 END AS new
    FROM risky_calls AS c
    INNER JOIN busy AS b ON b.master = c.master AND b.window_ms = c.window_ms
    LEFT JOIN known AS k ON k.master = c.master AND k.window_ms = c.window_ms
    LEFT JOIN before AS p ON p.master = c.master AND p.window_ms = c.window_ms
),
run AS (
    SELECT
        master, day_ms, started_ms, days, most,
        MIN(started_ms) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS from_ms,
        COUNT(*) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS so_far,
        SUM(fresh) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS prefixes_so_far,
        SUM(new) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS numbers_so_far,
        SUM(answered) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS answered_so_far,
        CASE WHEN started_ms - day_ms < 43200000 OR CAST(day_ms / 86400000 AS BIGINT) % 7 IN (2, 3) THEN 1 ELSE 0 END AS off
    FROM placed
),
judged AS (
    SELECT
        master, day_ms, started_ms, from_ms, so_far, numbers_so_far, days, most,
        CASE WHEN prefixes_so_far * 2 <= numbers_so_far THEN 1 ELSE 0 END
            + CASE WHEN answered_so_far * 1000 >= $answered * so_far THEN 1 ELSE 0 END
            + off
            + CASE WHEN numbers_so_far >= 3 * $numbers THEN 1 ELSE 0 END AS signs
    FROM run
),
crossed AS (
    SELECT master, day_ms, MIN(from_ms) AS since_ms, MIN(started_ms) AS at_ms
    FROM judged
    WHERE started_ms >= $since_ms AND so_far >= $times * most
        AND ((days >= 3 AND numbers_so_far >= $numbers AND signs >= 2) OR (numbers_so_far >= $cold_numbers AND signs >= 3))
    GROUP BY master, day_ms
)
SELECT
    c.master,
    CASE WHEN MIN(c.account) = MAX(c.account) THEN MIN(c.account) ELSE c.master END AS account,
    NULL AS subject,
    x.since_ms,
    x.at_ms + 1 AS until_ms,
    MAX(c.started_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM risky_calls AS c
INNER JOIN crossed AS x ON x.master = c.master AND x.day_ms = c.day_ms
WHERE c.started_ms >= x.since_ms
GROUP BY c.master, x.since_ms, x.at_ms
ORDER BY master, since_ms
