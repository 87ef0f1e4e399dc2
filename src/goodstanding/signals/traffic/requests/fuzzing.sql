-- Grain     one row per master account and UTC day with an hour of many different refusals
-- Strength  the most different refusals (route, status and error) in an hour
-- Known     at the refusal that crossed the threshold
WITH refused AS (
    SELECT
        t.master, r.account, r.at_ms, r.id, r.at_ms - r.at_ms % 3600000 AS hour_ms, r.at_ms - r.at_ms % 86400000 AS day_ms,
        COALESCE(r.route, '') || ' ' || CAST(r.status AS VARCHAR) || ' ' || CAST(COALESCE(r.error, 0) AS VARCHAR) AS signature
    FROM requests AS r
    INNER JOIN tree AS t ON t.account = r.account AND r.at_ms >= t.since_ms AND r.at_ms < t.until_ms
    WHERE r.status >= 400 AND r.status < 500 AND r.status <> 429 AND r.at_ms >= $since_ms AND r.at_ms < $until_ms
),
busy AS (
    SELECT master, day_ms
    FROM refused
    GROUP BY master, day_ms
    HAVING COUNT(*) >= $signatures
),
firsts AS (
    SELECT
        f.*,
        CASE WHEN ROW_NUMBER() OVER (PARTITION BY f.master, f.hour_ms, f.signature ORDER BY f.at_ms, f.id) = 1 THEN 1 ELSE 0 END AS is_new
    FROM refused AS f
    INNER JOIN busy AS b ON b.master = f.master AND b.day_ms = f.day_ms
),
grown AS (
    SELECT *, SUM(is_new) OVER (PARTITION BY master, hour_ms ORDER BY at_ms, id) AS signatures
    FROM firsts
)
SELECT
    master,
    CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
    NULL AS subject,
    MIN(at_ms) AS since_ms,
    MIN(CASE WHEN signatures >= $signatures THEN at_ms END) + 1 AS until_ms,
    MAX(at_ms) + 1 AS through_ms,
    MAX(signatures) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM grown
GROUP BY master, day_ms
HAVING MAX(signatures) >= $signatures
ORDER BY master, since_ms
