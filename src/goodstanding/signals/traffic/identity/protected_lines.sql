-- Grain     one row per master account and UTC day on which calls went to at least $lines protected lines, as part of a run of calls
--           to ever new numbers, and none of these lines called the tree
-- Strength  protected lines called
-- Known     when the day is over
WITH protected AS (
    SELECT low AS number FROM listed WHERE list = 'protected' AND low = high
    UNION
    SELECT number FROM number_lists WHERE list = 'protected'
),
busy AS (
    SELECT
        c.master, c.day_ms, MIN(c.account) AS first_account, MAX(c.account) AS last_account,
        COUNT(DISTINCT CASE WHEN c.direction = 2 THEN c.callee END) AS lines,
        SUM(CASE WHEN c.direction = 2 THEN 1 ELSE 0 END) AS calls,
        SUM(CASE WHEN c.direction = 1 THEN 1 ELSE 0 END) AS inbound
    FROM (
        SELECT t.master, t.account, t.day_ms, t.direction, t.callee
        FROM tree_calls AS t
        INNER JOIN protected AS p ON p.number = t.callee
        WHERE t.direction = 2 AND t.started_ms >= $since_ms AND t.started_ms < $until_ms
        UNION ALL
        SELECT t.master, CAST(NULL AS INT) AS account, t.day_ms, t.direction, t.caller
        FROM tree_calls AS t
        INNER JOIN protected AS p ON p.number = t.caller
        WHERE t.direction = 1 AND t.started_ms >= $since_ms AND t.started_ms < $until_ms
    ) AS c
    WHERE c.day_ms >= $since_ms AND c.day_ms + 86400000 <= $until_ms
    GROUP BY c.master, c.day_ms
),
told AS (
    SELECT
        b.master, b.day_ms, MIN(b.first_account) AS first_account, MIN(b.last_account) AS last_account, MIN(b.lines) AS lines,
        MIN(b.calls) AS calls, COUNT(*) AS whole, COUNT(DISTINCT c.callee) AS callees
    FROM busy AS b
    INNER JOIN tree_calls AS c ON c.master = b.master AND c.day_ms = b.day_ms
    WHERE b.lines >= $lines AND b.inbound = 0
        AND c.direction = 2 AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
    GROUP BY b.master, b.day_ms
)
SELECT
    master,
    CASE WHEN first_account = last_account THEN first_account ELSE master END AS account,
    NULL AS subject,
    day_ms AS since_ms,
    day_ms + 86400000 AS until_ms,
    day_ms + 86400000 AS through_ms,
    lines AS strength,
    0 AS whole,
    calls AS records
FROM told
WHERE whole >= $calls AND callees * 1000 >= $new_per_thousand * whole
ORDER BY master, since_ms
