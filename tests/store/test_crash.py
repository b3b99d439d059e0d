"""A program killed at any moment of its work: every write it was told of is there, and the next one goes on."""

from __future__ import annotations

import contextlib
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from povertydesk.store.authorship import Authorship
from povertydesk.store.check import check_file
from povertydesk.store.desk_file import DeskFile, open_file
from povertydesk.store.placing import journals

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("committing.py")


def kill_while_committing(path: Path, first: int, after: float) -> list[int]:
    """Run the program until it has worked for `after` seconds, kill it, and return what it acknowledged."""
    with subprocess.Popen(
        [sys.executable, str(PROGRAM), str(path), str(path.parent / "backups"), str(first)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        acknowledged = [program.stdout.readline()]
        time.sleep(after)
        program.kill()
        acknowledged += program.stdout.read().splitlines(keepends=True)
    assert program.returncode not in {0, 1}
    return [int(line) for line in acknowledged if line.endswith("\n")]


def kill_many_times(path: Path, author: Authorship, kills: int) -> tuple[int, int]:
    """Kill as often, checking after each; return how many writes were acknowledged and how many saves broke off."""
    rng = random.Random(kills)  # noqa: S311 - the same moments in every run
    acknowledged: list[int] = []
    broken_off = 0
    last = 9_999
    for _ in range(kills):
        acknowledged += kill_while_committing(path, last + 1, rng.uniform(0, 0.06))
        broken_off += journals(path)[0].exists()
        with contextlib.closing(open_file(path, author, "0.1.0", path.parent / "backups")) as desk:
            assert [notice.code for notice in desk.notices] == ["lock-taken-over"]
            assert dict(desk.notices[0].values)["person"] == "Trần Thị B"
            last = whole(desk, acknowledged)
    return len(acknowledged), broken_off


def whole(desk: DeskFile, acknowledged: list[int]) -> int:
    """Check that every acknowledged write is there and no half one; return the last that is there."""
    assert check_file(desk.engine) == ()
    written = [row[0] for row in desk.engine.execute("SELECT year FROM year_assignment ORDER BY year")]
    targets = [
        row[0] for row in desk.engine.execute("SELECT year FROM village_target WHERE year >= 10_000 ORDER BY year")
    ]
    assert written == targets
    assert written == list(range(10_000, 10_000 + len(written)))
    assert set(acknowledged) <= set(written)
    assert desk.engine.value("SELECT households FROM village_year WHERE year = 1") == written[-1]
    return int(written[-1])


def test_forty_kills_lose_nothing(worked: Path, copy_of: Callable[[Path], Path], author: Authorship) -> None:
    acknowledged, broken_off = kill_many_times(copy_of(worked), author, 40)
    assert acknowledged >= 40
    assert broken_off


@pytest.mark.torture
def test_two_hundred_kills_lose_nothing(worked: Path, copy_of: Callable[[Path], Path], author: Authorship) -> None:
    acknowledged, broken_off = kill_many_times(copy_of(worked), author, 200)
    assert acknowledged >= 200
    assert broken_off > 10
