-- Grain     one row per master account and UTC day with many look-ups of numbers and hardly anything sent
-- Strength  look-ups; whole look-ups, calls and messages
-- Known     when the day was over
-- Abstains  where the account's own use is verification or the prevention of fraud
WITH looked AS (
    SELECT
        master, day_ms, SUM(lookups) AS lookups, SUM(unfound) AS unfound, MIN(first_lookup_ms) AS first_ms, MAX(last_lookup_ms) AS last_ms
    FROM request_days
    WHERE lookups > 0 AND day_ms >= $since_ms - $since_ms % 86400000 AND day_ms + 86400000 <= $until_ms
    GROUP BY master, day_ms
    HAVING SUM(lookups) >= $lookups AND (SUM(unfound) * 1000 > $unfound_share * SUM(lookups) OR SUM(lookups) >= $many)
),
sent AS (
    SELECT l.master, l.day_ms, COUNT(*) AS sends
    FROM looked AS l
    INNER JOIN tree_calls AS c ON c.master = l.master AND c.day_ms = l.day_ms AND c.direction = 2
    GROUP BY l.master, l.day_ms
    UNION ALL
    SELECT l.master, l.day_ms, COUNT(*) AS sends
    FROM looked AS l
    INNER JOIN tree_messages AS m ON m.master = l.master AND m.day_ms = l.day_ms AND m.direction = 2
    GROUP BY l.master, l.day_ms
),
summed AS (
    SELECT master, day_ms, SUM(sends) AS sends FROM sent GROUP BY master, day_ms
),
verifying AS (
    SELECT t.master
    FROM profiles AS p
    INNER JOIN tree AS t ON t.account = p.account
    WHERE p.at_ms < $since_ms AND (p.use_case LIKE '%lookup%' OR p.use_case LIKE '%verif%' OR p.use_case LIKE '%fraud%')
    GROUP BY t.master
)
SELECT
    l.master,
    l.master AS account,
    NULL AS subject,
    l.first_ms AS since_ms,
    l.day_ms + 86400000 AS until_ms,
    l.last_ms + 1 AS through_ms,
    l.lookups AS strength,
    l.lookups + COALESCE(s.sends, 0) AS whole,
    l.lookups AS records
FROM looked AS l
LEFT JOIN summed AS s ON s.master = l.master AND s.day_ms = l.day_ms
LEFT JOIN verifying AS v ON v.master = l.master
WHERE l.lookups > $times * COALESCE(s.sends, 0) AND v.master IS NULL
ORDER BY master, since_ms
