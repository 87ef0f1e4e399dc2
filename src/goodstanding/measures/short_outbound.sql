-- Grain   one row per master account and account of its tree
-- Counts  outbound calls that were answered, and those of them under $short_below_ms; beside them every finished
--         attempt, with the unanswered ones taken as 0 s long, and answered calls of at most six seconds
-- Edge    answered calls less than one second from the line, where a whole-second source could decide either way
-- Bound   $since_ms, $until_ms: half-open; $short_below_ms: milliseconds
SELECT
    t.master,
    c.account,
    SUM(CASE WHEN c.outcome = 1 THEN 1 ELSE 0 END) AS answered,
    SUM(CASE WHEN c.outcome = 1 AND c.talk_ms < $short_below_ms THEN 1 ELSE 0 END) AS answered_short,
    SUM(CASE WHEN c.outcome = 1 AND ABS(c.talk_ms - $short_below_ms) < 1000 THEN 1 ELSE 0 END) AS edge,
    COUNT(*) AS attempts,
    SUM(CASE WHEN c.outcome <> 1 OR c.talk_ms < $short_below_ms THEN 1 ELSE 0 END) AS attempts_short,
    SUM(CASE WHEN c.outcome = 1 AND c.talk_ms <= 6000 THEN 1 ELSE 0 END) AS six_seconds
FROM calls AS c
INNER JOIN tree AS t ON t.account = c.account
WHERE c.is_call = 1 AND c.direction = 2 AND c.outcome <> 0
    AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
    AND c.started_ms >= t.since_ms AND c.started_ms < t.until_ms
GROUP BY t.master, c.account
ORDER BY t.master, c.account
