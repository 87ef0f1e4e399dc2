-- Grain     one row per outbound call to a block of a thousand numbers that its master account called fifteen times or more that day,
--           having called a hundred times or more
WITH busy AS (
    SELECT master, day_ms FROM call_hours GROUP BY master, day_ms HAVING SUM(attempts) >= 100
),
dialled AS (
    SELECT
        c.master, c.day_ms, c.callee - c.callee % 1000 AS block, c.started_ms, c.callee, c.account,
        CASE WHEN c.outcome <> 1 OR c.talk_ms <= 6000 THEN 1 ELSE 0 END AS idle
    FROM tree_calls AS c
    INNER JOIN busy AS b ON b.master = c.master AND b.day_ms = c.day_ms
    WHERE c.direction = 2 AND c.callee IS NOT NULL AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
),
dense AS (
    SELECT master, day_ms, block FROM dialled GROUP BY master, day_ms, block HAVING COUNT(*) >= 15
)
SELECT c.master, c.day_ms, c.block, c.started_ms, c.callee, c.account, c.idle
FROM dialled AS c
INNER JOIN dense AS d ON d.master = c.master AND d.day_ms = c.day_ms AND d.block = c.block
