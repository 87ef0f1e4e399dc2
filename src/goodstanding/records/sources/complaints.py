"""Who complains? Our own format, the Federal Trade Commission's public file, and reports to 7726.

Source: the data dictionary of the FTC's Do Not Call reported calls data; GSMA Spam Reporting Service.
"""

from goodstanding.records.sources.own import named
from goodstanding.records.sources.source import Field, Source, Yields

# what a notice of a rights holder must hold (17 U.S.C. 512(c)(3)(A))
ELEMENTS = ("signature", "work", "location", "contact", "good_faith", "accuracy")

COMPLAINTS = Source(
    name="complaints",
    yields=Yields.COMPLAINTS,
    text="complaints.sql",
    fields=(
        named("id", "record_id", "complaint_id"),
        named("account", "account_id", "account_sid"),
        named("kind", required=True),
        named("about", "number"),
        named("complainant", "from"),
        named("at", "received_at", "reported_at", required=True),
        named("elements"),
        *(named(one) for one in ELEMENTS),
        named("revised_at", "updated_at", "revision"),
    ),
    list_keys=("complaints",),
    local_times=True,
)

FTC = Source(
    name="ftc-complaints",
    yields=Yields.COMPLAINTS,
    text="ftc_complaints.sql",
    fields=tuple(
        Field(name, (name.lower(),), (name,), name in ("Company_Phone_Number", "Created_Date"))
        for name in (
            "Company_Phone_Number", "Created_Date", "Violation_Date", "Consumer_City", "Consumer_State", "Consumer_Area_Code",
            "Subject", "Recorded_Message_Or_Robocall",
        )
    ),
    list_keys=("data",),
    local_times=True,
)  # fmt: skip

SPAM_REPORTS = Source(
    name="spam-reports",
    yields=Yields.COMPLAINTS,
    text="spam_reports.sql",
    fields=(
        named("id", "report_id"),
        named("account", "account_id", "account_sid"),
        named("reported_at", "at", required=True),
        named("sender", "from", required=True),
        named("recipient", "to", "reporter"),
    ),
    list_keys=("reports",),
    local_times=True,
)

SOURCES = (COMPLAINTS, FTC, SPAM_REPORTS)
