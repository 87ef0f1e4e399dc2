"""Which rules match, all of them in one pass over the text? Hyperscan's answer, on x86-64 processors.

Terms go in as bare literals, which compile fifty times faster than with boundaries; `places` confirms them.
Each part has an id of its own: parts that share one compile far more slowly.
"""

import threading
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from re import escape

import hyperscan

from goodstanding.engines.matching.compiled import Compiled, kept, name_of
from goodstanding.engines.matching.places import Places, as_bytes, wider
from goodstanding.errors import PackInvalid
from goodstanding.signals.text.matching import Choose, Found, Pattern

_FLAGS = hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_UTF8 | hyperscan.HS_FLAG_DOTALL
_MODE = hyperscan.HS_MODE_BLOCK


def _note(index: int, _start: int, _end: int, _flags: int, seen: object) -> None:
    seen.append(index)  # type: ignore[attr-defined]  # a list: what scan is given as context


class OnePass:
    """One database for all rules; each thread that searches gets scratch space of its own."""

    def __init__(self, patterns: Sequence[Pattern], cache: Path | None) -> None:
        """Compile, or take the compiled form from the cache; PackInvalid, naming the rule, when a pattern cannot be run."""
        self._places = Places(patterns)
        self._local = threading.local()
        self._of = [number for number, pattern in enumerate(patterns) for _ in (*pattern.terms, *pattern.expressions)]
        self._database = _database(patterns, cache) if self._of else None

    def find(self, text: str, choose: Choose | None = None) -> Sequence[Found]:
        """Return the first place of each rule that matches."""
        if self._database is None:
            return ()
        data = as_bytes(text)
        seen: list[int] = []
        try:
            scratch = self._local.scratch
        except AttributeError:
            scratch = self._local.scratch = hyperscan.Scratch(self._database)
        self._database.scan(data, _note, context=seen, scratch=scratch)
        if not seen:
            return ()
        numbers = {self._of[index] for index in seen}
        return self._places.find(choose(numbers) if choose else numbers, data)


class HyperscanMatchers:
    """Makes matchers; with a cache, a compiled database is kept there by the hash of what it was made from.

    The cache must be a folder that only this program's user may write: Hyperscan trusts what it loads.
    """

    def __init__(self, cache: Path | None = None) -> None:
        """Remember the folder; it is made when the first database is kept."""
        self._cache = cache

    def compile(self, patterns: Sequence[Pattern]) -> OnePass:
        """Return a matcher; PackInvalid, naming the rule, when a pattern is not of the syntax, slow or too large."""
        return OnePass(patterns, self._cache)


def _database(patterns: Sequence[Pattern], cache: Path | None) -> hyperscan.Database:
    if cache is None:
        return _compile(patterns)
    made_by = f"hyperscan {version('hyperscan')} {_FLAGS} {_MODE}"
    forms = Compiled(
        make=lambda: _compile(patterns),
        write=hyperscan.dumpb,
        read=lambda content: hyperscan.loadb(content, _MODE),
        unreadable=(hyperscan.error,),
    )
    database: hyperscan.Database = kept(cache / name_of(patterns, made_by), forms)
    return database


def _compile(patterns: Sequence[Pattern]) -> hyperscan.Database:
    sought = [part for pattern in patterns for part in (*map(escape, pattern.terms), *map(wider, pattern.expressions))]
    expressions = [part.encode() for part in sought]
    database = hyperscan.Database(mode=_MODE)
    try:
        database.compile(expressions=expressions, ids=range(len(expressions)), elements=len(expressions), flags=_FLAGS)
    except hyperscan.error as error:
        raise _refused(patterns, error) from error
    return database


def _refused(patterns: Sequence[Pattern], error: Exception) -> PackInvalid:
    """Find the rule that Hyperscan refuses, by compiling each expression alone."""
    for pattern in patterns:
        for expression in pattern.expressions:
            try:
                hyperscan.Database(mode=_MODE).compile(expressions=[wider(expression).encode()], ids=[0], elements=1, flags=_FLAGS)
            except hyperscan.error:
                problem = f"Hyperscan does not take the expression `{expression[:60]}`"
                return PackInvalid(problem, rule=pattern.rule, key="patterns", hint="write it more simply")
    return PackInvalid(f"Hyperscan does not take these rules together: {error}", rule="(all)", key="patterns")
