-- Grain     one row per master account and UTC day on which at least $line offers of a solicitor went to numbers on the do-not-call list
--           whose owners its ledger does not know to have agreed
-- Strength  those offers
-- Known     at the one that crossed the threshold
WITH barred AS (
    SELECT DISTINCT low AS person
    FROM listed
    WHERE list = 'do-not-call' AND low = high
),
met AS (
    SELECT s.master, s.account, s.day_ms, s.at_ms, ROW_NUMBER() OVER (PARTITION BY s.master, s.day_ms ORDER BY s.at_ms) AS place
    FROM solicitations AS s
    INNER JOIN barred AS b ON b.person = s.person
    LEFT JOIN agreed AS a ON a.master = s.master AND a.person = s.person AND a.agreed_ms <= s.at_ms
    WHERE s.relation = 1 AND a.person IS NULL
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
