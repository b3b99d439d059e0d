"""Painting the cells of a grid: stripes, tints, thin lines, figures; one pass over what is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QStaticText

from povertydesk.poverty.problems import Severity
from povertydesk.ui.records.columns import Alignment
from povertydesk.ui.records.record_table import CellLook

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from povertydesk.ui.records.grid_palette import GridPalette
    from povertydesk.ui.records.record_table import RecordTable

_KEPT_TEXTS = 8_000
_SELECTION_ALPHA = 38
_UNDERLINE = 2
_GREY = frozenset({CellLook.COMPUTED, CellLook.PROPOSED})


class ColumnPlace(NamedTuple):
    """Where a column stands in the view now."""

    column: int
    left: int
    width: int


def fill(painter: QPainter, colour: QColor, left: int, top: int, width: int, height: int) -> None:
    """Fill a rectangle; Qt's own `fillRect` would make Python's names of all its colour gradients first."""
    painter.setBackground(colour)
    painter.eraseRect(left, top, width, height)


class _Texts:
    """Laid-out texts of one face, kept because laying out costs three times as much as drawing."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self._kept: dict[tuple[str, int], tuple[QStaticText, int]] = {}
        self.height = self._metrics.height()

    def fitting(self, text: str, room: int) -> tuple[QStaticText, int]:
        """Return a text, cut with dots where it is wider than the room, and its width."""
        kept = self._kept.get((text, room))
        if kept is None:
            if len(self._kept) >= _KEPT_TEXTS:
                self._kept.clear()
            shown = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            laid_out = QStaticText(shown)
            laid_out.setTextFormat(Qt.TextFormat.PlainText)
            kept = self._kept[text, room] = (laid_out, self._metrics.horizontalAdvance(shown))
        return kept

    def is_cut(self, text: str, room: int) -> bool:
        """Say whether a text is wider than the room."""
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room) != text


class CellPainter:
    """Paints rows and totals of a table in one look: faces, tints and palette."""

    def __init__(
        self, table: RecordTable[Any], font: QFont, bold: QFont, padding: int, tints: GridPalette, palette: QPalette
    ) -> None:
        """Prepare the texts and colours of a look; a change of font or palette needs a new painter."""
        self._table = table
        self._padding = padding
        self._tints = tints
        self._text_colour = palette.text().color()
        self._regular = _Texts(font)
        self._bold = _Texts(bold)
        self._selection = QColor(tints.accent)
        self._selection.setAlpha(_SELECTION_ALPHA)
        self._look_tints = {CellLook.TYPED: tints.typed, CellLook.PROPOSED: tints.typed, CellLook.SUM: tints.total}
        self._finding_tints = {Severity.ERROR: tints.faulty, Severity.WARNING: tints.warned}
        self._finding_lines = {
            Severity.ERROR: tints.faulty_line,
            Severity.WARNING: tints.warned_line,
            Severity.NOTE: tints.noted_line,
        }

    def is_cut(self, text: str, column_width: int, *, bold: bool = False) -> bool:
        """Say whether a cell (or with `bold` a total) of this width cannot show its text in full."""
        texts = self._bold if bold else self._regular
        return texts.is_cut(text, column_width - 2 * self._padding)

    def paint_rows(
        self,
        painter: QPainter,
        columns: Sequence[ColumnPlace],
        rows: range,
        top: int,
        row_height: int,
        selected: Collection[tuple[int, int]],
    ) -> None:
        """Paint rows from `top` on: stripes and tints, then lines, then texts."""
        if not columns:
            return
        left, right = columns[0].left, columns[-1].left + columns[-1].width
        bottom = top + len(rows) * row_height
        tints = self._tints
        for row in rows:
            y = top + (row - rows.start) * row_height
            if row % 2:
                fill(painter, tints.zebra, left, y, right - left, row_height)
            for cell, place in zip(self._cells(row, columns), columns, strict=True):
                tint = self._finding_tints.get(cell.severity) if cell.severity else None
                if tint is None:
                    tint = self._look_tints.get(cell.look)
                if tint is not None:
                    fill(painter, tint, place.left, y, place.width, row_height)
                if (row, place.column) in selected:
                    fill(painter, self._selection, place.left, y, place.width, row_height)
        painter.setPen(QPen(tints.line, 0))
        for row in rows:
            y = top + (row - rows.start + 1) * row_height - 1
            painter.drawLine(left, y, right, y)
        for place in columns:
            painter.drawLine(place.left + place.width - 1, top, place.left + place.width - 1, bottom)
        self._paint_texts(painter, columns, rows, top, row_height)

    def paint_totals(self, painter: QPainter, columns: Sequence[ColumnPlace], top: int, height: int) -> None:
        """Paint the totals row, set off by a stronger line."""
        if not columns:
            return
        left, right = columns[0].left, columns[-1].left + columns[-1].width
        fill(painter, self._tints.total, left, top, right - left, height)
        for place in columns:
            self._paint_total_finding(painter, place, top, height)
        painter.setPen(QPen(self._tints.line, 0))
        for place in columns:
            painter.drawLine(place.left + place.width - 1, top, place.left + place.width - 1, top + height)
        fill(painter, self._tints.total_line, left, top, right - left, 2)
        painter.setPen(self._text_colour)
        painter.setFont(self._bold.font)
        totals = self._table.shown_totals()
        for place in columns:
            if totals[place.column]:
                self._paint_text(painter, self._bold, totals[place.column], place, top + 1, height)

    def _paint_total_finding(self, painter: QPainter, place: ColumnPlace, top: int, height: int) -> None:
        finding = self._table.total_finding(place.column)
        if finding is None:
            return
        tint = self._finding_tints.get(finding[0])
        if tint is not None:
            fill(painter, tint, place.left, top, place.width, height)
        line = self._finding_lines[finding[0]]
        fill(painter, line, place.left, top + height - _UNDERLINE - 1, place.width - 1, _UNDERLINE)

    def paint_current(self, painter: QPainter, rect: QRect, has_focus: bool) -> None:
        """Frame the current cell; strongly while the keys go to the grid."""
        colour = self._tints.accent if has_focus else self._tints.total_line
        width = 2
        fill(painter, colour, rect.left(), rect.top(), rect.width(), width)
        fill(painter, colour, rect.left(), rect.bottom() - width + 1, rect.width(), width)
        fill(painter, colour, rect.left(), rect.top(), width, rect.height())
        fill(painter, colour, rect.right() - width + 1, rect.top(), width, rect.height())

    def _paint_texts(
        self, painter: QPainter, columns: Sequence[ColumnPlace], rows: range, top: int, row_height: int
    ) -> None:
        texts, grey = self._regular, False
        painter.setFont(texts.font)
        painter.setPen(self._text_colour)
        for row in rows:
            y = top + (row - rows.start) * row_height
            for cell, place in zip(self._cells(row, columns), columns, strict=True):
                if cell.severity:
                    line = self._finding_lines[cell.severity]
                    fill(painter, line, place.left, y + row_height - _UNDERLINE - 1, place.width - 1, _UNDERLINE)
                if not cell.text:
                    continue
                if (cell.look in _GREY) is not grey:
                    grey = not grey
                    painter.setPen(self._tints.computed if grey else self._text_colour)
                wanted = self._bold if cell.look is CellLook.SUM else self._regular
                if wanted is not texts:
                    texts = wanted
                    painter.setFont(texts.font)
                self._paint_text(painter, texts, cell.text, place, y, row_height)

    def _paint_text(
        self, painter: QPainter, texts: _Texts, text: str, place: ColumnPlace, top: int, height: int
    ) -> None:
        room = place.width - 2 * self._padding
        laid_out, width = texts.fitting(text, room)
        alignment = self._table.columns[place.column].alignment
        x = place.left + self._padding
        if alignment is Alignment.RIGHT:
            x += room - width
        elif alignment is Alignment.CENTRE:
            x += (room - width) // 2
        painter.drawStaticText(x, top + (height - texts.height) // 2, laid_out)

    def _cells(self, row: int, columns: Sequence[ColumnPlace]) -> Sequence[Any]:
        shown = self._table.shown_row(row)
        return shown[columns[0].column : columns[-1].column + 1]
