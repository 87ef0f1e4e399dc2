-- Grain  one row per offer out to somebody who had not written to the account in the span, and per call out of an account that says it
--        markets by telephone (relation 1 message, 2 call)
WITH wrote AS (
    SELECT account, sender AS person, MIN(at_ms) AS at_ms
    FROM messages
    WHERE direction = 1 AND COALESCE(says, 0) <> 3 AND at_ms >= $since_ms AND at_ms < $until_ms
    GROUP BY account, sender
),
markets AS (
    SELECT account
    FROM profiles
    WHERE LOWER(use_case) IN ('telemarketing', 'marketing', 'sales', 'outbound-sales', 'cold-calling', 'lead-generation')
        AND at_ms < $until_ms
    GROUP BY account
),
reached AS (
    SELECT m.account, m.recipient AS person, m.at_ms, 1 AS relation, m.id
    FROM messages AS m
    LEFT JOIN wrote AS w ON w.account = m.account AND w.person = m.recipient
    WHERE m.direction = 2 AND m.says = 2 AND m.recipient IS NOT NULL AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
        AND (w.at_ms IS NULL OR w.at_ms > m.at_ms)
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
