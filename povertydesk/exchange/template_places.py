"""Which rows of a template belong to which village and to the whole unit, by the names that stand in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.exchange.template_binding import WHOLE, BoundRow, line_name
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.vietnamese import clean_line, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from povertydesk.exchange.template_sheet import TemplateSheet

_KINDS = (
    "thon", "bon", "buon", "ban", "lang", "ap", "khom", "khu pho", "khu", "to dan pho", "tdp", "to", "xom", "phum",
    "soc", "xa", "phuong", "thi tran", "dac khu", "tt",
)  # fmt: skip
_KIND = re.compile(rf"(?:{'|'.join(sorted(_KINDS, key=len, reverse=True))})\b[.:]?\s*(?:so\s+)?")
_SERIAL = re.compile(r"\d+\s*[.)]\s*")
_NOUGHTS = re.compile(r"\b0+(?=\d)")
_TOTAL = re.compile(
    r"(?:tổng|cộng)\s*(?:[:(].*)?|tổng (?:cộng|số|chung)\b.*|"
    r"toàn (?:xã|phường|thị trấn|đặc khu|huyện|tỉnh)\b.*"
)
_SO = re.compile(r"\bso (?=\d)")
_COUNTED = {
    "ho": Counted.HOUSEHOLDS,
    "so ho": Counted.HOUSEHOLDS,
    "khau": Counted.PEOPLE,
    "so khau": Counted.PEOPLE,
    "nhan khau": Counted.PEOPLE,
    "so nhan khau": Counted.PEOPLE,
}


class FoundRows(NamedTuple):
    """The rows of places, the column their names stand in, and the places whose name stands in several rows."""

    rows: tuple[BoundRow, ...]
    name_column: int
    twice: tuple[tuple[BoundRow, BoundRow], ...]


class _Names:
    """The places by their names: as they are written, without accents, and without the word of their kind."""

    def __init__(self, places: Mapping[str, str], unit: str) -> None:
        self._ways: list[dict[str, str | None]] = [{}, {}, {}]
        for key, name in places.items():
            for way, form in zip(self._ways, _forms(name), strict=True):
                way[form] = None if form in way else key
        self._unit_name = _forms(unit)[1]
        self._unit = set(_forms(unit)[1:])
        self._known: dict[str, str | None] = {}

    def place(self, shown: str) -> str | None:
        """Return the key of the village that a cell names; None where it may be another, or is the unit."""
        if shown not in self._known:
            self._known[shown] = self._place(shown)
        return self._known[shown]

    def _place(self, shown: str) -> str | None:
        if _forms(shown)[1] == self._unit_name:
            return None
        for way, form in zip(self._ways, _forms(shown), strict=True):
            if form in way and any(mark.isalpha() for mark in form):
                return way[form]
        return None

    def is_unit(self, shown: str) -> bool:
        """Say whether a cell names the unit itself."""
        return not self._unit.isdisjoint(_forms(shown)[1:])


def find_rows(
    sheet: TemplateSheet, rows_below: range, places: Mapping[str, str], unit: str, counted: Sequence[Counted]
) -> FoundRows:
    """Find the rows of all places in the rows below the headings; `counted` are the lines that a place has.

    Where no village stands in the template, the row of the unit itself is meant: the form of the office above lists
    communes. Its total is then another office's to fill.
    """
    names = _Names(places, unit)
    numbers = [number for number in sorted(sheet.rows) if number in rows_below]
    name_column = _name_column(sheet, numbers, names)
    rows: dict[tuple[str, Counted], BoundRow] = {}
    twice: list[tuple[BoundRow, BoundRow]] = []
    for bound in _lines(sheet, numbers, name_column, names, counted):
        first = rows.setdefault((bound.place, bound.counted), bound)
        if first is not bound:
            twice.append((first, bound))
    return FoundRows(tuple(sorted(rows.values(), key=lambda one: one.row)), name_column, tuple(twice))


def first_named_row(sheet: TemplateSheet, places: Mapping[str, str], unit: str) -> int | None:
    """Return the first row that names a village or a total; the unit itself where no village is named."""
    names = _Names(places, unit)
    numbers = sorted(sheet.rows)
    column = _name_column(sheet, numbers, names)
    named = [number for number in numbers if names.place(sheet.shown(number, column))]
    if not named:
        return next((number for number in numbers if names.is_unit(sheet.shown(number, column))), None)
    totals = (number for number in numbers if number < named[0] and _is_total(line_name(sheet, number, column)))
    return next(totals, named[0])


def _lines(
    sheet: TemplateSheet, numbers: Sequence[int], name_column: int, names: _Names, counted: Sequence[Counted]
) -> Iterator[BoundRow]:
    shown_at = {number: line_name(sheet, number, name_column) for number in numbers}
    villages = any(names.place(shown) for shown in shown_at.values())
    has_total = villages and any(map(_is_total, shown_at.values()))
    is_whole = _is_total if has_total else names.is_unit
    in_pairs = len(counted) > 1
    place = None
    for number, shown in shown_at.items():
        if shown:
            place = names.place(shown)
            if place is None and is_whole(shown):
                place = WHOLE
        elif not in_pairs:
            place = None
        of_line = _counted_in(sheet, number, name_column) if in_pairs else Counted.HOUSEHOLDS
        if place is not None and of_line is not None:
            yield BoundRow(place, of_line, number, shown)


def _counted_in(sheet: TemplateSheet, row: int, name_column: int) -> Counted | None:
    """Say what a line counts, by the first cell right of the name that says it."""
    for column in range(name_column + 1, sheet.last_column + 1):
        found = _COUNTED.get(fold(sheet.text(row, column)))
        if found is not None:
            return found
    return None


def _name_column(sheet: TemplateSheet, numbers: Sequence[int], names: _Names) -> int:
    """Return the column that names most villages, else the unit; the leftmost of equals."""

    def weight(column: int) -> tuple[int, int, int]:
        shown = [cell.text for number in numbers if (cell := sheet.cell(number, column)) is not None and cell.text]
        villages = {place for one in shown if (place := names.place(one)) is not None}
        return (len(villages), sum(names.is_unit(one) for one in shown), -column)

    return max(range(1, sheet.last_column + 1), key=weight, default=1)


def _forms(shown: str) -> tuple[str, str, str]:
    line = _NOUGHTS.sub("", clean_line(shown).casefold())
    folded = _SO.sub("", _SERIAL.sub("", fold(line), count=1))
    return (line, folded, _KIND.sub("", folded, count=1) if _KIND.match(folded) else folded)


def _is_total(shown: str) -> bool:
    # By accents: "Cống" and "Tòng" begin the names of places.
    return _TOTAL.fullmatch(clean_line(shown).casefold()) is not None
