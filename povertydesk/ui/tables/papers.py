"""Printing the tables and saving them as PDF, Word or Excel: made beside the window, with a way to stop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from povertydesk.poverty.problems import Finding, KnownError
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.file_choice import ask_where_to_save
from povertydesk.ui.jobs import LatestJob, PageProgress

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from povertydesk.documents.writers.pdf import PdfDocument
    from povertydesk.poverty.paper import Paper
    from povertydesk.ui.session import Session
    from povertydesk.workflow.table_papers import TableSet

_KINDS = {".pdf": "PDF (*.pdf)", ".docx": "Word (*.docx)", ".xlsx": "Excel (*.xlsx)"}
THIS_TABLE, ALL_TABLES = "one", "tables"


class TablePapers(QWidget):
    """The buttons, and while pages are made how many are done. `said` tells what came of it, `refused` why nothing."""

    refused = Signal(KnownError)
    said = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._session = session
        self._tables: TableSet | None = None
        self._table = ""
        self._title = ""
        self._pages = PageProgress()
        self._job = LatestJob(self)
        self._job.finished.connect(self._on_made)
        self._job.failed.connect(self._on_failed)
        self._build()
        self._show_progress(busy=False)

    @property
    def is_busy(self) -> bool:
        """Whether pages are being made."""
        return self._job.is_busy

    def offer(self, tables: TableSet | None, table: str = "") -> None:
        """Offer a table by its word, and all of them; nothing where there are none."""
        self._tables, self._table = tables, table
        self._show_progress(busy=self.is_busy)

    def print_out(self) -> None:
        """Make the pages beside the window, then ask for the printer."""
        paper = self._paper()
        if paper is None:
            return
        from povertydesk.workflow.print_paper import render  # noqa: PLC0415 - loads the PDF library

        self._begin(paper, lambda pages: render(paper, pages))

    def save_as(self, suffix: str, target: Path | None = None) -> None:
        """Write the chosen paper to a file, asking where."""
        paper = self._paper()
        if paper is None:
            return
        path = target or ask_where_to_save(self, self.tr("Save the tables"), _KINDS[suffix], self._proposed(suffix))
        if path is None:
            return
        from povertydesk.workflow.print_paper import write_paper  # noqa: PLC0415 - loads the PDF library

        self._begin(paper, lambda pages: (path, write_paper(paper, path, pages)))

    def give_up(self) -> None:
        """Make no more pages; nothing was printed or written."""
        self._pages.is_given_up = True
        self._job.drop()
        self._show_progress(busy=False)

    def stop(self) -> None:
        """Let what is being made end: the file is being put away."""
        self._pages.is_given_up = True
        self._job.wait()

    def _build(self) -> None:
        self.scope = Choice()
        self.scope.addItem(self.tr("This table"), THIS_TABLE)
        self.scope.addItem(self.tr("All fifteen tables"), ALL_TABLES)
        self.scope.setAccessibleName(self.tr("What is printed or saved"))
        self.progress = QLabel()
        self.progress.setProperty("role", "muted")
        self.stop_button = QPushButton(self.tr("Cancel"))
        self.stop_button.clicked.connect(lambda _checked=False: self.give_up())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.progress, self.stop_button, self.scope):
            layout.addWidget(part)
        self.buttons: dict[str, QPushButton] = {}
        for suffix, words in ((".pdf", self.tr("&PDF…")), (".docx", self.tr("&Word…")), (".xlsx", self.tr("&Excel…"))):
            button = self.buttons[suffix] = QPushButton(words)
            button.clicked.connect(partial(self._on_save, suffix))
            layout.addWidget(button)
        self.print_button = QPushButton(self.tr("P&rint…"))
        self.print_button.setProperty("role", "primary")
        self.print_button.setToolTip("Ctrl+P")
        self.print_button.clicked.connect(lambda _checked=False: self.print_out())
        layout.addWidget(self.print_button)

    def _paper(self) -> Paper | None:
        if self._tables is None or self.is_busy:
            return None
        from povertydesk.workflow.print_paper import hold_records  # noqa: PLC0415 - loads the PDF library

        try:
            hold_records(self._session.desk)
        except KnownError as error:
            self.refused.emit(error)
            return None
        return self._tables.paper(self._word()).paper

    def _word(self) -> str:
        return ALL_TABLES if self.scope.currentData() == ALL_TABLES else self._table

    def _begin(self, paper: Paper, job: Callable[[PageProgress], object]) -> None:
        self._title = paper.title
        pages = self._pages = PageProgress()
        pages.moved.connect(self._say_progress)
        self._show_progress(busy=True)
        self._job.start(lambda: job(pages))

    def _on_save(self, suffix: str, _checked: bool = False) -> None:
        self.save_as(suffix)

    def _on_made(self, made: PdfDocument | tuple[Path, tuple[Finding, ...]]) -> None:
        self._show_progress(busy=False)
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
        for part in (self.scope, self.print_button, *self.buttons.values()):
            part.setVisible(not busy)
            part.setDisabled(self._tables is None)

    def _proposed(self, suffix: str) -> Path:
        word = "cac-bieu" if self._word() == ALL_TABLES else self._table.replace("table", "bieu")
        return self._session.desk.path.parent / f"{word}-{self._session.year}{suffix}"
