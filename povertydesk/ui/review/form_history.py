"""What the last sealed round found of a household, question by question beside today's form."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from povertydesk.ui.theme import present_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from povertydesk.ui.review.answer_words import AnswerWords
    from povertydesk.ui.review.standing_words import StandingWords
    from povertydesk.workflow.review_form import OpenForm


class FormHistory(QScrollArea):
    """Last year's answers and today's; what differs stands out."""

    def __init__(self, words: AnswerWords, standing: StandingWords, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._opened: OpenForm | None = None
        self._words = words
        self._standing = standing
        self.setWidgetResizable(True)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setMargin(8)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWidget(self.text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_form(self, opened: OpenForm) -> None:
        """Compare a form with last year's, once it is looked at."""
        self._opened = opened
        if self.isVisible():
            self._write(opened)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Write what changed while another part was in front."""
        super().showEvent(event)
        if self._opened is not None:
            self._write(self._opened)

    def _write(self, opened: OpenForm) -> None:
        if opened.last_status is None and not opened.last_year:
            self.text.setText(escape(self.tr("No sealed round before this one reviewed the household.")))
            return
        theme = present_theme()
        heads = (self.tr("Question"), self.tr("Last year"), self.tr("Now"))
        rows = ["".join(f'<th align="left">{escape(one)}</th>' for one in heads)]
        for code, item in opened.form.items.items():
            before = opened.last_year.get(code)
            if before is None:
                continue
            cells = (item.text, self._words.of(item, before), self._words.of(item, opened.answers.get(code)))
            colour = theme.warning if code in opened.differences else theme.text
            rows.append("".join(f'<td style="color:{colour}">{escape(one)}</td>' for one in cells))
        last = self._standing.status(opened.last_status)
        words = escape(self.tr("Result of last year: {status}").replace("{status}", last))
        lines = "".join(f"<tr>{row}</tr>" for row in rows)
        table = f'<table cellspacing="0" cellpadding="4" width="100%">{lines}</table>' if opened.last_year else ""
        self.text.setText(f"<p>{words}</p>{table}")
