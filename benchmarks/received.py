"""Makes a month of records as a carrier receives them: text keys, no order, duplicates among them."""

from pathlib import Path

import duckdb

FEBRUARY_MS = 1_454_284_800_000
DAYS = 29
DAY_MS = 86_400_000

# a multiplicative hash spreads accounts, times and numbers without a random generator, so a run can be repeated
CALLS = """
SELECT
    'CA' || md5('call' || i) AS id,
    'AC' || md5('account' || ((i * 2654435761) % {accounts})) AS account,
    CASE WHEN i % 5 < 3 THEN 'outbound' ELSE 'inbound' END AS direction,
    CASE WHEN (i * 40503) % 100 < 70 THEN 'answered' WHEN (i * 40503) % 100 < 88 THEN 'no-answer'
         WHEN (i * 40503) % 100 < 95 THEN 'busy' ELSE 'failed' END AS outcome,
    '+1' || (2000000000 + CASE WHEN i % 5 < 3 THEN (i * 2654435761) % {numbers} ELSE 3000000000 + (i * 97) % 900000000 END)
        AS caller,
    CASE WHEN i % 10 = 3 THEN '+1800' || (2000000 + (i * 7919) % {toll_free})
         ELSE '+1' || (2000000000 +
             CASE WHEN i % 5 < 3 THEN 3000000000 + (i * 89) % 900000000 ELSE (i * 2246822519) % {numbers} END)
    END AS callee,
    strftime(make_timestamp_ms({since} + {day}::BIGINT * {day_ms} + (i * 48271) % {day_ms}), '%Y-%m-%dT%H:%M:%S.%gZ') AS started_at,
    CASE WHEN (i * 40503) % 100 < 70 THEN CAST(1000 + (i * 16807) % 300000 AS VARCHAR) END AS talk_ms
FROM range({first}, {last}) AS t(i)
"""

MESSAGES = """
SELECT
    'SM' || md5('message' || i) AS id,
    'AC' || md5('account' || ((i * 2654435761) % {accounts})) AS account,
    CASE WHEN i % 4 = 0 THEN 'inbound' ELSE 'outbound' END AS direction,
    CASE WHEN i % 50 = 0 THEN 'failed' ELSE 'delivered' END AS status,
    '+1' || (2000000000 + (i * 2654435761) % {numbers}) AS sender,
    '+1' || (5000000000 + (i * 89) % 900000000) AS recipient,
    strftime(make_timestamp_ms({since} + {day}::BIGINT * {day_ms} + (i * 48271) % {day_ms}), '%Y-%m-%dT%H:%M:%S.%gZ') AS sent_at,
    CASE WHEN i % 4 = 0 THEN CASE WHEN i % 400 = 0 THEN 'STOP' ELSE 'ok thanks' END
         WHEN i % 3 = 0 THEN 'Firm' || ((i * 2654435761) % {accounts}) || ': your code is ' || (100000 + (i * 7919) % 900000)
         WHEN i % 3 = 1 THEN 'Firm' || ((i * 2654435761) % {accounts}) || ': 20% off today at https://shop.example/' || i % 977
         ELSE 'Your parcel ' || i || ' arrives between 9 and 12.' END AS body,
    CASE WHEN i % 50 = 0 THEN CASE WHEN i % 100 = 0 THEN 30003 ELSE 30005 END END AS error_code
FROM range({first}, {last}) AS t(i)
"""

NUMBERS = """
SELECT
    '+1' || (2000000000 + i) AS number,
    'AC' || md5('account' || (i % {accounts})) AS account,
    'local' AS type,
    '2015-06-01T00:00:00Z' AS held_from
FROM range({numbers}) AS t(i)
"""

TREE = """
SELECT 'AC' || md5('account' || i) AS account, 'AC' || md5('account' || (i % {masters})) AS master, 'Account ' || i AS name
FROM range({accounts}) AS t(i)
"""


ACCOUNTS, MASTERS = 10_000, 1_000


def make(folder: Path, *, calls: int, messages: int, numbers: int, repeated: int = 50) -> None:
    """Write calls/DAY.parquet, messages/DAY.parquet, numbers.parquet and accounts.parquet; one row in `repeated` comes twice."""
    connection = duckdb.connect()
    for kind, text, count in (("calls", CALLS, calls), ("messages", MESSAGES, messages)):
        (folder / kind).mkdir(parents=True, exist_ok=True)
        for day in range(DAYS):
            first, last = count * day // DAYS, count * (day + 1) // DAYS
            rows = text.format(
                accounts=ACCOUNTS,
                numbers=numbers,
                toll_free=5_000,
                since=FEBRUARY_MS,
                day=day,
                day_ms=DAY_MS,
                first=first,
                last=last,
            )
            again = f"SELECT * FROM ({rows}) WHERE hash(id) % {repeated} = 0"
            path = folder / kind / f"{day:02d}.parquet"
            connection.execute(f"COPY (SELECT * FROM ({rows} UNION ALL {again}) ORDER BY hash(id)) TO '{path}' (FORMAT parquet)")
    connection.execute(
        f"COPY ({TREE.format(accounts=ACCOUNTS, masters=MASTERS)}) TO '{folder / 'accounts.parquet'}' (FORMAT parquet)"
    )
    connection.execute(
        f"COPY ({NUMBERS.format(accounts=ACCOUNTS, numbers=numbers)}) TO '{folder / 'numbers.parquet'}' (FORMAT parquet)"
    )
