"""What does a table of a pack say under each key, and where exactly is it wrong?"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from goodstanding.errors import PackInvalid, near_match


@dataclass(frozen=True, slots=True)
class PackTable:
    """A TOML table and where it stands, so that every error can name file, rule and key.

    path  the keys that led here, ending in a dot: "" at the rule's top, "unless." inside `unless`
    """

    values: Mapping[str, object]
    file: str
    rule: str
    path: str = ""

    def named(self, rule: str) -> "PackTable":
        """Return the same table, known by the rule's id: keys are named from here."""
        return replace(self, rule=rule, path="")

    def wrong(self, problem: str, key: str, hint: str = "") -> PackInvalid:
        """Return the error for a key of this table, to be raised."""
        return PackInvalid(problem, rule=self.rule, key=self.path + key, file=self.file, hint=hint)

    def allow_only(self, *known: str) -> None:
        """Refuse any key that is not one of these."""
        for key in self.values:
            if key not in known:
                problem = f"unknown key `{key}`"
                raise self.wrong(problem, key, _did_you_mean(key, known))

    def has(self, key: str) -> bool:
        """Say whether the key is there."""
        return key in self.values

    def text(self, key: str) -> str:
        """Return text that says something; it must be there."""
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            problem = f"`{key}` is missing or no text"
            raise self.wrong(problem, key, "write it in quotes")
        return value

    def matching(self, key: str, shape: re.Pattern[str], wanted: str) -> str:
        """Return text of a shape; `wanted` says in words which."""
        value = self.text(key)
        if not shape.fullmatch(value):
            problem = f"`{key}` is `{value}`"
            raise self.wrong(problem, key, f"it must be {wanted}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of different texts, none when the key is absent."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            problem = f"`{key}` is not a list of texts"
            raise self.wrong(problem, key, 'write it as ["...", "..."]')
        if len(set(value)) < len(value):
            problem = f"`{key}` says the same thing twice"
            raise self.wrong(problem, key, "take one of them out")
        return tuple(value)

    def integer(self, key: str, *, most: int) -> int:
        """Return a whole number from 1; it must be there."""
        value = self.values.get(key)
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
            problem = f"`{key}` is no whole number in range"
            raise self.wrong(problem, key, f"it must be from 1 to {most}")
        return value

    def one_of(self, key: str, known: Iterable[str], default: str) -> str:
        """Return one of the known words, or the default when the key is absent."""
        if not self.has(key):
            return default
        return self._known(key, self.text(key), tuple(known))

    def some_of(self, key: str, known: Iterable[str]) -> tuple[str, ...]:
        """Return some of the known words, all of them when the key is absent."""
        words = tuple(known)
        if not self.has(key):
            return words
        if not self.texts(key):
            problem = f"`{key}` is empty"
            raise self.wrong(problem, key, "name at least one, or leave the key out")
        return tuple(self._known(key, word, words) for word in self.texts(key))

    def table(self, key: str) -> "PackTable":
        """Return the table under a key; it must be there."""
        value = self.values.get(key)
        if not isinstance(value, dict):
            problem = f"`{key}` is missing or no table"
            raise self.wrong(problem, key, "write it as { ... }")
        return PackTable(value, self.file, self.rule, f"{self.path}{key}.")

    def tables(self, key: str) -> tuple["PackTable", ...]:
        """Return the list of tables under a key, none when the key is absent."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            problem = f"`{key}` is not a list of tables"
            raise self.wrong(problem, key, "write it as [[rule]], or [{ ... }, { ... }]")
        return tuple(PackTable(item, self.file, self.rule, f"{self.path}{key}[{at}].") for at, item in enumerate(value))

    def _known(self, key: str, word: str, known: tuple[str, ...]) -> str:
        if word not in known:
            problem = f"`{key}` is `{word}`"
            raise self.wrong(problem, key, _did_you_mean(word, known))
        return word


def _did_you_mean(word: str, known: tuple[str, ...]) -> str:
    near = near_match(word, known)
    return f"did you mean `{near}`?" if near else f"known here: {', '.join(known)}"
