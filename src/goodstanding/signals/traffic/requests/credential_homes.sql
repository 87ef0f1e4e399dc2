-- Grain     one row per credential that is an account's own id, or was granted a request
-- Yields    the master account it belongs to: the one of that id, else the first that granted it anything, and from when that is known
WITH granted AS (
    SELECT credential, master, MIN(granted_ms) AS first_ms
    FROM request_days
    WHERE credential IS NOT NULL AND granted_ms IS NOT NULL
    GROUP BY credential, master
),
ranked AS (
    SELECT credential, master, first_ms, ROW_NUMBER() OVER (PARTITION BY credential ORDER BY first_ms, master) AS place
    FROM granted
),
named AS (
    SELECT a.id AS credential, MIN(t.master) AS master
    FROM accounts AS a
    INNER JOIN tree AS t ON t.account = a.account
    GROUP BY a.id
    HAVING MIN(t.master) = MAX(t.master)
)
SELECT n.credential, n.master, CAST(0 AS BIGINT) AS first_ms
FROM named AS n
UNION ALL
SELECT r.credential, r.master, r.first_ms
FROM ranked AS r
LEFT JOIN named AS n ON n.credential = r.credential
WHERE r.place = 1 AND n.credential IS NULL
