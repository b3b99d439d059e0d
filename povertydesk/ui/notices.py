"""How the program speaks to the clerk: a line beside the thing, and the few message boxes there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from povertydesk.poverty.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Callable


class NoticeLine(QFrame):
    """One sentence on a tinted line, with at most one thing to do about it; hidden while there is nothing to say."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None, *, dismissible: bool = False) -> None:
        """Make an empty, hidden line."""
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QPushButton()
        self._action.setProperty("role", "link")
        self._act: Callable[[], None] | None = None
        self._action.clicked.connect(self._run)
        self._close = QPushButton(self.tr("Close"))
        self._close.setProperty("role", "link")
        self._close.clicked.connect(self.clear)
        self._close.clicked.connect(self.dismissed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._action, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        if not dismissible:
            self._close.hide()
        self.hide()

    @property
    def sentence(self) -> str:
        """What the line says now; empty where it is hidden."""
        return self._label.text() if not self.isHidden() else ""

    def say(
        self,
        sentence: str,
        severity: Severity = Severity.NOTE,
        action: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Show a sentence, and a link where something can be done about it."""
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._act = act
        if self.property("level") != severity.value:
            self.setProperty("level", severity.value)
            self.style().unpolish(self)
            self.style().polish(self)
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        self._label.clear()
        self.setAccessibleName("")
        self.hide()

    def _run(self) -> None:
        if self._act is not None:
            self._act()


def tell(parent: QWidget | None, sentence: str, details: str = "") -> None:
    """Say something that must be read before going on, where there is no line to say it on."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - rarely needed

    box = QMessageBox(QMessageBox.Icon.Warning, "PovertyDesk", sentence, QMessageBox.StandardButton.Ok, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    if details:
        box.setInformativeText(details)
    box.exec()


def confirm(parent: QWidget | None, question: str, details: str, agree: str) -> bool:
    """Ask before something that cannot simply be undone; the safe answer is the one Enter gives."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - rarely needed

    box = QMessageBox(QMessageBox.Icon.Question, "PovertyDesk", question, QMessageBox.StandardButton.Cancel, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(details)
    agreeing = box.addButton(agree, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is agreeing
