-- Grain  one row per master account, template, sender and UTC day, of templates that at least fifty messages of that day follow and
--        that left by more than one number
WITH spread AS (
    SELECT master, template, day_ms
    FROM tree_messages
    WHERE direction = 2 AND template IS NOT NULL AND sender IS NOT NULL AND at_ms >= $since_ms AND at_ms < $until_ms
    GROUP BY master, template, day_ms
    HAVING COUNT(*) >= 50 AND MIN(sender) <> MAX(sender)
)
SELECT
    m.master, m.template, m.sender, m.day_ms,
    MIN(m.account) AS account_low,
    MAX(m.account) AS account_high,
    COUNT(*) AS sends,
    SUM(CASE WHEN m.error IN (30007, 30008) THEN 1 ELSE 0 END) AS filtered,
    MAX(COALESCE(m.says, 0)) AS says,
    MIN(m.brand) AS brand
FROM tree_messages AS m
INNER JOIN spread AS s ON s.master = m.master AND s.template = m.template AND s.day_ms = m.day_ms
WHERE m.direction = 2 AND m.sender IS NOT NULL AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
GROUP BY m.master, m.template, m.sender, m.day_ms
