-- Grain  one row per call out to somebody who had told the account not to call
-- Told   in the ledger, in words that name calls; a later consent, or a call from the person, takes it back
WITH told AS (
    SELECT t.master, c.recipient AS person, MIN(c.at_ms) AS stop_ms
    FROM consents AS c
    INNER JOIN tree AS t ON t.account = c.account AND c.at_ms >= t.since_ms AND c.at_ms < t.until_ms
    WHERE c.is_opt_in = 0 AND c.at_ms < $until_ms
        AND LOWER(c.how) IN ('call', 'calls', 'phone', 'voice', 'spoken', 'agent', 'verbal', 'telephone', 'do-not-call', 'dnc')
    GROUP BY t.master, c.recipient
),
back AS (
    SELECT b.master, b.person, MIN(b.at_ms) AS at_ms
    FROM (
        SELECT t.master, c.recipient AS person, c.at_ms
        FROM consents AS c
        INNER JOIN tree AS t ON t.account = c.account AND c.at_ms >= t.since_ms AND c.at_ms < t.until_ms
        WHERE c.is_opt_in = 1 AND c.at_ms < $until_ms
        UNION ALL
        SELECT master, caller AS person, started_ms AS at_ms
        FROM tree_calls
        WHERE direction = 1 AND started_ms >= $since_ms AND started_ms < $until_ms
    ) AS b
    INNER JOIN told AS w ON w.master = b.master AND w.person = b.person
    WHERE b.at_ms >= w.stop_ms
    GROUP BY b.master, b.person
)
SELECT t.master, c.account, c.callee AS person, c.started_ms AS at_ms, c.started_ms - c.started_ms % 86400000 AS day_ms, w.stop_ms, c.id
FROM calls AS c
INNER JOIN tree AS t ON t.account = c.account AND c.started_ms >= t.since_ms AND c.started_ms < t.until_ms
INNER JOIN told AS w ON w.master = t.master AND w.person = c.callee
LEFT JOIN back AS b ON b.master = t.master AND b.person = c.callee
WHERE c.direction = 2 AND c.is_call = 1 AND c.outcome <> 0 AND c.started_ms >= $since_ms AND c.started_ms < $until_ms
    AND c.started_ms > w.stop_ms AND (b.at_ms IS NULL OR b.at_ms > c.started_ms)
