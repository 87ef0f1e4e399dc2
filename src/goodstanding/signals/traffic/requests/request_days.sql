-- Grain     one row per master account, credential, address, country and UTC day with requests, from 28 days before the span
-- Yields    how many requests, when the first that was granted came (NULL none), how many read others' words, how many looked numbers up
SELECT
    t.master, r.credential, r.ip, r.country, r.at_ms - r.at_ms % 86400000 AS day_ms,
    COUNT(*) AS requests,
    MIN(CASE WHEN r.status < 400 THEN r.at_ms END) AS granted_ms,
    SUM(CASE WHEN r.method = 'GET' AND r.status < 400 AND (
        r.route LIKE '%Recordings%' OR r.route LIKE '%Messages%' OR r.route LIKE '%Transcriptions%'
    ) THEN 1 ELSE 0 END) AS readings,
    SUM(CASE WHEN r.route = 'PhoneNumbers' OR r.route LIKE '%ookup%' THEN 1 ELSE 0 END) AS lookups,
    SUM(CASE WHEN r.status = 404 AND (r.route = 'PhoneNumbers' OR r.route LIKE '%ookup%') THEN 1 ELSE 0 END) AS unfound,
    MIN(CASE WHEN r.route = 'PhoneNumbers' OR r.route LIKE '%ookup%' THEN r.at_ms END) AS first_lookup_ms,
    MAX(CASE WHEN r.route = 'PhoneNumbers' OR r.route LIKE '%ookup%' THEN r.at_ms END) AS last_lookup_ms
FROM requests AS r
INNER JOIN tree AS t ON t.account = r.account AND r.at_ms >= t.since_ms AND r.at_ms < t.until_ms
WHERE r.at_ms >= $since_ms - 2419200000 AND r.at_ms < $until_ms
GROUP BY t.master, r.credential, r.ip, r.country, r.at_ms - r.at_ms % 86400000
