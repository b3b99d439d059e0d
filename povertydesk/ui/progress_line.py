"""A long writing on the window's own thread: how far it is, and Cancel; the window lives on between its pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class ProgressLine(QFrame):
    """One line with words, a bar and Cancel, shown while something is written; all else waits meanwhile."""

    running = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden line."""
        super().__init__(parent)
        self._is_cancelled = False
        self.label = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 6, 18, 6)
        layout.setSpacing(12)
        layout.addWidget(self.label)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.cancel_button)
        self.hide()

    def run(self, words: str, task: Callable[[Callable[[str, int, int], None], Callable[[], bool]], object]) -> None:
        """Run a task that says how far it is and asks whether it is to end; the keyboard comes back afterwards."""
        held = self.window().focusWidget()
        self._is_cancelled = False
        self.label.setText(words)
        self.bar.setRange(0, 0)
        self.show()
        self.running.emit(True)
        self.cancel_button.setFocus()
        try:
            task(self._move, lambda: self._is_cancelled)
        finally:
            self.hide()
            self.running.emit(False)
            if isValid(held):
                held.setFocus()

    def cancel(self) -> None:
        """Let what runs end at its next piece; the file is then as it was."""
        self._is_cancelled = True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc and Enter cancel: nothing else can be done meanwhile."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def _move(self, _step: str, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        QCoreApplication.processEvents()
