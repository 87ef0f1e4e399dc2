-- Takes    raw: one RecentCalls record
-- Yields   one call per leg whose far end is a public number; a leg behind another one that leads elsewhere is part of it
-- Answer   `answered` decides: an unanswered record may still carry answered_at and status 200
-- Filed    by attempted_at, the time of the record itself; talk time is terminated_at - answered_at
WITH read AS (
    SELECT
        whole,
        NULLIF(call_sid, '') AS id,
        COALESCE(NULLIF(account_sid, ''), option('account')) AS account,
        lower(direction) AS way,
        lower(answered) AS answered,
        TRY_CAST(sip_status AS INTEGER) AS code,
        "from" AS from_text,
        "to" AS to_text,
        TRY_CAST(attempted_at AS BIGINT) AS attempt_ms,
        attempted_at,
        TRY_CAST(answered_at AS BIGINT) AS answer_ms,
        TRY_CAST(terminated_at AS BIGINT) AS end_ms,
        NULLIF(sip_parent_callid, '') AS parent,
        lower(COALESCE(termination_reason, '')) AS ending
    FROM raw
)
SELECT
    whole,
    id,
    account,
    CASE way WHEN 'inbound' THEN 1 WHEN 'outbound' THEN 2 END AS direction,
    CASE
        WHEN read.answered = 'true' THEN 1
        WHEN code IN (486, 600) THEN 3
        WHEN code = 487 OR ending LIKE '%caller%' THEN 4
        WHEN code IN (408, 480) OR ending LIKE '%no answer%' THEN 2
        WHEN read.answered = 'false' THEN 5
    END AS outcome,
    number_of(from_text) AS caller,
    number_of(to_text) AS callee,
    attempt_ms AS started_ms,
    CASE WHEN read.answered = 'true' THEN end_ms - answer_ms END AS talk_ms,
    ring_time(CASE WHEN read.answered = 'true' THEN answer_ms ELSE end_ms END - attempt_ms) AS ring_ms,
    CAST(NULL AS TINYINT) AS answered_by,
    CASE WHEN parent IS NOT NULL AND number_of(CASE WHEN way = 'inbound' THEN from_text ELSE to_text END) IS NULL THEN 0 ELSE 1 END AS is_call,
    CAST(NULL AS VARCHAR) AS via,
    attempt_ms AS filed_ms,
    CAST(NULL AS BIGINT) AS revision,
    CASE
        WHEN id IS NULL THEN 'id-missing'
        WHEN account IS NULL THEN 'account-missing'
        WHEN attempted_at IS NULL THEN 'time-missing'
        WHEN attempt_ms IS NULL THEN 'time-unreadable'
        WHEN NOT is_plausible(attempt_ms) THEN 'time-absurd'
        WHEN direction IS NULL THEN 'direction-unknown'
        WHEN outcome IS NULL THEN 'outcome-unknown'
        WHEN read.answered = 'true' THEN talk_problem(CAST(answer_ms AS VARCHAR), end_ms - answer_ms)
    END AS reason,
    NULL AS note
FROM read
