-- Grain     one row per master account and UTC day on which numbers were given up within 30 days of being taken, unused, as many others
--           in the 30 days before
-- Strength  numbers given up unused within 30 days of being taken, in those 30 days; whole numbers taken in the 60 days to that day's end
-- Known     when the day was over
WITH holding AS (
    SELECT t.master, h.account, h.number, h.from_ms, h.until_ms
    FROM held AS h
    INNER JOIN tree AS t ON t.account = h.account AND h.from_ms < t.until_ms AND h.until_ms > t.since_ms
    WHERE h.from_ms >= $since_ms - 5184000000 AND h.from_ms < $until_ms
),
brief AS (
    SELECT *, until_ms - until_ms % 86400000 AS day_ms
    FROM holding
    WHERE until_ms - from_ms < 2592000000 AND until_ms < $until_ms - $until_ms % 86400000
),
busy AS (
    SELECT master FROM brief GROUP BY master HAVING COUNT(*) >= $numbers
),
used AS (
    SELECT b.master, b.number
    FROM busy AS y
    INNER JOIN brief AS b ON b.master = y.master
    INNER JOIN tree_calls AS c ON c.master = b.master AND c.caller = b.number
    GROUP BY b.master, b.number
    UNION ALL
    SELECT b.master, b.number
    FROM busy AS y
    INNER JOIN brief AS b ON b.master = y.master
    INNER JOIN tree_calls AS c ON c.master = b.master AND c.callee = b.number
    GROUP BY b.master, b.number
    UNION ALL
    SELECT b.master, b.number
    FROM busy AS y
    INNER JOIN brief AS b ON b.master = y.master
    INNER JOIN tree_messages AS m ON m.master = b.master AND m.sender = b.number
    GROUP BY b.master, b.number
    UNION ALL
    SELECT b.master, b.number
    FROM busy AS y
    INNER JOIN brief AS b ON b.master = y.master
    INNER JOIN tree_messages AS m ON m.master = b.master AND m.recipient = b.number
    GROUP BY b.master, b.number
),
used_once AS (
    SELECT master, number FROM used GROUP BY master, number
),
unused AS (
    SELECT b.*
    FROM busy AS y
    INNER JOIN brief AS b ON b.master = y.master
    LEFT JOIN used_once AS u ON u.master = b.master AND u.number = b.number
    WHERE u.number IS NULL
),
days AS (
    SELECT master, day_ms, MIN(account) AS low, MAX(account) AS high, MIN(until_ms) AS first_ms, MAX(until_ms) AS last_ms, COUNT(*) AS given_up
    FROM unused
    WHERE until_ms >= $since_ms
    GROUP BY master, day_ms
),
given AS (
    SELECT d.master, d.day_ms, COUNT(*) AS strength
    FROM days AS d
    INNER JOIN unused AS u ON u.master = d.master
    WHERE u.day_ms <= d.day_ms AND u.day_ms > d.day_ms - 2592000000
    GROUP BY d.master, d.day_ms
),
taken AS (
    SELECT d.master, d.day_ms, COUNT(*) AS whole
    FROM days AS d
    INNER JOIN holding AS h ON h.master = d.master
    WHERE h.from_ms < d.day_ms + 86400000 AND h.from_ms >= d.day_ms - 5097600000
    GROUP BY d.master, d.day_ms
),
released AS (
    SELECT d.master, d.day_ms, COUNT(*) AS records
    FROM days AS d
    INNER JOIN brief AS b ON b.master = d.master AND b.day_ms = d.day_ms
    WHERE b.until_ms >= d.first_ms AND b.until_ms <= d.last_ms
    GROUP BY d.master, d.day_ms
)
SELECT
    d.master,
    CASE WHEN d.low = d.high THEN d.low ELSE d.master END AS account,
    NULL AS subject,
    d.first_ms AS since_ms,
    d.day_ms + 86400000 AS until_ms,
    d.last_ms + 1 AS through_ms,
    g.strength,
    t.whole,
    r.records
FROM days AS d
INNER JOIN given AS g ON g.master = d.master AND g.day_ms = d.day_ms
INNER JOIN taken AS t ON t.master = d.master AND t.day_ms = d.day_ms
INNER JOIN released AS r ON r.master = d.master AND r.day_ms = d.day_ms
WHERE g.strength >= $numbers AND g.strength * 1000 > $share * t.whole
ORDER BY master, since_ms
