-- Takes    raw: one row of FreeSWITCH's cdr_csv
-- Yields   one leg; a row and the row of the leg it was bridged to are one call
-- Talk     billsec: the difference of two whole seconds, so up to a second off; calls near the line are counted as edge
-- Source   FreeSWITCH mod_cdr_csv, template "example"; stamps are the switch's wall clock, in the declared zone
WITH read AS (
    SELECT
        whole,
        NULLIF(uuid, '') AS leg,
        NULLIF(bleg_uuid, '') AS other,
        COALESCE(NULLIF(accountcode, ''), option('account')) AS named_account,
        lower(COALESCE(context, '')) AS context,
        start_stamp,
        NULLIF(answer_stamp, '') AS answer_stamp,
        NULLIF(end_stamp, '') AS end_stamp,
        NULLIF(billsec, '') AS billsec,
        hangup_cause AS cause,
        number_of(caller_id_number) AS caller,
        number_of(destination_number) AS callee
    FROM raw
)
SELECT
    whole,
    leg AS id,
    LEAST(leg, COALESCE(other, leg)) AS call_id,
    COALESCE(named_account, 'freeswitch-csv') AS account,
    CASE WHEN named_account IS NULL THEN 1 ELSE 0 END AS rank,
    1 AS speaks,
    CASE
        WHEN list_contains(string_split(lower(COALESCE(option('inbound'), '')), '|'), context) THEN 1
        WHEN list_contains(string_split(lower(COALESCE(option('outbound'), '')), '|'), context) THEN 2
        WHEN caller < 1000000 AND callee < 1000000 THEN 3
        WHEN context = 'public' THEN 1
        WHEN callee >= 1000000 AND caller < 1000000 THEN 2
        ELSE 0
    END AS direction,
    CASE
        WHEN answer_stamp IS NOT NULL THEN 1
        WHEN cause = 'USER_BUSY' THEN 3
        WHEN cause IN ('ORIGINATOR_CANCEL', 'LOSE_RACE') THEN 4
        WHEN cause IN ('NO_ANSWER', 'NO_USER_RESPONSE', 'ALLOTTED_TIMEOUT', 'PROGRESS_TIMEOUT') THEN 2
        WHEN COALESCE(cause, '') <> '' THEN 5
    END AS outcome,
    moment_ms(start_stamp) AS started_ms,
    moment_ms(answer_stamp) AS answered_ms,
    moment_ms(end_stamp) AS ended_ms,
    CASE WHEN answer_stamp IS NOT NULL THEN seconds_as_ms(billsec) END AS talk_ms,
    caller,
    callee,
    CAST(NULL AS BIGINT) AS revision,
    CASE
        WHEN leg IS NULL THEN 'id-missing'
        WHEN started_ms IS NULL THEN time_problem(start_stamp)
        WHEN NOT is_plausible(started_ms) THEN 'time-absurd'
        WHEN outcome IS NULL THEN 'outcome-unknown'
        WHEN answer_stamp IS NOT NULL THEN talk_problem(billsec, seconds_as_ms(billsec))
    END AS reason,
    CASE WHEN named_account IS NULL THEN 'account-defaulted' ELSE moment_note(start_stamp) END AS note
FROM read
