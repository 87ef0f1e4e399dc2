-- What the texts in records/sources may call. Every macro takes text as delivered and answers NULL for what it cannot read;
-- local_offset_ms and local_kind are defined per file, from the zone that its --take declares.

CREATE OR REPLACE TEMP MACRO has_offset(t) AS regexp_matches(t, '\d[Tt ]?\d\d:\d\d(:\d\d([.,]\d+)?)? ?([Zz]|[+-]\d\d(:?\d\d)?)$');

-- ISO 8601 with an offset, or RFC 2822: milliseconds since 1970, cut
CREATE OR REPLACE TEMP MACRO instant_ms(t) AS COALESCE(
    epoch_us(TRY_CAST(CASE WHEN ends_with(t, 'Z') OR has_offset(t) THEN t END AS TIMESTAMPTZ)) // 1000,
    epoch_us(try_strptime(t, '%a, %d %b %Y %H:%M:%S %z')) // 1000
);

CREATE OR REPLACE TEMP MACRO is_local(t) AS regexp_full_match(t, '\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?');
CREATE OR REPLACE TEMP MACRO naive_ms(t) AS epoch_us(TRY_CAST(CASE WHEN is_local(t) THEN t END AS TIMESTAMP)) // 1000;

-- a wall-clock reading in the declared zone
CREATE OR REPLACE TEMP MACRO local_ms(t) AS naive_ms(t) - local_offset_ms(naive_ms(t));
CREATE OR REPLACE TEMP MACRO moment_ms(t) AS COALESCE(instant_ms(t), local_ms(t));
CREATE OR REPLACE TEMP MACRO moment_note(t) AS CASE local_kind(naive_ms(t))
    WHEN 'fold' THEN 'local-time-twice' WHEN 'gap' THEN 'local-time-skipped' END;

-- a bare day begins at midnight, in the declared zone or in UTC
CREATE OR REPLACE TEMP MACRO day_ms(t) AS epoch_ms(CAST(TRY_CAST(CASE WHEN regexp_full_match(t, '\d{4}-\d\d-\d\d') THEN t END AS DATE) AS TIMESTAMP));
CREATE OR REPLACE TEMP MACRO day_or_moment_ms(t) AS COALESCE(moment_ms(t), day_ms(t) - COALESCE(local_offset_ms(day_ms(t)), 0));

CREATE OR REPLACE TEMP MACRO time_problem(t) AS CASE
    WHEN COALESCE(t, '') = '' THEN 'time-missing'
    WHEN is_local(t) AND naive_ms(t) IS NOT NULL THEN 'zone-not-declared'
    WHEN regexp_full_match(t, '\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4} \d{1,2}:\d\d( ?[AaPp][Mm])?') THEN 'time-without-seconds'
    ELSE 'time-unreadable' END;

-- 1990-01-01 to 2100-01-01
CREATE OR REPLACE TEMP MACRO is_plausible(ms) AS ms >= 631152000000 AND ms < 4102444800000;

-- whole milliseconds from seconds with up to six decimals, cut; and from a whole number of milliseconds
CREATE OR REPLACE TEMP MACRO seconds_as_ms(t) AS CASE WHEN strpos(lower(t), 'e') > 0 THEN NULL WHEN strpos(t, '.') = 0
    THEN TRY_CAST(t AS INTEGER) * 1000::BIGINT ELSE CAST(trunc(TRY_CAST(t AS DECIMAL(18, 6)) * 1000) AS BIGINT) END;
CREATE OR REPLACE TEMP MACRO whole_ms(t) AS CASE WHEN strpos(t, '.') = 0 AND strpos(lower(t), 'e') = 0 THEN TRY_CAST(t AS BIGINT) END;

CREATE OR REPLACE TEMP MACRO talk_problem(t, ms) AS CASE
    WHEN ms BETWEEN 0 AND 604800000 THEN NULL
    WHEN COALESCE(t, '') = '' THEN 'talk-time-missing'
    WHEN ms IS NULL THEN 'talk-time-unreadable'
    WHEN ms < 0 THEN 'talk-time-negative'
    ELSE 'talk-time-absurd' END;

-- digits of a number: +E.164, 00 and E.164, or digits alone; punctuation, tel: and the user part of a SIP address are read through
CREATE OR REPLACE TEMP MACRO bare_number(t) AS CASE
    WHEN regexp_full_match(t, '\+?[0-9]+') THEN t
    ELSE regexp_replace(regexp_extract(t, '^(?:(?:tel|sips?|sms):)?(\+?[(0-9][-0-9() ]*)(?:[@;].*)?$', 1), '[-() ]', '', 'g') END;
CREATE OR REPLACE TEMP MACRO number_of_bare(d) AS CASE
    WHEN starts_with(d, '+') THEN CASE WHEN length(d) BETWEEN 4 AND 16 AND substr(d, 2, 1) <> '0' THEN TRY_CAST(substr(d, 2) AS BIGINT) END
    WHEN starts_with(d, '00') THEN CASE WHEN length(d) BETWEEN 9 AND 17 THEN TRY_CAST(substr(d, 3) AS BIGINT) END
    WHEN starts_with(d, '0') THEN NULL
    WHEN length(d) BETWEEN 3 AND 15 THEN TRY_CAST(d AS BIGINT) END;
CREATE OR REPLACE TEMP MACRO number_of(t) AS CASE
    WHEN regexp_full_match(t, '\+[1-9][0-9]{2,14}') THEN TRY_CAST(t AS BIGINT) -- most are plain +E.164
    ELSE number_of_bare(bare_number(t)) END;

-- the same, with v, the cast of t, at hand. + and digits alone is what has as many digits as characters after the plus: else a cast
-- reads longer or shorter texts, but for some with an exponent, and those end in 00
CREATE OR REPLACE TEMP MACRO number_of_cast(t, v) AS CASE
    WHEN t >= '+1' AND t < '+:' AND v % 100 <> 0 AND CASE strlen(t)
        WHEN 12 THEN v BETWEEN 10000000000 AND 99999999999
        WHEN 13 THEN v BETWEEN 100000000000 AND 999999999999
        WHEN 14 THEN v BETWEEN 1000000000000 AND 9999999999999
        ELSE FALSE END THEN v
    ELSE number_of(t) END;

-- ends that are on no public network, and ends that withhold their number
CREATE OR REPLACE TEMP MACRO is_off_network(t) AS CASE
    WHEN starts_with(t, 'client:') OR starts_with(t, 'sim:') THEN TRUE
    WHEN starts_with(t, 'sip') THEN number_of(t) IS NULL
    ELSE FALSE END;
CREATE OR REPLACE TEMP MACRO is_withheld(t) AS COALESCE(
    regexp_full_match(t, '(?i)anonymous|restricted|private|unknown|unavailable|withheld'), FALSE);
CREATE OR REPLACE TEMP MACRO is_no_number(t) AS CASE
    WHEN COALESCE(t, '') = '' OR number_of(t) IS NOT NULL THEN FALSE
    ELSE NOT is_off_network(t) AND NOT is_withheld(t) END;

CREATE OR REPLACE TEMP MACRO toll_free_type(t) AS CASE
    WHEN COALESCE(t, '') = '' THEN NULL
    WHEN regexp_replace(lower(t), '[^a-z]', '', 'g') IN ('tollfree', 'freephone') THEN 1 ELSE 0 END;

-- how long it rang: nothing negative, nothing longer than a day
CREATE OR REPLACE TEMP MACRO ring_time(ms) AS CASE WHEN ms BETWEEN 0 AND 86400000 THEN ms END;
CREATE OR REPLACE TEMP MACRO answerer_of(t) AS CASE
    WHEN COALESCE(t, '') = '' THEN NULL
    WHEN lower(t) IN ('human', 'person') THEN 1
    WHEN starts_with(lower(t), 'machine') THEN 2
    WHEN lower(t) = 'fax' THEN 3 END;

-- yes and no, in the words of people and of programs; 2 for what is neither
CREATE OR REPLACE TEMP MACRO yes_no(t) AS CASE
    WHEN COALESCE(t, '') = '' THEN NULL
    WHEN lower(t) IN ('yes', 'y', 'true', '1') THEN 1
    WHEN lower(t) IN ('no', 'n', 'false', '0') THEN 0
    ELSE 2 END;

-- an id for a record that has none: of what it says, and of its place among those that say the same
CREATE OR REPLACE TEMP MACRO id_made(given, said, place) AS COALESCE(
    NULLIF(given, ''), CASE WHEN place = 1 THEN md5(said) ELSE md5(said) || '-' || place END);

-- the host of an address, in lower case; of a bare name, itself
CREATE OR REPLACE TEMP MACRO address_host(t) AS CASE
    WHEN COALESCE(t, '') = '' THEN NULL
    ELSE NULLIF(regexp_extract(lower(t), '^(?:[a-z][a-z0-9+.-]*://)?(?:[^/\s@?#]*@)?(\[[0-9a-f:.]+\]|[^/\s:?#]+)', 1), '') END;

-- of a request's path: the account it names, and its resources without versions, accounts, ids and countries
CREATE OR REPLACE TEMP MACRO account_in(path) AS NULLIF(regexp_extract(path, '/Accounts/([^/?.]+)', 1), '');
CREATE OR REPLACE TEMP MACRO route_of(path) AS trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    path, '\?.*$', ''), '\.(?:json|csv|xml|html?|txt)$', ''), '/Accounts/[^/]+', '/'), '/(?:[^/]*[0-9%+][^/]*|[A-Z]{2})(?:/(?:[^/]*[0-9%+][^/]*|[A-Z]{2}))*(/|$)', '\1', 'g'), '/');
CREATE OR REPLACE TEMP MACRO address_in(path) AS CASE
    WHEN strpos(path, '?') > 0 THEN NULLIF(url_decode(regexp_extract(path, '[?&](?:Url|MediaUrl|StatusCallback)=([^&\s]+)', 1)), '') END;
