"""A short list that is only read: as high as its lines, however few."""

from __future__ import annotations

from PySide6.QtCore import QSize

from povertydesk.ui.records.grid_view import GridView


class ListGrid(GridView):
    """A grid without room for lines that will never be typed below the last."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the height of a few lines, less where there are fewer."""
        few = super().minimumSizeHint()
        return QSize(few.width(), min(few.height(), self.sizeHint().height()))
