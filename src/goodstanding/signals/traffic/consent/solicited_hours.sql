-- Grain  one row per solicitation of somebody whose place is known, by a postal code in the ledger or else by the number: how far into
--        the day it was in the westernmost zone that may be theirs, and how much further in the easternmost
SELECT
    s.master, s.account, s.day_ms, s.at_ms, s.relation, s.id,
    (s.at_ms + COALESCE(r.low, z.low) * 60000) % 86400000 AS local_ms,
    CASE WHEN r.low IS NULL THEN z.high - z.low ELSE r.high - r.low END * 60000 AS spread_ms
FROM solicitations AS s
LEFT JOIN recipient_offsets AS r ON r.recipient = s.person AND s.at_ms >= r.since_ms AND s.at_ms < r.until_ms
LEFT JOIN local_offsets AS z
    ON z.prefix = CAST(SUBSTR(CAST(s.person AS VARCHAR), 1, 7) AS BIGINT) AND s.at_ms >= z.since_ms AND s.at_ms < z.until_ms
WHERE COALESCE(r.low, z.low) IS NOT NULL
