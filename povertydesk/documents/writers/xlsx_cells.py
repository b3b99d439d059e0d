"""Putting words and figures into a sheet: faces, merged stretches, row heights, and text that stays text."""

from __future__ import annotations

import functools
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from povertydesk.documents.page_rules import line_height
from povertydesk.documents.writers.centring import centred_lines
from povertydesk.poverty.paper import CellKind, Figure, Text
from povertydesk.poverty.vietnamese import to_nfc

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from povertydesk.documents.writers.lines import Ruler
    from povertydesk.poverty.paper import CellValue

FONT_NAME = "Times New Roman"
_FORMULA_SIGNS = ("=", "+", "-", "@")
_DIGIT_WIDTH, _CELL_MARGIN, _PIXELS_A_POINT = 7, 5, 96 / 72
"""Excel counts column widths in digits of the workbook's own face (Times New Roman 11) and adds a margin."""
_TALLEST_ROW = 400.0
_SLACK = 8.0
"""By how much narrower than its cell a line is reckoned, because Excel measures letters by its own screen."""
_THIN = Side(style="thin", color="000000")
_RULED = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_CENT = Decimal("0.01")
_MOST_ARGUMENTS = 255
"""So many may stand in one SUM."""
_LABEL = re.compile(r"[0-9A-Z][0-9A-Za-z.]*")
_TERM = re.compile(rf"([+\-−]?)\s*({_LABEL.pattern})")


class SheetWriter:
    """Writes one sheet from top to bottom; `row` is the next free one and widths are in points."""

    def __init__(self, sheet: Worksheet, widths: Sequence[float], ruler: Ruler) -> None:
        self.sheet = sheet
        self.widths = widths
        self.row = 1
        self._ruler = ruler
        for place, width in enumerate(widths, start=1):
            pixels = width * _PIXELS_A_POINT
            sheet.column_dimensions[get_column_letter(place)].width = (pixels - _CELL_MARGIN) / _DIGIT_WIDTH

    def width(self, first: int, last: int) -> float:
        """Return the width of the columns `first` to `last`, counted from 1."""
        return sum(self.widths[first - 1 : last])

    def put(
        self,
        text: str,
        first: int,
        last: int,
        *,
        size: float,
        bold: bool = False,
        italic: bool = False,
        underline: bool = False,
        align: str = "left",
        vertical: str = "center",
        shrink: bool = False,
    ) -> None:
        """Put words into the columns `first` to `last` of the present row and make the row high enough for them.

        `shrink` keeps them on one line, however narrow the columns.
        """
        cell = self.cell(self.row, first)
        write_text(cell, text)
        dress(cell, size, bold=bold, italic=italic, underline=underline, align=align, vertical=vertical, shrink=shrink)
        self.merge(self.row, self.row, first, last)
        lines = 1 if shrink else self.line_count(text, self.width(first, last), size, bold=bold, italic=italic)
        self.need_height(lines * line_height(size))

    def line_count(self, text: str, width: float, size: float, *, bold: bool = False, italic: bool = False) -> int:
        """Return on how many lines words stand in a cell of this width."""
        words = self._ruler.words((Text(text),), bold=bold, italic=italic)
        return max(1, len(self._ruler.lines(words, size, max(width - _SLACK, size))))

    def stretches(
        self, text: str, size: float, line_count: int, *, bold: bool = False, italic: bool = False
    ) -> list[str]:
        """Cut words into stretches of so many lines over the whole width."""
        words = self._ruler.words((Text(text),), bold=bold, italic=italic)
        lines = self._ruler.lines(words, size, sum(self.widths) - _SLACK)
        texts = ["".join(run.text for run in line.runs) for line in lines]
        return [" ".join(texts[first : first + line_count]) for first in range(0, len(texts), line_count)]

    def centred_stretches(self, text: str, size: float, *, bold: bool = False, italic: bool = False) -> list[str]:
        """Cut the words of a title into its centred lines."""
        words = self._ruler.words((Text(text),), bold=bold, italic=italic)
        lines = centred_lines(self._ruler, words, size, sum(self.widths) - _SLACK)
        return ["".join(run.text for run in line.runs) for line in lines]

    def need_height(self, height: float) -> None:
        """Make the present row at least this high."""
        dimension = self.sheet.row_dimensions[self.row]
        dimension.height = min(_TALLEST_ROW, max(dimension.height or 0.0, height))

    def next_row(self, count: int = 1, *, height: float | None = None) -> None:
        """Go on to the next row; `height` sets the present one."""
        if height is not None:
            self.sheet.row_dimensions[self.row].height = height
        self.row += count

    def merge(self, first_row: int, last_row: int, first: int, last: int) -> None:
        """Make one cell of several, where there are several."""
        if last_row > first_row or last > first:
            self.sheet.merge_cells(start_row=first_row, end_row=last_row, start_column=first, end_column=last)

    def cell(self, row: int, column: int) -> SheetCell:
        """Return a cell that words can be written into."""
        cell = self.sheet.cell(row, column)
        assert isinstance(cell, SheetCell)  # noqa: S101 - the sheet's type also allows covered cells
        return cell


def dress(
    cell: SheetCell,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    align: str = "center",
    vertical: str = "center",
    shrink: bool = False,
) -> None:
    """Give a cell its face and say how its words stand; `shrink` keeps them on one line."""
    cell.font = _font(size, bold, italic, underline)
    cell.alignment = _alignment(align, vertical, shrink)


def write_text(cell: SheetCell, text: str) -> None:
    """Write words that stay words: what a user begins with `=` is no formula."""
    words = to_nfc(text)
    cell.value = words or None
    if words.startswith(_FORMULA_SIGNS):
        cell.data_type = "s"
        cell.quotePrefix = True


def write_value(cell: SheetCell, value: CellValue, kind: CellKind) -> None:
    """Write a grid's value as a real number with its format; rates are numbers in percent, words stay words."""
    known = value.value if isinstance(value, Figure) else value
    if known is None:
        return
    if isinstance(known, str):
        write_text(cell, known)
        return
    if kind is CellKind.RATE:
        cell.value = Decimal(known).quantize(_CENT, rounding=ROUND_HALF_UP)
        cell.number_format = "0.00"
        return
    cell.value = known
    whole = known == int(known)
    cell.number_format = "0" if kind is CellKind.SERIAL else "#,##0" if whole else "#,##0.0#"


def live_formula(number: str, letters: Mapping[str, str], row: int, kind: CellKind) -> str:
    """Turn the formula of a column's number (`4=3/1×100`) into the formula of a cell; a rate stays rounded as printed.

    `letters` are the sheet's columns by their labels in the number row.
    """
    formula = number.partition("=")[2].replace("×", "*").replace("−", "-").replace(" ", "")
    first, dots, last = formula.partition("+…+")
    if dots:
        return f"=SUM({letters[first]}{row}:{letters[last]}{row})"
    if kind is not CellKind.RATE:
        return "=" + _LABEL.sub(lambda found: f"{letters[found[0]]}{row}", formula)
    share, _, factor = formula.partition("*")
    base = letters[share.partition("/")[2]]
    cells = _LABEL.sub(lambda found: f"{letters[found[0]]}{row}", share)
    return f'=IF({base}{row}=0,"",ROUND({cells}*{factor},2))'


def formula_terms(number: str) -> list[tuple[int, str]]:
    """Return the columns that the formula of a column's number (`9=10+11`) adds and takes away, with their signs."""
    formula = number.partition("=")[2]
    return [(-1 if sign in {"-", "−"} else 1, label) for sign, label in _TERM.findall(formula)]


def sum_formula(letter: str, rows: Sequence[int]) -> str:
    """Add cells of one column up; neighbours as a range."""
    if len(rows) > 1 and list(rows) == list(range(rows[0], rows[-1] + 1)):
        return f"=SUM({letter}{rows[0]}:{letter}{rows[-1]})"
    parts = [rows[first : first + _MOST_ARGUMENTS] for first in range(0, len(rows), _MOST_ARGUMENTS)]
    return "=" + "+".join(f"SUM({','.join(f'{letter}{row}' for row in part)})" for part in parts)


def rule_cells(sheet: Worksheet, first_row: int, last_row: int, last_column: int) -> None:
    """Draw thin rules around every cell of a grid, merged ones too."""
    for row in sheet.iter_rows(min_row=first_row, max_row=last_row, max_col=last_column):
        for cell in row:
            cell.border = _RULED


@functools.lru_cache
def _font(size: float, bold: bool, italic: bool, underline: bool) -> Font:
    """Return one object a face: openpyxl takes as long to make it as to write a whole row."""
    return Font(name=FONT_NAME, size=size, bold=bold, italic=italic, underline="single" if underline else None)


@functools.lru_cache
def _alignment(align: str, vertical: str, shrink: bool) -> Alignment:
    return Alignment(horizontal=align, vertical=vertical, wrap_text=not shrink, shrink_to_fit=shrink or None)
