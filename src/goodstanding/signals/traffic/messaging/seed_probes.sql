-- Grain  one row per message out, in the hour before a burst (sixty messages within ten minutes, the first such in an hour), where that
--        hour had at most twenty; turn: before how many bursts so far its recipient had been sent one; fellows: how many recipients of
--        that hour had been there before two bursts already
WITH slots AS (
    SELECT master, at_ms - at_ms % 600000 AS slot_ms
    FROM tree_messages
    WHERE direction = 2 AND at_ms >= $since_ms AND at_ms < $until_ms
    GROUP BY master, at_ms - at_ms % 600000
    HAVING COUNT(*) >= 60
),
followed AS (
    SELECT master, slot_ms, LAG(slot_ms) OVER (PARTITION BY master ORDER BY slot_ms) AS earlier_ms
    FROM slots
),
bursts AS (
    SELECT master, slot_ms AS burst_ms
    FROM followed
    WHERE earlier_ms IS NULL OR slot_ms - earlier_ms > 3600000
),
recurring AS (
    SELECT master
    FROM bursts
    GROUP BY master
    HAVING COUNT(*) >= 3
),
before AS (
    SELECT
        b.master, b.burst_ms, b.burst_ms - o.slots * 600000 AS slot_ms
    FROM bursts AS b
    INNER JOIN recurring AS r ON r.master = b.master
    CROSS JOIN (
        SELECT 1 AS slots UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6
    ) AS o
),
sent AS (
    SELECT
        t.master, m.account, m.recipient, m.at_ms, b.burst_ms, m.id,
        COUNT(*) OVER (PARTITION BY t.master, b.burst_ms) AS in_hour,
        ROW_NUMBER() OVER (PARTITION BY t.master, b.burst_ms, m.recipient ORDER BY m.at_ms, m.id) AS again
    FROM messages AS m
    INNER JOIN tree AS t ON t.account = m.account AND m.at_ms >= t.since_ms AND m.at_ms < t.until_ms
    INNER JOIN before AS b ON b.master = t.master AND b.slot_ms = m.at_ms - m.at_ms % 600000
    WHERE m.direction = 2 AND m.recipient IS NOT NULL AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
),
turned AS (
    SELECT
        master, account, recipient, at_ms, burst_ms, id,
        ROW_NUMBER() OVER (PARTITION BY master, recipient ORDER BY burst_ms) AS turn
    FROM sent
    WHERE in_hour <= 20 AND again = 1
)
SELECT
    master, account, recipient, at_ms, at_ms - at_ms % 86400000 AS day_ms, burst_ms, turn, id,
    SUM(CASE WHEN turn >= 3 THEN 1 ELSE 0 END) OVER (PARTITION BY master, burst_ms) AS fellows
FROM turned
