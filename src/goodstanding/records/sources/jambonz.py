"""What does jambonz deliver? RecentCalls records, one a leg, with epoch milliseconds.

Source: lib/swagger/swagger.yaml of jambonz-api-server and index.js of jambonz time-series.
"""

from goodstanding.records.sources.source import Source, Yields, plain

JSON = Source(
    name="jambonz-json",
    yields=Yields.CALLS,
    text="jambonz.sql",
    fields=plain(
        "call_sid", "account_sid", "direction", "from", "to", "answered", "sip_status", "attempted_at", "answered_at",
        "terminated_at", "duration", "sip_callid", "sip_parent_callid", "termination_reason", required=("call_sid",),
    ),
    list_keys=("data",),
)  # fmt: skip
