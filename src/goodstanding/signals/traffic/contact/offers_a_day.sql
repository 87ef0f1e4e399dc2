-- Grain     one row per master account and recipient, on the first UTC day on which it was sent $messages offers in $hours different
--           clock hours and nothing came from it before on that day; from the account's $recipients-th such recipient on, and for $shown
--           of them
-- Strength  offers to the recipient that day, up to that moment
-- Known     at the message that crossed the threshold
WITH offers AS (
    SELECT
        m.master, m.account, m.recipient, m.day_ms, m.at_ms,
        CASE WHEN 1 = ROW_NUMBER() OVER (
            PARTITION BY m.master, m.recipient, m.at_ms - m.at_ms % 3600000 ORDER BY m.at_ms) THEN 1 ELSE 0 END AS new_hour
    FROM tree_messages AS m
    INNER JOIN busy_parties AS b ON b.master = m.master AND b.party = m.recipient AND b.day_ms = m.day_ms
    WHERE m.direction = 2 AND m.says = 2 AND b.sends >= $messages AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
),
answering AS (
    SELECT m.master, m.sender AS number, m.day_ms, MIN(m.at_ms) AS reply_ms
    FROM tree_messages AS m
    INNER JOIN busy_parties AS b ON b.master = m.master AND b.party = m.sender AND b.day_ms = m.day_ms
    WHERE m.direction = 1 AND b.replies > 0 AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
    GROUP BY m.master, m.sender, m.day_ms
),
placed AS (
    SELECT
        master, account, recipient, day_ms, at_ms,
        COUNT(*) OVER (PARTITION BY master, recipient, day_ms ORDER BY at_ms) AS so_far,
        SUM(new_hour) OVER (PARTITION BY master, recipient, day_ms ORDER BY at_ms) AS hours_so_far
    FROM offers
),
crossed AS (
    SELECT p.master, p.recipient, MIN(p.at_ms) AS at_ms, MIN(p.day_ms) AS day_ms
    FROM placed AS p
    LEFT JOIN answering AS a ON a.master = p.master AND a.number = p.recipient AND a.day_ms = p.day_ms
    WHERE p.so_far >= $messages AND p.hours_so_far >= $hours AND (a.reply_ms IS NULL OR a.reply_ms > p.at_ms)
    GROUP BY p.master, p.recipient
),
ranked AS (
    SELECT master, recipient, day_ms, at_ms, ROW_NUMBER() OVER (PARTITION BY master ORDER BY at_ms, recipient) AS place
    FROM crossed
)
SELECT
    p.master,
    CASE WHEN MIN(p.account) = MAX(p.account) THEN MIN(p.account) ELSE p.master END AS account,
    p.recipient AS subject,
    MIN(p.at_ms) AS since_ms,
    x.at_ms + 1 AS until_ms,
    x.at_ms + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM placed AS p
INNER JOIN ranked AS x ON x.master = p.master AND x.recipient = p.recipient AND x.day_ms = p.day_ms
WHERE x.place >= $recipients AND x.place < $recipients + $shown AND p.at_ms <= x.at_ms
GROUP BY p.master, p.recipient, x.at_ms
ORDER BY p.master, subject, since_ms
