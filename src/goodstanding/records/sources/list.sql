-- Takes    raw: one entry per line: a number, the beginning of numbers with a star behind it, or the first and last of a range
-- Yields   the numbers from low to high; with is_prefix, those that begin with low. What stands behind # is a remark
WITH read AS (
    SELECT line AS whole, trim(regexp_replace(line, '#.*$', '')) AS entry FROM raw WHERE trim(regexp_replace(line, '#.*$', '')) <> ''
),
meant AS (
    SELECT
        *,
        CASE
            WHEN regexp_full_match(entry, '\+?[1-9][0-9]{0,14}\*') THEN 1
            WHEN regexp_full_match(entry, '\+?[1-9][0-9]{2,14} ?[-–] ?\+?[1-9][0-9]{2,14}') THEN 2
            WHEN number_of(entry) IS NOT NULL THEN 3
        END AS form,
        regexp_replace(entry, '[-–].*$', '') AS first_text,
        regexp_replace(entry, '^.*[-–]', '') AS last_text
    FROM read
),
bounded AS (
    SELECT
        *,
        CASE form
            WHEN 1 THEN TRY_CAST(regexp_replace(entry, '[^0-9]', '', 'g') AS BIGINT)
            WHEN 2 THEN number_of(trim(first_text))
            WHEN 3 THEN number_of(entry)
        END AS low,
        CASE form WHEN 2 THEN number_of(trim(last_text)) END AS last
    FROM meant
)
SELECT
    whole,
    option('name') AS list,
    low,
    COALESCE(last, low) AS high,
    CASE WHEN form = 1 THEN 1 ELSE 0 END AS is_prefix,
    epoch_ms(CAST(option('as-of') AS DATE)::TIMESTAMP) // 86400000 AS as_of_day,
    CASE
        WHEN form IS NULL OR low IS NULL THEN 'entry-unreadable'
        WHEN form = 2 AND (last IS NULL OR length(CAST(low AS VARCHAR)) <> length(CAST(last AS VARCHAR)) OR last < low) THEN 'range-unreadable'
    END AS reason,
    NULL AS note
FROM bounded
