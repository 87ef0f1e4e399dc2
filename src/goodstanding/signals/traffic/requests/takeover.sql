-- Grain     one row per master account and country it was first used from, followed within 24 hours by a burst to costly destinations
-- Strength  calls and messages to destinations of risk 3 and above in those 24 hours
-- Costly    risk 3 and above, but not the numbers of North America that nobody has: a bad list holds many, and they cost nothing
-- Known     at the call or message that crossed the thresholds
-- Records   the requests from that country, that UTC day
-- Baseline  the countries of 28 days before, on enough of them; the costly traffic of the week before
WITH seen AS (
    SELECT master, country, MIN(granted_ms) AS first_ms FROM request_days WHERE country IS NOT NULL GROUP BY master, country
),
days AS (
    SELECT master, day_ms FROM request_days WHERE country IS NOT NULL AND granted_ms IS NOT NULL GROUP BY master, day_ms
),
news AS (
    SELECT s.master, s.country AS subject, s.first_ms
    FROM seen AS s
    INNER JOIN days AS d ON d.master = s.master AND d.day_ms < s.first_ms - s.first_ms % 86400000
    WHERE s.first_ms >= $since_ms
    GROUP BY s.master, s.country, s.first_ms
    HAVING COUNT(*) >= $known_days
),
risky AS (
    SELECT n.master, n.subject, n.first_ms, c.started_ms AS at_ms, c.account, c.callee AS number
    FROM news AS n
    INNER JOIN tree_calls AS c ON c.master = n.master AND c.direction = 2
    WHERE c.started_ms >= n.first_ms - 604800000 AND c.started_ms < n.first_ms + 86400000 AND c.started_ms < $until_ms
    UNION ALL
    SELECT n.master, n.subject, n.first_ms, m.at_ms, m.account, m.recipient AS number
    FROM news AS n
    INNER JOIN tree_messages AS m ON m.master = n.master AND m.direction = 2
    WHERE m.at_ms >= n.first_ms - 604800000 AND m.at_ms < n.first_ms + 86400000 AND m.at_ms < $until_ms
),
costly AS (
    SELECT r.*
    FROM risky AS r
    INNER JOIN destinations AS d ON d.prefix = CAST(SUBSTR(CAST(r.number AS VARCHAR), 1, 7) AS BIGINT)
    WHERE d.risk >= 3 AND (d.risk < 6 OR COALESCE(d.calling_code, 0) <> 1)
),
before AS (
    SELECT master, subject, first_ms, COUNT(*) AS earlier
    FROM costly
    WHERE at_ms < first_ms
    GROUP BY master, subject, first_ms
),
after AS (
    SELECT c.master, c.subject, c.first_ms, c.at_ms, COALESCE(b.earlier, 0) AS earlier,
        COUNT(*) OVER (PARTITION BY c.master, c.subject, c.first_ms ORDER BY c.at_ms) AS place
    FROM costly AS c
    LEFT JOIN before AS b ON b.master = c.master AND b.subject = c.subject AND b.first_ms = c.first_ms
    WHERE c.at_ms >= c.first_ms
),
crossed AS (
    SELECT master, subject, first_ms, MAX(place) AS strength,
        MIN(CASE WHEN place >= $risky AND place > $times * earlier THEN at_ms END) AS crossed_ms
    FROM after
    GROUP BY master, subject, first_ms
    HAVING MIN(CASE WHEN place >= $risky AND place > $times * earlier THEN at_ms END) IS NOT NULL
),
shown AS (
    SELECT c.master, c.subject, c.first_ms, MIN(r.account) AS low, MAX(r.account) AS high, MAX(r.at_ms) AS last_ms, COUNT(*) AS records
    FROM crossed AS c
    INNER JOIN tree AS t ON t.master = c.master
    INNER JOIN requests AS r ON r.account = t.account AND r.country = c.subject AND r.at_ms >= t.since_ms AND r.at_ms < t.until_ms
    WHERE r.at_ms >= c.first_ms AND r.at_ms < c.first_ms - c.first_ms % 86400000 + 86400000 AND r.at_ms < $until_ms AND r.status < 400
    GROUP BY c.master, c.subject, c.first_ms
)
SELECT
    c.master,
    CASE WHEN s.low = s.high THEN s.low ELSE c.master END AS account,
    c.subject AS subject,
    c.first_ms AS since_ms,
    c.crossed_ms + 1 AS until_ms,
    s.last_ms + 1 AS through_ms,
    c.strength,
    0 AS whole,
    s.records
FROM crossed AS c
INNER JOIN shown AS s ON s.master = c.master AND s.subject = c.subject AND s.first_ms = c.first_ms
ORDER BY master, subject, since_ms
