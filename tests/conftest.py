"""What every test is held to: it leaves nothing behind and warns of nothing."""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

# Lock notes, unfinished copies and the engine's journals: names that only an open or broken-off file has.
_LEFT_OVER = re.compile(r"~.+\.(lock|part|new|migrating|salvaged)|.+\.pdesk-(journal|wal|shm)")


@pytest.fixture(autouse=True)
def nothing_left_over(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a lock note, an unfinished copy or a journal in its folder; one that means to says so."""
    yield
    if "tmp_path" not in request.fixturenames or request.node.get_closest_marker("leaves"):
        return
    gc.collect()
    folder: Path = request.getfixturevalue("tmp_path")
    left = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if _LEFT_OVER.fullmatch(path.name))
    assert not left, f"left over: {left}"


@pytest.fixture(autouse=True)
def no_warnings_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test during which anything of warning level or above is logged."""
    yield
    warned = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not warned, f"logged: {warned}"
