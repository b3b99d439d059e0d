"""Printing the tables and saving them as PDF, Word or Excel: made beside the window, with a way to stop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from povertydesk.poverty.problems import KnownError
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.file_choice import ask_where_to_save
from povertydesk.ui.paper_making import PaperMaking

if TYPE_CHECKING:
    from pathlib import Path

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
        self.making = PaperMaking(session)
        self.making.refused.connect(self.refused)
        self.making.said.connect(self.said)
        self._build()
        self.making.busy.connect(lambda busy: self._show_buttons(shown=not busy))
        self._show_buttons(shown=True)

    @property
    def is_busy(self) -> bool:
        """Whether pages are being made."""
        return self.making.is_busy

    def offer(self, tables: TableSet | None, table: str = "") -> None:
        """Offer a table by its word, and all of them; nothing where there are none."""
        self._tables, self._table = tables, table
        self._show_buttons(shown=not self.is_busy)

    def print_out(self) -> None:
        """Make the pages beside the window, then ask for the printer."""
        paper = self._paper()
        if paper is not None:
            self.making.print_out(paper)

    def save_as(self, suffix: str, target: Path | None = None) -> None:
        """Write the chosen paper to a file, asking where."""
        paper = self._paper()
        if paper is None:
            return
        path = target or ask_where_to_save(self, self.tr("Save the tables"), _KINDS[suffix], self._proposed(suffix))
        if path is not None:
            self.making.save(paper, path)

    def stop(self) -> None:
        """Let what is being made end: the file is being put away."""
        self.making.stop()

    def _build(self) -> None:
        self.scope = Choice()
        self.scope.addItem(self.tr("This table"), THIS_TABLE)
        self.scope.addItem(self.tr("All fifteen tables"), ALL_TABLES)
        self.scope.setAccessibleName(self.tr("What is printed or saved"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.making)
        layout.addWidget(self.scope)
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
            return self._tables.paper(self._word()).paper
        except KnownError as error:
            self.refused.emit(error)
            return None

    def _word(self) -> str:
        return ALL_TABLES if self.scope.currentData() == ALL_TABLES else self._table

    def _on_save(self, suffix: str, _checked: bool = False) -> None:
        self.save_as(suffix)

    def _show_buttons(self, *, shown: bool) -> None:
        for part in (self.scope, self.print_button, *self.buttons.values()):
            part.setVisible(shown)
            part.setDisabled(self._tables is None)

    def _proposed(self, suffix: str) -> Path:
        word = "cac-bieu" if self._word() == ALL_TABLES else self._table.replace("table", "bieu")
        return self._session.desk.path.parent / f"{word}-{self._session.year}{suffix}"
