"""The units (đơn vị: former district, zone, cluster) in a receiving office's list of communes, in a column or as bands.

A line names the unit of the communes below it where it has a name and no figures, or where its members are numbered
under it: 1 over 1.1, 1.2, or I over 1, 2. A line that the list numbers among communes, or that begins with a commune's
own word, is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.exchange.heading_search import is_number_row
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from povertydesk.exchange.heading_search import Heading

_SERIAL = re.compile(r"\(?(\d+(?:[.,]\d+)*|[IVXL]+|[A-Z])\s*[.)]?")
_LEADING = re.compile(r"(?:\d+|[IVXL]+|[A-Z])[.)]\s*")


class UnitLines(NamedTuple):
    """The lines that name units, and the unit of every line that stands under one; rows are counted from nought."""

    names: Mapping[int, str]
    unit_of: Mapping[int, str]


class UnitColumns(NamedTuple):
    """The columns of a list: the communes' names, their figures, and their units where they have a column."""

    name: int
    counts: Sequence[int]
    unit: int | None = None


class CommuneWords(NamedTuple):
    """How a commune without figures is told from a unit: by its first word, or by its name (`casefold`) on record."""

    beginnings: Sequence[str]
    known: Container[str]

    def name_commune(self, name: str) -> bool:
        """Whether a line's name is a commune's."""
        named = fold(name)
        return name.casefold() in self.known or any(named.startswith(f"{fold(word)} ") for word in self.beginnings)


class _Line(NamedTuple):
    row: int
    serial: str
    name: str
    has_figures: bool

    @property
    def is_numbered_apart(self) -> bool:
        """Whether its number is of another kind than those of communes: none, I or A."""
        return not self.serial[:1].isdigit()

    def is_numbered_under(self, unit: _Line) -> bool:
        """Whether it is 1.1 or 1.2 under 1."""
        return unit.serial.isdecimal() and self.serial.replace(",", ".").startswith(f"{unit.serial}.")


def find_units(heading: Heading, columns: UnitColumns, totals: Container[int], words: CommuneWords) -> UnitLines:
    """Find the units in the lines below the headings; `totals` are no units."""
    if columns.unit is not None:
        return _from_column(heading, columns.name, columns.unit, totals)
    lines = _lines(heading, columns, totals)
    names: dict[int, str] = {}
    unit_of: dict[int, str] = {}
    unit: _Line | None = None
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if following is not None and _is_unit(line, following, words):
            unit = line
            names[line.row] = _LEADING.sub("", line.name, count=1)
        elif unit is not None and (line.is_numbered_under(unit) or not _numbers_members(unit, lines)):
            unit_of[line.row] = names[unit.row]
    return UnitLines(names, unit_of)


def _from_column(heading: Heading, name_column: int, unit_column: int, totals: Container[int]) -> UnitLines:
    """Take the units of a column: beside each commune, merged over several, or alone on the line above them."""
    sheet = heading.sheet
    names: dict[int, str] = {}
    unit_of: dict[int, str] = {}
    above = ""
    for row in range(heading.first_row, len(sheet.rows)):
        unit = sheet.merged_text(row, unit_column)
        if row in totals or is_number_row(sheet, row):
            continue
        if sheet.text(row, name_column):
            unit_of[row] = unit or above
        elif sheet.text(row, unit_column):
            names[row] = above = unit
    return UnitLines(names, unit_of)


def _lines(heading: Heading, columns: UnitColumns, totals: Container[int]) -> list[_Line]:
    sheet = heading.sheet
    lines = []
    for row in range(heading.title_row + 1, len(sheet.rows)):
        if row in totals or is_number_row(sheet, row):
            continue
        before = [(column, text) for column in range(columns.name) if (text := sheet.text(row, column))]
        serial = next((found[1] for _, text in before if (found := _SERIAL.fullmatch(text))), "")
        # A band is often written into the first cell and merged over the others.
        ahead = [column for column, text in before if not _SERIAL.fullmatch(text)]
        name = sheet.text(row, columns.name) or next((sheet.text(row, column) for column in ahead), "")
        has_figures = any(sheet.cell(row, column) is not None for column in columns.counts)
        if row < heading.first_row:
            reaching = any((sheet.merged_width(row, column) or 0) > columns.name - column for column in ahead)
            if has_figures or sheet.text(row, columns.name) or not (reaching or _LEADING.match(name)):
                continue
        if name:
            lines.append(_Line(row, serial, name, has_figures))
    return lines


def _is_unit(line: _Line, following: _Line, words: CommuneWords) -> bool:
    if following.is_numbered_under(line):
        return True
    if line.has_figures:
        return line.is_numbered_apart and bool(line.serial) and following.serial == "1"
    if words.name_commune(line.name):
        return False
    return line.is_numbered_apart or following.serial == "1"


def _numbers_members(unit: _Line, lines: Sequence[_Line]) -> bool:
    """Say whether the communes of a unit are numbered under it, so that others are not its own."""
    return any(line.is_numbered_under(unit) for line in lines)
