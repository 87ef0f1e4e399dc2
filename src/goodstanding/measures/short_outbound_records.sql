-- Grain   one row per record behind the adopted part of short_outbound
-- Counts  nothing: it lists master account and record id, so that anyone can recount
-- Bound   $since_ms, $until_ms: half-open
SELECT t.master, c.id
FROM calls AS c
INNER JOIN tree AS t ON t.account = c.account
WHERE c.is_call = 1 AND c.direction = 2 AND c.outcome = 1 AND c.talk_ms < $short_below_ms
    AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
    AND c.started_ms >= t.since_ms AND c.started_ms < t.until_ms
