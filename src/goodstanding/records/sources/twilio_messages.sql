-- Takes    raw: one Twilio Message resource per row, every field as text
-- Text     five whole numbers are made of the body, and it goes no further
-- Yields   one message per row, whatever its segments
-- Filed    by date_created, which never changes; counted at date_sent, else date_created
-- Source   Twilio REST API 2010-04-01 and BulkExport, Message
WITH read AS (
    SELECT
        whole,
        sid,
        COALESCE(NULLIF(account_sid, ''), option('account')) AS account,
        direction AS way,
        CASE
            WHEN status IN (
                'queued', 'sending', 'sent', 'failed', 'delivered', 'undelivered', 'receiving', 'received', 'accepted',
                'scheduled', 'read', 'partially_delivered', 'canceled'
            ) THEN status
        END AS state,
        "from" AS sender_text,
        "to" AS recipient_text,
        instant_ms(NULLIF(date_sent, '')) AS sent_ms,
        instant_ms(NULLIF(date_created, '')) AS created_ms,
        instant_ms(NULLIF(date_updated, '')) AS updated_ms,
        date_sent,
        date_created,
        error_code,
        NULLIF(lower(body), '') AS words
    FROM raw
),
-- each value once: what follows only looks at them
worded AS (
    SELECT *, one_blank(without_figures(without_links(words))) AS wording, sender_named(words) AS name, host_named(words) AS host
    FROM read
)
SELECT
    whole,
    sid AS id,
    account,
    CASE
        WHEN way = 'inbound' THEN 1
        WHEN way IN ('outbound-api', 'outbound-call', 'outbound-reply', 'outbound') THEN 2
    END AS direction,
    state AS status,
    number_of(sender_text) AS sender,
    number_of(recipient_text) AS recipient,
    COALESCE(sent_ms, created_ms) AS at_ms,
    CASE
        WHEN state IN ('failed', 'canceled', 'scheduled', 'accepted') THEN 0
        WHEN starts_with(sender_text, 'whatsapp:') OR starts_with(recipient_text, 'whatsapp:') THEN 0
        ELSE 1
    END AS transmitted,
    TRY_CAST(error_code AS INTEGER) AS error,
    numbered(without_name(wording)) AS template,
    said_in(words, way = 'inbound') AS says,
    numbered(brand_named(name)) AS brand,
    numbered(host) AS host,
    COALESCE(created_ms, sent_ms) AS filed_ms,
    updated_ms AS revision,
    CASE
        WHEN COALESCE(sid, '') = '' THEN 'id-missing'
        WHEN account IS NULL THEN 'account-missing'
        WHEN COALESCE(date_sent, '') = '' AND COALESCE(date_created, '') = '' THEN 'time-missing'
        WHEN at_ms IS NULL OR (COALESCE(date_sent, '') <> '' AND sent_ms IS NULL) THEN 'time-unreadable'
        WHEN NOT is_plausible(at_ms) THEN 'time-absurd'
        WHEN direction IS NULL THEN 'direction-unknown'
        WHEN state IS NULL THEN 'outcome-unknown'
    END AS reason,
    NULL AS note
FROM worded
