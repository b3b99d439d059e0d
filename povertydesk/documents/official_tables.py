"""The official review tables as papers: merged headings, number row, formulas, a line or two for every place."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from povertydesk.documents.plan_figures import count_figure, rate_figure
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.paper import (
    Block,
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
    from collections.abc import Iterator, Mapping, Sequence

    from povertydesk.documents.issuing_office import IssuingOffice
    from povertydesk.poverty.course_balance import WrittenReason
    from povertydesk.poverty.official_table import FilledTable, OfficialTable, TableCell, TableColumn, TableLine
    from povertydesk.poverty.paper import Block, CellValue, Letterhead
    from povertydesk.poverty.plan import Officer

_SERIAL_WIDTH, _PLACE_WIDTH, _COUNTED_WIDTH = 10.0, 34.0, 27.0
_WIDEST_ON_A4 = 300.0
"""Up to this width, in millimetres before fitting, a table keeps a readable size on A4 landscape."""
_COUNTED_WORDS = {Counted.HOUSEHOLDS: "Hộ", Counted.PEOPLE: "Nhân khẩu"}
_TOTAL = "TỔNG CỘNG"


def table_name(number: int) -> str:
    """Return the command line's word for a table: `table-01`."""
    return f"table-{number:02d}"


def table_grid(filled: FilledTable, places: Mapping[str, str], place_heading: str) -> Grid:
    """Lay a filled table out: serial, place, what a line counts where it has two, and the table's own columns.

    The line of a unit stands above those of its communes and adds them up; the total adds up what is left.
    """
    table = filled.table
    before: list[GridColumn] = [
        GridColumn("serial", "TT", CellKind.SERIAL, _SERIAL_WIDTH, "A"),
        GridColumn("place", place_heading, CellKind.TEXT, _PLACE_WIDTH, "B"),
    ]
    if table.by_lines:
        before.append(GridColumn("counted", "Phân tổ", CellKind.TEXT, _COUNTED_WIDTH, "C"))
    own = _grouped(table.columns, 0)
    rows = (_row(filled, line, places, added) for line, added in zip(filled.lines, _added(filled), strict=True))
    return Grid(table_name(table.number), (*before, *own), tuple(rows), numbered=True)


def serial_value(serial: str) -> CellValue:
    """Return a line's number as a cell holds it: 1, 2, 3 count, `1.10` is no figure."""
    return int(serial) if serial.isdecimal() else serial or None


def table_paper(
    table: OfficialTable,
    grid: Grid,
    office: IssuingOffice,
    letterhead: Letterhead,
    signer: Officer | None,
    reasons: Sequence[WrittenReason] = (),
) -> Paper:
    """Make the paper of one table: A4 landscape, A3 where its columns need it.

    `reasons` say why the course of the year does not balance; they stand under the table, where the office signs them.
    """
    width = sum(leaf.width for leaf in grid.leaves)
    notes = (*map(_note, [table.note] if table.note else []), *reason_notes(reasons))
    blocks: tuple[Block, ...] = (
        letterhead,
        Title(f"Biểu {table.number}. {table.title}"),
        grid,
        *notes,
        Closing((), office.signature(signer)),
    )
    size = SheetSize.A3 if width > _WIDEST_ON_A4 else SheetSize.A4
    title = f"Biểu {table.number}: {table.title.capitalize()} – {office.unit.name}"
    return Paper(grid.name, title, (Part(blocks, size, landscape=True, one_sheet=True),), author=office.unit.name)


def reason_notes(reasons: Sequence[WrittenReason]) -> tuple[Paragraph, ...]:
    """Say under what shows the course of a year why it does not balance, one line a written reason."""
    return tuple(_note(f"Lý do số liệu diễn biến chưa cân đối – {one.about}: {one.reason}") for one in reasons)


def _note(words: str) -> Paragraph:
    return Paragraph((Text(words, italic=True),), ParagraphStyle.NOTE)


def _grouped(columns: Sequence[TableColumn], depth: int) -> list[GridHeading | GridColumn]:
    """Put neighbours under the same headings together, heading line by heading line."""
    grouped: list[GridHeading | GridColumn] = []
    place = 0
    while place < len(columns):
        column = columns[place]
        if len(column.headings) <= depth:
            named = (column.label, column.title, column.kind, column.width, column.number)
            # Where the form's formula is known to be wrong the count stands, not what the formula gives.
            counted = bool(column.sum_of) and not (column.computed or column.formula_may_differ)
            grouped.append(GridColumn(*named, live=column.computed or counted, counted=counted))
            place += 1
            continue
        last = place
        while last < len(columns) and columns[last].headings[: depth + 1] == column.headings[: depth + 1]:
            last += 1
        members = tuple(_grouped(columns[place:last], depth + 1))
        grouped.append(GridHeading(column.headings[depth], members))
        place = last
    return grouped


def _added(filled: FilledTable) -> Iterator[tuple[int, ...]]:
    """Give for each line the places of those it adds up: a unit its communes, the total units and what stands alone."""
    places = {(line.village, line.counted): place for place, line in enumerate(filled.lines)}
    members = {key for line in filled.lines for key in line.members}
    for line in filled.lines:
        if line.members:
            yield tuple(places[key, line.counted] for key in line.members)
        elif line.is_whole:
            yield tuple(
                place
                for place, one in enumerate(filled.lines)
                if one.counted is line.counted and not one.is_whole and one.village not in members
            )
        else:
            yield ()


def _row(filled: FilledTable, line: TableLine, places: Mapping[str, str], added: tuple[int, ...]) -> GridRow:
    first = line.counted is filled.table.counted[0]
    cells: list[CellValue] = [None, None]
    if first:
        name = line.unit if line.village is None else places[line.village]
        cells = [serial_value(line.serial), _TOTAL if line.is_whole else name]
    if filled.table.by_lines:
        cells.append(_COUNTED_WORDS[line.counted])
    cells += [_value(filled, column, line, cell) for column, cell in zip(filled.table.columns, line.cells, strict=True)]
    kind = RowKind.TOTAL if line.is_whole else RowKind.GROUP if line.members else RowKind.ORDINARY
    return GridRow(tuple(cells), kind, continued=0 if first else 2, added=added)


def _value(filled: FilledTable, column: TableColumn, line: TableLine, cell: TableCell) -> CellValue:
    if cell.value is None:
        return None
    name = f"table_{filled.table.number:02d}_{column.label}"
    scope = {"counted": line.counted.value}
    if line.village or line.members:
        scope |= {"village": line.village} if line.village else {"unit": line.serial}
    if column.kind is CellKind.RATE:
        return rate_figure(name, Decimal(cell.value), **scope)
    return count_figure(name, int(cell.value), **scope)
