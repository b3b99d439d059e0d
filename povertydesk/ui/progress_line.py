"""A long writing on the window's own thread: how far it is, and Cancel; the window lives on between its pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from shiboken6 import isValid

from povertydesk.ui.cancel_line import CancelLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class ProgressLine(CancelLine):
    """The line of the window while something is written to its file; all else waits meanwhile."""

    running = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden line."""
        super().__init__(parent)
        self._is_cancelled = False
        self.cancel_wanted.connect(self.cancel)
        self.row.setContentsMargins(18, 6, 18, 6)

    def run(self, words: str, task: Callable[[Callable[[str, int, int], None], Callable[[], bool]], object]) -> None:
        """Run a task that says how far it is and asks whether it is to end; the keyboard comes back afterwards."""
        held = self.window().focusWidget()
        self._is_cancelled = False
        self.begin(words)
        self.running.emit(True)
        try:
            task(self.move_on, lambda: self._is_cancelled)
        finally:
            self.hide()
            self.running.emit(False)
            if isValid(held):
                held.setFocus()

    def cancel(self) -> None:
        """Let what runs end at its next piece; the file is then as it was."""
        self._is_cancelled = True

    def move_on(self, step: str, done: int, total: int) -> None:
        """Show how far it is, and let the window live."""
        super().move_on(step, done, total)
        QCoreApplication.processEvents()
