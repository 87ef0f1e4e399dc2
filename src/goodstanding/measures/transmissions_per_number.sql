-- Grain   one row per number held the whole month and master account that holds it
-- Counts  transmissions anywhere in the master's tree: a call with the number at either end (once, should it be at both), but
--         not an outbound attempt that was canceled before it went out; or a message that was sent or received; beside them
--         answered calls of twelve seconds or more, and messages
-- Bound   $since_ms, $until_ms: half-open
WITH ends AS (
    SELECT account, caller AS number, started_ms AS at_ms,
        CASE WHEN outcome = 1 AND talk_ms >= 12000 THEN 1 ELSE 0 END AS long_calls, 0 AS messages
    FROM calls
    WHERE is_call = 1 AND NOT (direction = 2 AND outcome = 4) AND started_ms >= $since_ms AND started_ms < $until_ms
    UNION ALL
    SELECT account, callee AS number, started_ms AS at_ms,
        CASE WHEN outcome = 1 AND talk_ms >= 12000 THEN 1 ELSE 0 END AS long_calls, 0 AS messages
    FROM calls
    WHERE is_call = 1 AND NOT (direction = 2 AND outcome = 4) AND started_ms >= $since_ms AND started_ms < $until_ms
        AND callee <> COALESCE(caller, -1)
    UNION ALL
    SELECT account, sender AS number, at_ms, 0 AS long_calls, 1 AS messages
    FROM messages
    WHERE transmitted = 1 AND at_ms >= $since_ms AND at_ms < $until_ms
    UNION ALL
    SELECT account, recipient AS number, at_ms, 0 AS long_calls, 1 AS messages
    FROM messages
    WHERE transmitted = 1 AND at_ms >= $since_ms AND at_ms < $until_ms AND recipient <> COALESCE(sender, -1)
),
-- each held number comes once more with no transmission, so that silent numbers are counted too
found AS (
    SELECT h.master, h.number, h.account, 1 AS transmissions, e.long_calls, e.messages
    FROM ends AS e
    INNER JOIN holdings AS h ON h.number = e.number
    INNER JOIN tree AS t ON t.account = e.account AND t.master = h.master
    WHERE e.at_ms >= t.since_ms AND e.at_ms < t.until_ms
    UNION ALL
    SELECT master, number, account, 0 AS transmissions, 0 AS long_calls, 0 AS messages
    FROM holdings
)
SELECT
    master,
    MAX(account) AS account,
    number,
    SUM(transmissions) AS transmissions,
    SUM(long_calls) AS long_calls,
    SUM(messages) AS messages
FROM found
GROUP BY number, master
