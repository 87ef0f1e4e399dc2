-- Takes    raw: one Twilio Call resource per row, every field as text
-- Yields   one call per leg whose far end is on the public network; legs to client:, sip: and sim: ends are
--          part of their parent's call (is_call = 0)
-- Rang     end less start of a call that was not answered; of an answered one the record does not say
-- Filed    by date_created, which never changes; counted at start_time
-- Source   Twilio REST API 2010-04-01 and BulkExport, Call; talk time is the bill's whole seconds
WITH read AS (
    SELECT
        whole,
        sid,
        COALESCE(NULLIF(account_sid, ''), option('account')) AS account,
        direction AS way,
        status,
        NULLIF(parent_call_sid, '') AS via,
        "from" AS near,
        "to" AS far,
        instant_ms(NULLIF(start_time, '')) AS start_ms,
        instant_ms(NULLIF(date_created, '')) AS created_ms,
        instant_ms(NULLIF(date_updated, '')) AS updated_ms,
        start_time,
        date_created,
        end_time,
        answered_by AS answerer,
        NULLIF(duration, '') AS duration
    FROM raw
)
SELECT
    whole,
    sid AS id,
    account,
    CASE
        WHEN way IN ('inbound', 'trunking-originating') THEN 1
        WHEN way IN ('outbound-api', 'outbound-dial', 'trunking-terminating', 'outbound') THEN 2
    END AS direction,
    CASE status
        WHEN 'completed' THEN 1 WHEN 'no-answer' THEN 2 WHEN 'busy' THEN 3 WHEN 'canceled' THEN 4 WHEN 'failed' THEN 5
        WHEN 'queued' THEN 0 WHEN 'ringing' THEN 0 WHEN 'in-progress' THEN 0 WHEN 'initiated' THEN 0
    END AS outcome,
    number_of(near) AS caller,
    number_of(far) AS callee,
    COALESCE(start_ms, created_ms) AS started_ms,
    CASE WHEN status = 'completed' THEN seconds_as_ms(duration) END AS talk_ms,
    CASE WHEN outcome > 1 THEN ring_time(NULLIF(instant_ms(NULLIF(end_time, '')) - start_ms, 0)) END AS ring_ms,
    CASE WHEN status = 'completed' THEN answerer_of(answerer) END AS answered_by,
    CASE WHEN is_off_network(CASE WHEN way IN ('inbound', 'trunking-originating') THEN near ELSE far END) THEN 0 ELSE 1 END AS is_call,
    via,
    COALESCE(created_ms, start_ms) AS filed_ms,
    updated_ms AS revision,
    CASE
        WHEN COALESCE(sid, '') = '' THEN 'id-missing'
        WHEN account IS NULL THEN 'account-missing'
        WHEN COALESCE(start_time, '') = '' AND COALESCE(date_created, '') = '' THEN 'time-missing'
        WHEN started_ms IS NULL OR (COALESCE(start_time, '') <> '' AND start_ms IS NULL) THEN 'time-unreadable'
        WHEN NOT is_plausible(started_ms) THEN 'time-absurd'
        WHEN direction IS NULL THEN 'direction-unknown'
        WHEN outcome IS NULL THEN 'outcome-unknown'
        WHEN status = 'completed' THEN talk_problem(duration, seconds_as_ms(duration))
    END AS reason,
    CASE WHEN outcome = 0 THEN 'unfinished' END AS note
FROM read
