"""The databases that the contract of the case store is tried on, and the Spark that runs the texts of measures and detectors."""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import postgres
from goodstanding.engines.rowstore.cases import RowStoreCases, open_cases

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


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


@pytest.fixture(scope="session")
def spark() -> "Iterator[SparkSession]":
    """One Spark on this machine, in UTC, for all contracts."""
    from pyspark.sql import SparkSession

    made = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
    )
    yield made
    made.stop()


@pytest.fixture(scope="module")
def session(spark: "SparkSession") -> "SparkSession":
    """A session of the module's own: another module's views of the same names do not stand in it."""
    return spark.newSession()
