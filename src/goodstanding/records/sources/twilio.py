"""What does Twilio deliver? Calls, messages, numbers and accounts, as pages, JSON lines, bulk exports or CSV.

Source: the published OpenAPI description of the 2010-04-01 API and the BulkExport documentation.
"""

from goodstanding.records.sources.source import Field, Source, Yields, plain

CALLS = Source(
    name="twilio-calls",
    yields=Yields.CALLS,
    text="twilio_calls.sql",
    fields=(
        *plain("sid", "status", "direction", "from", "to", required=("sid", "status", "direction")),
        *plain("account_sid", "parent_call_sid", "date_created", "date_updated", "end_time", "answered_by"),
        *plain("start_time", "duration", required=("start_time", "duration")),
    ),
    list_keys=("calls",),
)

MESSAGES = Source(
    name="twilio-messages",
    yields=Yields.MESSAGES,
    text="twilio_messages.sql",
    fields=(
        *plain("sid", "status", "direction", "from", "to", required=("sid", "status", "direction")),
        *plain("account_sid", "date_created", "date_sent", "date_updated", "num_media", "error_code", "body"),
    ),
    list_keys=("messages",),
)

NUMBERS = Source(
    name="twilio-numbers",
    yields=Yields.NUMBERS,
    text="twilio_numbers.sql",
    fields=(
        *plain("phone_number", "account_sid", "date_created", required=("phone_number",)),
        Field("type", ("type", "phone_number_type"), ("type",)),
    ),
    list_keys=("incoming_phone_numbers",),
)

ACCOUNTS = Source(
    name="twilio-accounts",
    yields=Yields.ACCOUNTS,
    text="twilio_accounts.sql",
    fields=plain("sid", "owner_account_sid", "friendly_name", "status", "date_updated", required=("sid",)),
    list_keys=("accounts",),
)

CONSENTS = Source(
    name="twilio-consents",
    yields=Yields.CONSENTS,
    text="twilio_consents.sql",
    fields=plain(
        "contact_id",
        "correlation_id",
        "sender_id",
        "status",
        "source",
        "date_of_consent",
        required=("contact_id", "status", "date_of_consent"),
    ),
    list_keys=("items", "Items"),
)

SOURCES = (CALLS, MESSAGES, NUMBERS, ACCOUNTS, CONSENTS)
