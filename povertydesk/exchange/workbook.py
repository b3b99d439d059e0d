"""Reading an office's workbook as it is: sheets of cells with Excel's own row and column names."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Cell = str | int | float | bool | datetime.date | datetime.time | datetime.timedelta | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `rows[0]` is Excel's row 1. Text is NFC, whole numbers are ints, empty cells are None."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell by positions from nought; None beyond the edge."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else None


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Read every visible sheet of an .xlsx, .xls, .xlsb or .ods workbook."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum  # noqa: PLC0415 - only when asked

    if not path.is_file():
        raise KnownError("file-missing", file=path.name, folder=str(path.parent))
    try:
        workbook = CalamineWorkbook.from_path(path)
        visible = [sheet.name for sheet in workbook.sheets_metadata if sheet.visible is SheetVisibleEnum.Visible]
        return tuple(
            Sheet(name, _rows(workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))) for name in visible
        )
    except (CalamineError, OSError) as error:
        raise KnownError("workbook-unreadable", file=path.name) from error


def column_letter(position: int) -> str:
    """Return Excel's name of a column by its position from nought: 0 → A, 27 → AB."""
    letters = ""
    number = position + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_text(cell: Cell) -> str:
    """Return a cell's words for a heading or a name; an empty cell is empty text."""
    return "" if cell is None else clean_line(str(cell))


def _rows(rows: Sequence[Sequence[object]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(_cell(value) for value in row) for row in rows)


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return clean_line(value) or None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, (bool, int, float, datetime.date, datetime.time, datetime.timedelta)):
        return value
    return None
