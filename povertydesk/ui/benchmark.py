"""How long the window, its list and its grids take, beside what Qt alone takes, in fresh processes.

A child process says when its window was painted; the clock runs in this one, from the start of the process. What is
done in a window that stands is timed in the child.
"""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from povertydesk.poverty.problems import KnownError
from povertydesk.ui.benchmark_window import BARE, LIST, PAINTED, PROGRAM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.workflow.desk import Program

_REPEATS = 15
_HOUSEHOLDS = 20_000
_LISTED = 100_000
_TIMES_AS_MANY = 10
_GRID_ROWS = 5_000
_WINDOW, _GRID = "povertydesk.ui.benchmark_window", "povertydesk.ui.benchmark_grid"

GRID_ACTS = {
    "grid-scroll": "p99 of a step of one row in 20 columns / bare QTableView; limit: 1.5",
    "grid-paste": "Ctrl+V over all that is typed of the villages / bare QTableView; limit: 1 s",
    "grid-paste-former": "Ctrl+V over 20 columns of former years / bare QTableView; limit: 1 s",
    "grid-copy": "Ctrl+C of 20 columns / bare QTableView; limit: 1 s",
}
"""What is done in the grids of a large unit, each with what it is measured against."""


@dataclasses.dataclass(frozen=True, slots=True)
class StartResult:
    """One comparison, in the shape the command line prints."""

    name: str
    size: int
    seconds: float
    floor_seconds: float
    ratio: float
    peak_mb: float
    note: str


def benchmark_start(program: Program, size: int | None = None) -> list[dict[str, Any]]:
    """Time the window with the sample's grid filled against a bare one, and with many households against with none."""
    from povertydesk.workflow.sample import add_practice_households, make_sample  # noqa: PLC0415 - not in the children

    if getattr(sys, "frozen", False):
        raise KnownError("benchmark-needs-source")
    households = size or _HOUSEHOLDS
    with tempfile.TemporaryDirectory(prefix="povertydesk-bench-") as folder:
        small, large = Path(folder, "small.pdesk"), Path(folder, "large.pdesk")
        make_sample(small, program, with_households=False).close()
        desk = make_sample(large, program, with_households=False)
        add_practice_households(desk, households)
        desk.close()
        bytecode = Path(folder, "bytecode")
        against_bare = _compare([PROGRAM, str(small)], [BARE], bytecode)
        against_empty = _compare([PROGRAM, str(large)], [PROGRAM, str(small)], bytecode)
    results = (
        _result("start", 0, against_bare, "window with the sample's grid / bare QMainWindow"),
        _result("start-households", households, against_empty, "targets page with households / without"),
    )
    return [dataclasses.asdict(result) for result in results]


def benchmark_household_list(program: Program, size: int | None = None) -> list[dict[str, Any]]:
    """Time the first paint of the list of `size` households against that of a tenth of them.

    The window stands already: the clock runs in the child, from the wish for the page to its rows on the screen.
    """
    from povertydesk.workflow.sample import add_practice_households, make_sample  # noqa: PLC0415 - not in the children

    if getattr(sys, "frozen", False):
        raise KnownError("benchmark-needs-source")
    many = size or _LISTED
    with tempfile.TemporaryDirectory(prefix="povertydesk-bench-") as folder:
        paths: list[str] = []
        for households in (many, max(1, many // _TIMES_AS_MANY)):
            path = Path(folder, f"{len(paths)}.pdesk")
            desk = make_sample(path, program, with_households=False)
            add_practice_households(desk, households)
            desk.close()
            paths.append(str(path))
        timed = _compare([LIST, paths[0]], [LIST, paths[1]], Path(folder, "bytecode"))
    return [dataclasses.asdict(_result("household-list", many, timed, "first paint of the list / of a tenth of it"))]


def benchmark_grid(name: str, size: int | None = None) -> list[dict[str, Any]]:
    """Time one of `GRID_ACTS` with `size` villages against what a bare view takes for the same cells."""
    if getattr(sys, "frozen", False):
        raise KnownError("benchmark-needs-source")
    rows = size or _GRID_ROWS
    with tempfile.TemporaryDirectory(prefix="povertydesk-bench-") as folder:
        _, (peak, taken, floor) = _told_by_child(_GRID, [name, folder, str(rows)], os.environ)
    return [dataclasses.asdict(_result(name, rows, ([taken], [floor], peak), GRID_ACTS[name]))]


def _compare(measured: list[str], floor: list[str], bytecode: Path) -> tuple[list[float], list[float], float]:
    """Time both in turn, after a run of each that compiles what an installed program finds compiled."""
    _painted_after(measured, bytecode)
    _painted_after(floor, bytecode)
    seconds, floor_seconds, peaks = [], [], []
    for _ in range(_REPEATS):
        taken, peak = _painted_after(measured, bytecode)
        seconds.append(taken)
        peaks.append(peak)
        floor_seconds.append(_painted_after(floor, bytecode)[0])
    return seconds, floor_seconds, max(peaks)


def _result(name: str, size: int, timed: tuple[list[float], list[float], float], note: str) -> StartResult:
    seconds, floor_seconds, peak = timed
    # What else the PC does only ever adds time: the shortest run is the one that measures the program.
    taken, floor = min(seconds), min(floor_seconds)
    return StartResult(name, size, round(taken, 4), round(floor, 4), round(taken / floor, 3), round(peak, 1), note)


def _painted_after(arguments: list[str], bytecode: Path) -> tuple[float, float]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(bytecode)
    taken, (peak, *own) = _told_by_child(_WINDOW, arguments, environment)
    return (own[0] if own else taken), peak


def _told_by_child(module: str, arguments: list[str], environment: Mapping[str, str]) -> tuple[float, list[float]]:
    """Run a benchmark's window and return when it told its figures, and those."""
    began = time.perf_counter()
    command = [sys.executable, "-m", module, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:  # noqa: S603 - ourselves
        assert child.stdout is not None  # noqa: S101 - a pipe was asked for
        line = child.stdout.readline()
        taken = time.perf_counter() - began
        child.wait(timeout=60)
    if not line.startswith(PAINTED):
        raise KnownError("benchmark-child-failed", name=" ".join(arguments[:1]))
    return taken, [float(figure) for figure in line.split()[1:]]
