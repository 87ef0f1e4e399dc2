-- Grain     one row per master account, number on a do-not-originate list, and UTC day with at least $calls outbound calls that showed it
-- Strength  such calls, before the number itself called the tree that day: later ones may be relayed
-- Known     at the call that crossed the threshold
WITH wanted AS (
    SELECT d.caller
    FROM caller_days AS d
    INNER JOIN listed AS l ON l.low = d.caller AND l.high = d.caller
    WHERE l.list = 'do-not-originate'
    UNION ALL
    SELECT d.caller
    FROM caller_days AS d
    INNER JOIN prefix_lists AS p ON p.prefix = CAST(SUBSTR(CAST(d.caller AS VARCHAR), 1, 7) AS BIGINT)
    WHERE p.list = 'do-not-originate'
    UNION ALL
    SELECT number FROM number_lists WHERE list = 'do-not-originate'
),
shown AS (
    SELECT master, account, caller, day_ms, started_ms
    FROM tree_calls
    WHERE direction = 2 AND started_ms >= $since_ms AND started_ms < $until_ms AND caller IN (SELECT caller FROM wanted)
),
inbound AS (
    SELECT master, caller, day_ms, MIN(started_ms) AS called_ms
    FROM tree_calls
    WHERE direction = 1 AND started_ms >= $since_ms AND started_ms < $until_ms AND caller IN (SELECT caller FROM wanted)
    GROUP BY master, caller, day_ms
),
counted AS (
    SELECT
        s.master, s.account, s.caller, s.day_ms, s.started_ms,
        ROW_NUMBER() OVER (PARTITION BY s.master, s.caller, s.day_ms ORDER BY s.started_ms) AS place
    FROM shown AS s
    LEFT JOIN inbound AS i ON i.master = s.master AND i.caller = s.caller AND i.day_ms = s.day_ms
    WHERE i.called_ms IS NULL OR s.started_ms < i.called_ms
)
SELECT
    master,
    CASE WHEN MIN(account) = MAX(account) THEN MIN(account) ELSE master END AS account,
    caller AS subject,
    MIN(started_ms) AS since_ms,
    MIN(CASE WHEN place >= $calls THEN started_ms END) + 1 AS until_ms,
    MAX(started_ms) + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM counted
GROUP BY master, caller, day_ms
HAVING COUNT(*) >= $calls
ORDER BY master, subject, since_ms
