import shutil
from pathlib import Path

import pytest

from engines.media.programs import path_of
from goodstanding.engines.media import choose as choosing
from goodstanding.engines.media.choose import choose
from goodstanding.engines.media.yara import Yara
from goodstanding.errors import FileRulesInvalid


def test_every_engine_that_is_installed_is_taken() -> None:
    path_of("tesseract", "tesseract-ocr")
    ports = choose(clamd="clamd.socket")
    assert None not in {ports.rules, ports.viruses, ports.pages, ports.speech}


def test_an_engine_whose_program_is_missing_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", dict[str, str]().get)
    ports = choose()
    assert (ports.pages, ports.viruses) == (None, None)
    assert isinstance(ports.rules, Yara)


def test_an_engine_whose_library_is_missing_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise ModuleNotFoundError

    monkeypatch.setattr(choosing, "_sphinx", missing)
    assert choose().speech is None


def test_a_wrong_rules_file_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "own.yar").write_text("rule", encoding="utf-8")
    with pytest.raises(FileRulesInvalid, match=r"own\.yar"):
        choose(rules=[tmp_path / "own.yar"])
