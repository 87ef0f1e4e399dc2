"""What is our own format for what stands beside traffic: consents, signalling and profiles?"""

from goodstanding.records.sources.own import named
from goodstanding.records.sources.source import Source, Yields

CONSENTS = Source(
    name="consents",
    yields=Yields.CONSENTS,
    text="consents.sql",
    fields=(
        named("id", "record_id", "consent_id"),
        named("account", "account_id", "account_sid"),
        named("recipient", "contact", "to", required=True),
        named("sender", "from"),
        named("status", required=True),
        named("how", "source"),
        named("written"),
        named("postal_code", "postal", "zip"),
        named("at", "date_of_consent", required=True),
        named("revised_at", "updated_at", "revision"),
    ),
    list_keys=("consents",),
    local_times=True,
)

SIGNALLING = Source(
    name="signalling",
    yields=Yields.SIGNALLING,
    text="signalling.sql",
    fields=(
        named("id", "record_id"),
        named("call_id", "call_sid", "sid", required=True),
        named("account", "account_id", "account_sid"),
        named("at", "started_at", "time", required=True),
        named("attestation", "stir_verstat", "verstat"),
        named("sip_code", "sip", "sip_response_code"),
        named("cause", "q850", "hangup_cause"),
        named("hung_up_by", "hangup_by"),
        named("revised_at", "updated_at", "revision"),
    ),
    list_keys=("signalling",),
    local_times=True,
)

PROFILES = Source(
    name="profiles",
    yields=Yields.PROFILES,
    text="profiles.sql",
    fields=(
        named("id", "record_id"),
        named("account", "account_id", "account_sid", required=True),
        named("at", "since", "as_of"),
        named("use_case"),
        named("registered"),
        named("agreement"),
        named("trial"),
        named("per_day", "messages_per_day"),
        named("countries"),
        named("calls_per_second", "cps"),
        named("contacts"),
        named("payment"),
        named("device"),
        named("brand"),
        named("domain"),
        named("status"),
        named("revised_at", "updated_at", "revision"),
    ),
    list_keys=("profiles",),
    local_times=True,
)

SOURCES = (CONSENTS, SIGNALLING, PROFILES)
