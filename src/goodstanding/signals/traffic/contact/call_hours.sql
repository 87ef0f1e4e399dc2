-- Grain     one row per master account and clock hour with outbound calls: how many, how they ended, how long they rang
-- Columns   given_up: cancelled, or over within 3 s; brief, curt: answered, over within 6 s, before 30 s;
--           rung, cut, hasty: not answered though not refused, how long it rang known; under 15 s; under 12 s;
--           live, dropped: a person answered; over within 3 s; told, unrung: answered, and both what answered and how long it rang known; a machine, after under 1 s
SELECT
    master, started_ms - started_ms % 3600000 AS hour_ms, day_ms,
    COUNT(*) AS attempts,
    MIN(account) AS low, MAX(account) AS high, MIN(started_ms) AS first_ms, MAX(started_ms) AS last_ms,
    COUNT(CASE WHEN outcome = 1 THEN 1 END) AS answered,
    COUNT(CASE WHEN outcome = 4 OR (outcome = 1 AND talk_ms <= 3000) OR (outcome = 2 AND ring_ms <= 6000) THEN 1 END) AS given_up,
    COUNT(CASE WHEN outcome = 2 AND ring_ms IS NULL THEN 1 END) AS unanswered,
    COUNT(CASE WHEN outcome = 1 AND talk_ms <= 6000 THEN 1 END) AS brief,
    COUNT(CASE WHEN outcome = 1 AND talk_ms < 30000 THEN 1 END) AS curt,
    COUNT(CASE WHEN outcome IN (2, 4) AND ring_ms IS NOT NULL THEN 1 END) AS rung,
    COUNT(CASE WHEN outcome IN (2, 4) AND ring_ms < 15000 THEN 1 END) AS cut,
    COUNT(CASE WHEN outcome IN (2, 4) AND ring_ms < 12000 THEN 1 END) AS hasty,
    COUNT(CASE WHEN outcome = 1 AND answered_by = 1 THEN 1 END) AS live,
    COUNT(CASE WHEN outcome = 1 AND answered_by = 1 AND talk_ms <= 3000 THEN 1 END) AS dropped,
    COUNT(CASE WHEN outcome = 1 AND answered_by IS NOT NULL AND ring_ms IS NOT NULL THEN 1 END) AS told,
    COUNT(CASE WHEN outcome = 1 AND answered_by = 2 AND ring_ms < 1000 THEN 1 END) AS unrung
FROM tree_calls
WHERE direction = 2 AND started_ms >= $since_ms AND started_ms < $until_ms
GROUP BY master, started_ms - started_ms % 3600000, day_ms
