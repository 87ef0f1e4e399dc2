from collections.abc import Iterator
from pathlib import Path

import pytest

from engines.media.programs import MARK, clamd
from goodstanding.engines.media.clamav import ClamAv


@pytest.fixture(scope="module")
def socket() -> Iterator[Path]:
    with clamd() as path:
        yield path


def test_what_the_daemons_database_knows_is_named(socket: Path) -> None:
    assert ClamAv(str(socket)).found_in(b"before " + MARK + b" after") == ("Goodstanding.MadeUp.UNOFFICIAL",)


def test_what_it_does_not_know_is_clean(socket: Path) -> None:
    assert ClamAv(str(socket)).found_in(b"hello") == ()
    assert ClamAv(str(socket)).found_in(b"") == ()


def test_what_is_larger_than_the_daemon_takes_is_not_called_clean(socket: Path) -> None:
    assert ClamAv(str(socket)).found_in(bytes(3 << 20)) is None


def test_a_daemon_that_is_not_there_could_not_say(tmp_path: Path) -> None:
    assert ClamAv(str(tmp_path / "nothing")).found_in(b"hello") is None
