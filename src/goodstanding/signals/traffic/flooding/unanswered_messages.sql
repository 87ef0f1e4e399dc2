-- Grain     one row per master account, recipient and UTC day on which at least $messages were sent to it without a word from it in
--           between
-- Strength  the most messages in a row that day, unanswered
-- Known     at the message that crossed the threshold
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
        ROW_NUMBER() OVER (PARTITION BY master, party, day_ms, answers ORDER BY at_ms) AS place
    FROM placed
    WHERE direction = 2
)
SELECT
    master,
    CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
    party AS subject,
    MIN(at_ms) AS since_ms,
    MIN(CASE WHEN place >= $messages THEN at_ms END) + 1 AS until_ms,
    MAX(at_ms) + 1 AS through_ms,
    MAX(place) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM runs
GROUP BY master, party, day_ms
HAVING MAX(place) >= $messages
ORDER BY master, subject, since_ms
