-- Grain  one row per master account, other party and UTC day with at least five messages to it
SELECT
    master,
    CASE WHEN direction = 2 THEN recipient ELSE sender END AS party,
    day_ms,
    SUM(CASE WHEN direction = 2 THEN 1 ELSE 0 END) AS sends,
    SUM(CASE WHEN direction = 1 THEN 1 ELSE 0 END) AS replies
FROM tree_messages
WHERE at_ms >= $since_ms AND at_ms < $until_ms
GROUP BY master, CASE WHEN direction = 2 THEN recipient ELSE sender END, day_ms
HAVING SUM(CASE WHEN direction = 2 THEN 1 ELSE 0 END) >= 5
