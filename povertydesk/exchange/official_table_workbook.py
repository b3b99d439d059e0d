"""Official tables 1-13 of former years from a workbook in the ministry's layout, the program's own copies among them.

A table is known by its title above the row that numbers the columns (A, B, 1, 2, 3=2/1×100). The numbers say which
column is which, the words of the rows which village. Nothing is computed here: what is printed is taken as printed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.exchange.faulty_cells import FaultyCell
from povertydesk.exchange.workbook import cell_figure, cell_text, column_letter, read_sheets
from povertydesk.poverty.former_year import FormerFigure, FormerLine, FormerTable
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.number_reading import BEYOND_ANY_COUNT, ColumnKind, NumberStyle, decide_style
from povertydesk.poverty.paper import CellKind
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from povertydesk.exchange.workbook import Cell, Sheet
    from povertydesk.poverty.official_table import OfficialTable
    from povertydesk.poverty.problems import Value

_NUMBERED = re.compile(r"\bbieu (?:so )?0?(\d{1,2})\b")
_LABEL = re.compile(r"[0-9A-Z][0-9A-Za-z.]*")
_TOTAL = ("tong", "cong", "toan xa", "toan phuong")
_COUNTED = {"ho": Counted.HOUSEHOLDS, "nhan khau": Counted.PEOPLE, "khau": Counted.PEOPLE}
_OF_INDICATORS = {4, 5, 6, 7}
"""Tables with a column for each indicator of the year's standard; only table 9 has columns of the place."""


class OfficialTableBook(NamedTuple):
    """The tables of a workbook, and how many of their cells hold a formula that was never calculated."""

    tables: tuple[FormerTable, ...]
    not_calculated: int


class _Columns(NamedTuple):
    """The row that numbers the columns, where the names stand, and the column of every label."""

    row: int
    name: int
    counted: int | None
    labels: Mapping[str, int]


def read_official_tables(
    path: Path, layouts: Mapping[int, OfficialTable], villages: Sequence[str]
) -> OfficialTableBook:
    """Read every official table of a workbook. Any fault refuses the whole, with every fault's sheet, row and column.

    Refused: `former-tables-missing` without any table, `former-table-twice`, `former-tables-have-faults` with findings.
    """
    tables: dict[int, FormerTable] = {}
    findings: list[Finding] = []
    not_calculated = 0
    for sheet in read_sheets(path):
        row = _number_row(sheet)
        number = None if row is None else _table_number(sheet, row, layouts)
        if row is None or number is None or number not in layouts:
            continue
        if number in tables:
            raise KnownError("former-table-twice", file=path.name, number=number, sheet=sheet.name)
        columns = _columns(sheet, row, layouts[number])
        findings += _strange_columns(sheet, number, columns, layouts[number])
        reader = _Reader(sheet, layouts[number], columns, villages)
        lines = tuple(reader.lines())
        if any(line.figures for line in lines):
            tables[number] = FormerTable(number, lines)
        findings += reader.findings
        not_calculated += reader.not_calculated
    if findings:
        raise KnownError("former-tables-have-faults", findings=tuple(findings), file=path.name, faults=len(findings))
    if not tables:
        raise KnownError("former-tables-missing", file=path.name)
    return OfficialTableBook(tuple(tables[number] for number in sorted(tables)), not_calculated)


def _number_row(sheet: Sheet) -> int | None:
    """Find the row under the headings that begins with A and B."""
    for row, cells in enumerate(sheet.rows):
        labels = [_label(cell_text(cell)) for cell in cells if cell is not None]
        if len(labels) > 2 and labels[:2] == ["A", "B"]:
            return row
    return None


def _label(text: str) -> str:
    label = text.partition("=")[0].strip(" ()")
    return label if _LABEL.fullmatch(label) else ""


def _table_number(sheet: Sheet, below: int, layouts: Mapping[int, OfficialTable]) -> int | None:
    """Tell which table it is: by the number in its title, or by the title's own words."""
    title = fold(" ".join(cell_text(cell) for cells in sheet.rows[:below] for cell in cells if isinstance(cell, str)))
    found = _NUMBERED.search(title)
    if found is not None:
        return int(found[1])
    named = [number for number, layout in layouts.items() if fold(layout.title) in title]
    return max(named, key=lambda number: len(layouts[number].title), default=None)


def _columns(sheet: Sheet, row: int, layout: OfficialTable) -> _Columns:
    labels: dict[str, int] = {}
    for column, cell in enumerate(sheet.rows[row]):
        label = _label(cell_text(cell))
        if label:
            labels.setdefault(label, column)
    labels.pop("A")
    name = labels.pop("B")
    counted = labels.pop("C", None) if layout.by_lines else None
    return _Columns(row, name, counted, labels)


def _strange_columns(sheet: Sheet, number: int, columns: _Columns, layout: OfficialTable) -> Iterator[Finding]:
    """Name the columns past the form of the year: another year's indicators stand in another order."""
    known = {column.label for column in layout.columns}
    strange = [label for label in columns.labels if label not in known]
    if strange and number in _OF_INDICATORS:
        place = Place(sheet=sheet.name, row=columns.row + 1, column=column_letter(columns.labels[strange[0]]))
        values: dict[str, Value] = {"number": number, "columns": ", ".join(strange)}
        yield Finding("former-columns-strange", Severity.ERROR, place, values)


class _Reader:
    """Reads the lines of one table, keeping what is wrong with them."""

    def __init__(self, sheet: Sheet, layout: OfficialTable, columns: _Columns, villages: Sequence[str]) -> None:
        self.findings: list[Finding] = []
        self.not_calculated = 0
        self._sheet = sheet
        self._layout = layout
        self._columns = columns
        self._villages = villages
        self._kinds = {column.label: column.kind for column in layout.columns}
        self._first_rows: dict[tuple[str | None, Counted], int] = {}
        below = range(columns.row + 1, len(sheet.rows))
        self._styles = {label: self._style(label, column, below) for label, column in columns.labels.items()}

    def lines(self) -> Iterator[FormerLine]:
        village: str | None = None
        named = ended = has_villages = False
        for row in range(self._columns.row + 1, len(self._sheet.rows)):
            cells = {label: self._sheet.cell(row, column) for label, column in self._columns.labels.items()}
            counted = self._counted(row)
            if all(cell is None for cell in cells.values()) or counted is None:
                continue
            name = self._name(row)
            if name or counted is Counted.HOUSEHOLDS:
                if ended:
                    return
                if self._is_unit(row):
                    named = False
                    continue
                is_total = fold(name).startswith(_TOTAL)
                village = None if is_total else self._known(name, row)
                has_villages = has_villages or not is_total
                # Some offices put the total above the villages: there nothing ends with it.
                named, ended = is_total or village is not None, is_total and has_villages
            if named and self._first(village, counted, row):
                yield FormerLine(village, counted, dict(self._figures(row, village, cells)))

    def _name(self, row: int) -> str:
        # "Tổng cộng" often stands in the serial's cell, merged over the name's.
        texts = (self._sheet.text(row, column) for column in range(self._columns.name, -1, -1))
        first = next(texts)
        return first or next((text for text in texts if fold(text).startswith(_TOTAL)), "")

    def _is_unit(self, row: int) -> bool:
        """Say whether a line adds up those numbered under it, 1 over 1.1: a receiving office's unit of communes."""
        serial = self._serial(row)
        below = (one for line in range(row + 1, len(self._sheet.rows)) if (one := self._serial(line)))
        return serial.isdecimal() and next(below, "").startswith(f"{serial}.")

    def _serial(self, row: int) -> str:
        return self._sheet.text(row, self._columns.name - 1).replace(",", ".") if self._columns.name else ""

    def _counted(self, row: int) -> Counted | None:
        if self._columns.counted is None:
            return Counted.HOUSEHOLDS
        return _COUNTED.get(fold(self._sheet.text(row, self._columns.counted)))

    def _known(self, name: str, row: int) -> str | None:
        plain = fold(name)
        alike = [one for one in self._villages if fold(one) == plain]
        alike = alike or [one for one in self._villages if plain and fold(one).endswith(f" {plain}")]
        if len(alike) == 1:
            return alike[0]
        place = self._place(row, self._columns.name)
        self.findings.append(Finding("former-village-unknown", Severity.ERROR, place, {"text": name}))
        return None

    def _first(self, village: str | None, counted: Counted, row: int) -> bool:
        before = self._first_rows.setdefault((village, counted), row)
        if before == row:
            return True
        self._fault(
            "village-twice", row, self._columns.name, village=village or "", row=row + 1, first_row=str(before + 1)
        )
        return False

    def _figures(self, row: int, village: str | None, cells: Mapping[str, Cell]) -> Iterable[tuple[str, FormerFigure]]:
        for label, cell in cells.items():
            column = self._columns.labels[label]
            if isinstance(cell, FaultyCell):
                if cell.text:
                    self._fault("cell-shows-error", row, column, text=cell.text)
                else:
                    self.not_calculated += 1
                continue
            if cell is None:
                continue
            value = cell_figure(cell, self._styles[label])
            if value is None or (self._kinds.get(label) is CellKind.COUNT and value != value.to_integral_value()):
                self._fault("count-not-a-number", row, column, text=cell_text(cell))
            elif value < 0:
                self._fault("count-negative", row, column, text=cell_text(cell))
            elif value >= BEYOND_ANY_COUNT:
                self._fault("count-too-large", row, column, text=cell_text(cell))
            else:
                place = self._place(row, column)._replace(village=village)
                yield label, FormerFigure(value, place)

    def _style(self, label: str, column: int, rows: range) -> NumberStyle:
        texts = [cell for row in rows if isinstance(cell := self._sheet.cell(row, column), str)]
        kind = ColumnKind.DECIMAL if self._kinds.get(label) is CellKind.RATE else ColumnKind.COUNT
        return decide_style(texts, kind).style

    def _place(self, row: int, column: int) -> Place:
        return Place(sheet=self._sheet.name, row=row + 1, column=column_letter(column))

    def _fault(self, code: str, row: int, column: int, /, **values: str | int) -> None:
        self.findings.append(Finding(code, Severity.ERROR, self._place(row, column), values))
