-- Grain     one row per credential and UTC day with an hour in which it was denied many accounts outside its own tree
-- Master    the one the credential belongs to
-- Account   the target of a request where it names one (an account known here, or an id of one), else whose record it is
-- Strength  the most such accounts in an hour
-- Known     at the denied request that crossed the threshold
WITH denied AS (
    SELECT
        r.credential, COALESCE(h.master, t.master) AS master, r.account, r.at_ms, r.id,
        r.at_ms - r.at_ms % 3600000 AS hour_ms, r.at_ms - r.at_ms % 86400000 AS day_ms,
        CASE
            WHEN o.master <> COALESCE(h.master, t.master) THEN r.target
            WHEN o.master IS NULL AND SUBSTR(r.target, 1, 2) = 'AC' AND r.target NOT LIKE '%.%' THEN r.target
            WHEN h.master <> t.master THEN CAST(r.account AS VARCHAR)
        END AS foreigner
    FROM requests AS r
    INNER JOIN tree AS t ON t.account = r.account AND r.at_ms >= t.since_ms AND r.at_ms < t.until_ms
    LEFT JOIN credential_homes AS h ON h.credential = r.credential AND h.first_ms < r.at_ms
    LEFT JOIN credential_homes AS o ON o.credential = r.target
    WHERE r.credential IS NOT NULL AND r.status IN (401, 403, 404) AND r.at_ms >= $since_ms AND r.at_ms < $until_ms
),
busy AS (
    SELECT credential, day_ms, MIN(master) AS master, MIN(at_ms) AS since_ms
    FROM denied
    WHERE foreigner IS NOT NULL
    GROUP BY credential, day_ms
    HAVING COUNT(*) >= $accounts AND MIN(master) = MAX(master)
),
firsts AS (
    SELECT
        d.credential, d.day_ms, d.hour_ms, d.at_ms, d.id, b.master, b.since_ms,
        CASE WHEN d.foreigner IS NOT NULL AND ROW_NUMBER() OVER (
            PARTITION BY d.credential, d.hour_ms, d.foreigner ORDER BY d.at_ms, d.id
        ) = 1 THEN 1 ELSE 0 END AS is_new
    FROM denied AS d
    INNER JOIN busy AS b ON b.credential = d.credential AND b.day_ms = d.day_ms
    WHERE d.at_ms >= b.since_ms
),
grown AS (
    SELECT *, SUM(is_new) OVER (PARTITION BY credential, hour_ms ORDER BY at_ms, id) AS accounts
    FROM firsts
)
SELECT
    master,
    master AS account,
    credential AS subject,
    MIN(since_ms) AS since_ms,
    MIN(CASE WHEN accounts >= $accounts THEN at_ms END) + 1 AS until_ms,
    MAX(at_ms) + 1 AS through_ms,
    MAX(accounts) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM grown
GROUP BY master, credential, day_ms
HAVING MAX(accounts) >= $accounts
ORDER BY master, subject, since_ms
