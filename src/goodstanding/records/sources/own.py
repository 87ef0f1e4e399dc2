"""What is our own format for calls, messages, numbers and accounts, in CSV, JSON lines or Parquet?"""

from goodstanding.records.sources.source import Field, Source, Yields


def named(name: str, *others: str, required: bool = False) -> Field:
    """Make a field that goes by its own name, in JSON by that alone, in CSV also by others."""
    return Field(name, (name, *others), (name,), required)


CALLS = Source(
    name="calls",
    yields=Yields.CALLS,
    text="calls.sql",
    fields=(
        named("id", "record_id", "sid", "call_id", required=True),
        named("account", "account_id", "account_sid"),
        named("direction", required=True),
        named("outcome", "status", "disposition", required=True),
        named("caller", "from", "src"),
        named("callee", "to", "dst"),
        named("started_at", "start_time", "started", "start", required=True),
        named("talk_ms", "duration_ms", "billmsec"),
        named("talk_s", "duration", "talk_seconds", "billsec"),
        named("ring_ms"),
        named("answered_by"),
        named("revised_at", "updated_at", "revision"),
    ),
    list_keys=("calls",),
    local_times=True,
)

MESSAGES = Source(
    name="messages",
    yields=Yields.MESSAGES,
    text="messages.sql",
    fields=(
        named("id", "record_id", "sid", "message_id", required=True),
        named("account", "account_id", "account_sid"),
        named("direction", required=True),
        named("status", "outcome"),
        named("sender", "from"),
        named("recipient", "to"),
        named("sent_at", "date_sent", "at", required=True),
        named("created_at", "date_created"),
        named("channel"),
        named("error_code", "error"),
        named("body", "text"),
        named("revised_at", "updated_at", "revision"),
    ),
    list_keys=("messages",),
    local_times=True,
)

NUMBERS = Source(
    name="numbers",
    yields=Yields.NUMBERS,
    text="numbers.sql",
    fields=(
        named("number", "phone_number", required=True),
        named("account", "account_id", "account_sid"),
        named("type", "phone_number_type", "number_type"),
        named("held_from", "acquired_at", "date_created", "since"),
        named("held_until", "released_at", "until"),
    ),
    list_keys=("numbers",),
    local_times=True,
)

ACCOUNTS = Source(
    name="accounts",
    yields=Yields.ACCOUNTS,
    text="accounts.sql",
    fields=(
        named("account", "id", "account_id", "sid", required=True),
        named("master", "master_account", "owner_account_sid", "owner", "parent"),
        named("name", "friendly_name"),
        named("status"),
        named("since", "as_of"),
    ),
    list_keys=("accounts",),
    local_times=True,
)

SOURCES = (CALLS, MESSAGES, NUMBERS, ACCOUNTS)
