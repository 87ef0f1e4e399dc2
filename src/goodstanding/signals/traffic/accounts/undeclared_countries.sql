-- Grain     one row per master account and UTC day that is at least the $days-th of 28 with a share of messages to undeclared countries
-- Strength  messages to countries that no profile of the tree names; whole all whose country is known
-- Known     when the day was over
WITH latest AS (
    SELECT account, countries, ROW_NUMBER() OVER (PARTITION BY account ORDER BY at_ms DESC, id DESC) AS place
    FROM profiles
    WHERE at_ms <= $since_ms
),
declared AS (
    SELECT t.master, l.countries
    FROM latest AS l
    INNER JOIN tree AS t ON t.account = l.account AND t.since_ms <= $since_ms AND t.until_ms > $since_ms
    WHERE l.place = 1 AND l.countries IS NOT NULL
),
masters AS (
    SELECT master FROM declared GROUP BY master
),
sent AS (
    SELECT
        m.master, m.day_ms, CAST(SUBSTR(CAST(m.recipient AS VARCHAR), 1, 7) AS BIGINT) AS prefix, COUNT(*) AS messages,
        MIN(m.account) AS low, MAX(m.account) AS high, MIN(m.at_ms) AS first_ms, MAX(m.at_ms) AS last_ms
    FROM masters AS d
    INNER JOIN tree_messages AS m ON m.master = d.master
    WHERE m.direction = 2 AND m.recipient IS NOT NULL AND m.at_ms >= $since_ms AND m.at_ms < $until_ms - $until_ms % 86400000
    GROUP BY m.master, m.day_ms, CAST(SUBSTR(CAST(m.recipient AS VARCHAR), 1, 7) AS BIGINT)
),
reached AS (
    SELECT
        s.master, s.day_ms, d.country, SUM(s.messages) AS messages, MIN(s.low) AS low, MAX(s.high) AS high,
        MIN(s.first_ms) AS first_ms, MAX(s.last_ms) AS last_ms
    FROM sent AS s
    INNER JOIN destinations AS d ON d.prefix = s.prefix
    WHERE d.country IS NOT NULL
    GROUP BY s.master, s.day_ms, d.country
),
allowed AS (
    SELECT r.master, r.country
    FROM (SELECT master, country FROM reached GROUP BY master, country) AS r
    INNER JOIN declared AS d ON d.master = r.master
    WHERE d.countries LIKE '%' || r.country || '%'
    GROUP BY r.master, r.country
),
daily AS (
    SELECT
        r.master, r.day_ms, SUM(r.messages) AS whole, MIN(r.low) AS low, MAX(r.high) AS high, MIN(r.first_ms) AS first_ms,
        MAX(r.last_ms) AS last_ms, SUM(CASE WHEN a.country IS NULL THEN r.messages ELSE 0 END) AS strays
    FROM reached AS r
    LEFT JOIN allowed AS a ON a.master = r.master AND a.country = r.country
    GROUP BY r.master, r.day_ms
    HAVING SUM(CASE WHEN a.country IS NULL THEN r.messages ELSE 0 END) >= $messages
        AND SUM(CASE WHEN a.country IS NULL THEN r.messages ELSE 0 END) * 1000 > $share * SUM(r.messages)
),
run AS (
    SELECT *, LAG(day_ms, $days - 1) OVER (PARTITION BY master ORDER BY day_ms) AS earlier_ms
    FROM daily
),
counted AS (
    SELECT r.master, r.day_ms, COUNT(*) AS records, MIN(m.at_ms) AS first_ms, MAX(m.at_ms) AS last_ms
    FROM run AS r
    INNER JOIN tree_messages AS m ON m.master = r.master AND m.day_ms = r.day_ms AND m.direction = 2
    WHERE r.day_ms - r.earlier_ms < 2419200000 AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
    GROUP BY r.master, r.day_ms
)
SELECT
    r.master,
    CASE WHEN r.low = r.high THEN r.low ELSE r.master END AS account,
    NULL AS subject,
    c.first_ms AS since_ms,
    r.day_ms + 86400000 AS until_ms,
    c.last_ms + 1 AS through_ms,
    r.strays AS strength,
    r.whole,
    c.records
FROM run AS r
INNER JOIN counted AS c ON c.master = r.master AND c.day_ms = r.day_ms
ORDER BY master, since_ms
