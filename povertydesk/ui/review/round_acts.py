"""What can be done with the round in hand: a row of buttons, and under it the one line that is being filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from povertydesk.poverty.problems import Severity
from povertydesk.ui.review.round_lines import AmendingLine, AskingLine, OpeningLine, SealingLine
from povertydesk.workflow import review_rounds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from povertydesk.ui.review.action_line import ActionLine
    from povertydesk.ui.review.board_words import BoardWords
    from povertydesk.ui.session import Session
    from povertydesk.workflow.review_board import BoardRow, ReviewBoard


class RoundActs(QWidget):
    """Entering forms, taking a household in, opening, sealing, amending; only what can be done now is offered.

    `begun` says that a line was brought, `ended` that it was put away. The others carry what came of it: the round
    opened, the household taken in, the findings of a sealing. `open_forms_wanted` asks to list what holds it up.
    """

    enter_wanted = Signal()
    open_forms_wanted = Signal()
    begun = Signal()
    ended = Signal()
    round_opened = Signal(str)
    household_taken = Signal(str)
    sealed = Signal(tuple)

    def __init__(self, session: Session, words: BoardWords, before: Sequence[QWidget]) -> None:
        """Offer the acts beside what stands `before` them on the row."""
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._session = session
        self._shown: ReviewBoard | None = None
        self._row: BoardRow | None = None
        self.enter_button = self._button(self.tr("E&nter forms"), self.enter_wanted.emit)
        self.enter_button.setProperty("role", "primary")
        self.ask_button = self._button(self.tr("&Take in a household…"), self.bring_asking)
        self.open_button = self._button(self.tr("&Open a round…"), self.bring_opening)
        self.seal_button = self._button(self.tr("&Seal the round…"), self.bring_sealing)
        self.amend_button = self._button(self.tr("&Amend a result…"), self.bring_amending)
        self.amend_button.hide()
        self.opening_line = OpeningLine(session, words)
        self.opening_line.opened.connect(self.round_opened)
        self.asking_line = AskingLine(session)
        self.asking_line.taken.connect(self.household_taken)
        self.sealing_line = SealingLine(session)
        self.sealing_line.sealed.connect(self.sealed)
        self.amending_line = AmendingLine(session, words)
        self._lines: tuple[ActionLine, ...] = (
            self.opening_line,
            self.asking_line,
            self.sealing_line,
            self.amending_line,
        )
        for line in self._lines:
            line.closed.connect(self.ended)
        self._arrange(before)

    @property
    def has_entries(self) -> bool:
        """Whether something typed stands on a line and nowhere else."""
        return any(line.has_entries for line in self._lines)

    def show_for(self, shown: ReviewBoard | None) -> None:
        """Offer what can be done with a round; without one, opening the first stands ready."""
        self._shown = shown
        desk = self._session.desk
        kinds = review_rounds.kinds_to_open(desk, self._session.year)
        self.opening_line.offer(kinds)
        is_open = shown is not None and shown.round.closed_on is None
        self.enter_button.setVisible(is_open)
        self.enter_button.setEnabled(bool(shown and shown.rows))
        self.ask_button.setVisible(is_open)
        self.seal_button.setVisible(is_open)
        self.amend_button.setVisible(shown is not None and not is_open)
        self.open_button.setVisible(shown is not None and bool(kinds))
        for button in (self.ask_button, self.seal_button, self.open_button):
            button.setDisabled(desk.read_only)
        self.opening_line.cancel.setVisible(shown is not None)
        if shown is None:
            self.opening_line.setVisible(bool(kinds) and not desk.read_only)

    def stand_on(self, row: BoardRow | None) -> None:
        """Take a household of the list in hand, which is what an amendment is about."""
        self._row = row
        amendable = row is not None and row.result is not None
        self.amend_button.setEnabled(amendable and not self._session.desk.read_only)

    def put_away(self) -> None:
        """Hide the lines; what was typed on them stays there."""
        for line in self._lines:
            if line is not self.opening_line or self._shown is not None:
                line.hide()

    def bring_opening(self) -> None:
        """Begin to open a round."""
        self._bring(self.opening_line)

    def bring_asking(self) -> None:
        """Begin to take in a household that asked."""
        if self._shown is not None:
            self.asking_line.ask_for(self._shown.round.id)
            self._bring(self.asking_line)

    def bring_sealing(self) -> None:
        """Begin to seal the round, and say at once what holds it up."""
        if self._shown is None:
            return
        left = sum(not row.complete and not row.ended for row in self._shown.rows)
        self.sealing_line.ask_for(self._shown.round, left)
        self._bring(self.sealing_line)
        if left:
            words = self.tr("{count} households have no complete form yet: finish them first.")
            action = self.tr("Show these households")
            self.sealing_line.notice.say(
                words.replace("{count}", str(left)), Severity.WARNING, action, self.open_forms_wanted.emit
            )

    def bring_amending(self) -> None:
        """Begin to amend the result of the household stood on."""
        if self._shown is not None and self._row is not None:
            self.amending_line.ask_for(self._shown.round, self._row)
            self._bring(self.amending_line)

    def _bring(self, line: ActionLine) -> None:
        for other in self._lines:
            if other is not line:
                other.hide()
        self.begun.emit()
        line.bring()

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(act)
        return button

    def _arrange(self, before: Sequence[QWidget]) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (*before, self.enter_button, self.ask_button):
            row.addWidget(part)
        row.addStretch(1)
        for button in (self.amend_button, self.open_button, self.seal_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        for line in self._lines:
            layout.addWidget(line)
