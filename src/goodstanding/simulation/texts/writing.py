"""How are made-up texts handed over? As JSON lines to screen, and beside them, line by line, the truth."""

import json
from collections.abc import Iterable, Iterator
from random import Random

from goodstanding.signals.message import Channel
from goodstanding.simulation.texts.making import digits
from goodstanding.simulation.texts.text import Text

SECOND_MS = 1_000
_AREAS = (206, 303, 404, 512, 617, 713)


def messages_and_truth(
    texts: Iterable[Text], rng: Random, *, since_ms: int, channel: Channel = Channel.SMS
) -> Iterator[tuple[str, str]]:
    """Yield two JSON lines for each text: the message as `screen` reads it, and the truth under the same id.

    Ids begin with "made-up-"; both ends are numbers set aside for fiction, an account's number stays its own;
    messages come a second apart from since_ms on.
    """
    senders: dict[str, str] = {}
    for at, text in enumerate(texts):
        name = f"made-up-text-{at}"
        sender = senders.setdefault(text.account, _number(rng))
        message = {
            "id": name,
            "channel": channel.value,
            "sender": sender,
            "recipient": _number(rng),
            "body": text.text,
            "account": text.account,
            "received_ms": since_ms + at * SECOND_MS,
        }
        truth: dict[str, str | int] = {
            "id": name,
            "label": text.label.value,
            "kind": text.kind,
            "twin": text.twin,
            "language": text.language,
            "issuer": text.issuer,
            "template": text.template,
        }
        yield _line(message), _line(truth)


def _line(row: dict[str, str | int]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _number(rng: Random) -> str:
    return f"+1{rng.choice(_AREAS)}55501{digits(rng, 2)}"
