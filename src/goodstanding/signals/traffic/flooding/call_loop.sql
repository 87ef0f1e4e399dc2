-- Grain     one row per master account, other number and UTC day on which calls to it and from it took turns $turns times within
--           $within_s seconds; calls between two numbers of the account are kept under the higher one
-- Strength  the most turns within so many seconds
-- Known     at the turn that crossed the threshold
WITH ways AS (
    SELECT master, account, callee AS number, day_ms, started_ms, 1 AS way
    FROM repeat_calls
    WHERE started_ms >= $since_ms AND started_ms < $until_ms
    UNION ALL
    SELECT master, account, number, day_ms, started_ms, 2 AS way
    FROM repeat_replies
    WHERE started_ms >= $since_ms AND started_ms < $until_ms
    UNION ALL
    SELECT
        master, account, CASE WHEN caller > callee THEN caller ELSE callee END AS number, day_ms, started_ms,
        CASE WHEN caller > callee THEN 2 ELSE 1 END AS way
    FROM tree_calls
    WHERE direction = 3 AND started_ms >= $since_ms AND started_ms < $until_ms AND caller IS NOT NULL AND callee IS NOT NULL
),
busy AS (
    SELECT master, number, day_ms
    FROM ways
    GROUP BY master, number, day_ms
    HAVING COUNT(*) > $turns AND SUM(CASE WHEN way = 1 THEN 1 ELSE 0 END) * 3 >= $turns
        AND SUM(CASE WHEN way = 2 THEN 1 ELSE 0 END) * 3 >= $turns
),
turned AS (
    SELECT
        c.master, c.account, c.number, c.day_ms, c.started_ms,
        CASE WHEN c.way <> LAG(c.way) OVER (PARTITION BY c.master, c.number, c.day_ms ORDER BY c.started_ms, c.way)
            THEN 1 ELSE 0 END AS turn
    FROM ways AS c
    INNER JOIN busy AS b ON b.master = c.master AND b.number = c.number AND b.day_ms = c.day_ms
),
placed AS (
    SELECT
        master, account, number, day_ms, started_ms,
        SUM(turn) OVER (
            PARTITION BY master, number, day_ms ORDER BY started_ms RANGE BETWEEN $within_s * 1000 PRECEDING AND CURRENT ROW
        ) AS within,
        MIN(started_ms) OVER (
            PARTITION BY master, number, day_ms ORDER BY started_ms RANGE BETWEEN $within_s * 1000 PRECEDING AND CURRENT ROW
        ) AS from_ms
    FROM turned
),
crossed AS (
    SELECT master, number, day_ms, MIN(from_ms) AS since_ms, MIN(started_ms) AS at_ms
    FROM placed
    WHERE within >= $turns
    GROUP BY master, number, day_ms
)
SELECT
    p.master,
    CASE WHEN MIN(p.account) = MAX(p.account) THEN MIN(p.account) ELSE p.master END AS account,
    p.number AS subject,
    x.since_ms,
    x.at_ms + 1 AS until_ms,
    MAX(p.started_ms) + 1 AS through_ms,
    MAX(p.within) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM placed AS p
INNER JOIN crossed AS x ON x.master = p.master AND x.number = p.number AND x.day_ms = p.day_ms
WHERE p.started_ms >= x.since_ms
GROUP BY p.master, p.number, x.since_ms, x.at_ms
ORDER BY master, subject, since_ms
