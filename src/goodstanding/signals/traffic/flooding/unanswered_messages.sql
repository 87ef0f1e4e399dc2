-- Grain     one row per master account, recipient and UTC day on which at least $messages were sent to it and none came from it
-- Strength  the messages sent to it that day
-- Known     when the day is over
SELECT
    m.master,
    CASE WHEN MIN(m.account) = MAX(m.account) THEN MIN(m.account) ELSE m.master END AS account,
    m.recipient AS subject,
    m.day_ms AS since_ms,
    m.day_ms + 86400000 AS until_ms,
    MAX(m.at_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM tree_messages AS m
INNER JOIN busy_parties AS b ON b.master = m.master AND b.day_ms = m.day_ms AND b.party = m.recipient
WHERE b.sends >= $messages AND b.replies = 0 AND m.direction = 2 AND m.day_ms + 86400000 <= $until_ms
    AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
GROUP BY m.master, m.recipient, m.day_ms
ORDER BY m.master, subject, since_ms
