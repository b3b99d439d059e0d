"""Records in rows for a grid: reading, totals, findings, and requests to change cells."""

from __future__ import annotations

import enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from povertydesk.poverty.vietnamese import clean_line
from povertydesk.ui.records.columns import Alignment, CellEdit, CellKind, CellValue, Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from povertydesk.poverty.problems import Severity

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
CellFinding = tuple["Severity", str]

_NO_PARENT = QModelIndex()
_NO_FINDINGS: Mapping[str, CellFinding] = MappingProxyType({})
_MAX_RANGES = 50
_ALIGNMENTS = {
    Alignment.LEFT: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    Alignment.CENTRE: Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter,
    Alignment.RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}


class CellLook(enum.Enum):
    """How a cell is tinted before findings: given, to be typed, offered for it, worked out, or in a line of sums."""

    GIVEN = enum.auto()
    TYPED = enum.auto()
    PROPOSED = enum.auto()
    COMPUTED = enum.auto()
    SUM = enum.auto()


class ShownCell(NamedTuple):
    """What the view paints in one cell."""

    text: str
    look: CellLook
    severity: Severity | None


class RecordTable(QAbstractTableModel, Generic[R]):
    """A table over frozen records. It never writes: `edit_requested` carries what the clerk wants changed.

    The page hands the edits to its workflow and gives the new records back by `replace_records` (same rows) or
    `set_records` (rows came or went). A row is known by its record's id, a column by its key. `is_sum` tells the lines
    that add others up: they look like the totals, sums of a selection and pasted blocks pass them over.
    """

    # Of any object: a list would be copied into Qt's own kind, cell by cell.
    edit_requested = Signal(object)
    totals_changed = Signal()
    columns_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column[R]],
        row_id: Callable[[R], str],
        records: Iterable[R] = (),
        parent: QObject | None = None,
        *,
        is_sum: Callable[[R], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._row_id = row_id
        self._is_sum = is_sum
        self._records: list[R] = []
        self._rows: dict[str, int] = {}
        self._findings: dict[tuple[str, str], CellFinding] = {}
        self._total_findings: dict[str, CellFinding] = {}
        self._read_only = False
        self._shown_rows: dict[int, tuple[ShownCell, ...]] = {}
        self._shown_totals: tuple[str, ...] | None = None
        self._take(list(records))

    @property
    def columns(self) -> tuple[Column[R], ...]:
        """The columns, from the left."""
        return self._columns

    @property
    def records(self) -> tuple[R, ...]:
        """The records, from the top."""
        return tuple(self._records)

    def records_between(self, top: int, bottom: int) -> list[R]:
        """Return the records of these rows, both included."""
        return self._records[top : bottom + 1]

    @property
    def read_only(self) -> bool:
        """Whether no cell may be changed now, for instance because the file is open elsewhere."""
        return self._read_only

    @property
    def has_totals(self) -> bool:
        """Whether a totals row stands under the records."""
        return bool(self._records) and any(column.total for column in self._columns)

    def set_columns(self, columns: Sequence[Column[R]]) -> None:
        """Show other columns of the same records."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self._forget_shown()
        self.endResetModel()
        self.columns_changed.emit()
        self.totals_changed.emit()

    def set_records(self, records: Iterable[R]) -> None:
        """Show these records. Only where rows came, went or changed places is the table built anew."""
        new = list(records)
        if [self._row_id(record) for record in new] == list(self._rows):
            self.replace_records(record for record, old in zip(new, self._records, strict=True) if record != old)
            return
        self.beginResetModel()
        self._take(new)
        self.endResetModel()
        self.totals_changed.emit()

    def replace_records(self, changed: Iterable[R]) -> None:
        """Show the new state of records that are in the table already; an unknown id raises KeyError."""
        rows = []
        for record in changed:
            row = self._rows[self._row_id(record)]
            self._records[row] = record
            self._shown_rows.pop(row, None)
            rows.append(row)
        if rows:
            self._shown_totals = None
            self._announce(rows)
            self.totals_changed.emit()

    def set_findings(
        self,
        findings: Mapping[tuple[str, str], CellFinding],
        totals: Mapping[str, CellFinding] = _NO_FINDINGS,
    ) -> None:
        """Mark these cells, by (row id, column key), with a severity and its sentence; all others are unmarked.

        `totals` are marked in the totals row, by column key: sums that contradict what they should come to.
        """
        if dict(totals) != self._total_findings:
            self._total_findings = dict(totals)
            self.totals_changed.emit()
        new = dict(findings)
        touched = {cell[0] for cell, _ in new.items() ^ self._findings.items()}
        self._findings = new
        rows = [self._rows[row_id] for row_id in touched if row_id in self._rows]
        for row in rows:
            self._shown_rows.pop(row, None)
        if rows:
            self._announce(rows)

    def set_read_only(self, read_only: bool) -> None:
        """Allow or forbid changes; reading and copying always work."""
        if read_only == self._read_only:
            return
        self._read_only = read_only
        self._shown_rows.clear()
        if self._records:
            self._announce(range(len(self._records)))

    def row_of(self, row_id: str) -> int | None:
        """Return the row of a record, None where it is not in the table."""
        return self._rows.get(row_id)

    def row_id(self, row: int) -> str:
        """Return the id of the record in a row."""
        return self._row_id(self._records[row])

    def column_of(self, key: str) -> int | None:
        """Return the position of a column, None where it is not shown."""
        return next((position for position, column in enumerate(self._columns) if column.key == key), None)

    def value(self, row: int, column: int) -> CellValue:
        """Return the value of a cell."""
        return self._columns[column].read(self._records[row])

    def plain_text(self, row: int, column: int) -> str:
        """Return the text of a cell for the editor and for Excel: `1518`, `13,70`."""
        return self._columns[column].plain(self.value(row, column))

    def is_editable(self, row: int, column: int) -> bool:
        """Say whether the clerk may type in a cell now."""
        return not self._read_only and self._columns[column].is_editable(self._records[row])

    def is_always_editable(self, column: int) -> bool:
        """Say whether the clerk may type in every cell of a column now."""
        return not self._read_only and self._columns[column].editable is True

    def is_sum(self, row: int) -> bool:
        """Say whether a row adds others up."""
        return self._is_sum is not None and self._is_sum(self._records[row])

    def finding(self, row: int, column: int) -> CellFinding | None:
        """Return what was found in a cell."""
        return self._findings.get((self.row_id(row), self._columns[column].key))

    def total_finding(self, column: int) -> CellFinding | None:
        """Return what was found in the total of a column."""
        return self._total_findings.get(self._columns[column].key)

    def shown_row(self, row: int) -> tuple[ShownCell, ...]:
        """Return what stands in a row, kept until its record changes."""
        shown = self._shown_rows.get(row)
        if shown is None:
            record = self._records[row]
            row_id = self._row_id(record)
            shown = tuple(self._shown_cell(column, record, row_id) for column in self._columns)
            self._shown_rows[row] = shown
        return shown

    def shown_totals(self) -> tuple[str, ...]:
        """Return the texts of the totals row, worked out once for a state of the records."""
        if self._shown_totals is None:
            self._shown_totals = tuple(
                "" if column.total is None else column.shown(column.total(self._records)) for column in self._columns
            )
        return self._shown_totals

    def edit_of(self, row: int, column: int, text: str) -> CellEdit:
        """Write a wanted change of a cell; the text becomes one clean line in NFC."""
        return CellEdit(self.row_id(row), self._columns[column].key, clean_line(text))

    def request_edits(self, edits: Sequence[CellEdit]) -> None:
        """Ask the page for changes, all in one request; nothing is asked for nothing."""
        if edits:
            self.edit_requested.emit(list(edits))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802
        """Return the number of records."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text, editor text, side, tooltip and spoken text of a cell; nothing for any other role."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.shown_row(index.row())[index.column()].text if index.isValid() else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNMENTS[self._columns[index.column()].alignment] if index.isValid() else None
        if role == Qt.ItemDataRole.EditRole:
            return self.plain_text(index.row(), index.column()) if index.isValid() else None
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole}:
            finding = self.finding(index.row(), index.column()) if index.isValid() else None
            return finding[1] if finding else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column()) if index.isValid() else None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Request the change of one cell; an unchanged text asks for nothing."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not self.is_editable(index.row(), index.column()):
            return False
        edit = self.edit_of(index.row(), index.column(), str(value))
        if edit.text != self.plain_text(index.row(), index.column()):
            self.request_edits([edit])
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a cell can be chosen, and typed in where it is open for it."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_editable(index.row(), index.column()) else flags

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column (spoken with its groups), its explanation, or the number of a row (its name)."""
        if orientation == Qt.Orientation.Vertical:
            return self._row_heading(section, role)
        if not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.full_title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tooltip or None
        return None

    def _take(self, records: list[R]) -> None:
        rows = {self._row_id(record): row for row, record in enumerate(records)}
        if len(rows) != len(records):
            message = "two records of one table have the same id"
            raise ValueError(message)
        self._records = records
        self._rows = rows
        self._forget_shown()

    def _forget_shown(self) -> None:
        self._shown_rows.clear()
        self._shown_totals = None

    def _shown_cell(self, column: Column[R], record: R, row_id: str) -> ShownCell:
        finding = self._findings.get((row_id, column.key))
        look = CellLook.COMPUTED if column.computed else CellLook.GIVEN
        if self._is_sum is not None and self._is_sum(record):
            look = CellLook.SUM
        elif not self._read_only and column.is_editable(record):
            look = CellLook.TYPED
        text = column.shown(column.read(record))
        if not text and column.proposed is not None:
            text = column.shown(column.proposed(record))
            look = CellLook.PROPOSED if text else look
        return ShownCell(text, look, finding[0] if finding else None)

    def _row_heading(self, row: int, role: int) -> int | str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return row + 1
        if role == Qt.ItemDataRole.AccessibleTextRole and 0 <= row < len(self._records):
            cells = zip(self._columns, self.shown_row(row), strict=True)
            return next((cell.text for column, cell in cells if column.kind is CellKind.TEXT), None)
        return None

    def _spoken(self, row: int, column: int) -> str:
        finding = self.finding(row, column)
        spoken = f"{self._columns[column].full_title}: {self.shown_row(row)[column].text}"
        return f"{spoken}. {finding[1]}" if finding else spoken

    def _announce(self, rows: Iterable[int]) -> None:
        """Tell the views which rows changed: neighbours in one range, many scattered ones in a single range."""
        ordered = sorted(set(rows))
        ranges: list[tuple[int, int]] = []
        for row in ordered:
            if ranges and ranges[-1][1] == row - 1:
                ranges[-1] = (ranges[-1][0], row)
            else:
                ranges.append((row, row))
        if len(ranges) > _MAX_RANGES:
            ranges = [(ordered[0], ordered[-1])]
        last_column = len(self._columns) - 1
        for first, last in ranges:
            self.dataChanged.emit(self.index(first, 0), self.index(last, last_column))
