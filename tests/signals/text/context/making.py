"""Messages, accounts, facts and lists by hand: what the readers of texts would find, without running them."""

from dataclasses import dataclass, replace
from typing import Any

from goodstanding.signals.lists import Lists
from goodstanding.signals.message import Channel, Message
from goodstanding.signals.profile import Profile
from goodstanding.signals.text.context.catalogue import judge
from goodstanding.signals.text.facts import Facts, Identifier, Kind, Link, Mention
from goodstanding.signals.verdict import Hit

OURS = "+14155550100"
THEIRS = "+12125550199"
STRANGER = "+13105550111"
LISTS = Lists(
    malicious=frozenset({"bad.example"}),
    shorteners=frozenset({"sho.rt.example"}),
    brands={"acme bank": frozenset({"acmebank.example"}), "parcelco": frozenset({"parcelco.example"})},
    free_mail=frozenset({"throwaway.example"}),
    hashes={},
    dated={"malicious": "2016-03-01"},
)


def a_text(body: str = "See you at noon then.", **other: Any) -> Message:
    """Return an outbound short message, the first of its conversation unless said otherwise."""
    return replace(Message("m-1", Channel.SMS, OURS, THEIRS, body), **other)


def an_account(**other: Any) -> Profile:
    """Return an account of which everything is known, and nothing much."""
    known = Profile(
        id="AC1",
        brands=("Acme Bank",),
        domains=("acmebank.example",),
        numbers=frozenset({OURS}),
        senders=frozenset({"Acme Bank"}),
        contacts=frozenset(),
        has_agreement=False,
        has_links=True,
        has_numbers=True,
        is_age_gated=False,
        opted_out=frozenset(),
    )
    return replace(known, **other)


def a_link(domain: str = "elsewhere.example", path: str = "", **other: Any) -> Link:
    """Return a link at offset 10."""
    plain = Link((10, 30), domain, domain, path, False, False, False, False, None)
    return replace(plain, **other)


def an_identifier(kind: Kind, value: str = "x", span: tuple[int, int] = (3, 8)) -> Identifier:
    """Return an identifier near the beginning."""
    return Identifier(span, kind, value)


def a_mention(term: str, span: tuple[int, int] = (20, 28)) -> Mention:
    """Return a mention of a term."""
    return Mention(span, term)


@dataclass(frozen=True)
class Judged:
    """What all rules said: points by signal, and those that abstained."""

    hits: tuple[Hit, ...]
    abstained: tuple[str, ...]

    def points(self, signal: str) -> int:
        """Add up the points of one signal."""
        return sum(hit.weight for hit in self.hits if hit.signal == signal)

    def of_clause(self, clause: str) -> int:
        """Add up the points of one clause."""
        return sum(hit.weight for hit in self.hits if hit.clause == clause)


def judged(message: Message, profile: Profile | None = None, facts: Facts | None = None, lists: Lists = LISTS) -> Judged:
    """Put every rule to a message."""
    return Judged(*judge(message, profile, facts or Facts(), lists))
