-- Grain  one row per message out to somebody who had asked that account to stop and had not come back
-- Asked  by a keyword to the number that writes now, by the ledger, or by a keyword to another number of the account when it writes
--        an offer; a code is not counted, since somebody asks for it
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
)
SELECT t.master, h.account, h.person, h.at_ms, h.at_ms - h.at_ms % 86400000 AS day_ms, h.stop_ms, h.spoke_ms, h.id
FROM held_against AS h
INNER JOIN tree AS t ON t.account = h.account AND h.at_ms >= t.since_ms AND h.at_ms < t.until_ms
WHERE h.stop_ms > 0 AND (h.back_ms IS NULL OR h.back_ms < h.stop_ms)
