"""The window before a file is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent


class WelcomeWindow(QMainWindow):
    """The window before a file is open."""

    closing = Signal()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Tell before the window goes."""
        self.closing.emit()
        super().closeEvent(event)
