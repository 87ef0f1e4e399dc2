-- Takes    raw: one line of a web server's log in the combined form: ip - user [time] "METHOD path HTTP/x" status bytes "from" "agent"
-- Yields   who asked for what; account is the one in the path, else a user that is an account, else the option
-- Source   Apache HTTP Server, mod_log_config; the same form in nginx
WITH read AS (
    SELECT
        line AS whole,
        line,
        regexp_extract(
            line, '^(\S+) \S+ (\S+) \[([^\]]+)\] "([A-Z]+) ((?:[^"\\ ]|\\.)*)(?: [^"]*)?" ([0-9]{3}) ',
            ['ip', 'user', 'at_text', 'method', 'path', 'status']
        ) AS found
    FROM (SELECT regexp_replace(line, '\s+$', '') || ' ' AS line FROM raw)
),
meant AS (
    SELECT
        whole,
        line,
        found.ip AS ip,
        NULLIF(NULLIF(found."user", '-'), '') AS credential,
        found."method" AS "method",
        found."path" AS "path",
        found.status AS status,
        found.at_text AS at_text,
        epoch_us(try_strptime(found.at_text, '%d/%b/%Y:%H:%M:%S %z')) // 1000 AS at_ms
    FROM read
),
placed AS (
    SELECT *, COALESCE(
        account_in("path"), CASE WHEN regexp_full_match(credential, 'AC[0-9a-f]{32}') THEN credential END, option('account')
    ) AS account
    FROM meant
)
SELECT
    trim(whole) AS whole,
    id_made(NULL, line, ROW_NUMBER() OVER (PARTITION BY line)) AS id,
    account,
    credential,
    ip,
    NULL AS country,
    "method",
    route_of("path") AS route,
    address_host(address_in("path")) AS target,
    status,
    NULL AS error,
    at_ms,
    at_ms AS filed_ms,
    CAST(NULL AS BIGINT) AS revision,
    CASE
        WHEN ip = '' OR ip IS NULL THEN 'line-unreadable'
        WHEN at_ms IS NULL THEN 'time-unreadable'
        WHEN NOT is_plausible(at_ms) THEN 'time-absurd'
        WHEN account IS NULL THEN 'account-missing'
    END AS reason,
    NULL AS note
FROM placed
