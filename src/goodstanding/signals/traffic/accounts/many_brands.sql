-- Grain     one row per account and UTC day on which many brands each wrote from senders of their own, and no profile says it resells
-- Strength  such brands
-- Known     when the day was over
-- Brand     the name a message begins with; it counts where it fills nine tenths of the named messages of a sender, or of a host that
--           is linked to, that day: one company whose messages begin with many words has senders and hosts that it shares among them
-- Account   the sub-account itself: the sub-accounts of a reseller are its tenants
WITH latest AS (
    SELECT account, use_case, is_registered, ROW_NUMBER() OVER (PARTITION BY account ORDER BY at_ms DESC, id DESC) AS place
    FROM profiles
    WHERE at_ms <= $since_ms
),
single AS (
    SELECT account
    FROM latest
    WHERE place = 1 AND (use_case IS NOT NULL OR is_registered = 0) AND NOT (
        COALESCE(use_case, '') LIKE '%isv%' OR COALESCE(use_case, '') LIKE '%resell%'
        OR COALESCE(use_case, '') LIKE '%platform%' OR COALESCE(use_case, '') LIKE '%agency%'
    )
),
frequent AS (
    SELECT m.account, m.at_ms - m.at_ms % 86400000 AS day_ms, m.brand
    FROM messages AS m
    WHERE m.direction = 2 AND m.brand IS NOT NULL AND m.at_ms >= $since_ms AND m.at_ms < $until_ms - $until_ms % 86400000
    GROUP BY m.account, m.at_ms - m.at_ms % 86400000, m.brand
    HAVING COUNT(*) >= $messages
),
busy AS (
    SELECT f.account, f.day_ms
    FROM frequent AS f
    INNER JOIN single AS s ON s.account = f.account
    GROUP BY f.account, f.day_ms
    HAVING COUNT(*) >= $brands
),
named AS (
    SELECT m.master, m.account, m.day_ms, 1 AS kind, m.sender AS place, m.brand, COUNT(*) AS messages
    FROM busy AS b
    INNER JOIN tree_messages AS m ON m.account = b.account AND m.day_ms = b.day_ms
    WHERE m.direction = 2 AND m.brand IS NOT NULL AND m.sender IS NOT NULL
        AND m.at_ms >= $since_ms AND m.at_ms < $until_ms - $until_ms % 86400000
    GROUP BY m.master, m.account, m.day_ms, m.sender, m.brand
    UNION ALL
    SELECT m.master, m.account, m.day_ms, 2 AS kind, m.host AS place, m.brand, COUNT(*) AS messages
    FROM busy AS b
    INNER JOIN tree_messages AS m ON m.account = b.account AND m.day_ms = b.day_ms
    WHERE m.direction = 2 AND m.brand IS NOT NULL AND m.host IS NOT NULL
        AND m.at_ms >= $since_ms AND m.at_ms < $until_ms - $until_ms % 86400000
    GROUP BY m.master, m.account, m.day_ms, m.host, m.brand
),
shared AS (
    SELECT *, SUM(messages) OVER (PARTITION BY account, day_ms, kind, place) AS of_place
    FROM named
),
brands AS (
    SELECT master, account, day_ms, brand, kind
    FROM shared
    WHERE messages * 10 >= of_place * 9
    GROUP BY master, account, day_ms, brand, kind
    HAVING SUM(messages) >= $messages
),
many AS (
    SELECT master, account, day_ms, COUNT(*) AS brands
    FROM (SELECT master, account, day_ms, brand FROM brands GROUP BY master, account, day_ms, brand) AS d
    GROUP BY master, account, day_ms
    HAVING COUNT(*) >= $brands
),
shown AS (
    SELECT n.master, n.account, n.day_ms, n.brands, MIN(m.at_ms) AS first_ms, MAX(m.at_ms) AS last_ms, COUNT(*) AS records
    FROM many AS n
    INNER JOIN tree_messages AS m ON m.account = n.account AND m.master = n.master AND m.day_ms = n.day_ms
    WHERE m.direction = 2 AND m.brand IS NOT NULL AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
    GROUP BY n.master, n.account, n.day_ms, n.brands
)
SELECT
    s.master,
    s.account,
    a.id AS subject,
    s.first_ms AS since_ms,
    s.day_ms + 86400000 AS until_ms,
    s.last_ms + 1 AS through_ms,
    s.brands AS strength,
    0 AS whole,
    s.records
FROM shown AS s
INNER JOIN accounts AS a ON a.account = s.account
ORDER BY master, subject, since_ms
