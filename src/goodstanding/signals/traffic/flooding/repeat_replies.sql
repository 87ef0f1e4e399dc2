-- Grain     one row per call that came in from a number of repeat_callees, with the seven days before the span
SELECT c.master, c.account, c.caller AS number, c.day_ms, c.started_ms
FROM tree_calls AS c
INNER JOIN repeat_callees AS k ON k.master = c.master AND k.callee = c.caller
WHERE c.direction = 1 AND c.started_ms >= $since_ms - 604800000 AND c.started_ms < $until_ms
