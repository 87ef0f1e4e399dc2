-- Grain     one row per master account, other party and UTC day on which messages went to and fro at least $turns times within
--           $within_s seconds; $own_within_s where both are numbers of its own, since then no person takes part
-- Strength  the most turns that fell within so many seconds; a turn is a message of the other direction than the one before it
-- Known     at the turn that crossed the threshold
-- Own       where two of its numbers write to each other, each is the other party once; what one sends to the other answers it
WITH pairs AS (
    SELECT m.master, m.day_ms, m.sender, m.recipient
    FROM tree_messages AS m
    INNER JOIN busy_parties AS b ON b.master = m.master AND b.day_ms = m.day_ms AND b.party = m.recipient
    INNER JOIN busy_parties AS o ON o.master = m.master AND o.day_ms = m.day_ms AND o.party = m.sender
    WHERE m.direction = 2 AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
    GROUP BY m.master, m.day_ms, m.sender, m.recipient
    HAVING COUNT(*) >= 5
),
mutual AS (
    SELECT p.master, p.day_ms, p.sender, p.recipient
    FROM pairs AS p
    INNER JOIN pairs AS q ON q.master = p.master AND q.day_ms = p.day_ms AND q.sender = p.recipient AND q.recipient = p.sender
),
parties AS (
    SELECT master, day_ms, party, MAX(own) AS own
    FROM (
        SELECT master, day_ms, party, 0 AS own FROM busy_parties WHERE sends + replies >= $turns AND replies > 0
        UNION ALL
        SELECT master, day_ms, recipient AS party, 1 AS own FROM mutual
    )
    GROUP BY master, day_ms, party
),
met AS (
    SELECT m.master, m.account, b.party, m.day_ms, m.at_ms, m.direction, b.own, 0 AS echo
    FROM tree_messages AS m
    INNER JOIN parties AS b
        ON b.master = m.master AND b.day_ms = m.day_ms AND b.party = CASE WHEN m.direction = 2 THEN m.recipient ELSE m.sender END
    WHERE m.at_ms >= $since_ms AND m.at_ms < $until_ms
    UNION ALL
    SELECT m.master, m.account, m.sender AS party, m.day_ms, m.at_ms, 1 AS direction, 1 AS own, 1 AS echo
    FROM tree_messages AS m
    INNER JOIN mutual AS p ON p.master = m.master AND p.day_ms = m.day_ms AND p.sender = m.sender AND p.recipient = m.recipient
    WHERE m.direction = 2 AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
),
placed AS (
    SELECT *, LAG(direction) OVER (PARTITION BY master, party, day_ms ORDER BY at_ms, direction) AS earlier
    FROM met
),
turned AS (
    SELECT
        master, account, party, day_ms, at_ms, own,
        LAG(at_ms, $turns - 1) OVER (PARTITION BY master, party, day_ms ORDER BY at_ms) AS earlier_ms,
        COUNT(*) OVER (
            PARTITION BY master, party, day_ms ORDER BY at_ms RANGE BETWEEN $within_s * 1000 PRECEDING AND CURRENT ROW
        ) AS within,
        COUNT(*) OVER (
            PARTITION BY master, party, day_ms ORDER BY at_ms RANGE BETWEEN $own_within_s * 1000 PRECEDING AND CURRENT ROW
        ) AS own_within
    FROM placed
    WHERE earlier <> direction
),
looped AS (
    SELECT
        master, party, day_ms,
        MIN(
            CASE WHEN at_ms - earlier_ms <= CASE WHEN own = 1 THEN $own_within_s ELSE $within_s END * 1000 THEN at_ms END
        ) AS crossed_ms,
        MAX(CASE WHEN own = 1 THEN own_within ELSE within END) AS strength
    FROM turned
    GROUP BY master, party, day_ms
)
SELECT
    p.master,
    CASE WHEN MIN(p.account) = MAX(p.account) THEN MIN(p.account) ELSE p.master END AS account,
    p.party AS subject,
    MIN(p.at_ms) AS since_ms,
    MIN(l.crossed_ms) + 1 AS until_ms,
    MAX(p.at_ms) + 1 AS through_ms,
    MAX(l.strength) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM placed AS p
INNER JOIN looped AS l ON l.master = p.master AND l.party = p.party AND l.day_ms = p.day_ms
WHERE l.crossed_ms IS NOT NULL AND p.echo = 0
GROUP BY p.master, p.party, p.day_ms
ORDER BY p.master, subject, since_ms
