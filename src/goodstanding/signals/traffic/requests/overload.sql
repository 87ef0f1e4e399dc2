-- Grain     one row per master account and UTC day on which it went on asking while most of what it asked was refused as too much
-- Strength  refusals (429) in the first such five minutes; whole all requests in them
-- Known     when the fifth minute was over
-- Backs off whoever waits longer and longer sends less and less: the last minute must hold two thirds of the busiest of twenty
WITH refusals AS (
    SELECT t.master, r.at_ms - r.at_ms % 3600000 AS hour_ms
    FROM requests AS r
    INNER JOIN tree AS t ON t.account = r.account AND r.at_ms >= t.since_ms AND r.at_ms < t.until_ms
    WHERE r.status = 429 AND r.at_ms >= $since_ms AND r.at_ms < $until_ms
    GROUP BY t.master, r.at_ms - r.at_ms % 3600000
    HAVING COUNT(*) * 2000 > $refused_share * $requests
),
hours AS (
    SELECT DISTINCT master, hour_ms
    FROM (
        SELECT master, hour_ms - 3600000 AS hour_ms FROM refusals
        UNION ALL
        SELECT master, hour_ms FROM refusals
        UNION ALL
        SELECT master, hour_ms + 3600000 AS hour_ms FROM refusals
    ) AS a
),
minutes AS (
    SELECT
        h.master, r.at_ms - r.at_ms % 60000 AS minute_ms, MIN(r.account) AS low, MAX(r.account) AS high,
        COUNT(*) AS requests, SUM(CASE WHEN r.status = 429 THEN 1 ELSE 0 END) AS refused
    FROM hours AS h
    INNER JOIN tree AS t ON t.master = h.master
    INNER JOIN requests AS r ON r.account = t.account AND r.at_ms - r.at_ms % 3600000 = h.hour_ms
    WHERE r.at_ms >= $since_ms AND r.at_ms < $until_ms - $until_ms % 60000 AND r.at_ms >= t.since_ms AND r.at_ms < t.until_ms
    GROUP BY h.master, r.at_ms - r.at_ms % 60000
),
windows AS (
    SELECT
        master, minute_ms, requests,
        MIN(low) OVER (PARTITION BY master ORDER BY minute_ms RANGE BETWEEN 240000 PRECEDING AND CURRENT ROW) AS low,
        MAX(high) OVER (PARTITION BY master ORDER BY minute_ms RANGE BETWEEN 240000 PRECEDING AND CURRENT ROW) AS high,
        SUM(requests) OVER (PARTITION BY master ORDER BY minute_ms RANGE BETWEEN 240000 PRECEDING AND CURRENT ROW) AS in_window,
        SUM(refused) OVER (PARTITION BY master ORDER BY minute_ms RANGE BETWEEN 240000 PRECEDING AND CURRENT ROW) AS refused,
        COUNT(*) OVER (PARTITION BY master ORDER BY minute_ms RANGE BETWEEN 240000 PRECEDING AND CURRENT ROW) AS minutes,
        MAX(requests) OVER (PARTITION BY master ORDER BY minute_ms RANGE BETWEEN 1200000 PRECEDING AND CURRENT ROW) AS busiest
    FROM minutes
),
sustained AS (
    SELECT
        *, minute_ms - 240000 AS first_ms,
        ROW_NUMBER() OVER (PARTITION BY master, (minute_ms - 240000) - (minute_ms - 240000) % 86400000 ORDER BY minute_ms) AS place
    FROM windows
    WHERE minutes = 5 AND in_window >= $requests AND refused * 1000 > $refused_share * in_window AND requests * 3 >= busiest * 2
)
SELECT
    master,
    CASE WHEN low = high THEN low ELSE master END AS account,
    NULL AS subject,
    first_ms AS since_ms,
    minute_ms + 60000 AS until_ms,
    minute_ms + 60000 AS through_ms,
    refused AS strength,
    in_window AS whole,
    refused AS records
FROM sustained
WHERE place = 1
ORDER BY master, since_ms
