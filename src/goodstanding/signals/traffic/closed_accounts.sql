-- Grain     one row per master account that a profile of its own calls closed, by the last profile of the span
WITH latest AS (
    SELECT p.account, p.status, ROW_NUMBER() OVER (PARTITION BY p.account ORDER BY p.at_ms DESC, p.id DESC) AS place
    FROM profiles AS p
    WHERE p.at_ms < $until_ms
)
SELECT t.master
FROM latest AS l
INNER JOIN tree AS t ON t.account = l.account
WHERE l.place = 1 AND l.status IN ('closed', 'terminated') AND t.account = t.master
GROUP BY t.master
ORDER BY t.master
