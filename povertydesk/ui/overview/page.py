"""The page Tổng quan: where the year stands in charts, what is due next, and the way to each page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.poverty.vietnamese import fold
from povertydesk.ui.file_choice import ask_where_to_save
from povertydesk.ui.jobs import LatestJob
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.overview.chart_card import ChartCard
from povertydesk.ui.overview.due_card import DueCard
from povertydesk.workflow import overview_charts as charts
from povertydesk.workflow.due_tasks import REGISTRY_PAGE, REVIEW_PAGE, TARGET_PAGE
from povertydesk.workflow.on_a_copy import on_a_copy
from povertydesk.workflow.overview import Overview, read_overview

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from povertydesk.poverty.chart import Chart
    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes

_PAPER = "overview"
_KINDS = {".docx": "Word (*.docx)", ".pdf": "PDF (*.pdf)", ".xlsx": "Excel (*.xlsx)"}
_TWO_COLUMNS_FROM = 860
_PATIENCE_MILLISECONDS = 300


class OverviewPage(QWidget):
    """Where the session's year stands; counted beside the window, shown when it is done."""

    key = "overview"
    findings_changed = Signal(int)
    status = Signal(str)
    page_wanted = Signal(str)
    course_wanted = Signal(int)
    shown = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show the session's file and year."""
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self.overview: Overview | None = None
        self._job = LatestJob(self)
        self._job.finished.connect(self._show)
        self._job.failed.connect(self._on_failed)
        self._patience = QTimer(self, interval=_PATIENCE_MILLISECONDS, singleShot=True)
        self._patience.timeout.connect(lambda: self.summary.setText(self.tr("Counting…")))
        self._build()
        session.changed.connect(self._on_changed)
        session.year_changed.connect(self._on_year)
        self._say_year(session.year)

    def title(self) -> str:
        """Name the page on the rail."""
        return self.tr("Overview")

    def commit_pending(self) -> None:
        """Nothing is typed on this page."""

    @property
    def has_unsaved(self) -> bool:
        """Whether something typed stands on the page and nowhere else; nothing is typed here."""
        return False

    def stop(self) -> None:
        """Let the counting end: the file is being put away."""
        self._patience.stop()
        self._job.wait()

    def focus_first(self) -> None:
        """Put the keyboard where work goes on: what is due next."""
        first = self.due.links[0] if self.due.links else self.paper_button
        first.setFocus()

    def refresh(self) -> None:
        """Count again, as the file is now."""
        self._is_stale = False
        self._patience.start()
        year = self._session.year
        self._job.start(on_a_copy(self._session.desk, lambda desk: read_overview(desk, year)))

    def print_out(self) -> None:
        """Print the charts through the system's own dialog."""
        from povertydesk.ui.printing import Printed, print_with_dialog  # noqa: PLC0415 - loads the printer support
        from povertydesk.workflow.print_paper import make_paper, render  # noqa: PLC0415 - loads the PDF library

        session = self._session
        self.notice.clear()
        try:
            paper = make_paper(session.desk, _PAPER, session.year)
            document = render(paper)
        except KnownError as error:
            self.notice.say(session.messages.of_error(error), Severity.ERROR)
            return
        printed = print_with_dialog(self, document.data, paper.title, document.page_count)
        if printed is Printed.SENT:
            words = self.tr("Sent to the printer: {pages} pages")
            self.notice.say(words.replace("{pages}", str(document.page_count)))
        elif printed is Printed.FAILED:
            self.notice.say(self.tr("The printer did not take the charts. Check it and print again."), Severity.ERROR)

    def save_as(self, suffix: str, target: Path | None = None) -> bool:
        """Save the charts as Word, PDF or Excel, asking where; says so or says why not."""
        from povertydesk.workflow.print_paper import print_paper  # noqa: PLC0415 - loads the PDF library

        session = self._session
        place = fold(session.desk.unit.place_name).replace(" ", "-")
        proposed = session.desk.path.parent / f"bieu-do-{place}-{session.year}{suffix}"
        path = target or ask_where_to_save(self, self.tr("Save the charts"), _KINDS[suffix], proposed)
        if path is None:
            return False
        self.notice.clear()
        try:
            printed = print_paper(session.desk, _PAPER, session.year, path)
        except KnownError as error:
            self.notice.say(session.messages.of_error(error), Severity.ERROR)
            return False
        self.notice.say(self.tr("Saved: {file}").replace("{file}", str(printed.path)))
        return True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Count what has changed since the page was last in front."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stand in two columns where there is room for them."""
        super().resizeEvent(event)
        wide = self.width() >= _TWO_COLUMNS_FROM
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)

    def _build(self) -> None:
        self.heading = QLabel()
        self.heading.setProperty("role", "title")
        self.heading.setWordWrap(True)
        self.summary = QLabel()
        self.summary.setProperty("role", "muted")
        self.summary.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.summary)
        self.menu = QMenu(self)
        for suffix, label in (
            (".docx", self.tr("Charts as Word…")),
            (".pdf", self.tr("Charts as PDF…")),
            (".xlsx", self.tr("Charts as Excel…")),
        ):
            action = QAction(label, self.menu)
            action.triggered.connect(partial(self._on_save, suffix))
            self.menu.addAction(action)
        self.paper_button = QPushButton(self.tr("For the rep&ort…"))
        self.paper_button.setToolTip(self.tr("The charts on a page, for the report (Ctrl+P prints them)"))
        self.paper_button.setMenu(self.menu)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        top.addWidget(self.paper_button, 0, Qt.AlignmentFlag.AlignTop)
        self.notice = NoticeLine(dismissible=True)
        self.due = DueCard()
        self.due.page_wanted.connect(self.page_wanted)
        self.round, self.rates, self.series, self.profile, self.poor_course, self.near_poor_course = (
            ChartCard() for _ in range(6)
        )
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, cards in (
            (left, (self.due, self.round, self.poor_course, self.near_poor_course)),
            (right, (self.rates, self.series, self.profile)),
        ):
            column.setSpacing(10)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        inside = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(0, 0, 6, 0)
        self._columns.setSpacing(10)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        for number, card in enumerate((self.poor_course, self.near_poor_course), start=2):
            card.offer_details(self.tr("Households and ledger…"), partial(self.course_wanted.emit, number))
        for card in self.cards:
            card.view.read_out.connect(self._say_reading)
            card.view.copied.connect(self._say_copied)
            card.page_wanted.connect(self.page_wanted)
        keys = QLabel(self.tr("Tab goes from chart to chart · arrows read the values · Ctrl+C copies the chart"))
        keys.setProperty("role", "muted")
        keys.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 12, 10)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.notice)
        layout.addWidget(self.area, 1)
        layout.addWidget(keys)
        self.area.hide()

    @property
    def cards(self) -> tuple[ChartCard, ...]:
        """The charts in the order of the page."""
        return self.round, self.poor_course, self.near_poor_course, self.rates, self.series, self.profile

    def _show(self, overview: Overview) -> None:
        self._patience.stop()
        self.overview = overview
        messages = self._session.messages
        self._say_year(overview.year)
        self.summary.setText(self._summary(overview))
        is_first = not self.area.isVisible()
        self.due.show_tasks(overview.tasks, messages)
        enter, review = self.tr("Enter figures"), self.tr("Go to the review")
        self._fill(
            self.round,
            charts.round_chart(overview, messages),
            self.tr("Progress of the review"),
            self._without_round(overview),
            (REGISTRY_PAGE, self.tr("Go to the households")) if overview.standing else (REVIEW_PAGE, review),
        )
        self._fill(
            self.rates,
            charts.rate_chart(overview, messages),
            self.tr("Poverty rate by village"),
            self.tr("Enter the resident households and the poor households of the villages first."),
            (TARGET_PAGE, enter),
        )
        self._fill(
            self.series,
            charts.series_chart(overview, messages),
            self.tr("Poverty rate over the years"),
            self.tr("Enter the opening figures of this year and of earlier years, or seal a round, first."),
            (TARGET_PAGE, enter),
        )
        self._fill(
            self.profile,
            charts.profile_chart(overview, messages),
            self.tr("Deprivation of the poor households"),
            self.tr("No household was reviewed as poor yet. The indicators come from the review forms."),
            (REVIEW_PAGE, review),
        )
        courses = charts.course_charts(overview, messages)
        self._fill(
            self.poor_course,
            courses[0] if courses else None,
            self.tr("Course of the year"),
            self.tr("The course of the year comes from the households of the review. Open the round first."),
            (REVIEW_PAGE, review),
        )
        self.near_poor_course.setVisible(len(courses) > 1)
        if len(courses) > 1:
            self.near_poor_course.show_chart(courses[1])
        self.area.show()
        if is_first and self.isVisible():
            self.focus_first()
        self.shown.emit()

    @staticmethod
    def _fill(card: ChartCard, chart: Chart | None, title: str, words: str, way: tuple[str, str]) -> None:
        if chart is None:
            card.show_empty(title, words, *way)
        else:
            card.show_chart(chart)

    def _without_round(self, overview: Overview) -> str:
        if overview.standing is not None:
            return self.tr("No household is in the round yet. Take in the list of households first.")
        return self.tr("No review round in this year yet. Open one on the page of the review.")

    def _summary(self, overview: Overview) -> str:
        if overview.refusal is not None:
            return self._session.messages.of_error(overview.refusal)
        counts = overview.counts
        if counts is None or not counts.rows:
            return self.tr("Nothing is known of this year yet. Begin with the villages.")
        written = self._session.messages.written
        words = self.tr("{villages} villages · {residents} resident households · {poor} poor · {near_poor} near-poor")
        for name, value in (
            ("villages", overview.villages),
            ("residents", counts.total.resident_households),
            ("poor", counts.total.poor),
            ("near_poor", counts.total.near_poor),
        ):
            words = words.replace("{" + name + "}", "…" if value is None else written(value))
        return words

    def _say_year(self, year: int) -> None:
        self.heading.setText(self.tr("Overview of {year}").replace("{year}", str(year)))

    def _say_reading(self, words: str) -> None:
        self.status.emit(words)
        view = self.sender()
        if words and isinstance(view, QWidget):
            self.area.ensureWidgetVisible(view, 0, 0)

    def _say_copied(self, title: str) -> None:
        self.notice.say(self.tr("Copied as a picture: {title}").replace("{title}", title))

    def _on_save(self, suffix: str, _checked: bool = False) -> None:
        self.save_as(suffix)

    def _on_failed(self, error: BaseException) -> None:
        self._patience.stop()
        if not isinstance(error, KnownError):
            raise error
        self._is_stale = True
        self.summary.setText("")
        words = self._session.messages.of_error(error)
        self.notice.say(words, Severity.ERROR, self.tr("Try again"), self.refresh)

    def _on_changed(self, _changes: Changes) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _on_year(self, year: int) -> None:
        self._is_stale = True
        self._say_year(year)
        self.notice.clear()
        if self.isVisible():
            self.refresh()
