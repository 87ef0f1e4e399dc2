"""Which engines look at attachments here? Those whose libraries and programs are installed; the others abstain by name."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from goodstanding.signals.media.ports import FileRules, PageReader, Ports, SpeechReader, VirusScanner

Engine = TypeVar("Engine")


def choose(*, rules: Sequence[Path] = (), clamd: str = "") -> Ports:
    """Return the engines that are at hand, loaded; FileRulesInvalid when a rules file of the operator is wrong.

    rules   the operator's files of YARA rules, beside ours
    clamd   where clamd listens: the path of a Unix socket, or host:port; "" for nowhere
    """
    return Ports(
        rules=_if_installed(lambda: _yara(rules)),
        viruses=_if_installed(lambda: _clamav(clamd)) if clamd else None,
        pages=_if_installed(_tesseract) if shutil.which("tesseract") else None,
        speech=_if_installed(_sphinx),
    )


def _if_installed(make: Callable[[], Engine]) -> Engine | None:
    try:
        return make()
    except ModuleNotFoundError:
        return None


def _yara(rules: Sequence[Path]) -> FileRules:
    from goodstanding.engines.media.yara import Yara  # noqa: PLC0415 - an extra

    return Yara(rules)


def _clamav(address: str) -> VirusScanner:
    from goodstanding.engines.media.clamav import ClamAv  # noqa: PLC0415 - an extra

    return ClamAv(address)


def _tesseract() -> PageReader:
    from goodstanding.engines.media.tesseract import Tesseract  # noqa: PLC0415 - an extra

    return Tesseract()


def _sphinx() -> SpeechReader:
    from goodstanding.engines.media.sphinx import Sphinx  # noqa: PLC0415 - an extra

    return Sphinx()
