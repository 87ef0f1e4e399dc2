"""What do all tests share: how hard Hypothesis looks, where samples may lie, and that CI skips nothing."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("dev", max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if os.environ.get("CI") else "dev")

SHARED = Path(__file__).parents[2] / "shared"
NO_SKIPS = bool(os.environ.get("GOODSTANDING_NO_SKIPS"))


@pytest.fixture
def shared() -> Path:
    """The folder of samples beside the checkout; tests that need it are marked needs_shared."""
    if not SHARED.is_dir():
        pytest.skip("the samples are not beside this checkout")
    return SHARED


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave Spark to its own target, and samples to machines that have them."""
    wanted = config.getoption("-m") or ""
    chosen = [item for item in items if "spark" in wanted or item.get_closest_marker("spark") is None]
    if not SHARED.is_dir():
        chosen = [item for item in chosen if item.get_closest_marker("needs_shared") is None]
    left = [item for item in items if item not in set(chosen)]
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = chosen


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> object:
    """Under GOODSTANDING_NO_SKIPS a skipped test is a failure."""
    report = yield
    if NO_SKIPS and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and nothing may be skipped here: {report.longrepr}"
    return report
