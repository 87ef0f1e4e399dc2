-- Grain     one row per master account, emergency number and UTC day with at least $messages outbound messages to it
-- Strength  such messages; no program has a reason to send one
-- Known     at the message that crossed the threshold
WITH urgent AS (
    SELECT low AS number FROM listed WHERE list = 'emergency' AND low = high
    UNION ALL SELECT number FROM number_lists WHERE list = 'emergency'
    UNION ALL SELECT 911 UNION ALL SELECT 112 UNION ALL SELECT 999
),
placed AS (
    SELECT
        master, account, recipient, day_ms, at_ms,
        ROW_NUMBER() OVER (PARTITION BY master, recipient, day_ms ORDER BY at_ms) AS place
    FROM tree_messages
    WHERE direction = 2 AND at_ms >= $since_ms AND at_ms < $until_ms AND recipient IN (SELECT number FROM urgent)
)
SELECT
    master,
    CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
    recipient AS subject,
    MIN(at_ms) AS since_ms,
    MIN(CASE WHEN place >= $messages THEN at_ms END) + 1 AS until_ms,
    MAX(at_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM placed
GROUP BY master, recipient, day_ms
HAVING COUNT(*) >= $messages
ORDER BY master, subject, since_ms
