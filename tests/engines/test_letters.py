import os
import tomllib
from dataclasses import asdict, replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from cases.commands import finding
from goodstanding.audit.entry import SYSTEM
from goodstanding.cases.case import open_case
from goodstanding.cases.contact import Contact
from goodstanding.cases.letter import REQUIRED, Letter, LetterFacts, Sender, facts_of
from goodstanding.cases.papers import ActionKind, Outcome
from goodstanding.engines.letters.loading import OURS, Templates
from goodstanding.engines.letters.write import LetterWriter
from goodstanding.errors import LetterInvalid
from goodstanding.measures.readings import READINGS
from goodstanding.measures.standing import HeldNumber, OtherReading, Verdict
from goodstanding.policy.load import load_editions

NOW_MS = 1_457_000_000_000
HOSTILE = "Acme <b>#strong[Dialer]</b> {{ 7 * 7 }}"
GOLDEN = Path(__file__).parents[1] / "golden" / "letters"


def facts(*, name: str = "Acme Dialer") -> LetterFacts:
    found = finding()
    assert found.measured is not None
    counted = replace(
        found.measured,
        readings=(OtherReading("six-seconds", 4, 100, Verdict.COMPLIES),),
        numbers=(HeldNumber("+14155550100", 0),),
    )
    found = replace(found, account_name=name, measured=counted)
    case, _ = open_case(found, by=SYSTEM, at_ms=NOW_MS, reviewers_needed=1, cure_days=30)
    case, _ = case.write_notice(notice_of(), by=SYSTEM, at_ms=NOW_MS)
    case, _ = case.notice_delivered("<1@example.org>", "dsn", by=SYSTEM, at_ms=NOW_MS)
    edition = load_editions().newest
    return facts_of(
        case,
        edition,
        Contact("AC1", "owner@example.org", "Europe/Berlin"),
        Sender("Example Telecom", "ask@example.org"),
        at_ms=NOW_MS,
    )


def notice_of() -> "object":
    from cases.commands import notice

    return notice(1, NOW_MS)


def written(letter: Letter = Letter.NOTICE, *, language: str = "en", name: str = "Acme Dialer") -> bytes:
    writer = LetterWriter(None, mail_from="Example Telecom <standing@example.org>")
    return writer.write(
        letter, facts(name=name), to="owner@example.org", language=language, message_id="<1@example.org>", at_ms=NOW_MS
    )


@pytest.mark.parametrize("letter", list(Letter))
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_letters_read_as_they_were_last_read(letter: Letter, language: str) -> None:
    text = LetterWriter(None, mail_from="standing@example.org").text(letter, facts(), language=language)
    place = GOLDEN / f"{language}-{letter}.txt"
    if os.environ.get("GOODSTANDING_GOLDEN") == "write":
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    assert text == place.read_text(encoding="utf-8")


@pytest.mark.parametrize("letter", list(Letter))
def test_the_same_letter_is_the_same_bytes(letter: Letter) -> None:
    assert written(letter) == written(letter)


def test_a_notice_has_text_page_and_pdf() -> None:
    message = message_from_bytes(written(), policy=default)
    assert [part.get_content_type() for part in message.walk() if not part.is_multipart()] == [
        "text/plain", "text/html", "application/pdf",
    ]  # fmt: skip
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Message-ID"] == "<1@example.org>"
    pdf = next(part for part in message.walk() if part.get_content_type() == "application/pdf")
    assert pdf.get_payload(decode=True).startswith(b"%PDF")


def test_the_name_of_an_account_is_text_whatever_it_says() -> None:
    message = message_from_bytes(written(name=HOSTILE), policy=default)
    text, page = (part.get_content() for part in message.walk() if part.get_content_maintype() == "text")
    assert HOSTILE in text
    assert "Acme &lt;b&gt;#strong[Dialer]&lt;/b&gt; {{ 7 * 7 }}" in page


def test_a_letter_shows_no_whole_number() -> None:
    assert "+*******0100" in facts().numbers
    message = message_from_bytes(written(), policy=default)
    assert all("4155550100" not in part.get_content() for part in message.walk() if part.get_content_maintype() == "text")


def test_the_deadline_is_said_in_the_customers_zone_and_in_utc() -> None:
    text = LetterWriter(None, mail_from="standing@example.org").text(Letter.REMINDER, facts(), language="en")
    assert "2016-04-02 12:13:20 CEST (Europe/Berlin), which is 2016-04-02 10:13:20 UTC" in text


def test_a_language_without_letters_gets_english() -> None:
    writer = LetterWriter(None, mail_from="standing@example.org")
    assert writer.text(Letter.NOTICE, facts(), language="fr") == writer.text(Letter.NOTICE, facts(), language="en")


def test_an_operators_template_goes_before_ours(tmp_path: Path) -> None:
    everything = " ".join(f"{{{{ {part} }}}}" for part in sorted(asdict(facts())))
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "notice.txt.j2").write_text(f"Ours\nSubject\n{everything}")
    assert LetterWriter(tmp_path, mail_from="standing@example.org").text(Letter.NOTICE, facts(), language="en").startswith("Ours")


@pytest.mark.parametrize("part", sorted(REQUIRED[Letter.NOTICE]))
def test_a_template_that_leaves_a_part_out_is_refused(tmp_path: Path, part: str) -> None:
    (tmp_path / "en").mkdir()
    rest = " ".join(f"{{{{ {one} }}}}" for one in sorted(REQUIRED[Letter.NOTICE] - {part}))
    (tmp_path / "en" / "notice.txt.j2").write_text(rest)
    with pytest.raises(LetterInvalid, match=rf"en/notice\.txt\.j2 leaves out {part};"):
        Templates(tmp_path)


def test_a_template_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "heard.txt.j2").write_text("{% if %}")
    with pytest.raises(LetterInvalid, match=r"en/heard\.txt\.j2 cannot be read"):
        Templates(tmp_path)


def test_a_page_layout_that_leaves_a_part_out_is_refused(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "notice.typ").write_text("#let facts = json(bytes(sys.inputs.facts))\n#facts.account")
    with pytest.raises(LetterInvalid, match=r"en/notice\.typ leaves out ask;"):
        Templates(tmp_path)


def test_every_language_has_our_words_for_the_requirements_and_no_others() -> None:
    clauses = [clause for clause in load_editions().newest.clauses if clause.id.startswith("req-")]
    ours = {text for clause in clauses for text in (clause.title, " ".join(clause.duty.split()))}
    ours |= {text for readings in READINGS.values() for text in readings.values()}
    ours |= {str(one) for kind in (Verdict, Outcome, ActionKind) for one in kind}
    assert len(ours) > 20
    for language in ("de",):
        assert set(tomllib.loads((OURS / language / "words.toml").read_text(encoding="utf-8"))) == ours


def test_an_operators_own_words_are_said_and_ours_where_there_are_none(tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "words.toml").write_text('complies = "passt"\n', encoding="utf-8")
    text = LetterWriter(tmp_path, mail_from="standing@example.org").text(Letter.NOTICE, facts(), language="de")
    assert "(4.0 %), passt" in text
    assert "Kurze ausgehende Anrufe" in text


def test_words_that_cannot_be_read_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "words.toml").write_text("complies =\n", encoding="utf-8")
    with pytest.raises(LetterInvalid, match=r"de/words.toml cannot be read"):
        Templates(tmp_path)
