"""Which clauses do the files that came with a message touch, and which words are in them?"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from goodstanding.signals.lists import Lists
from goodstanding.signals.media.archives import Member, Problem, Unpacked, unpack
from goodstanding.signals.media.catalogue import NO_HASHES, NO_RULES, NO_SCANNER, NOT_UNPACKED, UNSEEN, VIRUS
from goodstanding.signals.media.judging import signals_of
from goodstanding.signals.media.limits import Limits
from goodstanding.signals.media.ports import Matched, Ports
from goodstanding.signals.media.reading import AttachedText, words_in
from goodstanding.signals.message import Attachment, Message
from goodstanding.signals.verdict import Hit, View

LIMITS: Final = Limits()


class Seen(NamedTuple):
    """What came of a message's attachments: hits, the names of signals that could not be asked, and words to screen."""

    hits: tuple[Hit, ...]
    abstained: tuple[str, ...]
    texts: tuple[AttachedText, ...]


def screen_attachments(message: Message, lists: Lists, ports: Ports, limits: Limits = LIMITS) -> Seen:
    """Look at each attachment's bytes, names, contents and words; every rule hits an attachment at most once.

    Nothing is run, fetched or written. What is beyond the limits, or needs an engine that is not here, abstains by name.
    Blind to  what each signal of the catalogue says of itself; media that the message only links to.
    """
    looked_at = message.attachments[: limits.max_attachments]
    seen = [_screened(number, one, lists, ports, limits) for number, one in enumerate(looked_at, start=1)]
    if len(looked_at) < len(message.attachments):
        seen.append(Seen((UNSEEN.hit(len(looked_at) + 1, Problem.TOO_MANY),), (NOT_UNPACKED,), ()))
    return Seen(
        tuple(hit for one in seen for hit in one.hits),
        tuple(dict.fromkeys(name for one in seen for name in one.abstained)),
        tuple(text for one in seen for text in one.texts),
    )


def _screened(number: int, attachment: Attachment, lists: Lists, ports: Ports, limits: Limits) -> Seen:
    unpacked = unpack(attachment.content, limits)
    hits = [signal.hit(number) for signal in signals_of(attachment, unpacked, lists)]
    hits += [UNSEEN.hit(number, problem) for problem in _unexplained(unpacked)]
    abstained = [NOT_UNPACKED] if unpacked.problems else []
    if lists.hashes is None:
        abstained.append(NO_HASHES)
    matched, is_complete = _matched(unpacked.members, ports)
    if not is_complete:
        abstained.append(NO_RULES)
    hits += [_hit(number, one) for one in matched]
    names = ports.viruses.found_in(attachment.content) if ports.viruses is not None and unpacked.members else None
    if names is None:
        abstained.append(NO_SCANNER)
    hits += [VIRUS.hit(number)] if names else []
    words = words_in(number, attachment, unpacked.members[0], ports) if unpacked.members else None
    if isinstance(words, str):
        abstained.append(words)
    return Seen(tuple(hits), tuple(abstained), (words,) if isinstance(words, AttachedText) else ())


def _unexplained(unpacked: Unpacked) -> Iterator[Problem]:
    """Yield the most telling problem that has no signal of its own."""
    told = {Problem.BOMB, Problem.ENCRYPTED}
    if not told & unpacked.problems:
        yield from sorted(unpacked.problems)[:1]


def _matched(members: Sequence[Member], ports: Ports) -> tuple[tuple[Matched, ...], bool]:
    """Ask the rules about every file, up to one that takes too long; tell what they found, and whether they saw every file."""
    found: dict[Matched, None] = {}
    for member in members:
        answer = ports.rules.matching(member.content) if ports.rules is not None else None
        if answer is None:
            return tuple(found), False
        found |= dict.fromkeys(answer)
    return tuple(found), bool(members)


def _hit(number: int, matched: Matched) -> Hit:
    why = f"Attachment {number} {matched.why}."
    return Hit(matched.clause, matched.signal, f"media/rules/{matched.rule}", (0, 0), View.RAW, matched.weight, why)
