"""Binding the office above's template on the screen: its sheet to look at, what each cell takes, changes by hand.

Nothing is written before the binding is kept. Every change gives a new `OpenTemplate`; the one before stays as it was,
so that a change is taken back by going on with it.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from povertydesk import paths
from povertydesk.documents.table_layouts import read_layouts
from povertydesk.exchange import template_draft as drafts
from povertydesk.exchange.template_binding import WHOLE, LeftLine, changes_since, full_heading
from povertydesk.exchange.template_draft import BindingDraft, OpenItem
from povertydesk.exchange.template_filling import plan_filling
from povertydesk.exchange.template_package import damage_told, open_template
from povertydesk.exchange.template_proposal import propose_binding
from povertydesk.exchange.template_sheet import column_number, read_range, read_sheet, read_strings, read_styles
from povertydesk.exchange.workbook import column_letter
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.vietnamese import to_nfc
from povertydesk.store import template_bindings
from povertydesk.workflow.changes import NOTHING, Changes
from povertydesk.workflow.fill_template import (
    binding_of_same_form,
    figures_of,
    keep_binding,
    kept_binding,
    papers,
    wanted_table,
)
from povertydesk.workflow.official_tables import read_year_tables

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from pathlib import Path

    from povertydesk.exchange.template_binding import BoundRow, TemplateBinding
    from povertydesk.exchange.template_filling import Figures, FillingPlan, PlannedCell
    from povertydesk.exchange.template_package import TemplatePackage
    from povertydesk.exchange.template_proposal import WantedTable
    from povertydesk.exchange.template_sheet import CellRange, CellStyle, TemplateSheet
    from povertydesk.poverty.paper import CellKind
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.official_tables import YearTables

_BOUND_BY_HAND = frozenset({"template-without-table", "template-several-sheets"})
"""What keeps a template from being searched, but not from being bound by hand."""


class TableColumnChoice(NamedTuple):
    """A column of the table to choose from: its label, its headings, the last of them, whether it holds rates."""

    label: str
    heading: str
    short: str
    kind: CellKind


class TableLineChoice(NamedTuple):
    """A line of the table to choose from: a place with what it counts, in words."""

    line: LeftLine
    words: str


class KnownTemplate(NamedTuple):
    """A template that was bound: its file's name, the paper it holds, when which officer bound it."""

    id: str
    file_name: str
    paper: str
    bound_at: datetime.datetime
    bound_by: str

    @property
    def number(self) -> int:
        """The number of the official table."""
        return number_of(self.paper)


@dataclass(frozen=True)
class OpenTemplate:
    """A template beside the table it is to hold, as the screen shows it.

    `refusal` says why no table was found, `kept` what the file of the office knows of the template, `changed` what the
    template says otherwise than when it was bound. Rows and columns are counted from one, as Excel does.
    """

    path: Path
    year: int
    package: TemplatePackage
    sheet: TemplateSheet
    styles: Sequence[CellStyle]
    wanted: WantedTable
    figures: Figures
    draft: BindingDraft
    kept: TemplateBinding | None = None
    changed: tuple[Finding, ...] = ()
    refusal: KnownError | None = None

    @property
    def paper(self) -> str:
        """The table by its word: `table-01`."""
        return self.wanted.paper

    @property
    def number(self) -> int:
        """The number of the official table."""
        return self.wanted.table.number

    @property
    def sheet_name(self) -> str:
        """The name on the tab of the sheet in front."""
        return self.draft.binding.sheet

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """The names of all visible sheets."""
        return tuple(self.package.sheets)

    @property
    def is_kept(self) -> bool:
        """Whether the template can be filled as it stands: every cell settled, kept, and the template unchanged."""
        return self.kept == self.draft.binding and not self.changed and not self.open_items

    @property
    def can_be_kept(self) -> bool:
        """Whether the binding is whole and not kept yet."""
        return not self.is_kept and not self.changed and not self.open_items

    @cached_property
    def open_items(self) -> tuple[OpenItem, ...]:
        """What is to be settled before the binding can be kept."""
        return drafts.open_items(self.draft, self.wanted)

    @cached_property
    def items(self) -> tuple[OpenItem, ...]:
        """All that is to be said of the template: changes, open items, what filling would do, what is passed over."""
        changed = (OpenItem(one) for one in self.changed)
        locked = (OpenItem(one) for one in self._locked())
        filling = (OpenItem(one) for one in self.plan.findings)
        left = drafts.left_items(self.draft.binding, self.wanted)
        return (*changed, *self.open_items, *locked, *filling, *left)

    @cached_property
    def plan(self) -> FillingPlan:
        """What filling would do to each bound cell."""
        return plan_filling(self.sheet, self.styles, self.draft.binding, self.figures)

    @cached_property
    def columns(self) -> tuple[TableColumnChoice, ...]:
        """The columns of the table, in its order."""
        return tuple(
            TableColumnChoice(one.label, full_heading(one), " – ".join((*one.headings, one.title)[-2:]), one.kind)
            for one in self.wanted.table.columns
        )

    @cached_property
    def lines(self) -> tuple[TableLineChoice, ...]:
        """The lines of the table: those of the whole, then of every village."""
        places = (WHOLE, *self.wanted.named)
        lines = [LeftLine(place, counted) for place in places for counted in self.wanted.table.counted]
        return tuple(TableLineChoice(one, drafts.line_words(self.wanted, one)) for one in lines)

    @cached_property
    def labels(self) -> dict[int, str]:
        """Which column of the table each bound column of the template takes."""
        return {column_number(one.letters): one.label for one in self.draft.binding.columns}

    @cached_property
    def bound_rows(self) -> dict[int, BoundRow]:
        """Which line of the table each bound row of the template takes."""
        return {one.row: one for one in self.draft.binding.rows}

    @property
    def heading_rows(self) -> range:
        """The rows of the headings."""
        return range(self.draft.binding.first_heading_row, self.draft.binding.last_heading_row + 1)

    @property
    def name_column(self) -> int:
        """The column with the names of the lines; nought where none was found."""
        return column_number(self.draft.binding.name_column)

    @property
    def merged(self) -> Sequence[CellRange]:
        """The merged ranges of the sheet."""
        return self.sheet.merged

    def planned(self, row: int, column: int) -> PlannedCell | None:
        """Say what filling would do to a cell; None where it is not bound."""
        return self.plan.cells.get((row, column))

    def text(self, row: int, column: int) -> str:
        """Return what a cell of the template says."""
        return self.sheet.text(row, column)

    def line_of(self, row: int) -> str:
        """Name the line of the table that a row of the template takes; empty where it takes none."""
        bound = self.bound_rows.get(row)
        return "" if bound is None else drafts.line_words(self.wanted, LeftLine(bound.place, bound.counted))

    def cell_of(self, item: OpenItem) -> tuple[int, int] | None:
        """Return the row and column of the cell that an item is about; None where it is about none of the sheet."""
        values, at = item.finding.values, item.finding.place
        if at.row is not None:
            return at.row, column_number(at.column or "") or self.name_column or 1
        if "cell" in values:
            cell = read_range(str(values["cell"]))
            return cell.first_row, cell.first_column
        bound = next((column for column, label in self.labels.items() if item.label and label == item.label), None)
        named = values.get("second", values.get("column"))
        column = column_number(str(named)) if named is not None else bound
        return None if column is None else (max(self.draft.binding.last_heading_row, 1), column)

    @staticmethod
    def letters_of(column: int) -> str:
        """Return what Excel calls a column."""
        return column_letter(column - 1)

    def with_column(self, column: int, label: str) -> OpenTemplate:
        """Let a column of the template take a column of the table; its names are refused."""
        return self._with(drafts.with_column(self.draft, self.wanted, column, label))

    def without_column(self, column: int) -> OpenTemplate:
        """Let a column of the template take nothing."""
        return self._with(drafts.without_column(self.draft, column))

    def with_row(self, row: int, line: LeftLine) -> OpenTemplate:
        """Let a row of the template take a line of the table; its headings are refused."""
        return self._with(drafts.with_row(self.draft, self.wanted, self.sheet, row, line))

    def without_row(self, row: int) -> OpenTemplate:
        """Let a row of the template take nothing."""
        return self._with(drafts.without_row(self.draft, self.wanted, self.sheet, row))

    def passing_over(self, item: OpenItem) -> OpenTemplate:
        """Say that the template has no cells for what an item is about; said of one passed over, it is open again."""
        draft = self.draft
        if item.label:
            draft = drafts.leaving_column(draft, self.wanted, item.label)
        for line in item.lines:
            draft = drafts.leaving_line(draft, self.wanted, self.sheet, line)
        return self._with(draft)

    def _with(self, draft: BindingDraft) -> OpenTemplate:
        return dataclasses.replace(self, draft=draft)

    def _locked(self) -> tuple[Finding, ...]:
        cell = self.plan.locked
        if cell is None:
            return ()
        letters = cell.rstrip("0123456789")
        at = Place(sheet=self.sheet_name, row=int(cell[len(letters) :]), column=letters)
        values = {"file": self.path.name, "sheet": self.sheet_name, "cell": cell}
        return (Finding("template-sheet-protected", Severity.ERROR, at, values),)


def open_for_binding(
    desk: Desk,
    paper: str,
    year: int,
    path: Path,
    *,
    sheet: str = "",
    anew: bool = False,
    draft: BindingDraft | None = None,
) -> OpenTemplate:
    """Read a template beside a paper (`table-01` … `table-13`) of a year, bound as it was kept, else as it is found.

    `sheet` is the one the clerk pointed to. `anew` searches in any case; a `draft` goes on being bound by hand. A
    template in which no table is found is shown all the same. Refused: what is no template, a year without tables.
    """
    package = open_template(path)
    tables = read_year_tables(desk, year)
    wanted = wanted_table(desk, paper, tables)
    kept = kept_binding(desk, paper, path)
    if draft is not None and draft.binding.sheet in package.sheets and draft.binding.paper == paper:
        draft = dataclasses.replace(draft, binding=drafts.of_today(draft.binding, wanted))
        return _opened(path, package, tables, wanted, draft, kept)
    if kept is not None and not anew and sheet in {"", kept.sheet}:
        if kept.sheet in package.sheets:
            return _opened(path, package, tables, wanted, BindingDraft(drafts.of_today(kept, wanted)), kept)
        refusal = KnownError("template-sheet-missing", file=path.name, sheet=kept.sheet)
        return _unbound(path, package, tables, wanted, next(iter(package.sheets)), kept, refusal)
    try:
        proposal = propose_binding(package, wanted, sheet)
    except KnownError as error:
        if error.code not in _BOUND_BY_HAND:
            raise
        return _unbound(path, package, tables, wanted, sheet or next(iter(package.sheets)), kept, error)
    known = None if proposal.certain else binding_of_same_form(desk, package, wanted)
    found = BindingDraft(known) if known is not None and sheet in {"", known.sheet} else drafts.draft_of(proposal)
    return _opened(path, package, tables, wanted, found, kept)


def keep_open_template(desk: Desk, opened: OpenTemplate) -> Changes:
    """Keep a binding as one act; refused with all that is open (`template-not-bound`), or that changed meanwhile."""
    findings = (*opened.changed, *(one.finding for one in opened.open_items))
    if findings:
        raise KnownError("template-not-bound", findings=findings, file=opened.path.name, faults=len(findings))
    return keep_binding(desk, opened.path, opened.draft.binding)


def known_templates(desk: Desk) -> tuple[KnownTemplate, ...]:
    """List the templates that were bound, the one bound last first."""
    return tuple(
        KnownTemplate(one.id, one.file_name, one.paper, one.bound_at, one.bound_by)
        for one in template_bindings.list_bound_templates(desk.engine)
    )


def papers_of(desk: Desk, template: Path) -> tuple[str, ...]:
    """List the papers that a template's file name was bound to, the one bound last first."""
    name = to_nfc(template.name)
    return tuple(one.paper for one in known_templates(desk) if one.file_name == name)


def forget_template(desk: Desk, known: KnownTemplate) -> Changes:
    """Forget how a template was bound; the template itself is not touched. Nothing where it is forgotten already."""
    if known.id not in {one.id for one in known_templates(desk)}:
        return NOTHING
    with desk.operation("forget-template", number=known.number, file=known.file_name) as act:
        template_bindings.delete_template_binding(act.writer, known.id)
    return act.changes


def table_numbers() -> tuple[int, ...]:
    """List the official tables that a template can be filled with."""
    return tuple(number_of(paper) for paper in papers())


def paper_of(number: int) -> str:
    """Return the word of an official table: `table-01` of 1."""
    return papers()[number - 1]


def table_names() -> dict[int, str]:
    """Name the official tables that a template can be filled with, short, by their number."""
    tables = read_layouts(paths.resources("grids", "official_tables.toml"), (), ()).tables
    return {number: tables[number].short for number in table_numbers()}


def number_of(paper: str) -> int:
    """Return the number of a paper: 1 of `table-01`."""
    return int(paper.rpartition("-")[2])


def _opened(
    path: Path,
    package: TemplatePackage,
    tables: YearTables,
    wanted: WantedTable,
    draft: BindingDraft,
    kept: TemplateBinding | None,
) -> OpenTemplate:
    name = draft.binding.sheet
    with damage_told(package.name):
        sheet = read_sheet(package.part(package.sheets[name]), read_strings(package.linked("sharedStrings")))
        styles = read_styles(package.linked("styles"))
    filled = tables.table(wanted.table.number)
    # A draft made by hand takes up the headings with its rows: they are those of the sheet.
    changed = tuple(changes_since(draft.binding, sheet, path.name)) if not draft.by_hand else ()
    return OpenTemplate(
        path, tables.source.year, package, sheet, styles, wanted, figures_of(filled), draft, kept, changed
    )


def _unbound(
    path: Path,
    package: TemplatePackage,
    tables: YearTables,
    wanted: WantedTable,
    name: str,
    kept: TemplateBinding | None,
    refusal: KnownError,
) -> OpenTemplate:
    with damage_told(package.name):
        sheet = read_sheet(package.part(package.sheets[name]), read_strings(package.linked("sharedStrings")))
    opened = _opened(path, package, tables, wanted, drafts.empty_draft(name, sheet, wanted), kept)
    return dataclasses.replace(opened, refusal=refusal)
