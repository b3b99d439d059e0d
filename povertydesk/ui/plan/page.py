"""The page Kế hoạch: entries left, the finished paper right, and the three ways to take it away."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from povertydesk.poverty.problems import Finding, KnownError, Severity
from povertydesk.poverty.vietnamese import fold
from povertydesk.ui.file_choice import ask_where_to_save
from povertydesk.ui.jobs import LatestJob
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.plan.fields import PlanFields
from povertydesk.ui.preview import PaperPreview
from povertydesk.workflow import check_year, draft_plan

if TYPE_CHECKING:
    from povertydesk.documents.writers.pdf import PdfDocument
    from povertydesk.ui.preferences import Preferences
    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes

_PAPER = "plan"
_KINDS = {".pdf": "PDF (*.pdf)", ".docx": "Word (*.docx)", ".xlsx": "Excel (*.xlsx)"}
_SHOWN_KINDS = (
    "village",
    "village_year",
    "village_target",
    "year_assignment",
    "unit",
    "commune_profile",
    "officer",
    "plan",
    "plan_line",
    "service_target",
    "indicator_target",
    "officer_term",
    "officer_village",
    "registered_household",
)
_PAUSE_MILLISECONDS = 120
_SPLITTER = "plan"


class PlanPage(QWidget):
    """The plan of a year, always shown as it will print."""

    key = "plan"
    findings_changed = Signal(int)
    status = Signal(str)

    def __init__(self, session: Session, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Show the plan of the session's year; `preferences` keep how much room fields and paper have."""
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self._unsaved_of: dict[int, PlanFields] = {}
        self._document: PdfDocument | None = None
        self._section = ""
        self._job = LatestJob(self)
        self._job.finished.connect(self._show_document)
        self._job.failed.connect(self._on_failed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._render)
        self._build()
        session.changed.connect(self._on_changed)
        session.year_changed.connect(self._on_year)
        self._on_year(session.year)

    def title(self) -> str:
        """Name the page on the rail."""
        return self.tr("Plan")

    @property
    def document(self) -> PdfDocument | None:
        """The paper that is shown, once it is made."""
        return self._document

    def commit_pending(self) -> None:
        """Keep what is just being typed, and what could not be kept in another year."""
        for fields in self._all_fields():
            fields.commit_pending()

    @property
    def has_unsaved(self) -> bool:
        """Whether something stands in a field and nowhere else."""
        return any(fields.has_unsaved for fields in self._all_fields())

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        self.fields.setFocus()

    def stop(self) -> None:
        """Let the work beside the window end."""
        self._preferences.keep_state(_SPLITTER, self.splitter.saveState())
        for fields in self._all_fields():
            fields.stop()
        self._pause.stop()
        self._job.wait()
        self.preview.clear()

    def save_as(self, suffix: str, target: Path | None = None) -> bool:
        """Save the plan as PDF, Word or Excel, asking where; says so or says why not."""
        from povertydesk.workflow.print_paper import print_paper  # noqa: PLC0415 - loads the PDF library

        self.commit_pending()
        session = self._session
        path = target or ask_where_to_save(self, self.tr("Save the plan"), _KINDS[suffix], self._proposed(suffix))
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

    def print_out(self) -> None:
        """Print the plan through the system's own dialog."""
        from povertydesk.ui.printing import Printed, print_with_dialog  # noqa: PLC0415 - loads the printer support

        self.commit_pending()
        document = self._made()
        if document is None:
            return
        printed = print_with_dialog(self, document.data, self.heading.text(), document.page_count)
        if printed is Printed.SENT:
            self.notice.say(self.tr("Sent to the printer: {pages} pages").replace("{pages}", str(document.page_count)))
        elif printed is Printed.FAILED:
            self.notice.say(
                self.tr("The printer could not be started. Check that it is switched on, or save the plan as PDF."),
                Severity.ERROR,
            )

    def _build(self) -> None:
        self.heading = QLabel()
        self.heading.setProperty("role", "title")
        self.heading.setWordWrap(True)
        self.summary = QLabel()
        self.summary.setProperty("role", "muted")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.summary)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        self.buttons: dict[str, QPushButton] = {}
        for suffix, label in ((".pdf", self.tr("&PDF…")), (".docx", self.tr("&Word…")), (".xlsx", self.tr("&Excel…"))):
            button = QPushButton(label)
            button.clicked.connect(partial(self._on_save, suffix))
            self.buttons[suffix] = button
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.print_button = QPushButton(self.tr("P&rint to sign…"))
        self.print_button.setProperty("role", "primary")
        self.print_button.clicked.connect(self.print_out)
        top.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.notice = NoticeLine(dismissible=True)
        self.finding_line = NoticeLine()
        self.preview = PaperPreview()
        self.preview.setAccessibleName(self.tr("The paper as it prints"))
        self.preview.page_shown.connect(self._say_page)
        self.page_words = QLabel()
        self.page_words.setProperty("role", "muted")
        self.page_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(4)
        beside.addWidget(self.preview, 1)
        beside.addWidget(self.page_words)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.area)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(0, 4)
        self.splitter.setStretchFactor(1, 5)
        self.splitter.setSizes([500, 620])
        kept = self._preferences.state(_SPLITTER)
        if kept is not None:
            self.splitter.restoreState(kept)
        self.splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 10)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.notice)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.finding_line)

    def _on_year(self, year: int) -> None:
        self.heading.setText(self.tr("Poverty reduction plan of {year}").replace("{year}", str(year)))
        self._show_fields(year)
        self.notice.clear()
        self.summary.clear()
        self.page_words.clear()
        self._document = None
        self._section = ""
        self.preview.clear()
        self.preview.show_waiting(self.tr("The paper is being made…"))
        self._render()

    def _show_fields(self, year: int) -> None:
        """Show the entries of a year; those of another year stay as they are while a text of theirs is not kept."""
        previous = self.area.takeWidget()
        if isinstance(previous, PlanFields):
            previous.commit_pending()
            if previous.has_unsaved:
                self._unsaved_of[previous.year] = previous
            else:
                previous.stop()
                previous.deleteLater()
        kept = self._unsaved_of.pop(year, None)
        if kept is None:
            kept = PlanFields(self._session, self._indicators(year))
            kept.section_entered.connect(self._go_to_section)
        else:
            kept.refresh()
        self.fields = kept
        self.area.setWidget(kept)

    def _all_fields(self) -> list[PlanFields]:
        return [self.fields, *self._unsaved_of.values()]

    def _indicators(self, year: int) -> list[tuple[str, str]]:
        try:
            standard = self._session.desk.program.legislation.standard_for(year)
        except KnownError:
            return []
        return [(indicator.code, indicator.name) for indicator in standard.indicators]

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_SHOWN_KINDS):
            self.fields.refresh()
            self._pause.start()

    def _render(self) -> None:
        session = self._session
        try:
            contents = draft_plan.plan_contents(session.desk, session.year)
            paper = draft_plan.plan_paper(contents)
            findings = check_year.check_year(session.desk, session.year)
        except KnownError as error:
            self._job.drop()
            self.preview.show_waiting("")
            self.notice.say(session.messages.of_error(error), Severity.ERROR)
            return
        self._say_findings(findings)

        def job() -> PdfDocument:
            from povertydesk.workflow.print_paper import render  # noqa: PLC0415 - loads the PDF library

            return render(paper)

        self._job.start(job)

    def _made(self) -> PdfDocument | None:
        """Make the paper now, for the printer, from what was just kept."""
        from povertydesk.workflow.print_paper import make_paper, render  # noqa: PLC0415 - loads the PDF library

        session = self._session
        return session.attempt(lambda: render(make_paper(session.desk, _PAPER, session.year)))

    def _show_document(self, document: PdfDocument) -> None:
        self._document = document
        self.preview.show_pdf(document.data)
        self._say_standing()
        if self._section:
            self._go_to_section(self._section)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, KnownError):
            raise error
        self.notice.say(self._session.messages.of_error(error), Severity.ERROR)

    def _go_to_section(self, section: str) -> None:
        self._section = section
        if self._document is None:
            return
        if not section:
            self.preview.go_to(1)
            return
        placed = next((one for one in self._document.sections if one.section == section), None)
        if placed is not None:
            self.preview.go_to(placed.page, placed.y)

    def _say_findings(self, findings: tuple[Finding, ...]) -> None:
        weighty = [finding for finding in findings if finding.severity is not Severity.NOTE]
        self.findings_changed.emit(len(weighty))
        if not findings:
            self.finding_line.clear()
            return
        first = next((one for one in findings if one.severity is Severity.ERROR), findings[0])
        sentence = self._session.messages.of_finding(first)
        if len(findings) > 1:
            more = self.tr("and {count} more to look at").replace("{count}", str(len(findings) - 1))
            sentence = f"{sentence} ({more})"
        self.finding_line.say(sentence, first.severity)

    def _say_standing(self) -> None:
        if self._document is not None:
            words = self.tr("Draft · {pages} pages").replace("{pages}", str(self._document.page_count))
            self.summary.setText(words)

    def _say_page(self, page: int, pages: int) -> None:
        words = self.tr("page {page} of {pages} – exactly as it prints")
        self.page_words.setText(words.replace("{page}", str(page)).replace("{pages}", str(pages)))

    def _on_save(self, suffix: str, _checked: bool = False) -> None:
        self.save_as(suffix)

    def _proposed(self, suffix: str) -> Path:
        place = fold(self._session.desk.unit.place_name).replace(" ", "-")
        return self._session.desk.path.parent / f"ke-hoach-giam-ngheo-{place}-{self._session.year}{suffix}"
