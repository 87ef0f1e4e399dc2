-- Takes    raw: what the signalling of one call said, per row in our own format
-- Yields   the attestation of its caller (as a letter, or as a StirVerstat), the SIP and Q.850 codes, and who hung up
WITH read AS (
    SELECT
        whole,
        NULLIF(id, '') AS id,
        NULLIF(call_id, '') AS call_id,
        COALESCE(NULLIF(account, ''), option('account')) AS account,
        "at" AS at_text,
        moment_ms(NULLIF("at", '')) AS at_ms,
        lower(COALESCE(attestation, '')) AS verstat,
        NULLIF(sip_code, '') AS sip_text,
        NULLIF(cause, '') AS cause_text,
        lower(COALESCE(hung_up_by, '')) AS hanging,
        COALESCE(moment_ms(NULLIF(revised_at, '')), TRY_CAST(revised_at AS BIGINT)) AS revision
    FROM raw
),
meant AS (
    SELECT
        *,
        CASE
            WHEN verstat = 'a' OR starts_with(verstat, 'tn-validation-passed-a') THEN 1
            WHEN verstat = 'b' OR starts_with(verstat, 'tn-validation-passed-b') THEN 2
            WHEN verstat = 'c' OR starts_with(verstat, 'tn-validation-passed-c') THEN 3
            WHEN verstat IN ('none', 'no-tn-validation') THEN 4
            WHEN verstat = 'failed' OR starts_with(verstat, 'tn-validation-failed') THEN 5
        END AS attestation,
        CASE WHEN hanging IN ('us', 'near', 'near-end') THEN 1 WHEN hanging IN ('far', 'far-end', 'them') THEN 2 END AS hung_up_by,
        TRY_CAST(sip_text AS SMALLINT) AS sip,
        TRY_CAST(cause_text AS SMALLINT) AS cause
    FROM read
)
SELECT
    whole,
    COALESCE(id, call_id) AS id,
    account,
    call_id,
    attestation,
    sip,
    cause,
    hung_up_by,
    at_ms,
    at_ms AS filed_ms,
    revision,
    CASE
        WHEN call_id IS NULL THEN 'id-missing'
        WHEN account IS NULL THEN 'account-missing'
        WHEN at_ms IS NULL THEN time_problem(at_text)
        WHEN NOT is_plausible(at_ms) THEN 'time-absurd'
        WHEN verstat <> '' AND attestation IS NULL THEN 'attestation-unknown'
        WHEN (sip_text IS NOT NULL AND sip IS NULL) OR (cause_text IS NOT NULL AND cause IS NULL) THEN 'status-unreadable'
        WHEN hanging <> '' AND hung_up_by IS NULL THEN 'end-unknown'
    END AS reason,
    moment_note(at_text) AS note
FROM meant
