"""What does FreeSWITCH deliver? One JSON object or one CSV row a channel leg.

Source: mod_json_cdr, mod_format_cdr and conf/vanilla/autoload_configs/cdr_csv.conf.xml of the FreeSWITCH project.
"""

from goodstanding.records.sources.source import Field, Source, Yields, plain


def _variable(name: str) -> Field:
    return Field(name, (), ("variables", name))


JSON = Source(
    name="freeswitch-json",
    yields=Yields.LEGS,
    text="freeswitch_json.sql",
    fields=(
        *(
            _variable(name)
            for name in (
                "uuid", "call_uuid", "originating_leg_uuid", "direction", "accountcode", "hangup_cause", "sip_gateway_name",
                "sip_gateway", "context", "start_epoch", "start_uepoch", "answer_epoch", "answer_uepoch", "end_epoch",
                "end_uepoch", "billsec", "billmsec", "sip_from_user", "sip_to_user", "origination_caller_id_number",
                "effective_caller_id_number", "destination_number", "caller_id_number",
            )
        ),
        Field("callflow", (), ("callflow",)),
    ),
    options=(),
)  # fmt: skip

_EXAMPLE = (
    "caller_id_name", "caller_id_number", "destination_number", "context", "start_stamp", "answer_stamp", "end_stamp", "duration",
    "billsec", "hangup_cause", "uuid", "bleg_uuid", "accountcode", "read_codec", "write_codec",
)  # fmt: skip

CSV = Source(
    name="freeswitch-csv",
    yields=Yields.LEGS,
    text="freeswitch_csv.sql",
    fields=plain(*_EXAMPLE, required=("start_stamp", "billsec", "hangup_cause", "uuid")),
    layouts={15: _EXAMPLE, 13: _EXAMPLE[:13]},
    options=("inbound", "outbound"),
)
