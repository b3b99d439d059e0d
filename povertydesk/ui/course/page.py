"""The page Diễn biến: the ledger of a year, what of it does not balance, and the households behind every figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from povertydesk.poverty.course_balance import BLOCKS
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.course.ledger_grid import (
    PLACE,
    LedgerGrid,
    LedgerLine,
    ledger_columns,
    ledger_findings,
    ledger_lines,
)
from povertydesk.ui.course.opened_figure import OpenedFigure
from povertydesk.ui.course.reason import ReasonLine
from povertydesk.ui.fields.option_row import Option, OptionRow
from povertydesk.ui.jobs import LatestJob
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.workflow.course_sheet import read_course_sheet
from povertydesk.workflow.on_a_copy import on_a_copy

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from povertydesk.poverty.course_balance import CourseBlock
    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.course_sheet import CourseSheet

_AFTER_PAINT_MILLISECONDS = 10
_HIGH_ENOUGH_FOR_ALL = 480
_WIDE_ENOUGH_FOR_DAYS = 760
_MOST_HEIGHT = 16777215
_MARK = " ●"


class CoursePage(QWidget):
    """The course of the session's year, read beside the window when the page is looked at. `left` goes back."""

    key = "course"
    findings_changed = Signal(int)
    status = Signal(str)
    household_wanted = Signal(str)
    table_wanted = Signal(int)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self._wants_keys = False
        self._days = ""
        self.sheet: CourseSheet | None = None
        self.grid: LedgerGrid | None = None
        self._job = LatestJob(self)
        self._job.finished.connect(self._show)
        self._job.failed.connect(self._on_failed)
        self._pause = QTimer(self, interval=_AFTER_PAINT_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self.refresh)
        self._build()
        session.changed.connect(self._on_changed)
        session.year_changed.connect(self._on_year)

    def title(self) -> str:
        """Name the page."""
        return self.tr("Course of the year")

    def commit_pending(self) -> None:
        """Keep the reason that is being typed."""
        self.reason.field.commit()

    @property
    def has_unsaved(self) -> bool:
        """Whether a reason stands on the screen and nowhere else."""
        return self.reason.field.is_unsaved

    @property
    def would_lose(self) -> bool:
        """Whether closing would lose it: what is typed is kept on this PC and comes back."""
        return self.has_unsaved and not self._session.typed.is_kept

    @property
    def block(self) -> CourseBlock:
        """The block in front: poor or near-poor, households or people."""
        return BLOCKS[int(self.blocks.value)]

    def stop(self) -> None:
        """Let the reading end: the file is being put away."""
        self._pause.stop()
        self._job.wait()

    def focus_first(self) -> None:
        """Put the keyboard on the ledger, as soon as it stands."""
        self._wants_keys = self.grid is None
        (self.grid or self.blocks).setFocus()

    def show_block(self, number: int) -> None:
        """Bring the households of table 2 or 3 to the front."""
        self.blocks.show_value(next(place for place, one in enumerate(BLOCKS) if one.number == number))
        self._show_block()

    def print_out(self) -> None:
        """Go to the official table that prints this course."""
        self.table_wanted.emit(self.block.number)

    def refresh(self) -> None:
        """Read the year again, as the file is now."""
        self._is_stale = False
        year = self._session.year
        self._job.start(on_a_copy(self._session.desk, lambda desk: read_course_sheet(desk, year)))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Read what changed since the page was looked at."""
        super().showEvent(event)
        if self._is_stale:
            self._begin()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the room out anew."""
        super().resizeEvent(event)
        self._share_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Put the households away with Esc; without them go back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        if self.opened.isVisible():
            self._close_figure()
        else:
            self.left.emit()
        event.accept()

    def _build(self) -> None:
        self.heading = QLabel()
        self.heading.setProperty("role", "title")
        self.days = QLabel()
        self.days.setProperty("role", "muted")
        self.days.setAlignment(Qt.AlignmentFlag.AlignBottom)
        # It never keeps the window wide.
        self.days.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.table_button = QPushButton(self.tr("&Official table…"))
        self.table_button.clicked.connect(lambda _checked=False: self.print_out())
        self.back_button = QPushButton(self.tr("&Back (Esc)"))
        self.back_button.clicked.connect(lambda _checked=False: self.left.emit())
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.heading)
        top.addWidget(self.days, 1)
        top.addWidget(self.table_button)
        top.addWidget(self.back_button)
        self.waiting = QLabel()
        self.waiting.setProperty("role", "muted")
        self.waiting.setWordWrap(True)
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.blocks = OptionRow("", self._block_options(frozenset()))
        self.blocks.label.hide()
        self.blocks.row.setAccessibleName(self.tr("What the ledger counts"))
        self.blocks.chosen.connect(lambda _place: self._show_block())
        switch = QHBoxLayout()
        switch.addWidget(self.blocks)
        switch.addStretch(1)
        self.standing = NoticeLine()
        self.opened = OpenedFigure()
        self.opened.household_wanted.connect(self.household_wanted)
        self.opened.reason_wanted.connect(self._write_reason)
        self.cell = NoticeLine()
        self.reason = ReasonLine(self._session)
        self.keys = QLabel(
            self.tr("1–4 choose the block · Enter on a figure shows its households, on a red one those that break it")
        )
        self.keys.setProperty("role", "muted")
        self.keys.setWordWrap(True)
        self.body = QWidget()
        self._middle = QVBoxLayout(self.body)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(8)
        self._middle.addLayout(switch)
        self._middle.addWidget(self.standing)
        self._middle.addWidget(self.cell)
        self._middle.addWidget(self.opened, 1)
        self._middle.addWidget(self.reason)
        self._middle.addWidget(self.keys)
        self._middle.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 10)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.waiting, 1)
        layout.addWidget(self.body, 1)
        self._say_year()
        self.body.hide()

    def _block_options(self, broken: frozenset[CourseBlock]) -> tuple[Option, ...]:
        words = (
            self.tr("Poor, households"),
            self.tr("Poor, people"),
            self.tr("Near-poor, households"),
            self.tr("Near-poor, people"),
        )
        return tuple(
            Option(str(place + 1), place, said + (_MARK if block in broken else ""))
            for place, (block, said) in enumerate(zip(BLOCKS, words, strict=True))
        )

    def _begin(self) -> None:
        self._is_stale = True
        self._say_waiting(self.tr("The course is being drawn up…") if self.sheet is None else "")
        self._pause.start()

    def _show(self, sheet: CourseSheet) -> None:
        self.sheet = sheet
        self._say_waiting("")
        self.blocks.set_options(self._block_options(frozenset(one.block for one in sheet.breaks)))
        days = self.tr("from {opened} to {closed}").replace("{opened}", format_date(sheet.opened_on))
        self._days = days.replace("{closed}", format_date(sheet.closed_on))
        self.reason.show_ledger(sheet.ledger)
        self.findings_changed.emit(len(sheet.ledger.unexplained))
        self.body.show()
        self._show_block()
        if self._wants_keys and self.grid is not None:
            self._wants_keys = False
            self.grid.setFocus()

    def _show_block(self) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        before, had_keys = self.grid, self.grid is not None and self.grid.hasFocus()
        place = before.selection.current if before is not None else None
        self._close_figure()
        self.grid = self._grid(sheet)
        if before is not None:
            self._middle.replaceWidget(before, self.grid)
            before.hide()
            before.deleteLater()
        else:
            self._middle.insertWidget(2, self.grid)
        # The layout would show it only with the next event, and keys may come before.
        self.grid.show()
        for first, then in ((self.blocks.row, self.grid), (self.grid, self.opened)):
            QWidget.setTabOrder(first, then)
        self.grid.step_to(place or (0, 1))
        if had_keys:
            self.grid.setFocus()
        self._say_standing()
        self._share_room()

    def _grid(self, sheet: CourseSheet) -> LedgerGrid:
        words = {
            "compared": self.tr("Closing held against"),
            "listed": self.tr("the closing list"),
            "claimed": self.tr("handed in, entered"),
        }
        columns = ledger_columns(sheet, self.block, self._session.messages, words)
        lines = ledger_lines(sheet, self.block, self.tr("Total"))
        table = RecordTable[LedgerLine](
            columns, row_id=lambda line: str(line.row), records=lines, is_sum=lambda line: line.line.village is None
        )
        doubt = self.tr("Nothing recorded explains {count} households of this figure.")
        more = self.tr("and {count} more to look at")
        table.set_findings(ledger_findings(sheet, self.block, columns, self._session.messages, doubt, more))
        grid = LedgerGrid(table, name=self.blocks.words, frozen=1)
        grid.opened.connect(self._open_figure)
        grid.block_wanted.connect(self._choose_block)
        grid.selection_changed.connect(lambda *_: self._say_cell())
        return grid

    def _choose_block(self, digit: str) -> None:
        place = next((at for at, one in enumerate(self.blocks.options) if one.digit == digit), -1)
        if place >= 0:
            self.blocks.choose(place)

    def _open_figure(self, row: int, column: str) -> None:
        sheet, grid = self.sheet, self.grid
        if sheet is None or grid is None or column == PLACE:
            return
        village, block = sheet.places[row], self.block
        at = grid.table.column_of(column)
        title = self.tr("{place} · {column}").replace("{place}", grid.table.records[row].name)
        title = title.replace("{column}", grid.table.columns[at].full_title if at is not None else "")
        if not self.opened.open_figure(sheet, village, block, column, title, self._session.messages):
            self._close_figure()
            self.status.emit(self.tr("No household stands behind this cell."))
            return
        self.status.emit("")
        self.opened.show()
        self._share_room()
        self.opened.focus_first()

    def _close_figure(self) -> None:
        had_keys = self.opened.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.opened.hide()
        self._share_room()
        if had_keys and self.grid is not None:
            self.grid.setFocus()

    def _write_reason(self, village: str) -> None:
        self._close_figure()
        self.reason.stand_on(village or None)

    def _share_room(self) -> None:
        """Open households take the room that is left, on a low screen that of the ledger too."""
        is_open = not self.opened.isHidden()
        is_high = self.height() >= _HIGH_ENOUGH_FOR_ALL
        self.keys.setVisible(is_high and not is_open)
        self.blocks.setVisible(is_high or not is_open)
        if self.grid is not None:
            # Neither keeps the window from being low, nor the other out of sight.
            self.grid.setMinimumHeight(1)
            self.grid.setMaximumHeight(self.height() * 45 // 100 if is_open else _MOST_HEIGHT)
            self.grid.setVisible(is_high or not is_open)
        self.days.setText(self._days if self.width() >= _WIDE_ENOUGH_FOR_DAYS else "")
        ledger = self.sheet.ledger if self.sheet is not None else None
        has_reason = ledger is not None and bool(ledger.balance.breaks or ledger.reasons)
        self.reason.setVisible(has_reason and not is_open)
        self._middle.setStretch(self._middle.count() - 1, 0 if is_open else 1)
        self._say_cell()

    def _say_standing(self) -> None:
        """Say in one line whether the year balances, and whether it prints."""
        sheet = self.sheet
        if sheet is None:
            return
        ledger = sheet.ledger
        try:
            ledger.hold()
        except KnownError as error:
            refused = self.tr(
                "Tables 2 and 3 do not print: {places}. Open the red figures, or write below why it is so."
            )
            self.standing.say(refused.replace("{places}", str(error.values["places"])), Severity.ERROR)
            return
        hints = sum(not ledger.is_explained(one) for one in sheet.breaks)
        if hints:
            words = self.tr("{count} figures want a look (marked); tables 2 and 3 can be printed.")
            self.standing.say(words.replace("{count}", str(hints)), Severity.WARNING)
        elif sheet.breaks:
            self.standing.say(self.tr("What does not balance has its reason, which prints under tables 2 and 3."))
        else:
            self.standing.say(self.tr("The year balances everywhere: tables 2 and 3 can be printed."))

    def _say_cell(self) -> None:
        """Say under the ledger what is wrong with the cell stood on, unless its households say it."""
        grid = self.grid
        current = grid.selection.current if grid is not None else None
        finding = grid.table.finding(*current) if grid is not None and current is not None else None
        if finding is None or not self.opened.isHidden():
            self.cell.clear()
        else:
            self.cell.say(finding[1], finding[0])
        has_room = self.height() >= _HIGH_ENOUGH_FOR_ALL or self.cell.isHidden()
        self.standing.setVisible(bool(self.standing.accessibleName()) and self.opened.isHidden() and has_room)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, KnownError):
            raise error
        self.sheet = None
        self.body.hide()
        self._days = ""
        self.days.clear()
        self.findings_changed.emit(0)
        self._say_waiting(self._session.messages.of_error(error))

    def _on_changed(self, _changes: Changes) -> None:
        self._is_stale = True
        if self.isVisible():
            self._begin()

    def _on_year(self, _year: int) -> None:
        self.reason.field.commit()
        self.sheet = None
        self._is_stale = True
        self._say_year()
        self._days = ""
        self.days.clear()
        self.body.hide()
        if self.isVisible():
            self._begin()

    def _say_year(self) -> None:
        self.heading.setText(self.tr("Course of {year}").replace("{year}", str(self._session.year)))

    def _say_waiting(self, words: str) -> None:
        self.waiting.setText(words)
        self.waiting.setVisible(bool(words))
