"""The village grid under the fingers: the keys that are its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from povertydesk.ui.records.cell_steps import next_down
from povertydesk.ui.records.delegates import Step
from povertydesk.ui.targets.open_grid import OpenGrid
from povertydesk.ui.targets.village_lines import GROUP

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from povertydesk.ui.records.record_table import RecordTable
    from povertydesk.ui.targets.village_lines import VillageLine

_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_FILTERS = {
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
    (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
}
NAMED = "named"
NEAR_POOR_NAMED = "near_poor_named"


class VillageGrid(OpenGrid):
    """The grid of villages: new ones are typed or pasted below the last one.

    `names_wanted` asks for a village's list of names (Enter on their number) and says which column, `fixing_wanted` to
    fix reductions (F4), `filter_wanted` to filter the current column (Alt+Down, Ctrl+Shift+L).
    """

    names_wanted = Signal(str, str)
    fixing_wanted = Signal()
    filter_wanted = Signal()

    def __init__(self, table: RecordTable[VillageLine], *, name: str, frozen_columns: int) -> None:
        """Show the villages."""
        super().__init__(table, name=name, frozen_columns=frozen_columns)
        self._line_below = ""

    def _close_editor(self) -> None:
        """Keep which line stood below the one typed in: a commune that comes under another unit moves away."""
        current = self.selection.current
        if (
            self._cell_delegate.editor is not None
            and current is not None
            and self.table.columns[current[1]].key == GROUP
        ):
            self._line_below = self.table.row_id(next_down(self.table, current, 1)[0])
        super()._close_editor()

    def _after_editor(self, step: Step) -> None:
        below, self._line_below = self._line_below, ""
        if step is not Step.DOWN or not below or not self.go_to(below, GROUP):
            super()._after_editor(step)

    def _command(self, event: QKeyEvent) -> Callable[[], None] | None:
        key, modifiers = event.key(), event.modifiers() & ~_KEYPAD
        if key == Qt.Key.Key_F4 and not modifiers:
            return self.fixing_wanted.emit
        if (key, modifiers) in _FILTERS:
            return self.filter_wanted.emit
        current = self.selection.current
        column = self.table.columns[current[1]].key if current is not None else ""
        if key in _ENTERS and not modifiers and current is not None and column in {NAMED, NEAR_POOR_NAMED}:
            row = self.table.row_id(current[0])
            return lambda: self.names_wanted.emit(row, column)
        return super()._command(event)
