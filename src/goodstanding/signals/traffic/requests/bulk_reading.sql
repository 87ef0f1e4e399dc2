-- Grain     one row per credential and UTC day: new to its tree, from a new address, and read more than the tree ever did in a day
-- Strength  recordings, messages and transcriptions read
-- Known     at the reading that crossed both thresholds
-- Baseline  the busiest of the tree's 28 days before; a tree with few such days is left alone
WITH daily AS (
    SELECT master, day_ms, SUM(readings) AS readings FROM request_days GROUP BY master, day_ms
),
busy AS (
    SELECT master, credential, day_ms
    FROM request_days
    WHERE credential IS NOT NULL AND day_ms >= $since_ms - $since_ms % 86400000
    GROUP BY master, credential, day_ms
    HAVING SUM(readings) >= $readings
),
before AS (
    SELECT b.master, b.credential, b.day_ms, COUNT(*) AS days, MAX(d.readings) AS most
    FROM busy AS b
    INNER JOIN daily AS d ON d.master = b.master AND d.day_ms < b.day_ms
    GROUP BY b.master, b.credential, b.day_ms
    HAVING COUNT(*) >= $known_days
),
known AS (
    SELECT b.master, b.credential, b.day_ms
    FROM busy AS b
    INNER JOIN request_days AS p ON p.master = b.master AND p.credential = b.credential AND p.day_ms < b.day_ms
    GROUP BY b.master, b.credential, b.day_ms
),
addresses AS (
    SELECT b.master, b.day_ms, p.ip
    FROM busy AS b
    INNER JOIN request_days AS p ON p.master = b.master AND p.day_ms < b.day_ms
    WHERE p.ip IS NOT NULL
    GROUP BY b.master, b.day_ms, p.ip
),
reading AS (
    SELECT
        b.master, b.credential, b.day_ms, b.most, r.account, r.at_ms,
        ROW_NUMBER() OVER (PARTITION BY b.master, b.credential, b.day_ms ORDER BY r.at_ms, r.id) AS place,
        SUM(CASE WHEN a.ip IS NULL THEN 0 ELSE 1 END) OVER (PARTITION BY b.master, b.credential, b.day_ms ORDER BY r.at_ms, r.id) AS homely
    FROM before AS b
    INNER JOIN requests AS r ON r.credential = b.credential AND r.at_ms - r.at_ms % 86400000 = b.day_ms
    INNER JOIN tree AS t ON t.account = r.account AND t.master = b.master AND r.at_ms >= t.since_ms AND r.at_ms < t.until_ms
    LEFT JOIN known AS k ON k.master = b.master AND k.credential = b.credential AND k.day_ms = b.day_ms
    LEFT JOIN addresses AS a ON a.master = b.master AND a.day_ms = b.day_ms AND a.ip = r.ip
    WHERE k.master IS NULL AND r.method = 'GET' AND r.status < 400
        AND (r.route LIKE '%Recordings%' OR r.route LIKE '%Messages%' OR r.route LIKE '%Transcriptions%')
        AND r.at_ms >= $since_ms AND r.at_ms < $until_ms
),
judged AS (
    SELECT *, CASE WHEN homely = 0 AND place >= $readings AND place > $times * most THEN at_ms END AS crossed_ms
    FROM reading
)
SELECT
    master,
    CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
    credential AS subject,
    MIN(at_ms) AS since_ms,
    MIN(crossed_ms) + 1 AS until_ms,
    MAX(at_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM judged
GROUP BY master, credential, day_ms
HAVING MIN(crossed_ms) IS NOT NULL
ORDER BY master, subject, since_ms
