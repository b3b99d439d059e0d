"""The body of a grid: a table view whose first columns and totals row stay in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPalette, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QSizePolicy, QTableView, QToolTip, QWidget

from povertydesk.ui.records.cell_painting import CellPainter, ColumnPlace, fill
from povertydesk.ui.records.cell_selection import CellSelection
from povertydesk.ui.records.column_widths import least_width, natural_widths, spread, tightened_widths, wished_widths
from povertydesk.ui.records.columns import CellKind
from povertydesk.ui.records.grid_palette import GridPalette
from povertydesk.ui.records.grouped_header import GroupedHeader
from povertydesk.ui.records.record_table import CellLook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.ui.records.record_table import RecordTable

Index = QModelIndex | QPersistentModelIndex

_FROZEN_SHARE = 0.6
_ROW_LINES = 1.8
_LOOK_CHANGES = {QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange}


class FrozenTable(QTableView):
    """Paints a record table: merged heading above, frozen columns left, totals below, all aligned while scrolling.

    Columns get their width once, from sampled texts and titles, and fill the view; a border dragged by the clerk
    stays where it is put.
    """

    def __init__(
        self,
        table: RecordTable[Any],
        frozen_columns: int,
        tints: GridPalette | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        # A viewport made in Python is known to it: asking Qt for its own would load every widget class there is.
        viewport = QWidget()
        # Every pixel of it is painted here; only of such a widget does Qt move what stands there already.
        viewport.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setViewport(viewport)
        # Else each step would paint what lies behind the scroll bars, up to the window.
        self.setAutoFillBackground(True)
        self._table = table
        self._wanted_frozen = frozen_columns
        self._own_tints = tints
        self._natural: list[int] = []
        self._measured_with_rows = False
        self._measured_serial = 0
        self._dragged: set[int] = set()
        # Nothing is measured before all is there: header, model and scroll mode would each lay the table out anew.
        self._updating_geometries = True
        self._row_height = 0
        self._measured_font = ""
        self._header = GroupedHeader(table, self.tints, self)
        self.setHorizontalHeader(self._header)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        self.setModel(table)
        self.selection = CellSelection(table, self.selectionModel())
        self.setShowGrid(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._header.border_dragged.connect(self._on_border_dragged)
        self._header.border_double_clicked.connect(self._on_border_double_clicked)
        table.modelReset.connect(self._on_rows_changed)
        table.columns_changed.connect(self._on_columns_changed)
        table.totals_changed.connect(self.viewport().update)
        self._updating_geometries = False
        self._take_look()

    @property
    def tints(self) -> GridPalette:
        """The tints in use: those given, or the ones fitting the system palette."""
        return self._own_tints or GridPalette.fitting(self.palette())

    @property
    def row_height(self) -> int:
        """The height of a row and of the totals row."""
        return self._row_height

    @property
    def padding(self) -> int:
        """How far the text of a cell stands from its borders."""
        return self._header.padding

    @property
    def header(self) -> GroupedHeader:
        """The merged heading."""
        return self._header

    @property
    def rows_height(self) -> int:
        """The height of the view in which rows are in sight, without the totals row."""
        return self.viewport().height() - (self.row_height if self._table.has_totals else 0)

    def set_tints(self, tints: GridPalette | None) -> None:
        """Take the theme's tints, or with None follow the system palette."""
        self._own_tints = tints
        self._take_look()

    def total_rect(self, column: int) -> QRect:
        """Return where the total of a column stands in the view; an empty place where there is no totals row."""
        if not self._table.has_totals:
            return QRect()
        return QRect(self._header.left_of(column), self._totals_top(), self.columnWidth(column), self.row_height)

    def cell_area(self, index: Index) -> QRect:
        """Return the part of a cell that is in sight, beside the frozen columns and above the totals."""
        area = self.viewport().rect()
        if self._table.has_totals:
            area.setBottom(self._totals_top() - 1)
        if index.column() >= self._header.frozen_columns:
            area.setLeft(self._header.frozen_width())
        return self.visualRect(index).intersected(area)

    def visualRect(self, index: Index) -> QRect:  # noqa: N802
        """Return the place of a cell in the view; frozen columns do not scroll sideways."""
        if not index.isValid():
            return QRect()
        column = index.column()
        return QRect(
            self._header.left_of(column),
            self.rowViewportPosition(index.row()),
            self.columnWidth(column),
            self.row_height,
        )

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        """Return the cell under a point, none on the totals row."""
        if self._table.has_totals and point.y() >= self._totals_top():
            return QModelIndex()
        row = self.rowAt(point.y())
        column = self._column_at(point.x())
        return self._table.index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:  # noqa: N802
        """Repaint the whole view for a changed selection; one pass is cheaper than working out regions."""
        return QRegion(self.viewport().rect())

    def scrollTo(  # noqa: N802
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell into sight, from behind the frozen columns and the totals row too."""
        if not index.isValid():
            return
        rect = self.visualRect(index)
        page = self.rows_height
        bar = self.verticalScrollBar()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - page // 2)
        elif rect.top() < 0 or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() >= page or hint == QAbstractItemView.ScrollHint.PositionAtBottom:
            bar.setValue(bar.value() + rect.bottom() + 1 - page)
        if index.column() >= self._header.frozen_columns:
            border, bar = self._header.frozen_width(), self.horizontalScrollBar()
            right = self.viewport().width()
            if rect.left() < border or rect.width() > right - border:
                bar.setValue(bar.value() + rect.left() - border)
            elif rect.right() >= right:
                bar.setValue(bar.value() + rect.right() + 1 - right)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Scroll what is painted already, and paint anew what stays in place."""
        super().scrollContentsBy(dx, dy)
        viewport = self.viewport()
        if dx:
            self._header.viewport().update()
            viewport.update(0, 0, self._header.frozen_width() + max(dx, 0), viewport.height())
        if dy and self._table.has_totals:
            top = self._totals_top() + min(dy, 0)
            viewport.update(0, top, viewport.width(), viewport.height() - top)
        self.updateEditorGeometries()

    def updateGeometries(self) -> None:  # noqa: N802
        """Let the last row scroll up to the totals row."""
        if self._updating_geometries:
            return
        self._updating_geometries = True
        bar = self.verticalScrollBar()
        value = bar.value()
        super().updateGeometries()
        hidden = self._content_height() - self.viewport().height()
        bar.setRange(0, max(0, hidden))
        bar.setPageStep(max(1, self.rows_height))
        bar.setSingleStep(self.row_height)
        bar.setValue(value)
        self._updating_geometries = False
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size at which nothing needs to scroll, but for a bar that is there already."""
        frame = 2 * self.frameWidth()
        height = self._header.sizeHint().height() + self._content_height() + frame
        if self.horizontalScrollBar().maximum() > 0:
            height += self.horizontalScrollBar().sizeHint().height()
        return QSize(sum(self._natural) + frame, height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size at which the heading and a few rows can still be read."""
        rows = min(4, self._table.rowCount() + 1)
        frame = 2 * self.frameWidth()
        height = self._header.sizeHint().height() + rows * self.row_height + frame
        return QSize(min(320, sum(self._natural) + frame), height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint what came into sight."""
        painter = QPainter(self.viewport())
        for exposed in event.region():  # type: ignore[attr-defined]  # iterable; the stubs do not say so
            self._paint_part(painter, exposed)
        painter.end()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Show under the pointer what was found in a cell, or the text that the cell cuts."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tooltip_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def tooltip_at(self, point: QPoint) -> str:
        """Return the tooltip for a point of the view."""
        index = self.indexAt(point)
        if not index.isValid():
            column = self._column_at(point.x()) if self._table.has_totals and point.y() >= self._totals_top() else -1
            found = self._table.total_finding(column) if column >= 0 else None
            return found[1] if found else ""
        finding = self._table.finding(index.row(), index.column())
        if finding is not None:
            return finding[1]
        return self._table.shown_row(index.row())[index.column()].text if self.is_cut(index) else ""

    def is_cut(self, index: Index) -> bool:
        """Say whether a cell is too narrow for its text."""
        cell = self._table.shown_row(index.row())[index.column()]
        return self._painter.is_cut(cell.text, self.columnWidth(index.column()), bold=cell.look is CellLook.SUM)

    def is_total_cut(self, column: int) -> bool:
        """Say whether a column is too narrow for its total."""
        return self._painter.is_cut(self._table.shown_totals()[column], self.columnWidth(column), bold=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fill the new width; where a sentence takes room from the grid, the row it is about stays in sight."""
        current = self.currentIndex()
        lost = event.oldSize().height() - event.size().height()
        was_in_sight = current.isValid() and 0 <= self.visualRect(current).bottom() < self.rows_height + lost
        self._fit_columns()
        super().resizeEvent(event)
        below = self.visualRect(current).bottom() + 1 - self.rows_height
        if was_in_sight and below > 0:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + below)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow the system's font and palette."""
        super().changeEvent(event)
        if event.type() in _LOOK_CHANGES and self._natural:
            self._take_look()

    def _paint_part(self, painter: QPainter, exposed: QRect) -> None:
        """Paint one rectangle: scrolled columns first, then the frozen ones, the totals and the current cell."""
        painter.setClipRect(exposed)
        paper = self.palette().base().color()
        fill(painter, paper, exposed.left(), exposed.top(), exposed.width(), exposed.height())
        rows = self._rows_between(exposed.top(), exposed.bottom() + 1)
        top = self.rowViewportPosition(rows.start) if rows else 0
        selected = self.selection.cells_in_rows(rows)
        header = self._header
        border = header.frozen_width()
        totals_top = self._totals_top()
        rows_bottom = totals_top if self._table.has_totals else self.viewport().height()
        for columns, sides in (
            (
                range(header.frozen_columns, self._table.columnCount()),
                QRect(border, 0, exposed.right() + 1 - border, 0),
            ),
            (range(header.frozen_columns), QRect(0, 0, border, 0)),
        ):
            sides.setHeight(rows_bottom)
            clip = sides.intersected(exposed)
            places = self._places(columns, clip)
            painter.setClipRect(clip)
            self._painter.paint_rows(painter, places, rows, top, self.row_height, selected)
            if self._table.has_totals and exposed.bottom() >= totals_top:
                sides.setHeight(self.viewport().height())
                clip = sides.intersected(exposed)
                painter.setClipRect(clip)
                self._painter.paint_totals(painter, self._places(columns, clip), totals_top, self.row_height)
        painter.setClipRect(exposed)
        if border and header.offset():
            bottom = min(self.viewport().height(), totals_top + self.row_height)
            fill(painter, self.tints.total_line, border - 1, 0, 1, bottom)
        current = self.currentIndex()
        clip = self.cell_area(current).intersected(exposed) if current.isValid() else QRect()
        if not clip.isEmpty():
            painter.setClipRect(clip)
            self._painter.paint_current(painter, self.visualRect(current), self._has_keys())

    def _take_look(self) -> None:
        self._row_height = round(self.fontMetrics().height() * _ROW_LINES)
        self._header.set_tints(self.tints)
        frame_palette = self.palette()
        if frame_palette.color(QPalette.ColorRole.WindowText) != self.tints.line:
            frame_palette.setColor(QPalette.ColorRole.WindowText, self.tints.line)
            self.setPalette(frame_palette)
        self._painter = CellPainter(
            self._table, self.font(), self._header.bold, self._header.padding, self.tints, self.palette()
        )
        self.verticalHeader().setDefaultSectionSize(self.row_height)
        if self.font().key() != self._measured_font:
            self._measured_font = self.font().key()
            self._measure()
        self.viewport().update()

    def _measure(self) -> None:
        """Work out the natural widths: once, and again only for other columns, another font or the first rows."""
        header = self._header
        self._natural = natural_widths(self._table, self.fontMetrics(), header.bold_metrics, header.padding)
        self._measured_with_rows = self._table.rowCount() > 0
        self._measured_serial = self._longest_serial()
        self._fit_columns()

    def _fit_columns(self) -> None:
        if len(self._natural) != self._table.columnCount():
            return  # the columns are being exchanged; they are measured when that is done
        widths = list(self._natural)
        if not self._dragged:
            header, available = self._header, self.viewport().width()
            measures = self.fontMetrics(), header.bold_metrics, header.padding
            widths = tightened_widths(self._table, widths, *measures, available)
            wished = wished_widths(self._table, widths, *measures[1:])
            serials = [column.kind is CellKind.SERIAL for column in self._table.columns]
            widths = spread(widths, available, wished, serials)
        self._set_widths(widths)
        self._freeze()

    def _set_widths(self, widths: Sequence[int]) -> None:
        """Give the columns their widths and lay the rest out once, not after each of them."""
        changed = {column: width for column, width in enumerate(widths) if self.columnWidth(column) != width}
        if not changed:
            return
        was_updating, self._updating_geometries = self._updating_geometries, True
        self._header.resize_together(changed)
        self._updating_geometries = was_updating
        self.updateGeometries()

    def _freeze(self) -> None:
        """Keep as many columns in place as leave room for the others to scroll."""
        room = self.viewport().width() * _FROZEN_SHARE
        frozen = min(self._wanted_frozen, self._table.columnCount())
        while frozen and self._header.sectionPosition(frozen - 1) + self.columnWidth(frozen - 1) > room:
            frozen -= 1
        if frozen != self._header.frozen_columns:
            self._header.set_frozen(frozen)

    def _on_rows_changed(self) -> None:
        grown = self._longest_serial() > self._measured_serial and not self._dragged
        if grown or not self._measured_with_rows:
            self._measure()
        self.updateGeometry()

    def _longest_serial(self) -> int:
        """Return the characters of the longest serial number: lines that come under a unit are numbered 3.10."""
        serials = [column for column in self._table.columns if column.kind is CellKind.SERIAL]
        return max((len(one.plain(one.read(record))) for one in serials for record in self._table.records), default=0)

    def _on_columns_changed(self) -> None:
        self._dragged.clear()
        self._natural = []
        self._header.lay_out()
        self._measure()

    def _on_border_dragged(self, column: int, width: int) -> None:
        least = least_width(self._table.columns[column], self._header.bold_metrics, self._header.padding)
        self._natural = [self.columnWidth(position) for position in range(self._table.columnCount())]
        self._natural[column] = max(least, width)
        self._dragged.add(column)
        self._fit_columns()
        self.viewport().update()

    def _on_border_double_clicked(self, column: int) -> None:
        header = self._header
        natural = natural_widths(self._table, self.fontMetrics(), header.bold_metrics, header.padding)
        self._on_border_dragged(column, natural[column])

    def _content_height(self) -> int:
        return self.verticalHeader().length() + (self.row_height if self._table.has_totals else 0)

    def _totals_top(self) -> int:
        """Return the top of the totals row: under the last row, or at the bottom while rows are hidden below."""
        under_rows = self.verticalHeader().length() - self.verticalScrollBar().value()
        return min(under_rows, self.viewport().height() - self.row_height)

    def _rows_between(self, top: int, bottom: int) -> range:
        count = self._table.rowCount()
        offset = self.verticalScrollBar().value()
        first = min(max(offset + top, 0) // self.row_height, count)
        last = min(-(-(offset + bottom) // self.row_height), count)
        return range(first, last)

    def _column_at(self, x: int) -> int:
        header = self._header
        if x >= header.frozen_width():
            return header.logicalIndexAt(x)
        rights = (
            (column, header.left_of(column) + self.columnWidth(column)) for column in range(header.frozen_columns)
        )
        return next((column for column, right in rights if 0 <= x < right), -1)

    def _has_keys(self) -> bool:
        return self.hasFocus() or self.state() == QAbstractItemView.State.EditingState

    def _places(self, columns: range, clip: QRect) -> list[ColumnPlace]:
        places = (ColumnPlace(column, self._header.left_of(column), self.columnWidth(column)) for column in columns)
        return [place for place in places if place.left + place.width > clip.left() and place.left <= clip.right()]
