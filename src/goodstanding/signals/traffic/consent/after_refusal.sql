-- Grain  one row per message out to somebody who had complained about the account or blocked its number, and not written to it since
-- Block  an error says so, and messages are counted that meet it again
-- Not    a code, which somebody asks for; a message that the provider itself held back
WITH refused AS (
    SELECT master, person, MIN(at_ms) AS stop_ms, MIN(complained_ms) AS complained_ms
    FROM (
        SELECT t.master, c.complainant AS person, c.at_ms, c.at_ms AS complained_ms
        FROM complaints AS c
        INNER JOIN tree AS t ON t.account = c.account AND c.at_ms >= t.since_ms AND c.at_ms < t.until_ms
        WHERE c.kind IN (2, 6) AND c.complainant IS NOT NULL AND c.at_ms < $until_ms
        UNION ALL
        SELECT master, recipient AS person, at_ms, CAST(NULL AS BIGINT) AS complained_ms
        FROM tree_messages
        WHERE direction = 2 AND error = 30004 AND recipient IS NOT NULL AND at_ms >= $since_ms AND at_ms < $until_ms
    )
    GROUP BY master, person
),
spoke AS (
    SELECT m.master, m.sender AS person, MIN(m.at_ms) AS at_ms
    FROM tree_messages AS m
    INNER JOIN refused AS r ON r.master = m.master AND r.person = m.sender
    WHERE m.direction = 1 AND COALESCE(m.says, 0) <> 3 AND m.at_ms > r.stop_ms AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
    GROUP BY m.master, m.sender
)
SELECT t.master, m.account, m.recipient AS person, m.at_ms, r.stop_ms, m.id
FROM messages AS m
INNER JOIN tree AS t ON t.account = m.account AND m.at_ms >= t.since_ms AND m.at_ms < t.until_ms
INNER JOIN refused AS r ON r.master = t.master AND r.person = m.recipient
LEFT JOIN spoke AS s ON s.master = t.master AND s.person = m.recipient
WHERE m.direction = 2 AND COALESCE(m.says, 0) <> 1 AND COALESCE(m.error, 0) <> 21610 AND m.at_ms > r.stop_ms
    AND (r.complained_ms < m.at_ms OR m.error = 30004) AND (s.at_ms IS NULL OR s.at_ms > m.at_ms) AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
