"""The button Tập nhập phiếu: the shipped exercise at once, or a choice where the office has typed tables of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from povertydesk.workflow.practice_form import practice_choices

if TYPE_CHECKING:
    from povertydesk.ui.session import Session
    from povertydesk.workflow.scored_forms import FormChoice


class PracticeButton(QPushButton):
    """`chosen` carries the table to practise with, None for the shipped exercise."""

    chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Offer the exercise; tables are looked for when the button is pressed."""
        super().__init__(parent)
        self._session = session
        self.menu_of_tables = QMenu(self)
        self.setText(self.tr("Practise a form"))
        self.setToolTip(self.tr("A form to try entering and scoring; nothing is kept"))
        self.clicked.connect(lambda _checked=False: self._offer())

    def _offer(self) -> None:
        session = self._session
        choices = session.attempt(lambda: practice_choices(session.desk))
        if choices is None:
            return
        if not choices:
            self.chosen.emit(None)
            return
        self.menu_of_tables.clear()
        self._add(self.tr("Made-up exercise"), None)
        for choice in choices:
            title = choice.questionnaire.form.title
            code = choice.mark.code
            self._add(f"{title} ({session.messages.sentence(code)})" if code else title, choice)
        self.menu_of_tables.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _add(self, words: str, choice: FormChoice | None) -> None:
        action = QAction(words.replace("&", "&&"), self.menu_of_tables)
        action.triggered.connect(partial(self._choose, choice))
        self.menu_of_tables.addAction(action)

    def _choose(self, choice: FormChoice | None, _checked: bool = False) -> None:
        self.chosen.emit(choice)
