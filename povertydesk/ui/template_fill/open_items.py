"""What is to be said of a template as a list: Enter goes to the cell, the space bar passes something over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from povertydesk.poverty.problems import Severity
from povertydesk.ui.theme import present_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from povertydesk.poverty.messages import Messages
    from povertydesk.workflow.bind_template import OpenTemplate

_ACROSS, _DOWN, _LIST_PADDING = 10, 10, 5
"""The room around the words of an item and around all items, as the style gives it."""
_ENDLESS = 10_000
_ENTER_KEYS: set[int] = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class OpenItems(QListWidget):
    """The findings on a template. `opened`, `passed_over` and `stepped`, which follows the keys, carry the place in it.

    `moved` follows every change of what is listed or chosen.
    """

    opened = Signal(int)
    passed_over = Signal(int)
    moved = Signal()
    stepped = Signal(int)

    def __init__(self, messages: Messages, name: str, parent: QWidget | None = None) -> None:
        """Make an empty list; `name` is what a screen reader calls it."""
        super().__init__(parent)
        self._messages = messages
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(1)
        self.itemDoubleClicked.connect(lambda _item: self.opened.emit(self.currentRow()))
        self.currentRowChanged.connect(lambda _row: self.moved.emit())
        self.currentRowChanged.connect(self.stepped)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What the list says, from the top."""
        return tuple(self.item(place).text() for place in range(self.count()))

    @property
    def sentence_in_front(self) -> str:
        """What the item that is stood on says; empty in an empty list."""
        return self.sentences[self.currentRow()] if self.currentRow() >= 0 else ""

    def show_template(self, opened: OpenTemplate | None) -> None:
        """List what is to be said of a template, standing where one stood."""
        theme, place = present_theme(), max(self.currentRow(), 0)
        colours = {Severity.ERROR: theme.error, Severity.WARNING: theme.warning, Severity.NOTE: theme.muted}
        self.blockSignals(True)
        self.clear()
        for one in opened.items if opened is not None else ():
            item = QListWidgetItem(self._messages.of_finding(one.finding))
            item.setForeground(QColor(colours[one.finding.severity]))
            self.addItem(item)
        self.setCurrentRow(min(place, self.count() - 1))
        self.blockSignals(False)
        self._fit()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give every sentence the lines it needs over the width there is."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open with Enter, pass over with the space bar; the arrows step."""
        if self.currentRow() < 0:
            event.ignore()
        elif event.key() in _ENTER_KEYS:
            self.opened.emit(self.currentRow())
        elif event.key() == Qt.Key.Key_Space:
            self.passed_over.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """Make the items as high as their sentences, and the list no higher than its items."""
        whole, room = 2 * (self.frameWidth() + _LIST_PADDING), self.viewport().width() - 2 * _ACROSS
        for place in range(self.count()):
            item = self.item(place)
            words = QRect(0, 0, max(room, 1), _ENDLESS)
            height = self.fontMetrics().boundingRect(words, Qt.TextFlag.TextWordWrap, item.text()).height() + _DOWN
            item.setSizeHint(QSize(room, height))
            whole += height
        self.setMaximumHeight(whole)
