"""The official review tables as papers: merged headings, number row, formulas, a line or two for every place."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from povertydesk.documents.plan_figures import count_figure, rate_figure
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.paper import (
    CellKind,
    Closing,
    Grid,
    GridColumn,
    GridHeading,
    GridRow,
    Paper,
    Paragraph,
    ParagraphStyle,
    Part,
    RowKind,
    SheetSize,
    Text,
    Title,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from povertydesk.documents.issuing_office import IssuingOffice
    from povertydesk.poverty.official_table import FilledTable, OfficialTable, TableCell, TableColumn, TableLine
    from povertydesk.poverty.paper import CellValue, Letterhead
    from povertydesk.poverty.plan import Officer

_SERIAL_WIDTH, _PLACE_WIDTH, _COUNTED_WIDTH = 10.0, 34.0, 24.0
_WIDEST_ON_A4 = 300.0
"""Up to this width, in millimetres before fitting, a table keeps a readable size on A4 landscape."""
_COUNTED_WORDS = {Counted.HOUSEHOLDS: "Hộ", Counted.PEOPLE: "Nhân khẩu"}
_TOTAL = "TỔNG CỘNG"


def table_name(number: int) -> str:
    """Return the command line's word for a table: `table-01`."""
    return f"table-{number:02d}"


def table_grid(filled: FilledTable, places: Mapping[str, str], place_heading: str) -> Grid:
    """Lay a filled table out: serial, place, what a line counts where it has two, and the table's own columns."""
    table = filled.table
    before: list[GridColumn] = [
        GridColumn("serial", "TT", CellKind.SERIAL, _SERIAL_WIDTH, "A"),
        GridColumn("place", place_heading, CellKind.TEXT, _PLACE_WIDTH, "B"),
    ]
    if table.by_lines:
        before.append(GridColumn("counted", "Phân tổ", CellKind.TEXT, _COUNTED_WIDTH, "C"))
    own = _grouped(table.columns, 0)
    serial = {village: place for place, village in enumerate(places, start=1)}
    rows = tuple(_row(filled, line, places, serial) for line in filled.lines)
    return Grid(table_name(table.number), (*before, *own), rows, numbered=True)


def table_paper(
    table: OfficialTable, grid: Grid, office: IssuingOffice, letterhead: Letterhead, signer: Officer | None
) -> Paper:
    """Make the paper of one table: A4 landscape, A3 where its columns need it."""
    width = sum(leaf.width for leaf in grid.leaves)
    notes = (Paragraph((Text(table.note, italic=True),), ParagraphStyle.NOTE),) if table.note else ()
    blocks = (
        letterhead,
        Title(f"Biểu {table.number}. {table.title}"),
        grid,
        *notes,
        Closing((), office.signature(signer)),
    )
    size = SheetSize.A3 if width > _WIDEST_ON_A4 else SheetSize.A4
    title = f"Biểu {table.number}: {table.title.capitalize()} – {office.unit.name}"
    return Paper(grid.name, title, (Part(blocks, size, landscape=True, one_sheet=True),), author=office.unit.name)


def _grouped(columns: Sequence[TableColumn], depth: int) -> list[GridHeading | GridColumn]:
    """Put neighbours under the same headings together, heading line by heading line."""
    grouped: list[GridHeading | GridColumn] = []
    place = 0
    while place < len(columns):
        column = columns[place]
        if len(column.headings) <= depth:
            named = (column.label, column.title, column.kind, column.width, column.number)
            grouped.append(GridColumn(*named, live=column.computed))
            place += 1
            continue
        last = place
        while last < len(columns) and columns[last].headings[: depth + 1] == column.headings[: depth + 1]:
            last += 1
        members = tuple(_grouped(columns[place:last], depth + 1))
        grouped.append(GridHeading(column.headings[depth], members))
        place = last
    return grouped


def _row(filled: FilledTable, line: TableLine, places: Mapping[str, str], serial: Mapping[str, int]) -> GridRow:
    first = line.counted is filled.table.counted[0]
    cells: list[CellValue] = [None, None]
    if first and line.village is None:
        cells = [None, _TOTAL]
    elif first and line.village is not None:
        cells = [serial[line.village], places[line.village]]
    if filled.table.by_lines:
        cells.append(_COUNTED_WORDS[line.counted])
    cells += [_value(filled, column, line, cell) for column, cell in zip(filled.table.columns, line.cells, strict=True)]
    kind = RowKind.TOTAL if line.village is None else RowKind.ORDINARY
    return GridRow(tuple(cells), kind, continued=0 if first else 2)


def _value(filled: FilledTable, column: TableColumn, line: TableLine, cell: TableCell) -> CellValue:
    if cell.value is None:
        return None
    name = f"table_{filled.table.number:02d}_{column.label}"
    scope = {"counted": line.counted.value} | ({"village": line.village} if line.village else {})
    if column.kind is CellKind.RATE:
        return rate_figure(name, Decimal(cell.value), **scope)
    return count_figure(name, int(cell.value), **scope)
