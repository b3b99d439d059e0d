"""Reading an office's workbook as it is: sheets of cells with Excel's own row and column names."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING

from povertydesk.exchange.faulty_cells import DamagedWorkbookError, FaultyCell, find_faulty_cells
from povertydesk.poverty.number_reading import read_number
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from python_calamine import CalamineSheet

    from povertydesk.poverty.number_reading import NumberStyle

Cell = str | int | float | bool | datetime.date | datetime.time | datetime.timedelta | FaultyCell | None
Corner = tuple[int, int]
_SOFT_HYPHEN = "\u00ad"
_KEPT = "\ue0ad"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `rows[0]` is Excel's row 1. Text is NFC, whole numbers are ints, empty cells are None.

    Cells that show an error or were never calculated are `FaultyCell`s where the format tells them.
    `merged` are the merged ranges where the file tells them: first and last cell, by row and column from nought.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[tuple[Corner, Corner], ...] = ()

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell by positions from nought; None beyond the edge."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else None

    def text(self, row: int, column: int) -> str:
        """Return a cell's words."""
        cell = self.cell(row, column)
        return cell if isinstance(cell, str) else cell_text(cell)

    def merged_width(self, row: int, column: int) -> int | None:
        """Return over how many columns the merged range reaches that begins at a cell; None where none does."""
        return next((last[1] - column + 1 for first, last in self.merged if first == (row, column)), None)

    def merged_text(self, row: int, column: int) -> str:
        """Return a cell's words, those of the first cell where it is merged with that."""
        for first, last in self.merged:
            if first[0] <= row <= last[0] and first[1] <= column <= last[1]:
                return self.text(*first)
        return self.text(row, column)


def read_sheets(path: Path, *, old_letters: bool = False) -> tuple[Sheet, ...]:
    """Read every visible sheet of an .xlsx, .xls, .xlsb or .ods workbook.

    With `old_letters` the soft hyphen stays, which is the letter ư of the TCVN3 fonts and nothing in Unicode.
    """
    from python_calamine import (  # noqa: PLC0415 - only when asked
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    if not path.is_file():
        raise KnownError("file-missing", file=path.name, folder=str(path.parent))
    try:
        workbook = CalamineWorkbook.from_path(path)
        shown = [
            sheet.name
            for sheet in workbook.sheets_metadata
            if sheet.visible is SheetVisibleEnum.Visible and sheet.typ is SheetTypeEnum.WorkSheet
        ]
        faulty = find_faulty_cells(path, shown)
        sheets = tuple(
            _sheet(name, workbook.get_sheet_by_name(name), faulty.get(name, {}), old_letters=old_letters)
            for name in shown
        )
    except PasswordError as error:
        raise KnownError("workbook-protected", file=path.name) from error
    except (CalamineError, DamagedWorkbookError) as error:
        raise KnownError("workbook-unreadable", file=path.name) from error
    except OSError as error:
        raise KnownError("workbook-not-opened", file=path.name, folder=str(path.parent)) from error
    if not sheets:
        # Every workbook shows a sheet: the list of them is damaged.
        raise KnownError("workbook-unreadable", file=path.name)
    return sheets


def column_letter(position: int) -> str:
    """Return Excel's name of a column by its position from nought: 0 → A, 27 → AB."""
    letters = ""
    number = position + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_text(cell: Cell) -> str:
    """Return a cell's words as an office sees them: `12,5`, `05/01/2023`, `TRUE`; an empty cell is empty text."""
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).upper()
        case FaultyCell():
            return cell.text
        case float():
            return str(cell).replace(".", ",")
        case datetime.date():
            return format_date(cell)
        case _:
            return clean_line(str(cell))


def cell_figure(cell: Cell, style: NumberStyle) -> Decimal | None:
    """Return the figure a cell holds, a text read in the style of its column; None where it holds none."""
    match cell:
        case bool():
            return None
        case int() | float():
            return Decimal(str(cell))
        case str():
            return read_number(cell, style)
        case _:
            return None


def _sheet(name: str, sheet: CalamineSheet, faulty: Mapping[Corner, FaultyCell], *, old_letters: bool) -> Sheet:
    read = _cell_of_old_fonts if old_letters else _cell
    # Most cells are empty, and most words stand in many lines.
    lines = sheet.to_python(skip_empty_area=False)
    texts = {text: read(text) for text in set(chain.from_iterable(lines)) if isinstance(text, str)}
    rows = [tuple([texts[cell] if isinstance(cell, str) else _cell(cell) for cell in cells]) for cells in lines]
    for (row, column), cell in faulty.items():
        rows.extend([()] * (row + 1 - len(rows)))
        cells = rows[row] + (None,) * (column + 1 - len(rows[row]))
        rows[row] = (*cells[:column], cell, *cells[column + 1 :])
    return Sheet(name, tuple(rows), tuple(sheet.merged_cell_ranges or ()))


def _cell_of_old_fonts(value: object) -> Cell:
    if isinstance(value, str) and _SOFT_HYPHEN in value:
        return clean_line(value.replace(_SOFT_HYPHEN, _KEPT)).replace(_KEPT, _SOFT_HYPHEN) or None
    return _cell(value)


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return (clean_line(value) or None) if value else None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, (bool, int, float, datetime.date, datetime.time, datetime.timedelta)):
        return value
    return None
