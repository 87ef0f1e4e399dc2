-- Grain     one row per master account and UTC day on which at least $messages messages went to people who had asked to stop
-- Strength  those messages
-- Known     at the message that crossed the threshold
-- Not       within $grace_s seconds of the wish, or within $answer_s seconds of something else the person wrote
WITH late AS (
    SELECT
        master, account, day_ms, at_ms,
        ROW_NUMBER() OVER (PARTITION BY master, day_ms ORDER BY at_ms) AS place
    FROM after_stop
    WHERE at_ms > stop_ms + $grace_s * 1000 AND (spoke_ms IS NULL OR spoke_ms < stop_ms OR at_ms > spoke_ms + $answer_s * 1000)
)
SELECT
    master,
    CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
    NULL AS subject,
    MIN(at_ms) AS since_ms,
    MIN(CASE WHEN place >= $messages THEN at_ms END) + 1 AS until_ms,
    MAX(at_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM late
GROUP BY master, day_ms
HAVING COUNT(*) >= $messages
ORDER BY master, subject, since_ms
