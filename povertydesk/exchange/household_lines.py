"""The lines below the headings of a household list: which are households or people, which are anything else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.exchange.cell_reading import NOTHING_WRITTEN, folded
from povertydesk.exchange.closing_lines import Endings
from povertydesk.exchange.heading_search import is_number_row
from povertydesk.poverty.vietnamese import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from povertydesk.exchange.household_columns import HouseholdTable, HouseholdWorkbookWords

_TOTAL_WORDS = frozenset({"tổng", "cộng"})
_NUMBERING = re.compile(r"^(?:[IVXLC]+|\d+|[A-Za-z])[.)/\-:]\s*")
_COUNT_AFTER = re.compile(r"\s*[(:–-]?\s*\(?\d+ (?:hộ|khẩu|nhân khẩu).*$", re.IGNORECASE)
_MOST_CELLS_OF_A_BAND = 5


class DataLine(NamedTuple):
    """A line that holds a household or a person; `village` is that of the band line above it."""

    row: int
    village: str | None


class TableLines(NamedTuple):
    """The lines of a table: those with data, and how many others are not empty (titles, headings, totals, notes).

    `resumed` are lines with data that follow the ending of the list.
    """

    data: tuple[DataLine, ...]
    skipped: int
    resumed: tuple[int, ...] = ()


def sort_lines(table: HouseholdTable, words: HouseholdWorkbookWords) -> TableLines:
    """Go through a sheet and tell the lines with data from all others; empty lines do not count."""
    resumed: list[int] = []
    data = tuple(_data_lines(table, _Lines(table, words), Endings(table, words), resumed))
    filled = sum(cells.count(None) < len(cells) for cells in table.sheet.rows)
    return TableLines(data, filled - len(data), tuple(resumed))


def _data_lines(table: HouseholdTable, lines: _Lines, endings: Endings, resumed: list[int]) -> Iterator[DataLine]:
    village = lines.village_of_the_sheet()
    below_heading, below_gap, closed = True, False, False
    for row in range(table.heading.first_row, len(table.sheet.rows)):
        if lines.is_empty(row):
            below_gap = not below_heading
            continue
        if lines.is_heading(row):
            below_heading, below_gap, closed = True, False, False
            continue
        if (below_heading and is_number_row(table.sheet, row)) or lines.is_total(row):
            continue
        if endings.begins(row):
            closed = True
        elif band := lines.band(row):
            village, below_gap = band, False
        elif not endings.is_whole(row) if closed else below_gap and endings.is_bare(row):
            continue
        elif lines.has_data(row):
            if closed:
                resumed.append(row)
            below_heading, below_gap, closed = False, False, False
            yield DataLine(row, village)


class _Lines:
    """What kind of line stands in a row of one table."""

    def __init__(self, table: HouseholdTable, words: HouseholdWorkbookWords) -> None:
        self._sheet = table.sheet
        self._columns = table.columns
        self._by_column = {column: name for name, column in table.columns.items()}
        self._names = [table.columns[name] for name in ("person_name", "head_name") if name in table.columns]
        self._totals = {fold(line) for line in words.total_lines}
        self._village_words = tuple(f"{fold(word)} " for word in words.village_words)
        self._first_row = table.heading.first_row
        self._titles = {
            name: {fold(title) for title in words.columns.get(name, ())}
            | {fold(table.sheet.text(row, column)) for row in range(table.heading.title_row, self._first_row)}
            for name, column in table.columns.items()
        }

    def is_empty(self, row: int) -> bool:
        return self._filled(row) == 0

    def village_of_the_sheet(self) -> str | None:
        """The sheet's own name where it names a village, as in a workbook with one sheet a village."""
        name = clean_line(self._sheet.name)
        return name if fold(name).startswith(self._village_words) else None

    def is_heading(self, row: int) -> bool:
        """Whether the headings are repeated, as on every printed page, or a system's own column names follow them."""
        filled = 0
        for name, column in self._columns.items():
            text = self._sheet.text(row, column)
            if text and folded(text) not in self._titles[name]:
                return False
            filled += bool(text)
        return filled > 1

    def is_total(self, row: int) -> bool:
        names = (self._sheet.text(row, column) for column in self._names)
        name = next((text for text in names if any(letter.isalpha() for letter in text)), "")
        texts = [name] if name else [self._sheet.text(row, column) for column in range(max(self._names))]
        # By accents: "Tống" and "Cống" begin names.
        return any(
            text.casefold().partition(" ")[0].rstrip(":") in _TOTAL_WORDS or folded(text).rstrip(":") in self._totals
            for text in texts
        )

    def band(self, row: int) -> str | None:
        """Return the village that a line of its own names: `Thôn Minh Long`, `I. Thôn 2 (14 hộ)`."""
        if self._filled(row) > _MOST_CELLS_OF_A_BAND:
            return None
        named = [
            column
            for column in range(len(self._sheet.rows[row]))
            if isinstance(self._sheet.cell(row, column), str) and self._village_in(self._sheet.text(row, column))
        ]
        if len(named) != 1:
            return None
        others = [
            name
            for name, column in self._columns.items()
            if column != named[0]
            and name not in {"household_number", "member_number", "people_count"}
            and self._sheet.text(row, column) not in NOTHING_WRITTEN
        ]
        return None if others else self._village_in(self._sheet.text(row, named[0]))

    def _village_in(self, text: str) -> str | None:
        name = clean_line(_COUNT_AFTER.sub("", _NUMBERING.sub("", text))).replace(": ", " ").strip(" :.")
        return name if fold(name).startswith(self._village_words) else None

    def has_data(self, row: int) -> bool:
        """Whether a column that is read says anything; formulas filled down below the table show 0."""
        if any(self._sheet.cell(row, column) is not None for column in self._names):
            return True
        numbering = {self._columns.get(name) for name in ("household_number", "member_number", "village")}
        return any(
            self._sheet.cell(row, column) not in {None, 0} for column in self._by_column if column not in numbering
        )

    def _filled(self, row: int) -> int:
        cells = self._sheet.rows[row]
        return len(cells) - cells.count(None)
