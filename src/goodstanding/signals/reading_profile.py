"""How is a file about accounts read into profiles, and what is said when it is wrong?

A file is JSON (one object, or a list of them) or TOML (one account at the top, or several under `[[account]]`). Every key but
`id` may be left out: what is left out is not known, an empty list means "none", and rules treat the two differently.

id             text, the account as messages name it
brands         list of names the account may use for itself
domains        list of registered domains its links and e-mails may have
numbers        list of E.164 numbers and short codes it may send from
senders        list of alphanumeric senders it may use
contacts       list of numbers and addresses it may ask recipients to turn to
use_case       text, e.g. "two-factor"
has_agreement  true when a business associate agreement is signed, false when none is
has_links, has_numbers, is_age_gated   true or false, as the campaign was registered
samples        list of registered messages and approved templates
reviewed       list of { text, opinion }, opinion "honest" or "not"
opted_out      list of recipients who opted out of everything from this account
"""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from goodstanding.errors import ProfileInvalid, near_match
from goodstanding.signals.profile import Opinion, Profile, Reviewed
from goodstanding.signals.text.context.ends import End, canonical, kind_of

_ORDERED = ("brands", "domains")
_SETS = ("numbers", "senders", "contacts", "opted_out")
_YES_OR_NO = ("has_agreement", "has_links", "has_numbers", "is_age_gated")
_KEYS = ("id", *_ORDERED, *_SETS, "use_case", *_YES_OR_NO, "samples", "reviewed")
_REVIEWED_KEYS = ("text", "opinion")
_LIKE_A_KEY = re.compile(r"[A-Za-z_-]{1,40}")
_UNKNOWN = "is not known"


def read_profiles(path: Path) -> dict[str, Profile]:
    """Read the profiles of a JSON or TOML file, by account id; ProfileInvalid names file and key, never what stands there."""
    found: dict[str, Profile] = {}
    for place, values in enumerate(_accounts(path), start=1):
        if not isinstance(values, dict):
            raise ProfileInvalid(path.name, f"account {place}", "is no table of keys", "write { } around its keys")
        profile = _Account(path.name, values, place).profile()
        if profile.id in found:
            raise ProfileInvalid(path.name, f"id of account {place}", "is that of an earlier account", "keep one of the two")
        found[profile.id] = profile
    return found


def _accounts(path: Path) -> list[object]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise ProfileInvalid(path.name, "(the file itself)", "is not there", "name a file of accounts") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ProfileInvalid(path.name, "(the file itself)", "could not be read", "make it UTF-8 text you may read") from error
    try:
        values = tomllib.loads(text) if path.suffix.lower() == ".toml" else json.loads(text)
    except (ValueError, RecursionError) as error:
        line = f"line {error.lineno}" if isinstance(error, json.JSONDecodeError) else "(the file itself)"
        raise ProfileInvalid(path.name, line, "is neither JSON nor TOML", "TOML in files that end in .toml, else JSON") from error
    if isinstance(values, dict) and isinstance(values.get("account"), list) and len(values) == 1:
        return list(values["account"])
    return list(values) if isinstance(values, list) else [values]


class _Account:
    """One account's keys, and where they stand."""

    def __init__(self, file: str, values: Mapping[str, object], place: int) -> None:
        self.file, self.values, self.place = file, values, place

    def profile(self) -> Profile:
        """Return the profile these keys make."""
        self._allow_only(self.values, _KEYS)
        name = self._text("id")
        if name is None:
            raise self._wrong("id", "is missing", "name the account as its messages do")
        sets = {key: self._set(key) for key in _SETS}
        return Profile(
            id=name,
            brands=self._texts("brands"),
            domains=_lowered(self._texts("domains")),
            numbers=sets["numbers"],
            senders=sets["senders"],
            contacts=sets["contacts"],
            use_case=self._text("use_case"),
            has_agreement=self._yes_or_no("has_agreement"),
            has_links=self._yes_or_no("has_links"),
            has_numbers=self._yes_or_no("has_numbers"),
            is_age_gated=self._yes_or_no("is_age_gated"),
            samples=self._texts("samples") or (),
            reviewed=self._reviewed(),
            opted_out=sets["opted_out"],
        )

    def _allow_only(self, values: Mapping[str, object], known: tuple[str, ...]) -> None:
        for key in values:
            if key not in known:
                near = near_match(key, known)
                hint = f"did you mean `{near}`?" if near else f"known here: {', '.join(known)}"
                named = f"key `{key}`" if _LIKE_A_KEY.fullmatch(key) else "a key"  # else it may be content that slipped
                raise self._wrong(named, _UNKNOWN, hint)

    def _text(self, key: str) -> str | None:
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise self._wrong(key, "is no text", "write it in quotes")
        return value

    def _texts(self, key: str) -> tuple[str, ...] | None:
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            raise self._wrong(key, "is no list of texts", 'write ["one", "another"], or [] for none')
        return tuple(value)

    def _set(self, key: str) -> frozenset[str] | None:
        texts = self._texts(key)
        if key == "numbers" and any(kind_of(text.strip()) is not End.NUMBER for text in texts or ()):
            raise self._wrong(key, "holds what is no number", "write E.164 numbers and short codes; names go under senders")
        return None if texts is None else frozenset(canonical(text) for text in texts)

    def _yes_or_no(self, key: str) -> bool | None:
        value = self.values.get(key)
        if value is None or isinstance(value, bool):
            return value
        raise self._wrong(key, "is neither true nor false", "leave it out when it is not known")

    def _reviewed(self) -> tuple[Reviewed, ...]:
        value = self.values.get("reviewed", [])
        if not isinstance(value, list):
            raise self._wrong("reviewed", "is no list", 'write [{ text = "...", opinion = "honest" }]')
        return tuple(self._one_reviewed(each, at) for at, each in enumerate(value))

    def _one_reviewed(self, each: object, at: int) -> Reviewed:
        key = f"reviewed[{at}]"
        if not isinstance(each, dict):
            raise self._wrong(key, "is no table", "it has the keys text and opinion")
        self._allow_only(each, _REVIEWED_KEYS)
        text, opinion = each.get("text"), each.get("opinion")
        if not isinstance(text, str) or not text.strip():
            raise self._wrong(f"{key}.text", "is no text", "write it in quotes")
        if opinion not in list(Opinion):
            raise self._wrong(f"{key}.opinion", "is no opinion", f"write one of: {', '.join(Opinion)}")
        return Reviewed(text, Opinion(opinion))

    def _wrong(self, key: str, problem: str, hint: str) -> ProfileInvalid:
        return ProfileInvalid(self.file, f"{key} of account {self.place}", problem, hint)


def _lowered(texts: tuple[str, ...] | None) -> tuple[str, ...] | None:
    return None if texts is None else tuple(text.lower().rstrip(".") for text in texts)
