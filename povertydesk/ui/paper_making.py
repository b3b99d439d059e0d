"""Making the pages of a paper beside the window, to be printed or saved: how many are done, and Cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from povertydesk.poverty.problems import Finding, KnownError
from povertydesk.ui.jobs import LatestJob, PageProgress

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from povertydesk.documents.writers.pdf import PdfDocument
    from povertydesk.poverty.paper import Paper
    from povertydesk.ui.session import Session


class PaperMaking(QWidget):
    """Nothing to see until pages are made. `busy` says when; `said` what came of it, `refused` why nothing did."""

    busy = Signal(bool)
    refused = Signal(KnownError)
    said = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Wait for a paper."""
        super().__init__(parent)
        self._session = session
        self._title = ""
        self._pages = PageProgress()
        self._job = LatestJob(self)
        self._job.finished.connect(self._on_made)
        self._job.failed.connect(self._on_failed)
        self.progress = QLabel()
        self.progress.setProperty("role", "muted")
        self.stop_button = QPushButton(self.tr("Cancel"))
        self.stop_button.clicked.connect(lambda _checked=False: self.give_up())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.progress)
        layout.addWidget(self.stop_button)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether pages are being made."""
        return self._job.is_busy

    def print_out(self, paper: Paper) -> None:
        """Make the pages, then ask for the printer."""
        from povertydesk.workflow.print_paper import render  # noqa: PLC0415 - loads the PDF library

        self._begin(paper, lambda pages: render(paper, pages))

    def save(self, paper: Paper, path: Path) -> None:
        """Write the paper to a file of its kind (.pdf, .docx, .xlsx)."""
        from povertydesk.workflow.print_paper import write_paper  # noqa: PLC0415 - loads the PDF library

        self._begin(paper, lambda pages: (path, write_paper(paper, path, pages)))

    def give_up(self) -> None:
        """Make no more pages; nothing was printed or written."""
        self._pages.is_given_up = True
        self._job.drop()
        self._show(busy=False)

    def stop(self) -> None:
        """Let what is being made end: the file is being put away."""
        self._pages.is_given_up = True
        self._job.wait()

    def _begin(self, paper: Paper, job: Callable[[PageProgress], object]) -> None:
        self._title = paper.title
        pages = self._pages = PageProgress()
        pages.moved.connect(self._say_progress)
        self._show(busy=True)
        self._job.start(lambda: job(pages))

    def _on_made(self, made: PdfDocument | tuple[Path, tuple[Finding, ...]]) -> None:
        self._show(busy=False)
        if isinstance(made, tuple):
            path, findings = made
            saved = self.tr("Saved: {file}").replace("{file}", str(path))
            self.said.emit("\n".join([saved, *map(self._session.messages.of_finding, findings)]))
            return
        from povertydesk.ui.printing import Printed, print_with_dialog  # noqa: PLC0415 - loads the printer support

        printed = print_with_dialog(self, made.data, self._title, made.page_count)
        if printed is Printed.FAILED:
            self.said.emit(self.tr("The printer did not take the pages. Check the printer and print again."))
        elif printed is Printed.SENT:
            self.said.emit(self.tr("{count} pages were sent to the printer.").replace("{count}", str(made.page_count)))

    def _on_failed(self, error: BaseException) -> None:
        self._show(busy=False)
        if not isinstance(error, KnownError):
            raise error
        self.refused.emit(error)

    def _say_progress(self, done: int, total: int) -> None:
        words = self.tr("Making pages: {done} of {total}")
        self.progress.setText(words.replace("{done}", str(done)).replace("{total}", str(total)))

    def _show(self, *, busy: bool) -> None:
        self.progress.setText(self.tr("Making pages…") if busy else "")
        self.setVisible(busy)
        self.busy.emit(busy)
