"""A row of buttons that goes on in the next line where the window is too narrow for it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class WrappingRow(QLayout):
    """Puts its parts side by side from the left, line below line, each as large as it wants to be.

    It is never wider than its widest part, so that no row of buttons keeps the window wide.
    """

    def __init__(self, spacing: int) -> None:
        """Leave `spacing` between the parts and between the lines."""
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._parts: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Take a part in at the end."""
        self._parts.append(item)

    def count(self) -> int:
        """Count the parts."""
        return len(self._parts)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return a part; None behind the last one."""
        return self._parts[index] if 0 <= index < len(self._parts) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Give a part away."""
        return self._parts.pop(index) if 0 <= index < len(self._parts) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Want no more room than the parts take."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Fewer parts a line make more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return how high the lines are over a width."""
        return self._place(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Put the parts in their places."""
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Want all parts on one line."""
        shown = self._shown()
        width = sum(part.sizeHint().width() for part in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((part.sizeHint().height() for part in shown), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802
        """Be content with one part a line."""
        size = QSize()
        for part in self._shown():
            size = size.expandedTo(part.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [part for part in self._parts if not part.isEmpty()]

    def _place(self, rect: QRect, *, moving: bool) -> int:
        """Go through the lines, moving the parts where that is wanted; returns the height of all lines."""
        left, top, line_height = rect.x(), rect.y(), 0
        for part in self._shown():
            size = part.sizeHint()
            if left > rect.x() and left + size.width() > rect.x() + rect.width():
                left, top, line_height = rect.x(), top + line_height + self.spacing(), 0
            if moving:
                part.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self.spacing()
            line_height = max(line_height, size.height())
        return top + line_height - rect.y()
