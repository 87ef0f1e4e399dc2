-- Grain     one row per master account, recipient and UTC day on which at least $messages were sent to it within $within_s seconds
--           without a word from it in between
-- Strength  the most messages that fell within so many seconds, unanswered
-- Known     at the message that crossed the threshold
-- Besides   $known_times as many where it had been written to on $known_days of the last $days days, as somebody on call is
WITH placed AS (
    SELECT
        m.master, m.account, m.direction, b.party, m.day_ms, m.at_ms,
        SUM(CASE WHEN m.direction = 1 THEN 1 ELSE 0 END) OVER (
            PARTITION BY m.master, b.party, m.day_ms ORDER BY m.at_ms, m.direction ROWS UNBOUNDED PRECEDING
        ) AS answers
    FROM tree_messages AS m
    INNER JOIN busy_parties AS b
        ON b.master = m.master AND b.day_ms = m.day_ms AND b.party = CASE WHEN m.direction = 2 THEN m.recipient ELSE m.sender END
    WHERE b.sends >= $messages AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
),
runs AS (
    SELECT
        master, account, party, day_ms, at_ms,
        LAG(at_ms, $messages - 1) OVER (PARTITION BY master, party, day_ms, answers ORDER BY at_ms) AS earlier_ms,
        COUNT(*) OVER (
            PARTITION BY master, party, day_ms, answers
            ORDER BY at_ms RANGE BETWEEN $within_s * 1000 PRECEDING AND CURRENT ROW
        ) AS within
    FROM placed
    WHERE direction = 2
),
crossed AS (
    SELECT
        master, party, day_ms,
        CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
        MIN(at_ms) AS since_ms,
        MIN(CASE WHEN at_ms - earlier_ms <= $within_s * 1000 THEN at_ms END) AS near_ms,
        MIN(CASE WHEN within >= $known_times * $messages THEN at_ms END) AS far_ms,
        MAX(at_ms) + 1 AS through_ms,
        MAX(within) AS strength,
        COUNT(*) AS records
    FROM runs
    GROUP BY master, party, day_ms
    HAVING MIN(CASE WHEN at_ms - earlier_ms <= $within_s * 1000 THEN at_ms END) IS NOT NULL
),
familiar AS (
    SELECT c.master, c.party, c.day_ms, COUNT(DISTINCT m.day_ms) AS days
    FROM crossed AS c
    INNER JOIN tree_messages AS m ON m.master = c.master AND m.recipient = c.party
    WHERE m.direction = 2 AND m.at_ms < c.day_ms AND m.at_ms >= c.day_ms - CAST($days AS BIGINT) * 86400000
    GROUP BY c.master, c.party, c.day_ms
)
SELECT
    c.master,
    c.account,
    c.party AS subject,
    c.since_ms,
    CASE WHEN COALESCE(f.days, 0) >= $known_days THEN c.far_ms ELSE c.near_ms END + 1 AS until_ms,
    c.through_ms,
    c.strength,
    0 AS whole,
    c.records
FROM crossed AS c
LEFT JOIN familiar AS f ON f.master = c.master AND f.party = c.party AND f.day_ms = c.day_ms
WHERE c.far_ms IS NOT NULL OR COALESCE(f.days, 0) < $known_days
ORDER BY c.master, subject, c.since_ms
