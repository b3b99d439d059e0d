"""What is printed of a round: the forms to be taken to the households, and the sheets that explain results."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from povertydesk.poverty.problems import KnownError
from povertydesk.ui.jobs import LatestJob, PageProgress

if TYPE_CHECKING:
    from povertydesk.documents.writers.pdf import PdfDocument
    from povertydesk.poverty.paper import Paper
    from povertydesk.ui.session import Session
    from povertydesk.workflow.review_form import OpenForm

FORMS, EXPLANATION = "review-forms", "explanation"


class PrintedScope(NamedTuple):
    """What a paper is asked for: a household by its code, its village or the one listed, or the whole commune."""

    village: str | None = None
    household: str | None = None


class RoundPapers(QWidget):
    """The button In… and, while pages are made, how many are done and a way to stop.

    `refused` carries why there is no paper; `said` what came of printing.
    """

    refused = Signal(KnownError)
    said = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Offer the papers of nothing yet."""
        super().__init__(parent)
        self._session = session
        self._title = ""
        self._pages = PageProgress()
        self._job = LatestJob(self)
        self._job.finished.connect(self._print)
        self._job.failed.connect(self._on_failed)
        self.menu = QMenu(self)
        self.button = QPushButton(self.tr("Prin&t…"))
        self.button.setToolTip(self.tr("Review forms and sheets that explain the results (Ctrl+P)"))
        self.button.setMenu(self.menu)
        self.progress = QLabel()
        self.progress.setProperty("role", "muted")
        self.stop_button = QPushButton(self.tr("Cancel"))
        self.stop_button.clicked.connect(lambda _checked=False: self.give_up())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.progress, self.stop_button, self.button):
            layout.addWidget(part)
        self._show_progress(busy=False)

    @property
    def is_busy(self) -> bool:
        """Whether pages are being made."""
        return self._job.is_busy

    def offer(self, village: str | None, household: tuple[str, str] | None) -> None:
        """Offer the papers of the village that is listed, or of the commune, and of the household stood on.

        `household` is its code and its village.
        """
        self.menu.clear()
        place = village or self.tr("the whole commune")
        whole = PrintedScope(village)
        self._add(self.tr("Review forms of {place}").replace("{place}", place), FORMS, whole)
        self._add(self.tr("Explained results of {place}").replace("{place}", place), EXPLANATION, whole)
        if household is not None:
            code, of_village = household
            one = PrintedScope(of_village, code)
            self.menu.addSeparator()
            self._add(self.tr("Review form of household {code}").replace("{code}", code), FORMS, one)
            self._add(self.tr("Explained result of household {code}").replace("{code}", code), EXPLANATION, one)

    def print_out(self, name: str, scope: PrintedScope) -> None:
        """Make the pages beside the window, then ask for the printer."""
        from povertydesk.workflow.print_paper import make_paper  # noqa: PLC0415 - loads the PDF library
        from povertydesk.workflow.review_papers import PaperScope  # noqa: PLC0415 - as above

        session = self._session
        try:
            paper = make_paper(
                session.desk, name, session.year, PaperScope(household=scope.household, village=scope.village)
            )
        except KnownError as error:
            self.refused.emit(error)
            return
        self._make(paper)

    def print_practice(self, opened: OpenForm) -> None:
        """Print what a form for practice comes to as it is filled in now, under its mark."""
        from povertydesk.workflow.review_papers import practice_explanation  # noqa: PLC0415 - as above

        session = self._session
        paper = session.attempt(lambda: practice_explanation(session.desk, opened))
        if paper is not None:
            self._make(paper)

    def _make(self, paper: Paper) -> None:
        from povertydesk.workflow.print_paper import render  # noqa: PLC0415 - loads the PDF library

        self._title = paper.title
        pages = self._pages = PageProgress()
        pages.moved.connect(self._say_progress)
        self._show_progress(busy=True)
        self._job.start(lambda: render(paper, pages))

    def give_up(self) -> None:
        """Make no more pages; nothing was printed."""
        self._pages.is_given_up = True
        self._job.drop()
        self._show_progress(busy=False)

    def stop(self) -> None:
        """Let the pages that are being made end: the file is being put away."""
        self._pages.is_given_up = True
        self._job.wait()

    def _add(self, words: str, name: str, scope: PrintedScope) -> None:
        action = QAction(words.replace("&", "&&"), self.menu)
        action.triggered.connect(partial(self._on_chosen, name, scope))
        self.menu.addAction(action)

    def _on_chosen(self, name: str, scope: PrintedScope, _checked: bool = False) -> None:
        self.print_out(name, scope)

    def _print(self, document: PdfDocument) -> None:
        from povertydesk.ui.printing import Printed, print_with_dialog  # noqa: PLC0415 - loads the printer support

        self._show_progress(busy=False)
        printed = print_with_dialog(self, document.data, self._title, document.page_count)
        if printed is Printed.FAILED:
            self.said.emit(self.tr("The printer did not take the pages. Check the printer and print again."))
        elif printed is Printed.SENT:
            self.said.emit(
                self.tr("{count} pages were sent to the printer.").replace("{count}", str(document.page_count))
            )

    def _on_failed(self, error: BaseException) -> None:
        self._show_progress(busy=False)
        if not isinstance(error, KnownError):
            raise error
        self.refused.emit(error)

    def _say_progress(self, done: int, total: int) -> None:
        words = self.tr("Making pages: {done} of {total}")
        self.progress.setText(words.replace("{done}", str(done)).replace("{total}", str(total)))

    def _show_progress(self, *, busy: bool) -> None:
        self.progress.setText(self.tr("Making pages…") if busy else "")
        self.progress.setVisible(busy)
        self.stop_button.setVisible(busy)
        self.button.setDisabled(busy)
