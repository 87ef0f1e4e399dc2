-- Grain     one row per outbound message to a block of a thousand numbers that its master account texted fifteen times or more that day,
--           having texted a hundred times or more
WITH busy AS (
    SELECT master, day_ms
    FROM tree_messages
    WHERE direction = 2 AND at_ms >= $since_ms AND at_ms < $until_ms
    GROUP BY master, day_ms
    HAVING COUNT(*) >= 100
),
texted AS (
    SELECT
        m.master, m.day_ms, m.recipient - m.recipient % 1000 AS block, m.at_ms, m.recipient, m.account,
        CASE WHEN m.status IN ('failed', 'undelivered') THEN 1 ELSE 0 END AS idle
    FROM tree_messages AS m
    INNER JOIN busy AS b ON b.master = m.master AND b.day_ms = m.day_ms
    WHERE m.direction = 2 AND m.recipient IS NOT NULL AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
),
dense AS (
    SELECT master, day_ms, block FROM texted GROUP BY master, day_ms, block HAVING COUNT(*) >= 15
)
SELECT m.master, m.day_ms, m.block, m.at_ms, m.recipient, m.account, m.idle
FROM texted AS m
INNER JOIN dense AS d ON d.master = m.master AND d.day_ms = m.day_ms AND d.block = m.block
