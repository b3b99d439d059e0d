"""The ending of a list: the sentence that counts it, its notes, its place and date, those who sign it.

None of these is a household or a person, in whichever column a typist put it. What the endings begin with stands in
`resources/grids/household_workbook.toml`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from povertydesk.exchange.cell_reading import NOTHING_WRITTEN, folded
from povertydesk.exchange.household_columns import Layout
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    from povertydesk.exchange.household_columns import HouseholdTable, HouseholdWorkbookWords
    from povertydesk.exchange.workbook import Cell

_MOST_CELLS = 6
_BEFORE_WORDS = ' (*+-–—.:,[“"'
_PLACE_AND_DATE = re.compile(r"(?:[^,]{1,40}, ?)?ngay[\s\d.…_/-]*(?:thang\b|\d)|.*\bngay[\s\d.…_]*thang[\s\d.…_]*nam\b")
_FIGURE = re.compile(r"[\d.,/ -]*\d[\d.,/ -]*")
_WORDS_OF_A_PERSON = frozenset(
    {"x", "nam", "nu", "co", "khong", "chu ho", "ngheo", "ho ngheo", "can ngheo", "ho can ngheo", "khong ngheo"}
)
_NUMBERINGS = ("household_number", "member_number", "household_code")
_OF_A_PERSON = ("relation", "birth", "birth_male", "birth_female", "sex", "citizen_number")
_DATES = ("birth", "birth_male", "birth_female", "left_poverty_on", "left_near_poverty_on", "reviewed_on")


class Endings:
    """Tells the ending of one table from its households and people."""

    def __init__(self, table: HouseholdTable, words: HouseholdWorkbookWords) -> None:
        """Take the columns of the table and the words that endings begin with."""
        self._sheet = table.sheet
        self._names = _columns(table, ("person_name", "head_name"))
        self._numberings = _columns(table, _NUMBERINGS)
        self._dates = _columns(table, _DATES)
        self._village = _columns(table, ("village",))
        self._relation = _columns(table, ("relation",))
        by_person = table.layout is Layout.PERSON
        self._of_a_person = _columns(table, _OF_A_PERSON if by_person else tuple(table.columns)) - self._names
        self._read = set(table.columns.values()) | set(range(min(self._names)))
        self._village_words = tuple(f"{fold(word)} " for word in words.village_words)
        self._beginnings = tuple(line.casefold() for line in words.closing_lines)

    def begins(self, row: int) -> bool:
        """Whether the ending of the list begins here: a cell says so, and no other that a person stands here."""
        cells = self._sheet.rows[row]
        if len(cells) - cells.count(None) - cells.count(0) > _MOST_CELLS:
            return False
        said = [column for column, cell in enumerate(cells) if isinstance(cell, str) and self._is_ending(cell)]
        if said and self._is_named(row):
            # A code of letters and digits may begin as an ending does: TM.01.
            said = [column for column in said if column not in self._numberings or not self._is_code(row, column)]
        if not said:
            return False
        if said[0] in self._names or all(cell in {None, 0} for cell in cells[: said[0]]):
            return True
        told = any(column in self._read and _is_told(cell) for column, cell in enumerate(cells))
        if told or not self._is_named(row):
            return not told
        villages = (self._sheet.text(row, column) for column in self._village)
        if any(folded(village).startswith(self._village_words) for village in villages):
            return False
        related = any(self._sheet.text(row, column) not in NOTHING_WRITTEN for column in self._relation - set(said))
        return not related and not self._dates.issuperset(said)

    def is_whole(self, row: int) -> bool:
        """Whether a line is a household beyond doubt: numbered, named, and with something more that is known of it."""
        if not self._is_named(row):
            return False
        told = {column for column, cell in enumerate(self._sheet.rows[row]) if _is_told(cell)}
        first_name = min(self._names)
        coded = any(self._has_digit(row, column) for column in self._numberings)
        numbered = coded or any(column < first_name for column in told)
        return numbered and any(column > first_name for column in (told & self._read) - self._numberings - self._names)

    def is_bare(self, row: int) -> bool:
        """Whether a line has neither a number nor anything of a person: below an empty line it is one who signs."""
        named = self._is_named(row)
        for column, cell in enumerate(self._sheet.rows[row]):
            if column not in self._read or cell in NOTHING_WRITTEN or cell is None:
                continue
            if _is_told(cell) or (named and column in self._of_a_person):
                return False
            if column in self._numberings and self._has_digit(row, column):
                return False
        return True

    def _is_named(self, row: int) -> bool:
        names = (self._sheet.text(row, column) for column in self._names)
        return any(any(letter.isalpha() for letter in name) for name in names)

    def _has_digit(self, row: int, column: int) -> bool:
        return any(digit.isdecimal() for digit in self._sheet.text(row, column))

    def _is_code(self, row: int, column: int) -> bool:
        return self._has_digit(row, column) and " " not in self._sheet.text(row, column)

    def _is_ending(self, text: str) -> bool:
        words = text.casefold().lstrip(_BEFORE_WORDS)
        if ("ngày" in words or "ngay" in words) and _PLACE_AND_DATE.match(folded(words)):
            return True
        # By accents: “Công Chúc” is a name, “Công chức” signs.
        return words.startswith(self._beginnings) and any(
            words.startswith(beginning) and not (beginning[-1].isalnum() and words[len(beginning) :][:1].isalnum())
            for beginning in self._beginnings
        )


def _columns(table: HouseholdTable, names: tuple[str, ...]) -> set[int]:
    return {table.columns[name] for name in names if name in table.columns}


def _is_told(cell: Cell) -> bool:
    """Whether a cell says what only a household or a person has: a figure, a date, a mark, a sex; formulas show 0."""
    if isinstance(cell, str):
        return _FIGURE.fullmatch(cell) is not None or folded(cell) in _WORDS_OF_A_PERSON
    return cell is not None and cell != 0
