"""One or several of a short list: digits and the space bar choose, Enter goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QKeyEvent

_MOST_SHOWN = 6
_DIGITS = "123456789"


class Line(NamedTuple):
    """One entry of a list by its key and words."""

    id: str
    words: str


class ListChoice(QWidget):
    """Entries with a mark each. A digit marks the entry of that number; with one mark only, it goes on as well."""

    changed = Signal()

    def __init__(self, label: str, *, several: bool, parent: QWidget | None = None) -> None:
        """Make an empty list under `label`; `several` entries can be marked, or one."""
        super().__init__(parent)
        self._several = several
        self._lines: tuple[Line, ...] = ()
        self.label = QLabel(label)
        self.label.setWordWrap(True)
        self.list = _Keys(self)
        self.list.setAccessibleName(label.replace("&", ""))
        self.list.itemChanged.connect(self._on_marked)
        self.label.setBuddy(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.label)
        layout.addWidget(self.list)
        self.setFocusProxy(self.list)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The entries that are offered now."""
        return self._lines

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the marked entries, from the top."""
        return tuple(line.id for place, line in enumerate(self._lines) if self._is_marked(place))

    @property
    def one(self) -> str | None:
        """The key of the marked entry."""
        return next(iter(self.chosen), None)

    def show_lines(self, lines: Sequence[Line], chosen: Collection[str] = ()) -> None:
        """Show these entries, with the chosen ones marked."""
        self._lines = tuple(lines)
        self.list.blockSignals(True)
        self.list.clear()
        for place, line in enumerate(self._lines):
            number = f"{place + 1}  " if place < len(_DIGITS) else ""
            item = QListWidgetItem(f"{number}{line.words}")
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if line.id in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        first = next((place for place, line in enumerate(self._lines) if line.id in chosen), 0)
        self.list.setCurrentRow(first)
        self.list.ensurePolished()
        rows = min(max(len(self._lines), 1), _MOST_SHOWN)
        height = self.list.sizeHintForRow(0) if self._lines else self.fontMetrics().lineSpacing() + 8
        self.list.setFixedHeight(rows * height + 2 * self.list.frameWidth() + 2)

    def mark(self, place: int) -> None:
        """Mark an entry, or take its mark away where several can be marked."""
        if 0 <= place < len(self._lines):
            self.list.setCurrentRow(place)
            marked = self._several and self._is_marked(place)
            self.list.item(place).setCheckState(Qt.CheckState.Unchecked if marked else Qt.CheckState.Checked)

    def answer(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False where it means nothing."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not self.chosen:
                self.mark(self.list.currentRow())
            self.list.focusNextChild()
        elif event.text() and event.text() in _DIGITS:
            self.mark(_DIGITS.index(event.text()))
            if not self._several and int(event.text()) <= len(self._lines):
                self.list.focusNextChild()
        elif event.key() == Qt.Key.Key_Space:
            self.mark(self.list.currentRow())
        else:
            return False
        return True

    def _is_marked(self, place: int) -> bool:
        return self.list.item(place).checkState() is Qt.CheckState.Checked

    def _on_marked(self, marked: QListWidgetItem) -> None:
        if not self._several and marked.checkState() is Qt.CheckState.Checked:
            self.list.blockSignals(True)
            for place in range(self.list.count()):
                if self.list.item(place) is not marked:
                    self.list.item(place).setCheckState(Qt.CheckState.Unchecked)
            self.list.blockSignals(False)
        self.changed.emit()


class _Keys(QListWidget):
    """Has the keys of a list."""

    def __init__(self, of: ListChoice) -> None:
        super().__init__(of)
        self._of = of

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._of.answer(event):
            super().keyPressEvent(event)
