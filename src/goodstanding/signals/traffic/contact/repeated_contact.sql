-- Grain     one row per master account and called number, when it is for the first time called $attempts times within seven days, on at
--           least $days days and in $hours clock hours, $idle per thousand of them not answered or over within 10 s, without a talk of 45 s or a call from the
--           number so far; and only from the account's $recipients-th such number on, and for $shown of them
-- Strength  calls to the number within the seven days up to that moment
-- Known     at the attempt that crossed the threshold
WITH crossed AS (
    SELECT master, callee, MIN(started_ms) AS at_ms, MIN(from_ms) AS since_ms
    FROM one_sided
    WHERE within >= $attempts AND days_within >= $days AND hours_within >= $hours AND idle_within * 1000 >= $idle * within
    GROUP BY master, callee
),
ranked AS (
    SELECT master, callee, at_ms, since_ms, ROW_NUMBER() OVER (PARTITION BY master ORDER BY at_ms, callee) AS place
    FROM crossed
)
SELECT
    c.master,
    CASE WHEN MIN(c.account) = MAX(c.account) THEN MIN(c.account) ELSE c.master END AS account,
    c.callee AS subject,
    x.since_ms,
    x.at_ms + 1 AS until_ms,
    x.at_ms + 1 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    COUNT(*) AS records
FROM ranked AS x
INNER JOIN repeat_calls AS c ON c.master = x.master AND c.callee = x.callee
WHERE x.place >= $recipients AND x.place < $recipients + $shown AND x.at_ms >= $since_ms
    AND c.started_ms >= x.since_ms AND c.started_ms <= x.at_ms
GROUP BY c.master, c.callee, x.since_ms, x.at_ms
ORDER BY master, subject, since_ms
