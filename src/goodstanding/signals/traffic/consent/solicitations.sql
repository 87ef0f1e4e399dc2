-- Grain  one row per offer out, and per call out of an account that says it markets by telephone (relation 1 message, 2 call)
WITH markets AS (
    SELECT account
    FROM profiles
    WHERE LOWER(use_case) IN ('telemarketing', 'marketing', 'sales', 'outbound-sales', 'cold-calling', 'lead-generation')
        AND at_ms < $until_ms
    GROUP BY account
),
reached AS (
    SELECT account, recipient AS person, at_ms, 1 AS relation, id
    FROM messages
    WHERE direction = 2 AND says = 2 AND recipient IS NOT NULL AND at_ms >= $since_ms AND at_ms < $until_ms
    UNION ALL
    SELECT c.account, c.callee AS person, c.started_ms AS at_ms, 2 AS relation, c.id
    FROM calls AS c
    INNER JOIN markets AS p ON p.account = c.account
    WHERE c.direction = 2 AND c.is_call = 1 AND c.outcome <> 0 AND c.callee IS NOT NULL
        AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
)
SELECT t.master, r.account, r.person, r.at_ms, r.at_ms - r.at_ms % 86400000 AS day_ms, r.relation, r.id
FROM reached AS r
INNER JOIN tree AS t ON t.account = r.account AND r.at_ms >= t.since_ms AND r.at_ms < t.until_ms
