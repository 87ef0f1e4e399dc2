"""Measures screening beside other programs that screen text, on the same made-up messages, and writes docs/benchmarks-screening.md.

Ours runs all stages on one core with 10,000 more terms loaded; peers that are not installed are named and left out.
"""

import platform
import random
import time
from pathlib import Path

import peers

from goodstanding.app import screener
from goodstanding.engines.matching.choose import choose
from goodstanding.signals.message import Channel, Message
from goodstanding.signals.screen import Screener
from goodstanding.signals.text.lexicon import compile_rules
from goodstanding.signals.text.packs import load_packs
from goodstanding.signals.text.rule import Examples, Rule, Words
from goodstanding.simulation.texts.evil_twins import evil_twins
from goodstanding.simulation.texts.honest import honest

ROOT = Path(__file__).parent.parent
TEXTS, TERMS, LONGEST, PARTS = 20_000, 10_000, 160, 5


def texts_of(count: int) -> list[str]:
    """Make up short messages, one in ten of them not honest."""
    rng = random.Random(11)
    made = [one.text for one in honest(rng, count * 9 // 10, languages=["en"])]
    made += [one.text for one in evil_twins(rng, count // 10, languages=["en"])]
    rng.shuffle(made)
    return [text[:LONGEST] for text in made]


def loaded() -> Screener:
    """Give the screener as it is shipped, with 10,000 made-up terms more."""
    rng = random.Random(5)
    word = ["".join(rng.choice("bcdfghjklmnpqrstvwxz") + rng.choice("aeiou") for _ in range(4)) for _ in range(2 * TERMS)]
    pairs = [f"{word[2 * at]} {word[2 * at + 1]}" for at in range(TERMS)]
    nothing, untried = Words(), Examples((), ())
    more = [
        Rule(f"more/{at}", "use-08", "P8.16", 10, "made up", "made up", Words((pair,)), (), nothing, untried)
        for at, pair in enumerate(pairs)
    ]
    held = screener()
    lexicon = compile_rules([*load_packs(), *more], choose(None))
    return Screener(held.screening, lexicon, held.scorer, held.lists, held.ports)


def timed(held: Screener, messages: list[Message]) -> tuple[float, list[float]]:
    """Return messages a second in batch, the median of five parts, and the microseconds each message takes alone, in order."""
    rates, alone = [], []
    part = len(messages) // PARTS
    for start in range(0, len(messages), part):
        some = messages[start : start + part]
        began = time.perf_counter()
        for message in some:
            held.screen(message)
        rates.append(len(some) / (time.perf_counter() - began))
    for message in messages:
        began = time.perf_counter()
        held.screen(message)
        alone.append((time.perf_counter() - began) * 1e6)
    return sorted(rates)[PARTS // 2], sorted(alone)


def beside(texts: list[str], ours: float) -> list[str]:
    """Time each peer that is here on the first of the texts."""
    rows = []
    for name, (peer, count) in peers.PEERS.items():
        seconds = peer(texts[:count])
        told = "not installed here | |" if seconds is None else f"{count / seconds:,.0f} | {ours * seconds / count:,.0f} times |"
        rows.append(f"| {name} | {told}")
    return rows


def main() -> None:
    """Time ours in batch and alone, then each peer that is here."""
    texts = texts_of(TEXTS)
    held = loaded()
    messages = [Message(str(at), Channel.SMS, "+12025550101", "+12025550102", text) for at, text in enumerate(texts)]
    ours, alone = timed(held, messages)
    half, most = alone[len(alone) // 2], alone[len(alone) * 99 // 100]
    lines = [
        "# Benchmarks of screening",
        "",
        "Made by `make bench-screening`. On one core; what counts is the ratio, in one run on the same texts.",
        f"Python {platform.python_version()}, {platform.machine()}; {len(texts):,} made-up English messages of at most {LONGEST}",
        f"characters, one in ten not honest; {len(held.lexicon.rules):,} rules loaded.",
        "",
        "| what | messages/s | ours is faster by |",
        "|---|---|---|",
        f"| all stages, in batch, median of {PARTS} parts | {ours:,.0f} | |",
        *beside(texts, ours),
        "",
        f"Alone: half of the messages take at most {half:.0f} microseconds, 99 of 100 at most {most:.0f}.",
    ]
    (ROOT / "docs" / "benchmarks-screening.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
