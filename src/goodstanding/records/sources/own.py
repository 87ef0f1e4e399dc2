"""What is our own format for calls, messages, numbers and accounts, in CSV, JSON lines or Parquet?"""

from goodstanding.records.sources.source import Field, Source, Yields


def _named(name: str, *others: str, required: bool = False) -> Field:
    return Field(name, (name, *others), (name,), required)


CALLS = Source(
    name="calls",
    yields=Yields.CALLS,
    text="calls.sql",
    fields=(
        _named("id", "record_id", "sid", "call_id", required=True),
        _named("account", "account_id", "account_sid"),
        _named("direction", required=True),
        _named("outcome", "status", "disposition", required=True),
        _named("caller", "from", "src"),
        _named("callee", "to", "dst"),
        _named("started_at", "start_time", "started", "start", required=True),
        _named("talk_ms", "duration_ms", "billmsec"),
        _named("talk_s", "duration", "talk_seconds", "billsec"),
        _named("ring_ms"),
        _named("answered_by"),
        _named("revised_at", "updated_at", "revision"),
    ),
    list_keys=("calls",),
    local_times=True,
)

MESSAGES = Source(
    name="messages",
    yields=Yields.MESSAGES,
    text="messages.sql",
    fields=(
        _named("id", "record_id", "sid", "message_id", required=True),
        _named("account", "account_id", "account_sid"),
        _named("direction", required=True),
        _named("status", "outcome"),
        _named("sender", "from"),
        _named("recipient", "to"),
        _named("sent_at", "date_sent", "at", required=True),
        _named("created_at", "date_created"),
        _named("channel"),
        _named("error_code", "error"),
        _named("body", "text"),
        _named("revised_at", "updated_at", "revision"),
    ),
    list_keys=("messages",),
    local_times=True,
)

NUMBERS = Source(
    name="numbers",
    yields=Yields.NUMBERS,
    text="numbers.sql",
    fields=(
        _named("number", "phone_number", required=True),
        _named("account", "account_id", "account_sid"),
        _named("type", "phone_number_type", "number_type"),
        _named("held_from", "acquired_at", "date_created", "since"),
        _named("held_until", "released_at", "until"),
    ),
    list_keys=("numbers",),
    local_times=True,
)

ACCOUNTS = Source(
    name="accounts",
    yields=Yields.ACCOUNTS,
    text="accounts.sql",
    fields=(
        _named("account", "id", "account_id", "sid", required=True),
        _named("master", "master_account", "owner_account_sid", "owner", "parent"),
        _named("name", "friendly_name"),
        _named("status"),
        _named("since", "as_of"),
    ),
    list_keys=("accounts",),
    local_times=True,
)

SOURCES = (CALLS, MESSAGES, NUMBERS, ACCOUNTS)
