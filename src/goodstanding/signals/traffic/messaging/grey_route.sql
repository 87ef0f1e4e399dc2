-- Grain     one row per master account and UTC day on which at least $line unregistered numbers sent few messages each, of several
--           brands, and hardly anybody answered
-- Strength  the numbers that sent so
-- Known     when the day is over
-- Besides   snowshoeing spreads one text of one sender; a grey route carries what many senders wrote, by numbers of persons
WITH told AS (
    SELECT
        t.master, p.is_registered,
        ROW_NUMBER() OVER (PARTITION BY t.master ORDER BY p.at_ms DESC, p.id DESC) AS place
    FROM profiles AS p
    INNER JOIN tree AS t ON t.account = p.account AND p.at_ms >= t.since_ms AND p.at_ms < t.until_ms
    WHERE p.at_ms < $since_ms AND p.is_registered IS NOT NULL
),
named AS (
    SELECT master, day_ms, COUNT(*) AS brands
    FROM (
        SELECT master, day_ms, brand, SUM(sends) AS sends
        FROM template_senders
        WHERE brand IS NOT NULL
        GROUP BY master, day_ms, brand
    )
    WHERE sends >= 10
    GROUP BY master, day_ms
),
spread AS (
    SELECT
        master, day_ms,
        CASE WHEN MIN(account_low) = MAX(account_high) THEN MIN(account_low) ELSE master END AS account,
        COUNT(*) AS senders, SUM(sends) AS sends, SUM(replies) AS replies, SUM(unregistered + filtered) AS refused
    FROM sender_days
    WHERE sends > 0 AND sends <= $each AND own IS NOT NULL AND day_ms + 86400000 <= $until_ms
    GROUP BY master, day_ms
    HAVING COUNT(*) >= $line AND SUM(sends) >= $messages AND SUM(replies) * 1000 < $replies * SUM(sends)
)
SELECT
    s.master,
    s.account,
    NULL AS subject,
    s.day_ms AS since_ms,
    s.day_ms + 86400000 AS until_ms,
    s.day_ms + 86400000 AS through_ms,
    s.senders AS strength,
    0 AS whole,
    s.sends AS records
FROM spread AS s
INNER JOIN named AS n ON n.master = s.master AND n.day_ms = s.day_ms
LEFT JOIN told AS p ON p.master = s.master AND p.place = 1
WHERE n.brands >= $brands AND COALESCE(p.is_registered, 0) = 0
    AND (p.is_registered = 0 OR s.refused * 1000 > $refused * s.sends)
ORDER BY s.master, subject, since_ms
