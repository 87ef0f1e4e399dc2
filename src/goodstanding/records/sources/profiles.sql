-- Takes    raw: what a provider knows of an account, per row in our own format
-- Yields   the account as it was known from `at` on; without it, from the as-of option's day on, else always
WITH read AS (
    SELECT
        * EXCLUDE ("at", registered, agreement, trial, revised_at, id),
        id AS given,
        "at" AS at_text,
        COALESCE(day_or_moment_ms(NULLIF("at", '')), CASE WHEN COALESCE("at", '') = '' THEN COALESCE(day_ms(option('as-of')), 631152000000) END) AS at_ms,
        yes_no(registered) AS is_registered,
        yes_no(agreement) AS has_agreement,
        yes_no(trial) AS is_trial,
        CASE WHEN lower(contacts) IN ('yes', 'no', 'true', 'false') THEN yes_no(contacts) ELSE TRY_CAST(contacts AS TINYINT) END AS contact_count,
        COALESCE(moment_ms(NULLIF(revised_at, '')), TRY_CAST(revised_at AS BIGINT)) AS revision
    FROM raw
)
SELECT
    whole,
    COALESCE(NULLIF(given, ''), account) AS id,
    account,
    NULLIF(lower(use_case), '') AS use_case,
    is_registered,
    has_agreement,
    is_trial,
    per_day,
    NULLIF(upper(countries), '') AS countries,
    calls_per_second,
    contact_count AS contacts,
    NULLIF(payment, '') AS payment,
    NULLIF(device, '') AS device,
    NULLIF(brand, '') AS brand,
    NULLIF(lower("domain"), '') AS "domain",
    NULLIF(lower(status), '') AS status,
    at_ms,
    at_ms AS filed_ms,
    revision,
    CASE
        WHEN COALESCE(account, '') = '' THEN 'account-missing'
        WHEN at_ms IS NULL THEN time_problem(at_text)
        WHEN NOT is_plausible(at_ms) THEN 'time-absurd'
        WHEN is_registered = 2 OR has_agreement = 2 OR is_trial = 2 THEN 'yes-no-unknown'
        WHEN COALESCE(per_day, '') <> '' AND TRY_CAST(per_day AS INTEGER) IS NULL THEN 'count-unreadable'
        WHEN COALESCE(calls_per_second, '') <> '' AND TRY_CAST(calls_per_second AS INTEGER) IS NULL THEN 'count-unreadable'
        WHEN COALESCE(contacts, '') <> '' AND contact_count IS NULL THEN 'count-unreadable'
    END AS reason,
    moment_note(at_text) AS note
FROM read
