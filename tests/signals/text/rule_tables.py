"""How do tests make rules and packs?"""

from pathlib import Path

from goodstanding.signals.text.rule import Examples, Rule, Words

A_RULE = """
[[rule]]
id = "a-rule"
clause = "use-11"
signal = "P11.2"
weight = 40
why = "says a made-up word"
source = "our own"
terms = ["zorbify"]
examples.hit = ["zorbify now", "please zorbify"]
examples.pass = ["hello", "zorbifying"]
"""


def a_pack(folder: Path, rules: str = A_RULE, *, name: str = "made", heading: str = "") -> Path:
    """Write a pack and return its folder."""
    folder.mkdir(exist_ok=True)
    head = heading or f'family = "{name}"\nabout = "A pack for tests."\n'
    (folder / f"{name}.toml").write_text(head + rules, encoding="utf-8")
    return folder


def a_rule(id_: str = "made/rule", **changes: object) -> Rule:
    """Return a rule; what is not said is plain."""
    values: dict[str, object] = {
        "id": id_,
        "clause": "use-11",
        "signal": "P11.2",
        "weight": 40,
        "why": "says a made-up word",
        "source": "our own",
        "any_of": Words(("zorbify",)),
        "all_of": (),
        "unless": Words(),
        "examples": Examples(("zorbify", "zorbify now"), ("no", "not")),
    }
    return Rule(**{**values, **changes})  # type: ignore[arg-type]
