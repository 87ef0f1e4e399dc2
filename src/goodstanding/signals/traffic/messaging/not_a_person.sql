-- Grain     one row per master account, number and UTC day on which a number that is registered for nothing but persons sent more
--           than $line messages, to many people, and hardly anybody answered
-- Strength  the messages it sent that day
-- Known     when the day is over
WITH told AS (
    SELECT
        p.account,
        CASE
            WHEN LOWER(p.use_case) IN ('person-to-person', 'p2p', 'personal') THEN 0
            ELSE p.is_registered
        END AS is_registered,
        ROW_NUMBER() OVER (PARTITION BY p.account ORDER BY p.at_ms DESC, p.id DESC) AS place
    FROM profiles AS p
    WHERE p.at_ms <= $since_ms AND (p.is_registered IS NOT NULL OR p.use_case IS NOT NULL)
)
SELECT
    d.master,
    d.account_low AS account,
    d.own AS subject,
    d.day_ms AS since_ms,
    d.day_ms + 86400000 AS until_ms,
    d.last_ms + 1 AS through_ms,
    d.sends AS strength,
    0 AS whole,
    d.sends AS records
FROM sender_days AS d
INNER JOIN told AS p ON p.account = d.account_low AND p.place = 1
WHERE p.is_registered = 0 AND d.account_low = d.account_high AND d.sends > $line AND d.replies * 1000 < $replies * d.sends
    AND d.own >= 10000000 AND d.day_ms + 86400000 <= $until_ms
ORDER BY d.master, subject, since_ms
