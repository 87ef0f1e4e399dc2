-- Grain  one row per message out to somebody who is not known to have agreed in writing before it, nor to have written before it in
--        the span; of master accounts whose ledger knows people; agreed: 1 where the ledger knows a consent that is not written
WITH kept_books AS (
    SELECT master
    FROM agreed
    GROUP BY master
    HAVING COUNT(*) >= 20
),
wrote AS (
    SELECT m.master, m.sender AS person, MIN(m.at_ms) AS at_ms
    FROM tree_messages AS m
    INNER JOIN kept_books AS k ON k.master = m.master
    WHERE m.direction = 1 AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
    GROUP BY m.master, m.sender
)
SELECT
    t.master, m.account, m.recipient AS person, m.at_ms, m.at_ms - m.at_ms % 86400000 AS day_ms, COALESCE(m.says, 0) AS says,
    CASE WHEN a.agreed_ms <= m.at_ms THEN 1 ELSE 0 END AS agreed, m.id
FROM messages AS m
INNER JOIN tree AS t ON t.account = m.account AND m.at_ms >= t.since_ms AND m.at_ms < t.until_ms
INNER JOIN kept_books AS k ON k.master = t.master
LEFT JOIN agreed AS a ON a.master = t.master AND a.person = m.recipient
LEFT JOIN wrote AS w ON w.master = t.master AND w.person = m.recipient
WHERE m.direction = 2 AND m.recipient IS NOT NULL AND COALESCE(m.says, 0) <> 1 AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
    AND (a.written_ms IS NULL OR a.written_ms > m.at_ms) AND (w.at_ms IS NULL OR w.at_ms > m.at_ms)
