"""Which cell of the office above's template holds which figure of an official table, and whether that still holds.

A binding remembers the words it was made by: the headings, and the name beside every line. A template that says
anything else is no longer the one that was bound, and nothing is written into it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from povertydesk.exchange.template_sheet import cell_name, column_number
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from povertydesk.exchange.template_sheet import TemplateSheet
    from povertydesk.poverty.official_table import OfficialTable, TableColumn
    from povertydesk.poverty.problems import Value

WHOLE = ""
"""The place of the line that holds the whole unit."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class BoundColumn:
    """A column of the template, by its letters, and the table's column whose figures it takes: label and headings.

    The headings tell columns apart whose label changes from year to year, as those of the ethnic groups do.
    """

    label: str
    heading: str
    letters: str


@dataclass(frozen=True, slots=True)
class BoundRow:
    """A row of the template and the place it belongs to: a village's key, or `WHOLE`. `shown` is its name there."""

    place: str
    counted: Counted
    row: int
    shown: str


@dataclass(frozen=True, slots=True)
class BoundHeading:
    """The words of one cell among the headings."""

    cell: str
    words: str


@dataclass(frozen=True, slots=True)
class LeftColumn:
    """A column of the table for which the template has none, as the clerk said: label and headings."""

    label: str
    heading: str


@dataclass(frozen=True, slots=True)
class LeftLine:
    """A line of the table for which the template has no row, as the clerk said."""

    place: str
    counted: Counted


@dataclass(frozen=True, slots=True)
class TemplateBinding:
    """The cells of a template, row by row and column by column, as Excel names them; what it has no cells for."""

    paper: str
    sheet: str
    first_heading_row: int
    last_heading_row: int
    name_column: str
    columns: tuple[BoundColumn, ...]
    rows: tuple[BoundRow, ...]
    headings: tuple[BoundHeading, ...]
    columns_left: tuple[LeftColumn, ...] = ()
    lines_left: tuple[LeftLine, ...] = ()

    @property
    def signature(self) -> str:
        """A digest of the headings, by which a template of the same form is known."""
        words = "\n".join(f"{one.cell} {_timeless(one.words)}" for one in self.headings)
        return hashlib.blake2b(words.encode(), digest_size=16).hexdigest()

    def fits(self, table: OfficialTable, places: Collection[str], groups: Collection[str] = ()) -> bool:
        """Say whether every column of a table, and every line of exactly these places or of the whole, is settled.

        It is where it has its cells, or where the clerk said that the template has none for it. Lines of `groups` may
        be among them and need not.
        """
        bound = {(one.label, one.heading) for one in self.columns}
        bound |= {(one.label, one.heading) for one in self.columns_left}
        unasked = {WHOLE, *groups}
        lines = {(one.place, one.counted) for one in self.rows if one.place not in unasked}
        lines |= {(one.place, one.counted) for one in self.lines_left if one.place not in unasked}
        wanted = {(place, counted) for place in places for counted in table.counted}
        return bound == {(one.label, full_heading(one)) for one in table.columns} and lines in (wanted, set())

    def to_json(self) -> str:
        """Write the binding down."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def from_json(cls, text: str) -> TemplateBinding:
        """Read a binding that was written down."""
        return msgspec.json.decode(text, type=cls)


def full_heading(column: TableColumn) -> str:
    """Return the headings of a table's column from the top: `Hộ nghèo – Tỷ lệ (%)`."""
    return " – ".join((*column.headings, column.title))


def read_headings(sheet: TemplateSheet, first_row: int, last_row: int) -> tuple[BoundHeading, ...]:
    """Return the words of the heading rows, cell by cell."""
    return tuple(
        BoundHeading(cell_name(row, column), words)
        for row in range(first_row, last_row + 1)
        for column in range(1, sheet.last_column + 1)
        if (words := sheet.text(row, column))
    )


def require_unchanged(binding: TemplateBinding, sheet: TemplateSheet, file: str) -> None:
    """Refuse a template whose headings or names of lines are not where they were; another year in them is no change."""
    change = next(changes_since(binding, sheet, file), None)
    if change is not None:
        raise KnownError(change.code, findings=(), **change.values)


def changes_since(binding: TemplateBinding, sheet: TemplateSheet, file: str) -> Iterator[Finding]:
    """Tell every heading and name of a line that is not as it was when the template was bound, each at its cell."""
    before = {one.cell: one.words for one in binding.headings}
    headings = read_headings(sheet, binding.first_heading_row, binding.last_heading_row)
    now = {one.cell: one.words for one in headings}
    values: dict[str, Value]
    for cell in dict.fromkeys([*before, *now]):
        was, is_ = before.get(cell, ""), now.get(cell, "")
        if _timeless(was) != _timeless(is_):
            letters = cell.rstrip("0123456789")
            at = Place(sheet=binding.sheet, row=int(cell[len(letters) :]), column=letters)
            values = {"file": file, "sheet": binding.sheet, "cell": cell, "before": was, "now": is_}
            yield Finding("template-headings-changed", Severity.ERROR, at, values)
    column = column_number(binding.name_column)
    for bound in binding.rows:
        shown = line_name(sheet, bound.row, column)
        if fold(shown) != fold(bound.shown):
            at = Place(sheet=binding.sheet, row=bound.row, column=binding.name_column or None)
            values = {"file": file, "sheet": binding.sheet, "row": bound.row, "before": bound.shown, "now": shown}
            yield Finding("template-row-changed", Severity.ERROR, at, values)


def line_name(sheet: TemplateSheet, row: int, name_column: int) -> str:
    """Return the name of a line: what stands in its name column, or before it (a total is often merged over both)."""
    for column in range(name_column, 0, -1):
        shown = sheet.shown(row, column)
        if shown and (column == name_column or not shown[0].isdecimal()):
            return shown
    return ""


def _timeless(words: str) -> str:
    return _YEAR.sub("####", fold(words))
