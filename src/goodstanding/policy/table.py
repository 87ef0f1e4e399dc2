"""What does a TOML table say under each key, and where exactly is it wrong?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from goodstanding.errors import ClauseInvalid, near_match
from goodstanding.policy.countable import MOST


def _kind(value: object) -> str:
    """Name a value's kind in words; a boolean first, for Python takes it for an integer."""
    kinds: tuple[tuple[type, str], ...] = (
        (bool, "true or false"),
        (int, "a whole number"),
        (float, "a decimal number"),
        (str, "text"),
        (datetime, "a date with a time"),
        (date, "a date"),
        (list, "a list"),
    )
    return next((words for kind, words in kinds if isinstance(value, kind)), "a table")


def did_you_mean(word: str, known: tuple[str, ...]) -> str:
    """Return a sentence that names the nearest known word, or all of them."""
    near = near_match(word, known)
    return f"did you mean `{near}`?" if near else f"known here: {', '.join(known) or 'nothing'}"


@dataclass(frozen=True, slots=True)
class Table:
    """A TOML table and where it stands, so that every error can name file, clause and key.

    path  the keys that led here, ending in a dot: "" at the top, "measure." inside `measure`
    """

    values: Mapping[str, object]
    file: str
    clause: str
    path: str = ""

    def wrong(self, problem: str, key: str, hint: str = "") -> ClauseInvalid:
        """Return the error for a key of this table, to be raised."""
        place = self.path + key
        return ClauseInvalid(problem, file=self.file, clause=self.clause, key=place, hint=hint)

    def allow_only(self, *known: str) -> None:
        """Refuse any key that is not one of these, so that a slip never keeps a default."""
        for key in self.values:
            if key not in known:
                problem = f"unknown key `{key}`"
                raise self.wrong(problem, key, did_you_mean(key, known))

    def has(self, key: str) -> bool:
        """Say whether the key is there."""
        return key in self.values

    def text(self, key: str) -> str:
        """Return text that says something; it must be there."""
        value = self._there(key)
        if not isinstance(value, str):
            raise self._mistyped(key, "text in quotes")
        if not value.strip():
            problem = f"`{key}` says nothing"
            raise self.wrong(problem, key, "write at least a word")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of different texts; it must be there and may be empty."""
        value = self._there(key)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._mistyped(key, "a list of texts")
        for item in value:
            if not item.strip():
                problem = f"`{key}` has an empty entry"
                raise self.wrong(problem, key, "fill it or take it out")
            if value.count(item) > 1:
                problem = f"`{key}` names `{item}` twice"
                raise self.wrong(problem, key, "take one of them out")
        return tuple(value)

    def integer(self, key: str, *, least: int = 0, most: int = MOST) -> int:
        """Return a whole number within bounds (both allowed); it must be there."""
        value = self._there(key)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self._mistyped(key, "a whole number")
        if not least <= value <= most:
            problem = f"`{key}` is {value}"
            raise self.wrong(problem, key, f"it must be a whole number from {least} to {most}")
        return value

    def day(self, key: str) -> date | None:
        """Return a date without a time, or None when the key is absent."""
        if key not in self.values:
            return None
        value = self.values[key]
        if isinstance(value, datetime) or not isinstance(value, date):
            raise self._mistyped(key, "a date without quotes or time, such as 2016-02-01")
        return value

    def table(self, key: str) -> "Table":
        """Return the table under a key; it must be there."""
        value = self._there(key)
        if not isinstance(value, dict):
            raise self._mistyped(key, "a table, such as { part = 1, whole = 10 }")
        return Table(value, self.file, self.clause, f"{self.path}{key}.")

    def tables(self, key: str) -> tuple["Table", ...]:
        """Return the list of tables under a key, none when the key is absent."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self._mistyped(key, "a list of tables")
        return tuple(Table(item, self.file, self.clause, f"{self.path}{key}[{at}].") for at, item in enumerate(value))

    def _there(self, key: str) -> object:
        if key not in self.values:
            problem = f"missing key `{key}`"
            raise self.wrong(problem, key, f"add a line that begins `{key} = `")
        return self.values[key]

    def _mistyped(self, key: str, wanted: str) -> ClauseInvalid:
        problem = f"`{key}` is {_kind(self.values[key])}"
        return self.wrong(problem, key, f"it must be {wanted}")
