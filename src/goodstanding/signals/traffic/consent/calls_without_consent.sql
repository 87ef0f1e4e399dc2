-- Grain     one row per master account and UTC day on which more than $line of a thousand calls, and to at least $people people, went to
--           somebody whose consent its ledger does not know, though it knows that of others it called that day
-- Strength  the calls made so, of all that day
-- Known     when the day is over
SELECT
    master,
    CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
    NULL AS subject,
    day_ms AS since_ms,
    day_ms + 86400000 AS until_ms,
    day_ms + 86400000 AS through_ms,
    SUM(1 - known) AS strength,
    COUNT(*) AS whole,
    SUM(1 - known) AS records
FROM uncalled_for
WHERE day_ms + 86400000 <= $until_ms
GROUP BY master, day_ms
HAVING SUM(1 - known) * 1000 > $line * COUNT(*) AND COUNT(DISTINCT CASE WHEN known = 0 THEN person END) >= $people
    AND SUM(known) * 1000 >= $agreed * COUNT(*)
ORDER BY master, subject, since_ms
