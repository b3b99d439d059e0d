"""The page Biểu tổng hợp: the official tables of the year, and the households behind each of their figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.jobs import LatestJob
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.records.columns import Alignment, CellKind, Column
from povertydesk.ui.records.record_list import RecordList
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.ui.tables.figure_grid import FigureGrid, frozen_columns, household_columns, line_table, place_name
from povertydesk.ui.tables.papers import TablePapers

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.table_papers import HouseholdBehind, ShownTable, TableSet

_LIST_WIDTH = 272
_FINDINGS_SHOWN = 3
_HIGH_ENOUGH_FOR_ALL = 480
_AFTER_PAINT_MILLISECONDS = 10
_MARK = "●"
COURSE_TABLES = (2, 3)
_SHOWN_KINDS = (
    "unit",
    "officer",
    "village",
    "village_year",
    "household",
    "person",
    "membership",
    "household_event",
    "household_decision",
    "review_round",
    "review",
    "review_part",
    "round_amendment",
    "course_reason",
    "former_table",
)


class _Entry(NamedTuple):
    """A table in the list on the left."""

    number: int
    short: str
    findings: int


class TablesPage(QWidget):
    """The tables of the session's year. They are drawn up when the page is looked at, beside the window."""

    key = "tables"
    findings_changed = Signal(int)
    status = Signal(str)
    household_wanted = Signal(str)
    course_wanted = Signal(int)
    template_wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._session = session
        self._tables: dict[int, ShownTable] = {}
        self._set: TableSet | None = None
        self._is_stale = True
        self._wants_keys = False
        self._number = 1
        self._job = LatestJob(self)
        self._job.finished.connect(self._show_tables)
        self._job.failed.connect(self._on_failed)
        self._pause = QTimer(self, interval=_AFTER_PAINT_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self.refresh)
        self.grid: FigureGrid | None = None
        self._build()
        session.changed.connect(self._on_changed)
        session.year_changed.connect(self._on_year)

    def title(self) -> str:
        """Name the page on the rail."""
        return self.tr("Official tables")

    def commit_pending(self) -> None:
        """Nothing is typed here."""

    @property
    def has_unsaved(self) -> bool:
        """Nothing is typed here."""
        return False

    @property
    def shown(self) -> ShownTable | None:
        """The table in front, None before the tables are drawn up."""
        return self._tables.get(self._number)

    def stop(self) -> None:
        """Let the work beside the window end."""
        self._pause.stop()
        self._job.wait()
        self.papers.stop()

    def focus_first(self) -> None:
        """Put the keyboard on the list of tables, as soon as it stands."""
        self._wants_keys = not self._tables
        self.list.setFocus()

    def print_out(self) -> None:
        """Print the table in front, or all, as chosen."""
        self.papers.print_out()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Draw the tables up where something changed since they were looked at."""
        super().showEvent(event)
        if self._is_stale:
            self._begin()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the room out anew."""
        super().resizeEvent(event)
        self._share_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Put the list of households away with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.behind.isVisible():
            self._close_households()
            event.accept()
            return
        super().keyPressEvent(event)

    def refresh(self) -> None:
        """Read the year once and draw its tables up beside the window."""
        from povertydesk.workflow.table_papers import read_table_set  # noqa: PLC0415 - loads what makes papers

        session = self._session
        self._is_stale = False
        try:
            tables = read_table_set(session.desk, session.year)
        except KnownError as error:
            self._job.drop()
            self._show_nothing(session.messages.of_error(error))
            return
        self.papers.offer(tables, f"table-{self._number:02d}")
        self._set = tables
        self._job.start(tables.all_shown)

    def go_to_table(self, number: int) -> None:
        """Bring a table to the front, and stand on its line in the list."""
        self.show_table(number)
        self.list.stand_on(str(number))

    def show_table(self, number: int) -> None:
        """Bring a table to the front."""
        self._number = number
        self._close_households()
        shown = self.shown
        if shown is None:
            return
        self.papers.offer(self._set, f"table-{number:02d}")
        before, self.grid = self.grid, self._grid(shown)
        if before is not None:
            self._middle.replaceWidget(before, self.grid)
            before.hide()
            before.deleteLater()
        else:
            self._middle.insertWidget(1, self.grid)
        # The layout would show it only with the next event, and keys may come before.
        self.grid.show()
        self.setTabOrder(self.template_button, self.grid)
        self._share_room()

    def _build(self) -> None:
        self.heading = QLabel()
        self.heading.setProperty("role", "title")
        self.papers = TablePapers(self._session)
        self.papers.refused.connect(self._say_refusal)
        self.papers.said.connect(self._say)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.heading, 1)
        top.addWidget(self.papers)
        self.notice = NoticeLine(dismissible=True)
        self.waiting = QLabel()
        self.waiting.setProperty("role", "muted")
        self.waiting.setWordWrap(True)
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._entries: RecordTable[_Entry] = RecordTable(self._entry_columns(), row_id=lambda one: str(one.number))
        self.list = RecordList(self._entries, name=self.tr("Official tables"), frozen_columns=0)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.moved.connect(lambda number: self._on_moved(int(number)))
        self.list.opened.connect(lambda _number: self.grid.setFocus() if self.grid is not None else None)
        self.template_button = QPushButton(self.tr("Fill the office above's &template…"))
        self.template_button.clicked.connect(lambda _checked=False: self.template_wanted.emit(self._number))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 10)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.notice)
        layout.addWidget(self.waiting, 1)
        self.body = QWidget()
        across = QHBoxLayout(self.body)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        left = QVBoxLayout()
        left.addWidget(self.list)
        left.addWidget(self.template_button)
        left.addStretch(1)
        across.addLayout(left)
        across.addWidget(self._build_table(), 1)
        layout.addWidget(self.body, 1)
        self._say_year()
        self.body.hide()

    def _build_table(self) -> QWidget:
        self.table_title = QLabel()
        self.table_title.setProperty("role", "section")
        self.table_title.setWordWrap(True)
        self.finding_line = NoticeLine()
        self.keys = QLabel(self.tr("Enter or F2 on a figure shows its households · Ctrl+C copies · Ctrl+P prints"))
        self.keys.setProperty("role", "muted")
        self.keys.setWordWrap(True)
        self.behind = QFrame()
        self.behind.setProperty("role", "card")
        inside = QVBoxLayout(self.behind)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(6)
        self.behind_title = QLabel()
        self.behind_title.setProperty("role", "section")
        self.behind_title.setWordWrap(True)
        words = {
            "code": self.tr("Code"),
            "head": self.tr("Head of household"),
            "village": self.tr("Village"),
            "counted": self.tr("Counted"),
        }
        self._behind: RecordTable[HouseholdBehind] = RecordTable(
            household_columns(words.__getitem__), row_id=lambda one: one.household
        )
        self.households = RecordList(self._behind, name=self.tr("Households behind the figure"))
        self.households.opened.connect(self.household_wanted)
        inside.addWidget(self.behind_title)
        inside.addWidget(self.households, 1)
        # It never keeps the window from being low.
        self.behind.setMinimumHeight(1)
        self.behind.hide()
        right = QWidget()
        self._middle = QVBoxLayout(right)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(8)
        self.course_button = QPushButton(self.tr("&Course of the year…"))
        self.course_button.setProperty("role", "link")
        self.course_button.clicked.connect(lambda _checked=False: self.course_wanted.emit(self._number))
        self.course_button.hide()
        head = QHBoxLayout()
        head.addWidget(self.table_title, 1)
        head.addWidget(self.course_button, 0, Qt.AlignmentFlag.AlignTop)
        self._middle.addLayout(head)
        self._middle.addWidget(self.finding_line)
        self._middle.addWidget(self.behind, 1)
        self._middle.addWidget(self.keys)
        self._middle.addStretch(1)
        return right

    def _entry_columns(self) -> tuple[Column[_Entry], ...]:
        return (
            Column("number", self.tr("No."), lambda one: one.number, CellKind.SERIAL, width_characters=2),
            Column("short", self.tr("Table"), lambda one: one.short),
            Column(
                "findings",
                "",
                lambda one: _MARK if one.findings else "",
                align=Alignment.CENTRE,
                width_characters=2,
                tooltip=self.tr("Something of this table is to be looked at"),
            ),
        )

    def _grid(self, shown: ShownTable) -> FigureGrid:
        grid = FigureGrid(line_table(shown.grid), name=shown.title, frozen=frozen_columns(shown.grid))
        grid.opened.connect(self._open_figure)
        grid.selection_changed.connect(self._say_selection)
        return grid

    def _begin(self) -> None:
        self._is_stale = True
        self._say_waiting(self.tr("The tables are being drawn up…") if not self._tables else "")
        self._pause.start()

    def _show_tables(self, shown: tuple[ShownTable, ...]) -> None:
        # A list that has the keys stands on its first line as soon as there is one.
        number = self._number
        self._tables = {one.number: one for one in shown}
        self._say_waiting("")
        self.body.show()
        self._entries.set_records(_Entry(one.number, one.short, len(one.findings)) for one in shown)
        self.findings_changed.emit(sum(1 for one in shown if one.findings))
        self.go_to_table(number)
        if self._wants_keys:
            self._wants_keys = False
            self.list.setFocus()

    def _show_nothing(self, sentence: str) -> None:
        self._tables = {}
        self.body.hide()
        self.papers.offer(None)
        self.findings_changed.emit(0)
        self._say_waiting(sentence)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._show_nothing(self._session.messages.of_error(error))

    def _on_moved(self, number: int) -> None:
        if number != self._number:
            self.show_table(number)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_SHOWN_KINDS):
            self._is_stale = True
            if self.isVisible():
                self._begin()

    def _on_year(self, _year: int) -> None:
        self._say_year()
        self.notice.clear()
        self._tables = {}
        self._is_stale = True
        self.body.hide()
        self.papers.offer(None)
        if self.isVisible():
            self._begin()

    def _open_figure(self, row: int, column: str) -> None:
        shown = self.shown
        if shown is None or self.grid is None:
            return
        households = shown.behind(row, column)
        if shown.is_list and households:
            self.household_wanted.emit(households[0].household)
            return
        place = self.grid.table.column_of(column)
        heading = self.grid.table.columns[place].full_title if place is not None else ""
        if not households:
            self._close_households()
            self.status.emit(self.tr("No household stands behind this cell."))
            return
        self.status.emit("")
        words = self.tr("{place} · {column}: {count} households").replace("{column}", heading)
        words = words.replace("{place}", place_name(shown.grid, row))
        self.behind_title.setText(words.replace("{count}", str(len(households))))
        self._behind.set_records(households)
        self.behind.show()
        self._share_room()
        self.households.stand_on(households[0].household)
        self.households.setFocus()

    def _close_households(self) -> None:
        had_keys = self.households.hasFocus()
        self.behind.hide()
        self._share_room()
        if had_keys and self.grid is not None:
            self.grid.setFocus()

    def _share_room(self) -> None:
        """On a low screen the figures get the room: a short title, one finding, none beside open households."""
        shown, is_high, is_open = self.shown, self.height() >= _HIGH_ENOUGH_FOR_ALL, not self.behind.isHidden()
        self.keys.setVisible(is_high and not is_open)
        if shown is None:
            return
        self.course_button.setVisible(shown.number in COURSE_TABLES)
        word = self.tr("Table {number}").replace("{number}", str(shown.number))
        self.table_title.setText(f"{word}. {shown.title if is_high else shown.short}")
        self.table_title.setToolTip(shown.title)
        if is_open and not is_high:
            self.finding_line.clear()
        else:
            self._say_findings(shown, _FINDINGS_SHOWN if is_high else 1)

    def _say_findings(self, shown: ShownTable, most: int) -> None:
        if not shown.findings:
            self.finding_line.clear()
            return
        ordered = sorted(shown.findings, key=lambda one: list(Severity).index(one.severity))
        sentences = [self._session.messages.of_finding(one) for one in ordered[:most]]
        left = len(ordered) - len(sentences)
        if left:
            sentences.append(self.tr("and {count} more to look at").replace("{count}", str(left)))
        self.finding_line.say("\n".join(sentences), ordered[0].severity)

    def _say_selection(self, cells: int, total: object, numbers: int) -> None:
        if numbers < 2:
            self.status.emit("")
            return
        words = self.tr("Chosen: {cells} cells · sum {sum}").replace("{cells}", str(cells))
        self.status.emit(words.replace("{sum}", f"{total:,}".replace(",", ".")))

    def _say_year(self) -> None:
        title = self.tr("Official tables of {year}")
        self.heading.setText(title.replace("{year}", str(self._session.year)))

    def _say_waiting(self, words: str) -> None:
        self.waiting.setText(words)
        self.waiting.setVisible(bool(words))

    def _say_refusal(self, error: KnownError) -> None:
        """Say why nothing is printed; what does not balance is mended, or explained, on the page of the course."""
        sentence = self._session.messages.of_error(error)
        if error.code != "course-not-balanced":
            self._say(sentence, Severity.ERROR)
            return
        number = self._number if self._number in COURSE_TABLES else COURSE_TABLES[0]
        words = self.tr("Go to the course")
        self.notice.say(sentence, Severity.ERROR, words, lambda: self.course_wanted.emit(number))

    def _say(self, sentence: str, severity: Severity = Severity.NOTE) -> None:
        self.notice.say(sentence, severity)
