-- Takes    raw: one account per row in our own format
-- Yields   the account and its master (itself, when the column is empty), as it stood from `since` on
SELECT
    whole,
    raw.account AS account,
    COALESCE(NULLIF(raw.master, ''), raw.account) AS master,
    COALESCE(NULLIF(raw."name", ''), raw.account) AS name,
    COALESCE(raw.status, '') AS status,
    day_or_moment_ms(NULLIF(since, '')) AS since_ms,
    CASE
        WHEN COALESCE(raw.account, '') = '' THEN 'id-missing'
        WHEN COALESCE(since, '') <> '' AND day_or_moment_ms(since) IS NULL THEN time_problem(since)
    END AS reason,
    NULL AS note
FROM raw
