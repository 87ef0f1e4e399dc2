"""What does Asterisk's cdr_csv deliver? One row a channel leg, tied into calls by linkedid.

Source: cdr/cdr_csv.c and configs/samples/cdr.conf.sample of the Asterisk project.
"""

from goodstanding.records.sources.source import Source, Yields, plain

_BASE = (
    "accountcode", "src", "dst", "dcontext", "clid", "channel", "dstchannel", "lastapp", "lastdata",
    "start", "answer", "end", "duration", "billsec", "disposition", "amaflags",
)  # fmt: skip
_NEW = ("peeraccount", "linkedid", "sequence")

CDR = Source(
    name="asterisk-csv",
    yields=Yields.LEGS,
    text="asterisk.sql",
    fields=plain(
        *_BASE, "uniqueid", "userfield", *_NEW,
        required=("src", "dst", "dcontext", "start", "billsec", "disposition"),
    ),
    layouts={
        16: _BASE,
        17: (*_BASE, "uniqueid"),
        18: (*_BASE, "uniqueid", "userfield"),
        19: (*_BASE, *_NEW),
        20: (*_BASE, "uniqueid", *_NEW),
        21: (*_BASE, "uniqueid", "userfield", *_NEW),
    },
    options=("inbound", "outbound"),
    time_column=9,
)  # fmt: skip
