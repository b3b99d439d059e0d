"""Proposing which cells of a template are which figures of an official table; whatever is not certain is said."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.exchange.template_binding import (
    WHOLE,
    BoundColumn,
    TemplateBinding,
    changes_since,
    full_heading,
    read_headings,
)
from povertydesk.exchange.template_columns import find_number_rows, match_column, numbers_table, read_columns, words
from povertydesk.exchange.template_package import damage_told
from povertydesk.exchange.template_places import find_rows, first_named_row
from povertydesk.exchange.template_sheet import cell_name, read_sheet, read_strings
from povertydesk.exchange.workbook import column_letter
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from povertydesk.exchange.template_columns import ColumnMatch, TemplateColumn
    from povertydesk.exchange.template_package import TemplatePackage
    from povertydesk.exchange.template_places import FoundRows
    from povertydesk.exchange.template_sheet import TemplateSheet
    from povertydesk.poverty.official_table import OfficialTable
    from povertydesk.poverty.problems import Value

LINE_WORDS = {Counted.HOUSEHOLDS: "Hộ", Counted.PEOPLE: "Nhân khẩu"}
"""What the forms call the two lines of a place (phân tổ)."""

_LEAST_COLUMNS = 0.5
"""A sheet that has fewer of a table's columns is another table."""


class WantedTable(NamedTuple):
    """What a template is to hold: a table, the villages' names by their keys, and the name of the whole unit.

    `groups` are the units that a receiving office's communes stand under; a template may list them and need not.
    """

    paper: str
    table: OfficialTable
    places: Mapping[str, str]
    unit: str
    groups: Mapping[str, str] = MappingProxyType({})

    @property
    def named(self) -> Mapping[str, str]:
        """All places that a line may name."""
        return {**self.places, **self.groups}

    def is_settled_by(self, binding: TemplateBinding) -> bool:
        """Say whether every column and line has its cells in a binding, or is known to have none."""
        return binding.fits(self.table, self.places, self.groups)


class BindingProposal(NamedTuple):
    """The cells that were found, and what keeps them from being certain; certain where there are no findings."""

    binding: TemplateBinding
    findings: tuple[Finding, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether every figure has its one cell."""
        return not self.findings

    def require_certain(self, file: str) -> None:
        """Refuse a proposal that leaves something open, with all of it."""
        if self.findings:
            raise KnownError("template-not-bound", findings=self.findings, file=file, faults=len(self.findings))


class _Block(NamedTuple):
    """What may be one table: its rows from the lines above its headings up to the next table."""

    name: str
    sheet: TemplateSheet
    first_row: int
    last_heading_row: int
    number_row: int | None
    end: int


class _Candidate(NamedTuple):
    sheet: str
    proposal: BindingProposal
    named: bool


def propose_binding(package: TemplatePackage, wanted: WantedTable, only_sheet: str = "") -> BindingProposal:
    """Look for a table in every visible sheet of a template; one that its title or tab names goes before all others.

    `only_sheet` is the one that the clerk pointed to. Raises KnownError `template-without-table`, and
    `template-several-sheets` where several may be meant.
    """
    with damage_told(package.name):
        strings = read_strings(package.linked("sharedStrings"))
        sheets = {
            name: read_sheet(package.part(part), strings)
            for name, part in package.sheets.items()
            if only_sheet in {"", name}
        }
    candidates = [one for name, sheet in sheets.items() for one in _candidates(name, sheet, wanted)]
    if not candidates:
        raise KnownError("template-without-table", file=package.name, number=wanted.table.number)
    possible = [one for one in candidates if one.named] or candidates
    chosen = [one for one in possible if one.proposal.certain] or possible
    if len(chosen) > 1:
        named = ", ".join(one.sheet for one in chosen)
        raise KnownError("template-several-sheets", file=package.name, number=wanted.table.number, sheets=named)
    return chosen[0].proposal


def is_unchanged(package: TemplatePackage, binding: TemplateBinding) -> bool:
    """Say whether a template has the sheet, the headings and the names of lines that a binding was made for."""
    part = package.sheets.get(binding.sheet)
    if part is None:
        return False
    with damage_told(package.name):
        sheet = read_sheet(package.part(part), read_strings(package.linked("sharedStrings")))
    return next(changes_since(binding, sheet, package.name), None) is None


def _candidates(name: str, sheet: TemplateSheet, wanted: WantedTable) -> Iterator[_Candidate]:
    """Look at every table of a sheet, one below the other; where none has a number row, at the sheet as one table."""
    numbered = find_number_rows(sheet)
    labels = [one.label for one in wanted.table.columns]
    ends = [*numbered[1:], sheet.last_row + 1]
    blocks = [
        _Block(name, sheet, above + 1, row, row, end)
        for above, row, end in zip([0, *numbered], numbered, ends, strict=False)
        if numbers_table(sheet, row, labels)
    ]
    first_named = first_named_row(sheet, wanted.named, wanted.unit)
    if not blocks and first_named is not None and first_named > 1:
        blocks = [_Block(name, sheet, 1, first_named - 1, None, sheet.last_row + 1)]
    for block in blocks:
        found = _candidate(block, wanted)
        if found is not None:
            yield found


def _candidate(block: _Block, wanted: WantedTable) -> _Candidate | None:
    sheet, table = block.sheet, wanted.table
    found = find_rows(sheet, range(block.last_heading_row + 1, block.end), wanted.named, wanted.unit, table.counted)
    last_words = block.last_heading_row - (block.number_row is not None)
    first = first_heading_row(sheet, last_words, found.name_column)
    headings = read_columns(sheet, first, last_words, block.number_row)
    columns = [one for one in headings if one.column > found.name_column]
    matches = [match_column(one, columns) for one in table.columns]
    if sum(bool(one.found) for one in matches) < _LEAST_COLUMNS * len(table.columns):
        return None
    binding = TemplateBinding(
        wanted.paper,
        block.name,
        first,
        block.last_heading_row,
        column_letter(found.name_column - 1),
        tuple(_bound(one) for one in matches if one.found),
        found.rows,
        read_headings(sheet, first, block.last_heading_row),
    )
    findings = (
        *_column_findings(block.name, matches, block.last_heading_row),
        *_shared_columns(block.name, matches),
        *_row_findings(binding, found, wanted),
    )
    return _Candidate(block.name, BindingProposal(binding, findings), _named(block, first, table))


def _bound(match: ColumnMatch) -> BoundColumn:
    letters = column_letter(match.found[0].column - 1)
    return BoundColumn(match.wanted.label, full_heading(match.wanted), letters)


def first_heading_row(sheet: TemplateSheet, last: int, name_column: int) -> int:
    """Return where the headings begin: with that of the names, or with groups that stand above it."""
    first = last
    while first > 1 and not sheet.shown(first, name_column):
        first -= 1
    merged = sheet.merge_at(first, name_column)
    if merged is not None and merged.last_row > merged.first_row:
        return merged.first_row
    while first > 1 and _groups_columns(sheet, first - 1, name_column):
        first -= 1
    return first


def _groups_columns(sheet: TemplateSheet, row: int, name_column: int) -> bool:
    """Say whether a row puts columns right of the names into groups; a title lies over the names, too."""
    groups = (one for one in sheet.merged if one.first_row <= row <= one.last_row and one.first_column > name_column)
    return any(one.last_column > one.first_column and sheet.shown(row, one.first_column) for one in groups)


def _named(block: _Block, first: int, table: OfficialTable) -> bool:
    """Say whether the tab or the lines above the headings name the table by its number or its title."""
    rows = (block.sheet.rows[row] for row in range(block.first_row, first) if row in block.sheet.rows)
    above = [block.sheet.text(row.number, cell.column) for row in rows for cell in row.cells]
    numbered = [number for text in above for number in _numbers_named(text)] or [*_numbers_named(block.name)]
    if numbered:
        return table.number in numbered
    title = " ".join(words(table.title))
    return any(title in " ".join(words(text)) for text in above)


def _numbers_named(text: str) -> Iterator[int]:
    said = words(fold(text).replace("bieu", " bieu "))
    for word, following in zip(said, [*said[1:], ""], strict=False):
        after = following if following != "so" else next(iter(said[said.index(following) + 1 :]), "")
        if word == "bieu" and after.isdecimal():
            yield int(after)


def _column_findings(sheet: str, matches: Sequence[ColumnMatch], last: int) -> Iterator[Finding]:
    for one in matches:
        wanted = one.wanted
        at = Place(sheet=sheet, column=wanted.label)
        heading = full_heading(wanted)
        if len(one.found) > 1:
            first, second = (column_letter(found.column - 1) for found in one.found[:2])
            values: dict[str, Value] = {"label": wanted.label, "heading": heading, "first": first, "second": second}
            yield Finding("template-column-twice", Severity.ERROR, at, values)
        elif one.differing is not None:
            shown = " – ".join(one.differing.headings)
            values = {
                "label": wanted.label,
                "heading": heading,
                "cell": cell_name(last, one.differing.column),
                "shown": shown,
            }
            yield Finding("template-column-differs", Severity.ERROR, at, values)
        elif not one.found:
            values = {"label": wanted.label, "heading": heading}
            yield Finding("template-column-missing", Severity.ERROR, at, values)


def _shared_columns(sheet: str, matches: Sequence[ColumnMatch]) -> Iterator[Finding]:
    """Name columns of the template that two columns of the table would write into."""
    taken: dict[TemplateColumn, ColumnMatch] = {}
    for one in matches:
        if len(one.found) == 1 and taken.setdefault(one.found[0], one) is not one:
            column = column_letter(one.found[0].column - 1)
            other = taken[one.found[0]].wanted.label
            values: dict[str, Value] = {"column": column, "label": one.wanted.label, "other": other}
            yield Finding("template-column-shared", Severity.ERROR, Place(sheet=sheet, column=column), values)


def _row_findings(binding: TemplateBinding, found: FoundRows, wanted: WantedTable) -> Iterator[Finding]:
    sheet, counted = binding.sheet, wanted.table.counted
    for first, second in found.twice:
        name = wanted.named.get(first.place, wanted.unit)
        values: dict[str, Value] = {"village": name, "first": str(first.row), "second": str(second.row)}
        at = Place(sheet=sheet, row=second.row, village=name)
        yield Finding("template-village-twice", Severity.ERROR, at, values)
    bound = {(one.place, one.counted) for one in binding.rows}
    of_places = {one.place for one in binding.rows}
    whole_only = of_places == {WHOLE}
    names = {WHOLE: wanted.unit} if whole_only else dict(wanted.places)
    for key, name in names.items():
        if key not in of_places:
            values = {"village": name}
            yield Finding("template-village-without-row", Severity.ERROR, Place(sheet=sheet, village=name), values)
            continue
        for one in counted:
            if (key, one) not in bound:
                values = {"village": name, "line": LINE_WORDS[one]}
                yield Finding("template-line-missing", Severity.ERROR, Place(sheet=sheet, village=name), values)
