-- Grain     one row per master account and UTC day on which many calls that showed a number of the tree were not attested as its own
-- Strength  calls attested B or C, of all attested calls that showed a number of the tree
-- Known     when the day is over
WITH signed AS (
    SELECT t.master, s.account, s.call_id, s.attestation, s.at_ms - s.at_ms % 86400000 AS day_ms
    FROM signalling AS s
    INNER JOIN tree AS t ON t.account = s.account AND s.at_ms >= t.since_ms AND s.at_ms < t.until_ms
    WHERE s.attestation IN (1, 2, 3) AND s.at_ms >= $since_ms AND s.at_ms < $until_ms
),
weak AS (
    SELECT master, day_ms
    FROM signed
    WHERE day_ms >= $since_ms AND day_ms + 86400000 <= $until_ms
    GROUP BY master, day_ms
    HAVING SUM(CASE WHEN attestation IN (2, 3) THEN 1 ELSE 0 END) >= $calls
)
SELECT
    s.master,
    CASE WHEN MIN(CASE WHEN s.attestation IN (2, 3) THEN s.account END) = MAX(CASE WHEN s.attestation IN (2, 3) THEN s.account END)
        THEN MIN(CASE WHEN s.attestation IN (2, 3) THEN s.account END) ELSE s.master END AS account,
    NULL AS subject,
    s.day_ms AS since_ms,
    s.day_ms + 86400000 AS until_ms,
    s.day_ms + 86400000 AS through_ms,
    SUM(CASE WHEN s.attestation IN (2, 3) THEN 1 ELSE 0 END) AS strength,
    COUNT(*) AS whole,
    SUM(CASE WHEN s.attestation IN (2, 3) THEN 1 ELSE 0 END) AS records
FROM signed AS s
INNER JOIN weak AS w ON w.master = s.master AND w.day_ms = s.day_ms
INNER JOIN calls AS c ON c.account = s.account AND c.id = s.call_id
INNER JOIN owned_numbers AS o ON o.master = s.master AND o.number = c.caller
WHERE c.direction = 2
GROUP BY s.master, s.day_ms
HAVING SUM(CASE WHEN s.attestation IN (2, 3) THEN 1 ELSE 0 END) >= $calls
    AND SUM(CASE WHEN s.attestation IN (2, 3) THEN 1 ELSE 0 END) * 1000 >= $per_thousand * COUNT(*)
ORDER BY s.master, since_ms
