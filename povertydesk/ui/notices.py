"""How the program speaks to the clerk: a line beside the thing, and the few message boxes there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from povertydesk.poverty.problems import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from povertydesk.poverty.messages import Messages
    from povertydesk.poverty.problems import Finding


class NoticeLine(QFrame):
    """One sentence on a tinted line, with at most one thing to do about it; hidden while there is nothing to say."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None, *, dismissible: bool = False) -> None:
        """Make an empty, hidden line."""
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._dismissible = dismissible
        self._label: QLabel | None = None
        self._act: Callable[[], None] | None = None
        self.hide()

    @property
    def sentence(self) -> str:
        """What the line says now; empty where it is hidden."""
        return self._label.text() if self._label is not None and not self.isHidden() else ""

    def say(
        self,
        sentence: str,
        severity: Severity = Severity.NOTE,
        action: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Show a sentence, and a link where something can be done about it."""
        if self._label is None:
            self._label = self._build()
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
        if self._label is not None:
            self._label.clear()
        self.setAccessibleName("")
        self.hide()

    def _build(self) -> QLabel:
        """Make the parts of the line when it first has something to say: most lines never do."""
        label = QLabel()
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QPushButton()
        self._action.setProperty("role", "link")
        self._action.clicked.connect(self._run)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(label, 1)
        layout.addWidget(self._action, 0, Qt.AlignmentFlag.AlignTop)
        if self._dismissible:
            close = QPushButton(self.tr("Close"))
            close.setProperty("role", "link")
            close.clicked.connect(self.clear)
            close.clicked.connect(self.dismissed)
            layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return label

    def _run(self) -> None:
        if self._act is not None:
            self._act()


def listed(messages: Messages, findings: Sequence[Finding], most: int, more: str) -> list[str]:
    """Name the first places with what was found there, and how many more there are."""
    lines = []
    for finding in findings[:most]:
        place = messages.of_place(finding.place)
        lines.append(f"• {place}: {messages.of_finding(finding)}" if place else messages.of_finding(finding))
    left = len(findings) - most
    if left > 0:
        lines.append(more.replace("{count}", str(left)))
    return lines


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
