"""The village grid under the fingers: an open end for new villages, and the keys that are its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from povertydesk.ui.records.grid_view import GridView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_FILTERS = {
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
}
NAMED = "named"


class VillageGrid(GridView):
    """A grid whose end is open: new villages are typed or pasted below the last one.

    `names_wanted` asks for a village's list of names (Enter on their number), `fixing_wanted` to fix reductions (F4),
    `filter_wanted` to filter the current column (Alt+Down, Ctrl+Shift+L).
    """

    rows_wanted = Signal(int)
    names_wanted = Signal(str)
    fixing_wanted = Signal()
    filter_wanted = Signal()

    def make_room(self, beyond: int) -> None:
        """Ask for so many more blank lines, each of which becomes a village."""
        blank = sum(1 for line in self.table.records if line.is_new)
        self.rows_wanted.emit(blank + beyond)

    def _command(self, event: QKeyEvent) -> Callable[[], None] | None:
        key, modifiers = event.key(), event.modifiers() & ~_KEYPAD
        if key == Qt.Key.Key_F4 and not modifiers:
            return self.fixing_wanted.emit
        if (key, modifiers) in _FILTERS:
            return self.filter_wanted.emit
        current = self.selection.current
        if key in _ENTERS and not modifiers and current is not None and self.table.columns[current[1]].key == NAMED:
            row = self.table.row_id(current[0])
            return lambda: self.names_wanted.emit(row)
        return super()._command(event)
