"""Which template makes a letter, and does it show every part that the letter must have?"""

import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, Template, TemplateError, meta
from jinja2.sandbox import SandboxedEnvironment

from goodstanding.cases.letter import REQUIRED, Letter, LetterFacts
from goodstanding.errors import LetterInvalid

OURS: Final = Path(__file__).with_name("templates")
FALLBACK: Final = "en"
FORMATS: Final = ("txt", "html")
WORDS: Final = "words.toml"
# the parts that are words of ours, and are said in the letter's language where it has them
SPOKEN: Final = frozenset({"title", "duty", "reading", "verdict", "outcome", "actions"})


class Templates:
    """The operator's templates, file by file, and ours where the operator has none."""

    def __init__(self, folder: Path | None) -> None:
        self._folders = [one for one in (folder, OURS) if one is not None and one.is_dir()]
        loader = ChoiceLoader([FileSystemLoader(str(one)) for one in self._folders])
        self._environment: Environment = SandboxedEnvironment(
            loader=loader,
            undefined=StrictUndefined,
            autoescape=lambda name: bool(name and ".html" in name),
            keep_trailing_newline=True,
        )
        self._words = {language: self._words_of(language) for language in self.languages()}
        for language in self.languages():
            for letter in Letter:
                self._check(language, letter)

    def languages(self) -> list[str]:
        """Return the languages there are letters in."""
        return sorted({place.parent.name for folder in self._folders for place in folder.glob("*/*.j2")})

    def text(self, language: str, letter: Letter, form: str) -> Template:
        """Return a template; English where the language has none."""
        return self._environment.select_template([f"{one}/{letter}.{form}.j2" for one in (language, FALLBACK)])

    def cure(self, language: str) -> Template:
        """Return the sentence on how to cure."""
        return self._environment.select_template([f"{one}/cure.txt.j2" for one in (language, FALLBACK)])

    def typst(self, language: str, letter: Letter) -> str | None:
        """Return the text of the letter's page layout, or None where it has none."""
        for one in (language, FALLBACK):
            for folder in self._folders:
                place = folder / one / f"{letter}.typ"
                if place.exists():
                    return place.read_text(encoding="utf-8")
        return None

    def said(self, facts: LetterFacts, language: str) -> dict[str, Any]:
        """Return the facts as a template shows them, our own words in the letter's language."""
        words = self._words.get(language, {})
        return {name: _in_words(name, value, words) for name, value in asdict(facts).items()}

    def _words_of(self, language: str) -> dict[str, str]:
        words: dict[str, str] = {}
        for folder in reversed(self._folders):
            place = folder / language / WORDS
            if place.is_file():
                try:
                    words |= {key: str(value) for key, value in tomllib.loads(place.read_text(encoding="utf-8")).items()}
                except tomllib.TOMLDecodeError as error:
                    message = f"{language}/{WORDS} cannot be read: {error}; mend that line"
                    raise LetterInvalid(message) from error
        return words

    def _check(self, language: str, letter: Letter) -> None:
        for form in FORMATS:
            name = f"{language}/{letter}.{form}.j2"
            if name in self._environment.list_templates():
                missing = REQUIRED[letter] - self._shown(name)
                if missing:
                    message = (
                        f"{name} leaves out {', '.join(sorted(missing))}; a {letter} must show it (docs/letters.md lists the parts)"
                    )
                    raise LetterInvalid(message)
        layout = self.typst(language, letter)
        for part in sorted(REQUIRED[letter]) if layout else ():
            if f"facts.{part}" not in str(layout):
                message = f"{language}/{letter}.typ leaves out {part}; a {letter} must show it (docs/letters.md lists the parts)"
                raise LetterInvalid(message)

    def _shown(self, name: str) -> set[str]:
        """Return the parts that a template shows, with those of the templates it includes or extends."""
        try:
            source, _, _ = (
                self._environment.loader.get_source(self._environment, name) if self._environment.loader else ("", None, None)
            )
            tree = self._environment.parse(source)
        except TemplateError as error:
            message = f"{name} cannot be read as a template: {error.message}; mend that line"
            raise LetterInvalid(message) from error
        shown = meta.find_undeclared_variables(tree)
        for other in meta.find_referenced_templates(tree):
            shown |= self._shown(other) if other else set()
        return shown


def _in_words(name: str, value: Any, words: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _in_words(key, one, words) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(_in_words(name, one, words) for one in value)
    return words.get(value, value) if name in SPOKEN else value
