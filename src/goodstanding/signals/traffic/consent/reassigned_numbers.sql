-- Grain     one row per master account and UTC day on which at least $line messages went to numbers that had been given to somebody else
--           since their former owners agreed
-- Strength  those messages
-- Known     at the message that crossed the threshold
WITH passed_on AS (
    SELECT low AS person, CAST(MIN(as_of_day) AS BIGINT) * 86400000 AS since_ms
    FROM listed
    WHERE list = 'reassigned' AND low = high
    GROUP BY low
),
met AS (
    SELECT
        m.master, m.account, m.day_ms, m.at_ms, ROW_NUMBER() OVER (PARTITION BY m.master, m.day_ms ORDER BY m.at_ms) AS place
    FROM tree_messages AS m
    INNER JOIN passed_on AS p ON p.person = m.recipient
    INNER JOIN agreed AS a ON a.master = m.master AND a.person = m.recipient
    WHERE m.direction = 2 AND m.at_ms >= $since_ms AND m.at_ms < $until_ms AND m.at_ms >= p.since_ms + 86400000
        AND a.agreed_ms < p.since_ms
)
SELECT
    master,
    CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
    NULL AS subject,
    MIN(at_ms) AS since_ms,
    MIN(CASE WHEN place >= $line THEN at_ms END) + 1 AS until_ms,
    MAX(at_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM met
GROUP BY master, day_ms
HAVING COUNT(*) >= $line
ORDER BY master, subject, since_ms
