-- Grain     one row per master account and UTC day on which calls showed at least $callers numbers of the called numbers' own exchanges
-- Strength  calls that showed area code and exchange of the called number and a number the tree never held, of all outbound calls
-- Known     when the day is over
WITH shown AS (
    SELECT
        master, day_ms, first_account, last_account, calls,
        CASE WHEN owned = 0 AND relayed = 0 AND neighbours > 0 THEN neighbours ELSE 0 END AS counted
    FROM caller_days
    WHERE day_ms >= $since_ms AND day_ms + 86400000 <= $until_ms
)
SELECT
    master,
    CASE WHEN MIN(CASE WHEN counted > 0 THEN first_account END) = MAX(CASE WHEN counted > 0 THEN last_account END)
        THEN MIN(CASE WHEN counted > 0 THEN first_account END) ELSE master END AS account,
    NULL AS subject,
    day_ms AS since_ms,
    day_ms + 86400000 AS until_ms,
    day_ms + 86400000 AS through_ms,
    SUM(counted) AS strength,
    SUM(calls) AS whole,
    SUM(counted) AS records
FROM shown
GROUP BY master, day_ms
HAVING SUM(CASE WHEN counted > 0 THEN 1 ELSE 0 END) >= $callers
    AND SUM(counted) >= $calls
    AND SUM(counted) * 1000 >= $per_thousand * SUM(calls)
ORDER BY master, since_ms
