-- Takes    raw: one call per row in our own format
-- Yields   the call as it stands; started_at carries an offset, or the zone option is declared
-- Talk     talk_ms in whole milliseconds, else talk_s in seconds with up to three decimals
WITH read AS (
    SELECT
        whole,
        id,
        COALESCE(NULLIF(account, ''), option('account')) AS account,
        lower(direction) AS way,
        lower(replace(outcome, ' ', '-')) AS ending,
        caller AS caller_text,
        callee AS callee_text,
        NULLIF(started_at, '') AS started_at,
        NULLIF(talk_ms, '') AS talk_ms_text,
        NULLIF(talk_s, '') AS talk_s_text,
        ring_ms AS ring_text,
        answered_by AS answerer,
        revised_at
    FROM raw
),
-- each value once: what follows only looks at them
meant AS (
    SELECT
        *,
        CASE
            WHEN way IN ('inbound', 'in') THEN 1
            WHEN way IN ('outbound', 'out') OR starts_with(way, 'outbound-') THEN 2
            WHEN way = 'internal' THEN 3
            WHEN way = 'unknown' THEN 0
        END AS direction,
        CASE
            WHEN ending IN ('answered', 'completed') THEN 1
            WHEN ending IN ('no-answer', 'unanswered') THEN 2
            WHEN ending = 'busy' THEN 3
            WHEN ending IN ('canceled', 'cancelled') THEN 4
            WHEN ending IN ('failed', 'congestion') THEN 5
            WHEN ending IN ('unfinished', 'queued', 'ringing', 'in-progress') THEN 0
        END AS outcome,
        number_of(caller_text) AS caller,
        number_of(callee_text) AS callee,
        moment_ms(started_at) AS started_ms,
        COALESCE(whole_ms(talk_ms_text), seconds_as_ms(talk_s_text)) AS said_ms
    FROM read
)
SELECT
    whole,
    id,
    account,
    direction,
    outcome,
    caller,
    callee,
    started_ms,
    CASE WHEN outcome = 1 THEN said_ms END AS talk_ms,
    ring_time(whole_ms(ring_text)) AS ring_ms,
    CASE WHEN outcome = 1 THEN answerer_of(answerer) END AS answered_by,
    1 AS is_call,
    CAST(NULL AS VARCHAR) AS via,
    started_ms AS filed_ms,
    COALESCE(moment_ms(NULLIF(revised_at, '')), TRY_CAST(revised_at AS BIGINT)) AS revision,
    CASE
        WHEN COALESCE(id, '') = '' THEN 'id-missing'
        WHEN account IS NULL THEN 'account-missing'
        WHEN started_ms IS NULL THEN time_problem(started_at)
        WHEN NOT is_plausible(started_ms) THEN 'time-absurd'
        WHEN direction IS NULL THEN 'direction-unknown'
        WHEN outcome IS NULL THEN 'outcome-unknown'
        WHEN caller IS NULL AND is_no_number(caller_text) THEN 'number-unreadable'
        WHEN callee IS NULL AND is_no_number(callee_text) THEN 'number-unreadable'
        WHEN outcome = 1 THEN talk_problem(COALESCE(talk_ms_text, talk_s_text), said_ms)
    END AS reason,
    CASE WHEN outcome = 0 THEN 'unfinished' ELSE moment_note(started_at) END AS note
FROM meant
