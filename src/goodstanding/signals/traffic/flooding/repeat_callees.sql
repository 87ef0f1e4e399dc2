-- Grain     one row per master account and number that it called twenty times, or four times without an answer or with one over within
--           10 s, with the seven days before the span
-- Columns   talked_at_ms: when the first call of 45 s or more began; NULL where there was none
SELECT
    master, callee,
    COUNT(*) AS attempts,
    COUNT(CASE WHEN outcome <> 1 OR talk_ms IS NULL OR talk_ms <= 10000 THEN 1 END) AS idle,
    MIN(CASE WHEN outcome = 1 AND talk_ms >= 45000 THEN started_ms END) AS talked_at_ms
FROM tree_calls
WHERE direction = 2 AND callee IS NOT NULL AND started_ms >= $since_ms - 604800000 AND started_ms < $until_ms
GROUP BY master, callee
HAVING COUNT(*) >= 20 OR COUNT(CASE WHEN outcome <> 1 OR talk_ms IS NULL OR talk_ms <= 10000 THEN 1 END) >= 4
