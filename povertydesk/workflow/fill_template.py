"""Filling the office above's own workbook template with an official table of a year.

The template is pointed to once: the cells that were found are kept by the template's file name. From then on only
figures are written. A template that changed since is refused; it is bound anew when that is asked for.
"""

from __future__ import annotations

import contextlib
import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.exchange.template_binding import WHOLE, TemplateBinding
from povertydesk.exchange.template_draft import left_items
from povertydesk.exchange.template_filling import FigurePlace, fill_template
from povertydesk.exchange.template_package import open_template
from povertydesk.exchange.template_proposal import BindingProposal, WantedTable, is_unchanged
from povertydesk.exchange.template_proposal import propose_binding as propose_cells
from povertydesk.poverty.paper import CellKind
from povertydesk.poverty.place_groups import place_groups
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.vietnamese import to_nfc
from povertydesk.store import template_bindings
from povertydesk.store.check import changed_records
from povertydesk.store.template_bindings import KeptBinding
from povertydesk.workflow.changes import NOTHING, Changes
from povertydesk.workflow.official_tables import read_year_tables, tables_of_course
from povertydesk.workflow.print_paper import put_in_place
from povertydesk.workflow.year_course import read_course

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from povertydesk.exchange.template_filling import Figures, FilledTemplate
    from povertydesk.exchange.template_package import TemplatePackage
    from povertydesk.poverty.official_table import FilledTable, TableLine
    from povertydesk.poverty.problems import Value
    from povertydesk.workflow.course_ledger import CourseLedger
    from povertydesk.workflow.desk import Act, Desk
    from povertydesk.workflow.explain_course import GivenReason
    from povertydesk.workflow.import_plan import Cancelled, Progress
    from povertydesk.workflow.official_tables import YearTables

_PAPER = re.compile(r"table-(\d\d)")
_LAST_TABLE = 13
"""Tables 14 and 15 are lists of households: they have no cells to bind."""

_STEPS = 3

_WRITTEN_FROM = ("unit", "village", "village_year", "template_binding", "course_reason")


class TemplateFilled(NamedTuple):
    """The file that was written, what wants a look, and the binding that was kept on the way, if one was."""

    path: Path
    findings: tuple[Finding, ...]
    changes: Changes = NOTHING


def propose_binding(desk: Desk, paper: str, year: int, template: Path) -> BindingProposal:
    """Find the cells of a template that hold a paper (`table-01` … `table-13`) as it is in a year.

    What is not certain stands in the proposal's findings; a file that holds no such table is refused.
    """
    return propose_cells(open_template(template), wanted_table(desk, paper, read_year_tables(desk, year)))


def kept_binding(desk: Desk, paper: str, template: Path) -> TemplateBinding | None:
    """Return the cells that were kept for a paper and a template's file name; None where nothing was."""
    name = to_nfc(template.name)
    kept = template_bindings.list_template_bindings(desk.engine, paper)
    return next((TemplateBinding.from_json(one.binding) for one in kept if one.file_name == name), None)


def binding_of_same_form(desk: Desk, package: TemplatePackage, wanted: WantedTable) -> TemplateBinding | None:
    """Return the cells that were kept for another template with the same sheet and headings; None where none were."""
    for one in template_bindings.list_template_bindings(desk.engine, wanted.paper):
        known = TemplateBinding.from_json(one.binding)
        if wanted.is_settled_by(known) and is_unchanged(package, known):
            return known
    return None


def wanted_table(desk: Desk, paper: str, tables: YearTables) -> WantedTable:
    """Return what a template is to hold of a year's tables; raises KnownError `unknown-paper`."""
    places = {one.id: one.name for one in tables.source.villages}
    groups = {_group_key(one.name): one.name for one in place_groups(tables.source.villages) if one.name}
    return WantedTable(paper, tables.layouts[_number(paper)], places, desk.unit.name, groups)


def keep_binding(desk: Desk, template: Path, binding: TemplateBinding) -> Changes:
    """Keep which cells of a template hold a paper, in the place of what was kept for this file before."""
    with _keeping(desk, template, binding) as act:
        pass
    return act.changes


def fill(
    desk: Desk,
    paper: str,
    year: int,
    template: Path,
    target: Path,
    *,
    bind_again: bool = False,
    over_template: bool = False,
    given: GivenReason | None = None,
) -> TemplateFilled:
    """Write a template filled with a year's table to `target`, which is replaced only by a whole file.

    Cells that are known are used; else the template is searched, and what is certain is kept, unless the desk's file
    may only be read. `bind_again` searches it in any case. The template itself is written to only with `over_template`.
    A course that contradicts itself is refused (`course-not-balanced`) unless its reason is `given`, which is kept.
    """
    package = _opened(desk, template, target, over_template=over_template)
    course = read_course(desk, year, given.by_village if given is not None else {})
    tables = tables_of_course(desk, year, course)
    wanted = wanted_table(desk, paper, tables)
    kept = None if bind_again else kept_binding(desk, paper, template)
    binding = kept if kept is not None and wanted.is_settled_by(kept) else _found(desk, package, wanted)
    written = _written(course.ledger, tables, package, wanted, binding)
    if given is not None:
        with given.kept(desk) as act:
            given.write(desk, act)
            if binding is not kept:
                _keep(act, template, binding)
            put_in_place(written.data, target)
        return TemplateFilled(target, written.findings, act.changes)
    if desk.read_only or binding is kept:
        put_in_place(written.data, target)
        return TemplateFilled(target, written.findings)
    with _keeping(desk, template, binding) as act:
        put_in_place(written.data, target)
    return TemplateFilled(target, written.findings, act.changes)


def fill_kept(
    desk: Desk,
    paper: str,
    year: int,
    template: Path,
    target: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> TemplateFilled:
    """Fill a template whose cells were kept before, and write nothing into the desk's file.

    `progress` is told what is being done; `cancelled` is asked before each step, and at last before the file is
    written. Refused as `fill` is, with `template-not-kept` where no cells were kept that fit the year's table, and
    with `template-fill-cancelled`.
    """

    def step(name: str, done: int) -> None:
        if cancelled is not None and cancelled():
            raise KnownError("template-fill-cancelled", file=target.name)
        if progress is not None:
            progress(name, done, _STEPS)

    step("reading", 0)
    package = _opened(desk, template, target, over_template=False)
    course = read_course(desk, year)
    tables = tables_of_course(desk, year, course)
    wanted = wanted_table(desk, paper, tables)
    binding = kept_binding(desk, paper, template)
    if binding is None or not wanted.is_settled_by(binding):
        raise KnownError("template-not-kept", file=template.name)
    step("filling", 1)
    written = _written(course.ledger, tables, package, wanted, binding)
    step("writing", 2)
    put_in_place(written.data, target)
    return TemplateFilled(target, written.findings)


def papers() -> tuple[str, ...]:
    """List the papers that a template can be filled with."""
    return tuple(f"table-{number:02d}" for number in range(1, _LAST_TABLE + 1))


@contextlib.contextmanager
def _keeping(desk: Desk, template: Path, binding: TemplateBinding) -> Iterator[Act]:
    """Keep a binding together with what is done meanwhile: where that fails, nothing is kept."""
    number, file_name = _number(binding.paper), to_nfc(template.name)
    with desk.operation("bind-template", number=number, file=file_name) as act:
        _keep(act, template, binding)
        yield act


def _keep(act: Act, template: Path, binding: TemplateBinding) -> None:
    file_name = to_nfc(template.name)
    kept = KeptBinding(binding.paper, file_name, binding.sheet, binding.signature, binding.to_json())
    template_bindings.write_template_binding(act.writer, kept)


def _number(paper: str) -> int:
    found = _PAPER.fullmatch(paper)
    if found is None or paper not in papers():
        raise KnownError("unknown-paper", paper=paper, papers=", ".join(papers()))
    return int(found[1])


def _group_key(name: str) -> str:
    return f"group {name.casefold()}"


def _line_key(line: TableLine) -> str:
    """Return the key that a line of the table has in a binding."""
    return _group_key(line.unit) if line.members else line.village or WHOLE


def _opened(desk: Desk, template: Path, target: Path, *, over_template: bool) -> TemplatePackage:
    """Read a template, and refuse what cannot be written or rests on records changed outside the program."""
    package = open_template(template)
    if target.suffix.lower() != template.suffix.lower():
        raise KnownError("unknown-format", file=target.name, formats=template.suffix)
    if not over_template and _same_file(template, target):
        raise KnownError("template-not-overwritten", file=template.name)
    for table, record in changed_records(desk.engine, _WRITTEN_FROM):
        raise KnownError("paper-from-changed-record", table=table, record=record)
    return package


def _written(
    ledger: CourseLedger, tables: YearTables, package: TemplatePackage, wanted: WantedTable, binding: TemplateBinding
) -> FilledTemplate:
    """Return the filled template, with all that is to be said of its figures and cells.

    The office above's form has no place for a written reason: what is in force is told, to be sent beside it.
    """
    number = wanted.table.number
    told: list[Finding] = []
    if tables.shows_course(number):
        ledger.hold()
        for one in ledger.reasons_in_force():
            values: dict[str, Value] = {"places": one.about, "reason": one.reason, "number": number}
            told.append(Finding("template-without-reason", Severity.WARNING, Place(sheet=binding.sheet), values))
    filled = tables.table(number)
    written = fill_template(package, binding, figures_of(filled))
    of_figures = (*told, *tables.course_findings(number), *filled.findings)
    left = (one.finding for one in left_items(binding, wanted))
    return written._replace(findings=(*of_figures, *_missing(filled, binding), *left, *written.findings))


def _found(desk: Desk, package: TemplatePackage, wanted: WantedTable) -> TemplateBinding:
    """Find the cells anew; where that leaves something open, those of another template of the same form serve."""
    proposal = propose_cells(package, wanted)
    if not proposal.certain:
        known = binding_of_same_form(desk, package, wanted)
        if known is not None:
            return known
    proposal.require_certain(package.name)
    return proposal.binding


def figures_of(filled: FilledTable) -> Figures:
    """Return the figures of a table by their places, as a template takes them."""
    figures: dict[FigurePlace, int | Decimal | None] = {}
    for line in filled.lines:
        for column, cell in zip(filled.table.columns, line.cells, strict=True):
            value = cell.value
            if value is not None:
                value = Decimal(value) if column.kind is CellKind.RATE else int(value)
            figures[FigurePlace(column.label, _line_key(line), line.counted)] = value
    return figures


def _missing(filled: FilledTable, binding: TemplateBinding) -> Iterator[Finding]:
    """Name the bound cells whose counts are not known, by their columns; a rate without a base is none of them."""
    lines = {(one.place, one.counted) for one in binding.rows}
    letters = {one.label: one.letters for one in binding.columns}
    blank = [
        letters[column.label]
        for line in filled.lines
        if (_line_key(line), line.counted) in lines
        for column, cell in zip(filled.table.columns, line.cells, strict=True)
        if column.kind is not CellKind.RATE and cell.value is None and column.label in letters
    ]
    if blank:
        columns = ", ".join(sorted(set(blank), key=lambda one: (len(one), one)))
        values: dict[str, Value] = {"cells": len(blank), "columns": columns}
        yield Finding("template-figures-missing", Severity.WARNING, Place(sheet=binding.sheet), values)


def _same_file(template: Path, target: Path) -> bool:
    return target.exists() and template.exists() and target.samefile(template)
