"""The heading of a grid: merged groups over their columns, wrapped words, borders that can be dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QToolTip, QWidget

from povertydesk.ui.records.cell_painting import fill
from povertydesk.ui.records.column_widths import two_lines
from povertydesk.ui.records.headings import HeadingCell, heading_cells

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.ui.records.grid_palette import GridPalette
    from povertydesk.ui.records.record_table import RecordTable

_GRIP = 4
_WORDS = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)


class GroupedHeader(QHeaderView):
    """Heading cells over one or two (or more) levels; the first columns stay in place when the rest scrolls."""

    heading_pressed = Signal(int, int)
    border_dragged = Signal(int, int)
    border_double_clicked = Signal(int)

    def __init__(self, table: RecordTable[Any], tints: GridPalette, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        # A viewport made in Python is known to it: asking Qt for its own would load every widget class there is.
        surface = QWidget()
        self.setViewport(surface)
        self._table = table
        self._tints = tints
        self._frozen = 0
        self._cells = heading_cells(table.columns)
        self._dragged: tuple[int, int] | None = None
        self._tops: list[int] = []
        self._is_resizing_together = False
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        surface.setMouseTracking(True)
        self.sectionResized.connect(self._on_section_resized)

    @property
    def padding(self) -> int:
        """The space left and right of a text, in the heading and in the cells."""
        return max(6, self.fontMetrics().height() // 2)

    @property
    def bold(self) -> QFont:
        """The face of headings and totals."""
        font = QFont(self.font())
        font.setBold(True)
        return font

    @property
    def bold_metrics(self) -> QFontMetrics:
        """The measures of the face of headings and totals."""
        return QFontMetrics(self.bold)

    @property
    def frozen_columns(self) -> int:
        """How many columns stay in place."""
        return self._frozen

    def set_tints(self, tints: GridPalette) -> None:
        """Take other colours."""
        self._tints = tints
        self.viewport().update()

    def set_frozen(self, columns: int) -> None:
        """Keep this many columns in place; merged headings end at their border."""
        self._frozen = columns
        self.lay_out()

    def lay_out(self) -> None:
        """Work out the heading cells anew after columns changed."""
        self._cells = heading_cells(self._table.columns, self._frozen)
        self._announce_height()
        self.viewport().update()

    def left_of(self, column: int) -> int:
        """Return where a column begins in the view; frozen ones do not scroll."""
        return self.sectionPosition(column) if column < self._frozen else self.sectionViewportPosition(column)

    def frozen_width(self) -> int:
        """Return the width of the columns that stay in place."""
        if self._frozen >= self.count():
            return self.length()
        return self.sectionPosition(self._frozen) if self._frozen else 0

    def resize_together(self, widths: Mapping[int, int]) -> None:
        """Give several columns their widths and measure the headings once, not after each of them."""
        self._is_resizing_together = True
        for column, width in widths.items():
            self.resizeSection(column, width)
        self._is_resizing_together = False
        self._on_section_resized()

    def cell_rects(self) -> list[tuple[HeadingCell, QRect]]:
        """Return the heading cells with their places in the view."""
        tops = self._level_tops()
        placed = []
        for cell in self._cells:
            left = self.left_of(cell.first_column)
            width = sum(self.sectionSize(column) for column in range(cell.first_column, cell.last_column + 1))
            top = tops[cell.level]
            placed.append((cell, QRect(left, top, width, tops[cell.level + cell.levels] - top)))
        return placed

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the height that all wrapped words need; Qt's own hint would measure every heading again."""
        return QSize(self.length(), self._level_tops()[-1])

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the scrolled headings, then the frozen ones beside them."""
        painter = QPainter(self.viewport())
        area = self.viewport().rect()
        fill(painter, self._tints.heading, 0, 0, area.width(), area.height())
        painter.setFont(self.bold)
        border = self.frozen_width()
        cells = self.cell_rects()
        for frozen, clip in (
            (False, area.adjusted(border, 0, 0, 0)),
            (True, QRect(0, 0, border, area.height())),
        ):
            painter.setClipRect(clip)
            for cell, rect in cells:
                if (cell.first_column < self._frozen) is frozen and rect.intersects(clip):
                    self._paint_cell(painter, cell, rect, clip)
        painter.setClipping(False)
        painter.setPen(QPen(self._tints.total_line, 0))
        painter.drawLine(0, area.bottom(), area.right(), area.bottom())
        if border and self.offset():
            painter.drawLine(border - 1, 0, border - 1, area.bottom())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin to drag a border, or choose the columns under a heading."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x = round(event.position().x())
        border = self._border_at(x)
        if border is not None:
            self._dragged = (border, x - self.sectionSize(border))
            return
        cell = self._cell_at(event.position().toPoint())
        if cell is not None:
            self.heading_pressed.emit(cell.first_column, cell.last_column)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag the border, or show that it can be dragged."""
        x = round(event.position().x())
        if self._dragged is not None:
            column, start = self._dragged
            self.border_dragged.emit(column, x - start)
            return
        over_border = self._border_at(x) is not None
        shape = Qt.CursorShape.SplitHCursor if over_border else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """End dragging."""
        self._dragged = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Give a column the width of its contents again."""
        border = self._border_at(round(event.position().x()))
        if border is not None:
            self.border_double_clicked.emit(border)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Explain the heading under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell_at(event.pos())
            tooltip = "" if cell is None or cell.is_group else self._table.columns[cell.first_column].tooltip
            QToolTip.showText(event.globalPos(), tooltip, self)
            return True
        return super().viewportEvent(event)

    def _level_tops(self) -> list[int]:
        if not self._tops:
            self._tops = self._measured_tops()
        return self._tops

    def _measured_tops(self) -> list[int]:
        """Return the top of each level and the bottom of the last, as high as the wrapped words need."""
        metrics = self.bold_metrics
        margin = max(4, metrics.height() // 3)
        depth = max((cell.level + cell.levels for cell in self._cells), default=1)
        heights = [metrics.height() + 2 * margin] * depth
        for cell in sorted(self._cells, key=lambda cell: cell.levels):
            width = sum(self.sectionSize(column) for column in range(cell.first_column, cell.last_column + 1))
            room = QRect(0, 0, max(1, width - 2 * self.padding), 10_000)
            needed = metrics.boundingRect(room, _WORDS, _broken(cell.text, metrics, room.width())).height() + 2 * margin
            missing = needed - sum(heights[cell.level : cell.level + cell.levels])
            if missing > 0:
                heights[cell.level + cell.levels - 1] += missing
        tops = [0]
        for height in heights:
            tops.append(tops[-1] + height)
        return tops

    def _paint_cell(self, painter: QPainter, cell: HeadingCell, rect: QRect, clip: QRect) -> None:
        painter.setPen(QPen(self._tints.line.darker(106), 0))
        painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())
        if cell.is_group:
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        words = rect.adjusted(self.padding, 0, -self.padding, 0)
        visible = words.intersected(clip)
        # A group that is partly scrolled away keeps its words in sight as long as they fit on one line there.
        if cell.is_group and painter.fontMetrics().horizontalAdvance(cell.text) <= visible.width():
            words = visible
        painter.setPen(self.palette().text().color())
        painter.drawText(words, _WORDS, _broken(cell.text, painter.fontMetrics(), words.width()))

    def _cell_at(self, point: Any) -> HeadingCell | None:
        in_frozen = point.x() < self.frozen_width()
        for cell, rect in self.cell_rects():
            if (cell.first_column < self._frozen) is in_frozen and rect.contains(point):
                return cell
        return None

    def _border_at(self, x: int) -> int | None:
        """Return the column whose right border is under the pointer."""
        frozen_width = self.frozen_width()
        for column in range(self.count()):
            right = self.left_of(column) + self.sectionSize(column)
            if abs(right - x) <= _GRIP and (column < self._frozen or right > frozen_width + _GRIP):
                return column
        return None

    def _on_section_resized(self) -> None:
        if self._is_resizing_together:
            return
        self._announce_height()
        self.viewport().update()

    def _announce_height(self) -> None:
        height = self._tops[-1] if self._tops else 0
        self._tops = self._measured_tops()
        if height != self._tops[-1]:
            self.geometriesChanged.emit()


def _broken(text: str, metrics: QFontMetrics, room: int) -> str:
    """Break a heading that takes two lines in the middle; one line or more than two are left to the word wrap."""
    if metrics.horizontalAdvance(text) <= room:
        return text
    lines = two_lines(text, metrics)
    return text if max(map(metrics.horizontalAdvance, lines)) > room else "\n".join(lines)
