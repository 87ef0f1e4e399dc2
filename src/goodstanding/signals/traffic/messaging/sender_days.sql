-- Grain  one row per master account, own number (NULL: a name instead of a number) and UTC day with a message out or in
-- Words  failed: for another reason than a missing registration, the provider's own stop list or another channel; filtered: by a
--        carrier; replies: what came in, a wish to stop aside
SELECT
    master,
    CASE WHEN direction = 2 THEN sender ELSE recipient END AS own,
    day_ms,
    MIN(CASE WHEN direction = 2 THEN account END) AS account_low,
    MAX(CASE WHEN direction = 2 THEN account END) AS account_high,
    SUM(CASE WHEN direction = 2 THEN 1 ELSE 0 END) AS sends,
    SUM(CASE WHEN direction = 2 AND status IN ('delivered', 'read', 'partially_delivered', 'sent', 'failed', 'undelivered')
        THEN 1 ELSE 0 END) AS finals,
    SUM(CASE WHEN direction = 2 AND status IN ('failed', 'undelivered') AND COALESCE(error, 0) NOT IN (21610, 30032, 30034)
        AND (COALESCE(error, 0) < 63000 OR error >= 64000) THEN 1 ELSE 0 END) AS failed,
    SUM(CASE WHEN direction = 2 AND error IN (30007, 30008) THEN 1 ELSE 0 END) AS filtered,
    SUM(CASE WHEN direction = 2 AND error IN (30032, 30034) THEN 1 ELSE 0 END) AS unregistered,
    SUM(CASE WHEN direction = 2 AND error >= 63000 AND error < 64000 THEN 1 ELSE 0 END) AS off_channel,
    SUM(CASE WHEN direction = 2 AND says = 1 THEN 1 ELSE 0 END) AS codes,
    SUM(CASE WHEN direction = 2 AND says = 2 THEN 1 ELSE 0 END) AS offers,
    SUM(CASE WHEN direction = 1 AND COALESCE(says, 0) <> 3 THEN 1 ELSE 0 END) AS replies,
    SUM(CASE WHEN direction = 1 AND says = 3 THEN 1 ELSE 0 END) AS stops,
    MIN(CASE WHEN direction = 2 THEN at_ms END) AS first_ms,
    MAX(CASE WHEN direction = 2 THEN at_ms END) AS last_ms
FROM tree_messages
WHERE at_ms >= $since_ms AND at_ms < $until_ms
GROUP BY master, CASE WHEN direction = 2 THEN sender ELSE recipient END, day_ms
