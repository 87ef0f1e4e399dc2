-- Grain     one row per master account that made at least $calls calls to people who had told it not to call
-- Strength  those calls, on whichever days
-- Known     at the call that crossed the threshold
-- Not       within $grace_h hours of the wish
WITH late AS (
    SELECT master, account, at_ms, ROW_NUMBER() OVER (PARTITION BY master ORDER BY at_ms) AS place
    FROM calls_after_wish
    WHERE at_ms > stop_ms + CAST($grace_h AS BIGINT) * 3600000
)
SELECT
    master,
    CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
    NULL AS subject,
    MIN(at_ms) AS since_ms,
    MIN(CASE WHEN place >= $calls THEN at_ms END) + 1 AS until_ms,
    MAX(at_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM late
GROUP BY master
HAVING COUNT(*) >= $calls
ORDER BY master, subject, since_ms
