"""The head of the window: which office and year, the search box, and what can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSpinBox, QToolButton, QWidget

from povertydesk.ui.find.box import FindBox

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from povertydesk.ui.session import Session

_UNDO_WIDTH, _LEAST_UNDO_WIDTH = 320, 60
_OTHERS_WIDTH = 720
"""About what office, year, search box and buttons want, in pixels."""


class TopBar(QFrame):
    """Holds the parts of the head; the window says what they do."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show the session's year."""
        super().__init__(parent)
        self.setObjectName("topBar")
        self.office_button = QToolButton()
        self.office_button.setProperty("role", "office")
        self.office_button.setAutoRaise(True)
        self.office_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.office_button.setToolTip(self.tr("Open, start or close a file"))
        year_label = QLabel(self.tr("&Year"))
        self.year_box = QSpinBox()
        self.year_box.setRange(2010, 2100)
        self.year_box.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        year_label.setBuddy(self.year_box)
        self.year_box.setKeyboardTracking(False)
        self.year_box.setAccessibleName(self.tr("Plan year"))
        self.year_box.setValue(session.year)
        self.find_box = FindBox(session)
        self.undo_label = QLabel()
        self.undo_label.setProperty("role", "muted")
        self.undo_label.setMinimumWidth(1)
        self._undo_words = ""
        self.undo_button = self._tool(self.tr("Undo"))
        self.redo_button = self._tool(self.tr("Redo"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(8)
        layout.addWidget(self.office_button)
        layout.addSpacing(8)
        layout.addWidget(year_label)
        layout.addWidget(self.year_box)
        layout.addSpacing(8)
        layout.addWidget(self.find_box, 3)
        layout.addStretch(1)
        layout.addWidget(self.undo_label)
        layout.addWidget(self.undo_button)
        layout.addWidget(self.redo_button)

    def say_undo(self, words: str) -> None:
        """Say what Ctrl+Z takes back; a long name, of a question say, gives way to the rest of the bar."""
        self._undo_words = words
        self._fit_undo()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Say as much of what can be taken back as there is room for."""
        super().resizeEvent(event)
        self._fit_undo()

    def _fit_undo(self) -> None:
        room = max(0, min(_UNDO_WIDTH, self.width() - _OTHERS_WIDTH))
        elided = self.undo_label.fontMetrics().elidedText(self._undo_words, Qt.TextElideMode.ElideRight, room)
        self.undo_label.setText(elided if room > _LEAST_UNDO_WIDTH else "")

    def _tool(self, words: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("waits", "icon")
        button.setIconSize(QSize(20, 20))
        button.setAutoRaise(True)
        button.setAccessibleName(words)
        button.setToolTip(words)
        return button
