"""How long the window takes to stand: the program against a bare PySide6 main window, in turn, in fresh processes.

A child process says when its window was painted; the clock runs in this one, from the start of the process.
"""

from __future__ import annotations

import dataclasses
import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from povertydesk.poverty.problems import KnownError

if TYPE_CHECKING:
    from povertydesk.workflow.desk import Program

_PAINTED = "painted"
_REPEATS = 9
_HOUSEHOLDS = 20_000


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
        make_sample(small, program).close()
        desk = make_sample(large, program)
        add_practice_households(desk, households)
        desk.close()
        bytecode = Path(folder, "bytecode")
        against_bare = _compare(["program", str(small)], ["bare"], bytecode)
        against_empty = _compare(["program", str(large)], ["program", str(small)], bytecode)
    results = (
        _result("start", 0, against_bare, "window with the sample's grid / bare QMainWindow"),
        _result("start-households", households, against_empty, "targets page with households / without"),
    )
    return [dataclasses.asdict(result) for result in results]


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
    taken, floor = statistics.median(seconds), statistics.median(floor_seconds)
    return StartResult(name, size, round(taken, 4), round(floor, 4), round(taken / floor, 3), round(peak, 1), note)


def _painted_after(arguments: list[str], bytecode: Path) -> tuple[float, float]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(bytecode)
    began = time.perf_counter()
    command = [sys.executable, "-m", "povertydesk.ui.benchmark", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:  # noqa: S603 - ourselves
        assert child.stdout is not None  # noqa: S101 - a pipe was asked for
        line = child.stdout.readline()
        taken = time.perf_counter() - began
        child.wait(timeout=60)
    if not line.startswith(_PAINTED):
        raise KnownError("benchmark-child-failed", name=" ".join(arguments[:1]))
    return taken, float(line.split()[1])


def _show_bare() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415 - timed

    application = QApplication([])
    window = QMainWindow()
    window.resize(1240, 700)
    _end_after_paint(window)
    window.show()
    application.exec()


def _show_program(file: Path) -> None:
    gc.disable()  # as the program itself begins
    from PySide6.QtCore import QSettings  # noqa: PLC0415 - timed
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - timed

    from povertydesk import __version__, paths  # noqa: PLC0415 - timed
    from povertydesk.poverty.clock import SystemClock  # noqa: PLC0415 - timed
    from povertydesk.ui.preferences import Preferences  # noqa: PLC0415 - timed
    from povertydesk.ui.start import Office  # noqa: PLC0415 - timed
    from povertydesk.ui.theme import STYLE_ARGUMENTS  # noqa: PLC0415 - timed
    from povertydesk.workflow.desk import Program  # noqa: PLC0415 - timed

    application = QApplication(["povertydesk", *STYLE_ARGUMENTS])
    settings = QSettings(str(file.with_suffix(".ini")), QSettings.Format.IniFormat)
    program = Program(__version__, SystemClock(), paths.resources("legislation"), file.parent / "backups", "benchmark")
    office = Office(application, program, Preferences(settings))
    office.file_opened.connect(lambda window: _end_after_paint(window.page.view.viewport()))
    office.open(file)
    application.exec()


def _end_after_paint(widget: Any) -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 - timed

    class Watcher(QObject):
        """Ends the process after the first paint."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                widget.removeEventFilter(self)
                QTimer.singleShot(0, self, _end)
            return super().eventFilter(watched, event)

    widget.installEventFilter(Watcher(widget))


def _end() -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - timed before

    sys.stdout.write(f"{_PAINTED} {_peak_mb()}\n")
    sys.stdout.flush()
    QApplication.closeAllWindows()
    QApplication.exit(0)


def _peak_mb() -> float:
    if sys.platform == "win32":
        return 0.0
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        _show_bare()
    else:
        _show_program(Path(sys.argv[2]))
