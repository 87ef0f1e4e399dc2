-- Grain     one row per master account and UTC day from which on $cases confirmed cases of its sub-accounts fell within 90 days
-- Strength  so many cases
-- Known     at the decision that made them so many
WITH decided AS (
    SELECT
        t.master, c.decided_ms,
        LAG(c.decided_ms, $cases - 1) OVER (PARTITION BY t.master ORDER BY c.decided_ms, c.id) AS first_ms
    FROM confirmed_cases AS c
    INNER JOIN tree AS t ON t.account = c.account AND c.decided_ms >= t.since_ms AND c.decided_ms < t.until_ms
    WHERE t.account <> t.master AND c.decided_ms >= $since_ms - 7776000000 AND c.decided_ms < $until_ms
),
placed AS (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY master, first_ms - first_ms % 86400000 ORDER BY decided_ms) AS place
    FROM decided
    WHERE decided_ms - first_ms < 7776000000 AND decided_ms >= $since_ms
)
SELECT
    master,
    master AS account,
    NULL AS subject,
    first_ms AS since_ms,
    decided_ms + 1 AS until_ms,
    decided_ms + 1 AS through_ms,
    $cases AS strength,
    0 AS whole,
    $cases AS records
FROM placed
WHERE place = 1
ORDER BY master, since_ms
