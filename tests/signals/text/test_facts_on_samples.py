"""How precise are identifiers on samples whose spans are known, and how quiet on honest messages?"""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from goodstanding.signals.text.facts import Kind
from signals.text.gathered import facts_of

NAMED = {"CREDIT_CARD": Kind.CARD, "IBAN_CODE": Kind.IBAN, "US_SSN": Kind.SSN, "EMAIL_ADDRESS": Kind.EMAIL}
PROVED = {Kind.CARD, Kind.IBAN, Kind.SSN, Kind.NPI}


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.needs_shared
def test_checked_identifiers_are_precise_and_nearly_all_found(shared: Path) -> None:
    right, found, there = Counter[Kind](), Counter[Kind](), Counter[Kind]()
    for row in rows(shared / "data" / "presidio_synth_pii" / "train.csv"):
        spans = [(start, end, NAMED[name]) for start, end, name in json.loads(row["spans"]) if name in NAMED]
        there.update(kind for _, _, kind in spans)
        for one in facts_of(row["text"]).identifiers:
            if one.kind in NAMED.values():
                found[one.kind] += 1
                right[one.kind] += any(kind is one.kind and one.span[0] < end and start < one.span[1] for start, end, kind in spans)
    assert there.total() > 90
    assert all(100 * right[kind] >= 98 * found[kind] for kind in NAMED.values())
    assert all(100 * right[kind] >= 95 * there[kind] for kind in NAMED.values())


@pytest.mark.needs_shared
@pytest.mark.parametrize(
    ("name", "labels", "region"), [("sms_spam_collection", {"ham"}, "GB"), ("thai_a2p_sms", {"ok", "otp"}, "TH")]
)
def test_honest_messages_hold_no_proved_identifiers_and_no_look_alikes(
    shared: Path, name: str, labels: set[str], region: str
) -> None:
    honest = [row["text"] for row in rows(shared / "data" / name / "train.csv") if row["label"] in labels]
    facts = [facts_of(text, region) for text in honest]
    assert len(facts) > 800
    assert sum(one.kind in PROVED for each in facts for one in each.identifiers) == 0
    assert sum(link.looks_like is not None for each in facts for link in each.links) * 1000 <= len(facts)
