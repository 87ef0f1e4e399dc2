-- Grain     one row per master account and UTC day on which much of its outbound traffic went to ranges on the list of high-cost ones,
--           other than ranges in which the tree holds numbers
-- Strength  such calls, of all outbound calls
-- Known     when the day is over
WITH dear AS (
    SELECT master, account, day_ms, CAST(SUBSTR(CAST(callee AS VARCHAR), 1, 7) AS BIGINT) AS prefix
    FROM tree_calls
    WHERE direction = 2 AND started_ms >= $since_ms AND started_ms < $until_ms
        AND (CAST(SUBSTR(CAST(callee AS VARCHAR), 1, 7) AS BIGINT) IN (SELECT prefix FROM prefix_lists WHERE list = 'high-cost')
            OR callee IN (SELECT number FROM number_lists WHERE list = 'high-cost')
            OR callee IN (SELECT low FROM listed WHERE list = 'high-cost' AND low = high))
),
home AS (
    SELECT DISTINCT master, CAST(SUBSTR(CAST(number AS VARCHAR), 1, 7) AS BIGINT) AS prefix FROM owned_numbers
),
busy AS (
    SELECT d.master, d.day_ms, MIN(d.account) AS first_account, MAX(d.account) AS last_account, COUNT(*) AS calls
    FROM dear AS d
    LEFT JOIN home AS h ON h.master = d.master AND h.prefix = d.prefix
    WHERE h.master IS NULL AND d.day_ms >= $since_ms AND d.day_ms + 86400000 <= $until_ms
    GROUP BY d.master, d.day_ms
    HAVING COUNT(*) >= $calls
),
told AS (
    SELECT
        b.master, b.day_ms, MIN(b.first_account) AS first_account, MIN(b.last_account) AS last_account, MIN(b.calls) AS calls,
        COUNT(*) AS whole
    FROM busy AS b
    INNER JOIN tree_calls AS c ON c.master = b.master AND c.day_ms = b.day_ms
    WHERE c.direction = 2 AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
    GROUP BY b.master, b.day_ms
)
SELECT
    master,
    CASE WHEN first_account = last_account THEN first_account ELSE master END AS account,
    NULL AS subject,
    day_ms AS since_ms,
    day_ms + 86400000 AS until_ms,
    day_ms + 86400000 AS through_ms,
    calls AS strength,
    whole,
    calls AS records
FROM told
WHERE calls * 1000 >= $per_thousand * whole
ORDER BY master, since_ms
