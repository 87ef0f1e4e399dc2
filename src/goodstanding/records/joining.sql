-- Takes    legs_window: legs of some days, at least two before and after the days asked for
-- Yields   calls, one per call_id and head day, headed in [$first_day, $last_day]
-- Rule     a leg belongs to the call headed on the earliest day, of its own and the two before, that has a leg of the same
--          call_id; so calls do not depend on the order in which legs arrive, nor on how many at once
-- Answer   a call is answered when a leg that speaks for it is; with one such leg its talk time is the call's, with several
--          the time from the first answer to the last end; answered and without an end, it is unfinished
-- Rang     until the first answer, else until the end; where both are one moment, as in records that are written only then, unknown
-- Ends     caller, callee, account and direction are those of the leg of lowest rank that knows them
WITH headed AS (
    SELECT *, MIN(day) OVER (PARTITION BY call_id ORDER BY day RANGE BETWEEN 2 PRECEDING AND CURRENT ROW) AS head
    FROM legs_window
),
within AS (
    SELECT *, MAX(speaks) OVER (PARTITION BY call_id, head) AS some_speak
    FROM headed WHERE head BETWEEN $first_day AND $last_day
),
told AS (
    SELECT *, CASE WHEN some_speak = 1 THEN speaks ELSE 1 END AS heard, (rank, started_ms, id) AS place
    FROM within
),
joined AS (
    SELECT
        call_id AS id,
        head AS day,
        COUNT(*) AS legs,
        MIN(started_ms) AS started_ms,
        MAX(revision) AS revision,
        ARG_MIN(account, place) AS account,
        COALESCE(ARG_MIN(direction, place) FILTER (direction <> 0), 0) AS direction,
        ARG_MIN(caller, place) AS caller,
        ARG_MIN(callee, place) AS callee,
        COUNT(*) FILTER (heard = 1 AND outcome = 1) AS answers,
        MAX(talk_ms) FILTER (heard = 1 AND outcome = 1) AS talk_of_one,
        MIN(answered_ms) FILTER (heard = 1 AND outcome = 1) AS answered_ms,
        MAX(ended_ms) FILTER (heard = 1) AS ended_ms,
        ARG_MAX(outcome, (COALESCE(ended_ms, started_ms), -rank, id)) FILTER (heard = 1 AND outcome NOT IN (0, 1)) AS unanswered,
        MIN(heard) AS all_heard,
        MAX(CASE WHEN heard = 0 AND outcome = 1 THEN 1 ELSE 0 END) AS behind
    FROM told GROUP BY call_id, head
),
timed AS (
    SELECT *, CASE
        WHEN answers = 0 THEN NULL
        WHEN answers = 1 AND talk_of_one IS NOT NULL THEN talk_of_one
        ELSE COALESCE(ended_ms - answered_ms, talk_of_one)
    END AS talk,
    CASE WHEN answers > 0 THEN answered_ms ELSE ended_ms END - started_ms AS rang
    FROM joined
)
SELECT
    account,
    direction,
    CAST(CASE WHEN answers > 0 THEN CASE WHEN talk IS NULL THEN 0 ELSE 1 END ELSE COALESCE(unanswered, 0) END AS TINYINT) AS outcome,
    CAST(GREATEST(talk, 0) AS INTEGER) AS talk_ms,
    CASE WHEN rang BETWEEN 1 AND 86400000 THEN CAST(rang AS INTEGER) END AS ring_ms,
    CAST(NULL AS TINYINT) AS answered_by,
    started_ms,
    caller,
    callee,
    CAST(CASE WHEN direction <> 2 THEN plan_toll_free(callee) ELSE 0 END AS TINYINT) AS toll_free,
    CAST(1 AS TINYINT) AS is_call,
    CAST(legs AS INTEGER) AS legs,
    CAST(CASE WHEN all_heard = 1 OR answers = 0 THEN NULL ELSE behind END AS TINYINT) AS reached,
    CAST(1 AS TINYINT) AS derived,
    CAST(NULL AS VARCHAR) AS via,
    id,
    revision,
    CAST(day AS INTEGER) AS day
FROM timed
