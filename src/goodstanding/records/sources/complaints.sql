-- Takes    raw: one complaint per row in our own format
-- Yields   who complains of which number or account, and of what; elements says how much of a rights holder's notice is there
WITH read AS (
    SELECT
        whole,
        concat_ws('|', id, account, kind, about, complainant, "at", elements, signature, "work", "location", contact, good_faith, accuracy) AS said,
        NULLIF(id, '') AS id,
        COALESCE(NULLIF(account, ''), option('account')) AS account,
        CASE regexp_replace(lower(kind), '[^a-z0-9]', '', 'g')
            WHEN 'donotcall' THEN 1 WHEN 'dnc' THEN 1 WHEN 'spam' THEN 2 WHEN 'spamreport' THEN 2 WHEN '7726' THEN 2 WHEN 'rightsholder' THEN 3
            WHEN 'carrier' THEN 4 WHEN 'traceback' THEN 5 WHEN 'abuse' THEN 6
        END AS kind,
        about AS about_text,
        number_of(about) AS about,
        number_of(complainant) AS complainant,
        "at" AS at_text,
        day_or_moment_ms(NULLIF("at", '')) AS at_ms,
        NULLIF(elements, '') AS told,
        [yes_no(signature), yes_no("work"), yes_no("location"), yes_no(contact), yes_no(good_faith), yes_no(accuracy)] AS parts,
        COALESCE(moment_ms(NULLIF(revised_at, '')), TRY_CAST(revised_at AS BIGINT)) AS revision
    FROM raw
)
SELECT
    whole,
    id_made(id, said, ROW_NUMBER() OVER (PARTITION BY said)) AS id,
    account,
    about,
    complainant,
    kind,
    COALESCE(TRY_CAST(told AS TINYINT), list_sum(parts)) AS elements,
    at_ms,
    at_ms AS filed_ms,
    revision,
    CASE
        WHEN at_ms IS NULL THEN time_problem(at_text)
        WHEN NOT is_plausible(at_ms) THEN 'time-absurd'
        WHEN kind IS NULL THEN 'complaint-unknown'
        WHEN about IS NULL AND is_no_number(about_text) THEN 'number-unreadable'
        WHEN account IS NULL AND about IS NULL THEN 'about-missing'
        WHEN list_contains(parts, 2) THEN 'yes-no-unknown'
        WHEN told IS NOT NULL AND COALESCE(TRY_CAST(told AS TINYINT) NOT BETWEEN 0 AND 6, TRUE) THEN 'elements-unreadable'
    END AS reason,
    moment_note(at_text) AS note
FROM read
