-- Takes    listings: one row per number and dated listing (account, number, toll_free, acquired_ms, released_ms, as_of_ms)
-- Yields   one row per span in which an account held a number for certain: account, number, toll_free, [from_ms, until_ms)
-- Rules    a listing covers the accounts it names; a number is held from its acquisition (unknown: from the first listing
--          that shows it, or always when that is the account's first listing) until its release; a number that is missing
--          from a later listing of its account is certain only up to the last listing that shows it; a number seen under
--          another account before belongs to the new one from the listing that shows it there
WITH listed AS (
    SELECT account, number, toll_free, acquired_ms, released_ms, as_of_ms
    FROM listings
    QUALIFY ROW_NUMBER() OVER (PARTITION BY number, as_of_ms, acquired_ms ORDER BY released_ms DESC NULLS FIRST, account) = 1
),
covered AS (
    SELECT account, as_of_ms, MIN(as_of_ms) OVER (PARTITION BY account) AS first_ms,
        LEAD(as_of_ms) OVER (PARTITION BY account ORDER BY as_of_ms) AS next_ms
    FROM (SELECT DISTINCT account, as_of_ms FROM listings)
),
spans AS (
    SELECT l.account, l.number, l.acquired_ms,
        MAX(l.toll_free) AS toll_free,
        MIN(l.as_of_ms) AS first_seen_ms,
        MAX(l.as_of_ms) AS last_seen_ms,
        MAX(l.released_ms) AS released_ms,
        ANY_VALUE(c.first_ms) AS first_listing_ms,
        ARG_MAX_NULL(c.next_ms, l.as_of_ms) AS gone_by_ms
    FROM listed AS l JOIN covered AS c ON c.account = l.account AND c.as_of_ms = l.as_of_ms
    GROUP BY l.account, l.number, l.acquired_ms
),
followed AS (
    SELECT *, LAG(last_seen_ms) OVER (PARTITION BY number ORDER BY first_seen_ms) AS seen_elsewhere_ms
    FROM spans
)
SELECT account, number, toll_free,
    CASE
        WHEN seen_elsewhere_ms < first_seen_ms THEN GREATEST(COALESCE(acquired_ms, first_seen_ms), first_seen_ms)
        ELSE COALESCE(acquired_ms, CASE WHEN first_seen_ms = first_listing_ms THEN $always_ms ELSE first_seen_ms END)
    END AS from_ms,
    LEAST(COALESCE(released_ms, $never_ms), CASE WHEN gone_by_ms IS NULL THEN $never_ms ELSE last_seen_ms END) AS until_ms
FROM followed
