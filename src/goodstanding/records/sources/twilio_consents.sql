-- Takes    raw: one item of Twilio's bulk consents
-- Yields   who said yes or no to whom, how, and when; whether in writing, it does not say. One dated after the clock is refused
-- Source   Twilio Consent Management API, Bulk Consents
WITH read AS (
    SELECT
        whole,
        concat_ws('|', correlation_id, contact_id, sender_id, status, source, date_of_consent) AS said,
        NULLIF(correlation_id, '') AS id,
        option('account') AS account,
        contact_id,
        number_of(contact_id) AS recipient,
        sender_id,
        lower(status) AS state,
        NULLIF(lower(source), '') AS how,
        date_of_consent,
        day_or_moment_ms(NULLIF(date_of_consent, '')) AS at_ms
    FROM raw
)
SELECT
    whole,
    id_made(id, said, 1) AS id,
    account,
    recipient,
    COALESCE('+' || number_of(sender_id), NULLIF(sender_id, '')) AS sender,
    CASE state WHEN 'opt-in' THEN 1 WHEN 'opt-out' THEN 0 END AS is_opt_in,
    NULL AS is_written,
    how,
    NULL AS postal,
    at_ms,
    at_ms AS filed_ms,
    CAST(NULL AS BIGINT) AS revision,
    CASE
        WHEN account IS NULL THEN 'account-missing'
        WHEN COALESCE(contact_id, '') = '' THEN 'number-missing'
        WHEN recipient IS NULL THEN 'number-unreadable'
        WHEN at_ms IS NULL THEN time_problem(date_of_consent)
        WHEN NOT is_plausible(at_ms) THEN 'time-absurd'
        WHEN at_ms > TRY_CAST(option('now') AS BIGINT) THEN 'time-in-future'
        WHEN is_opt_in IS NULL THEN 'consent-unknown'
    END AS reason,
    moment_note(date_of_consent) AS note
FROM read
