-- Grain     one row per master account and UTC day with a change of where it may call or write, followed within 24 hours by a burst there
-- Strength  calls and messages in those 24 hours to destinations of risk 3 and above, or else with those into narrow blocks of new countries
-- Known     at the call or message that crossed the thresholds
-- Records   the changes, that UTC day
-- Baseline  the traffic of the week before: new destinations count where there was traffic on enough days, and must be more than half
--           of the busiest
WITH judged AS (
    SELECT
        s.master, s.subject, s.first_ms,
        CASE WHEN s.costly >= $risky AND s.costly > $times * s.earlier THEN s.costly
            WHEN s.spent >= $risky AND s.spent > $times * s.earlier AND s.days >= $known_days AND s.spent * 2 > s.busiest THEN s.spent
            ELSE 0 END AS strength,
        s.at_ms
    FROM news_spending AS s
    INNER JOIN key_news AS n ON n.kind = s.kind AND n.master = s.master AND n.subject = s.subject AND n.first_ms = s.first_ms
    WHERE s.kind = 2
),
crossed AS (
    SELECT master, subject, first_ms, MAX(strength) AS strength, MIN(at_ms) AS crossed_ms
    FROM judged
    WHERE strength > 0
    GROUP BY master, subject, first_ms
),
shown AS (
    SELECT c.master, c.subject, c.first_ms, MIN(r.account) AS low, MAX(r.account) AS high, MAX(r.at_ms) AS last_ms, COUNT(*) AS records
    FROM crossed AS c
    INNER JOIN tree AS t ON t.master = c.master
    INNER JOIN requests AS r ON r.account = t.account AND r.at_ms >= t.since_ms AND r.at_ms < t.until_ms
    WHERE r.at_ms >= c.first_ms AND r.at_ms < c.first_ms - c.first_ms % 86400000 + 86400000 AND r.at_ms < $until_ms
        AND r.method IN ('POST', 'PUT', 'PATCH') AND r.status < 400 AND LOWER(r.route) LIKE '%permission%'
    GROUP BY c.master, c.subject, c.first_ms
)
SELECT
    c.master,
    CASE WHEN s.low = s.high THEN s.low ELSE c.master END AS account,
    NULL AS subject,
    c.first_ms AS since_ms,
    c.crossed_ms + 1 AS until_ms,
    s.last_ms + 1 AS through_ms,
    c.strength,
    0 AS whole,
    s.records
FROM crossed AS c
INNER JOIN shown AS s ON s.master = c.master AND s.subject = c.subject AND s.first_ms = c.first_ms
ORDER BY master, subject, since_ms
