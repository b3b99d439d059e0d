"""What is due next, each line leading to the page where it is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from povertydesk.poverty.official_text import format_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.poverty.messages import Messages
    from povertydesk.workflow.due_tasks import DueTask

_LINK_INSET = 4
"""By how much a link's words stand right of its edge."""


class DueCard(QFrame):
    """The next things to do with their days; a day that was not compared with the law says so."""

    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """List nothing yet."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.links: list[QPushButton] = []
        self.days: list[QLabel] = []
        title = QLabel(self.tr("What is next"))
        title.setProperty("role", "section")
        title.setContentsMargins(_LINK_INSET, 0, 0, 0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.note = QLabel(self.tr("When reports are due the office above decides; no day is set here."))
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(_LINK_INSET, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12 - _LINK_INSET, 10, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(title)
        layout.addLayout(self._rows)
        layout.addWidget(self.note)
        layout.addStretch()

    def show_tasks(self, tasks: Sequence[DueTask], messages: Messages) -> None:
        """List what is due."""
        had_keys = next((place for place, link in enumerate(self.links) if link.hasFocus()), None)
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        self.links, self.days = [], []
        for task in tasks:
            self._add(task, messages)
        if had_keys is not None and self.links:
            self.links[min(had_keys, len(self.links) - 1)].setFocus()

    def _add(self, task: DueTask, messages: Messages) -> None:
        row = QWidget()
        link = QPushButton(messages.sentence(task.code, task.values))
        link.setProperty("role", "link")
        link.setAutoDefault(True)
        link.clicked.connect(partial(self._go, task.page))
        days = QLabel(self._days(task))
        days.setProperty("role", "doubt" if task.is_late else "muted")
        link.setAccessibleDescription(days.text())
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(12)
        beside.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addStretch(1)
        beside.addWidget(days, 0, Qt.AlignmentFlag.AlignRight)
        self._rows.addWidget(row)
        days.setVisible(bool(days.text()))
        self.links.append(link)
        self.days.append(days)

    def _go(self, page: str, _checked: bool = False) -> None:
        self.page_wanted.emit(page)

    def _days(self, task: DueTask) -> str:
        if task.first is None:
            return ""
        first = format_date(task.first)
        if task.last is None:
            words = self.tr("from {first}").replace("{first}", first)
        elif task.is_late:
            words = self.tr("the time ended on {last}").replace("{last}", format_date(task.last))
        else:
            words = f"{first} – {format_date(task.last)}"
        return words if task.verified else self.tr("{days} (not verified)").replace("{days}", words)
