-- Grain     one row per outbound call to a premium, high-risk, high-cost or impossible destination, with the 28 days before the span
SELECT
    c.master, c.account, c.day_ms, c.started_ms, c.started_ms - c.started_ms % 10800000 AS window_ms, c.callee, d.prefix,
    CASE WHEN c.outcome = 1 THEN 1 ELSE 0 END AS answered
FROM tree_calls AS c
INNER JOIN destinations AS d ON d.prefix = CAST(SUBSTR(CAST(c.callee AS VARCHAR), 1, 7) AS BIGINT)
WHERE c.direction = 2 AND d.risk >= 3 AND c.started_ms >= $since_ms - 2419200000 AND c.started_ms < $until_ms
