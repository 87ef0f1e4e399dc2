-- Grain     one row per master account and UTC day on which carriers refused at least $refusals messages for a missing registration
-- Strength  the messages refused so
-- Known     at the refused message that crossed the threshold
WITH refused AS (
    SELECT
        master, account, day_ms, at_ms,
        ROW_NUMBER() OVER (PARTITION BY master, day_ms ORDER BY at_ms) AS place
    FROM tree_messages
    WHERE direction = 2 AND error IN (30032, 30034) AND at_ms >= $since_ms AND at_ms < $until_ms
)
SELECT
    master,
    CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
    NULL AS subject,
    MIN(at_ms) AS since_ms,
    MIN(CASE WHEN place >= $refusals THEN at_ms END) + 1 AS until_ms,
    MAX(at_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM refused
GROUP BY master, day_ms
HAVING COUNT(*) >= $refusals
ORDER BY master, subject, since_ms
