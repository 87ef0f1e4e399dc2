-- Grain     one row per master account and UTC day on which, within a clock window of $within_s seconds, calls to $numbers numbers were
--           given up within $ring_ms of ringing or over within $talk_ms, $share per thousand of the calls in the window so far and
--           spread ($spread attempts per hundred numbers at most), while at most $talked per thousand talked for 20 s;
--           $foreign_numbers numbers are enough where half of the calls bear a caller number of another country or one dear to call back
-- Strength  calls so given up that day, from then on
-- Known     at the call that crossed the threshold
WITH busy AS (
    SELECT master, hour_ms - hour_ms % ($within_s * 1000) AS window_ms
    FROM call_hours
    WHERE hour_ms < $until_ms
    GROUP BY master, hour_ms - hour_ms % ($within_s * 1000)
    HAVING SUM(given_up) >= $foreign_numbers
),
tried AS (
    SELECT
        c.master, c.account, c.day_ms, c.started_ms, c.caller, c.callee, b.window_ms,
        CASE WHEN (c.outcome = 4 AND COALESCE(c.ring_ms, 0) <= $ring_ms) OR (c.outcome = 2 AND c.ring_ms <= $ring_ms)
            OR (c.outcome = 1 AND c.talk_ms <= $talk_ms) THEN 1 ELSE 0 END AS quick,
        CASE WHEN c.outcome = 1 AND c.talk_ms >= 20000 THEN 1 ELSE 0 END AS talked,
        CASE WHEN c.caller >= 10000000000 THEN CAST(SUBSTR(CAST(c.caller AS VARCHAR), 1, 7) AS BIGINT) END AS caller_prefix,
        CASE WHEN c.callee >= 10000000000 THEN CAST(SUBSTR(CAST(c.callee AS VARCHAR), 1, 7) AS BIGINT) END AS callee_prefix
    FROM tree_calls AS c
    INNER JOIN busy AS b ON b.master = c.master AND b.window_ms = c.started_ms - c.started_ms % ($within_s * 1000)
    WHERE c.direction = 2 AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
),
placed AS (
    SELECT
        t.master, t.account, t.day_ms, t.started_ms, t.window_ms, t.quick, t.talked,
        CASE WHEN f.risk >= 3 OR f.country <> g.country THEN 1 ELSE 0 END AS foreign_caller,
        CASE WHEN t.quick = 1 AND 1 = ROW_NUMBER() OVER (
            PARTITION BY t.master, t.window_ms, t.callee, t.quick ORDER BY t.started_ms) THEN 1 ELSE 0 END AS fresh
    FROM tried AS t
    LEFT JOIN destinations AS f ON f.prefix = t.caller_prefix
    LEFT JOIN destinations AS g ON g.prefix = t.callee_prefix
),
run AS (
    SELECT
        master, account, day_ms, started_ms, window_ms, quick,
        COUNT(*) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS so_far,
        SUM(quick) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS quick_so_far,
        SUM(fresh) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS numbers_so_far,
        SUM(talked) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS talked_so_far,
        SUM(foreign_caller) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS foreign_so_far,
        MIN(CASE WHEN quick = 1 THEN started_ms END) OVER (PARTITION BY master, window_ms ORDER BY started_ms) AS from_ms
    FROM placed
),
crossed AS (
    SELECT master, day_ms, MIN(from_ms) AS since_ms, MIN(started_ms) AS at_ms
    FROM run
    WHERE quick_so_far * 1000 >= $share * so_far AND talked_so_far * 1000 <= $talked * so_far
        AND quick_so_far * 100 <= $spread * numbers_so_far
        AND (numbers_so_far >= $numbers OR (numbers_so_far >= $foreign_numbers AND foreign_so_far * 2 >= so_far))
    GROUP BY master, day_ms
)
SELECT
    r.master,
    CASE WHEN MIN(r.account) = MAX(r.account) THEN MIN(r.account) ELSE r.master END AS account,
    NULL AS subject,
    x.since_ms,
    x.at_ms + 1 AS until_ms,
    MAX(r.started_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM run AS r
INNER JOIN crossed AS x ON x.master = r.master AND x.day_ms = r.day_ms
WHERE r.quick = 1 AND r.started_ms >= x.since_ms
GROUP BY r.master, x.since_ms, x.at_ms
ORDER BY master, since_ms
