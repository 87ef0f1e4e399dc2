-- Grain     one row per outbound call to a number of repeat_callees, with the seven days before the span
SELECT
    c.master, c.account, c.callee, c.caller, c.day_ms, c.started_ms, c.outcome,
    COALESCE(c.talk_ms, 0) AS talk_ms, c.ring_ms, c.answered_by
FROM tree_calls AS c
INNER JOIN repeat_callees AS k ON k.master = c.master AND k.callee = c.callee
WHERE c.direction = 2 AND c.started_ms >= $since_ms - 604800000 AND c.started_ms < $until_ms
