"""The page Rà soát: the rounds of the year, how far the one in hand is, its households, and the form of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.review.board_words import BoardWords
from povertydesk.ui.review.form_view import ReviewFormView
from povertydesk.ui.review.round_board import RoundBoard
from povertydesk.ui.review.round_lines import AmendingLine, AskingLine, OpeningLine, SealingLine
from povertydesk.workflow import review_board, review_form, review_rounds

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from povertydesk.poverty.problems import Finding
    from povertydesk.poverty.review import ReviewRound
    from povertydesk.ui.preferences import Preferences
    from povertydesk.ui.review.action_line import ActionLine
    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.review_board import ReviewBoard

_HIGH_ENOUGH_FOR_KEYS = 480
_SHOWN_KINDS = (
    "review_round",
    "review",
    "review_part",
    "round_amendment",
    "household",
    "person",
    "membership",
    "village",
)


class RoundPage(QWidget):
    """The rounds of the session's year. The form of a household comes in front of the board and goes back to it."""

    key = "reviews"
    findings_changed = Signal(int)
    status = Signal(str)

    def __init__(self, session: Session, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Show the session's file and year."""
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self._words = BoardWords(self)
        self._rounds: tuple[ReviewRound, ...] = ()
        self._shown: ReviewBoard | None = None
        self._is_stale = True
        self.form = ReviewFormView(session, preferences)
        self.form.closed.connect(self._leave_form)
        self._build()
        session.changed.connect(self._on_changed)
        session.year_changed.connect(self._on_year)
        self.refresh()
        self._reopen_form()

    def title(self) -> str:
        """Name the page on the rail."""
        return self.tr("Review")

    def commit_pending(self) -> None:
        """Keep what is just being typed into a form; a line that was begun stays as it is."""
        self.form.commit_pending()

    @property
    def has_unsaved(self) -> bool:
        """Whether something typed stands on the page and nowhere else."""
        return self.form.has_unsaved or any(line.has_entries for line in self._lines)

    def stop(self) -> None:
        """Let what is going on end: the file is being put away."""
        self.form.stop()

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        if self._pages.currentWidget() is self.form:
            self.form.focus_first()
        elif self._shown is None:
            self.opening_line.bring()
        else:
            self.board.list.setFocus()

    @property
    def round(self) -> ReviewRound | None:
        """The round in hand, None in a year without one."""
        return self._shown.round if self._shown is not None else None

    def show_round(self, round_id: str) -> None:
        """Take another round of the year in hand."""
        self.refresh(round_id)
        if self._shown is not None:
            self.board.list.setFocus()

    def open_form(self, household_id: str, item: str | None = None) -> None:
        """Bring the form of a household of the round in hand to the front, at a question where one is named."""
        if self._shown is None:
            return
        self.notice.clear()
        self._put_lines_away()
        if self.form.open(self._shown.round.id, household_id, item):
            self._pages.setCurrentWidget(self.form)
            self.form.focus_first()

    def enter_on(self) -> None:
        """Open the form written last at its next question; else the first one that is not complete."""
        if self._shown is None:
            return
        place = review_form.resume_place(self._session.desk, self._shown.round.id)
        if place is not None and place.item is not None:
            self.open_form(place.household_id, place.item)
            return
        rows = self._shown.rows
        last = next((at for at, row in enumerate(rows) if place and row.household_id == place.household_id), -1)
        following = (row for row in (*rows[last + 1 :], *rows[: last + 1]) if not row.complete and not row.ended)
        row = next(following, None)
        if row is not None:
            self.open_form(row.household_id)
        else:
            self.notice.say(self.tr("Every form of this round is complete."), Severity.NOTE)

    def refresh(self, round_id: str | None = None) -> None:
        """Read the rounds of the year anew; the one in hand stays, at first it is the last open one."""
        desk = self._session.desk
        wanted = round_id or (self._shown.round.id if self._shown is not None else None)
        self._rounds = review_rounds.rounds_of(desk, self._session.year)
        self._offer_rounds(wanted)
        chosen = self.choice.currentData()
        self._shown = review_board.review_board(desk, chosen) if chosen is not None else None
        self._is_stale = False
        self._say_round()
        self._refresh_lines()
        if self._shown is not None:
            self.board.show_board(self._shown)
        self._say_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Say the keys where there is room for them."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        self.keys.setVisible(self._shown is not None and self.height() >= _HIGH_ENOUGH_FOR_KEYS)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Take in what changed while another page was in front."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _offer_rounds(self, wanted: str | None) -> None:
        open_ones = [one.id for one in self._rounds if one.closed_on is None]
        known = [one.id for one in self._rounds]
        chosen = wanted if wanted in known else next(reversed(open_ones or known), None)
        self.choice.blockSignals(True)
        self.choice.clear()
        for one in self._rounds:
            self.choice.addItem(self._words.round_title(one), one.id)
        self.choice.setCurrentIndex(self.choice.findData(chosen) if chosen is not None else -1)
        self.choice.blockSignals(False)

    def _say_round(self) -> None:
        year = str(self._session.year)
        has_round = self._shown is not None
        self.choice_label.setVisible(len(self._rounds) > 1)
        self.choice.setVisible(len(self._rounds) > 1)
        self.board.setVisible(has_round)
        self._share_room()
        self.opening_line.cancel.setVisible(has_round)
        if self._shown is None:
            self.heading.setText(self.tr("Review of {year}").replace("{year}", year))
            self.summary.setText(self.tr("No review round in this year yet. Open one: its households are listed here."))
            return
        of_round = self._shown.round
        law = self._session.desk.program.legislation
        self.heading.setText(f"{self._words.kind(of_round.kind)} {year}")
        parts = [self._words.round_days(of_round), law.standard(of_round.standard).title]
        if of_round.area is not None:
            parts.append(self._words.area(of_round.area))
        self.summary.setText(" · ".join(parts))
        self._say_going_on()

    def _say_going_on(self) -> None:
        """Say beside the villages which form was written last and what comes next."""
        if self._shown is None:
            return
        total, rows = self._shown.total, self._shown.rows
        place = review_form.resume_place(self._session.desk, self._shown.round.id)
        row = next((one for one in rows if place is not None and one.household_id == place.household_id), None)
        if not rows:
            words = self.tr("No household in this round yet. Import the list of households first, or take one in.")
        elif self._shown.round.closed_on is not None:
            words = self.tr("The round is sealed. Enter shows a form; an amendment corrects a result with its reason.")
        elif row is None or place is None:
            words = self.tr("No form is entered yet. Enter on a household, or Alt+N, begins.")
        else:
            words = self.tr("Written last: household {code} – {head}, {village}.")
            for name, value in (("code", row.code), ("head", row.head), ("village", row.village)):
                words = words.replace("{" + name + "}", value)
            if place.item is not None:
                next_one = self.tr("Next question: {question}.")
                words += " " + next_one.replace("{question}", self._shown.form.items[place.item].text)
        self.progress.setText(
            self.tr("{complete} of {all} forms complete")
            .replace("{complete}", str(total.complete))
            .replace("{all}", str(total.to_review))
        )
        self.going_on.setText(words)

    def _say_buttons(self) -> None:
        of_round = self.round
        writable = not self._session.desk.read_only
        is_open = of_round is not None and of_round.closed_on is None
        kinds = review_rounds.kinds_to_open(self._session.desk, self._session.year)
        self.enter_button.setVisible(is_open)
        self.enter_button.setEnabled(bool(self._shown and self._shown.rows))
        self.open_button.setVisible(of_round is not None and bool(kinds))
        self.open_button.setEnabled(writable)
        self.ask_button.setVisible(is_open)
        self.seal_button.setVisible(is_open)
        self.amend_button.setVisible(of_round is not None and not is_open)
        for button in (self.ask_button, self.seal_button):
            button.setEnabled(writable)
        self._say_amendable()
        if of_round is None:
            self._offer_first_round()

    def _offer_first_round(self) -> None:
        """In a year without a round the line that opens one stands ready, or the sentence why none can be opened."""
        session = self._session
        if session.desk.read_only:
            return
        if review_rounds.kinds_to_open(session.desk, session.year):
            self._refresh_lines()
            self.opening_line.show()
            return
        self.opening_line.hide()
        try:
            session.desk.program.legislation.standard_for(session.year)
        except KnownError as error:
            self.notice.say(session.messages.of_error(error), Severity.WARNING)

    def _say_amendable(self) -> None:
        row = self.board.current_row
        self.amend_button.setEnabled(not self._session.desk.read_only and row is not None and row.result is not None)

    def _refresh_lines(self) -> None:
        self.opening_line.offer(review_rounds.kinds_to_open(self._session.desk, self._session.year))

    def _bring(self, line: ActionLine) -> None:
        for other in self._lines:
            if other is not line:
                other.hide()
        self.notice.clear()
        line.bring()

    def _put_lines_away(self) -> None:
        for line in self._lines:
            if line is not self.opening_line or self._shown is not None:
                line.hide()

    def _bring_opening(self) -> None:
        self._refresh_lines()
        self._bring(self.opening_line)

    def _bring_asking(self) -> None:
        if self.round is not None:
            self.asking_line.ask_for(self.round.id)
            self._bring(self.asking_line)

    def _bring_sealing(self) -> None:
        if self._shown is None:
            return
        left = sum(not row.complete and not row.ended for row in self._shown.rows)
        self.sealing_line.ask_for(self._shown.round, left)
        self._bring(self.sealing_line)
        if left:
            words = self.tr("{count} households have no complete form yet: finish them first.")
            action = self.tr("Show these households")
            self.sealing_line.notice.say(
                words.replace("{count}", str(left)), Severity.WARNING, action, self.board.show_open_forms
            )

    def _bring_amending(self) -> None:
        row = self.board.current_row
        if self.round is not None and row is not None:
            self.amending_line.ask_for(self.round, row)
            self._bring(self.amending_line)

    def _after_line(self) -> None:
        if self._shown is not None and self._pages.currentWidget() is not self.form:
            self.board.list.setFocus()

    def _after_taking(self, household_id: str) -> None:
        self.refresh()
        self.board.stand_on(household_id)
        words = self.tr("The household is in the round. Enter opens its form.")
        self.notice.say(words, Severity.NOTE)

    def _after_sealing(self, findings: tuple[Finding, ...]) -> None:
        lines = [self.tr("The round is sealed: its results are the decided list now.")]
        lines += [self._session.messages.of_finding(finding) for finding in findings]
        self.notice.say("\n".join(lines), Severity.WARNING if findings else Severity.NOTE)

    def _reopen_form(self) -> None:
        """Stand in the form again that was open when the program was left, or killed, at the same question."""
        place = self._preferences.form_place(self._session.desk.path)
        if place is None:
            return
        try:
            year = review_rounds.round_named(self._session.desk, place.round_id).year
        except KnownError:
            return
        self._session.set_year(year)
        self.refresh(place.round_id)
        if self.form.reopen():
            self._pages.setCurrentWidget(self.form)

    def _leave_form(self) -> None:
        """Back to the board, on the household whose form was left."""
        household = self.form.opened.household.id if self.form.opened is not None else None
        self._pages.setCurrentIndex(0)
        self.refresh()
        if household:
            self.board.stand_on(household)
        else:
            self.board.list.setFocus()

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(*_SHOWN_KINDS):
            return
        self._is_stale = True
        if self.isVisible() and self._pages.currentWidget() is not self.form:
            self.refresh()

    def _on_year(self, _year: int) -> None:
        if self._pages.currentWidget() is self.form:
            self.form.commit_pending()
            self._pages.setCurrentIndex(0)
        self._shown = None
        self.notice.clear()
        for line in self._lines:
            line.hide()
        self.refresh()

    def _build(self) -> None:
        self.heading = QLabel()
        self.heading.setProperty("role", "title")
        self.heading.setWordWrap(True)
        self.summary = QLabel()
        self.summary.setProperty("role", "muted")
        self.summary.setWordWrap(True)
        self.choice = Choice()
        self.choice.currentIndexChanged.connect(lambda _index: self.refresh(self.choice.currentData()))
        self.choice_label = QLabel(self.tr("&Round"))
        self.choice_label.setBuddy(self.choice)
        self.choice.setAccessibleName(self.tr("Round"))
        self.enter_button = _button(self.tr("E&nter forms"), self.enter_on, primary=True)
        self.ask_button = _button(self.tr("&Take in a household that asked…"), self._bring_asking)
        self.open_button = _button(self.tr("&Open a round…"), self._bring_opening)
        self.seal_button = _button(self.tr("&Seal the round…"), self._bring_sealing)
        self.amend_button = _button(self.tr("&Amend a result…"), self._bring_amending)
        self.notice = NoticeLine(dismissible=True)
        self.opening_line = OpeningLine(self._session, self._words)
        self.opening_line.opened.connect(self.show_round)
        self.asking_line = AskingLine(self._session)
        self.asking_line.taken.connect(self._after_taking)
        self.sealing_line = SealingLine(self._session)
        self.sealing_line.sealed.connect(self._after_sealing)
        self.amending_line = AmendingLine(self._session, self._words)
        self._lines: tuple[ActionLine, ...] = (
            self.opening_line,
            self.asking_line,
            self.sealing_line,
            self.amending_line,
        )
        for line in self._lines:
            line.closed.connect(self._after_line)
        self.board = RoundBoard(self._words)
        self.board.form_wanted.connect(self.open_form)
        self.board.moved.connect(self._say_amendable)
        self.progress = QLabel()
        self.progress.setProperty("role", "section")
        self.going_on = QLabel()
        self.going_on.setProperty("role", "muted")
        self.going_on.setWordWrap(True)
        self.board.side.addWidget(self.progress)
        self.board.side.addWidget(self.going_on)
        self.keys = QLabel(self.tr("Enter on a village lists its households · Enter on a household opens its form"))
        self.keys.setProperty("role", "muted")
        self.keys.setWordWrap(True)
        self._arrange()

    def _arrange(self) -> None:
        front = QWidget()
        layout = QVBoxLayout(front)
        layout.setContentsMargins(18, 14, 18, 10)
        layout.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.summary)
        layout.addLayout(words)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for part in (self.choice_label, self.choice, self.enter_button, self.ask_button):
            acts.addWidget(part)
        acts.addStretch(1)
        for part in (self.amend_button, self.open_button, self.seal_button):
            acts.addWidget(part)
        layout.addLayout(acts)
        layout.addWidget(self.notice)
        for line in self._lines:
            layout.addWidget(line)
        layout.addWidget(self.board, 1)
        layout.addWidget(self.keys)
        layout.addStretch(0)
        self._pages = QStackedWidget()
        self._pages.addWidget(front)
        self._pages.addWidget(self.form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)


def _button(words: str, act: Callable[[], None], *, primary: bool = False) -> QPushButton:
    button = QPushButton(words)
    if primary:
        button.setProperty("role", "primary")
    button.clicked.connect(act)
    return button
