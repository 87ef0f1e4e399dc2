-- Grain  one row per call out, of accounts that say they notify or market and whose ledger knows people; known: 1 where it knows that
--        this person agreed before the call, or where the person had called or written before it in the span
WITH announced AS (
    SELECT t.master
    FROM profiles AS p
    INNER JOIN tree AS t ON t.account = p.account AND p.at_ms >= t.since_ms AND p.at_ms < t.until_ms
    WHERE p.at_ms < $until_ms
        AND LOWER(p.use_case) IN ('notifications', 'notification', 'alerts', 'telemarketing', 'marketing', 'sales', 'outbound-sales')
    GROUP BY t.master
),
tells AS (
    SELECT a.master
    FROM agreed AS a
    INNER JOIN announced AS n ON n.master = a.master
    GROUP BY a.master
    HAVING COUNT(*) >= 20
),
came AS (
    SELECT i.master, i.person, MIN(i.at_ms) AS at_ms
    FROM (
        SELECT master, caller AS person, started_ms AS at_ms
        FROM tree_calls
        WHERE direction = 1 AND started_ms >= $since_ms AND started_ms < $until_ms
        UNION ALL
        SELECT master, sender AS person, at_ms
        FROM tree_messages
        WHERE direction = 1 AND at_ms >= $since_ms AND at_ms < $until_ms
    ) AS i
    INNER JOIN tells AS p ON p.master = i.master
    GROUP BY i.master, i.person
)
SELECT
    t.master, c.account, c.callee AS person, c.started_ms - c.started_ms % 86400000 AS day_ms, c.id,
    CASE WHEN a.agreed_ms <= c.started_ms OR i.at_ms < c.started_ms THEN 1 ELSE 0 END AS known
FROM calls AS c
INNER JOIN tree AS t ON t.account = c.account AND c.started_ms >= t.since_ms AND c.started_ms < t.until_ms
INNER JOIN tells AS p ON p.master = t.master
LEFT JOIN agreed AS a ON a.master = t.master AND a.person = c.callee
LEFT JOIN came AS i ON i.master = t.master AND i.person = c.callee
WHERE c.direction = 2 AND c.is_call = 1 AND c.outcome <> 0 AND c.callee IS NOT NULL
    AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
