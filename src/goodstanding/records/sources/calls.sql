-- Takes    raw: one call per row in our own format
-- Yields   the call as it stands; started_at carries an offset, or the zone option is declared
-- Talk     talk_ms in whole milliseconds, else talk_s in seconds with up to three decimals
WITH read AS (
    SELECT
        whole,
        id,
        COALESCE(NULLIF(account, ''), option('account')) AS account,
        direction AS way,
        outcome AS ending,
        caller AS caller_text,
        callee AS callee_text,
        TRY_CAST(caller AS BIGINT) AS caller_cast,
        TRY_CAST(callee AS BIGINT) AS callee_cast,
        started_at,
        talk_ms AS talk_ms_text,
        talk_s AS talk_s_text,
        ring_ms AS ring_text,
        answered_by AS answerer,
        revised_at
    FROM raw
),
-- each value once: what follows only looks at them
meant AS (
    SELECT
        *,
        -- the plain words first: only what is written in another way is brought into one form
        CASE
            WHEN way = 'outbound' THEN 2
            WHEN way = 'inbound' THEN 1
            WHEN lower(way) IN ('inbound', 'in') THEN 1
            WHEN lower(way) IN ('outbound', 'out') OR starts_with(lower(way), 'outbound-') THEN 2
            WHEN lower(way) = 'internal' THEN 3
            WHEN lower(way) = 'unknown' THEN 0
        END AS direction,
        CASE
            WHEN ending IN ('answered', 'completed') THEN 1
            WHEN ending = 'no-answer' THEN 2
            WHEN ending = 'busy' THEN 3
            WHEN ending = 'failed' THEN 5
            WHEN lower(replace(ending, ' ', '-')) IN ('answered', 'completed') THEN 1
            WHEN lower(replace(ending, ' ', '-')) IN ('no-answer', 'unanswered') THEN 2
            WHEN lower(replace(ending, ' ', '-')) = 'busy' THEN 3
            WHEN lower(replace(ending, ' ', '-')) IN ('canceled', 'cancelled') THEN 4
            WHEN lower(replace(ending, ' ', '-')) IN ('failed', 'congestion') THEN 5
            WHEN lower(replace(ending, ' ', '-')) IN ('unfinished', 'queued', 'ringing', 'in-progress') THEN 0
        END AS outcome,
        number_of_cast(caller_text, caller_cast) AS caller,
        number_of_cast(callee_text, callee_cast) AS callee,
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
        WHEN outcome = 1 THEN talk_problem(COALESCE(NULLIF(talk_ms_text, ''), NULLIF(talk_s_text, '')), said_ms)
    END AS reason,
    CASE WHEN outcome = 0 THEN 'unfinished' ELSE moment_note(started_at) END AS note
FROM meant
