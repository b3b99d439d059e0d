"""The list of names under the fingers: a grid with keys for the month, the list, the reasons and what is proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from povertydesk.ui.records.grid_view import GridView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_ALT = Qt.KeyboardModifier.AltModifier


class NameGrid(GridView):
    """A grid whose own keys are told by signals.

    `month_wanted` asks for the month before or after (Alt+Left, Alt+Right: -1 or 1), `other_list_wanted` for the other
    list (F6), `other_order_wanted` for the other order (F7), `reasons_wanted` for the reasons of the current household
    (F1), `taking_wanted` to take the needs that are proposed (F4).
    """

    month_wanted = Signal(int)
    other_list_wanted = Signal()
    other_order_wanted = Signal()
    reasons_wanted = Signal()
    taking_wanted = Signal()

    def chosen_rows(self) -> list[str]:
        """Return the households of the chosen lines, from the top."""
        rows = {row for cells in self.selection.ranges() for row in range(cells.top, cells.bottom + 1)}
        return [self.table.row_id(row) for row in sorted(rows)]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the current household in sight where lines below the list take room from it."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _command(self, event: QKeyEvent) -> Callable[[], None] | None:
        key, modifiers = event.key(), event.modifiers() & ~_KEYPAD
        own: dict[tuple[int, Qt.KeyboardModifier], Callable[[], None]] = {
            (Qt.Key.Key_Left, _ALT): lambda: self.month_wanted.emit(-1),
            (Qt.Key.Key_Right, _ALT): lambda: self.month_wanted.emit(1),
            (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier): self.other_list_wanted.emit,
            (Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier): self.other_order_wanted.emit,
            (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier): self.reasons_wanted.emit,
            (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier): self.taking_wanted.emit,
        }
        return own.get((key, modifiers)) or super()._command(event)
