"""How do a folder's TOML files become rules, and what is said when one of them is wrong?

A pack is one file for a clause family:

    family = "fraud"                  # the file's name; a rule's full id is fraud/gift-card
    about = "what the family is, in a sentence"

    [words]                           # alternatives that several patterns share, each a pattern
    card = ["credit cards?", "debit cards?"]

    [[rule]]
    id = "gift-card"
    clause = "use-11"
    signal = "P11.2"
    weight = 60
    why = "asks for payment in gift cards"    # what the text does
    source = "who says so, in our words"
    terms = ["..."]                   # any of these, between word boundaries, already folded
    patterns = ["..."]                # or any of these expressions of RE2; {card} stands for the words above
    all_of = [{ terms = ["..."] }]    # and each of these
    unless = { patterns = ["..."] }   # and none of these
    views = ["folded"]                # else folded and spaced
    channels = ["sms"]                # else every channel
    direction = "inbound"             # else outbound: the account's own words
    place = "sender"                  # else body
    needs = "is_age_gated"            # counts only where the account is known not to be so
    examples.hit = ["...", "..."]     # at least two of each
    examples.pass = ["...", "..."]

Unknown keys are refused: a misspelt key must never quietly leave a default in its place.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from goodstanding.errors import PackInvalid
from goodstanding.signals.message import Channel
from goodstanding.signals.text.fold import fold
from goodstanding.signals.text.pack_table import PackTable
from goodstanding.signals.text.rule import Direction, Examples, Needs, Place, Rule, Words
from goodstanding.signals.text.syntax import check
from goodstanding.signals.verdict import View

PACKAGED = Path(__file__).with_name("rules")
_KEYS = (
    *("id", "clause", "signal", "weight", "why", "source", "terms", "patterns", "all_of", "unless"),
    *("views", "channels", "direction", "place", "needs", "examples"),
)
_HEAVIEST = 100
_LARGEST_FILE = 1_000_000  # bytes
_SHARED = re.compile(r"\{([a-z][a-z-]*)\}")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load_packs(folder: Path | None = None) -> tuple[Rule, ...]:
    """Read every pack of a folder (the packaged ones by default), by file name and then in the file's order.

    PackInvalid, naming file, rule, key and the nearest known word, when one is wrong; also when there is none.
    """
    root = PACKAGED if folder is None else folder
    rules = [rule for path in sorted(root.glob("*.toml")) for rule in _rules_of(path)]
    if not rules:
        problem = f"no rule in {root.name}"
        raise PackInvalid(problem, rule="(none)", key="rule", file=root.name, hint="each pack is a .toml file with [[rule]] in it")
    return tuple(rules)


def _rules_of(path: Path) -> list[Rule]:
    pack = PackTable(_read(path), path.name, "(the pack itself)")
    pack.allow_only("family", "about", "words", "rule")
    family, _ = pack.text("family"), pack.text("about")
    if family != path.stem:
        problem = f"`family` is {family}"
        raise pack.wrong(problem, "family", f"the file's name asks for `{path.stem}`")
    rules: list[Rule] = []
    for table in _spelled_out(pack):
        rule = _rule(table, family)
        if rule.id in {known.id for known in rules}:
            problem = "two rules have the same id"
            raise table.wrong(problem, "id", "rename one of them")
        rules.append(rule)
    return rules


def _spelled_out(pack: PackTable) -> Sequence[PackTable]:
    """Return the rules' tables with the pack's shared words put into their patterns."""
    rules = pack.tables("rule")
    if not pack.has("words"):
        return rules
    shared = pack.table("words")
    words = {name: f"(?:{'|'.join(shared.texts(name))})" for name in shared.values}

    def spelled(value: object, table: PackTable, key: str = "") -> object:
        if isinstance(value, dict):
            return {name: spelled(one, table, name) for name, one in value.items()}
        if isinstance(value, list):
            return [spelled(one, table, key) for one in value]
        return _SHARED.sub(lambda found: known(found[1], table), value) if key == "patterns" and isinstance(value, str) else value

    def known(name: str, table: PackTable) -> str:
        if name not in words:
            problem = f"no shared words are called `{name}`"
            raise table.wrong(problem, "patterns", f"the pack has: {', '.join(words)}")
        return words[name]

    return [replace(table, values={name: spelled(one, table, name) for name, one in table.values.items()}) for table in rules]


def _read(path: Path) -> dict[str, object]:
    def wrong(problem: str, hint: str) -> PackInvalid:
        return PackInvalid(problem, rule="(the pack itself)", key="(the file itself)", file=path.name, hint=hint)

    try:
        if path.stat().st_size > _LARGEST_FILE:
            problem = "larger than a million bytes"
            raise wrong(problem, "split it into several packs")
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        problem = f"not TOML: {error}"
        raise wrong(problem, "mend that line; expressions stand in single quotes") from error
    except OSError as error:
        problem = f"could not be read: {error.strerror}"
        raise wrong(problem, "make it a file you may read") from error
    except UnicodeDecodeError as error:
        problem = "not UTF-8 text"
        raise wrong(problem, "save it as UTF-8") from error


def _rule(unnamed: PackTable, family: str) -> Rule:
    table = unnamed.named(unnamed.matching("id", _ID, "lower-case words joined by hyphens"))
    table.allow_only(*_KEYS)
    rule = Rule(
        id=f"{family}/{table.text('id')}",
        clause=table.matching("clause", re.compile(r"use-(0[1-9]|1[0-8])"), "use-01 to use-18"),
        signal=table.matching("signal", re.compile(r"[PU]\d{1,2}\.\d{1,2}"), "an id of the catalogue, such as P11.2"),
        weight=table.integer("weight", most=_HEAVIEST),
        why=_sentence(table.text("why")),
        source=table.text("source"),
        any_of=_words(table),
        all_of=tuple(_needed(group) for group in table.tables("all_of")),
        unless=_unless(table),
        examples=_examples(table),
        views=frozenset(View(word) for word in table.some_of("views", ("folded", "spaced"))),
        channels=frozenset(map(Channel, table.some_of("channels", tuple(Channel)))) if table.has("channels") else None,
        direction=Direction(table.one_of("direction", tuple(Direction), "outbound")),
        place=Place(table.one_of("place", tuple(Place), "body")),
        needs=Needs(table.one_of("needs", tuple(Needs), "")) if table.has("needs") else None,
    )
    return _runnable(rule, table)


def _sentence(why: str) -> str:
    """Make a sentence of a rule's why, which packs begin with a verb: "asks for a password"."""
    return f"{why[:1].upper()}{why[1:]}." if why.startswith("the ") else f"The text {why}."


def _words(table: PackTable) -> Words:
    return Words(tuple(map(_without_accents, table.texts("terms"))), tuple(map(_without_accents, table.texts("patterns"))))


def _without_accents(written: str) -> str:
    """Write letters as folded text has them: packs may say `envío`, texts read `envio` once folded."""
    return written if written.isascii() else "".join(fold(letter).text or letter for letter in written)


def _needed(group: PackTable) -> Words:
    group.allow_only("terms", "patterns")
    words = _words(group)
    if not words.terms and not words.expressions:
        problem = "a group without words matches nothing"
        raise group.wrong(problem, "terms", "give it terms or patterns")
    return words


def _unless(table: PackTable) -> Words:
    return _needed(table.table("unless")) if table.has("unless") else Words()


def _examples(table: PackTable) -> Examples:
    examples = table.table("examples")
    examples.allow_only("hit", "pass")
    for key in ("hit", "pass"):
        if len(examples.texts(key)) < 2:
            problem = f"fewer than two examples under `{key}`"
            raise examples.wrong(problem, key, "show two texts at least, and let one be a near miss")
    return Examples(examples.texts("hit"), examples.texts("pass"))


def _runnable(rule: Rule, table: PackTable) -> Rule:
    if not (rule.any_of.terms or rule.any_of.expressions or rule.all_of):
        problem = "the rule looks for nothing"
        raise table.wrong(problem, "terms", "give it terms, patterns or all_of")
    for words in (rule.any_of, *rule.all_of, rule.unless):
        check(words.as_pattern(rule.id), file=table.file)
    return rule
