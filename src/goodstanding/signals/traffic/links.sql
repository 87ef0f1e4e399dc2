-- Grain     one row per master account, kind and key that at least two and at most $most master accounts share
-- Kinds     template, brand and domain (the host written in messages, or the one of the profile), caller (a number that the account
--           calls from and does not hold), payment and device (of its profile)
-- Least     of messages and calls, $least with the same key, so that a stray one ties nobody
WITH holding AS (
    SELECT t.master, h.number FROM held AS h INNER JOIN tree AS t ON t.account = h.account GROUP BY t.master, h.number
),
calling AS (
    SELECT master, caller
    FROM tree_calls
    WHERE direction = 2 AND caller IS NOT NULL AND started_ms >= $since_ms AND started_ms < $until_ms
    GROUP BY master, caller
    HAVING COUNT(*) >= $least
),
told AS (
    SELECT t.master, p.payment, p.device, p.domain
    FROM profiles AS p
    INNER JOIN tree AS t ON t.account = p.account
    WHERE p.at_ms < $until_ms
),
ties AS (
    SELECT master, 'template' AS kind, CAST(template AS VARCHAR) AS key
    FROM tree_messages
    WHERE direction = 2 AND template IS NOT NULL AND at_ms >= $since_ms AND at_ms < $until_ms
    GROUP BY master, template
    HAVING COUNT(*) >= $least
    UNION ALL
    SELECT master, 'brand' AS kind, CAST(brand AS VARCHAR) AS key
    FROM tree_messages
    WHERE direction = 2 AND brand IS NOT NULL AND at_ms >= $since_ms AND at_ms < $until_ms
    GROUP BY master, brand
    HAVING COUNT(*) >= $least
    UNION ALL
    SELECT master, 'domain' AS kind, CAST(host AS VARCHAR) AS key
    FROM tree_messages
    WHERE direction = 2 AND host IS NOT NULL AND at_ms >= $since_ms AND at_ms < $until_ms
    GROUP BY master, host
    HAVING COUNT(*) >= $least
    UNION ALL
    SELECT c.master, 'caller' AS kind, CAST(c.caller AS VARCHAR) AS key
    FROM calling AS c
    LEFT JOIN holding AS h ON h.master = c.master AND h.number = c.caller
    WHERE h.number IS NULL
    UNION ALL
    SELECT master, 'payment' AS kind, payment AS key FROM told WHERE payment IS NOT NULL GROUP BY master, payment
    UNION ALL
    SELECT master, 'device' AS kind, device AS key FROM told WHERE device IS NOT NULL GROUP BY master, device
    UNION ALL
    SELECT master, 'domain' AS kind, domain AS key FROM told WHERE domain IS NOT NULL GROUP BY master, domain
),
counted AS (
    SELECT master, kind, key, COUNT(*) OVER (PARTITION BY kind, key) AS masters
    FROM ties
)
SELECT master, kind, key
FROM counted
WHERE masters >= 2 AND masters <= $most
ORDER BY kind, key, master
