"""The side of a form: what it comes to, what would change that, what F1 explains, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from povertydesk.poverty.status import PovertyStatus
from povertydesk.ui.review.standing_words import StandingWords

if TYPE_CHECKING:
    from povertydesk.poverty.questionnaire import Item
    from povertydesk.ui.session import Session
    from povertydesk.workflow.review_form import OpenForm

NARROW, WIDE = 236, 300


class FormSide(QScrollArea):
    """The cards beside the questions; all of them follow every answer."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Make the cards, with nothing to say yet."""
        super().__init__(parent)
        self._session = session
        self.words = StandingWords(self)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._cards = QVBoxLayout(inside)
        self._cards.setContentsMargins(0, 0, 2, 0)
        self._cards.setSpacing(8)
        self.help_title, self.help = _label("section"), _label()
        self.help_card = self._card(self.tr("Explanation"), self.help_title, self.help)
        self.help_card.hide()
        self.result, self.mark, self.missing = _label("title"), _label("fault"), _label()
        self.totals, self.local, self.sources = _label(""), _label(""), _label()
        self.result_button = QPushButton(self.tr("Result explained (F10)"))
        self.result_button.setProperty("role", "link")
        self.result_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        card = self._card(
            self.tr("Result"),
            *(self.result, self.mark, self.missing, self.totals, self.local, self.sources),
            head_role="muted",
        )
        inside_card = card.layout()
        if inside_card is not None:
            inside_card.addWidget(self.result_button)
        self.changes = _label()
        self.changes_card = self._card(self.tr("What would change the result"), self.changes)
        self.keys = _label()
        self._card(self.tr("Keys"), self.keys)
        self.keys.setText(
            self.tr(
                "digits choose · 9 or / don't know · Enter next · ↑ ↓ question · Backspace clears · F2 number of a band"
                " · Ctrl+D as the household before · Ctrl+Enter takes the proposals · F9 as last year"
                " · Tab reason · F1 explains · F10 result · Ctrl+PgUp, PgDn part · F7, F8 household · Esc back"
            )
        )
        self._cards.addStretch(1)
        self.setWidget(inside)
        self.setFixedWidth(WIDE)

    @property
    def is_explaining(self) -> bool:
        """Whether the explanation is shown."""
        return not self.help_card.isHidden()

    def show_form(self, opened: OpenForm) -> None:
        """Show what the form comes to now."""
        standing = opened.standing
        status = standing.national.status if standing.national is not None else None
        settled = status not in {None, PovertyStatus.UNCLASSIFIED}
        self.result.setText(self.words.status(status))
        missing = self.words.missing(opened)
        refusal = self._session.messages.of_error(standing.refusal) if standing.refusal is not None else ""
        draft = self.tr("Draft form: the result holds once every question is answered.")
        lines = [refusal, missing, draft if settled and missing else ""]
        _say(self.missing, " ".join(line for line in lines if line))
        totals = [self.words.checklist(opened), *self.words.totals(opened)]
        _say(self.totals, "\n".join(line for line in totals if line))
        local = standing.local
        _say(self.local, self.words.local(local) if local is not None else "")
        self.result_button.setVisible(bool(opened.review.round_id))
        is_draft = standing.draft and bool(opened.review.round_id)
        mark = self.tr("DRAFT: nobody has checked this score table yet.") if is_draft else ""
        _say(self.mark, mark)
        _say(self.sources, self.words.sources(opened) if settled else "")
        changes = self.words.changes(opened)
        self.changes.setText(changes)
        self.changes_card.setVisible(bool(changes))

    def explain(self, opened: OpenForm, item: Item | None) -> None:
        """Show what an item means: definition, where it is written, an example."""
        if item is None:
            self.help_card.hide()
            return
        told = item.help
        self.help_title.setText(item.text)
        parts = [told.definition or self.tr("No definition is recorded for this question.")]
        if told.definition and not told.verified:
            parts.append(self.tr("Not held against the official text."))
        if told.source is not None:
            parts.append(self.tr("Source: {source}").replace("{source}", self.words.source(opened, told.source)))
        if told.example:
            parts.append(self.tr("Example: {example}").replace("{example}", told.example))
        self.help.setText("\n".join(parts))
        self.help_card.show()
        self.verticalScrollBar().setValue(0)

    def _card(self, heading: str, *labels: QLabel, head_role: str = "section") -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(12, 9, 12, 10)
        layout.setSpacing(4)
        head = _label(head_role)
        head.setText(heading)
        for label in (head, *labels):
            layout.addWidget(label)
        self._cards.addWidget(card)
        return card


def _label(role: str = "muted") -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
