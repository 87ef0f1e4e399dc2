-- Grain     one row per master account and UTC day on which outbound calls showed at least $callers numbers, $calls_each or fewer calls
--           each on average, most of them none of the tree's; or $own_callers numbers, the tree's own too, $own_calls_each or fewer calls
--           each, and the calls went to ever new people, were mostly over within $short_s seconds or not taken, and hardly anybody
--           called back
-- Strength  numbers shown
-- Known     when the day is over
WITH wide AS (
    SELECT
        master, day_ms, COUNT(*) AS callers, SUM(calls) AS calls,
        SUM(CASE WHEN owned = 0 AND relayed = 0 THEN 1 ELSE 0 END) AS strangers
    FROM caller_days
    WHERE day_ms >= $since_ms AND day_ms + 86400000 <= $until_ms
    GROUP BY master, day_ms
    HAVING COUNT(*) >= $callers AND SUM(calls) <= $calls_each * COUNT(*)
),
told AS (
    SELECT
        c.master, c.day_ms, MIN(w.callers) AS callers, MIN(w.calls) AS calls, MIN(w.strangers) AS strangers,
        MIN(CASE WHEN c.direction = 2 AND c.caller IS NOT NULL THEN c.account END) AS first_account,
        MAX(CASE WHEN c.direction = 2 AND c.caller IS NOT NULL THEN c.account END) AS last_account,
        COUNT(DISTINCT CASE WHEN c.direction = 2 AND c.caller IS NOT NULL THEN c.callee END) AS callees,
        SUM(CASE WHEN c.direction = 2 AND c.caller IS NOT NULL
            AND (c.outcome <> 1 OR c.talk_ms < $short_s * 1000) THEN 1 ELSE 0 END) AS short,
        SUM(CASE WHEN c.direction = 1 THEN 1 ELSE 0 END) AS inbound
    FROM tree_calls AS c
    INNER JOIN wide AS w ON w.master = c.master AND w.day_ms = c.day_ms
    WHERE c.started_ms >= $since_ms AND c.started_ms < $until_ms
    GROUP BY c.master, c.day_ms
)
SELECT
    master,
    CASE WHEN first_account = last_account THEN first_account ELSE master END AS account,
    NULL AS subject,
    day_ms AS since_ms,
    day_ms + 86400000 AS until_ms,
    day_ms + 86400000 AS through_ms,
    callers AS strength,
    0 AS whole,
    calls AS records
FROM told
WHERE strangers * 2 > callers
    OR (
        callers >= $own_callers AND calls <= $own_calls_each * callers
        AND callees * 1000 >= $new_per_thousand * calls
        AND short * 1000 >= $short_per_thousand * calls
        AND inbound * 1000 <= $inbound_per_thousand * calls
    )
ORDER BY master, since_ms
