-- Grain     one row per master account with a call or message in the span: when the first came
SELECT master, MIN(at_ms) AS at_ms
FROM (
    SELECT master, MIN(started_ms) AS at_ms FROM tree_calls WHERE started_ms >= $since_ms AND started_ms < $until_ms GROUP BY master
    UNION ALL
    SELECT master, MIN(at_ms) AS at_ms FROM tree_messages WHERE at_ms >= $since_ms AND at_ms < $until_ms GROUP BY master
) AS f
GROUP BY master
ORDER BY master
