-- Takes    raw: one Twilio Account resource per row
-- Yields   the account and its master: owner_account_sid, which for a master is its own sid
-- Dated    by the as-of option, else by date_updated, else always
-- Source   Twilio REST API 2010-04-01, Account
SELECT
    whole,
    sid AS account,
    COALESCE(NULLIF(owner_account_sid, ''), sid) AS master,
    COALESCE(NULLIF(friendly_name, ''), sid) AS name,
    COALESCE(status, '') AS status,
    instant_ms(NULLIF(date_updated, '')) AS since_ms,
    CASE
        WHEN COALESCE(sid, '') = '' THEN 'id-missing'
        WHEN COALESCE(date_updated, '') <> '' AND instant_ms(date_updated) IS NULL THEN 'time-unreadable'
    END AS reason,
    NULL AS note
FROM raw
