"""The line over a grid that filters one column: opened on the column one stands in, gone with Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from povertydesk.ui.fields.undo_key import UndoKey

if TYPE_CHECKING:
    from povertydesk.ui.records.column_filter import ColumnFilters

_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}


class FilterBar(QWidget):
    """Takes the condition of a column as it is typed.

    `changed` says that other lines are to be shown, `left` that the keys go back to the grid.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, filters: ColumnFilters, parent: QWidget | None = None) -> None:
        """Make a hidden line for these filters."""
        super().__init__(parent)
        self._filters = filters
        self._column = ""
        self.label = QLabel()
        self.editor = QLineEdit()
        self.editor.setMaximumWidth(260)
        self.editor.setPlaceholderText(self.tr("words, >10, 5-10, = for blank"))
        self.editor.textChanged.connect(self._take)
        self.editor.installEventFilter(self)
        UndoKey(self.editor)
        self.label.setBuddy(self.editor)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.clear_button = QPushButton(self.tr("Show all (Esc)"))
        self.clear_button.setProperty("role", "link")
        self.clear_button.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.label)
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.count)
        layout.addStretch(1)
        layout.addWidget(self.clear_button)
        self.hide()

    def open_for(self, column: str, title: str) -> None:
        """Filter a column; what stands for it already is there to be changed."""
        self._column = ""
        self.label.setText(self.tr("Filter {column}:").replace("{column}", title))
        self.editor.setAccessibleName(self.label.text())
        self.editor.setText(self._filters.text(column))
        self._column = column
        self.show()
        self.editor.setFocus()
        self.editor.selectAll()

    def say_shown(self, shown: int, of_all: int) -> None:
        """Say how many lines are shown."""
        words = self.tr("{shown} of {all} lines").replace("{shown}", str(shown)).replace("{all}", str(of_all))
        others = len(self._filters.columns) - (self._column in self._filters.columns)
        if others:
            more = self.tr("{count} more columns filtered").replace("{count}", str(others))
            words = f"{words} · {more}"
        self.count.setText(words if self._filters else "")

    def clear(self) -> None:
        """Show all lines again and give the keys back."""
        self._filters.clear()
        self.hide()
        self.changed.emit()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter and Down go to the lines found; Esc shows all again."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.clear()
                return True
            if event.key() in _ENTERS:
                if not self._filters:
                    self.hide()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _take(self, text: str) -> None:
        if self._column:
            self._filters.set(self._column, text)
            self.changed.emit()
