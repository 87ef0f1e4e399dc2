-- Takes    raw: a row of acc (INVITE and BYE transactions) or of acc_cdrs (a whole dialog)
-- Yields   one leg per row; rows with the same Call-ID are one call. A 2xx to INVITE is the answer, BYE the end; challenges
--          (401, 407) say nothing of the outcome
-- Source   Kamailio acc and acc_cdrs; times are the server's wall clock, in the declared zone, unless they carry an offset
WITH read AS (
    SELECT
        whole,
        NULLIF(callid, '') AS call_id,
        upper(COALESCE("method", '')) AS verb,
        COALESCE(from_tag, '') || '/' || COALESCE(to_tag, '') AS tags,
        TRY_CAST(sip_code AS INTEGER) AS code,
        COALESCE(NULLIF(start_time, ''), NULLIF("time", '')) AS at_text,
        NULLIF(start_time, '') IS NOT NULL AS is_dialog,
        NULLIF(end_time, '') AS end_text,
        NULLIF(duration, '') AS duration,
        COALESCE(NULLIF(account, ''), option('account')) AS named_account,
        lower(direction) AS way,
        number_of(caller) AS caller,
        number_of(callee) AS callee
    FROM raw
)
SELECT
    whole,
    call_id || '/' || verb || '/' || tags || '/' || COALESCE(CAST(code AS VARCHAR), '') AS id,
    call_id,
    COALESCE(named_account, 'kamailio-csv') AS account,
    CASE WHEN is_dialog OR verb = 'INVITE' THEN 0 ELSE 1 END AS rank,
    1 AS speaks,
    CASE WHEN way IN ('inbound', 'in') THEN 1 WHEN way IN ('outbound', 'out') THEN 2 WHEN caller < 1000000 AND callee < 1000000 THEN 3 ELSE 0 END AS direction,
    CASE
        WHEN is_dialog THEN 1
        WHEN verb <> 'INVITE' OR code IN (401, 407) THEN 0
        WHEN code BETWEEN 200 AND 299 THEN 1
        WHEN code IN (486, 600) THEN 3
        WHEN code = 487 THEN 4
        WHEN code IN (408, 480) THEN 2
        WHEN code >= 300 THEN 5
    END AS outcome,
    moment_ms(at_text) AS started_ms,
    CASE WHEN is_dialog OR (verb = 'INVITE' AND code BETWEEN 200 AND 299) THEN moment_ms(at_text) END AS answered_ms,
    CASE WHEN is_dialog THEN moment_ms(end_text) WHEN verb = 'BYE' OR code >= 300 THEN moment_ms(at_text) END AS ended_ms,
    CASE WHEN is_dialog THEN seconds_as_ms(duration) END AS talk_ms,
    caller,
    callee,
    CAST(NULL AS BIGINT) AS revision,
    CASE
        WHEN call_id IS NULL THEN 'id-missing'
        WHEN started_ms IS NULL THEN time_problem(at_text)
        WHEN NOT is_plausible(started_ms) THEN 'time-absurd'
        WHEN outcome IS NULL THEN 'outcome-unknown'
        WHEN is_dialog THEN talk_problem(duration, seconds_as_ms(duration))
    END AS reason,
    CASE WHEN named_account IS NULL THEN 'account-defaulted' ELSE moment_note(at_text) END AS note
FROM read
