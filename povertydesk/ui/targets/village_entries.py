"""The village grid of a year and what is typed into it: written whole, or kept in sight until it is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from povertydesk.poverty.area import OfficeLevel
from povertydesk.poverty.problems import Finding, KnownError, Severity
from povertydesk.poverty.vietnamese import capitalised
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.ui.records.unsaved_cells import UnsavedCells
from povertydesk.ui.targets.village_grid import VillageGrid
from povertydesk.ui.targets.village_lines import NEW_ROW, VillageLine, village_columns
from povertydesk.workflow import record_villages, set_targets

if TYPE_CHECKING:
    from povertydesk.poverty.target import TargetGrid
    from povertydesk.ui.records.columns import CellEdit, CellValue, Column
    from povertydesk.ui.records.record_table import CellFinding
    from povertydesk.ui.session import Session
    from povertydesk.workflow.edit_grid import CellEntry
    from povertydesk.workflow.record_villages import VillageTable

_BLANK_LINES = 3
_BLANK_LINES_AT_FIRST = 12


class VillageEntries(QObject):
    """Reads the villages of the session's year into a grid and writes what is typed there.

    `refused` carries why something could not be written; it stays in the grid. `kept` tells that all was written.
    """

    refused = Signal(KnownError)
    kept = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Show the session's file and year."""
        super().__init__(parent)
        self._session = session
        self._unsaved_of: dict[int, UnsavedCells] = {}
        self._blank_lines = _BLANK_LINES
        self._blank_names: list[str] = []
        self._blank_made = 0
        self._grid: TargetGrid
        self._villages: VillageTable
        self._read()
        self.table: RecordTable[VillageLine] = RecordTable(
            self._columns(), lambda line: line.row_id, self._lines(), parent=self
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

    def show_year(self) -> None:
        """Show the session's year."""
        self._read()
        self.table.set_columns(self._columns())
        self.refresh()

    def refresh(self) -> None:
        """Show what the records say now, and what is typed and not written yet."""
        self._read()
        self._show(self._lines())

    def mark(self, findings: tuple[Finding, ...]) -> None:
        """Mark the cells that contradict others, and those that could not be written."""
        marks: dict[tuple[str, str], CellFinding] = {}
        for finding in findings:
            place = self.place_of(finding)
            if place is not None and finding.severity is Severity.ERROR:
                marks[place] = (finding.severity, self._session.messages.of_finding(finding))
        for place, sentence in self._unsaved.faults.items():
            marks[place] = (Severity.ERROR, sentence)
        self.table.set_findings(marks)

    def place_of(self, finding: Finding) -> tuple[str, str] | None:
        """Return the cell a finding speaks of; None where it is about the whole commune."""
        rows = {row.village: str(row.village_id) for row in self._grid.rows}
        row = rows.get(finding.place.village or "")
        if row is None or not finding.place.field:
            return None
        return row, _COLUMN_OF.get(finding.place.field, finding.place.field)

    def go_to(self, place: tuple[str, str]) -> None:
        """Make a cell the current one and give the grid the keys."""
        self.view.setFocus()
        self.view.go_to(*place)

    def _columns(self) -> tuple[Column[VillageLine], ...]:
        headings = self._headings()
        commune = self._session.desk.unit.level is OfficeLevel.COMMUNE
        member = self.tr("Village") if commune else self.tr("Commune")
        return village_columns(
            lambda key: headings.get(key, ""), self._session.year, self._total, self.tr("Total"), capitalised(member)
        )

    def _headings(self) -> dict[str, str]:
        return {
            "serial": self.tr("No."),
            "opening": self.tr("Opening"),
            "planned": self.tr("Plan {year}"),
            "closing": self.tr("Closing"),
            "households": self.tr("Households"),
            "poor_opening": self.tr("Poor"),
            "poor_rate_opening": self.tr("Rate (%)"),
            "near_poor_opening": self.tr("Near-poor"),
            "people": self.tr("People"),
            "reduction": self.tr("Reduction"),
            "reduction_rate": self.tr("% points"),
            "ethnic_minority_reduction": self.tr("Of these minority"),
            "registered": self.tr("Registered"),
            "poor_closing": self.tr("Poor"),
            "poor_rate_closing": self.tr("Rate (%)"),
            "households-explained": self.tr("All resident households at the time of the review"),
            "poor_opening-explained": self.tr("Poor households at the beginning of the year"),
            "near_poor_opening-explained": self.tr("Near-poor households at the beginning of the year"),
            "people-explained": self.tr("All resident people"),
            "reduction-explained": self.tr("Households planned to leave poverty in the year"),
            "reduction_rate-explained": self.tr("Reduction in percent of all resident households"),
            "ethnic_minority_reduction-explained": self.tr("Ethnic-minority households among the reduction"),
            "registered-explained": self.tr("Households that registered to leave poverty"),
        }

    def _read(self) -> None:
        """Read what the grid shows."""
        desk, year = self._session.desk, self._session.year
        self._grid = set_targets.read_grid(desk, year)
        self._villages = record_villages.read_villages(desk, year)

    def _lines(self) -> list[VillageLine]:
        known = {village.id: figures for village, figures in self._villages.rows}
        lines = [
            VillageLine(
                str(row.village_id), place, row, known[str(row.village_id)], self._unsaved.typed_in(str(row.village_id))
            )
            for place, row in enumerate(self._grid.rows, start=1)
        ]
        lines.extend(VillageLine(name, None, unsaved=self._unsaved.typed_in(name)) for name in self._blanks())
        return lines

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
        value: CellValue = getattr(self._grid.total, key)
        return value if self._grid.rows else None

    def _keep(self, edits: list[CellEdit]) -> None:
        if self._write_block(self._unsaved.take(edits)):
            for block in self._unsaved.waiting():
                self._write_block(block)

    def _write_block(self, block: frozenset[str]) -> bool:
        """Write lines that belong together; what is refused stays in the grid, and the page says why."""
        from povertydesk.workflow import edit_grid  # noqa: PLC0415 - the first paint needs none of it

        entries = [
            edit_grid.CellEntry(row, key, text)
            for (row, key), text in self._unsaved.texts_of(block).items()
            if self._says_something(row, text)
        ]
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
        return True

    def _says_something(self, row: str, text: str) -> bool:
        return bool(text.strip()) or not row.startswith(NEW_ROW)

    def _remember_faults(self, error: KnownError, block: frozenset[str]) -> None:
        of_finding = self._session.messages.of_finding
        places = {(one.place.village or "", one.place.field or ""): of_finding(one) for one in error.findings}
        self._unsaved.refuse(block, places)
        self.refresh()
        self.refused.emit(error)

    def _grow(self, rows: int) -> None:
        self._blank_lines = max(self._blank_lines, rows + 1)
        self.refresh()


_COLUMN_OF = {"poor": "poor_opening", "near_poor": "near_poor_opening"}


def _named(entries: list[CellEntry]) -> set[str]:
    return {entry.row for entry in entries}
