from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from goodstanding.audit.chain import FIRST, Link, linked
from goodstanding.audit.entry import CHECKPOINT_MADE, SYSTEM, Actor, ActorKind, Entry
from goodstanding.audit.merkle import root_of
from goodstanding.audit.ports import Checkpoint
from goodstanding.audit.verify import verify

SIZE = 9


class Log:
    def __init__(self, links: list[Link], documents: dict[str, str] | None = None) -> None:
        self.kept, self.documents, self.media_type = links, documents or {}, "message/rfc822"
        self.made: list[Checkpoint] = []
        self.cases = {one.entry.subject: one.kept for one in links if one.kept}

    def links(self, *, subject: str | None = None) -> Iterator[Link]:
        return iter(one for one in self.kept if subject in (None, one.entry.subject))

    def hashes(self, size: int | None = None) -> list[str]:
        return [one.hash for one in self.kept][:size]

    def checkpoints(self) -> list[Checkpoint]:
        return self.made

    def case_hashes(self) -> Iterator[tuple[str, str]]:
        return iter(self.cases.items())

    def document_hashes(self) -> Iterator[tuple[str, str, str]]:
        return ((known, actual, self.media_type) for known, actual in self.documents.items())


def chain(size: int = SIZE) -> list[Link]:
    links: list[Link] = []
    for number in range(1, size + 1):
        entry = Entry(1_000 + number, Actor(ActorKind.PERSON, "reviewer-1"), "case-assigned", f"C-{number % 3}", {"count": number})
        links.append(linked(entry, sequence=number, step=1, previous=links[-1].hash if links else FIRST))
    return links


def checkpoint(links: list[Link]) -> Checkpoint:
    return Checkpoint(len(links), root_of([bytes.fromhex(one.hash) for one in links]).hex(), 0)


CHANGES = {
    "time": lambda link: replace(link, entry=replace(link.entry, at_ms=link.entry.at_ms + 1)),
    "actor": lambda link: replace(link, entry=replace(link.entry, actor=Actor(ActorKind.PERSON, "reviewer-2"))),
    "actor's kind": lambda link: replace(link, entry=replace(link.entry, actor=Actor(ActorKind.CUSTOMER, "reviewer-1"))),
    "kind": lambda link: replace(link, entry=replace(link.entry, kind="case-closed")),
    "subject": lambda link: replace(link, entry=replace(link.entry, subject="C-other")),
    "facts": lambda link: replace(link, entry=replace(link.entry, facts={"count": 0})),
    "step": lambda link: replace(link, step=2),
    "kept": lambda link: replace(link, kept="1" * 64),
    "previous": lambda link: replace(link, previous="1" * 64),
    "hash": lambda link: replace(link, hash="1" * 64),
}


@given(place=st.integers(0, SIZE - 1), change=st.sampled_from(sorted(CHANGES)))
def test_whatever_is_changed_in_an_entry_is_found_there(place: int, change: str) -> None:
    links = chain()
    links[place] = CHANGES[change](links[place])
    assert f"entry {place + 1} " in verify(Log(links)).damages[0].where


@given(place=st.integers(0, SIZE - 2))
def test_an_entry_that_was_taken_out_is_missed(place: int) -> None:
    links = chain()
    del links[place]
    assert f"entry {place + 2} " in verify(Log(links)).damages[0].where


@given(place=st.integers(0, SIZE - 2))
def test_entries_that_were_exchanged_are_found(place: int) -> None:
    links = chain()
    links[place], links[place + 1] = links[place + 1], links[place]
    assert f"entry {place + 2} " in verify(Log(links)).damages[0].where


@given(size=st.integers(0, SIZE - 1))
def test_a_log_whose_end_was_cut_off_is_betrayed_by_a_checkpoint_kept_outside(size: int) -> None:
    kept = checkpoint(chain())
    assert verify(Log(chain(size))).damages == ()
    assert verify(Log(chain(size)), kept).damages[0].where == f"checkpoint of {SIZE} entries"


def test_a_log_written_anew_is_betrayed_by_a_checkpoint_kept_outside() -> None:
    kept = checkpoint(chain())
    links: list[Link] = []
    for link in chain():
        entry = replace(link.entry, actor=Actor(ActorKind.PERSON, "reviewer-2"))
        links.append(linked(entry, sequence=link.sequence, step=link.step, previous=links[-1].hash if links else FIRST))
    assert verify(Log(links)).damages == ()
    assert verify(Log(links), kept).damages[0].what == "the log's beginning is no longer what it was then"


def test_a_document_that_was_changed_or_removed_is_named() -> None:
    entry = Entry(1, Actor(ActorKind.SYSTEM, "goodstanding"), "notice-written", "C-1", {"letter_sha256": "a" * 64})
    links = [linked(entry, sequence=1, step=1, previous=FIRST)]
    assert verify(Log(links, {"a" * 64: "a" * 64})).damages == ()
    assert verify(Log(links, {"a" * 64: "b" * 64})).damages[0].where == f"document {'a' * 64}"
    assert "entry 1 names it" in verify(Log(links)).damages[0].what


def test_a_document_kept_as_another_kind_of_file_is_named() -> None:
    entry = Entry(1, Actor(ActorKind.SYSTEM, "goodstanding"), "notice-written", "C-1", {"letter_sha256": "a" * 64})
    log = Log([linked(entry, sequence=1, step=1, previous=FIRST)], {"a" * 64: "a" * 64})
    log.media_type = "message/rfc823"
    assert [one.where for one in verify(log).damages] == [f"document {'a' * 64}"]


def test_a_checkpoint_whose_time_was_changed_is_named() -> None:
    links = chain(3)
    made = checkpoint(links)
    links.append(linked(Entry(made.at_ms, SYSTEM, CHECKPOINT_MADE, "audit", {}), sequence=4, step=None, previous=links[-1].hash))
    log = Log(links)
    log.made = [made]
    assert verify(log).damages == ()
    log.made = [replace(made, at_ms=made.at_ms + 1)]
    assert [one.where for one in verify(log).damages] == ["checkpoint of 3 entries"]


def test_a_case_that_is_kept_otherwise_than_its_last_entry_says_is_named() -> None:
    entry = Entry(1, Actor(ActorKind.SYSTEM, "goodstanding"), "case-opened", "C-1")
    log = Log([linked(entry, sequence=1, step=1, previous=FIRST, kept="a" * 64)])
    assert verify(log).damages == ()
    log.cases = {"C-1": "b" * 64}
    assert (verify(log).damages[0].where, len(verify(log).damages)) == ("case C-1", 1)
    log.cases = {}
    assert verify(log).damages[0].what == "it is missing, and the log tells of it"
    log.cases = {"C-1": "a" * 64, "C-2": "a" * 64}
    assert verify(log).damages[0].where == "case C-2"
