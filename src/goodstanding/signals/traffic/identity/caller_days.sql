-- Grain      one row per master account, number shown as caller of its outbound calls, and UTC day
-- owned      1 when the tree held it at any time, 0 when not, NULL when nothing is known of what the tree holds
-- relayed    1 when the same number called the tree that day: the outbound call may be the onward leg of a forwarded one
-- neighbours calls that showed the area code and exchange of the called number
-- impossible 1 when the number plan or a list says that nobody can have the number; fictional: set aside for fiction (555-01xx)
WITH used AS (
    SELECT
        master, caller, day_ms, MIN(account) AS first_account, MAX(account) AS last_account, COUNT(*) AS calls,
        SUM(CASE WHEN caller - caller % 10000 = callee - callee % 10000 AND caller <> callee THEN 1 ELSE 0 END) AS neighbours
    FROM tree_calls
    WHERE direction = 2 AND caller IS NOT NULL AND started_ms >= $since_ms AND started_ms < $until_ms
    GROUP BY master, caller, day_ms
),
stocked AS (
    SELECT DISTINCT master FROM owned_numbers
),
placed AS (
    SELECT
        u.master, u.caller, u.day_ms, u.first_account, u.last_account, u.calls, u.neighbours,
        CASE WHEN o.number IS NOT NULL THEN 1 WHEN s.master IS NOT NULL THEN 0 END AS owned
    FROM used AS u
    LEFT JOIN owned_numbers AS o ON o.master = u.master AND o.number = u.caller
    LEFT JOIN stocked AS s ON s.master = u.master
),
relayed AS (
    SELECT DISTINCT c.master, c.caller, c.day_ms
    FROM tree_calls AS c
    INNER JOIN placed AS p ON p.master = c.master AND p.caller = c.caller AND p.day_ms = c.day_ms
    WHERE c.direction = 1 AND p.owned = 0 AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
),
named AS (
    SELECT
        p.master, p.caller, p.day_ms, p.first_account, p.last_account, p.calls, p.neighbours, p.owned,
        CASE WHEN r.master IS NOT NULL THEN 1 ELSE 0 END AS relayed,
        CASE WHEN p.caller IN (211, 311, 411, 511, 611, 711, 811, 911) THEN 1
            WHEN p.caller >= 10000000 AND d.risk = 6 THEN 1
            WHEN d.calling_code = 1 AND (p.caller < 10000000000 OR p.caller > 19999999999) THEN 1
            ELSE 0 END AS impossible,
        CASE WHEN p.caller BETWEEN 10000000000 AND 19999999999 AND p.caller % 10000000 BETWEEN 5550100 AND 5550199
            THEN 1 ELSE 0 END AS fictional
    FROM placed AS p
    LEFT JOIN relayed AS r ON r.master = p.master AND r.caller = p.caller AND r.day_ms = p.day_ms
    LEFT JOIN destinations AS d ON d.prefix = CAST(SUBSTR(CAST(p.caller AS VARCHAR), 1, 7) AS BIGINT)
),
made_up AS (
    SELECT master, day_ms, COUNT(*) AS fictions
    FROM named
    WHERE fictional = 1 AND owned = 0 AND relayed = 0
    GROUP BY master, day_ms
)
SELECT
    n.master, n.caller, n.day_ms, n.first_account, n.last_account, n.calls, n.neighbours, n.owned, n.relayed, n.impossible, n.fictional,
    COALESCE(f.fictions, 0) AS fictions
FROM named AS n
LEFT JOIN made_up AS f ON f.master = n.master AND f.day_ms = n.day_ms
