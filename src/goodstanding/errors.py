"""What can go wrong, drawn as a tree; each class words its own message and says what to do next.

GoodstandingError                 everything below; `exit_status` is what the command line ends with
├── WrongUsage                    the call's own words are off (a bad --take, --set or --month)
├── PolicyError                   an edition or clause cannot be used
│   ├── ClauseInvalid             names file, clause, key, and a near match
│   ├── PackInvalid               names file, rule, key, and a near match
│   └── EditionUnknown            no edition is in force on that day
├── ProfileInvalid                a file about accounts cannot be used; names file and key, never what stands there
├── SourceUnreadable              an input could not be read at all
├── WorkspaceError                the workspace is missing, newer than this program, or in use
├── MonthError                    a month cannot be closed or shown
├── CaseError                     a case cannot do what was asked
│   ├── NotAllowed                its state, the time or the person forbids it
│   ├── CaseMoved                 somebody else moved it meanwhile
│   └── CaseUnknown               there is no such case
├── DocumentUnknown               no document has that SHA-256
├── LetterInvalid                 a letter's template cannot be used
├── FileRulesInvalid              a file of YARA rules cannot be used; names file and line
├── ModelUnreadable               a model file cannot be used
├── ControlFailed                 an action could not be carried out or undone
└── LogBroken                     the audit log does not prove itself
"""

from collections.abc import Iterable
from difflib import get_close_matches


def near_match(word: str, known: Iterable[str]) -> str | None:
    """Return the known word closest to a misspelt one, or None."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), None)


class GoodstandingError(Exception):
    """Something a user can mend; its text is one line for people and carries no phone number or message text."""

    exit_status: int = 2


class WrongUsage(GoodstandingError):
    """The call's own words are off."""


class PolicyError(GoodstandingError):
    """An edition or a clause cannot be used."""


class ClauseInvalid(PolicyError):
    """A clause file says something the loader does not accept."""

    def __init__(self, problem: str, *, file: str, clause: str, key: str, hint: str = "") -> None:
        self.file, self.clause, self.key, self.hint = file, clause, key, hint
        place = f"\n  --> {file}, clause {clause}, key {key}"
        super().__init__(problem + place + (f"\n  {hint}" if hint else ""))


class PackInvalid(PolicyError):
    """A pack says something the loader does not accept, or a pattern could run too long; `problem` quotes no message."""

    def __init__(self, problem: str, *, rule: str, key: str, file: str = "", hint: str = "") -> None:
        self.problem, self.file, self.rule, self.key, self.hint = problem, file, rule, key, hint
        place = f"\n  --> {file + ', ' if file else ''}rule {rule}, key {key}"
        super().__init__(problem + place + (f"\n  {hint}" if hint else ""))


class EditionUnknown(PolicyError):
    """No edition of the policy answers to that date."""

    def __init__(self, wanted: str, known: Iterable[str]) -> None:
        super().__init__(f"no edition answers to {wanted}; known editions: {', '.join(known)}")


class ProfileInvalid(GoodstandingError):
    """A file about accounts says something the reader does not accept."""

    def __init__(self, file: str, key: str, problem: str, hint: str) -> None:
        self.file, self.key = file, key
        super().__init__(f"{file}: {key} {problem}; {hint}")


class SourceUnreadable(GoodstandingError):
    """An input could not be read at all; nothing of it was taken in."""

    def __init__(self, file: str, why: str, remedy: str) -> None:
        self.file = file
        super().__init__(f"{file}: {why}; nothing of it was taken in. {remedy}")


class WorkspaceError(GoodstandingError):
    """The workspace is missing, of another version, or in use."""


class MonthError(GoodstandingError):
    """A month cannot be closed or shown."""


class CaseError(GoodstandingError):
    """A case cannot do what was asked."""


class NotAllowed(CaseError):
    """The case's state, the time or the person forbids it; the message says what is allowed instead."""


class CaseMoved(CaseError):
    """Somebody else moved the case since it was read; read it again."""

    def __init__(self, case_id: str) -> None:
        super().__init__(f"case {case_id} was moved by somebody else meanwhile; look at it again and repeat what still applies")


class CaseUnknown(CaseError):
    """There is no such case."""

    def __init__(self, case_id: str) -> None:
        super().__init__(f"there is no case {case_id}; goodstanding case list shows those there are")


class DocumentUnknown(GoodstandingError):
    """No document has that SHA-256."""

    def __init__(self, sha256: str) -> None:
        super().__init__(f"no document has the SHA-256 {sha256}; goodstanding audit verify tells whether one was removed")


class LetterInvalid(GoodstandingError):
    """A letter's template cannot be used; the message names the file and the part that is missing."""


class FileRulesInvalid(GoodstandingError):
    """A file of YARA rules cannot be used."""

    def __init__(self, problem: str, *, file: str, line: int | None = None) -> None:
        self.file, self.line = file, line
        where = file if line is None else f"{file}, line {line}"
        super().__init__(f"{where}: {problem}; mend it there, or leave the file out")


class ModelUnreadable(GoodstandingError):
    """A model file is damaged or of another version; the message names the line."""

    def __init__(self, file: str, line: int, why: str) -> None:
        self.file, self.line = file, line
        super().__init__(f"{file}, line {line}: {why}; train a model with this version of goodstanding, or use the one it ships")


class ControlFailed(GoodstandingError):
    """An action could not be carried out or undone; `is_final` when trying again is of no use."""

    def __init__(self, problem: str, *, is_final: bool) -> None:
        self.is_final = is_final
        super().__init__(problem)


class LogBroken(GoodstandingError):
    """The audit log, a document or a bundle does not prove itself; the message says where."""

    exit_status = 1
