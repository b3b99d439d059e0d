"""The village grid of a year and what is typed into it: written whole, or kept in sight until it is right."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import repeat
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from povertydesk.poverty.area import OfficeLevel
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import Finding, KnownError, Severity
from povertydesk.poverty.target_outcome import TargetOutcome, total_outcome
from povertydesk.poverty.vietnamese import capitalised
from povertydesk.ui.records.column_filter import ColumnFilters
from povertydesk.ui.records.columns import CellEdit
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.ui.records.unsaved_cells import UnsavedCells
from povertydesk.ui.targets.shown_columns import heading_words
from povertydesk.ui.targets.village_grid import VillageGrid
from povertydesk.ui.targets.village_lines import (
    NEW_ROW,
    OFFERED,
    OUTCOMES,
    GridWords,
    VillageLine,
    named_difference,
    outcome_value,
    unit_line,
    village_columns,
)
from povertydesk.workflow import record_villages, set_targets, sign_plan
from povertydesk.workflow.sign_plan import LOCKED_FIELDS

if TYPE_CHECKING:
    import datetime

    from povertydesk.poverty.allocation import VillageLimits
    from povertydesk.poverty.area import VillageFigures
    from povertydesk.poverty.target import TargetGrid, TargetRow
    from povertydesk.ui.records.columns import CellValue, Column
    from povertydesk.ui.records.record_table import CellFinding
    from povertydesk.ui.session import Session
    from povertydesk.ui.targets.shown_columns import ShownColumns
    from povertydesk.workflow.edit_grid import CellEntry
    from povertydesk.workflow.follow_targets import ListedOpening
    from povertydesk.workflow.record_villages import VillageTable

SHOWN_KINDS = (
    "village",
    "village_year",
    "village_target",
    "village_limit",
    "year_assignment",
    "registered_household",
    "review_round",
    "unit",
)
"""Records whose change changes what the grid shows."""

_BLANK_LINES = 3
_BLANK_LINES_AT_FIRST = 12


class _Course(NamedTuple):
    """What is read after the first paint: names by village, and what came of the plan."""

    named: Mapping[str, int] = MappingProxyType({})
    outcomes: Mapping[str, TargetOutcome] = MappingProxyType({})
    near_poor_named: Mapping[str, int] = MappingProxyType({})
    openings: Mapping[str, ListedOpening] = MappingProxyType({})


class VillageEntries(QObject):
    """Reads the villages of the session's year into a grid and writes what is typed there.

    `refused` carries why something could not be written; it stays in the grid. `kept` tells that all was written,
    `doubted` what of it contradicts the rest.
    """

    refused = Signal(KnownError)
    kept = Signal()
    doubted = Signal(tuple)

    def __init__(self, session: Session, columns: ShownColumns, parent: QObject | None = None) -> None:
        """Show the session's file and year in these columns."""
        super().__init__(parent)
        self._session = session
        self._shown = columns
        self._filters = ColumnFilters()
        self._course = _Course()
        self._unsaved_of: dict[int, UnsavedCells] = {}
        self._blank_lines = _BLANK_LINES
        self._blank_names: list[str] = []
        self._blank_made = 0
        self._grid: TargetGrid
        self._whole: TargetRow
        self._key_of: Mapping[str, str]
        self._limits: Mapping[str, VillageLimits]
        self._signed_on: datetime.date | None
        self._villages: VillageTable
        self._figures: dict[str, VillageFigures]
        self._read()
        self.table: RecordTable[VillageLine] = RecordTable(
            self._columns(), lambda line: line.row_id, self._lines(), parent=self, is_sum=lambda line: line.is_unit
        )
        self.view = VillageGrid(self.table, name=self.tr("Villages and targets"), frozen_columns=2)
        self.view.set_read_only(session.desk.read_only)
        self.table.edit_requested.connect(self._keep)
        self.view.rows_wanted.connect(self._grow)

    @property
    def grid(self) -> TargetGrid:
        """The targets that are shown, as the records have them."""
        return self._grid

    @property
    def total(self) -> TargetRow:
        """The line of all villages together, as the records have it."""
        return self._whole

    @property
    def filters(self) -> ColumnFilters:
        """Which lines are shown."""
        return self._filters

    @property
    def is_locked(self) -> bool:
        """Whether a signed plan fixes the figures of the year."""
        return self._signed_on is not None

    @property
    def signing(self) -> dict[str, Any]:
        """Which plan is signed and since when, as its sentence says it."""
        day = self._signed_on
        return {"year": self._session.year, "date": "" if day is None else format_date(day)}

    @property
    def lines_shown(self) -> int:
        """How many villages the filters let pass."""
        return sum(1 for line in self.table.records if not line.is_new and not line.is_unit)

    @property
    def has_unsaved(self) -> bool:
        """Whether something stands in the grid and nowhere else, in whatever year."""
        return any(self._unsaved_of.values())

    @property
    def first_fault(self) -> tuple[tuple[str, str], str] | None:
        """The first cell that keeps its line from being written, and why; None where there is none."""
        return next(iter(self._unsaved.faults.items()), None)

    @property
    def current_line(self) -> VillageLine | None:
        """The line the clerk stands on."""
        index = self.view.currentIndex()
        return self.table.records[index.row()] if index.isValid() else None

    def commit_pending(self) -> None:
        """Write what is just being typed, and what could not be written before."""
        self.view.commit_pending()
        for block in self._unsaved.waiting():
            self._write_block(block)

    def take_back_refused(self) -> bool:
        """Take what was refused last out of the grid; False where nothing stands refused in the year."""
        if not self._unsaved.take_back_refused():
            return False
        self.refresh()
        self.kept.emit()
        return True

    def show_year(self) -> None:
        """Show the session's year."""
        self._course = _Course()
        self._shown.has_outcomes = False
        self._read()
        self.show_columns()

    def show_columns(self) -> None:
        """Show the columns that are wanted now, and the lines that the filters let pass."""
        self.table.set_columns(self._columns())
        self._show(self._lines())

    def follow(self) -> tuple[Finding, ...]:
        """Read names and outcomes, which the first paint need not wait for, and return what is to be looked at."""
        from povertydesk.workflow.follow_targets import follow_targets  # noqa: PLC0415 - after the first paint

        course = follow_targets(self._session.desk, self._session.year)
        read = _Course(course.named, course.outcomes, course.near_poor_named, course.openings)
        if read != self._course:
            self._course = read
            if bool(course.outcomes) != self._shown.has_outcomes:
                self._shown.has_outcomes = bool(course.outcomes)
                self.table.set_columns(self._columns())
            self._show(self._lines())
        return course.findings

    def refresh(self) -> None:
        """Show what the records say now, and what is typed and not written yet."""
        self._read()
        self._show(self._lines())

    def mark(self, findings: tuple[Finding, ...]) -> None:
        """Mark the cells that contradict others, and those that could not be written."""
        marks: dict[tuple[str, str], CellFinding] = {}
        for finding in _errors_first(findings):
            place = self.place_of(finding)
            if place is not None and (finding.severity is Severity.ERROR or finding.code in _MARKED_WARNINGS):
                marks.setdefault(place, (finding.severity, self._session.messages.of_finding(finding)))
        for place, sentence in self._unsaved.faults.items():
            marks[place] = (Severity.ERROR, sentence)
        fixed = self._session.messages.sentence("cell-fixed", {})
        for row, own in self._limits.items():
            if own.fixed is not None:
                marks.setdefault((row, "reduction"), (Severity.NOTE, fixed))
        offered = self._session.messages.sentence("opening-offered", {"year": self._session.year - 1})
        for line in self.table.records:
            for key in self._offered_in(line):
                marks.setdefault((line.row_id, key), (Severity.NOTE, offered))
        self.table.set_findings(marks, self._total_marks(findings))

    def place_of(self, finding: Finding) -> tuple[str, str] | None:
        """Return the cell a finding speaks of; None where it is about the whole commune, or the column is not shown."""
        row = self._key_of.get(finding.place.village or "")
        if row is None or not finding.place.field:
            return None
        column = _COLUMN_OF.get(finding.place.field, finding.place.field)
        return None if self.table.column_of(column) is None else (row, column)

    def place_to_mend(self, finding: Finding) -> tuple[str, str] | None:
        """Return the cell to begin in: the one a finding speaks of; of a total, the column's first that is blank."""
        key = finding.place.field or ""
        column = _COLUMN_OF.get(key, key)
        if finding.place.village or self.table.column_of(column) is None:
            return self.place_of(finding)
        lines = [line for line in self.table.records if not line.is_new and not line.is_unit]
        blank = next((line for line in lines if line.value(column) is None), None)
        return ((blank or lines[0]).row_id, column) if lines else None

    def _total_marks(self, findings: tuple[Finding, ...]) -> dict[str, CellFinding]:
        """Mark the totals that are not what the whole office was assigned, or declares elsewhere."""
        marks: dict[str, CellFinding] = {}
        for finding in _errors_first(findings):
            if finding.severity is Severity.ERROR and finding.place.field and not finding.place.village:
                column = _COLUMN_OF.get(finding.place.field, finding.place.field)
                marks.setdefault(column, (finding.severity, self._session.messages.of_finding(finding)))
        return marks

    def found_here(self) -> CellFinding | None:
        """What was found in the cell the clerk stands on."""
        index = self.view.currentIndex()
        return self.table.finding(index.row(), index.column()) if index.isValid() else None

    def take_offered_or_fix(self) -> None:
        """Take what is offered in the chosen cells.

        Where nothing is, fix the reductions of the chosen lines as they stand for sharing out, or let them go where
        all are fixed.
        """
        ranges = self.view.selection.ranges()
        offered = [
            CellEdit(line.row_id, key, str(line.offered(key)))
            for cells in ranges
            for line in self.table.records_between(cells.top, cells.bottom)
            for key in self._offered_in(line)
            if cells.left <= (self.table.column_of(key) or 0) <= cells.right
        ]
        if offered:
            self.table.request_edits(offered)
            return
        chosen = {row for cells in ranges for row in range(cells.top, cells.bottom + 1)}
        lines = [self.table.records[row] for row in sorted(chosen)]
        able = [line for line in lines if line.value("reduction") is not None and not line.is_unit]
        free = all(line.value("fixed") is not None for line in able)
        self.table.request_edits(
            [CellEdit(line.row_id, "fixed", "" if free else str(line.value("reduction"))) for line in able]
        )

    def _offered_in(self, line: VillageLine) -> list[str]:
        """Name the columns in which a line shows what is offered."""
        if self.is_locked or self.table.read_only:
            return []
        return [key for key in OFFERED if line.offered(key) is not None and self.table.column_of(key) is not None]

    def go_to(self, place: tuple[str, str]) -> None:
        """Make a cell the current one and give the grid the keys."""
        self.view.setFocus()
        self.view.go_to(*place)

    def _columns(self) -> tuple[Column[VillageLine], ...]:
        headings = heading_words()
        commune = self._session.desk.unit.level is OfficeLevel.COMMUNE
        member = self.tr("Village") if commune else self.tr("Commune")
        words = GridWords(lambda key: headings.get(key, ""), self.tr("Total"), capitalised(member))
        locked = LOCKED_FIELDS if self.is_locked else frozenset[str]()
        return village_columns(words, self._session.year, self._total, self._shown.keys, locked)

    def _read(self) -> None:
        """Read what the grid shows."""
        desk, year = self._session.desk, self._session.year
        self._villages = record_villages.read_villages(desk, year)
        self._grid = set_targets.read_grid(desk, year, self._villages)
        self._whole = self._grid.total
        self._key_of = {row.village: str(row.village_id) for row in self._grid.rows}
        self._figures = {village.id: figures for village, figures in self._villages.rows}
        self._limits = set_targets.read_limits(desk, year)
        self._signed_on = sign_plan.plan_signed_on(desk, year)

    def _lines(self) -> list[VillageLine]:
        places = self._grid.lines
        serials = {place.village: place.serial for place in places}
        own = {str(row.village_id): self._line(row, serials[row.village_id]) for row in self._grid.rows}
        shown = {key for key, line in own.items() if line.unsaved or self._filters.let_pass(line.value)}
        lines = []
        for place in places:
            if place.village in shown:
                lines.append(own[place.village])
            elif not shown.isdisjoint(place.members):
                lines.append(unit_line(place.serial, place.name, [own[key] for key in place.members]))
        if self._filters:
            return lines
        lines.extend(VillageLine(name, "", unsaved=self._unsaved.typed_in(name)) for name in self._blanks())
        return lines

    def _line(self, row: TargetRow, serial: str) -> VillageLine:
        key, course = str(row.village_id), self._course
        named = course.named.get(key, 0) if course.named else None
        outcome, limits = course.outcomes.get(key), self._limits.get(key)
        near_poor = course.near_poor_named.get(key, 0) if course.near_poor_named else None
        typed = self._unsaved.typed_in(key)
        listed = course.openings.get(key)
        return VillageLine(key, serial, row, self._figures[key], named, outcome, limits, typed, near_poor, listed)

    def _show(self, lines: list[VillageLine]) -> None:
        shown = [line.row_id for line in self.table.records]
        if shown == [line.row_id for line in lines]:
            self.table.replace_records(lines)
        else:
            self.table.set_records(lines)

    def _blanks(self) -> list[str]:
        """Name the blank lines; a line that became a village gives its name up, so that the others keep theirs."""
        if self._session.desk.read_only:
            return []
        known = {str(row.village_id) for row in self._grid.rows}
        self._unsaved.release([row for row in self._unsaved.rows if row not in known and not row.startswith(NEW_ROW)])
        unsaved = [row for row in self._unsaved.rows if row not in known]
        self._blank_names = [*(row for row in unsaved if row not in self._blank_names), *self._blank_names]
        wanted = self._blank_lines if self._grid.rows else max(self._blank_lines, _BLANK_LINES_AT_FIRST)
        wanted = max(wanted, *(self._blank_names.index(row) + 1 for row in unsaved)) if unsaved else wanted
        while len(self._blank_names) < wanted:
            self._blank_names.append(f"{NEW_ROW}{self._blank_made}")
            self._blank_made += 1
        return self._blank_names[:wanted]

    @property
    def _unsaved(self) -> UnsavedCells:
        """What stands unsaved in the grid of the year."""
        return self._unsaved_of.setdefault(self._session.year, UnsavedCells())

    def _total(self, key: str) -> CellValue:
        if key == "people":
            return self._villages.total.get("people")
        if key in {"named", "near_poor_named"}:
            counts: Mapping[str, int] = getattr(self._course, key)
            return sum(counts.values()) if counts else None
        if key == "named_difference":
            return named_difference(sum(self._course.named.values()) if self._course.named else None, self._whole)
        if key in OUTCOMES:
            return outcome_value(total_outcome(self._course.outcomes.values()), key, self._whole.reduction)
        value: CellValue = getattr(self._whole, key)
        return value if self._grid.rows else None

    def _keep(self, edits: list[CellEdit]) -> None:
        if self._write_block(self._unsaved.take(edits)):
            for block in self._unsaved.waiting():
                self._write_block(block)

    def _write_block(self, block: frozenset[str]) -> bool:
        """Write lines that belong together; what is refused stays in the grid, and the page says why."""
        from povertydesk.workflow import edit_grid  # noqa: PLC0415 - the first paint needs none of it

        entries: list[CellEntry] = []
        for row, texts in self._unsaved.lines_of(block).items():
            typed = {key: text for key, text in texts.items() if text} if row.startswith(NEW_ROW) else texts
            entries += map(edit_grid.CellEntry, repeat(row), typed.keys(), typed.values())
        session = self._session
        try:
            changes = edit_grid.enter_cells(session.desk, session.year, entries)
        except KnownError as error:
            self._remember_faults(error, block)
            return False
        self._unsaved.release(block)
        named = _named(entries)
        self._blank_names = [name for name in self._blank_names if name not in named]
        self._blank_lines = _BLANK_LINES
        self.kept.emit()
        if changes:
            session.announce(changes)
        else:
            self.refresh()
        if changes.findings:
            self.doubted.emit(changes.findings)
        return True

    def _remember_faults(self, error: KnownError, block: frozenset[str]) -> None:
        of_finding = self._session.messages.of_finding
        places = {(one.place.village or "", one.place.field or ""): of_finding(one) for one in error.findings}
        self._unsaved.refuse(block, places)
        self.refresh()
        self.refused.emit(error)

    def _grow(self, rows: int) -> None:
        if self._filters:
            return  # among filtered lines there are no blank ones, and the block would fill what is out of sight
        self._blank_lines = max(self._blank_lines, rows + 1)
        self.refresh()


_MARKED_WARNINGS = frozenset(
    {
        "registered-below-target",
        "reduction-below-assigned",
        "target-before-missed",
        "closing-rate-other-base",
        "named-differs-from-registered",
        "named-below-assigned",
        "near-poor-named-differs-from-registered",
        "near-poor-named-below-plan",
    }
)
_COLUMN_OF = {"poor": "poor_opening", "near_poor": "near_poor_opening"}


def _errors_first(findings: tuple[Finding, ...]) -> list[Finding]:
    return sorted(findings, key=lambda finding: finding.severity is not Severity.ERROR)


def _named(entries: list[CellEntry]) -> set[str]:
    return {entry.row for entry in entries}
