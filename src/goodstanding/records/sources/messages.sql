-- Takes    raw: one message per row in our own format
-- Text     five whole numbers are made of it, and it goes no further
-- Yields   the message; sent_at carries an offset, or the zone option is declared
WITH read AS (
    SELECT
        whole,
        id,
        COALESCE(NULLIF(account, ''), option('account')) AS account,
        lower(direction) AS way,
        COALESCE(NULLIF(lower(status), ''), 'sent') AS ending,
        sender AS sender_text,
        recipient AS recipient_text,
        error_code,
        NULLIF(lower(body), '') AS words,
        NULLIF(sent_at, '') AS sent_at,
        moment_ms(NULLIF(sent_at, '')) AS at_ms,
        moment_ms(NULLIF(created_at, '')) AS created_ms,
        COALESCE(moment_ms(NULLIF(revised_at, '')), TRY_CAST(revised_at AS BIGINT)) AS revision
    FROM raw
),
-- each value once: what follows only looks at them
worded AS (
    SELECT *, one_blank(without_figures(without_links(words))) AS wording, sender_named(words) AS name, host_named(words) AS host
    FROM read
)
SELECT
    whole,
    id,
    account,
    CASE
        WHEN way IN ('inbound', 'in') THEN 1
        WHEN way IN ('outbound', 'out') OR starts_with(way, 'outbound-') THEN 2
    END AS direction,
    ending AS status,
    number_of(sender_text) AS sender,
    number_of(recipient_text) AS recipient,
    at_ms,
    CASE WHEN ending IN ('failed', 'canceled', 'scheduled', 'accepted') THEN 0 ELSE 1 END AS transmitted,
    TRY_CAST(error_code AS INTEGER) AS error,
    numbered(without_name(wording)) AS template,
    said_in(words, way IN ('inbound', 'in')) AS says,
    numbered(brand_named(name)) AS brand,
    numbered(host) AS host,
    COALESCE(created_ms, at_ms) AS filed_ms,
    revision,
    CASE
        WHEN COALESCE(id, '') = '' THEN 'id-missing'
        WHEN account IS NULL THEN 'account-missing'
        WHEN at_ms IS NULL THEN time_problem(sent_at)
        WHEN NOT is_plausible(at_ms) THEN 'time-absurd'
        WHEN direction IS NULL THEN 'direction-unknown'
    END AS reason,
    moment_note(sent_at) AS note
FROM worded
