"""The village grid under the fingers: a pasted block that is longer than the grid asks for more blank lines first."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from povertydesk.ui.records.grid_view import GridView


class VillageGrid(GridView):
    """A grid whose end is open: new villages are typed or pasted below the last one."""

    rows_wanted = Signal(int)

    def paste(self) -> None:
        """Paste a block, after making room for it where it reaches beyond the last line."""
        from povertydesk.ui.records.clipboard import read_block  # noqa: PLC0415 - showing a grid needs none of it

        block = read_block(QGuiApplication.clipboard().text())
        ranges = self.selection.ranges()
        if ranges and not self.table.read_only:
            beyond = ranges[0].top + len(block) - self.table.rowCount()
            if beyond > 0:
                blank = sum(1 for line in self.table.records if line.is_new)
                self.rows_wanted.emit(blank + beyond)
        super().paste()
