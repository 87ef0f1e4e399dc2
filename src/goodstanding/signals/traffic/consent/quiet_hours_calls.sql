-- Grain     one row per master account and UTC day on which at least $line calls of a solicitor met people before $opens or after $closes
--           (minutes of the day) where they may be; one whose place is not known is let be
-- Strength  those calls
-- Known     at the one that crossed the threshold
WITH met AS (
    SELECT master, account, day_ms, at_ms, ROW_NUMBER() OVER (PARTITION BY master, day_ms ORDER BY at_ms) AS place
    FROM solicited_hours
    WHERE relation = 2 AND (local_ms < $opens * 60000 OR local_ms + spread_ms >= $closes * 60000)
)
SELECT
    master,
    CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
    NULL AS subject,
    MIN(at_ms) AS since_ms,
    MIN(CASE WHEN place >= $line THEN at_ms END) + 1 AS until_ms,
    MAX(at_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM met
GROUP BY master, day_ms
HAVING COUNT(*) >= $line
ORDER BY master, subject, since_ms
