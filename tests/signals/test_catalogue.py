"""The catalogue names every signal that screening can give, and its page says what each is blind to."""

import os
import re
from pathlib import Path

from goodstanding.policy.load import load_editions
from goodstanding.signals.catalogue import SIGNALS
from goodstanding.signals.text.context.catalogue import RULES
from goodstanding.signals.text.heads.head import HEADS
from goodstanding.signals.text.packs import load_packs
from project.files import PACKAGE, ROOT

PAGE = ROOT / "docs" / "reference" / "signals.md"
CLAUSE_OF = {one.id: one.clause for one in SIGNALS}
IN_CODE = re.compile(r"\bP\d+\.\d+\b")


def page_text() -> str:
    head = (
        "# Signals\n\n"
        "What screening can see in a text or an attachment, clause by clause. No signal is a determination: a person decides. "
        "A signal whose data is missing abstains and is named in the answer.\n\n"
        "| signal | clause | sees | needs | blind to |\n|---|---|---|---|---|\n"
    )
    rows = (f"| `{one.id}` | `{one.clause}` | {one.sees} | {one.needs or 'the text'} | {one.blind_to} |\n" for one in SIGNALS)
    return head + "".join(rows)


def test_the_page_says_what_the_catalogue_says() -> None:
    if os.environ.get("GOODSTANDING_GOLDEN") == "write":
        PAGE.write_text(page_text(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page_text()


def test_no_signal_is_listed_twice_and_each_belongs_to_its_clause_in_the_edition() -> None:
    assert len(CLAUSE_OF) == len(SIGNALS)
    of_edition = {signal: use.id for use in load_editions().newest.uses for signal in use.signals}
    assert {one.id: one.clause for one in SIGNALS if of_edition.get(one.id) != one.clause} == {}


def test_every_signal_that_a_rule_gives_is_listed_under_the_rules_clause() -> None:
    given = [(one.id, one.signal, one.clause) for one in (*load_packs(), *RULES, *HEADS)]
    assert len(given) > 80
    assert [one for one in given if CLAUSE_OF.get(one[1]) != one[2]] == []


def test_every_listed_signal_is_given_somewhere() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sources() if path.name != "catalogue.py" or path.parent.name != "signals"]
    given = {name for text in texts for name in IN_CODE.findall(text)}
    assert set(CLAUSE_OF) - given == set()


def sources() -> list[Path]:
    rooms = (PACKAGE / "signals", PACKAGE / "engines" / "media")
    return [path for room in rooms for kind in ("*.py", "*.toml", "*.yar") for path in room.rglob(kind)]
