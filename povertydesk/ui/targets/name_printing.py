"""Printing and saving the papers on names, with what came of it in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from povertydesk.ui.session import Session
    from povertydesk.ui.targets.name_bar import PaperWish
    from povertydesk.workflow.review_papers import PaperScope

_KINDS = "PDF (*.pdf);;Word (*.docx);;Excel (*.xlsx)"


class NamePrinting(QObject):
    """Makes papers of the village and month that are shown. `said` carries what came of it, and how grave it is."""

    said = Signal(str, Severity)

    def __init__(self, session: Session, window: QWidget) -> None:
        """Print from a session; its dialogs stand over `window`."""
        super().__init__(window)
        self._session = session
        self._window = window
        self.village = ""
        self.month = 1

    def print_out(self, wish: PaperWish) -> None:
        """Print a paper through the system's own dialog."""
        from povertydesk.ui.printing import Printed, print_with_dialog  # noqa: PLC0415 - loads the printer support
        from povertydesk.workflow.print_paper import make_paper, render  # noqa: PLC0415 - loads the PDF library

        session = self._session
        try:
            paper = make_paper(session.desk, _name(wish), session.year, self._scope(wish))
            document = render(paper)
        except KnownError as error:
            self.said.emit(session.messages.of_error(error), Severity.ERROR)
            return
        printed = print_with_dialog(self._window, document.data, paper.title, document.page_count)
        if printed is Printed.FAILED:
            words = self.tr("The printer did not take the pages. Check the printer and print again.")
            self.said.emit(words, Severity.ERROR)
        elif printed is Printed.SENT:
            words = self.tr("{count} pages were sent to the printer.")
            self.said.emit(words.replace("{count}", str(document.page_count)), Severity.NOTE)

    def save(self, wish: PaperWish, target: Path | None = None) -> None:
        """Write a paper to a file, asking where."""
        from povertydesk.ui.file_choice import ask_where_to_save  # noqa: PLC0415 - only when asked for
        from povertydesk.workflow.print_paper import print_paper  # noqa: PLC0415 - loads the PDF library

        session = self._session
        path = target or ask_where_to_save(self._window, self.tr("Save the names"), _KINDS, self._proposed(wish))
        if path is None:
            return
        try:
            print_paper(session.desk, _name(wish), session.year, path, scope=self._scope(wish))
        except KnownError as error:
            self.said.emit(session.messages.of_error(error), Severity.ERROR)
            return
        self.said.emit(self.tr("Saved: {file}").replace("{file}", str(path)), Severity.NOTE)

    def _scope(self, wish: PaperWish) -> PaperScope:
        from povertydesk.workflow import review_papers  # noqa: PLC0415 - loads the PDF library

        village = None if wish.whole else self.village
        return review_papers.PaperScope(village=village, period=str(self.month) if wish.follows else None)

    def _proposed(self, wish: PaperWish) -> Path:
        year, folder = self._session.year, self._session.desk.path.parent
        word = f"theo-doi-thang-{self.month}" if wish.follows else "dang-ky-thoat-ngheo"
        place = "" if wish.whole else f"-{_slug(self.village)}"
        return folder / f"{word}{place}-{year}.pdf"


def _slug(name: str) -> str:
    """Write a name as file names do, without accents and spaces: `Thôn Phi Long` → `thon-phi-long`."""
    return "-".join(fold(name).split())


def _name(wish: PaperWish) -> str:
    return "follow-up" if wish.follows else "registered"
