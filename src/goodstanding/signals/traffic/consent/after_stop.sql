-- Grain  one row per message out to somebody who had asked that account to stop and had not come back
-- Asked  by a keyword to the number that writes now, by the ledger, or by a keyword to another number of the account when it writes
--        an offer; a code is not counted, since somebody asks for it
-- Not    while five people or fewer, and no more than one of twenty who had asked, had been written to so: somebody who stands on a
--        list twice is a slip of one who keeps to what people ask
-- Words  stop_ms: when the last wish to stop came; spoke_ms: when the person last wrote anything else (NULL: never)
WITH wishes AS (
    SELECT
        account, sender AS person, recipient AS own, at_ms,
        CASE says WHEN 3 THEN 3 WHEN 4 THEN 4 ELSE 1 END AS kind, CAST(NULL AS VARCHAR) AS id
    FROM messages
    WHERE direction = 1 AND at_ms < $until_ms
    UNION ALL
    SELECT
        account, recipient AS person,
        CASE WHEN COALESCE(sender, '') = '' THEN NULL ELSE CAST(REPLACE(sender, '+', '') AS BIGINT) END AS own,
        at_ms, CASE is_opt_in WHEN 1 THEN 4 ELSE 3 END AS kind, CAST(NULL AS VARCHAR) AS id
    FROM consents
    WHERE at_ms < $until_ms AND is_opt_in IS NOT NULL
        AND (COALESCE(sender, '') = '' OR (LENGTH(sender) <= 16 AND SUBSTR(sender, 1, 1) = '+'))
),
stopped AS (
    SELECT account, person, MIN(at_ms) AS first_ms
    FROM wishes
    WHERE kind = 3 AND person IS NOT NULL
    GROUP BY account, person
),
events AS (
    SELECT w.account, w.person, w.own, w.at_ms, w.kind, 0 AS says, w.id
    FROM wishes AS w
    INNER JOIN stopped AS s ON s.account = w.account AND s.person = w.person
    UNION ALL
    SELECT m.account, m.recipient AS person, m.sender AS own, m.at_ms, 2 AS kind, COALESCE(m.says, 0) AS says, m.id
    FROM messages AS m
    INNER JOIN stopped AS s ON s.account = m.account AND s.person = m.recipient
    WHERE m.direction = 2 AND m.at_ms >= $since_ms AND m.at_ms < $until_ms AND m.at_ms > s.first_ms
        AND m.transmitted = 1 AND COALESCE(m.error, 0) <> 21610
),
known AS (
    SELECT
        account, person, at_ms, kind, says, id,
        MAX(CASE WHEN kind = 3 THEN at_ms END) OVER (
            PARTITION BY account, person, own ORDER BY at_ms, kind ROWS UNBOUNDED PRECEDING
        ) AS here_ms,
        MAX(CASE WHEN kind = 3 AND own IS NULL THEN at_ms END) OVER (
            PARTITION BY account, person ORDER BY at_ms, kind ROWS UNBOUNDED PRECEDING
        ) AS all_ms,
        MAX(CASE WHEN kind = 3 THEN at_ms END) OVER (
            PARTITION BY account, person ORDER BY at_ms, kind ROWS UNBOUNDED PRECEDING
        ) AS any_ms,
        MAX(CASE WHEN kind = 4 THEN at_ms END) OVER (
            PARTITION BY account, person ORDER BY at_ms, kind ROWS UNBOUNDED PRECEDING
        ) AS back_ms,
        MAX(CASE WHEN kind = 1 THEN at_ms END) OVER (
            PARTITION BY account, person ORDER BY at_ms, kind ROWS UNBOUNDED PRECEDING
        ) AS spoke_ms
    FROM events
),
held_against AS (
    SELECT
        account, person, at_ms, says, id, back_ms, spoke_ms,
        GREATEST(COALESCE(here_ms, 0), COALESCE(all_ms, 0), CASE WHEN says = 2 THEN COALESCE(any_ms, 0) ELSE 0 END) AS stop_ms
    FROM known
    WHERE kind = 2 AND says <> 1
),
later AS (
    SELECT
        account, person, at_ms, stop_ms, spoke_ms, id,
        CASE
            WHEN at_ms > stop_ms + 300000 AND (spoke_ms IS NULL OR spoke_ms < stop_ms OR at_ms > spoke_ms + 86400000) THEN 1
            ELSE 0
        END AS breaks
    FROM held_against
    WHERE stop_ms > 0 AND (back_ms IS NULL OR back_ms < stop_ms)
),
turned AS (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY account, person, breaks ORDER BY at_ms, id) AS turn
    FROM later
),
tallied AS (
    SELECT
        account, person, at_ms, stop_ms, spoke_ms, id,
        SUM(asks) OVER (PARTITION BY account ORDER BY at_ms RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS asked,
        SUM(broken) OVER (PARTITION BY account ORDER BY at_ms RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS broken
    FROM (
        SELECT
            account, person, at_ms, stop_ms, spoke_ms, id, 0 AS asks, CASE WHEN breaks = 1 AND turn = 1 THEN 1 ELSE 0 END AS broken
        FROM turned
        UNION ALL
        SELECT
            account, person, first_ms AS at_ms, CAST(NULL AS BIGINT) AS stop_ms, CAST(NULL AS BIGINT) AS spoke_ms,
            CAST(NULL AS VARCHAR) AS id, 1 AS asks, 0 AS broken
        FROM stopped
    )
)
SELECT t.master, h.account, h.person, h.at_ms, h.at_ms - h.at_ms % 86400000 AS day_ms, h.stop_ms, h.spoke_ms, h.id
FROM tallied AS h
INNER JOIN tree AS t ON t.account = h.account AND h.at_ms >= t.since_ms AND h.at_ms < t.until_ms
WHERE h.id IS NOT NULL AND (h.broken >= 6 OR h.broken * 20 > h.asked)
