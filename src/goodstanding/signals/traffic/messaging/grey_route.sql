-- Grain     one row per master account and UTC day on which at least $line numbers sent few messages each, of several brands, and hardly
--           anybody answered, where they are unregistered, or where they carry codes of several brands by turns, hardly any by each
-- Strength  the numbers that sent so
-- Known     when the day is over
-- Besides   snowshoeing spreads one text of one sender; a grey route carries what many senders wrote, by numbers of persons. A company
--           has one or two names, a reseller's clients have numbers of their own, and codes leave honest routes by few numbers
WITH told AS (
    SELECT
        t.master, LOWER(p.use_case) AS use_case, p.is_registered,
        ROW_NUMBER() OVER (
            PARTITION BY t.master, CASE WHEN p.is_registered IS NULL THEN 1 ELSE 0 END ORDER BY p.at_ms DESC, p.id DESC
        ) AS place
    FROM profiles AS p
    INNER JOIN tree AS t ON t.account = p.account AND p.at_ms >= t.since_ms AND p.at_ms < t.until_ms
    WHERE p.at_ms <= $since_ms
),
known AS (
    SELECT
        master,
        MAX(CASE WHEN place = 1 THEN is_registered END) AS is_registered,
        MAX(
            CASE
                WHEN use_case LIKE '%isv%' OR use_case LIKE '%resell%' OR use_case LIKE '%platform%' OR use_case LIKE '%agency%'
                    OR use_case LIKE '%mixed%' THEN 1
                ELSE 0
            END
        ) AS resells
    FROM told
    GROUP BY master
),
spread AS (
    SELECT
        master, day_ms,
        CASE WHEN MIN(account_low) = MAX(account_high) THEN MIN(account_low) ELSE master END AS account,
        COUNT(*) AS senders, SUM(sends) AS sends, SUM(replies) AS replies, SUM(unregistered + filtered) AS refused,
        SUM(codes) AS codes
    FROM sender_days
    WHERE sends > 0 AND sends <= $each AND own IS NOT NULL AND day_ms + 86400000 <= $until_ms
    GROUP BY master, day_ms
    HAVING COUNT(*) >= $line AND SUM(sends) >= $messages AND SUM(replies) * 1000 < $replies * SUM(sends)
),
carried AS (
    SELECT m.master, m.day_ms, m.sender, m.brand, COUNT(*) AS sends
    FROM spread AS s
    INNER JOIN tree_messages AS m ON m.master = s.master AND m.day_ms = s.day_ms
    WHERE m.direction = 2 AND m.brand IS NOT NULL AND m.sender IS NOT NULL AND m.at_ms >= $since_ms AND m.at_ms < $until_ms
    GROUP BY m.master, m.day_ms, m.sender, m.brand
),
named AS (
    SELECT master, day_ms, COUNT(*) AS brands
    FROM (SELECT master, day_ms, brand, SUM(sends) AS sends FROM carried GROUP BY master, day_ms, brand)
    WHERE sends >= 10
    GROUP BY master, day_ms
),
mixed AS (
    SELECT master, day_ms, SUM(CASE WHEN brands >= 2 THEN 1 ELSE 0 END) AS mixed
    FROM (SELECT master, day_ms, sender, COUNT(*) AS brands FROM carried GROUP BY master, day_ms, sender)
    GROUP BY master, day_ms
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
INNER JOIN mixed AS x ON x.master = s.master AND x.day_ms = s.day_ms
LEFT JOIN known AS p ON p.master = s.master
WHERE n.brands >= $brands AND (
    p.is_registered = 0
    OR (COALESCE(p.is_registered, 0) = 0 AND s.refused * 1000 > $refused * s.sends)
    OR (
        COALESCE(p.resells, 0) = 0 AND x.mixed * 2 > s.senders AND s.codes * 1000 > $codes * s.sends AND s.sends <= $few * s.senders
    )
)
ORDER BY s.master, subject, since_ms
