-- Reads     outbound messages of master accounts to blocks of a thousand numbers of which they texted $run_length numbers or more that
--           day, by master, day, block and time
WITH dense AS (
    SELECT master, day_ms, recipient - recipient % 1000 AS block
    FROM tree_messages
    WHERE direction = 2 AND recipient IS NOT NULL AND at_ms >= $since_ms AND at_ms < $until_ms
    GROUP BY master, day_ms, recipient - recipient % 1000
    HAVING COUNT(*) >= $run_length
)
SELECT
    m.master, m.day_ms, m.recipient - m.recipient % 1000 AS block, m.at_ms, m.recipient, m.account,
    CASE WHEN m.status IN ('failed', 'undelivered') THEN 1 ELSE 0 END AS idle
FROM tree_messages AS m
INNER JOIN dense AS d ON d.master = m.master AND d.day_ms = m.day_ms AND d.block = m.recipient - m.recipient % 1000
WHERE m.direction = 2 AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
ORDER BY m.master, m.day_ms, m.recipient - m.recipient % 1000, m.at_ms, m.recipient
