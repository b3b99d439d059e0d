"""What is shown while something long runs: words, how far it is, and Cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class CancelLine(QFrame):
    """One line with words, a bar and Cancel; hidden until something runs. `cancel_wanted` is all that Cancel does."""

    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden line."""
        super().__init__(parent)
        self.label = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.clicked.connect(lambda _checked=False: self.cancel_wanted.emit())
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(12)
        self.row.addWidget(self.label)
        self.row.addWidget(self.bar, 1)
        self.row.addWidget(self.cancel_button)
        self.hide()

    def begin(self, words: str) -> None:
        """Show the line; how far it will be is not known yet. Cancel gets the keyboard."""
        self.label.setText(words)
        self.bar.setRange(0, 0)
        self.show()
        self.cancel_button.setFocus()

    def move_on(self, _step: str, done: int, total: int) -> None:
        """Show how far it is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc and Enter cancel: nothing else can be done meanwhile."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.cancel_wanted.emit()
        else:
            super().keyPressEvent(event)
