-- Grain     one row per master account and country it was first used from, or UTC day with a change of where it may call or write
-- Yields    kind 1 a country, 2 a change; when it came, and on how many days before with granted requests a country was known
WITH seen AS (
    SELECT master, country, MIN(granted_ms) AS first_ms FROM request_days WHERE country IS NOT NULL GROUP BY master, country
),
days AS (
    SELECT master, day_ms FROM request_days WHERE country IS NOT NULL AND granted_ms IS NOT NULL GROUP BY master, day_ms
),
countries AS (
    SELECT s.master, s.country, s.first_ms, COUNT(*) AS known_days
    FROM seen AS s
    INNER JOIN days AS d ON d.master = s.master AND d.day_ms < s.first_ms - s.first_ms % 86400000
    WHERE s.first_ms >= $since_ms
    GROUP BY s.master, s.country, s.first_ms
),
changes AS (
    SELECT t.master, r.at_ms - r.at_ms % 86400000 AS day_ms, MIN(r.at_ms) AS first_ms
    FROM requests AS r
    INNER JOIN tree AS t ON t.account = r.account AND r.at_ms >= t.since_ms AND r.at_ms < t.until_ms
    WHERE r.method IN ('POST', 'PUT', 'PATCH') AND r.status < 400 AND LOWER(r.route) LIKE '%permission%'
        AND r.at_ms >= $since_ms AND r.at_ms < $until_ms
    GROUP BY t.master, r.at_ms - r.at_ms % 86400000
)
SELECT 1 AS kind, master, country AS subject, first_ms, known_days FROM countries
UNION ALL
SELECT 2 AS kind, master, 'permissions' AS subject, first_ms, CAST(0 AS BIGINT) AS known_days FROM changes
