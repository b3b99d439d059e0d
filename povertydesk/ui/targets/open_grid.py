"""A grid whose end is open: new lines are typed or pasted below the last one."""

from __future__ import annotations

from PySide6.QtCore import Signal

from povertydesk.ui.records.grid_view import GridView


class OpenGrid(GridView):
    """Asks for more blank lines (`rows_wanted`) where a pasted block reaches beyond the last one."""

    rows_wanted = Signal(int)

    def make_room(self, beyond: int) -> None:
        """Ask for so many more blank lines."""
        blank = sum(1 for line in self.table.records if line.is_new)
        self.rows_wanted.emit(blank + beyond)
