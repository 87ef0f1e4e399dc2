-- Grain     one row per master account and person who was written to at least $messages times after complaining or blocking its number
-- Strength  those messages, on whichever days
-- Known     at the message that crossed the threshold
-- Not       within $grace_s seconds of the complaint
WITH late AS (
    SELECT master, account, person, at_ms, ROW_NUMBER() OVER (PARTITION BY master, person ORDER BY at_ms) AS place
    FROM after_refusal
    WHERE at_ms > stop_ms + $grace_s * 1000
)
SELECT
    master,
    CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
    person AS subject,
    MIN(at_ms) AS since_ms,
    MIN(CASE WHEN place >= $messages THEN at_ms END) + 1 AS until_ms,
    MAX(at_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM late
GROUP BY master, person
HAVING COUNT(*) >= $messages
ORDER BY master, subject, since_ms
