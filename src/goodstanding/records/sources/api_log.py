"""What do the logs of a provider's interface say: who asked for what, from where, and what came of it?"""

from goodstanding.records.sources.own import named
from goodstanding.records.sources.source import Field, Form, Source, Yields

JSON = Source(
    name="api-log",
    yields=Yields.REQUESTS,
    text="api_log.sql",
    fields=(
        named("id", "request_id"),
        named("time", "at", "timestamp", required=True),
        named("account", "account_id", "account_sid"),
        named("credential", "user"),
        named("ip", "remote_addr"),
        named("country"),
        named("method"),
        named("path"),
        named("status"),
        named("error_code"),
        named("target"),
        named("url"),
        *(Field(name, (name.lower(),), (name,)) for name in ("MediaUrl", "StatusCallback")),
    ),
    list_keys=("requests",),
    local_times=True,
    form=Form.JSON_LINES,
)

COMBINED = Source(
    name="api-log-combined",
    yields=Yields.REQUESTS,
    text="api_log_combined.sql",
    fields=(Field("line", ("line",)),),
    form=Form.LINES,
)

SOURCES = (JSON, COMBINED)
