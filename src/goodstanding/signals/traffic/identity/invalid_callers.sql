-- Grain     one row per master account and UTC day with at least $calls outbound calls that showed a number nobody can have
-- Strength  such calls; numbers set aside for fiction count once $fictions of them are shown, a number of the tree never
-- Known     when the day is over, since a number that calls the tree later that day may have been relayed
SELECT
    master,
    CASE WHEN MIN(CASE WHEN owned = 0 AND relayed = 0 AND (impossible = 1 OR (fictional = 1 AND fictions >= $fictions)) THEN first_account END) = MAX(CASE WHEN owned = 0 AND relayed = 0 AND (impossible = 1 OR (fictional = 1 AND fictions >= $fictions)) THEN last_account END)
        THEN MIN(CASE WHEN owned = 0 AND relayed = 0 AND (impossible = 1 OR (fictional = 1 AND fictions >= $fictions)) THEN first_account END) ELSE master END AS account,
    NULL AS subject,
    day_ms AS since_ms,
    day_ms + 86400000 AS until_ms,
    day_ms + 86400000 AS through_ms,
    SUM(CASE WHEN owned = 0 AND relayed = 0 AND (impossible = 1 OR (fictional = 1 AND fictions >= $fictions)) THEN calls ELSE 0 END) AS strength,
    0 AS whole,
    SUM(CASE WHEN owned = 0 AND relayed = 0 AND (impossible = 1 OR (fictional = 1 AND fictions >= $fictions)) THEN calls ELSE 0 END) AS records
FROM caller_days
WHERE day_ms >= $since_ms AND day_ms + 86400000 <= $until_ms
GROUP BY master, day_ms
HAVING SUM(CASE WHEN owned = 0 AND relayed = 0 AND (impossible = 1 OR (fictional = 1 AND fictions >= $fictions)) THEN calls ELSE 0 END) >= $calls
ORDER BY master, since_ms
