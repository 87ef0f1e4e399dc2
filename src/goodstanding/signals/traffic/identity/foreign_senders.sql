-- Grain     one row per master account and UTC day on which messages came from at least $senders numbers that the tree never held
-- Strength  such messages, of all outbound messages from a number; short codes are left out, they are leased elsewhere
-- Known     when the day is over
WITH used AS (
    SELECT master, sender, day_ms, MIN(account) AS first_account, MAX(account) AS last_account, COUNT(*) AS messages
    FROM tree_messages
    WHERE direction = 2 AND sender >= 10000000 AND at_ms >= $since_ms AND at_ms < $until_ms
        AND day_ms >= $since_ms AND day_ms + 86400000 <= $until_ms
    GROUP BY master, sender, day_ms
),
stocked AS (
    SELECT DISTINCT master FROM owned_numbers
),
placed AS (
    SELECT
        u.master, u.day_ms, u.first_account, u.last_account, u.messages, CASE WHEN o.number IS NULL THEN 1 ELSE 0 END AS is_foreign
    FROM used AS u
    INNER JOIN stocked AS s ON s.master = u.master
    LEFT JOIN owned_numbers AS o ON o.master = u.master AND o.number = u.sender
)
SELECT
    master,
    CASE WHEN MIN(CASE WHEN is_foreign = 1 THEN first_account END) = MAX(CASE WHEN is_foreign = 1 THEN last_account END)
        THEN MIN(CASE WHEN is_foreign = 1 THEN first_account END) ELSE master END AS account,
    NULL AS subject,
    day_ms AS since_ms,
    day_ms + 86400000 AS until_ms,
    day_ms + 86400000 AS through_ms,
    SUM(CASE WHEN is_foreign = 1 THEN messages ELSE 0 END) AS strength,
    SUM(messages) AS whole,
    SUM(CASE WHEN is_foreign = 1 THEN messages ELSE 0 END) AS records
FROM placed
GROUP BY master, day_ms
HAVING SUM(is_foreign) >= $senders
    AND SUM(CASE WHEN is_foreign = 1 THEN messages ELSE 0 END) >= $messages
    AND SUM(CASE WHEN is_foreign = 1 THEN messages ELSE 0 END) * 1000 >= $per_thousand * SUM(messages)
ORDER BY master, since_ms
