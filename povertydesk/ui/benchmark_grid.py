"""The grids of a large unit in a window of their own: what a step of scrolling, a block from Excel and a copy take.

Run in a process of its own, `benchmark_grid WHAT FOLDER ROWS`: it prints the seconds the program took, what the floor
took, and its peak of memory. The floor is what Qt alone takes for the same cells: a bare `QTableView` over items.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

from povertydesk import __version__, paths
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.clock import SystemClock
from povertydesk.ui.benchmark_window import PAINTED, peak_mb
from povertydesk.ui.preferences import Preferences
from povertydesk.ui.start import Office
from povertydesk.ui.targets.shown_columns import CHOICES, USUAL, ShownColumns
from povertydesk.ui.targets.village_lines import COMPUTED, GROUP
from povertydesk.ui.theme import STYLE_ARGUMENTS
from povertydesk.workflow.desk import Program
from povertydesk.workflow.edit_grid import CellEntry, enter_cells
from povertydesk.workflow.start_file import NewOffice, start_file

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from povertydesk.ui.records.grid_view import GridView

COLUMNS = 20

_OFFERED = tuple(key for key in CHOICES if key != GROUP)
"""The columns of a commune, which stands under no unit."""

_TYPED = tuple(key for key in _OFFERED if key not in COMPUTED)
_SHOWN = (*USUAL, *(key for key in _OFFERED if key not in USUAL))[: COLUMNS - 2]
_ROUNDS = 12
_STEPS = 100
_REPEATS = 5
_QUIET_SECONDS = 0.1

Timed = tuple[float, float]
"""Seconds the program took, and what the floor took."""


class GridBenchmark:
    """A unit of many villages with figures in all that is typed, open at its targets."""

    def __init__(self, application: QApplication, folder: Path, rows: int, shown: Sequence[str]) -> None:
        """Make its file in `folder` and open it with these columns beside number and name."""
        self._application = application
        self._rows = rows
        program = Program(__version__, SystemClock(), paths.resources("legislation"), folder / "backups", "benchmark")
        path = folder / "villages.pdesk"
        desk = start_file(path, NewOffice("Xã Cẩm Long", AreaType.RURAL), program)
        cells = [(f"new-{row}", row) for row in range(rows)]
        entries = [CellEntry(key, "village", f"Thôn {row}") for key, row in cells]
        entries += [CellEntry(key, of, str(_figure(row, of))) for key, row in cells for of in _TYPED]
        enter_cells(desk, program.clock.now().year, entries)
        desk.close()
        preferences = Preferences(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
        columns = ShownColumns(preferences)
        columns.toggle(*columns.keys)
        columns.toggle(*shown)
        office = Office(application, program, preferences)
        office.open(path)
        if office.window is None:
            message = "the file of the benchmark was not opened"
            raise RuntimeError(message)
        self.window: Any = office.window
        self.window.showNormal()
        self.window.resize(1366, 728)
        self._settle()

    def scrolling(self) -> Timed:
        """Time the slowest but one in a hundred of the steps of a row."""
        view = self.window.page.view
        bare = self._bare_like(view)
        steps: list[list[float]] = [[], []]
        for _ in range(_ROUNDS):
            # In turn, so that what else the PC does falls on both.
            for one, taken in zip((view, bare), steps, strict=True):
                taken.append(self._slow_step(one, view.row_height))
        return min(steps[0]), min(steps[1])

    def pasting(self) -> Timed:
        """Time Ctrl+V over names and figures, till they are written and on the screen."""
        view = self.window.page.view
        return self._pasted(
            view, 1, lambda row, turn: [f"Thôn {row}", *(str(_figure(row, of) + turn) for of in _TYPED)]
        )

    def pasting_former(self) -> Timed:
        """Time Ctrl+V over twenty columns of former years, till they are written and on the screen."""
        self.window.show_page("settings")
        view = self.window.page.former_years.view
        return self._pasted(view, 1, lambda row, turn: [str(row % 90 + turn)] * COLUMNS)

    def copying(self) -> Timed:
        """Time Ctrl+C of all cells."""
        view = self.window.page.view
        bare = self._bare_like(view).model()
        columns = range(bare.columnCount())

        def copy_bare() -> None:
            lines = ("\t".join(bare.index(row, column).data() for column in columns) for row in range(self._rows))
            QGuiApplication.clipboard().setText("\n".join(lines))

        view.setFocus()
        _press(view, Qt.Key.Key_A)
        seconds, floor = [], []
        for _ in range(_REPEATS):
            seconds.append(_taken(lambda: _press(view, Qt.Key.Key_C)))
            floor.append(_taken(copy_bare))
        return min(seconds), min(floor)

    def _pasted(self, view: GridView, left: int, line: Callable[[int, int], list[str]]) -> Timed:
        bare = self._bare_like(view)
        model = bare.model()
        view.setFocus()
        seconds, floor = [], []
        for turn in range(1, _REPEATS + 1):
            text = "".join("\t".join(line(row, turn)) + "\r\n" for row in range(self._rows))
            QGuiApplication.clipboard().setText(text)
            view.step_to((0, left))
            self._settle()
            seconds.append(_taken(lambda: self._act(view, Qt.Key.Key_V)))
            self._settle()
            if view.table.plain_text(self._rows - 1, left + 1) != line(self._rows - 1, turn)[1]:
                message = "the block of the benchmark was not taken"
                raise RuntimeError(message)
            floor.append(_taken(lambda: self._paste_bare(model, left)))
        return min(seconds), min(floor)

    def _paste_bare(self, model: Any, left: int) -> None:
        for row, text in enumerate(QGuiApplication.clipboard().text().splitlines()):
            for column, cell in enumerate(text.split("\t"), left):
                model.setData(model.index(row, column), cell)
        self._application.processEvents()

    def _act(self, view: GridView, key: Qt.Key) -> None:
        _press(view, key)
        view.viewport().repaint()

    def _bare_like(self, view: GridView) -> QTableView:
        """Show the same cells as a grid in a bare view of its size."""
        table, alone = view.table, self._rows
        model = QStandardItemModel(alone, table.columnCount(), self.window)
        for row in range(alone):
            for column, cell in enumerate(table.shown_row(row)):
                item = QStandardItem(cell.text)
                item.setTextAlignment(table.index(row, column).data(Qt.ItemDataRole.TextAlignmentRole))
                model.setItem(row, column, item)
        bare = QTableView()
        bare.setModel(model)
        bare.verticalHeader().hide()
        bare.verticalHeader().setMinimumSectionSize(8)
        bare.verticalHeader().setDefaultSectionSize(view.row_height)
        bare.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        bare.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for column in range(table.columnCount()):
            bare.setColumnWidth(column, view.columnWidth(column))
        bare.resize(view.size())
        bare.show()
        self._settle()
        return bare

    def _slow_step(self, view: QTableView, pixels: int) -> float:
        bar = view.verticalScrollBar()
        bar.setValue(0)
        self._application.processEvents()
        steps = sorted(_taken(lambda: self._step(view, pixels)) for _ in range(_STEPS))
        return steps[-2]

    def _step(self, view: QTableView, pixels: int) -> None:
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + pixels)
        self._application.processEvents()

    def _settle(self) -> None:
        """Let the window do what it does after the first paint and after an entry."""
        until = time.perf_counter() + _QUIET_SECONDS
        while time.perf_counter() < until:
            self._application.processEvents()


def _figure(row: int, key: str) -> int:
    """Invent a figure that contradicts no other: more households than poor ones, more poor ones than leave."""
    of_key = {"households": 200, "people": 800, "poor_opening": 40, "near_poor_opening": 30, "most": 90}
    if key in {"least", "fixed"}:
        return 1 + row % 3
    return of_key.get(key, 4) + row % 7


def _press(view: GridView, key: Qt.Key) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(view, QKeyEvent(kind, key, Qt.KeyboardModifier.ControlModifier))


def _taken(task: Callable[[], object]) -> float:
    begun = time.perf_counter()
    task()
    return time.perf_counter() - begun


def main(name: str, folder: Path, rows: int) -> None:
    """Measure one of the acts and say what it took."""
    application = QApplication(["povertydesk", *STYLE_ARGUMENTS])
    benchmark = GridBenchmark(application, folder, rows, _TYPED if name == "grid-paste" else _SHOWN)
    acts = {
        "grid-scroll": benchmark.scrolling,
        "grid-paste": benchmark.pasting,
        "grid-paste-former": benchmark.pasting_former,
        "grid-copy": benchmark.copying,
    }
    seconds, floor_seconds = acts[name]()
    benchmark.window.close()
    sys.stdout.write(f"{PAINTED} {peak_mb()} {seconds} {floor_seconds}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
