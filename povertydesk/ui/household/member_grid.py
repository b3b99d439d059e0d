"""The members grid under the fingers: after a run of Tabs, Enter goes to where the run began, one line below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from povertydesk.ui.records.delegates import Step
from povertydesk.ui.records.grid_view import GridView

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

_ENTER_KEYS: set[int] = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MOVING_KEYS: set[int] = {
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Backtab,
}  # fmt: skip


class MemberGrid(GridView):
    """A grid in which people are typed line by line, as Excel taught. `entered` says that the keys came into it."""

    entered = Signal()
    _run_began: int | None = None

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Say that the keys came here."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Remember where a run of Tabs began, and end it with Enter or by going elsewhere."""
        current = self.selection.current
        if event.key() == Qt.Key.Key_Tab and not event.modifiers():
            self._begin_run()
        elif event.key() in _ENTER_KEYS and not event.modifiers() and self._run_began is not None and current:
            self._end_run(current[0])
            event.accept()
            return
        elif event.key() in _MOVING_KEYS:
            self._run_began = None
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click goes elsewhere."""
        self._run_began = None
        super().mousePressEvent(event)

    def _after_editor(self, step: Step) -> None:
        current = self.selection.current
        if step is Step.NEXT:
            self._begin_run()
        elif step is Step.DOWN and self._run_began is not None and current:
            self._end_run(current[0])
            return
        else:
            self._run_began = None
        super()._after_editor(step)

    def _begin_run(self) -> None:
        if self._run_began is None and self.selection.current is not None:
            self._run_began = self.selection.current[1]

    def _end_run(self, row: int) -> None:
        if self._run_began is not None:
            self.step_to((min(row + 1, self.table.rowCount() - 1), self._run_began))
            if self._run_began < self.header.frozen_columns:
                # A new line begins with all that follows the name in sight.
                self.horizontalScrollBar().setValue(0)
        self._run_began = None
