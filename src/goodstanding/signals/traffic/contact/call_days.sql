-- Grain     one row per master account and UTC day that is over, with outbound calls: the sums of its hours
SELECT
    master, day_ms,
    SUM(attempts) AS attempts,
    MIN(low) AS low, MAX(high) AS high, MIN(first_ms) AS first_ms, MAX(last_ms) AS last_ms,
    SUM(answered) AS answered, SUM(given_up) AS given_up, SUM(brief) AS brief, SUM(curt) AS curt,
    SUM(rung) AS rung, SUM(cut) AS cut, SUM(hasty) AS hasty,
    SUM(live) AS live, SUM(dropped) AS dropped,
    SUM(told) AS told, SUM(unrung) AS unrung
FROM call_hours
WHERE day_ms + 86400000 <= $until_ms
GROUP BY master, day_ms
