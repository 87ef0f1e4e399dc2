-- Takes    raw: one report of an unwanted message, as forwarded to 7726
-- Yields   the complaint: about the sender, by the recipient
WITH read AS (
    SELECT
        whole,
        concat_ws('|', id, account, reported_at, sender, recipient) AS said,
        -- a plain count is no id beside those of other complaints
        CASE WHEN regexp_full_match(id, '[0-9]+') THEN 'spam-report-' || id ELSE NULLIF(id, '') END AS id,
        COALESCE(NULLIF(account, ''), option('account')) AS account,
        sender AS about_text,
        number_of(sender) AS about,
        number_of(recipient) AS complainant,
        reported_at AS at_text,
        moment_ms(NULLIF(reported_at, '')) AS at_ms
    FROM raw
)
SELECT
    whole,
    id_made(id, said, ROW_NUMBER() OVER (PARTITION BY said)) AS id,
    account,
    about,
    complainant,
    2 AS kind,
    NULL AS elements,
    at_ms,
    at_ms AS filed_ms,
    CAST(NULL AS BIGINT) AS revision,
    CASE
        WHEN at_ms IS NULL THEN time_problem(at_text)
        WHEN NOT is_plausible(at_ms) THEN 'time-absurd'
        WHEN COALESCE(about_text, '') = '' THEN 'about-missing'
        WHEN about IS NULL AND account IS NULL THEN 'number-unreadable'
    END AS reason,
    moment_note(at_text) AS note
FROM read
