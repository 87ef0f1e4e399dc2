"""How does the demo follow one account from breach to cure, and one from breach to suspension, on a clock that it turns?"""

import csv
from collections.abc import Iterator
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Final

from goodstanding.app import Workspace, case_desk
from goodstanding.audit.entry import Actor, ActorKind
from goodstanding.audit.verify import verify
from goodstanding.cases.case import Case
from goodstanding.cases.contact import Contact
from goodstanding.cases.papers import ActionKind, Outcome
from goodstanding.errors import NotAllowed
from goodstanding.findings.apply import findings_of
from goodstanding.flows import decide
from goodstanding.flows.case_desk import CaseDesk
from goodstanding.flows.give_notice import give_notice
from goodstanding.flows.open_cases import open_cases
from goodstanding.flows.sweep import sweep
from goodstanding.flows.take_in_records import take_in_records
from goodstanding.flows.take_proof import acknowledge
from goodstanding.measures.standing import MonthStanding
from goodstanding.periods import DAY_MS, Month, moment_of, text_of_instant
from goodstanding.progress import Silent
from goodstanding.records.take import parse_take
from goodstanding.settings import Mail, Settings

CLAUSE: Final = "req-2"
REVIEWER: Final = Actor(ActorKind.PERSON, "reviewer-1")
MAIL: Final = Mail(sender="standing@example.org", provider="The made-up carrier", ask="standing@example.org")
COLUMNS: Final = ("id", "account", "direction", "outcome", "caller", "callee", "started_at", "talk_ms")
CALLS: Final = 60


def follow_two_cases(held: Workspace, month: MonthStanding, folder: Path) -> list[str]:
    """Open the month's cases, follow two of them, write their letters below a folder, and return the story."""
    start_ms = Month.parse(month.month).next.bounds_ms(held.zone)[0] + 4 * DAY_MS
    with case_desk(held, Settings(now_ms=start_ms, mail=MAIL)) as desk:
        opened = open_cases(desk, findings_of(month, held.edition_of(Month.parse(month.month))), at_ms=start_ms)
        cured, suspended = _two(opened)
        _take_in_what_followed(held, folder, (cured, 2), (suspended, 20), since_ms=start_ms)
        told = [f"{len(opened)} cases were opened. Two of them, on a clock that this demo turns:", ""]
        told += _story(desk, cured, start_ms, title="From breach to cure")
        told += _story(desk, suspended, start_ms, title="From breach to suspension")
        found = verify(desk.store)
        word = "and proves itself" if not found.damages else "and DOES NOT PROVE ITSELF"
        told.append(f"The log has {found.entries} entries {word}. Root {found.root[:16]}…")
    _write_letters(held.folder / "outbox", folder / "letters")
    return told


def _two(opened: list[Case]) -> tuple[Case, Case]:
    """Choose two accounts that broke the same requirement beyond doubt."""
    plain = [
        one for one in opened if one.finding.clause == CLAUSE and one.finding.measured and not one.finding.measured.small_sample
    ]
    return plain[0], plain[1]


def _take_in_what_followed(held: Workspace, folder: Path, *parts: tuple[Case, int], since_ms: int) -> None:
    """Take in the thirty days after the notice: some calls of each account, so many of them short."""
    file = folder / "records" / "what-followed.csv"
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        for case, short in parts:
            for place in range(CALLS):
                when = f"{moment_of(since_ms + place * 30 * DAY_MS // CALLS + 3_600_000):%Y-%m-%dT%H:%M:%S}Z"
                talk = 5_000 if place % 3 == 0 and place // 3 < short else 60_000
                ends = ("+14155550100", f"+1303555{100 + place:04d}")
                writer.writerow((f"{case.id}-{place}", case.finding.account, "outbound", "answered", *ends, when, talk))
    take_in_records([parse_take(f"calls={file}")], held.store, now_ms=since_ms + 31 * DAY_MS, mends=None, progress=Silent())


def _story(desk: CaseDesk, case: Case, start_ms: int, *, title: str) -> Iterator[str]:
    """Carry one case to its end, and tell each step."""
    account = case.finding.account
    with desk.store.change() as change:
        change.put_contact(Contact(account, "owner@example.org", "Europe/Berlin"))
    yield f"{title}: {case.finding.account_name} ({case.id})"
    give_notice(desk, case.id, by=REVIEWER, at_ms=start_ms)
    _swept(desk, start_ms)
    noticed = acknowledge(desk, case.id, by="owner", at_ms=start_ms + DAY_MS)
    end_ms = noticed.deadline_ms or 0
    window = f"the window ends {text_of_instant(end_ms, 'Europe/Berlin')}"
    yield f"  {_day(start_ms + DAY_MS)}  the notice is proved to have arrived; {window}"
    try:
        decide.order(desk, case.id, ActionKind.SUSPEND, by=REVIEWER, at_ms=end_ms - 1)
    except NotAllowed:
        yield f"  {_day(end_ms - 1)}  suspending it now is refused: nothing is done before the window ends"
    _swept(desk, start_ms + 9 * DAY_MS)
    _swept(desk, end_ms)
    last = next(one for one in desk.store.case(case.id).measurements if one.window == "last-30-days")
    yield f"  {_day(end_ms)}  measured again, last 30 days: {last.part} of {last.whole}, {last.verdict}"
    outcome = Outcome.VIOLATION if last.verdict == "violated" else Outcome.CURED
    decide.determine(desk, case.id, outcome, "By the last 30 days of the window.", by=REVIEWER, at_ms=end_ms)
    yield f"  {_day(end_ms)}  {REVIEWER.name} determines: {outcome}"
    if outcome is Outcome.VIOLATION:
        decide.order(desk, case.id, ActionKind.SUSPEND, by=REVIEWER, at_ms=end_ms)
    _swept(desk, end_ms)
    case = desk.store.case(case.id)
    for action in case.actions:
        yield f"  {_day(action.done_ms or end_ms)}  {action.receipt}"
    with desk.store.change() as change:
        change.save(*change.case(case.id).close(by=REVIEWER, at_ms=end_ms))
    yield ""


def _swept(desk: CaseDesk, at_ms: int) -> None:
    for _ in sweep(desk, at_ms):
        pass


def _day(ms: int) -> str:
    return text_of_instant(ms)[:10]


def _write_letters(outbox: Path, folder: Path) -> None:
    """Take the letters apart, so that they can be looked at: text, page and PDF of each."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in sorted(outbox.glob("*.eml")):
        message = message_from_bytes(file.read_bytes(), policy=default)
        name = file.name.removesuffix("_example.org.eml")
        for part in message.walk():
            ending = {"text/plain": ".txt", "text/html": ".html", "application/pdf": ".pdf"}.get(part.get_content_type())
            if ending:
                (folder / f"{name}{ending}").write_bytes(bytes(part.get_payload(decode=True)))
