-- Grain     one row per master account and number that it called at least three times, with the seven days before the span
SELECT master, callee, COUNT(*) AS attempts
FROM tree_calls
WHERE direction = 2 AND callee IS NOT NULL AND started_ms >= $since_ms - 604800000 AND started_ms < $until_ms
GROUP BY master, callee
HAVING COUNT(*) >= 3
