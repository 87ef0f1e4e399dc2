-- Grain     one row per master account, template and UTC day on which it left by at least $line numbers, little by each
-- Strength  the numbers it left by
-- Known     when the day is over
-- Besides   at least $messages in all and at most $each by a number; no code; few people answer; and carriers filter it or people
--           ask to stop in numbers, which is what a pool of local numbers for people who know the sender does not show
SELECT
    t.master,
    CASE WHEN MIN(t.account_low) = MAX(t.account_high) THEN MIN(t.account_low) ELSE t.master END AS account,
    CAST(t.template AS VARCHAR) AS subject,
    t.day_ms AS since_ms,
    t.day_ms + 86400000 AS until_ms,
    t.day_ms + 86400000 AS through_ms,
    COUNT(*) AS strength,
    0 AS whole,
    SUM(t.sends) AS records
FROM template_senders AS t
INNER JOIN sender_days AS d ON d.master = t.master AND d.own = t.sender AND d.day_ms = t.day_ms
WHERE t.says <> 1 AND t.day_ms + 86400000 <= $until_ms
GROUP BY t.master, t.template, t.day_ms
HAVING COUNT(*) >= $line AND SUM(t.sends) >= $messages AND SUM(t.sends) <= $each * COUNT(*)
    AND SUM(d.replies) * 1000 <= $replies * SUM(d.sends)
    AND SUM(t.filtered) + SUM(d.stops) >= $unwanted
    AND (SUM(t.filtered) * 1000 > $filtered * SUM(t.sends) OR SUM(d.stops) * 1000 > $stops * SUM(d.sends))
ORDER BY t.master, subject, since_ms
