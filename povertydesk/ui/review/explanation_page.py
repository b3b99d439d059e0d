"""Why the household of a form is what it is, in front of the form: F10 or the link brings it, Esc goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from povertydesk.ui.review.explanation_panel import ExplanationPanel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from povertydesk.ui.session import Session

_WIDEST = 860
"""Beyond this the lines are too long to be read."""


class ExplanationPage(QWidget):
    """The panel as a page of its own; `left` says that the clerk wants back to the form."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self.panel = ExplanationPanel(session)
        self.panel.setMaximumWidth(_WIDEST)
        heading = QLabel(self.tr("Result explained"))
        heading.setProperty("role", "title")
        self.back_button = QPushButton(self.tr("Back to the form"))
        self.back_button.setToolTip(self.tr("Esc"))
        self.back_button.clicked.connect(self.left)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(heading, 1)
        head.addWidget(self.back_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 10)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.panel, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go back by Esc, or by the key that brought the page."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F10}:
            self.left.emit()
        else:
            super().keyPressEvent(event)
