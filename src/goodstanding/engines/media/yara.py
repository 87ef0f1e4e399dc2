"""Which rules of our own and the operator's match some bytes, asked of YARA-X."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import yara_x

from goodstanding.errors import FileRulesInvalid
from goodstanding.signals.media.ports import Matched

OURS: Final = Path(__file__).with_name("attachments.yar")
TIMEOUT_S: Final = 5
_WEIGHT: Final = 60
_MOST_WEIGHT: Final = 100


class Yara:
    """Rules compiled once; every scan has a time limit, in whole seconds.

    A rule says of itself, in its `meta`: clause ("use-06"), signal ("P6.3"), weight (whole points, at most 100) and why (the
    end of a sentence that begins with the attachment); what it leaves out has a default, and a wrong one is FileRulesInvalid.
    `include` is refused, so that a file of rules cannot read other files.
    """

    def __init__(self, operators: Sequence[Path] = (), *, timeout_s: int = TIMEOUT_S) -> None:
        compiler = yara_x.Compiler(includes_enabled=False)
        self._files = tuple(path.name for path in (OURS, *operators))
        for number, path in enumerate((OURS, *operators)):
            compiler.new_namespace(str(number))
            _add(compiler, path)
        self._rules = compiler.build()
        self._timeout_s = timeout_s
        for rule in self._rules:
            _matched(rule, self._files)

    def matching(self, content: bytes) -> Sequence[Matched] | None:
        """Return the rules that match, in the order of the files; None when the time was up."""
        scanner = yara_x.Scanner(self._rules)
        scanner.set_timeout(self._timeout_s)
        scanner.max_matches_per_pattern(100)
        try:
            found = scanner.scan(content).matching_rules
        except (yara_x.TimeoutError, yara_x.ScanError):
            return None
        return tuple(_matched(rule, self._files) for rule in found)


def _add(compiler: yara_x.Compiler, path: Path) -> None:
    try:
        compiler.add_source(path.read_text(encoding="utf-8"), origin=path.name)
    except yara_x.CompileError as error:
        first: dict[str, Any] = compiler.errors()[0]
        raise FileRulesInvalid(str(first["title"]), file=path.name, line=first.get("line")) from error
    except OSError as error:
        problem = f"could not be read ({error.strerror})"
        raise FileRulesInvalid(problem, file=path.name) from error
    except UnicodeDecodeError as error:
        problem = "it is not UTF-8 text"
        raise FileRulesInvalid(problem, file=path.name) from error


def _matched(rule: yara_x.Rule, files: Sequence[str]) -> Matched:
    meta = dict(rule.metadata)
    weight = meta.get("weight", _WEIGHT)
    if not isinstance(weight, int) or not 0 < weight <= _MOST_WEIGHT:
        problem = f"rule {rule.identifier} has a weight that is no whole number from 1 to {_MOST_WEIGHT}"
        raise FileRulesInvalid(problem, file=files[int(rule.namespace)])
    return Matched(
        rule=rule.identifier,
        clause=str(meta.get("clause", "use-06")),
        signal=str(meta.get("signal", "P6.3")),
        weight=weight,
        why=str(meta.get("why", f"matches the operator's rule {rule.identifier}")),
    )
