"""Every detector of traffic sees the same on Spark as on DuckDB, by the same text, over a labelled world."""

from collections.abc import Iterator
from random import Random
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from goodstanding.app import desk
from goodstanding.engines.duckdb.ground import DuckdbGround
from goodstanding.engines.spark.ground import SparkGround
from goodstanding.flows.scan_traffic import Keeper
from goodstanding.policy.load import load_editions
from goodstanding.policy.traffic import load_traffic
from goodstanding.progress import Silent
from goodstanding.records.take import parse_take
from goodstanding.settings import Settings
from goodstanding.signals.traffic.catalogue import DETECTORS, KEPT
from goodstanding.signals.traffic.detector import Detector
from goodstanding.signals.traffic.thresholds import parameters_of
from goodstanding.simulation.world.abuses.catalogue import ABUSES
from goodstanding.simulation.world.model import Strength
from goodstanding.simulation.world.world import a_world
from goodstanding.simulation.world.writing import write_world
from signals.traffic.field import COLUMNS

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = [pytest.mark.spark, pytest.mark.enable_socket, pytest.mark.filterwarnings("default")]

SINCE_MS, UNTIL_MS = 1_454_284_800_000, 1_456_790_400_000
GIVEN = parameters_of(DETECTORS, load_traffic(load_editions().named("2016-02-01")))


@pytest.fixture(scope="module")
def grounds(session: "SparkSession", tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[DuckdbGround, SparkGround]]:
    """Both engines over one world: what DuckDB holds goes to Spark as Parquet."""
    folder = tmp_path_factory.mktemp("world")
    world = a_world("2016-02", Random(5), honest=12, abuses=ABUSES, strengths=(Strength.BLATANT,))
    with desk(Settings(now_ms=UNTIL_MS)) as held:
        for take in write_world(world, folder, "calls"):
            held.take_in(parse_take(take), Silent())
        held.settle_down("UTC")
        ours, _ = held.ground(SINCE_MS, UNTIL_MS, days_before=28)
        for relation in ("links", "confirmed_cases", "expired_notices"):
            held.connection.execute(f"CREATE TABLE IF NOT EXISTS {relation} ({COLUMNS[relation]})")
        for relation in relations(held.connection):
            file = folder / f"{relation}.parquet"
            held.connection.execute(f"COPY (SELECT * FROM {relation}) TO '{file}' (FORMAT parquet)")
            session.read.parquet(str(file)).createOrReplaceTempView(relation)
        yield ours, SparkGround(session)


def relations(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Name everything a text may read, kept relations aside."""
    rows = connection.execute(
        "SELECT table_name FROM duckdb_tables() UNION SELECT view_name FROM duckdb_views() WHERE NOT internal"
    )
    return sorted({str(row[0]) for row in rows.fetchall()} - set(KEPT))


def seen_by(ground: Any, detector: Detector) -> list[tuple[Any, ...]]:
    bound = {**GIVEN[detector.name], "since_ms": SINCE_MS, "until_ms": UNTIL_MS}
    Keeper(ground, SINCE_MS, UNTIL_MS).keep(detector.reads)
    if detector.sequence is None:
        rows = ground.rows(detector.sql, bound)
    else:
        rows = list(detector.sequence(ground.stream(detector.sql, bound), bound))
    return sorted((tuple(None if value is None else str(value) for value in row) for row in rows), key=repr)


@pytest.mark.parametrize("detector", DETECTORS, ids=[one.name for one in DETECTORS])
def test_spark_sees_what_duckdb_sees(grounds: tuple[DuckdbGround, SparkGround], detector: Detector) -> None:
    ours, spark = grounds
    assert seen_by(spark, detector) == seen_by(ours, detector)


def test_the_world_shows_most_detectors_something(grounds: tuple[DuckdbGround, SparkGround]) -> None:
    ours, _ = grounds
    silent = [one.name for one in DETECTORS if not seen_by(ours, one)]
    assert len(silent) * 4 < len(DETECTORS), silent
