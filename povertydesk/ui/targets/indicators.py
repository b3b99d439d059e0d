"""Targets by indicator and income: several years side by side, what closed rounds know offered for the blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from povertydesk.poverty.indicator_target import IndicatorUnit, is_own, unit_words
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.jobs import LatestJob
from povertydesk.ui.records.columns import CellEdit
from povertydesk.ui.targets.grid_frame import GridFrame
from povertydesk.ui.targets.indicator_lines import (
    ACTUAL,
    BASE,
    NAME,
    REACHED,
    TARGET,
    UNIT,
    IndicatorWords,
    ShownIndicator,
    column_of,
    indicator_columns,
    place_of_column,
)
from povertydesk.ui.targets.open_grid import OpenGrid
from povertydesk.ui.targets.open_lines import OpenLines
from povertydesk.ui.targets.removal import offer_removal
from povertydesk.workflow import edit_indicators, indicator_shares, sign_plan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from povertydesk.poverty.indicator_target import IndicatorTarget
    from povertydesk.poverty.problems import Finding
    from povertydesk.ui.records.columns import Column
    from povertydesk.ui.records.record_table import RecordTable
    from povertydesk.ui.records.unsaved_cells import Place
    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.edit_indicators import IndicatorTable
    from povertydesk.workflow.indicator_shares import Shares

_KINDS = ("indicator_target", "plan", "service_target", "review_round", "unit")
_MEASURED_ANEW = ("review", "answer", "review_round")
_PLANNED = (BASE, TARGET)


class IndicatorGrid(OpenGrid):
    """The table of indicators under the fingers; `offer_taken` asks to take what is offered (F4)."""

    offer_taken = Signal()

    def _command(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.key() == Qt.Key.Key_F4 and not event.modifiers():
            return self.offer_taken.emit
        return super()._command(event)


class IndicatorsView(QWidget):
    """The table of the session's year. What rounds say is measured beside the window and offered when it is known."""

    status = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Make the table of the session's year."""
        super().__init__(parent)
        self._session = session
        self._shares: Shares = {}
        self._offered: Mapping[tuple[str, str], Decimal] = {}
        self._table: IndicatorTable
        self._read()
        self.entries: OpenLines[ShownIndicator] = OpenLines(session, self, self._grid, self)
        self.table, self.view = self.entries.table, self.entries.view
        self.take_button = QPushButton(self.tr("Take what is o&ffered (F4)"))
        self.take_button.clicked.connect(lambda: self._take(range(self.table.rowCount())))
        keys = self.tr(
            "Enter goes down · F2 edits · F4 takes what is offered · Ctrl+C, Ctrl+V copy and paste with Excel · "
            "Ctrl+- removes a line"
        )
        self.frame = GridFrame(session, self.view, (self.take_button,), keys)
        self.setLayout(self.frame)
        self.heading, self.summary = self.frame.heading, self.frame.summary
        self.notice, self.finding_line = self.frame.notice, self.frame.finding_line
        self._job = LatestJob(self)
        self._job.finished.connect(self._take_shares)
        self._job.failed.connect(self._on_failed)
        self._pause = QTimer(self, interval=0, singleShot=True)
        self._pause.timeout.connect(self._measure)
        self._connect()
        self.show_year()

    @property
    def has_unsaved(self) -> bool:
        """Whether something stands in the table and nowhere else."""
        return self.entries.has_unsaved

    @property
    def is_measuring(self) -> bool:
        """Whether what rounds say is still being measured."""
        return self._pause.isActive() or self._job.is_busy

    def commit_pending(self) -> None:
        """Write what is just being typed, and what could not be written before."""
        self.entries.commit_pending()

    def stop(self) -> None:
        """Let what runs beside the window end: the file is being put away."""
        self._pause.stop()
        self._job.wait()

    def focus_first(self) -> None:
        """Give the table the keys; at first they are on the first target of the year."""
        self.view.setFocus()

    def show_year(self) -> None:
        """Show the session's year and the ones before it."""
        self._shares = {}
        self.notice.clear()
        self._read()
        title = self.tr("Targets by indicator and income of {year}")
        self.heading.setText(title.replace("{year}", str(self._session.year)))
        self.entries.show()
        self.view.go_to(self.table.row_id(0), column_of(self._session.year, TARGET))
        self._say_standing()
        self._pause.start()

    def go_to(self, finding: Finding) -> None:
        """Go to the cell a finding speaks of."""
        place = self.place_of(finding)
        if place is not None:
            self.entries.go_to(place)

    def remove_line(self) -> None:
        """Take the current line off the table of the year; Ctrl+Z brings it back."""
        line, session = self.entries.current_line, self._session
        if line is not None and not line.is_new and not session.desk.read_only:
            self.notice.clear()
            try:
                changes = edit_indicators.remove_indicator(session.desk, session.year, line.row_id)
            except KnownError as error:
                self._say_refused(error)
                return
            session.announce(changes)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """On a low screen the table gets the room."""
        super().resizeEvent(event)
        self.frame.share_room(self.height())

    def columns(self) -> Sequence[Column[ShownIndicator]]:
        """Declare the columns of the years that are shown."""
        words = IndicatorWords(
            self.tr("Target"),
            self.tr("Unit"),
            self.tr("Year {year}"),
            {
                BASE: self.tr("Beginning of the year"),
                TARGET: self.tr("Plan"),
                ACTUAL: self.tr("Actual"),
                REACHED: self.tr("% of plan"),
            },
            {REACHED: self.tr("Of a share that is to fall: the part of the planned fall that was reached")},
        )
        return indicator_columns(self._table, words, is_signed=self._session.year in self._table.signed)

    def lines(self, typed_in: Callable[[str], Mapping[str, str]]) -> list[ShownIndicator]:
        """Make the lines of the records."""
        uncounted, year = self.tr("people, households"), self._session.year
        shown = []
        for line in self._table.lines:
            key = line.indicator.key
            offered = {column_of(year, amount): one for (of, amount), one in self._offered.items() if of == key}
            unit = unit_words(line.indicator).partition("/")[0] or uncounted
            shown.append(ShownIndicator(key, line, unit, offered, typed_in(key)))
        return shown

    def blank_line(self, row_id: str, typed: Mapping[str, str]) -> ShownIndicator:
        """Make a line for an indicator of the office's own."""
        return ShownIndicator(row_id, unsaved=typed)

    def write(self, edits: Sequence[CellEdit]) -> Changes:
        """Write what was typed as one act."""
        entries = []
        for row, key, text in edits:
            year, field = (None, key) if key in {NAME, UNIT} else place_of_column(key)
            entries.append(edit_indicators.IndicatorEntry(row, field, text, year))
        return edit_indicators.enter_indicators(self._session.desk, self._session.year, entries)

    def place_of(self, finding: Finding) -> Place | None:
        """Return the cell a finding speaks of: of an entry, or of the table's figures."""
        place = finding.place
        if place.section is not None and place.field is not None:
            return place.section, place.field if place.year is None else column_of(place.year, place.field)
        amount = _AMOUNT_OF.get(finding.code)
        key = finding.values.get("key")
        if amount is None or place.year is None or not isinstance(key, str):
            return None
        return key, column_of(place.year, amount)

    def key_of_entries(self) -> int:
        """Return the year: what is unsaved belongs to it."""
        return self._session.year

    def _grid(self, table: RecordTable[ShownIndicator]) -> IndicatorGrid:
        grid = IndicatorGrid(table, name=self.tr("Targets by indicator and income"), frozen_columns=1)
        grid.offer_taken.connect(self._take_chosen)
        return grid

    def _connect(self) -> None:
        self.entries.refused.connect(self._say_refused)
        self.entries.kept.connect(self.notice.clear)
        self.view.refused.connect(self._say_refusal)
        self.view.selection_changed.connect(self._say_chosen)
        self.view.selectionModel().currentChanged.connect(self._say_finding)
        self._session.changed.connect(self._on_changed)
        offer_removal(self.view, self.tr("Remove the line"), self.remove_line)
        self.setTabOrder(self.take_button, self.view)

    def _read(self) -> None:
        desk, year = self._session.desk, self._session.year
        self._table = edit_indicators.read_table(desk, year)
        offered = {} if desk.read_only else indicator_shares.offered_amounts(desk, year, self._shares)
        locked = _PLANNED if year in self._table.signed else ()
        self._offered = {place: value for place, value in offered.items() if place[1] not in locked}

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_MEASURED_ANEW):
            self._shares = {}
            self._pause.start()
        if changes.touches(*_KINDS):
            self._refresh()

    def _refresh(self) -> None:
        years, signed = self._table.years, self._table.signed
        self._read()
        if (self._table.years, self._table.signed) == (years, signed):
            self.entries.refresh()
        else:
            self.entries.show()
        self._say_standing()

    def _measure(self) -> None:
        """Measure beside the window what the rounds of the year and of the one before say."""
        if self._session.desk.read_only:
            return
        year = self._session.year
        read = indicator_shares.read_shares(self._session.desk, (year - 1, year))
        if read.reads:
            self._job.start(read.shares)

    def _take_shares(self, shares: Shares) -> None:
        self._shares = shares
        self._refresh()

    def _on_failed(self, error: BaseException) -> None:
        # Rounds that no law covers have nothing to offer.
        if not isinstance(error, KnownError):
            raise error

    def _take_chosen(self) -> None:
        """Take what is offered in the chosen cells, of the whole year where none of them offers anything."""
        chosen = [cell for cells in self.view.selection.ranges() for cell in cells.cells()]
        edits = [edit for row, column in chosen for edit in self._taking(row) if self._is_in(edit, column)]
        if edits:
            self.table.request_edits(edits)

    def _take(self, rows: range) -> None:
        self.view.commit_pending()
        self.table.request_edits([edit for row in rows for edit in self._taking(row)])

    def _taking(self, row: int) -> list[CellEdit]:
        line = self.table.records[row]
        return [
            CellEdit(line.row_id, key, self.table.columns[place].plain(value))
            for key, value in line.offered.items()
            if key not in line.unsaved and (place := self.table.column_of(key)) is not None
        ]

    def _is_in(self, edit: CellEdit, column: int) -> bool:
        return self.table.columns[column].key == edit.column_key

    def _say_standing(self) -> None:
        year = self._session.year
        known = [line.years[year] for line in self._table.lines]
        planned = [one for one in known if one.target is not None]
        notes = {(key, column_of(year, amount)): self._origin(key, amount) for key, amount in self._offered}
        self.entries.mark(self._table.findings, notes)
        self.take_button.setVisible(bool(self._offered))
        if not planned:
            words = self.tr("Type the targets of the year, or take what is offered in grey with F4.")
        else:
            words = " · ".join(self._counted(planned))
        self.summary.setText(words)
        self._say_finding()

    def _counted(self, planned: Sequence[IndicatorTarget]) -> list[str]:
        with_result = [one for one in planned if one.reached is not None]
        words = [self.tr("{count} targets set").replace("{count}", str(len(planned)))]
        if with_result:
            reached = self.tr("{reached} of {count} with a result reached")
            met = sum(1 for one in with_result if one.reached)
            words.append(reached.replace("{reached}", str(met)).replace("{count}", str(len(with_result))))
        if self._offered:
            words.append(self.tr("{count} cells offered in grey").replace("{count}", str(len(self._offered))))
        return words

    def _origin(self, key: str, amount: str) -> str:
        """Say where an offered amount comes from."""
        year = self._session.year
        before = str(year - 1)
        if amount == ACTUAL:
            words = self.tr("Offered: what the review of {year} found among poor households. F4 takes it.")
            return words.replace("{year}", str(year))
        if amount == TARGET:
            known = next(line.years.get(year - 1) for line in self._table.lines if line.indicator.key == key)
            goes_on = known is not None and known.target is not None
            words = self.tr("Offered: the target of {year}. F4 takes it.")
            usual = self.tr("Offered: the level that plans usually set. F4 takes it.")
            return words.replace("{year}", before) if goes_on else usual
        if key in self._shares.get(year - 1, {}):
            words = self.tr("Offered: what the review of {year} found among poor households. F4 takes it.")
        else:
            words = self.tr("Offered: the result entered for {year}. F4 takes it.")
        return words.replace("{year}", before)

    def _say_finding(self) -> None:
        latest_first = sorted(self._table.findings, key=lambda finding: -(finding.place.year or 0))
        self.frame.say_finding(self.entries.found_here(), latest_first, self.go_to)

    def _say_chosen(self, cells: int, total: Any, figures: int) -> None:
        """Add up what is of one unit only, and no shares."""
        chosen = {row for ranges in self.view.selection.ranges() for row in range(ranges.top, ranges.bottom + 1)}
        lines = (self.table.records[row].line for row in chosen)
        units = {line.indicator.unit for line in lines if line is not None}
        adds_up = len(units) == 1 and IndicatorUnit.PERCENT not in units
        self.status.emit(self.frame.chosen_words(cells, total, figures) if adds_up else "")

    def _say_refused(self, error: KnownError) -> None:
        self.frame.say_refused(error, self.go_to, self.commit_pending)

    def _say_refusal(self, code: str, values: dict[str, Any]) -> None:
        place = self.entries.current_place
        if code == "cell-not-typed" and place is not None:
            year, amount = (self._session.year, TARGET) if place[1] in {NAME, UNIT} else place_of_column(place[1])
            signed_on = sign_plan.plan_signed_on(self._session.desk, year)
            is_fixed = is_own(place[0]) or place[1] not in {NAME, UNIT}
            if is_fixed and amount in _PLANNED and signed_on is not None:
                code, values = "plan-signed", {"year": year, "date": format_date(signed_on)}
        self.notice.say(self._session.messages.sentence(code, values), Severity.WARNING)


_AMOUNT_OF = {
    "indicator-target-worse-than-base": TARGET,
    "indicator-target-missing": TARGET,
    "indicator-result-missing": ACTUAL,
}
