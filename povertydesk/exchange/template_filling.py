"""Writing the figures of an official table into the office above's own template, and nothing else of it.

The sheet is not written anew: the bytes of the bound cells are exchanged, all others stay. The workbook is only asked
to calculate when it is opened. A formula stays, but what it showed last time goes, since programs that do not
calculate what they open would show it beside the new figures.
"""

from __future__ import annotations

import enum
import re
from bisect import bisect
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.exchange.part_reading import attributes, closed_in_itself, read_part, start_tag, with_attribute
from povertydesk.exchange.template_binding import require_unchanged
from povertydesk.exchange.template_package import damage_told
from povertydesk.exchange.template_sheet import (
    CellStyle,
    cell_name,
    column_number,
    read_sheet,
    read_strings,
    read_styles,
)
from povertydesk.exchange.workbook import column_letter
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from povertydesk.exchange.template_binding import BoundRow, TemplateBinding
    from povertydesk.exchange.template_package import TemplatePackage
    from povertydesk.exchange.template_sheet import TemplateCell, TemplateRow, TemplateSheet
    from povertydesk.poverty.problems import Value

_BEFORE_CALCULATION = ("sheets", "functionGroups", "externalReferences", "definedNames")
"""What stands before the settings of calculation in a workbook; `sheets` is always there."""

_OF_THE_OLD_VALUE = {b"t", b"cm", b"vm"}
_FULLY = b"fullCalcOnLoad"
_DIGITS = re.compile(rb"\d+")


class FigurePlace(NamedTuple):
    """Where a figure belongs: the label of its column, its place (a village's key, or the whole), what it counts."""

    label: str
    place: str
    counted: Counted = Counted.HOUSEHOLDS


Figures = Mapping[FigurePlace, int | Decimal | None]
"""Counts as whole numbers, rates in percent as decimals; None is not known, and empties its cell."""


class Fate(enum.StrEnum):
    """What becomes of a bound cell: it gets its figure, is emptied, keeps its formula, or lies inside a merge."""

    WRITTEN = "written"
    EMPTIED = "emptied"
    COMPUTES = "computes"
    MERGED = "merged"


class PlannedCell(NamedTuple):
    """A bound cell with what becomes of it and the figure that is its own, None where that is not known."""

    fate: Fate
    value: int | Decimal | None

    @property
    def is_written(self) -> bool:
        """Whether its figure goes into the cell."""
        return self.fate is Fate.WRITTEN

    @property
    def is_emptied(self) -> bool:
        """Whether the cell stays or becomes empty, since nobody knows its figure."""
        return self.fate is Fate.EMPTIED

    @property
    def computes(self) -> bool:
        """Whether the template works the figure out itself."""
        return self.fate is Fate.COMPUTES


class FillingPlan(NamedTuple):
    """What filling would do, by row and column from one; `locked` is the first locked cell of a protected sheet."""

    cells: Mapping[tuple[int, int], PlannedCell]
    findings: tuple[Finding, ...]
    locked: str | None


class FilledTemplate(NamedTuple):
    """The template with its figures as a file's bytes, and what of it wants a look."""

    data: bytes
    findings: tuple[Finding, ...] = ()


def fill_template(package: TemplatePackage, binding: TemplateBinding, figures: Figures) -> FilledTemplate:
    """Write figures into the bound cells of a template. A template that is not as it was bound is refused.

    A rate goes in as a percent number, or as a fraction where its cell shows percent. A missing cell is made with the
    style of the figures above it. Of merged cells the first is written. Filling twice gives the same bytes.
    """
    part = package.sheets.get(binding.sheet)
    if part is None:
        raise KnownError("template-sheet-missing", file=package.name, sheet=binding.sheet)
    with damage_told(package.name):
        sheet = read_sheet(package.part(part), read_strings(package.linked("sharedStrings")))
        styles = read_styles(package.linked("styles"))
        workbook = _calculated_when_opened(package)
    require_unchanged(binding, sheet, package.name)
    filler = _Filler(sheet, styles, binding)
    filler.fill(figures)
    if sheet.protected and filler.locked is not None:
        raise KnownError("template-sheet-protected", file=package.name, sheet=binding.sheet, cell=filler.locked)
    changed = filler.written()
    if changed == sheet.data:
        return FilledTemplate(package.data, tuple(filler.findings()))
    with damage_told(package.name):
        data = package.with_parts({part: changed, package.workbook: workbook})
    return FilledTemplate(data, tuple(filler.findings()))


def plan_filling(
    sheet: TemplateSheet, styles: Sequence[CellStyle], binding: TemplateBinding, figures: Figures
) -> FillingPlan:
    """Say what filling a sheet with these figures would do to each bound cell, without writing anything."""
    filler = _Filler(sheet, styles, binding)
    filler.fill(figures)
    return FillingPlan(filler.planned, tuple(filler.findings()), filler.locked if sheet.protected else None)


@dataclass
class _Filler:
    """Gathers what changes in one sheet: bytes to exchange, cells to add, and what is to be said."""

    sheet: TemplateSheet
    styles: Sequence[CellStyle]
    binding: TemplateBinding
    locked: str | None = None
    planned: dict[tuple[int, int], PlannedCell] = field(default_factory=dict)
    _edits: list[tuple[int, int, bytes]] = field(default_factory=list)
    _added: dict[int, dict[int, bytes]] = field(default_factory=dict)
    _computing: list[tuple[int, int]] = field(default_factory=list)
    _by_column: dict[int, tuple[list[int], list[TemplateCell]]] = field(default_factory=dict)
    _others: list[Finding] = field(default_factory=list)

    def fill(self, figures: Figures) -> None:
        """Go through the bound cells; a figure that nobody gave is not known."""
        for row in self.binding.rows:
            for column in self.binding.columns:
                value = figures.get(FigurePlace(column.label, row.place, row.counted))
                self._put(row, column.letters, value)

    def findings(self) -> Iterator[Finding]:
        """Tell what was left alone, and what was replaced."""
        sheet = self.binding.sheet
        if self._computing:
            columns = [column_letter(column - 1) for column in sorted({column for _, column in self._computing})]
            values: dict[str, Value] = {"columns": ", ".join(columns), "cells": len(self._computing)}
            yield Finding("template-formula-kept", Severity.NOTE, Place(sheet=sheet), values)
        yield from self._others

    def written(self) -> bytes:
        """Return the sheet with everything put into it."""
        for row, cells in sorted(self._added.items()):
            self._edits.extend(self._with_cells(row, cells))
        self._edits.extend(self._dimension())
        if self._edits:
            self._edits.extend(self._old_results())
        data, place, pieces = self.sheet.data, 0, []
        for begin, end, new in sorted(self._edits, key=lambda edit: edit[:2]):
            pieces += [data[place:begin], new]
            place = end
        return b"".join((*pieces, data[place:]))

    def _put(self, row: BoundRow, letters: str, value: int | Decimal | None) -> None:
        column = column_number(letters)
        name, at_cell = cell_name(row.row, column), (row.row, column)
        if self.sheet.computes(row.row, column):
            self._computing.append(at_cell)
            self.planned[at_cell] = PlannedCell(Fate.COMPUTES, value)
            return
        merged = self.sheet.merge_at(row.row, column)
        if merged is not None and (merged.first_row, merged.first_column) != at_cell:
            values: dict[str, Value] = {"cell": name, "merged": merged.name}
            at = Place(sheet=self.binding.sheet, row=row.row, column=letters)
            self._others.append(Finding("template-cell-merged", Severity.WARNING, at, values))
            self.planned[at_cell] = PlannedCell(Fate.MERGED, value)
            return
        self.planned[at_cell] = PlannedCell(Fate.EMPTIED if value is None else Fate.WRITTEN, value)
        cell = self.sheet.cell(row.row, column)
        style = cell.style if cell is not None else self._style_for(row.row, column)
        known = self._style(style)
        written = None if value is None else _number(value, as_fraction=known.percent and isinstance(value, Decimal))
        if not self._changes(cell, written):
            return
        if known.locked:
            self.locked = self.locked or name
        if cell is not None:
            self._say_replaced(cell, name)
            self._edits.append((cell.begin, cell.end, self._exchanged(cell, written)))
        elif written is not None:
            self._added.setdefault(row.row, {})[column] = self._new_cell(name, style, written)

    def _changes(self, cell: TemplateCell | None, written: str | None) -> bool:
        if cell is None:
            return written is not None
        return not cell.blank if written is None else bool(cell.text) or cell.number != written

    def _say_replaced(self, cell: TemplateCell, name: str) -> None:
        if any(mark.isalnum() for mark in cell.text):
            at = Place(sheet=self.binding.sheet, row=cell.row, column=name.rstrip("0123456789"))
            values: dict[str, Value] = {"cell": name, "text": cell.text}
            self._others.append(Finding("template-text-replaced", Severity.NOTE, at, values))

    def _style(self, style: int | None) -> CellStyle:
        number = style or 0
        return self.styles[number] if number < len(self.styles) else CellStyle()

    def _style_for(self, row: int, column: int) -> int | None:
        """Return the style a missing cell gets: of the next figure above, else below, else of its row or column."""
        rows, figures = self._figures_in(column)
        if figures:
            return figures[max(bisect(rows, row) - 1, 0)].style
        written = self.sheet.rows.get(row)
        if written is not None and written.style is not None:
            return written.style
        return next((style for first, last, style in self.sheet.column_styles if first <= column <= last), None)

    def _figures_in(self, column: int) -> tuple[list[int], list[TemplateCell]]:
        """Return the bound rows in which a cell of a column is written, and these cells."""
        if column not in self._by_column:
            written = (self.sheet.cell(row, column) for row in sorted({one.row for one in self.binding.rows}))
            cells = [cell for cell in written if cell is not None]
            self._by_column[column] = ([cell.row for cell in cells], cells)
        return self._by_column[column]

    def _exchanged(self, cell: TemplateCell, written: str | None) -> bytes:
        """Return a cell with another value: its tag stays but for the kind of the old value."""
        tag = _without_kind(cell.tag)
        element = _element_name(tag)
        opened = tag[:-2].rstrip() if closed_in_itself(tag) else tag[:-1]
        if written is None:
            return opened + b"/>"
        value = _prefixed(element, b"v")
        return b"%b><%b>%b</%b></%b>" % (opened, value, written.encode(), value, element)

    def _new_cell(self, name: str, style: int | None, written: str) -> bytes:
        element = _prefixed(self._row_element(), b"c")
        value = _prefixed(element, b"v")
        styled = b"" if style is None else b' s="%d"' % style
        return b'<%b r="%b"%b><%b>%b</%b></%b>' % (
            element, name.encode(), styled, value, written.encode(), value, element,
        )  # fmt: skip

    def _row_element(self) -> bytes:
        return _element_name(next(iter(self.sheet.rows.values())).tag)

    def _with_cells(self, number: int, cells: Mapping[int, bytes]) -> Iterator[tuple[int, int, bytes]]:
        """Put new cells into their row, each before the next one to its right; a row that is missing is made."""
        row = self.sheet.rows.get(number)
        if row is None:
            element = self._row_element()
            written = b'<%b r="%d">%b</%b>' % (element, number, _in_order(cells), element)
            later = (other.begin for other_number, other in sorted(self.sheet.rows.items()) if other_number > number)
            place = next(later, self.sheet.rows_end)
            yield (place, place, written)
            return
        element = _element_name(row.tag)
        tag = _spanning(row, cells)
        if closed_in_itself(row.tag):
            opened = tag[:-2].rstrip()
            yield (row.begin, row.end, b"%b>%b</%b>" % (opened, _in_order(cells), element))
            return
        if tag != row.tag:
            yield (row.begin, row.begin + len(row.tag), tag)
        last = max((one.end for one in row.cells), default=row.begin + len(row.tag))
        before: dict[int, dict[int, bytes]] = {}
        for column, written in cells.items():
            place = next((one.begin for one in row.cells if one.column > column), last)
            before.setdefault(place, {})[column] = written
        for place, several in before.items():
            yield (place, place, _in_order(several))

    def _old_results(self) -> Iterator[tuple[int, int, bytes]]:
        """Take away what bound formulas showed; that of one over several cells is written in all of them, and stays."""
        for row, column in self._computing:
            cell = self.sheet.cell(row, column)
            if cell is not None and cell.value and not any(one.holds(row, column) for one in self.sheet.computed):
                yield (cell.begin, cell.begin + len(cell.tag), _without_kind(cell.tag))
                yield (*cell.value, b"")

    def _dimension(self) -> Iterator[tuple[int, int, bytes]]:
        """Widen what the sheet says of its own size, where cells were added beyond it."""
        if self.sheet.dimension is None:
            return
        begin, tag, said = self.sheet.dimension
        places = [(row, column) for row, cells in self._added.items() for column in cells]
        if all(said.holds(*place) for place in places):
            return
        rows, columns = [row for row, _ in places], [column for _, column in places]
        wider = said._replace(
            first_row=min(said.first_row, *rows),
            first_column=min(said.first_column, *columns),
            last_row=max(said.last_row, *rows),
            last_column=max(said.last_column, *columns),
        )
        yield (begin, begin + len(tag), with_attribute(tag, b"ref", wider.name.encode()))


def _number(value: int | Decimal, *, as_fraction: bool) -> str:
    """Write a number as the shortest exact decimal: 13.70 as `13.7`, or as `0.137`."""
    exact = Decimal(value).scaleb(-2) if as_fraction else Decimal(value)
    return format(exact.normalize(), "f")


def _without_kind(tag: bytes) -> bytes:
    """Return the tag of a cell without what it says of its old value."""
    for name, whole in attributes(tag):
        if name in _OF_THE_OLD_VALUE:
            tag = tag.replace(whole, b"", 1)
    return tag


def _element_name(tag: bytes) -> bytes:
    return tag[1:].split(None, 1)[0].rstrip(b"/>")


def _prefixed(beside: bytes, name: bytes) -> bytes:
    """Return an element's name with the prefix of the elements around it: `x:v` beside `x:c`."""
    prefix, colon, _ = beside.rpartition(b":")
    return prefix + colon + name


def _in_order(cells: Mapping[int, bytes]) -> bytes:
    return b"".join(written for _, written in sorted(cells.items()))


def _spanning(row: TemplateRow, cells: Mapping[int, bytes]) -> bytes:
    """Return the tag of a row whose columns, where it says which, reach over the new cells."""
    said = next((whole for name, whole in attributes(row.tag) if name == b"spans"), None)
    columns = [int(one) for one in _DIGITS.findall(said or b"")]
    if not columns:
        return row.tag
    first, last = min(columns), max(columns)
    if first <= min(cells) and max(cells) <= last:
        return row.tag
    return with_attribute(row.tag, b"spans", b"%d:%d" % (min(first, *cells), max(last, *cells)))


def _calculated_when_opened(package: TemplatePackage) -> bytes:
    """Return the workbook with the request to calculate everything when it is opened, and nothing else changed."""
    data = package.part(package.workbook)
    within: list[str] = []
    begins: dict[str, int] = {}
    ends: dict[str, int] = {}
    at = 0

    def stand(place: int) -> None:
        nonlocal at
        at = place

    def start(tag: str, _given: Mapping[str, str]) -> None:
        within.append(tag.rpartition(" ")[2])
        if len(within) == 2:
            begins[within[-1]] = at

    def end(_tag: str) -> None:
        name = within.pop()
        if len(within) == 1:
            tag = start_tag(data, begins[name])
            ends[name] = begins[name] + len(tag) if closed_in_itself(tag) else data.index(b">", at) + 1

    read_part(data, start, end, at=stand)
    if "calcPr" in begins:
        tag = start_tag(data, begins["calcPr"])
        place = begins["calcPr"]
        return data[:place] + with_attribute(tag, _FULLY, b"1") + data[place + len(tag) :]
    place = max(ends[name] for name in _BEFORE_CALCULATION if name in ends)
    element = _prefixed(_element_name(start_tag(data, begins["sheets"])), b"calcPr")
    return data[:place] + b'<%b %b="1"/>' % (element, _FULLY) + data[place:]
