-- Takes    raw: one consent, or its withdrawal, per row in our own format
-- Yields   who said yes or no to whom, how, and when; one dated after the clock is refused
WITH read AS (
    SELECT
        whole,
        concat_ws('|', id, account, recipient, sender, status, how, written, postal_code, "at") AS said,
        NULLIF(id, '') AS id,
        COALESCE(NULLIF(account, ''), option('account')) AS account,
        recipient AS recipient_text,
        number_of(recipient) AS recipient,
        sender AS sender_text,
        regexp_replace(lower(status), '[^a-z]', '', 'g') AS state,
        NULLIF(lower(how), '') AS how,
        yes_no(written) AS written,
        NULLIF(postal_code, '') AS postal,
        "at" AS at_text,
        day_or_moment_ms(NULLIF("at", '')) AS at_ms,
        COALESCE(moment_ms(NULLIF(revised_at, '')), TRY_CAST(revised_at AS BIGINT)) AS revision
    FROM raw
)
SELECT
    whole,
    id_made(id, said, 1) AS id,
    account,
    recipient,
    COALESCE('+' || number_of(sender_text), NULLIF(sender_text, '')) AS sender,
    CASE WHEN state IN ('optin', 'yes', 'in', 'granted') THEN 1 WHEN state IN ('optout', 'no', 'out', 'revoked') THEN 0 END AS is_opt_in,
    written AS is_written,
    how,
    postal,
    at_ms,
    at_ms AS filed_ms,
    revision,
    CASE
        WHEN account IS NULL THEN 'account-missing'
        WHEN COALESCE(recipient_text, '') = '' THEN 'number-missing'
        WHEN recipient IS NULL THEN 'number-unreadable'
        WHEN at_ms IS NULL THEN time_problem(at_text)
        WHEN NOT is_plausible(at_ms) THEN 'time-absurd'
        WHEN at_ms > TRY_CAST(option('now') AS BIGINT) THEN 'time-in-future'
        WHEN is_opt_in IS NULL THEN 'consent-unknown'
        WHEN written = 2 THEN 'yes-no-unknown'
    END AS reason,
    moment_note(at_text) AS note
FROM read
