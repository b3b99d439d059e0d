"""Score tables of Phiếu B1 in the office's file: typed from paper, checked by a second person, given to others."""

from __future__ import annotations

import enum
import io
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from povertydesk.legislation.office_tables import OfficeTable, office_form_id
from povertydesk.legislation.score_tables import score_column, scored_items
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.problems import Finding, KnownError, Severity
from povertydesk.poverty.vietnamese import clean_line, fold
from povertydesk.store import score_tables
from povertydesk.workflow.changes import NOTHING, Changes
from povertydesk.workflow.scored_forms import areas_in_use

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from povertydesk.exchange.score_comparison import EntryComparison
    from povertydesk.exchange.score_sheet import SheetHead
    from povertydesk.exchange.score_table_workbook import EnteredTable
    from povertydesk.legislation.questionnaires import DatedQuestionnaire
    from povertydesk.poverty.questionnaire import Questionnaire
    from povertydesk.workflow.desk import Desk


class TableState(enum.StrEnum):
    """Where a table stands: not typed in yet, waiting for the second person, checked, or for practice only."""

    MISSING = "missing"
    DRAFT = "draft"
    CHECKED = "checked"
    PRACTICE = "practice"


class TableLine(NamedTuple):
    """One questionnaire and column as the list shows it; `id` and names are empty where the file has no table."""

    questionnaire: str
    title: str
    standard: str
    column: str
    state: TableState
    id: str = ""
    entered_by: str = ""
    entered_on: datetime.date | None = None
    checked_by: str = ""
    checked_on: datetime.date | None = None


class LoadedTable(NamedTuple):
    """A table as it was loaded; `changes` are empty where the file had it already."""

    line: TableLine
    changes: Changes


class CheckedEntry(NamedTuple):
    """A second person's entry beside the first; `changes` are empty where the two differ."""

    line: TableLine
    comparison: EntryComparison
    changes: Changes


def list_tables(desk: Desk) -> tuple[TableLine, ...]:
    """List what the office has and what it lacks: of each standard with a form in points, one line a column in use.

    The questionnaire for practice comes last. A column nobody can tell, since the region is not set, is empty.
    """
    law = desk.program.legislation
    kept = score_tables.list_score_tables(desk.engine)
    lines = [_line(desk, table) for table in kept]
    present = {(line.questionnaire, line.column) for line in lines}
    columns = _columns_in_use(desk)
    for standard in law.standards:
        scoring = law.scoring_forms.get(standard.id)
        form_id = office_form_id(standard)
        if scoring is not None:
            lines.extend(
                TableLine(form_id, scoring.title, standard.id, column, TableState.MISSING)
                for column in columns
                if (form_id, column) not in present
            )
    lines.extend(
        TableLine(one.form.id, one.form.title, one.standard, column, TableState.PRACTICE)
        for one in law.questionnaires
        for column in columns
        if one.practice and column and (one.form.id, column) not in present
    )
    order = list(TableState)
    return tuple(sorted(lines, key=lambda line: (line.state is TableState.PRACTICE, order.index(line.state))))


def save_template(desk: Desk, path: Path, questionnaire: str, column: str) -> None:
    """Write the workbook to type a column into: blank, or with the items of a table that waits for its second entry.

    A further column of a questionnaire that the file has comes with its items and bands, to type the points only.
    Refused: `region-not-set`, `unknown-questionnaire`, and what keeps a file from being written.
    """
    from povertydesk.exchange import questionnaire_workbook, score_sheet, score_table_workbook  # noqa: PLC0415

    if not column:
        raise KnownError("region-not-set")
    written = io.BytesIO()
    shipped = _shipped(desk, questionnaire)
    if shipped is not None:
        score_table_workbook.write_template(written, shipped, column)
    else:
        line = next(
            (one for one in list_tables(desk) if (one.questionnaire, one.column) == (questionnaire, column)), None
        )
        if line is None:
            raise KnownError("unknown-questionnaire", questionnaire=questionnaire, questionnaires=_known_forms(desk))
        kept = score_tables.find_score_table(desk.engine, questionnaire, column)
        other = _other_column(desk, questionnaire, column)
        given = kept or other
        head = score_sheet.SheetHead(questionnaire, column, given.form.title if given else line.title, line.standard)
        points: dict[tuple[str, str], int] | None = {} if kept is None else None
        questionnaire_workbook.write_form(written, head, given.form if given else None, points)
    _put(written, path)


def load_table(desk: Desk, path: Path, entered_by: str = "") -> LoadedTable:
    """Keep a typed workbook as the first entry of its column, unverified, in the place of an earlier first entry.

    Whoever the workbook names typed it, else `entered_by`. An export of another office keeps who typed and checked it
    and counts as verified where its checksum fits; where a cell was changed, a warning says so. Refused:
    `score-table-incomplete` with every fault's cell, `score-table-checked`, `score-table-without-name`, and
    `score-columns-not-alike` where another column of the questionnaire has other items or options.
    """
    read = _read(desk, path)
    read.entry.score_table()
    present = score_tables.find_score_table(desk.engine, read.form.id, read.entry.column)
    other = _other_column(desk, read.form.id, read.entry.column)
    if other is not None and _answers_of(other.form) != _answers_of(read.form):
        raise KnownError("score-columns-not-alike", form=other.form.title, column=other.column)
    table, findings = _taken(desk, read, entered_by)
    if present is not None and present.verified:
        if msgspec.structs.replace(present, id="") == table:
            return LoadedTable(_line(desk, present), NOTHING)
        raise KnownError("score-table-checked", form=present.form.title, column=present.column)
    with desk.operation("load-score-table", form=table.form.title, column=table.column, file=path.name) as act:
        key = score_tables.write_score_table(act.writer, table)
    kept = score_tables.read_score_table(desk.engine, key)
    return LoadedTable(_line(desk, kept), act.changes._replace(findings=findings))


def check_table(desk: Desk, path: Path, checked_by: str = "") -> CheckedEntry:
    """Compare a second person's workbook with the first entry, cell by cell; alike, the table is checked.

    Where they differ nothing is kept and the comparison says where. A table for practice is never verified. Refused:
    `score-table-not-loaded`, `score-table-checked`, `score-table-one-person`, `score-table-incomplete`.
    """
    from povertydesk.exchange import score_comparison, score_table_workbook  # noqa: PLC0415 - only when asked

    read = _read(desk, path)
    kept = score_tables.find_score_table(desk.engine, read.form.id, read.entry.column)
    if kept is None:
        raise KnownError("score-table-not-loaded", form=read.form.title, column=read.entry.column)
    if kept.verified:
        raise KnownError("score-table-checked", form=kept.form.title, column=kept.column)
    read.entry.score_table()
    first = _first_entry(kept, practice=read.entry.practice)
    second = msgspec.structs.replace(kept, checked_by=_named(read.head.entered_by, checked_by))
    if fold(second.checked_by) == fold(first.entered_by):
        raise KnownError("score-table-one-person")
    comparison = score_comparison.compare_entries(first, kept.form, read.entry, read.form)
    if not comparison.alike:
        return CheckedEntry(_line(desk, kept), comparison, NOTHING)
    entry = score_table_workbook.signed(read.entry, second.checked_by)
    table = score_table_workbook.checked_table(first, entry)
    checked = msgspec.structs.replace(second, verified=table.verified, checked_on=desk.program.clock.now().date())
    with desk.operation("check-score-table", form=kept.form.title, column=kept.column, person=second.checked_by) as act:
        score_tables.write_score_table(act.writer, checked)
    return CheckedEntry(_line(desk, checked), comparison, act.changes)


def export_table(desk: Desk, table_id: str, path: Path) -> None:
    """Write a table for other communes: the whole workbook with who typed and checked it, and the checksum."""
    from povertydesk.exchange import questionnaire_workbook, score_sheet, score_table_workbook  # noqa: PLC0415

    table = score_tables.read_score_table(desk.engine, table_id)
    written = io.BytesIO()
    shipped = _shipped(desk, table.form.id)
    if shipped is not None:
        score_table_workbook.write_template(written, shipped, table.column, table.score_table(practice=True))
    else:
        head = score_sheet.SheetHead(
            table.form.id,
            table.column,
            table.form.title,
            table.standard,
            table.entered_by,
            table.entered_on,
            table.checked_by,
            table.checked_on,
            table.checksum,
        )
        questionnaire_workbook.write_form(written, head, table.form, table.points)
    _put(written, path)


def remove_table(desk: Desk, table_id: str) -> Changes:
    """Remove a table; refused while a round rests on its questionnaire (`score-table-in-round`)."""
    table = score_tables.read_score_table(desk.engine, table_id)
    year = score_tables.round_year_bound_to(desk.engine, table.form.id)
    if year is not None:
        raise KnownError("score-table-in-round", year=year)
    with desk.operation("remove-score-table", form=table.form.title, column=table.column) as act:
        score_tables.remove_score_table(act.writer, table_id)
    return act.changes


class _Read(NamedTuple):
    form: Questionnaire
    standard: str
    entry: EnteredTable
    head: SheetHead


def _read(desk: Desk, path: Path) -> _Read:
    from povertydesk.exchange import questionnaire_workbook, score_sheet, score_table_workbook  # noqa: PLC0415

    head = score_sheet.find_score_sheet(path).head
    shipped = _shipped(desk, head.form)
    if shipped is not None:
        entry = score_table_workbook.read_entry(path, shipped, head.column)
        return _Read(shipped.form, shipped.standard, entry, head)
    read = questionnaire_workbook.read_form(path, desk.program.legislation)
    return _Read(read.questionnaire.form, read.questionnaire.standard, read.table, read.head)


def _taken(desk: Desk, read: _Read, entered_by: str) -> tuple[OfficeTable, tuple[Finding, ...]]:
    """Return the table of a workbook as it is kept: as exported where its checksum fits, else as a first entry."""
    head = read.head
    typed = OfficeTable(
        id="",
        form=read.form,
        standard=read.standard,
        column=read.entry.column,
        points=read.entry.points,
        entered_by=_named(head.entered_by, entered_by),
        entered_on=head.entered_on or desk.program.clock.now().date(),
    )
    if not head.checked_by or not head.checksum:
        return typed, ()
    exported = msgspec.structs.replace(typed, checked_by=head.checked_by, checked_on=head.checked_on, verified=True)
    if exported.checksum != head.checksum or fold(head.checked_by) == fold(head.entered_by):
        return typed, (Finding("score-checksum-differs", Severity.WARNING, values={"person": head.checked_by}),)
    return exported, ()


def _first_entry(kept: OfficeTable, *, practice: bool) -> EnteredTable:
    from povertydesk.exchange.score_table_workbook import kept_entry  # noqa: PLC0415 - only when asked

    return kept_entry(kept.score_table(practice=practice), kept.form)


def _named(in_workbook: str, at_desk: str) -> str:
    name = clean_line(in_workbook) or clean_line(at_desk)
    if not name:
        raise KnownError("score-table-without-name")
    return name


def _line(desk: Desk, table: OfficeTable) -> TableLine:
    shipped = _shipped(desk, table.form.id)
    state = TableState.CHECKED if table.verified else TableState.DRAFT
    return TableLine(
        questionnaire=table.form.id,
        title=table.form.title,
        standard=table.standard,
        column=table.column,
        state=TableState.PRACTICE if shipped is not None and shipped.practice else state,
        id=table.id,
        entered_by=table.entered_by,
        entered_on=table.entered_on,
        checked_by=table.checked_by,
        checked_on=table.checked_on,
    )


def _shipped(desk: Desk, questionnaire: str) -> DatedQuestionnaire | None:
    return next((one for one in desk.program.legislation.questionnaires if one.form.id == questionnaire), None)


def _known_forms(desk: Desk) -> str:
    return ", ".join(sorted({line.questionnaire for line in list_tables(desk)}))


def _columns_in_use(desk: Desk) -> tuple[str, ...]:
    """Return the columns of the commune's areas; empty for the rural one while the region is not set."""
    region = desk.unit.region
    return tuple(
        "" if area is AreaType.RURAL and region is None else score_column(area, region) for area in areas_in_use(desk)
    )


def _other_column(desk: Desk, questionnaire: str, column: str) -> OfficeTable | None:
    """Return a table of the same questionnaire in another column, whose items it must share."""
    kept = score_tables.list_score_tables(desk.engine)
    return next((one for one in kept if one.form.id == questionnaire and one.column != column), None)


def _answers_of(form: Questionnaire) -> list[tuple[object, ...]]:
    """Return how each item can be answered: what two columns of one questionnaire must have in common."""
    return [
        (item.code, item.kind, tuple((one.code, one.at_least, one.below) for one in item.options))
        for item in scored_items(form)
    ]


def _put(written: io.BytesIO, path: Path) -> None:
    from povertydesk.workflow.print_paper import put_in_place  # noqa: PLC0415 - only when something is written

    put_in_place(written.getvalue(), path)
