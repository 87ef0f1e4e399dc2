-- Grain     one row per master account, country beyond the North American plan and UTC day on which, within three hours by the clock,
--           $numbers ordinary numbers of that country were called, $answered per thousand of the calls answered, with $talk_s seconds
--           of talk each in the mean, by an account that is known for three days of the 28 before, called that country at most twice
--           in them, and placed at most $usual per thousand of its calls in those three hours of their day
-- Strength  calls to that country that day, from the first of those hours
-- Known     at the call that crossed the threshold
WITH by_prefix AS (
    SELECT master, day_ms, CAST(SUBSTR(CAST(callee AS VARCHAR), 1, 7) AS BIGINT) AS prefix, COUNT(*) AS n
    FROM tree_calls
    WHERE direction = 2 AND callee NOT BETWEEN 10000000000 AND 19999999999
        AND started_ms >= $since_ms - 2419200000 AND started_ms < $until_ms
    GROUP BY master, day_ms, CAST(SUBSTR(CAST(callee AS VARCHAR), 1, 7) AS BIGINT)
),
by_country AS (
    SELECT p.master, p.day_ms, d.country, SUM(p.n) AS n
    FROM by_prefix AS p
    INNER JOIN destinations AS d ON d.prefix = p.prefix
    WHERE d.risk < 3 AND d.calling_code <> 1 AND d.country IS NOT NULL
    GROUP BY p.master, p.day_ms, d.country
),
busy AS (
    SELECT master, day_ms, country FROM by_country WHERE n >= $numbers AND day_ms + 86400000 > $since_ms
),
before AS (
    SELECT b.master, b.day_ms, b.country, SUM(e.n) AS n
    FROM busy AS b
    INNER JOIN by_country AS e ON e.master = b.master AND e.country = b.country
    WHERE e.day_ms < b.day_ms AND e.day_ms >= b.day_ms - 2419200000
    GROUP BY b.master, b.day_ms, b.country
),
busy_masters AS (
    SELECT master FROM busy GROUP BY master
),
slots AS (
    SELECT c.master, c.day_ms, CAST((c.started_ms - c.day_ms - (c.started_ms - c.day_ms) % 10800000) / 10800000 AS BIGINT) AS slot, COUNT(*) AS n
    FROM tree_calls AS c
    INNER JOIN busy_masters AS b ON b.master = c.master
    WHERE c.direction = 2 AND c.started_ms >= $since_ms - 2419200000 AND c.started_ms < $until_ms
    GROUP BY c.master, c.day_ms, CAST((c.started_ms - c.day_ms - (c.started_ms - c.day_ms) % 10800000) / 10800000 AS BIGINT)
),
slots_before AS (
    SELECT b.master, b.day_ms, b.country, s.slot, SUM(s.n) AS n
    FROM busy AS b
    INNER JOIN slots AS s ON s.master = b.master
    WHERE s.day_ms < b.day_ms AND s.day_ms >= b.day_ms - 2419200000
    GROUP BY b.master, b.day_ms, b.country, s.slot
),
known AS (
    SELECT b.master, b.day_ms, b.country, SUM(s.n) AS n
    FROM busy AS b
    INNER JOIN slots AS s ON s.master = b.master
    WHERE s.day_ms < b.day_ms AND s.day_ms >= b.day_ms - 2419200000
    GROUP BY b.master, b.day_ms, b.country
    HAVING COUNT(DISTINCT s.day_ms) >= 3
),
new AS (
    SELECT k.master, k.day_ms, k.country, k.n
    FROM known AS k
    LEFT JOIN before AS p ON p.master = k.master AND p.day_ms = k.day_ms AND p.country = k.country
    WHERE p.n IS NULL OR p.n <= 2
),
placed AS (
    SELECT
        c.master, c.account, c.day_ms, n.country, c.started_ms, c.started_ms - c.started_ms % 10800000 AS window_ms,
        CASE WHEN c.outcome = 1 THEN 1 ELSE 0 END AS answered,
        CASE WHEN c.outcome = 1 THEN COALESCE(c.talk_ms, 0) ELSE 0 END AS talk_ms,
        CASE WHEN COALESCE(u.n, 0) * 1000 <= $usual * n.n THEN 1 ELSE 0 END AS off,
        CASE WHEN 1 = ROW_NUMBER() OVER (
            PARTITION BY c.master, n.country, c.started_ms - c.started_ms % 10800000, c.callee ORDER BY c.started_ms)
            THEN 1 ELSE 0 END AS fresh
    FROM tree_calls AS c
    INNER JOIN destinations AS d ON d.prefix = CAST(SUBSTR(CAST(c.callee AS VARCHAR), 1, 7) AS BIGINT)
    INNER JOIN new AS n ON n.master = c.master AND n.day_ms = c.day_ms AND n.country = d.country
    LEFT JOIN slots_before AS u ON u.master = n.master AND u.day_ms = n.day_ms AND u.country = n.country
        AND u.slot = CAST((c.started_ms - c.day_ms - (c.started_ms - c.day_ms) % 10800000) / 10800000 AS BIGINT)
    WHERE c.direction = 2 AND c.callee NOT BETWEEN 10000000000 AND 19999999999 AND d.risk < 3 AND d.calling_code <> 1
        AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
),
run AS (
    SELECT
        master, country, day_ms, started_ms, off,
        MIN(started_ms) OVER (PARTITION BY master, country, window_ms ORDER BY started_ms) AS from_ms,
        COUNT(*) OVER (PARTITION BY master, country, window_ms ORDER BY started_ms) AS so_far,
        SUM(fresh) OVER (PARTITION BY master, country, window_ms ORDER BY started_ms) AS numbers_so_far,
        SUM(answered) OVER (PARTITION BY master, country, window_ms ORDER BY started_ms) AS answered_so_far,
        SUM(talk_ms) OVER (PARTITION BY master, country, window_ms ORDER BY started_ms) AS talk_so_far
    FROM placed
),
crossed AS (
    SELECT master, country, day_ms, MIN(from_ms) AS since_ms, MIN(started_ms) AS at_ms
    FROM run
    WHERE numbers_so_far >= $numbers AND answered_so_far * 1000 >= $answered * so_far
        AND talk_so_far >= $talk_s * 1000 * answered_so_far AND off = 1
    GROUP BY master, country, day_ms
)
SELECT
    p.master,
    CASE WHEN MIN(p.account) = MAX(p.account) THEN MIN(p.account) ELSE p.master END AS account,
    p.country AS subject,
    x.since_ms,
    x.at_ms + 1 AS until_ms,
    MAX(p.started_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM placed AS p
INNER JOIN crossed AS x ON x.master = p.master AND x.country = p.country AND x.day_ms = p.day_ms
WHERE p.started_ms >= x.since_ms
GROUP BY p.master, p.country, x.since_ms, x.at_ms
ORDER BY p.master, subject, since_ms
