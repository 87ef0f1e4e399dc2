"""The databases that the contract of the case store is tried on."""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

import postgres
from goodstanding.engines.rowstore.cases import RowStoreCases, open_cases


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    with postgres.server() as url:
        yield url


NUMBERS = count(1)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where a new store is kept."""
    if request.param == "sqlite":
        return tmp_path / "cases.db"
    return postgres.new_database(request.getfixturevalue("postgres_url"), f"gs_{os.getpid()}_{next(NUMBERS)}")


@pytest.fixture
def store(place: Path | str) -> Iterator[RowStoreCases]:
    held = open_cases(place)
    yield held
    held.close()
