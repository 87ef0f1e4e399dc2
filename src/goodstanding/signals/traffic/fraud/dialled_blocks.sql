-- Reads     outbound calls of master accounts to blocks of a thousand numbers of which they called $run_length numbers or more that day,
--           by master, day, block and time
WITH dense AS (
    SELECT master, day_ms, callee - callee % 1000 AS block
    FROM tree_calls
    WHERE direction = 2 AND callee IS NOT NULL AND started_ms >= $since_ms AND started_ms < $until_ms
    GROUP BY master, day_ms, callee - callee % 1000
    HAVING COUNT(*) >= $run_length
)
SELECT
    c.master, c.day_ms, c.callee - c.callee % 1000 AS block, c.started_ms, c.callee, c.account,
    CASE WHEN c.outcome <> 1 OR c.talk_ms <= 6000 THEN 1 ELSE 0 END AS idle
FROM tree_calls AS c
INNER JOIN dense AS d ON d.master = c.master AND d.day_ms = c.day_ms AND d.block = c.callee - c.callee % 1000
WHERE c.direction = 2 AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
ORDER BY c.master, c.day_ms, c.callee - c.callee % 1000, c.started_ms, c.callee
