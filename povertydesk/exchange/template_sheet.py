"""One sheet of a template as it is written: where each cell's bytes stand, what it says, what holds it together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.exchange.part_reading import MAIN, DamagedPartError, closed_in_itself, read_part, start_tag
from povertydesk.exchange.workbook import column_letter
from povertydesk.poverty.vietnamese import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_TRUE = {"1", "true", "on"}
_TALL = 1000
_LAST_ROW, _LAST_COLUMN = 1 << 20, 1 << 14
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_PERCENT_FORMATS = {9, 10}
"""Excel's own formats 0% and 0.00%."""


class CellRange(NamedTuple):
    """A range of cells, both ends included, in Excel's own row numbers and columns from one."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def holds(self, row: int, column: int) -> bool:
        """Say whether a cell stands in the range."""
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column

    @property
    def name(self) -> str:
        """The range as Excel calls it: `B2:C3`."""
        return f"{cell_name(self.first_row, self.first_column)}:{cell_name(self.last_row, self.last_column)}"


@dataclass(frozen=True, slots=True)
class TemplateCell:
    """A cell: its bytes from `begin` to `end`, the tag it begins with, its style, its words, whether it computes.

    `value` is where the bytes of its value stand.
    """

    row: int
    column: int
    begin: int
    end: int
    tag: bytes
    style: int | None
    text: str
    number: str
    formula: bool
    value: tuple[int, int] | None = None

    @property
    def blank(self) -> bool:
        """Whether the cell shows nothing of its own."""
        return not (self.text or self.number or self.formula)


@dataclass(slots=True)
class TemplateRow:
    """A row: its bytes, the tag it begins with, its style where it has one of its own, its cells as written."""

    number: int
    begin: int
    tag: bytes
    style: int | None
    end: int = 0
    cells: list[TemplateCell] = field(default_factory=list)


class CellStyle(NamedTuple):
    """What of a style matters to a figure: whether it is shown in percent, whether protection locks the cell."""

    percent: bool = False
    locked: bool = True


@dataclass
class TemplateSheet:
    """The rows of a sheet with their bytes; `computed` are ranges of formulas over many cells.

    `last_column` is the last one that is written, from one; `column_widths` are Excel's own, in characters.
    """

    data: bytes
    rows: dict[int, TemplateRow] = field(default_factory=dict)
    merged: list[CellRange] = field(default_factory=list)
    computed: list[CellRange] = field(default_factory=list)
    column_styles: list[tuple[int, int, int]] = field(default_factory=list)
    column_widths: list[tuple[int, int, float]] = field(default_factory=list)
    protected: bool = False
    dimension: tuple[int, bytes, CellRange] | None = None
    rows_end: int = 0
    last_column: int = 0
    _by_place: dict[tuple[int, int], TemplateCell] = field(default_factory=dict)

    @cached_property
    def _merged_by_row(self) -> tuple[dict[int, list[CellRange]], list[CellRange]]:
        """The merged ranges by the rows they reach over, and those that reach over too many."""
        by_row: dict[int, list[CellRange]] = {}
        tall = [one for one in self.merged if one.last_row - one.first_row > _TALL]
        for one in self.merged:
            for row in range(one.first_row, one.last_row + 1) if one.last_row - one.first_row <= _TALL else ():
                by_row.setdefault(row, []).append(one)
        return by_row, tall

    def cell(self, row: int, column: int) -> TemplateCell | None:
        """Return a cell that is written in the sheet."""
        return self._by_place.get((row, column))

    def add(self, cell: TemplateCell) -> None:
        """Take a cell up; the same cell written twice is damage."""
        if (cell.row, cell.column) in self._by_place:
            raise DamagedPartError
        self._by_place[cell.row, cell.column] = cell
        self.last_column = max(self.last_column, cell.column)

    def text(self, row: int, column: int) -> str:
        """Return the words or the number of a cell, one line; empty where it has none."""
        cell = self.cell(row, column)
        return "" if cell is None else cell.text or _shortest(cell.number)

    def merge_at(self, row: int, column: int) -> CellRange | None:
        """Return the merged range a cell stands in."""
        by_row, tall = self._merged_by_row
        return next((one for one in (*by_row.get(row, ()), *tall) if one.holds(row, column)), None)

    def shown(self, row: int, column: int) -> str:
        """Return what stands over a cell: the words of the merged range it is in, or its own."""
        merged = self.merge_at(row, column)
        return self.text(merged.first_row, merged.first_column) if merged else self.text(row, column)

    def column_width(self, column: int) -> float | None:
        """Return how wide a column is, in characters; None where the sheet does not say."""
        return next((width for first, last, width in self.column_widths if first <= column <= last), None)

    def computes(self, row: int, column: int) -> bool:
        """Say whether a formula fills the cell, its own or one over several cells."""
        cell = self.cell(row, column)
        return (cell is not None and cell.formula) or any(one.holds(row, column) for one in self.computed)

    @property
    def last_row(self) -> int:
        """The last row that is written."""
        return max(self.rows, default=0)


def _shortest(number: str) -> str:
    """Write a number as it is shown: Excel keeps 1.1 as 1.1000000000000001."""
    try:
        value = float(number)
    except ValueError:
        return number
    return str(int(value)) if value.is_integer() else repr(value)


def cell_name(row: int, column: int) -> str:
    """Return Excel's name of a cell from its row and column, both from one."""
    return f"{column_letter(column - 1)}{row}"


def column_number(letters: str) -> int:
    """Return the column of its letters, from one."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def read_range(reference: str) -> CellRange:
    """Read `B2:C3` or `B2`."""
    first, _, last = reference.partition(":")
    ends = [_REFERENCE.fullmatch(part.strip()) for part in (first, last or first)]
    if ends[0] is None or ends[1] is None:
        raise DamagedPartError
    (row, column), (last_row, last_column) = [(int(one[2]), column_number(one[1])) for one in ends if one]
    return CellRange(row, column, last_row, last_column)


def read_sheet(data: bytes, strings: Sequence[str]) -> TemplateSheet:
    """Read a sheet; `strings` are the words that cells share."""
    reader = _SheetReader(data, strings)
    read_part(data, reader.start, reader.end, reader.text, reader.stand)
    if not reader.sheet.rows_end:
        raise DamagedPartError
    return reader.sheet


def read_strings(data: bytes) -> list[str]:
    """Read the words that the cells of a workbook share, without the reading aids of Asian scripts."""
    strings: list[str] = []
    within: list[str] = []

    def start(tag: str, _given: Mapping[str, str]) -> None:
        within.append(tag)
        if tag == f"{MAIN} si":
            strings.append("")

    def end(_tag: str) -> None:
        within.pop()

    def text(words: str) -> None:
        if within and within[-1] == f"{MAIN} t" and f"{MAIN} rPh" not in within and strings:
            strings[-1] += words

    if data:
        read_part(data, start, end, text)
    return [clean_line(one) for one in strings]


def read_styles(data: bytes) -> list[CellStyle]:
    """Read what matters of the styles of cells, by their number."""
    formats: dict[int, str] = {}
    styles: list[CellStyle] = []
    within: list[str] = []

    def start(tag: str, given: Mapping[str, str]) -> None:
        _, _, name = tag.partition(" ")
        if name == "numFmt" and within[-1:] == ["numFmts"]:
            formats[int(given["numFmtId"])] = given.get("formatCode", "")
        elif name == "xf" and within[-1:] == ["cellXfs"]:
            number = int(given.get("numFmtId", "0"))
            percent = number in _PERCENT_FORMATS or "%" in _QUOTED.sub("", formats.get(number, "").partition(";")[0])
            styles.append(CellStyle(percent))
        elif name == "protection" and within[-2:] == ["cellXfs", "xf"]:
            styles[-1] = styles[-1]._replace(locked=given.get("locked", "1") in _TRUE)
        within.append(name)

    def end(_tag: str) -> None:
        within.pop()

    if data:
        read_part(data, start, end)
    return styles


class _SheetReader:
    """Follows a sheet; a row or cell without its own place stands after the one before."""

    def __init__(self, data: bytes, strings: Sequence[str]) -> None:
        self.sheet = TemplateSheet(data)
        self._data = data
        self._strings = strings
        self._within: list[str] = []
        self._at = 0
        self._row: TemplateRow | None = None
        self._row_number = self._column = 0
        self._begin = 0
        self._tag = b""
        self._given: Mapping[str, str] = {}
        self._formula = False
        self._words = ""
        self._value: tuple[int, int] | None = None

    def stand(self, at: int) -> None:
        self._at = at

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        space, _, name = tag.partition(" ")
        name = name if space == MAIN else tag
        within = self._within
        if within == ["worksheet", "sheetData"] and name == "row":
            self._start_row(given)
        elif within == ["worksheet", "sheetData", "row"] and name == "c":
            self._start_cell(given)
        elif within[-1:] == ["c"] and name == "f":
            self._formula = True
            if given.get("t") in {"array", "dataTable"} and "ref" in given:
                self.sheet.computed.append(read_range(given["ref"]))
        elif within[-1:] == ["c"] and name == "v":
            self._value = (self._at, self._at + len(start_tag(self._data, self._at)))
        elif within == ["worksheet"]:
            self._start_setting(name, given)
        elif within == ["worksheet", "mergeCells"] and name == "mergeCell":
            self.sheet.merged.append(read_range(given["ref"]))
        elif within == ["worksheet", "cols"] and name == "col":
            ends = (int(given["min"]), int(given["max"]))
            if "style" in given:
                self.sheet.column_styles.append((*ends, int(given["style"])))
            if "width" in given:
                self.sheet.column_widths.append((*ends, float(given["width"])))
        within.append(name)

    def text(self, words: str) -> None:
        within = self._within
        if within[-1:] == ["v"] or (within[-1:] == ["t"] and "is" in within and "rPh" not in within):
            self._words += words

    def end(self, _tag: str) -> None:
        name = self._within.pop()
        if self._within == ["worksheet", "sheetData"] and name == "row" and self._row is not None:
            self._row.end = self._end_of(self._row.tag, self._row.begin)
            self._row = None
        elif self._within == ["worksheet", "sheetData", "row"] and name == "c":
            self._end_cell()
        elif self._within[-1:] == ["c"] and name == "v" and self._value is not None:
            begin = self._value[0]
            self._value = (begin, self._end_of(start_tag(self._data, begin), begin))
        elif self._within == ["worksheet"] and name == "sheetData":
            self.sheet.rows_end = self._at

    def _start_row(self, given: Mapping[str, str]) -> None:
        self._row_number = int(given["r"]) if "r" in given else self._row_number + 1
        if self._row_number in self.sheet.rows or not 0 < self._row_number <= _LAST_ROW:
            raise DamagedPartError
        styled = given.get("customFormat", "0") in _TRUE and "s" in given
        style = int(given["s"]) if styled else None
        self._row = TemplateRow(self._row_number, self._at, start_tag(self._data, self._at), style)
        self.sheet.rows[self._row_number] = self._row
        self._column = 0

    def _start_cell(self, given: Mapping[str, str]) -> None:
        place = read_range(given["r"]) if "r" in given else None
        self._column = place.first_column if place else self._column + 1
        if (place and place.first_row != self._row_number) or self._column > _LAST_COLUMN:
            raise DamagedPartError
        self._begin, self._tag, self._given = self._at, start_tag(self._data, self._at), given
        self._formula, self._words, self._value = False, "", None

    def _end_cell(self) -> None:
        end = self._end_of(self._tag, self._begin)
        kind, words = self._given.get("t", "n"), self._words
        if kind == "s" and words:
            words = self._strings[int(words)]
        is_number = kind == "n"
        style = int(self._given["s"]) if "s" in self._given else None
        cell = TemplateCell(
            self._row_number,
            self._column,
            self._begin,
            end,
            self._tag,
            style,
            "" if is_number else clean_line(words),
            words.strip() if is_number else "",
            self._formula,
            self._value,
        )
        self.sheet.add(cell)
        if self._row is not None:
            self._row.cells.append(cell)

    def _start_setting(self, name: str, given: Mapping[str, str]) -> None:
        if name == "sheetProtection":
            self.sheet.protected = given.get("sheet", "0") in _TRUE
        elif name == "dimension" and "ref" in given:
            self.sheet.dimension = (self._at, start_tag(self._data, self._at), read_range(given["ref"]))

    def _end_of(self, tag: bytes, begin: int) -> int:
        if closed_in_itself(tag):
            return begin + len(tag)
        return self._data.index(b">", self._at) + 1
