"""A binding of a template on its way: changed by hand column by column and row by row until nothing is open.

What the search was not sure of stays a doubt until the clerk settles it: by choosing a column or row for it, or by
saying that the template has none.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.exchange.template_binding import (
    WHOLE,
    BoundColumn,
    BoundRow,
    LeftColumn,
    LeftLine,
    TemplateBinding,
    full_heading,
    line_name,
    read_headings,
)
from povertydesk.exchange.template_columns import find_number_rows
from povertydesk.exchange.template_places import find_rows
from povertydesk.exchange.template_proposal import LINE_WORDS, first_heading_row
from povertydesk.exchange.template_sheet import column_number
from povertydesk.exchange.workbook import column_letter
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from povertydesk.exchange.template_proposal import BindingProposal, WantedTable
    from povertydesk.exchange.template_sheet import TemplateSheet
    from povertydesk.poverty.official_table import TableColumn

_SETTLED_BY_CHOICE = frozenset(
    {"template-column-twice", "template-column-differs", "template-column-shared", "template-village-twice"}
)
"""Doubts that no look at the binding alone brings back: they are kept until the clerk has chosen."""


class OpenItem(NamedTuple):
    """A finding on a draft with what it is about: a column of the table by its label, or lines of it."""

    finding: Finding
    label: str = ""
    lines: tuple[LeftLine, ...] = ()


@dataclass(frozen=True, slots=True)
class BindingDraft:
    """A binding with what of it is doubtful. `by_hand` where no table was found and the headings follow the rows."""

    binding: TemplateBinding
    doubts: tuple[Finding, ...] = ()
    by_hand: bool = False


def draft_of(proposal: BindingProposal) -> BindingDraft:
    """Begin with what was found in the template."""
    doubts = tuple(one for one in proposal.findings if one.code in _SETTLED_BY_CHOICE)
    return BindingDraft(proposal.binding, doubts)


def empty_draft(name: str, sheet: TemplateSheet, wanted: WantedTable) -> BindingDraft:
    """Begin with nothing bound in a sheet, `name` on its tab, in which no table was found."""
    rows = range(1, sheet.last_row + 1)
    found = find_rows(sheet, rows, wanted.named, wanted.unit, wanted.table.counted)
    letters = column_letter(found.name_column - 1) if found.rows else ""
    return BindingDraft(TemplateBinding(wanted.paper, name, 1, 0, letters, (), (), ()), by_hand=True)


def of_today(binding: TemplateBinding, wanted: WantedTable) -> TemplateBinding:
    """Return what of a binding the table still has: ethnic groups and villages come and go from year to year."""
    columns = {(one.label, full_heading(one)) for one in wanted.table.columns}
    lines = {(place, counted) for place in (*wanted.named, WHOLE) for counted in wanted.table.counted}
    return dataclasses.replace(
        binding,
        columns=tuple(one for one in binding.columns if (one.label, one.heading) in columns),
        rows=tuple(one for one in binding.rows if (one.place, one.counted) in lines),
        columns_left=tuple(one for one in binding.columns_left if (one.label, one.heading) in columns),
        lines_left=tuple(one for one in binding.lines_left if (one.place, one.counted) in lines),
    )


def open_items(draft: BindingDraft, wanted: WantedTable) -> tuple[OpenItem, ...]:
    """Tell what keeps a draft from being used: doubts, columns and lines without cells, or no cell at all."""
    keys = {name: key for key, name in {WHOLE: wanted.unit, **wanted.named}.items()}
    doubts = (_of_doubt(one, keys, wanted) for one in draft.doubts)
    return (*doubts, *_open_columns(draft, wanted), *_open_lines(draft, wanted), *_nothing_bound(draft))


def left_items(binding: TemplateBinding, wanted: WantedTable) -> tuple[OpenItem, ...]:
    """Tell which columns and lines of a table a template has no cells for, as the clerk said."""
    columns = (
        _of_column("template-column-left", Severity.NOTE, binding, (one.label, one.heading))
        for one in binding.columns_left
    )
    lines = (_of_line("template-line-left", Severity.NOTE, binding, wanted, one) for one in binding.lines_left)
    return (*columns, *lines)


def with_column(draft: BindingDraft, wanted: WantedTable, column: int, label: str) -> BindingDraft:
    """Let a column of the template, from one, take a column of the table, which leaves the one it had before."""
    binding, letters = draft.binding, column_letter(column - 1)
    if letters == binding.name_column:
        raise KnownError("template-column-of-names", column=letters)
    chosen = _column(wanted, label)
    order = {one.label: place for place, one in enumerate(wanted.table.columns)}
    kept = [one for one in binding.columns if one.letters != letters and one.label != label]
    columns = sorted([*kept, BoundColumn(label, full_heading(chosen), letters)], key=lambda one: order[one.label])
    changed = dataclasses.replace(
        binding,
        columns=tuple(columns),
        columns_left=tuple(one for one in binding.columns_left if one.label != label),
    )
    return dataclasses.replace(draft, binding=changed, doubts=_without_label(draft, label))


def without_column(draft: BindingDraft, column: int) -> BindingDraft:
    """Let a column of the template, from one, take nothing."""
    letters = column_letter(column - 1)
    labels = [one.label for one in draft.binding.columns if one.letters == letters]
    kept = tuple(one for one in draft.binding.columns if one.letters != letters)
    doubts = tuple(one for one in draft.doubts if not {one.values.get("label"), one.values.get("other")} & {*labels})
    return dataclasses.replace(draft, binding=dataclasses.replace(draft.binding, columns=kept), doubts=doubts)


def leaving_column(draft: BindingDraft, wanted: WantedTable, label: str) -> BindingDraft:
    """Say that the template has no column for one of the table's; said again, it is open again."""
    binding = draft.binding
    left = tuple(one for one in binding.columns_left if one.label != label)
    if left == binding.columns_left:
        left = (*left, LeftColumn(label, full_heading(_column(wanted, label))))
    columns = tuple(one for one in binding.columns if one.label != label)
    changed = dataclasses.replace(binding, columns=columns, columns_left=left)
    return dataclasses.replace(draft, binding=changed, doubts=_without_label(draft, label))


def with_row(draft: BindingDraft, wanted: WantedTable, sheet: TemplateSheet, row: int, line: LeftLine) -> BindingDraft:
    """Let a row of the template take a line of the table, which leaves the row it had before."""
    binding = draft.binding
    if not draft.by_hand and row <= binding.last_heading_row:
        raise KnownError("template-row-of-headings", row=row)
    shown = line_name(sheet, row, column_number(binding.name_column))
    kept = [one for one in binding.rows if one.row != row and not _is_of(line, one)]
    rows = sorted([*kept, BoundRow(line.place, line.counted, row, shown)], key=lambda one: one.row)
    left = tuple(one for one in binding.lines_left if not _is_of(line, one))
    changed = dataclasses.replace(binding, rows=tuple(rows), lines_left=left)
    settled = dataclasses.replace(draft, binding=changed, doubts=_without_place(draft, wanted, line.place))
    return _with_headings(settled, sheet)


def without_row(draft: BindingDraft, wanted: WantedTable, sheet: TemplateSheet, row: int) -> BindingDraft:
    """Let a row of the template take nothing."""
    binding = draft.binding
    places = [one.place for one in binding.rows if one.row == row]
    changed = dataclasses.replace(binding, rows=tuple(one for one in binding.rows if one.row != row))
    doubts = _without_place(draft, wanted, places[0]) if places else draft.doubts
    return _with_headings(dataclasses.replace(draft, binding=changed, doubts=doubts), sheet)


def leaving_line(draft: BindingDraft, wanted: WantedTable, sheet: TemplateSheet, line: LeftLine) -> BindingDraft:
    """Say that the template has no row for a line of the table; said again, it is open again."""
    binding = draft.binding
    left = tuple(one for one in binding.lines_left if not _is_of(line, one))
    if left == binding.lines_left:
        left = (*left, line)
    rows = tuple(one for one in binding.rows if not _is_of(line, one))
    changed = dataclasses.replace(binding, rows=rows, lines_left=left)
    settled = dataclasses.replace(draft, binding=changed, doubts=_without_place(draft, wanted, line.place))
    return _with_headings(settled, sheet)


def _with_headings(draft: BindingDraft, sheet: TemplateSheet) -> BindingDraft:
    """Take up the words above the first bound row, where they were not found before."""
    binding = draft.binding
    if not draft.by_hand:
        return draft
    last = min((one.row for one in binding.rows), default=1) - 1
    last_words = last - (last in find_number_rows(sheet))
    first = first_heading_row(sheet, last_words, column_number(binding.name_column) or 1) if last_words > 0 else 1
    headings = read_headings(sheet, first, last)
    changed = dataclasses.replace(binding, first_heading_row=first, last_heading_row=last, headings=headings)
    return dataclasses.replace(draft, binding=changed)


def _of_doubt(doubt: Finding, keys: Mapping[str, str], wanted: WantedTable) -> OpenItem:
    village = doubt.values.get("village")
    if village is None:
        return OpenItem(doubt, str(doubt.values["label"]))
    return OpenItem(doubt, lines=tuple(LeftLine(keys[str(village)], one) for one in wanted.table.counted))


def _open_columns(draft: BindingDraft, wanted: WantedTable) -> Iterator[OpenItem]:
    binding = draft.binding
    settled = {(one.label, one.heading) for one in binding.columns}
    settled |= {(one.label, one.heading) for one in binding.columns_left}
    doubted = {one.values.get("label") for one in draft.doubts}
    for one in wanted.table.columns:
        named = (one.label, full_heading(one))
        if named not in settled and one.label not in doubted:
            yield _of_column("template-column-open", Severity.ERROR, binding, named)


def _open_lines(draft: BindingDraft, wanted: WantedTable) -> Iterator[OpenItem]:
    binding = draft.binding
    settled = {(one.place, one.counted) for one in binding.rows}
    settled |= {(one.place, one.counted) for one in binding.lines_left}
    whole_only = {place for place, _ in settled} == {WHOLE}
    for place in [WHOLE] if whole_only else wanted.places:
        for counted in wanted.table.counted:
            if (place, counted) not in settled:
                yield _of_line("template-line-open", Severity.ERROR, binding, wanted, LeftLine(place, counted))


def _nothing_bound(draft: BindingDraft) -> Iterator[OpenItem]:
    if not draft.binding.columns or not draft.binding.rows:
        yield OpenItem(Finding("template-nothing-bound", Severity.ERROR, Place(sheet=draft.binding.sheet)))


def _of_column(code: str, severity: Severity, binding: TemplateBinding, named: tuple[str, str]) -> OpenItem:
    label, heading = named
    at = Place(sheet=binding.sheet)
    return OpenItem(Finding(code, severity, at, {"label": label, "heading": heading}), label)


def _of_line(code: str, severity: Severity, binding: TemplateBinding, wanted: WantedTable, line: LeftLine) -> OpenItem:
    at = Place(sheet=binding.sheet, village=wanted.named.get(line.place, wanted.unit))
    return OpenItem(Finding(code, severity, at, {"line": line_words(wanted, line)}), lines=(line,))


def line_words(wanted: WantedTable, line: LeftLine) -> str:
    """Name a line of the table: its place, and what it counts where a place has several lines."""
    name = wanted.named.get(line.place, wanted.unit)
    return f"{name} – {LINE_WORDS[line.counted]}" if len(wanted.table.counted) > 1 else name


def _is_of(line: LeftLine, bound: BoundRow | LeftLine) -> bool:
    return (bound.place, bound.counted) == (line.place, line.counted)


def _column(wanted: WantedTable, label: str) -> TableColumn:
    return next(one for one in wanted.table.columns if one.label == label)


def _without_label(draft: BindingDraft, label: str) -> tuple[Finding, ...]:
    return tuple(one for one in draft.doubts if label not in {one.values.get("label"), one.values.get("other")})


def _without_place(draft: BindingDraft, wanted: WantedTable, place: str) -> tuple[Finding, ...]:
    name = wanted.named.get(place, wanted.unit)
    return tuple(one for one in draft.doubts if one.values.get("village") != name)
