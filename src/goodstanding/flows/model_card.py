"""What does a reader need to know of the shipped model: its data, its licences, its figures and its blind spots?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goodstanding.flows.measure_heads import Quality
from goodstanding.signals.text.heads.figures import Figure
from goodstanding.signals.text.heads.head import HEADS


@dataclass(frozen=True, slots=True)
class Source:
    """One data set: its title, licence and whom to thank."""

    id: str
    title: str
    licence: str
    attribution: str
    rows: int
    use: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that was measured, section by section."""

    quality: Sequence[Quality]
    attacks: Sequence[Figure]
    left_out: Sequence[Quality]
    accounts: Sequence[Figure]
    tests: Sequence[Quality]


_INTRODUCTION = """# The model that ships

Written by the trainer; not to be edited. `goodstanding train` writes it again from data sets named by path.

The model is a table of named features with whole weights (hundredths of a point), one column for each head; a text's score is the
sum of its features' weights, and 100 points is the line of review. A head asks for review; it never refuses a message.
"""

_HELD_OUT = """## Held out: five folds, split by template

Each text was scored by a model that had seen neither its template nor its fold when the line was chosen. Square brackets hold
Wilson's 95 % interval; numbers count templates.
"""

_BLIND_SPOTS = """## Blind spots

- It reads words, not intentions: a counterfeit that keeps every word of an honest message and changes only the link looks honest
  here. Rules about brands, links and numbers are there for that.
- Honest offers read like unsolicited ones. Without registered samples an account's marketing is the likeliest false alarm.
- Real business traffic in the training data is of one market (Thailand). Business texts in other languages are made up.
- Only the first 20,000 characters count, and no word order beyond pairs.
- *Abuse* and *hate* were learnt from public posts of 2017 that were sampled by a list of words and over-label African-American
  English. They do not carry over: see HateCheck above. Hate stays under the line by itself unless it is far over it.
- Labels of the public sets are not clean; some messages labelled as spam are jokes and personal texts.
- Old premium-rate spam dominates the English set. New lures are known from made-up texts only; expect less on them.
"""


def card(sources: Sequence[Source], findings: Findings) -> str:
    """Return the model card in Markdown."""
    parts = [
        _INTRODUCTION,
        _heads(),
        _data(sources),
        _HELD_OUT,
        *map(_quality, findings.quality),
        _table("## Under attack", "Unwanted texts in Latin letters, still caught (both views scored)", findings.attacks),
        _table("## By account", "Made-up accounts of texts whose wording the model had not seen", findings.accounts),
        "## One source left out\n\nTrained on every other source, lines and all.\n",
        *map(_quality, findings.left_out),
        "## Never trained on\n",
        *map(_quality, findings.tests),
        _BLIND_SPOTS,
    ]
    return "\n".join(part.strip("\n") + "\n" for part in parts if part)


def _heads() -> str:
    lines = ["## Heads\n", "| head | clause | signal |", "|---|---|---|"]
    return "\n".join([*lines, *(f"| {head.id} | {head.clause} | {head.signal} |" for head in HEADS)])


def _data(sources: Iterable[Source]) -> str:
    lines = ["## Data\n", "| data set | texts | licence | thanks to | used for |", "|---|---|---|---|---|"]
    lines += [f"| {one.title} | {one.rows} | {one.licence} | {one.attribution} | {one.use} |" for one in sources]
    tail = (
        "\nOnly weights are kept, never a text; a feature of fewer than three texts is dropped, and digits have lost their value."
    )
    return "\n".join([*lines, tail])


def _quality(one: Quality) -> str:
    title = f"F1 {one.f1 / 10_000:.3f}" if one.f1 is not None else ""
    return _table(f"### {one.source}", title, one.figures)


def _table(heading: str, remark: str, figures: Iterable[Figure]) -> str:
    lines = [heading, "", *([remark, ""] if remark else []), "| what | share | 95 % interval | templates |", "|---|---|---|---|"]
    return "\n".join([*lines, *map(_row, figures)])


def _row(one: Figure) -> str:
    low, high = one.interval()
    return f"| {one.name} | {100 * one.share():.1f} % | [{100 * low:.1f}, {100 * high:.1f}] | {one.hits} of {one.of} |"
