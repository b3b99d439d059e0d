"""One window for the start benchmark: says when it was painted, and ends. Run in a process of its own.

It imports nothing before the window that it measures, so that a bare window is charged for nothing else.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from povertydesk.ui.main_window import MainWindow

BARE, PROGRAM, LIST = "bare", "program", "list"
PAINTED = "painted"


def show_bare() -> None:
    """Show a main window of Qt's own with nothing in it."""
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415 - timed

    application = QApplication([])
    window = QMainWindow()
    window.resize(1240, 700)
    _end_after_paint(window)
    window.show()
    application.exec()


def show_program(file: str) -> None:
    """Open a file in the program's window, as the program itself does."""
    _open(file, lambda window: _end_after_paint(window.page.view.viewport()))


def show_list(file: str) -> None:
    """Open a file, and say how long its list of households takes to stand once the window is there."""
    import time  # noqa: PLC0415 - timed

    def go_to_list(window: MainWindow) -> None:
        begun = time.perf_counter()
        window.show_page("households")
        _end_after_paint(window.page.view.viewport(), lambda: time.perf_counter() - begun)  # type: ignore[attr-defined]

    _open(file, lambda window: window.completed.connect(lambda: go_to_list(window)))


def _open(file: str, opened: Callable[[Any], object]) -> None:
    import gc  # noqa: PLC0415 - timed

    gc.disable()
    import os  # noqa: PLC0415 - timed
    from pathlib import Path  # noqa: PLC0415 - timed

    from povertydesk import __version__, paths  # noqa: PLC0415 - timed
    from povertydesk.poverty.clock import SystemClock  # noqa: PLC0415 - timed
    from povertydesk.ui.loading import load_qt  # noqa: PLC0415 - timed
    from povertydesk.workflow.desk import Program  # noqa: PLC0415 - timed

    load_qt()
    from PySide6.QtCore import QSettings  # noqa: PLC0415 - timed
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - timed

    from povertydesk.ui.preferences import Preferences  # noqa: PLC0415 - timed
    from povertydesk.ui.start import Office  # noqa: PLC0415 - timed
    from povertydesk.ui.theme import STYLE_ARGUMENTS  # noqa: PLC0415 - timed

    path = Path(file)
    application = QApplication(["povertydesk", *STYLE_ARGUMENTS])
    # Settings of its own: the program would come back to the page it was left on.
    settings = QSettings(str(path.with_suffix(f".{os.getpid()}.ini")), QSettings.Format.IniFormat)
    program = Program(__version__, SystemClock(), paths.resources("legislation"), path.parent / "backups", "benchmark")
    office = Office(application, program, Preferences(settings))
    office.file_opened.connect(opened)
    office.open(path)
    application.exec()


def _end_after_paint(widget: QWidget, taken: Callable[[], float] | None = None) -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: PLC0415 - timed
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - timed

    def end() -> None:
        own = f" {taken()}" if taken is not None else ""
        sys.stdout.write(f"{PAINTED} {peak_mb()}{own}\n")
        sys.stdout.flush()
        QApplication.closeAllWindows()
        QApplication.exit(0)

    class Watcher(QObject):
        """Ends the process after the first paint."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                widget.removeEventFilter(self)
                QTimer.singleShot(0, self, end)
            return super().eventFilter(watched, event)

    widget.installEventFilter(Watcher(widget))


def peak_mb() -> float:
    """Return the most memory this process has held; Windows keeps no such count that Python can read."""
    if sys.platform == "win32":
        return 0.0
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    if sys.argv[1] == BARE:
        show_bare()
    elif sys.argv[1] == LIST:
        show_list(sys.argv[2])
    else:
        show_program(sys.argv[2])
