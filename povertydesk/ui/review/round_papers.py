"""What is printed of a round: the forms to be taken to the households, and the sheets that explain results."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from povertydesk.poverty.problems import KnownError
from povertydesk.ui.paper_making import PaperMaking

if TYPE_CHECKING:
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
        self.making = PaperMaking(session)
        self.making.refused.connect(self.refused)
        self.making.said.connect(self.said)
        self.menu = QMenu(self)
        self.button = QPushButton(self.tr("Prin&t…"))
        self.button.setToolTip(self.tr("Review forms and sheets that explain the results (Ctrl+P)"))
        self.button.setMenu(self.menu)
        self.making.busy.connect(self.button.setDisabled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.making)
        layout.addWidget(self.button)

    @property
    def is_busy(self) -> bool:
        """Whether pages are being made."""
        return self.making.is_busy

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
        self.making.print_out(paper)

    def print_practice(self, opened: OpenForm) -> None:
        """Print what a form for practice comes to as it is filled in now, under its mark."""
        from povertydesk.workflow.review_papers import practice_explanation  # noqa: PLC0415 - as above

        session = self._session
        paper = session.attempt(lambda: practice_explanation(session.desk, opened))
        if paper is not None:
            self.making.print_out(paper)

    def stop(self) -> None:
        """Let the pages that are being made end: the file is being put away."""
        self.making.stop()

    def _add(self, words: str, name: str, scope: PrintedScope) -> None:
        action = QAction(words.replace("&", "&&"), self.menu)
        action.triggered.connect(partial(self._on_chosen, name, scope))
        self.menu.addAction(action)

    def _on_chosen(self, name: str, scope: PrintedScope, _checked: bool = False) -> None:
        self.print_out(name, scope)
