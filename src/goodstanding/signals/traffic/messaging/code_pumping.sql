-- Grain     one row per master account, block of a thousand adjacent numbers and UTC day on which codes went to at least $line numbers
--           of it abroad, when the days before knew few of them; three times as many at home, or where it is not known to be a code
-- Subject   the first number of the block
-- Strength  the numbers of the block that were sent something, offers aside
-- Known     at the number that crossed the threshold
WITH dense AS (
    SELECT master, day_ms, recipient - recipient % 1000 AS block
    FROM tree_messages
    WHERE direction = 2 AND COALESCE(says, 0) <> 2 AND recipient IS NOT NULL AND at_ms >= $since_ms AND at_ms < $until_ms
    GROUP BY master, day_ms, recipient - recipient % 1000
    HAVING COUNT(*) >= $line AND MAX(recipient) - MIN(recipient) >= 5
),
firsts AS (
    SELECT
        m.master, m.account, m.day_ms, m.recipient, m.at_ms, d.block,
        CASE
            WHEN SUBSTR(CAST(m.sender AS VARCHAR), 1, 1) <> SUBSTR(CAST(m.recipient AS VARCHAR), 1, 1) THEN 1
            ELSE 0
        END AS abroad,
        CASE WHEN m.says = 1 THEN 1 ELSE 0 END AS code,
        ROW_NUMBER() OVER (PARTITION BY m.master, m.day_ms, d.block, m.recipient ORDER BY m.at_ms) AS turn
    FROM tree_messages AS m
    INNER JOIN dense AS d ON d.master = m.master AND d.day_ms = m.day_ms AND d.block = m.recipient - m.recipient % 1000
    WHERE m.direction = 2 AND COALESCE(m.says, 0) <> 2 AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
),
counted AS (
    SELECT
        *,
        SUM(CASE WHEN turn = 1 THEN 1 ELSE 0 END) OVER (
            PARTITION BY master, day_ms, block ORDER BY at_ms, recipient, turn ROWS UNBOUNDED PRECEDING
        ) AS numbers,
        SUM(CASE WHEN turn = 1 THEN CASE abroad + code WHEN 2 THEN 3 WHEN 1 THEN 1 ELSE 0 END ELSE 0 END) OVER (
            PARTITION BY master, day_ms, block ORDER BY at_ms, recipient, turn ROWS UNBOUNDED PRECEDING
        ) AS weight
    FROM firsts
),
earlier AS (
    SELECT d.master, d.block, d.day_ms, COUNT(*) AS sends
    FROM (SELECT DISTINCT master, block, day_ms FROM dense) AS d
    INNER JOIN tree_messages AS m ON m.master = d.master AND m.recipient - m.recipient % 1000 = d.block
    WHERE m.direction = 2 AND m.at_ms >= $since_ms - CAST($days AS BIGINT) * 86400000 AND m.at_ms < d.day_ms
        AND m.at_ms >= d.day_ms - CAST($days AS BIGINT) * 86400000
    GROUP BY d.master, d.block, d.day_ms
)
SELECT
    c.master,
    CASE WHEN MIN(c.account) = MAX(c.account) THEN MIN(c.account) ELSE c.master END AS account,
    c.block AS subject,
    MIN(c.at_ms) AS since_ms,
    MIN(CASE WHEN c.weight >= 3 * $line THEN c.at_ms END) + 1 AS until_ms,
    MAX(c.at_ms) + 1 AS through_ms,
    MAX(c.numbers) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM counted AS c
LEFT JOIN earlier AS e ON e.master = c.master AND e.block = c.block AND e.day_ms = c.day_ms
WHERE COALESCE(e.sends, 0) <= $known
GROUP BY c.master, c.block, c.day_ms
HAVING MIN(CASE WHEN c.weight >= 3 * $line THEN c.at_ms END) IS NOT NULL
ORDER BY c.master, subject, since_ms
