-- Takes    raw: one Twilio IncomingPhoneNumber resource per row
-- Yields   one number holding as seen at the time of the listing; a released number is simply not in it
-- Source   Twilio REST API 2010-04-01, IncomingPhoneNumber
SELECT
    whole,
    number_of(phone_number) AS number,
    COALESCE(NULLIF(account_sid, ''), option('account')) AS account,
    toll_free_type("type") AS toll_free,
    instant_ms(NULLIF(date_created, '')) AS acquired_ms,
    CAST(NULL AS BIGINT) AS released_ms,
    CASE
        WHEN COALESCE(phone_number, '') = '' THEN 'number-missing'
        WHEN number_of(phone_number) IS NULL THEN 'number-unreadable'
        WHEN COALESCE(NULLIF(account_sid, ''), option('account')) IS NULL THEN 'account-missing'
        WHEN COALESCE(date_created, '') <> '' AND instant_ms(date_created) IS NULL THEN 'time-unreadable'
    END AS reason,
    NULL AS note
FROM raw
