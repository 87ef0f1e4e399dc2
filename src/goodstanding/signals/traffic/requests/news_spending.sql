-- Grain     one row per call or message in the 24 hours after a piece of news of a key, to a costly destination or to a new one
-- Yields    how many came so far: costly to destinations of risk 3 and above, spent those and what went into narrow blocks of countries
--           abroad that the tree did not reach in the week before; and of that week: costly ones, the busiest day, days with traffic
-- Costly    not the numbers of North America that nobody has: a bad list holds many, and they cost nothing
-- Block     the country code and two digits more; where one holds nine tenths of what went to its country, somebody fills a range,
--           while a business that opens in a country meets the customers of every network; its own new home is left out
-- Least     ten such calls and messages, or the week before is not looked at
WITH days AS (
    SELECT kind, master, subject, first_ms, first_ms - first_ms % 86400000 AS day_ms FROM key_news
    UNION ALL
    SELECT kind, master, subject, first_ms, first_ms - first_ms % 86400000 + 86400000 AS day_ms FROM key_news
),
soon AS (
    SELECT d.kind, d.master, d.subject, d.first_ms, SUBSTR(CAST(c.callee AS VARCHAR), 1, 7) AS prefix, COUNT(*) AS sent
    FROM days AS d
    INNER JOIN tree_calls AS c ON c.master = d.master AND c.day_ms = d.day_ms AND c.direction = 2
    WHERE c.started_ms >= d.first_ms AND c.started_ms < d.first_ms + 86400000 AND c.started_ms < $until_ms
    GROUP BY d.kind, d.master, d.subject, d.first_ms, SUBSTR(CAST(c.callee AS VARCHAR), 1, 7)
    UNION ALL
    SELECT d.kind, d.master, d.subject, d.first_ms, SUBSTR(CAST(m.recipient AS VARCHAR), 1, 7) AS prefix, COUNT(*) AS sent
    FROM days AS d
    INNER JOIN tree_messages AS m ON m.master = d.master AND m.day_ms = d.day_ms AND m.direction = 2
    WHERE m.at_ms >= d.first_ms AND m.at_ms < d.first_ms + 86400000 AND m.at_ms < $until_ms
    GROUP BY d.kind, d.master, d.subject, d.first_ms, SUBSTR(CAST(m.recipient AS VARCHAR), 1, 7)
),
news AS (
    SELECT s.kind, s.master, s.subject, s.first_ms
    FROM soon AS s
    INNER JOIN destinations AS d ON d.prefix = CAST(s.prefix AS BIGINT)
    WHERE d.risk >= 3 OR d.calling_code > 1
    GROUP BY s.kind, s.master, s.subject, s.first_ms
    HAVING SUM(s.sent) >= 10
),
reached AS (
    SELECT n.kind, n.master, n.subject, n.first_ms, c.started_ms AS at_ms, c.callee AS number
    FROM news AS n
    INNER JOIN tree_calls AS c ON c.master = n.master AND c.direction = 2
    WHERE c.started_ms >= n.first_ms - 604800000 AND c.started_ms < n.first_ms + 86400000 AND c.started_ms < $until_ms
    UNION ALL
    SELECT n.kind, n.master, n.subject, n.first_ms, m.at_ms, m.recipient AS number
    FROM news AS n
    INNER JOIN tree_messages AS m ON m.master = n.master AND m.direction = 2
    WHERE m.at_ms >= n.first_ms - 604800000 AND m.at_ms < n.first_ms + 86400000 AND m.at_ms < $until_ms
),
placed AS (
    SELECT
        r.kind, r.master, r.subject, r.first_ms, r.at_ms, d.country, COALESCE(d.calling_code, 0) AS code,
        CASE WHEN d.risk >= 3 AND (d.risk < 6 OR COALESCE(d.calling_code, 0) <> 1) THEN 1 ELSE 0 END AS costly,
        SUBSTR(CAST(r.number AS VARCHAR), 1, LENGTH(CAST(COALESCE(d.calling_code, 0) AS VARCHAR)) + 2) AS block
    FROM reached AS r
    LEFT JOIN destinations AS d ON d.prefix = CAST(SUBSTR(CAST(r.number AS VARCHAR), 1, 7) AS BIGINT)
),
daily AS (
    SELECT kind, master, subject, first_ms, at_ms - at_ms % 86400000 AS day_ms, COUNT(*) AS sent, SUM(costly) AS costly
    FROM placed
    WHERE at_ms < first_ms
    GROUP BY kind, master, subject, first_ms, at_ms - at_ms % 86400000
),
week AS (
    SELECT kind, master, subject, first_ms, SUM(costly) AS earlier, MAX(sent) AS busiest, COUNT(*) AS days
    FROM daily
    GROUP BY kind, master, subject, first_ms
),
countries AS (
    SELECT kind, master, subject, first_ms, country
    FROM placed
    WHERE at_ms < first_ms AND country IS NOT NULL
    GROUP BY kind, master, subject, first_ms, country
),
after AS (
    SELECT
        p.*, CASE WHEN p.code > 1 AND p.country IS NOT NULL AND c.country IS NULL AND p.country <> p.subject THEN 1 ELSE 0 END AS fresh
    FROM placed AS p
    LEFT JOIN countries AS c ON c.kind = p.kind AND c.master = p.master AND c.subject = p.subject AND c.first_ms = p.first_ms
        AND c.country = p.country
    WHERE p.at_ms >= p.first_ms
),
blocks AS (
    SELECT
        *,
        COUNT(*) OVER (PARTITION BY kind, master, subject, first_ms, country, block ORDER BY at_ms) AS in_block,
        COUNT(*) OVER (PARTITION BY kind, master, subject, first_ms, country ORDER BY at_ms) AS in_country
    FROM after
    WHERE fresh = 1 OR costly = 1
),
narrow AS (
    SELECT *, MAX(in_block) OVER (PARTITION BY kind, master, subject, first_ms, country ORDER BY at_ms) AS in_widest
    FROM blocks
)
SELECT
    n.kind, n.master, n.subject, n.first_ms, n.at_ms,
    COALESCE(w.earlier, 0) AS earlier, COALESCE(w.busiest, 0) AS busiest, COALESCE(w.days, 0) AS days,
    SUM(n.costly) OVER (PARTITION BY n.kind, n.master, n.subject, n.first_ms ORDER BY n.at_ms) AS costly,
    SUM(CASE WHEN n.costly = 1 OR (n.fresh = 1 AND n.in_widest * 10 >= n.in_country * 9) THEN 1 ELSE 0 END)
        OVER (PARTITION BY n.kind, n.master, n.subject, n.first_ms ORDER BY n.at_ms) AS spent
FROM narrow AS n
LEFT JOIN week AS w ON w.kind = n.kind AND w.master = n.master AND w.subject = n.subject AND w.first_ms = n.first_ms
