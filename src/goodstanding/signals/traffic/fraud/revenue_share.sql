-- Grain     one row per master account and UTC day on which, within a clock hour, $calls calls went to risky destinations, $times times
--           as many as in any hour of the 28 days before, and two signs fit (three where fewer than three such days are known, and then
--           $cold_calls calls): each prefix called twice in the mean, $answered per thousand answered, night or weekend in North
--           America, three times the line
-- Strength  calls to risky destinations that day, from the first of that hour
-- Known     at the call that crossed the threshold
WITH hours AS (
    SELECT master, day_ms, hour_ms, COUNT(*) AS n FROM risky_calls GROUP BY master, day_ms, hour_ms
),
busy AS (
    SELECT master, day_ms, hour_ms FROM hours WHERE n >= $calls AND day_ms + 86400000 > $since_ms
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
    SELECT b.master, b.hour_ms, COUNT(*) AS days
    FROM busy AS b
    INNER JOIN days AS d ON d.master = b.master
    WHERE d.day_ms < b.day_ms AND d.day_ms >= b.day_ms - 2419200000
    GROUP BY b.master, b.hour_ms
),
before AS (
    SELECT b.master, b.hour_ms, MAX(h.n) AS most
    FROM busy AS b
    INNER JOIN hours AS h ON h.master = b.master
    WHERE h.day_ms < b.day_ms AND h.day_ms >= b.day_ms - 2419200000
    GROUP BY b.master, b.hour_ms
),
placed AS (
    SELECT
        c.master, c.day_ms, c.hour_ms, c.started_ms, COALESCE(k.days, 0) AS days, COALESCE(p.most, 0) AS most, c.answered,
        CASE WHEN 1 = ROW_NUMBER() OVER (PARTITION BY c.master, c.hour_ms, c.prefix ORDER BY c.started_ms) THEN 1 ELSE 0 END AS fresh
    FROM risky_calls AS c
    INNER JOIN busy AS b ON b.master = c.master AND b.hour_ms = c.hour_ms
    LEFT JOIN known AS k ON k.master = c.master AND k.hour_ms = c.hour_ms
    LEFT JOIN before AS p ON p.master = c.master AND p.hour_ms = c.hour_ms
),
run AS (
    SELECT
        master, day_ms, started_ms, days, most,
        MIN(started_ms) OVER (PARTITION BY master, hour_ms ORDER BY started_ms) AS from_ms,
        COUNT(*) OVER (PARTITION BY master, hour_ms ORDER BY started_ms) AS so_far,
        SUM(fresh) OVER (PARTITION BY master, hour_ms ORDER BY started_ms) AS prefixes_so_far,
        SUM(answered) OVER (PARTITION BY master, hour_ms ORDER BY started_ms) AS answered_so_far,
        CASE WHEN started_ms - day_ms < 43200000 OR CAST(day_ms / 86400000 AS BIGINT) % 7 IN (2, 3) THEN 1 ELSE 0 END AS off
    FROM placed
),
judged AS (
    SELECT
        master, day_ms, started_ms, from_ms, so_far, days, most,
        CASE WHEN prefixes_so_far * 2 <= so_far THEN 1 ELSE 0 END
            + CASE WHEN answered_so_far * 1000 >= $answered * so_far THEN 1 ELSE 0 END
            + off
            + CASE WHEN so_far >= 3 * $calls THEN 1 ELSE 0 END AS signs
    FROM run
),
crossed AS (
    SELECT master, day_ms, MIN(from_ms) AS since_ms, MIN(started_ms) AS at_ms
    FROM judged
    WHERE started_ms >= $since_ms AND so_far >= $times * most
        AND ((days >= 3 AND so_far >= $calls AND signs >= 2) OR (so_far >= $cold_calls AND signs >= 3))
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
