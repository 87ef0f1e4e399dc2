-- Grain     one row per master account and UTC day with at least $calls outbound calls that showed a number nobody can have
-- Strength  such calls; numbers set aside for fiction count once $fictions of them are shown, a number of the tree never
-- Known     when the day is over, since a number that calls the tree later that day may have been relayed
WITH invalid AS (
    SELECT master, day_ms, first_account, last_account, calls
    FROM caller_days
    WHERE owned = 0 AND relayed = 0 AND (impossible = 1 OR (fictional = 1 AND fictions >= $fictions))
        AND day_ms >= $since_ms AND day_ms + 86400000 <= $until_ms
)
SELECT
    master,
    CASE WHEN MIN(first_account) = MAX(last_account) THEN MIN(first_account) ELSE master END AS account,
    NULL AS subject,
    day_ms AS since_ms,
    day_ms + 86400000 AS until_ms,
    day_ms + 86400000 AS through_ms,
    SUM(calls) AS strength,
    0 AS whole,
    SUM(calls) AS records
FROM invalid
GROUP BY master, day_ms
HAVING SUM(calls) >= $calls
ORDER BY master, since_ms
