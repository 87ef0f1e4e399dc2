-- Grain     one row per call that came in on a toll-free number, with the seven days before the span
SELECT
    master, account, day_ms, started_ms, started_ms - started_ms % 3600000 AS hour_ms, outcome, COALESCE(talk_ms, 0) AS talk_ms,
    caller, CASE WHEN caller IS NULL THEN NULL ELSE caller - caller % 10000 END AS block
FROM tree_calls
WHERE direction = 1 AND toll_free = 1 AND started_ms >= $since_ms - 604800000 AND started_ms < $until_ms
