-- Grain     one row per address and UTC day with five minutes in which many sign-ins from it failed, for many different owners, or
--           hundreds from an address that was never let in
-- Master    the account that was let in from that address before that day; else the one it was first refused at, which is the victim
-- Strength  the most failures in five minutes
-- Known     at the failure that crossed the thresholds
-- Abstains  where many masters were let in from the address before: a proxy or a shared office
WITH failing AS (
    SELECT r.ip, r.at_ms - r.at_ms % 300000 AS bucket_ms
    FROM requests AS r
    WHERE r.ip IS NOT NULL AND (r.status = 401 OR r.error = 20003) AND r.at_ms >= $since_ms AND r.at_ms < $until_ms
    GROUP BY r.ip, r.at_ms - r.at_ms % 300000
    HAVING COUNT(*) >= $attempts
),
days AS (
    SELECT ip, bucket_ms - bucket_ms % 86400000 AS day_ms FROM failing GROUP BY ip, bucket_ms - bucket_ms % 86400000
),
let_in AS (
    SELECT d.ip, d.day_ms, p.master, ROW_NUMBER() OVER (PARTITION BY d.ip, d.day_ms ORDER BY MIN(p.granted_ms), p.master) AS place
    FROM days AS d
    INNER JOIN request_days AS p ON p.ip = d.ip AND p.day_ms < d.day_ms AND p.granted_ms IS NOT NULL
    GROUP BY d.ip, d.day_ms, p.master
),
known AS (
    SELECT ip, day_ms, MAX(CASE WHEN place = 1 THEN master END) AS master, COUNT(*) AS masters FROM let_in GROUP BY ip, day_ms
),
rows_of AS (
    SELECT
        r.ip, d.day_ms, r.at_ms - r.at_ms % 300000 AS bucket_ms, r.at_ms, r.id, t.master, r.account, k.master AS home,
        CASE WHEN r.status = 401 OR r.error = 20003 THEN 1 ELSE 0 END AS failed,
        CASE WHEN h.master IS NOT NULL THEN CAST(h.master AS VARCHAR) ELSE COALESCE(r.credential, CAST(t.master AS VARCHAR)) END AS owner
    FROM requests AS r
    INNER JOIN days AS d ON d.ip = r.ip AND d.day_ms = r.at_ms - r.at_ms % 86400000
    INNER JOIN tree AS t ON t.account = r.account AND r.at_ms >= t.since_ms AND r.at_ms < t.until_ms
    LEFT JOIN known AS k ON k.ip = d.ip AND k.day_ms = d.day_ms
    LEFT JOIN credential_homes AS h ON h.credential = r.credential AND h.first_ms < r.at_ms
    WHERE r.at_ms >= $since_ms AND r.at_ms < $until_ms AND COALESCE(k.masters, 0) <= $shared_by
),
firsts AS (
    SELECT
        *,
        CASE WHEN failed = 1 AND ROW_NUMBER() OVER (PARTITION BY ip, bucket_ms, owner, failed ORDER BY at_ms, id) = 1 THEN 1 ELSE 0 END
            AS is_new,
        ROW_NUMBER() OVER (PARTITION BY ip, day_ms, failed ORDER BY at_ms, id) AS place
    FROM rows_of
),
grown AS (
    SELECT
        *,
        SUM(failed) OVER (PARTITION BY ip, bucket_ms ORDER BY at_ms, id) AS failures,
        SUM(is_new) OVER (PARTITION BY ip, bucket_ms ORDER BY at_ms, id) AS owners,
        COUNT(*) OVER (PARTITION BY ip, bucket_ms ORDER BY at_ms, id) AS requests
    FROM firsts
),
judged AS (
    SELECT
        *,
        CASE WHEN failed = 1 AND failures * 2 > requests AND (
            (failures >= $attempts AND owners >= $owners) OR (failures >= $unknown_attempts AND home IS NULL)
        ) THEN at_ms END AS crossed_ms
    FROM grown
)
SELECT
    COALESCE(MAX(home), MAX(CASE WHEN failed = 1 AND place = 1 THEN master END)) AS master,
    COALESCE(MAX(home), MAX(CASE WHEN failed = 1 AND place = 1 THEN master END)) AS account,
    ip AS subject,
    MIN(CASE WHEN failed = 1 THEN at_ms END) AS since_ms,
    MIN(crossed_ms) + 1 AS until_ms,
    MAX(CASE WHEN failed = 1 THEN at_ms END) + 1 AS through_ms,
    MAX(failures) AS strength,
    0 AS whole,
    SUM(failed) AS records
FROM judged
GROUP BY ip, day_ms
HAVING MIN(crossed_ms) IS NOT NULL
ORDER BY master, subject, since_ms
