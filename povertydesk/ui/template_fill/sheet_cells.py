"""The cells of a template's sheet as a table of Qt: its own words, and over them the figures that are to go in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPalette

from povertydesk.poverty.official_text import format_amount, format_count, format_rate
from povertydesk.poverty.paper import CellKind
from povertydesk.poverty.problems import Severity
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    from povertydesk.poverty.messages import Messages
    from povertydesk.ui.records.grid_palette import GridPalette
    from povertydesk.workflow.bind_template import OpenTemplate

AnyIndex = QModelIndex | QPersistentModelIndex
_ROWS_BELOW = 3
_MOST_IN_ROW_HEADING = 12
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}

SEVERITY_ROLE = Qt.ItemDataRole.UserRole
"""The severity of what is to be said of a cell, None where nothing is."""


class SheetCells(QAbstractTableModel):
    """A sheet of a template. Rows and columns of the model are counted from nought, those of the sheet from one."""

    def __init__(self, messages: Messages, tints: GridPalette, palette: QPalette) -> None:
        """Show nothing yet; `messages` name what is to be said of a cell."""
        super().__init__()
        self._messages = messages
        self._tints = tints
        self._muted = palette.color(QPalette.ColorRole.PlaceholderText)
        self._taken = QColor(tints.accent)
        self._taken.setAlpha(34)
        self._opened: OpenTemplate | None = None
        self._said: dict[tuple[int, int], tuple[Severity, str]] = {}
        self._kinds: dict[str, CellKind] = {}

    def show_template(self, opened: OpenTemplate | None) -> None:
        """Show a template as it is bound now."""
        self.beginResetModel()
        self._opened = opened
        self._said = _said_of_cells(opened, self._messages) if opened is not None else {}
        self._kinds = {one.label: one.kind for one in opened.columns} if opened is not None else {}
        self.endResetModel()

    def sentence(self, row: int, column: int) -> str:
        """Return what is to be said of a cell of the sheet; empty where nothing is."""
        return self._said.get((row, column), (None, ""))[1]

    def rowCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """Offer a few empty rows below the sheet's own."""
        if self._opened is None or (parent is not None and parent.isValid()):
            return 0
        return self._opened.sheet.last_row + _ROWS_BELOW

    def columnCount(self, parent: AnyIndex | None = None) -> int:  # noqa: N802
        """Count the columns that are written in the sheet."""
        if self._opened is None or (parent is not None and parent.isValid()):
            return 0
        return max(self._opened.sheet.last_column, max(self._opened.labels, default=0))

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows and how."""
        opened = self._opened
        if opened is None or not index.isValid():
            return None
        row, column = index.row() + 1, index.column() + 1
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(opened, row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self.sentence(row, column) or opened.text(row, column) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (
                    f"{opened.letters_of(column)}{row}",
                    self._shown(opened, row, column),
                    self.sentence(row, column),
                )
                return ", ".join(part for part in parts if part)
            case Qt.ItemDataRole.BackgroundRole:
                return self._tint(opened, row, column)
            case Qt.ItemDataRole.ForegroundRole:
                planned = opened.planned(row, column)
                return self._muted if planned is not None and not planned.is_written else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(opened, row, column)
            case Qt.ItemDataRole.UserRole:
                return self._said.get((row, column), (None, ""))[0]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """Name a column with the table's column it takes, a row with the line it takes."""
        opened = self._opened
        if opened is None:
            return None
        across = orientation is Qt.Orientation.Horizontal
        name = opened.letters_of(section + 1) if across else str(section + 1)
        takes = opened.labels.get(section + 1, "") if across else opened.line_of(section + 1)
        if role == Qt.ItemDataRole.DisplayRole:
            if across:
                return f"{name}\n← {takes}" if takes else f"{name}\n"
            return self._row_heading(opened, section + 1, takes)
        if role == Qt.ItemDataRole.ToolTipRole:
            return next(
                (f"{one.label} – {one.heading}" for one in opened.columns if across and one.label == takes), takes
            )
        if role == Qt.ItemDataRole.TextAlignmentRole and not across:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _row_heading(self, opened: OpenTemplate, row: int, takes: str) -> str:
        """Name the line that a row takes where the template itself calls it otherwise."""
        if not takes:
            return str(row)
        own = fold(opened.bound_rows[row].shown)
        return f"{row} ←" if own and own in fold(takes) else f"{row} ← {_short(takes)}"

    def _shown(self, opened: OpenTemplate, row: int, column: int) -> str:
        planned = opened.planned(row, column)
        if planned is None:
            return opened.text(row, column)
        if planned.computes:
            return f"= {opened.text(row, column)}".rstrip()
        if planned.value is None:
            return "…"
        if self._kinds.get(opened.labels.get(column, "")) is CellKind.RATE:
            return format_rate(planned.value)
        return format_count(planned.value) if isinstance(planned.value, int) else format_amount(planned.value)

    def _tint(self, opened: OpenTemplate, row: int, column: int) -> QColor | None:
        severity = self._said.get((row, column), (None, ""))[0]
        if severity in {Severity.ERROR, Severity.WARNING}:
            return self._tints.faulty if severity is Severity.ERROR else self._tints.warned
        planned = opened.planned(row, column)
        if planned is not None:
            if planned.is_written:
                return self._taken
            return self._tints.total if planned.computes else self._tints.warned
        if row in opened.heading_rows:
            return self._taken if column in opened.labels else self._tints.heading
        if column == opened.name_column and row in opened.bound_rows:
            return self._taken
        return None

    def _alignment(self, opened: OpenTemplate, row: int, column: int) -> int:
        if opened.planned(row, column) is not None:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if row in opened.heading_rows:
            return int(Qt.AlignmentFlag.AlignCenter)
        return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _said_of_cells(opened: OpenTemplate, messages: Messages) -> dict[tuple[int, int], tuple[Severity, str]]:
    """Place every finding that names a cell, a column or a row; the graver goes before."""
    said: dict[tuple[int, int], tuple[Severity, str]] = {}
    for item in sorted(opened.items, key=lambda one: _RANK[one.finding.severity]):
        cell = opened.cell_of(item)
        if cell is not None:
            said.setdefault(cell, (item.finding.severity, messages.of_finding(item.finding)))
    return said


def _short(words: str) -> str:
    return words if len(words) <= _MOST_IN_ROW_HEADING else f"{words[: _MOST_IN_ROW_HEADING - 1]}…"
