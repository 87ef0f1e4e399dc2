"""Why was a row refused, or taken in with a word of warning, and what can be done about it?

Codes are stable: they stand in the JSON, in the quarantine and in the documentation.
"""

from types import MappingProxyType
from typing import Final

REASONS: Final = MappingProxyType(
    {
        "not-json": "the line is not a JSON object; take the line out or fetch the file again",
        "not-utf-8": "the line is not UTF-8 text; save the file as UTF-8 and take the line in again",
        "columns-missing": "the row has fewer columns than the first row; mend the row",
        "columns-too-many": "the row has more columns than the first row; quote the value that holds a separator",
        "quote-unclosed": "a quote is opened and never closed; mend the row",
        "line-too-long": "the line is longer than 2 MB; it is no record",
        "row-unreadable": "the row cannot be read as CSV; mend the row",
        "id-missing": "the row has no id of its own; without one a duplicate cannot be told",
        "account-missing": "the row names no account; add account=ID to --take, or fill the column",
        "time-missing": "the row has no start time",
        "time-unreadable": "the time is none this source writes; see docs/reference/sources.md",
        "time-absurd": "the time lies before 1990 or after 2100",
        "time-without-seconds": "the time has no seconds, as when a spreadsheet saved the file again; export it anew",
        "zone-not-declared": "the time has no offset; declare the switch's zone with zone=, e.g. zone=Europe/Berlin",
        "direction-unknown": "the direction is none this source knows",
        "outcome-unknown": "the status is none this source knows",
        "talk-time-missing": "the call was answered but says not how long",
        "talk-time-unreadable": "the duration is not a number",
        "talk-time-negative": "the duration is negative",
        "talk-time-absurd": "the duration is longer than a week",
        "number-missing": "the row names no number",
        "number-unreadable": "an end is not a phone number in E.164, e.g. +14155550100",
        "time-in-future": "the consent is dated after the day it was taken in; check its date, or the clock",
        "consent-unknown": "the status is neither opt-in nor opt-out",
        "yes-no-unknown": "a value is neither yes nor no",
        "complaint-unknown": "the kind of complaint is none this source knows",
        "about-missing": "the complaint names neither a number nor an account",
        "elements-unreadable": "the elements of a notice are a whole number from 0 to 6",
        "status-unreadable": "a status or a cause is no whole number",
        "line-unreadable": "the line is none of a log in the combined form",
        "attestation-unknown": "the attestation is none this source knows",
        "end-unknown": "who hung up is neither us nor far",
        "count-unreadable": "a count is no whole number",
        "entry-unreadable": "the line is no number, no beginning with a star, and no range",
        "range-unreadable": "the ends of a range are not two numbers of one length, the lower one first",
        "master-missing": "the account names no master account",
    }
)

NOTES: Final = MappingProxyType(
    {
        "local-time-twice": "local times that occur twice when clocks go back; the first was taken",
        "local-time-skipped": "local times that never occur because clocks went forward; read with the offset before the jump",
        "unfinished": "records of calls that had not ended; taken in, counted once their final form arrives",
        "account-defaulted": "rows that name no account; counted under the source's name, or add account=ID",
        "account-unlisted": "accounts that the account list does not know; each counts as its own master account",
        "direction-undecided": "calls whose direction the record does not tell; add a numbers source, or inbound=CONTEXT",
        "number-national": "numbers in national form, kept as unknown; add region=DE (or another country)",
        "complaint-unresolved": "complaints about a number that no account held at that time; left out",
        "revised": "corrected records that took the place of an earlier form",
        "older-revision": "earlier forms of a record already held in a later one; left aside as duplicates",
    }
)
