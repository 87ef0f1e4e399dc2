-- Grain   one row per master account and account of its tree
-- Counts  finished inbound attempts to toll-free numbers, and those without an answer; beside them the attempts that were
--         neither canceled nor failed, and the answered calls behind whose answer nobody was reached
-- Bound   $since_ms, $until_ms: half-open
SELECT
    t.master,
    c.account,
    COUNT(*) AS attempts,
    SUM(CASE WHEN c.outcome <> 1 THEN 1 ELSE 0 END) AS incomplete,
    SUM(CASE WHEN c.outcome IN (1, 2, 3) THEN 1 ELSE 0 END) AS curable_attempts,
    SUM(CASE WHEN c.outcome IN (2, 3) THEN 1 ELSE 0 END) AS curable_incomplete,
    SUM(CASE WHEN c.outcome <> 1 OR c.reached = 0 THEN 1 ELSE 0 END) AS reached_nobody
FROM calls AS c
INNER JOIN tree AS t ON t.account = c.account
LEFT JOIN toll_free_numbers AS f ON f.number = c.callee
WHERE c.is_call = 1 AND c.direction = 1 AND c.outcome <> 0
    AND COALESCE(f.is_toll_free, c.toll_free) = 1
    AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
    AND c.started_ms >= t.since_ms AND c.started_ms < t.until_ms
GROUP BY t.master, c.account
ORDER BY t.master, c.account
