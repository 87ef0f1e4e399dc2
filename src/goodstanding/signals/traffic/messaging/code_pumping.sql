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
    HAVING COUNT(*) >= $line AND MAX(recipient) - MIN(recipient) >= 5 AND SUM(
        CASE WHEN SUBSTR(CAST(sender AS VARCHAR), 1, 1) <> SUBSTR(CAST(recipient AS VARCHAR), 1, 1) THEN 1 ELSE 0 END
        + CASE WHEN says = 1 THEN 2 ELSE 0 END
    ) >= 2 * $line
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
crossed AS (
    SELECT
        master, day_ms, block,
        CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
        MIN(at_ms) AS since_ms,
        MIN(CASE WHEN weight >= 3 * $line THEN at_ms END) + 1 AS until_ms,
        MAX(at_ms) + 1 AS through_ms,
        MAX(numbers) AS numbers,
        COUNT(*) AS records
    FROM counted
    GROUP BY master, day_ms, block
    HAVING MAX(weight) >= 3 * $line
),
sent AS (
    SELECT m.master, m.recipient - m.recipient % 1000 AS block, m.day_ms, COUNT(*) AS sends
    FROM tree_messages AS m
    INNER JOIN (SELECT DISTINCT master, block FROM crossed) AS c ON c.master = m.master AND c.block = m.recipient - m.recipient % 1000
    WHERE m.direction = 2 AND m.at_ms >= $since_ms - CAST($days AS BIGINT) * 86400000 AND m.at_ms < $until_ms
    GROUP BY m.master, m.recipient - m.recipient % 1000, m.day_ms
),
earlier AS (
    SELECT c.master, c.block, c.day_ms, SUM(s.sends) AS sends
    FROM crossed AS c
    INNER JOIN sent AS s ON s.master = c.master AND s.block = c.block
    WHERE s.day_ms < c.day_ms AND s.day_ms >= c.day_ms - CAST($days AS BIGINT) * 86400000
    GROUP BY c.master, c.block, c.day_ms
)
SELECT
    c.master, c.account, c.block AS subject, c.since_ms, c.until_ms, c.through_ms, c.numbers AS strength, 0 AS whole, c.records
FROM crossed AS c
LEFT JOIN earlier AS e ON e.master = c.master AND e.block = c.block AND e.day_ms = c.day_ms
WHERE COALESCE(e.sends, 0) <= $known
ORDER BY c.master, subject, c.since_ms
