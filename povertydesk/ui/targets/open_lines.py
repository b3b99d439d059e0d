"""Lines of a grid with an open end and what is typed into them: written whole, or kept in sight until it is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from povertydesk.poverty.problems import Finding, KnownError, Severity
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.ui.records.unsaved_cells import Place, UnsavedCells

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping, Sequence

    from povertydesk.ui.records.columns import CellEdit, Column
    from povertydesk.ui.records.record_table import CellFinding
    from povertydesk.ui.session import Session
    from povertydesk.ui.targets.open_grid import OpenGrid
    from povertydesk.workflow.changes import Changes

NEW_LINE = "new-"
_BLANK_LINES = 2
_BLANK_LINES_AT_FIRST = 10


class OpenLine(Protocol):
    """A line of such a grid."""

    @property
    def row_id(self) -> str:
        """What the line is known by."""

    @property
    def is_new(self) -> bool:
        """Whether the line waits to become a record."""


L = TypeVar("L", bound=OpenLine)


class LineSource(Protocol[L]):
    """Where lines come from and go to. `typed_in` gives the texts of a line that are not written yet, by column."""

    def columns(self) -> Sequence[Column[L]]:
        """Declare the columns."""

    def lines(self, typed_in: Callable[[str], Mapping[str, str]]) -> list[L]:
        """Make the lines of the records, as they are now."""

    def blank_line(self, row_id: str, typed: Mapping[str, str]) -> L:
        """Make a line that has no record yet."""

    def write(self, edits: Sequence[CellEdit]) -> Changes:
        """Write what was typed as one act, or refuse it with the places that are wrong."""

    def place_of(self, finding: Finding) -> Place | None:
        """Return the cell a finding speaks of."""

    def key_of_entries(self) -> Hashable:
        """Return what unsaved texts belong to: the year, or the file."""


class OpenLines(QObject, Generic[L]):
    """Shows the lines of a source in a grid and writes what is typed there.

    `refused` carries why something could not be written; it stays in the grid. `kept` tells that all was written.
    """

    refused = Signal(KnownError)
    kept = Signal()

    def __init__(
        self, session: Session, source: LineSource[L], grid: Callable[[RecordTable[L]], OpenGrid], parent: QObject
    ) -> None:
        """Show nothing yet; `grid` makes the view of the table."""
        super().__init__(parent)
        self._session = session
        self._source = source
        self._unsaved_of: dict[Hashable, UnsavedCells] = {}
        self._findings: tuple[Finding, ...] = ()
        self._notes: Mapping[Place, str] = {}
        self._blank_lines = _BLANK_LINES
        self._blank_names: list[str] = []
        self._blank_made = 0
        self.table: RecordTable[L] = RecordTable((), lambda line: line.row_id, parent=self)
        self.view = grid(self.table)
        self.view.set_read_only(session.desk.read_only)
        self.table.edit_requested.connect(self._keep)
        self.view.rows_wanted.connect(self._grow)

    @property
    def has_unsaved(self) -> bool:
        """Whether something stands in the grid and nowhere else."""
        return any(self._unsaved_of.values())

    @property
    def current_line(self) -> L | None:
        """The line the clerk stands on."""
        index = self.view.currentIndex()
        return self.table.records[index.row()] if index.isValid() else None

    @property
    def current_place(self) -> Place | None:
        """The cell the clerk stands on."""
        index = self.view.currentIndex()
        return (self.table.row_id(index.row()), self.table.columns[index.column()].key) if index.isValid() else None

    def commit_pending(self) -> None:
        """Write what is just being typed, and what could not be written before."""
        self.view.commit_pending()
        for block in self._unsaved.waiting():
            self._write_block(block)

    def take_back_refused(self) -> bool:
        """Take what was refused last out of the grid; False where nothing stands refused."""
        if not self._unsaved.take_back_refused():
            return False
        self.refresh()
        self.kept.emit()
        return True

    def show(self) -> None:
        """Show columns and lines as they are to be now."""
        self.table.set_columns(self._source.columns())
        self.refresh()

    def refresh(self) -> None:
        """Show what the records say now, and what is typed and not written yet."""
        lines = self._source.lines(self._unsaved.typed_in)
        known = {line.row_id for line in lines}
        self._unsaved.release([row for row in self._unsaved.rows if row not in known and not row.startswith(NEW_LINE)])
        lines.extend(self._source.blank_line(name, self._unsaved.typed_in(name)) for name in self._blanks(len(lines)))
        if [line.row_id for line in lines] == [line.row_id for line in self.table.records]:
            self.table.replace_records(lines)
        else:
            self.table.set_records(lines)
        self._show_marks()

    def mark(self, findings: tuple[Finding, ...], notes: Mapping[Place, str]) -> None:
        """Mark the cells that something is said of: what was found, and under it what is no mistake."""
        self._findings, self._notes = findings, notes
        self._show_marks()

    def found_here(self) -> CellFinding | None:
        """What was found in the cell the clerk stands on."""
        index = self.view.currentIndex()
        return self.table.finding(index.row(), index.column()) if index.isValid() else None

    def go_to(self, place: Place) -> None:
        """Make a cell the current one and give the grid the keys."""
        self.view.setFocus()
        self.view.go_to(*place)

    def _show_marks(self) -> None:
        marks: dict[Place, Any] = {place: (Severity.NOTE, words) for place, words in self._notes.items()}
        for finding in sorted(self._findings, key=lambda finding: finding.severity is Severity.ERROR):
            place = self._source.place_of(finding)
            if place is not None:
                words = [self._session.messages.of_finding(finding), self._notes.get(place, "")]
                marks[place] = (finding.severity, " ".join(filter(None, words)))
        marks |= {place: (Severity.ERROR, words) for place, words in self._unsaved.faults.items()}
        self.table.set_findings(marks)

    def _blanks(self, records: int) -> list[str]:
        """Name the blank lines; a line that became a record gives its name up, so that the others keep theirs."""
        if self._session.desk.read_only:
            return []
        unsaved = [row for row in self._unsaved.rows if row.startswith(NEW_LINE)]
        self._blank_names = [*(row for row in unsaved if row not in self._blank_names), *self._blank_names]
        least = self._blank_lines if records else max(self._blank_lines, _BLANK_LINES_AT_FIRST)
        wanted = max(least, *(self._blank_names.index(row) + 1 for row in unsaved), 0)
        while len(self._blank_names) < wanted:
            self._blank_names.append(f"{NEW_LINE}{self._blank_made}")
            self._blank_made += 1
        return self._blank_names[:wanted]

    @property
    def _unsaved(self) -> UnsavedCells:
        return self._unsaved_of.setdefault(self._source.key_of_entries(), UnsavedCells())

    def _keep(self, edits: list[CellEdit]) -> None:
        if self._write_block(self._unsaved.take(edits)):
            for block in self._unsaved.waiting():
                self._write_block(block)

    def _write_block(self, block: frozenset[str]) -> bool:
        """Write lines that belong together; what is refused stays in the grid, and the page says why."""
        from povertydesk.ui.records.columns import CellEdit  # noqa: PLC0415 - showing needs none of it

        edits = [
            CellEdit(row, key, text)
            for row, typed in self._unsaved.lines_of(block).items()
            for key, text in typed.items()
            if text or not row.startswith(NEW_LINE)
        ]
        before = {line.row_id for line in self.table.records}
        try:
            changes = self._source.write(edits) if edits else None
        except KnownError as error:
            of_finding = self._session.messages.of_finding
            faults = {place: of_finding(one) for one in error.findings if (place := self._source.place_of(one))}
            self._unsaved.refuse(block, faults)
            self.refresh()
            self.refused.emit(error)
            return False
        stood = self.current_place
        self._unsaved.release(block)
        named = {edit.row_id for edit in edits}
        self._blank_names = [name for name in self._blank_names if name not in named]
        self._blank_lines = _BLANK_LINES
        self.kept.emit()
        if changes:
            self._session.announce(changes)
        self.refresh()
        come = [line.row_id for line in self.table.records if not line.is_new and line.row_id not in before]
        if stood is not None and stood[0] in named and stood[0] not in {line.row_id for line in self.table.records}:
            # The line became a record and may stand elsewhere now; the keys go on in it.
            for row in come[:1]:
                self.view.go_to(row, stood[1])
        return True

    def _grow(self, rows: int) -> None:
        self._blank_lines = max(self._blank_lines, rows + 1)
        self.refresh()
