-- Takes    raw: one number holding per row in our own format
-- Yields   the holding; held_until is empty while the number is held
SELECT
    whole,
    number_of("number") AS number,
    COALESCE(NULLIF(account, ''), option('account')) AS account,
    toll_free_type("type") AS toll_free,
    day_or_moment_ms(NULLIF(held_from, '')) AS acquired_ms,
    day_or_moment_ms(NULLIF(held_until, '')) AS released_ms,
    CASE
        WHEN COALESCE(raw."number", '') = '' THEN 'number-missing'
        WHEN number_of(raw."number") IS NULL THEN 'number-unreadable'
        WHEN COALESCE(NULLIF(raw.account, ''), option('account')) IS NULL THEN 'account-missing'
        WHEN COALESCE(held_from, '') <> '' AND day_or_moment_ms(held_from) IS NULL THEN time_problem(held_from)
        WHEN COALESCE(held_until, '') <> '' AND day_or_moment_ms(held_until) IS NULL THEN time_problem(held_until)
    END AS reason,
    NULL AS note
FROM raw
