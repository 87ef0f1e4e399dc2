-- Grain     one row per master account and UTC day on which at least $line offers of a solicitor met people before $opens or after $closes
--           (minutes of the day) where their number may be; one whose place is not known is let be
-- Strength  those offers
-- Known     at the one that crossed the threshold
WITH placed AS (
    SELECT
        s.master, s.account, s.day_ms, s.at_ms,
        h.earliest * 60000 + s.at_ms - h.hour_ms AS earliest_ms,
        h.latest * 60000 + s.at_ms - h.hour_ms AS latest_ms
    FROM solicitations AS s
    INNER JOIN local_hours AS h
        ON h.prefix = CAST(SUBSTR(CAST(s.person AS VARCHAR), 1, 7) AS BIGINT) AND h.hour_ms = s.at_ms - s.at_ms % 3600000
    WHERE s.relation = 1
),
met AS (
    SELECT master, account, day_ms, at_ms, ROW_NUMBER() OVER (PARTITION BY master, day_ms ORDER BY at_ms) AS place
    FROM placed
    WHERE earliest_ms < $opens * 60000 OR latest_ms >= $closes * 60000
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
