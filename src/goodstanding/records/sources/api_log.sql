-- Takes    raw: one request per row, by the interface's own log
-- Yields   who asked for what; account is the one the row names, else the one in its path
-- Route    the path's resources without versions, accounts and ids; target what the row says it is, else the host
--          that the request names, else the account in its path where that is another one
WITH read AS (
    SELECT
        whole,
        concat_ws('|', id, "time", account, credential, ip, "method", "path", status, error_code, target, url) AS said,
        NULLIF(id, '') AS id,
        COALESCE(NULLIF(account, ''), account_in("path"), option('account')) AS account,
        NULLIF(credential, '') AS credential,
        NULLIF(ip, '') AS ip,
        NULLIF(upper(country), '') AS country,
        NULLIF(upper("method"), '') AS "method",
        "path",
        NULLIF(target, '') AS target_text,
        COALESCE(NULLIF(url, ''), NULLIF(MediaUrl, ''), NULLIF(StatusCallback, ''), address_in("path")) AS address,
        status,
        error_code,
        "time" AS at_text,
        moment_ms(NULLIF("time", '')) AS at_ms
    FROM raw
)
SELECT
    whole,
    id_made(id, said, ROW_NUMBER() OVER (PARTITION BY said)) AS id,
    account,
    credential,
    ip,
    country,
    "method",
    route_of("path") AS route,
    COALESCE(
        CASE WHEN strpos(target_text, '://') > 0 THEN address_host(target_text) ELSE target_text END,
        address_host(address),
        NULLIF(account_in("path"), account)
    ) AS target,
    status,
    error_code AS error,
    at_ms,
    at_ms AS filed_ms,
    CAST(NULL AS BIGINT) AS revision,
    CASE
        WHEN at_ms IS NULL THEN time_problem(at_text)
        WHEN NOT is_plausible(at_ms) THEN 'time-absurd'
        WHEN account IS NULL THEN 'account-missing'
        WHEN COALESCE(status, '') <> '' AND TRY_CAST(status AS SMALLINT) IS NULL THEN 'status-unreadable'
    END AS reason,
    moment_note(at_text) AS note
FROM read
