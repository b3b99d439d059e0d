"""One of many, found by typing a part of it: the hits stand under the field, nothing is completed into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from povertydesk.ui.fields.entry_field import EntryField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from povertydesk.ui.fields.list_choice import Line

_MOST_SHOWN = 5


class SearchChoice(QWidget):
    """A field with its hits; the first one that fits is chosen, arrows choose another, Enter goes on.

    `find` lists what fits a text; with an empty text it says what may be chosen by the arrows, and none is yet.
    """

    changed = Signal()

    def __init__(
        self,
        label: str,
        find: Callable[[str], Sequence[Line]],
        nothing_found: str,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make the field under `label`; `nothing_found` stands there where no entry fits."""
        super().__init__(parent)
        self._find = find
        self._nothing_found = nothing_found
        self._hits: tuple[Line, ...] = ()
        self.field = EntryField(label, hint=hint)
        self.field.editor.textChanged.connect(self._search)
        self.field.editor.installEventFilter(self)
        self.field.editor.returnPressed.connect(self._go_on)
        self.hits = QListWidget()
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.setAccessibleName(label.replace("&", ""))
        self.hits.currentRowChanged.connect(lambda _row: self.changed.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.field)
        layout.addWidget(self.hits)
        self.setFocusProxy(self.field)
        self._search()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The entries that are offered now."""
        return self._hits

    @property
    def chosen(self) -> str | None:
        """The key of the chosen hit; None where nothing fits or nothing was chosen."""
        row = self.hits.currentRow()
        return self._hits[row].id if 0 <= row < len(self._hits) else None

    def clear(self) -> None:
        """Begin anew."""
        self.field.editor.clear()
        self._search()

    def choose(self, text: str, key: str | None) -> None:
        """Search for a text, and choose a hit by its key where it is among them."""
        self.field.editor.setText(text)
        row = next((at for at, line in enumerate(self._hits) if line.id == key), None)
        if row is not None:
            self.hits.setCurrentRow(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let the arrows of the field choose among the hits."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(event.key())  # type: ignore[call-overload]
            if step is not None and self._hits:
                self.hits.setCurrentRow(min(max(self.hits.currentRow() + step, 0), len(self._hits) - 1))
                return True
        return super().eventFilter(watched, event)

    def _search(self) -> None:
        text = self.field.text
        self._hits = tuple(self._find(text))
        self.hits.clear()
        self.hits.addItems([line.words for line in self._hits])
        self.hits.setVisible(bool(self._hits))
        if self._hits:
            self.hits.setCurrentRow(0 if text else -1)
            rows = min(len(self._hits), _MOST_SHOWN)
            self.hits.setFixedHeight(rows * self.hits.sizeHintForRow(0) + 2 * self.hits.frameWidth() + 2)
        self.field.show_fault(self._nothing_found if text and not self._hits else "")
        self.changed.emit()

    def _go_on(self) -> None:
        if self.chosen is not None or not self.field.text:
            self.field.editor.focusNextChild()
