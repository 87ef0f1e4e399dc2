-- Takes    raw: the variables of one leg's record, possibly percent-encoded
-- Yields   one leg; legs with the same call_uuid are one call, for which its A leg speaks
-- Ways     as the customer sees it: a leg the switch originated, or one that leaves through a gateway, is outbound; an A leg
--          from a gateway or in the public context is inbound; between two short numbers it is internal; else the
--          holder of an account code called out, and what has none came in
-- Source   FreeSWITCH mod_json_cdr; epochs need no zone; billmsec is exact where billsec is the difference of two floors
WITH read AS (
    SELECT
        whole,
        NULLIF(uuid, '') AS leg,
        NULLIF(originating_leg_uuid, '') AS behind,
        COALESCE(NULLIF(call_uuid, ''), NULLIF(originating_leg_uuid, ''), NULLIF(uuid, '')) AS call_id,
        COALESCE(NULLIF(url_decode(accountcode), ''), option('account')) AS named_account,
        NULLIF(accountcode, '') AS code,
        direction AS switch_way,
        hangup_cause AS cause,
        NULLIF(sip_gateway_name, '') IS NOT NULL OR NULLIF(sip_gateway, '') IS NOT NULL AS by_gateway,
        context,
        COALESCE(TRY_CAST(start_uepoch AS BIGINT) // 1000, TRY_CAST(start_epoch AS BIGINT) * 1000) AS start_ms,
        COALESCE(NULLIF(TRY_CAST(answer_uepoch AS BIGINT), 0) // 1000, NULLIF(TRY_CAST(answer_epoch AS BIGINT), 0) * 1000) AS answer_ms,
        COALESCE(NULLIF(TRY_CAST(end_uepoch AS BIGINT), 0) // 1000, NULLIF(TRY_CAST(end_epoch AS BIGINT), 0) * 1000) AS end_ms,
        COALESCE(start_uepoch, start_epoch) AS start_text,
        NULLIF(billsec, '') AS billsec,
        NULLIF(billmsec, '') AS billmsec,
        url_decode(COALESCE(
            NULLIF(origination_caller_id_number, ''), NULLIF(effective_caller_id_number, ''), NULLIF(sip_from_user, ''),
            callflow ->> '$[0].caller_profile.ani', NULLIF(caller_id_number, ''), callflow ->> '$[0].caller_profile.caller_id_number'
        )) AS caller_text,
        url_decode(COALESCE(
            NULLIF(destination_number, ''), NULLIF(sip_to_user, ''), callflow ->> '$[0].caller_profile.destination_number'
        )) AS callee_text
    FROM raw
),
known AS (
    SELECT *, number_of(caller_text) AS caller, number_of(callee_text) AS callee,
        CASE
            WHEN answer_ms IS NULL THEN NULL
            ELSE COALESCE(whole_ms(billmsec), end_ms - answer_ms, seconds_as_ms(billsec))
        END AS talk
    FROM read
)
SELECT
    whole,
    leg AS id,
    call_id,
    COALESCE(named_account, 'freeswitch-json') AS account,
    CASE WHEN behind IS NULL AND leg = call_id THEN 0 WHEN behind IS NULL THEN 1 ELSE 2 END AS rank,
    CASE WHEN behind IS NOT NULL OR cause = 'LOSE_RACE' THEN 0 ELSE 1 END AS speaks,
    CASE
        WHEN caller < 1000000 AND callee < 1000000 THEN 3
        WHEN switch_way = 'outbound' AND behind IS NULL THEN 2
        WHEN switch_way = 'outbound' THEN CASE WHEN by_gateway THEN 2 ELSE 0 END
        WHEN by_gateway OR context = 'public' THEN 1
        WHEN code IS NOT NULL THEN 2
        ELSE 0
    END AS direction,
    CASE
        WHEN answer_ms IS NOT NULL THEN 1
        WHEN cause = 'USER_BUSY' THEN 3
        WHEN cause IN ('ORIGINATOR_CANCEL', 'LOSE_RACE') THEN 4
        WHEN cause IN ('NO_ANSWER', 'NO_USER_RESPONSE', 'ALLOTTED_TIMEOUT', 'PROGRESS_TIMEOUT') THEN 2
        WHEN cause IS NOT NULL THEN 5
    END AS outcome,
    start_ms AS started_ms,
    answer_ms AS answered_ms,
    end_ms AS ended_ms,
    talk AS talk_ms,
    caller,
    callee,
    CAST(NULL AS BIGINT) AS revision,
    CASE
        WHEN leg IS NULL THEN 'id-missing'
        WHEN start_text IS NULL THEN 'time-missing'
        WHEN start_ms IS NULL THEN 'time-unreadable'
        WHEN NOT is_plausible(start_ms) THEN 'time-absurd'
        WHEN outcome IS NULL THEN 'outcome-unknown'
        WHEN answer_ms IS NOT NULL THEN talk_problem(COALESCE(billmsec, billsec), talk)
    END AS reason,
    CASE WHEN named_account IS NULL THEN 'account-defaulted' END AS note
FROM known
