-- Takes    raw: one row of Master.csv, every field as text
-- Yields   one leg per row; rows with the same linkedid are one call
-- Answer   a row answers the call when it says ANSWERED and was billed for a second or more: an ANSWERED row with billsec 0 is
--          a channel being swapped for another, and a NO ANSWER row with billsec a leg that somebody else's answer ended
-- Ways     the inbound and outbound options name contexts; else words in the context's name tell; else the inventory does
-- Source   Asterisk cdr_csv; times are the switch's wall clock, in the declared zone
WITH read AS (
    SELECT
        whole,
        COALESCE(NULLIF(uniqueid, ''), md5(CAST(whole AS VARCHAR))) AS own_id,
        NULLIF(linkedid, '') AS linked_id,
        NULLIF(uniqueid, '') AS unique_id,
        COALESCE("sequence", '') AS sequence_text,
        COALESCE(NULLIF(accountcode, ''), NULLIF(peeraccount, ''), option('account')) AS named_account,
        lower(COALESCE(dcontext, '')) AS context,
        src,
        dst,
        "start" AS start_text,
        NULLIF("answer", '') AS answer_text,
        NULLIF("end", '') AS end_text,
        NULLIF(billsec, '') AS billsec,
        upper(disposition) AS disposition
    FROM raw
),
known AS (
    SELECT
        *,
        seconds_as_ms(billsec) AS billed_ms,
        CASE
            WHEN list_contains(string_split(lower(COALESCE(option('inbound'), '')), '|'), context) THEN 1
            WHEN list_contains(string_split(lower(COALESCE(option('outbound'), '')), '|'), context) THEN 2
            WHEN regexp_matches(context, 'outbound|outgoing') THEN 2
            WHEN regexp_matches(context, 'pstn|trunk|did|inbound|incoming|from-external|public') THEN 1
            WHEN regexp_matches(context, 'internal') THEN CASE WHEN number_of(dst) >= 1000000 THEN 2 ELSE 3 END
            ELSE 0
        END AS way
    FROM read
)
SELECT
    whole,
    own_id || '/' || sequence_text AS id,
    COALESCE(linked_id, unique_id, own_id) AS call_id,
    COALESCE(named_account, 'asterisk-csv') AS account,
    CASE WHEN linked_id IS NULL OR linked_id = unique_id THEN 0 ELSE 1 END AS rank,
    1 AS speaks,
    way AS direction,
    CASE
        WHEN disposition = 'ANSWERED' THEN CASE WHEN billed_ms > 0 THEN 1 ELSE 2 END
        WHEN disposition IN ('NO ANSWER', 'NOANSWER') THEN 2
        WHEN disposition = 'BUSY' THEN 3
        WHEN disposition IN ('CANCEL', 'CANCELED') THEN 4
        WHEN disposition IN ('FAILED', 'CONGESTION') THEN 5
    END AS outcome,
    moment_ms(start_text) AS started_ms,
    moment_ms(answer_text) AS answered_ms,
    moment_ms(end_text) AS ended_ms,
    CASE WHEN disposition = 'ANSWERED' THEN billed_ms END AS talk_ms,
    number_of(src) AS caller,
    number_of(dst) AS callee,
    CAST(NULL AS BIGINT) AS revision,
    CASE
        WHEN started_ms IS NULL THEN time_problem(start_text)
        WHEN NOT is_plausible(started_ms) THEN 'time-absurd'
        WHEN outcome IS NULL THEN 'outcome-unknown'
        WHEN disposition = 'ANSWERED' THEN talk_problem(billsec, billed_ms)
    END AS reason,
    CASE WHEN named_account IS NULL THEN 'account-defaulted' ELSE moment_note(start_text) END AS note
FROM known
