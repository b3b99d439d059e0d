"""A program that is killed between two keystrokes shows what was typed when it is started again."""

from __future__ import annotations

import contextlib
import datetime
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from povertydesk.app import DATA_FOLDER_VARIABLE
from povertydesk.poverty.review import RoundKind
from povertydesk.workflow import review_rounds
from povertydesk.workflow.desk import Program
from povertydesk.workflow.open_desk import open_desk
from tests.ui.review.conftest import add_households

ROOT = Path(__file__).resolve().parents[2]
Start = Callable[[str, str], str]


@pytest.fixture
def start(sample: Path, tmp_path: Path, program: Program, compiled_catalogues: Path) -> Start:
    """Starts the program in a process of its own, types into a place, says what stands there, and kills it."""
    with contextlib.closing(open_desk(sample, program)) as desk:
        add_households(desk, 2)
        review_rounds.open_round(desk, 2023, RoundKind.ANNUAL, datetime.date(2023, 9, 1))

    def run(place: str, text: str) -> str:
        command = [sys.executable, "-m", "tests.ui.typing_window", str(sample), str(tmp_path / "settings.ini")]
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8", DATA_FOLDER_VARIABLE: str(tmp_path / "data")}
        with subprocess.Popen(
            [*command, str(compiled_catalogues), place, text],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            cwd=ROOT,
            env=environment,
        ) as child:
            assert child.stdout is not None
            standing = child.stdout.readline().rstrip("\n")
            os.kill(child.pid, signal.SIGKILL)
        return standing

    return run


@pytest.mark.skipif(sys.platform == "win32", reason="ends the process as the system would, by a signal")
@pytest.mark.usefixtures("may_leave_files")
@pytest.mark.parametrize(
    ("place", "text"),
    [("member", "Hà Thị Th"), ("number", "12"), ("event", "Vi Văn Đ"), ("phone", "0912")],
)
def test_what_was_half_typed_stands_there_again(start: Start, place: str, text: str) -> None:
    assert start(place, text) == text
    assert start(place, "") == text
