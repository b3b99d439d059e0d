"""What every test is held to: it leaves nothing behind and warns of nothing."""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "steady", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

# Lock notes, unfinished copies and the engine's journals: names that only an open or broken-off file has.
_LEFT_OVER = re.compile(r"~.+\.(lock|part|new|migrating|salvaged)|.+\.pdesk-(journal|wal|shm)")


@pytest.fixture
def may_leave_files() -> None:
    """Asked for by a test that means to leave a lock note or a journal in its folder."""


@pytest.fixture(autouse=True)
def nothing_left_over(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a file open, or a lock note, an unfinished copy or a journal in its folder."""
    folder: Path | None = request.getfixturevalue("tmp_path") if "tmp_path" in request.fixturenames else None
    yield
    if folder is None:
        return
    still_open = sorted(_open_files_below(folder))
    if still_open:
        # What is only waiting for the collector is not left open.
        gc.collect()
        still_open = sorted(_open_files_below(folder))
    assert not still_open, f"still open: {still_open}"
    if "may_leave_files" not in request.fixturenames:
        left = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if _LEFT_OVER.fullmatch(path.name))
        assert not left, f"left over: {left}"


def _open_files_below(folder: Path) -> Iterator[str]:
    """List this process's open files in a folder, where the system tells them."""
    descriptors = Path("/proc/self/fd")
    for descriptor in descriptors.iterdir() if descriptors.is_dir() else ():
        with contextlib.suppress(OSError):
            target = str(descriptor.readlink())
            if target.startswith(f"{folder}{os.sep}"):
                yield target


@pytest.fixture(autouse=True)
def no_warnings_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test during which anything of warning level or above is logged."""
    yield
    warned = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not warned, f"logged: {warned}"
