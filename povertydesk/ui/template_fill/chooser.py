"""Choosing what a column or row of a template takes, by typing a part of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from povertydesk.poverty.vietnamese import fold
from povertydesk.ui.fields.list_choice import Line
from povertydesk.ui.fields.search_choice import SearchChoice

if TYPE_CHECKING:
    from collections.abc import Sequence


class Chooser(QWidget):
    """A search field with its hits. `chosen` carries the key that Enter or a click chose, `given_up` follows Esc."""

    chosen = Signal(str)
    given_up = Signal()

    def __init__(self, nothing_found: str, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self.search = SearchChoice(" ", self._find, nothing_found)
        self.search.field.editor.installEventFilter(self)
        self.search.hits.itemClicked.connect(lambda _item: self._choose())
        self.search.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.search)
        self.setFocusProxy(self.search)

    def ask(self, label: str, lines: Sequence[Line], typed: str, hint: str) -> None:
        """Offer these entries under a label, as if the first letters were typed already."""
        self._lines = tuple(lines)
        self.search.field.set_label(label)
        self.search.field.editor.setPlaceholderText(hint)
        self.search.hits.setAccessibleName(label)
        self.search.clear()
        self.search.field.editor.setText(typed)
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Choose with Enter, give up with Esc."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.given_up.emit()
                return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> Sequence[Line]:
        """List what begins with a text, then what holds it, however its marks are typed."""
        wanted = fold(text)
        words = [(fold(line.words), line) for line in self._lines]
        first = [line for folded, line in words if folded.startswith(wanted)]
        return [*first, *(line for folded, line in words if wanted in folded and not folded.startswith(wanted))]

    def _choose(self) -> None:
        key = self.search.chosen
        if key is not None:
            self.chosen.emit(key)
        elif not self.search.field.text:
            self.given_up.emit()
