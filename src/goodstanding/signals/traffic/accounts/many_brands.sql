-- Grain     one row per master account and UTC day that adds a brand to at least $brands with senders or hosts of their own, where its
--           profiles tell its business and none says it resells
-- Strength  such brands of the span so far
-- Known     when the day was over
-- Brand     the name a message begins with. A sender, or a host that is linked to, belongs to the brand that fills nine tenths of its
--           named messages on the first day it has $messages of them: one company whose messages begin with many words has senders and
--           hosts that it shares among them; so has a company of many branches, whose names link to one host
-- Besides   twice as many brands as accounts that wrote for them: the sub-accounts of a reseller are its tenants
WITH told AS (
    SELECT
        t.master, COALESCE(LOWER(p.use_case), '') AS use_case, p.is_registered,
        ROW_NUMBER() OVER (PARTITION BY p.account ORDER BY p.at_ms DESC, p.id DESC) AS place
    FROM profiles AS p
    INNER JOIN tree AS t ON t.account = p.account AND t.since_ms <= $since_ms AND t.until_ms > $since_ms
    WHERE p.at_ms <= $since_ms
),
single AS (
    SELECT master
    FROM told
    WHERE place = 1
    GROUP BY master
    HAVING SUM(CASE WHEN use_case <> '' OR is_registered = 0 THEN 1 ELSE 0 END) > 0 AND SUM(
        CASE
            WHEN use_case LIKE '%isv%' OR use_case LIKE '%resell%' OR use_case LIKE '%platform%' OR use_case LIKE '%agency%'
                OR use_case LIKE '%mixed%' THEN 1
            ELSE 0
        END
    ) = 0
),
frequent AS (
    SELECT m.master, m.brand
    FROM tree_messages AS m
    INNER JOIN single AS s ON s.master = m.master
    WHERE m.direction = 2 AND m.brand IS NOT NULL AND m.at_ms >= $since_ms AND m.at_ms < $until_ms - $until_ms % 86400000
    GROUP BY m.master, m.brand
    HAVING COUNT(*) >= $messages
),
busy AS (
    SELECT master FROM frequent GROUP BY master HAVING COUNT(*) >= $brands
),
named AS (
    SELECT m.master, m.day_ms, 1 AS kind, m.sender AS place, m.brand, MIN(m.account) AS account, COUNT(*) AS messages
    FROM busy AS b
    INNER JOIN tree_messages AS m ON m.master = b.master
    WHERE m.direction = 2 AND m.brand IS NOT NULL AND m.sender IS NOT NULL
        AND m.at_ms >= $since_ms AND m.at_ms < $until_ms - $until_ms % 86400000
    GROUP BY m.master, m.day_ms, m.sender, m.brand
    UNION ALL
    SELECT m.master, m.day_ms, 2 AS kind, m.host AS place, m.brand, MIN(m.account) AS account, COUNT(*) AS messages
    FROM busy AS b
    INNER JOIN tree_messages AS m ON m.master = b.master
    WHERE m.direction = 2 AND m.brand IS NOT NULL AND m.host IS NOT NULL
        AND m.at_ms >= $since_ms AND m.at_ms < $until_ms - $until_ms % 86400000
    GROUP BY m.master, m.day_ms, m.host, m.brand
),
shared AS (
    SELECT *, SUM(messages) OVER (PARTITION BY master, day_ms, kind, place) AS of_place
    FROM named
),
placed AS (
    SELECT *, MIN(day_ms) OVER (PARTITION BY master, kind, place) AS first_ms
    FROM shared
    WHERE of_place >= $messages
),
owned AS (
    SELECT master, day_ms, kind, place, brand, account
    FROM placed
    WHERE day_ms = first_ms AND messages * 10 >= of_place * 9
),
guests AS (
    SELECT s.master, s.brand, MIN(s.day_ms) AS day_ms
    FROM shared AS s
    LEFT JOIN owned AS o ON o.master = s.master AND o.kind = 2 AND o.place = s.place AND o.day_ms <= s.day_ms AND o.brand <> s.brand
    WHERE s.kind = 2 AND (o.brand IS NOT NULL OR s.messages * 10 < s.of_place * 9)
    GROUP BY s.master, s.brand
),
brands AS (
    SELECT o.master, o.brand, o.day_ms, MIN(o.account) AS account
    FROM (SELECT *, MIN(day_ms) OVER (PARTITION BY master, brand) AS own_ms FROM owned) AS o
    LEFT JOIN guests AS g ON g.master = o.master AND g.brand = o.brand AND g.day_ms <= o.day_ms
    WHERE o.day_ms = o.own_ms AND g.brand IS NULL
    GROUP BY o.master, o.brand, o.day_ms
),
added AS (
    SELECT master, day_ms, COUNT(*) AS brands, SUM(CASE WHEN turn = 1 THEN 1 ELSE 0 END) AS accounts
    FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY master, account ORDER BY day_ms, brand) AS turn FROM brands)
    GROUP BY master, day_ms
),
grown AS (
    SELECT
        master, day_ms,
        SUM(brands) OVER (PARTITION BY master ORDER BY day_ms ROWS UNBOUNDED PRECEDING) AS brands,
        SUM(accounts) OVER (PARTITION BY master ORDER BY day_ms ROWS UNBOUNDED PRECEDING) AS accounts
    FROM added
)
SELECT
    g.master,
    CASE WHEN MIN(m.account) = MAX(m.account) THEN MIN(m.account) ELSE g.master END AS account,
    NULL AS subject,
    MIN(m.at_ms) AS since_ms,
    g.day_ms + 86400000 AS until_ms,
    MAX(m.at_ms) + 1 AS through_ms,
    MIN(g.brands) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM grown AS g
INNER JOIN tree_messages AS m ON m.master = g.master AND m.day_ms = g.day_ms
WHERE g.brands >= $brands AND g.brands >= 2 * g.accounts AND m.direction = 2 AND m.brand IS NOT NULL
    AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
GROUP BY g.master, g.day_ms
ORDER BY g.master, subject, since_ms
