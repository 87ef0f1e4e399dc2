"""The shared dialect stays shared: the same texts, unmodified, count the same on Spark."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from contracts.months import months
from contracts.test_ledger import COLUMNS, hold_against_the_oracle, relations
from goodstanding.engines.spark.ledger import SparkLedger
from oracles.month import OracleMonth

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = [pytest.mark.spark, pytest.mark.enable_socket, pytest.mark.filterwarnings("default")]


@given(month=months())
@settings(max_examples=12, derandomize=True, suppress_health_check=list(HealthCheck), deadline=None)
def test_spark_counts_as_the_oracle_does(session: "SparkSession", month: OracleMonth) -> None:
    for name, rows in relations(month).items():
        columns = COLUMNS[name].replace("VARCHAR", "STRING")
        session.createDataFrame(rows, schema=columns).createOrReplaceTempView(name)
    hold_against_the_oracle(SparkLedger(session), month)
