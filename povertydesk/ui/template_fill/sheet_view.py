"""A template's sheet on the screen: its cells as they are merged there, stepped through and bound by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from povertydesk.poverty.problems import Severity
from povertydesk.ui.records.cell_painting import fill
from povertydesk.ui.records.grid_palette import GridPalette
from povertydesk.ui.template_fill.sheet_cells import SEVERITY_ROLE, AnyIndex, SheetCells

if TYPE_CHECKING:
    from povertydesk.poverty.messages import Messages
    from povertydesk.workflow.bind_template import OpenTemplate

_ENTER_KEYS: set[int] = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PADDING = 6
_LINE = 2
_NARROWEST, _WIDEST = 44, 240
_ROW_HEADING_WIDTH = 124
_USUAL_CHARACTERS = 8.43
_HIGHEST = 160
_MOST_SPANNED = 40
_MOST_RUN_OVER = 200


class SheetView(QTableView):
    """A sheet that is looked at and bound; nothing is typed into its cells.

    `column_wanted` and `row_wanted` carry what was typed and ask for what the column or row stood on is to take; so
    does Enter on a name for its row, elsewhere for its column. `unbinding_wanted` says whether the row is meant.
    """

    column_wanted = Signal(str)
    row_wanted = Signal(str)
    unbinding_wanted = Signal(bool)
    moved = Signal(int, int)

    def __init__(self, messages: Messages, name: str, parent: QWidget | None = None) -> None:
        """Show nothing yet; `name` is what a screen reader calls the sheet."""
        super().__init__(parent)
        self._tints = GridPalette.fitting(self.palette())
        self.cells = SheetCells(messages, self._tints, self.palette())
        self._opened: OpenTemplate | None = None
        self.setModel(self.cells)
        self.setItemDelegate(_CellDelegate(self._tints, self))
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setProperty("role", "list")
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().setMaximumWidth(_ROW_HEADING_WIDTH)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * _PADDING)
        self.horizontalHeader().sectionClicked.connect(
            lambda column: self.stand_on(self.currentIndex().row() + 1, column + 1)
        )
        self.verticalHeader().sectionClicked.connect(
            lambda row: self.stand_on(row + 1, self.currentIndex().column() + 1)
        )
        self.doubleClicked.connect(lambda _index: self._ask(""))

    @property
    def place(self) -> tuple[int, int]:
        """The row and column stood on, from one."""
        index = self.currentIndex()
        return max(index.row(), 0) + 1, max(index.column(), 0) + 1

    def show_template(self, opened: OpenTemplate | None) -> None:
        """Show a template; of the same sheet only its binding is shown anew, and the place is kept."""
        before, place = self._opened, self.place
        same = before is not None and opened is not None and before.sheet is opened.sheet
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self._opened = opened
        self.cells.show_template(opened)
        if opened is None:
            return
        if not same:
            self._set_widths(opened)
        self._lay_out(opened)
        if same:
            self.stand_on(*place)
            self.horizontalScrollBar().setValue(across)
            self.verticalScrollBar().setValue(down)
        else:
            first = min(opened.bound_rows, default=1), min(opened.labels, default=opened.name_column or 1)
            self.stand_on(*first)
            self.scrollToTop()
            self.horizontalScrollBar().setValue(0)

    def stand_on(self, row: int, column: int) -> None:
        """Make a cell of the sheet the current one and bring it into sight."""
        row = min(max(row, 1), self.cells.rowCount())
        column = min(max(column, 1), self.cells.columnCount())
        index = self.cells.index(row - 1, column - 1)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def step(self, down: int, across: int) -> None:
        """Go on by as many rows and columns."""
        row, column = self.place
        self.stand_on(row + down, column + across)

    @property
    def stands_on_names(self) -> bool:
        """Whether the cell stood on names its line: in the column of names, or before the first bound column."""
        opened, column = self._opened, self.place[1]
        return opened is not None and column < max(opened.name_column + 1, min(opened.labels, default=0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Ask what the column or row takes with Enter, F2, F3 or a letter; free it with Delete; step with the rest."""
        key, text = event.key(), event.text()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if key in _ENTER_KEYS and plain:
            self._ask("")
        elif key == Qt.Key.Key_F2:
            self.column_wanted.emit("")
        elif key == Qt.Key.Key_F3:
            self.row_wanted.emit("")
        elif key == Qt.Key.Key_Delete:
            self.unbinding_wanted.emit(self.stands_on_names)
        elif plain and text and text.isprintable() and not text.isspace():
            self._ask(text)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:  # noqa: N802
        """Tell where the keys stand."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.moved.emit(*self.place)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Bring the cell stood on into sight."""
        super().focusInEvent(event)
        self.scrollTo(self.currentIndex())

    def _ask(self, typed: str) -> None:
        (self.row_wanted if self.stands_on_names else self.column_wanted).emit(typed)

    def _set_widths(self, opened: OpenTemplate) -> None:
        """Give the columns the widths they have in the template, as far as a screen bears them."""
        for column in range(1, self.cells.columnCount() + 1):
            characters = opened.sheet.column_width(column) or _USUAL_CHARACTERS
            width = round(characters * self.fontMetrics().averageCharWidth()) + 2 * _PADDING
            self.setColumnWidth(column - 1, min(max(width, _NARROWEST), _WIDEST))
        if opened.name_column:
            texts = (opened.text(row, opened.name_column) for row in opened.bound_rows)
            longest = max((self.fontMetrics().horizontalAdvance(text) for text in texts), default=0)
            wide = max(self.columnWidth(opened.name_column - 1), longest + 2 * _PADDING + 2)
            self.setColumnWidth(opened.name_column - 1, min(wide, _WIDEST))

    def _lay_out(self, opened: OpenTemplate) -> None:
        """Merge what is merged, let words beside the table run over empty cells, make room for the headings."""
        rows, columns = self.cells.rowCount(), self.cells.columnCount()
        self.clearSpans()
        for one in opened.merged:
            down = min(one.last_row, rows) - one.first_row + 1
            across = min(one.last_column, columns) - one.first_column + 1
            if down > 0 and across > 0 and (down, across) != (1, 1):
                self.setSpan(one.first_row - 1, one.first_column - 1, down, across)
        if opened.bound_rows:
            table = range(opened.heading_rows.start, max(opened.bound_rows) + 1)
            for row in range(1, min(opened.sheet.last_row, _MOST_RUN_OVER) + 1):
                if row not in table:
                    self._run_over(opened, row, columns)
        for row in opened.heading_rows:
            self._make_high(opened, row)

    def _run_over(self, opened: OpenTemplate, row: int, columns: int) -> None:
        """Let words that are wider than their cell run over the empty cells behind it, as Excel shows them."""
        column = 1
        while column <= columns:
            text, last = opened.text(row, column), column
            if text and opened.sheet.merge_at(row, column) is None:
                wide, room = self.fontMetrics().horizontalAdvance(text) + 2 * _PADDING, self.columnWidth(column - 1)
                while (
                    room < wide
                    and last < min(columns, column + _MOST_SPANNED)
                    and not opened.text(row, last + 1)
                    and opened.sheet.merge_at(row, last + 1) is None
                ):
                    last += 1
                    room += self.columnWidth(last - 1)
                if last > column:
                    self.setSpan(row - 1, column - 1, 1, last - column + 1)
            column = last + 1

    def _make_high(self, opened: OpenTemplate, row: int) -> None:
        """Give a row of headings the height that its wrapped words need."""
        needed = self.verticalHeader().defaultSectionSize()
        for column in range(1, self.cells.columnCount() + 1):
            merged = opened.sheet.merge_at(row, column)
            last_row = merged.last_row if merged else row
            if last_row != row or not (text := opened.text(merged.first_row if merged else row, column)):
                continue
            last = min(merged.last_column if merged else column, self.cells.columnCount())
            width = sum(self.columnWidth(one - 1) for one in range(column, last + 1)) - 2 * _PADDING
            above = sum(self.rowHeight(one - 1) for one in range(merged.first_row, row)) if merged else 0
            box = self.fontMetrics().boundingRect(QRect(0, 0, width, 1000), Qt.TextFlag.TextWordWrap, text)
            needed = max(needed, box.height() + 2 * _PADDING - above)
        self.setRowHeight(row - 1, min(needed, _HIGHEST))


class _CellDelegate(QStyledItemDelegate):
    """Paints a cell: its tint, thin lines, words, what is to be said of it as a line below, a frame where keys are."""

    def __init__(self, tints: GridPalette, view: SheetView) -> None:
        super().__init__(view)
        self._tints = tints
        self._view = view
        self._severities = {
            Severity.ERROR: tints.faulty_line,
            Severity.WARNING: tints.warned_line,
            Severity.NOTE: tints.noted_line,
        }

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect: QRect = option.rect
        tint = index.data(Qt.ItemDataRole.BackgroundRole)
        if tint is not None:
            painter.fillRect(rect, tint)
        painter.setPen(self._tints.line)
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        palette: QPalette = option.palette
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole) or palette.color(QPalette.ColorRole.Text))
        inside = rect.adjusted(_PADDING, 1, -_PADDING, -1)
        words, flags = index.data(), index.data(Qt.ItemDataRole.TextAlignmentRole)
        if words:
            self._write(painter, inside, words, flags)
        severity = index.data(SEVERITY_ROLE)
        if severity is not None:
            line = self._severities[severity]
            fill(painter, line, rect.left(), rect.bottom() - _LINE, rect.width() - 1, _LINE)
        if index == self._view.currentIndex():
            self._frame(painter, rect)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802
        del option
        return QSize(self._view.columnWidth(index.column()), self._view.verticalHeader().defaultSectionSize())

    def _write(self, painter: QPainter, inside: QRect, words: str, flags: int) -> None:
        metrics = painter.fontMetrics()
        if inside.height() >= 2 * metrics.height():
            painter.drawText(inside, flags | int(Qt.TextFlag.TextWordWrap), words)
        else:
            painter.drawText(inside, flags, metrics.elidedText(words, Qt.TextElideMode.ElideRight, inside.width()))

    def _frame(self, painter: QPainter, rect: QRect) -> None:
        colour: QColor = self._tints.accent if self._view.hasFocus() else self._tints.total_line
        for left, top, width, height in (
            (rect.left(), rect.top(), rect.width(), _LINE),
            (rect.left(), rect.bottom() - _LINE + 1, rect.width(), _LINE),
            (rect.left(), rect.top(), _LINE, rect.height()),
            (rect.right() - _LINE + 1, rect.top(), _LINE, rect.height()),
        ):
            fill(painter, colour, left, top, width, height)
