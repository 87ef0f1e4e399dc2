-- Takes    raw: one row of the public file of Do Not Call complaints
-- Yields   the complaint, at the time it was made; no account, which the number tells; the complainant is not named
-- Id       of what the row says, and of its place among those that say the same
-- Source   Federal Trade Commission, Do Not Call reported calls data; numbers are North American
WITH read AS (
    SELECT
        whole,
        concat_ws(
            '|', Company_Phone_Number, Created_Date, Violation_Date, Consumer_City, Consumer_State, Consumer_Area_Code, "Subject",
            Recorded_Message_Or_Robocall
        ) AS said,
        Company_Phone_Number AS about_text,
        regexp_replace(Company_Phone_Number, '[^0-9]', '', 'g') AS digits,
        COALESCE(NULLIF(Created_Date, ''), NULLIF(Violation_Date, '')) AS at_text
    FROM raw
),
meant AS (
    SELECT
        *,
        CASE
            WHEN regexp_full_match(digits, '[2-9][0-9]{9}') THEN number_of('+1' || digits)
            WHEN regexp_full_match(digits, '1[2-9][0-9]{9}') THEN number_of('+' || digits)
        END AS about,
        moment_ms(at_text) AS at_ms
    FROM read
)
SELECT
    whole,
    id_made(NULL, said, ROW_NUMBER() OVER (PARTITION BY said)) AS id,
    option('account') AS account,
    about,
    CAST(NULL AS BIGINT) AS complainant,
    1 AS kind,
    NULL AS elements,
    at_ms,
    at_ms AS filed_ms,
    CAST(NULL AS BIGINT) AS revision,
    CASE
        WHEN at_ms IS NULL THEN time_problem(at_text)
        WHEN NOT is_plausible(at_ms) THEN 'time-absurd'
        WHEN digits IS NULL OR digits = '' THEN 'about-missing'
        WHEN about IS NULL THEN 'number-unreadable'
    END AS reason,
    moment_note(at_text) AS note
FROM meant
