"""What does Kamailio's accounting deliver? Transaction rows tied by Call-ID, or one row a dialog.

Source: src/modules/acc (tables acc, missed_calls, acc_cdrs) of the Kamailio project.
"""

from goodstanding.records.sources.source import Field, Source, Yields, plain

CSV = Source(
    name="kamailio-csv",
    yields=Yields.LEGS,
    text="kamailio.sql",
    fields=(
        Field("callid", ("callid", "call_id"), ("callid",), required=True),
        *plain("method", "from_tag", "to_tag", "sip_code", "time", "start_time", "end_time", "duration", "direction"),
        Field("caller", ("caller", "src_user"), ("caller",)),
        Field("callee", ("callee", "dst_ouser", "dst_user"), ("callee",)),
        Field("account", ("account", "accountcode"), ("account",)),
    ),
    list_keys=("acc", "acc_cdrs"),
)
