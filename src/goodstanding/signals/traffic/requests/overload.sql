-- Grain     one row per master account and UTC day on which it went on asking while most of what it asked was refused as too much
-- Strength  refusals (429) in the first four such windows of five minutes; whole all requests in them
-- Known     when the fourth window in a row was over
-- Backs off a client that waits longer and longer sends less from window to window: the last must hold eight tenths of the first
WITH refusals AS (
    SELECT t.master, r.at_ms - r.at_ms % 300000 AS bucket_ms
    FROM requests AS r
    INNER JOIN tree AS t ON t.account = r.account AND r.at_ms >= t.since_ms AND r.at_ms < t.until_ms
    WHERE r.status = 429 AND r.at_ms >= $since_ms AND r.at_ms < $until_ms - $until_ms % 300000
    GROUP BY t.master, r.at_ms - r.at_ms % 300000
    HAVING COUNT(*) * 1000 > $refused_share * $requests
),
windows AS (
    SELECT
        f.master, f.bucket_ms, MIN(r.account) AS low, MAX(r.account) AS high,
        COUNT(*) AS requests, SUM(CASE WHEN r.status = 429 THEN 1 ELSE 0 END) AS refused
    FROM refusals AS f
    INNER JOIN tree AS t ON t.master = f.master
    INNER JOIN requests AS r ON r.account = t.account AND r.at_ms - r.at_ms % 300000 = f.bucket_ms
    WHERE r.at_ms >= $since_ms AND r.at_ms < $until_ms - $until_ms % 300000 AND r.at_ms >= t.since_ms AND r.at_ms < t.until_ms
    GROUP BY f.master, f.bucket_ms
    HAVING COUNT(*) >= $requests AND SUM(CASE WHEN r.status = 429 THEN 1 ELSE 0 END) * 1000 > $refused_share * COUNT(*)
),
runs AS (
    SELECT
        *,
        LAG(bucket_ms, 3) OVER (PARTITION BY master ORDER BY bucket_ms) AS first_ms,
        LAG(requests, 3) OVER (PARTITION BY master ORDER BY bucket_ms) AS first_requests,
        SUM(requests) OVER (PARTITION BY master ORDER BY bucket_ms ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS in_run,
        SUM(refused) OVER (PARTITION BY master ORDER BY bucket_ms ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS refused_in_run
    FROM windows
),
sustained AS (
    SELECT
        *, bucket_ms - bucket_ms % 86400000 AS day_ms,
        ROW_NUMBER() OVER (PARTITION BY master, first_ms - first_ms % 86400000 ORDER BY bucket_ms) AS place
    FROM runs
    WHERE bucket_ms - first_ms = 900000 AND requests * 10 >= first_requests * 8
)
SELECT
    master,
    CASE WHEN low = high THEN low ELSE master END AS account,
    NULL AS subject,
    first_ms AS since_ms,
    bucket_ms + 300000 AS until_ms,
    bucket_ms + 300000 AS through_ms,
    refused_in_run AS strength,
    in_run AS whole,
    refused_in_run AS records
FROM sustained
WHERE place = 1
ORDER BY master, since_ms
