"""The page Rà soát: the rounds of the year, how far the one in hand is, its households, and the form of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.review.board_words import BoardWords
from povertydesk.ui.review.explanation_page import ExplanationPage
from povertydesk.ui.review.form_view import ReviewFormView
from povertydesk.ui.review.going_on import GoingOn
from povertydesk.ui.review.practice_button import PracticeButton
from povertydesk.ui.review.round_acts import RoundActs
from povertydesk.ui.review.round_board import RoundBoard
from povertydesk.ui.review.round_checks import RoundChecks
from povertydesk.ui.review.round_papers import RoundPapers
from povertydesk.ui.review.round_profile import RoundProfile
from povertydesk.workflow import review_board, review_form, review_rounds

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from povertydesk.poverty.problems import Finding
    from povertydesk.poverty.review import ReviewRound
    from povertydesk.ui.preferences import Preferences
    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.review_board import ReviewBoard
    from povertydesk.workflow.scored_forms import FormChoice

_HIGH_ENOUGH_FOR_KEYS = 480
_FINDINGS_SHARE, _FINDINGS_ALONE = 0.27, 0.5
_SHOWN_KINDS = (
    "review_round",
    "review",
    "review_part",
    "round_amendment",
    "household",
    "person",
    "membership",
    "village",
    "unit",
    "score_table",
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
        self._reopened_at = ""
        self.form = ReviewFormView(session, preferences)
        self.form.closed.connect(self._leave_form)
        self.form.result_wanted.connect(self._explain_result)
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
        return self.form.has_unsaved or self.acts.has_entries

    @property
    def would_lose(self) -> bool:
        """Whether something typed would not come back: what stands in a form is kept on this PC at every key."""
        return self.acts.has_entries or (self.form.has_unsaved and not self._session.typed.is_kept)

    def stop(self) -> None:
        """Let what is going on end: the file is being put away."""
        self.form.stop()
        self.papers.stop()
        self.profile.stop()
        self.checks.stop()

    def print_out(self) -> None:
        """Print what is in front: the explained result of the form's household, or what is chosen of the round."""
        opened = self.form.opened
        if self._pages.currentWidget() is self.form and opened is not None:
            self.form.commit_pending()
            if not opened.review.round_id:
                self.papers.print_practice(self.form.opened or opened)
                return
            self._explain_result()
        if self._pages.currentWidget() is self.explanation:
            self.explanation.panel.print_out()
        elif self._shown is not None and not self.papers.is_busy:
            self.papers.button.showMenu()

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        if self._pages.currentWidget() is self.form:
            self._focus_form()
        elif self._pages.currentWidget() is self.explanation:
            self.explanation.panel.focus_first()
        elif self._shown is None:
            self.acts.opening_line.bring()
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
        self.acts.put_away()
        if self.form.open(self._shown.round.id, household_id, item):
            self._pages.setCurrentWidget(self.form)
            self.form.focus_first()

    def practise(self, choice: FormChoice | None = None) -> None:
        """Bring an exercise to the front: a form that is entered, scored and judged, and kept nowhere."""
        self.notice.clear()
        if self.form.open_practice(choice):
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
        self._shown = None
        if chosen is not None:
            self._shown = self._session.attempt(lambda: review_board.review_board(desk, chosen))
        self._is_stale = False
        self._say_round()
        self.acts.show_for(self._shown)
        if self._shown is not None:
            self.board.show_board(self._shown)
            self._follow_village()
            self.profile.refresh()
        self.checks.check(self.round)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Say the keys where there is room for them."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        self.keys.setVisible(self._shown is not None and self.height() >= _HIGH_ENOUGH_FOR_KEYS)
        looking = not self.checks.list.isHidden()
        is_high = self.height() >= _HIGH_ENOUGH_FOR_KEYS
        self.board.setVisible(self._shown is not None and (is_high or not looking))
        if looking:
            if is_high:
                self.checks.list.fit(int(self.height() * _FINDINGS_SHARE))
            else:
                self.checks.list.setFixedHeight(int(self.height() * _FINDINGS_ALONE))

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
        self.papers.setVisible(has_round)
        self._share_room()
        if self._shown is None:
            self.heading.setText(self.tr("Review of {year}").replace("{year}", year))
            self.summary.setText(self._why_no_round())
            return
        of_round = self._shown.round
        law = self._session.desk.program.legislation
        self.heading.setText(f"{self._words.kind(of_round.kind)} {year}")
        parts = [self._words.round_days(of_round), law.standard(of_round.standard).title]
        if of_round.area is not None:
            parts.append(self._words.area(of_round.area))
        self.summary.setText(" · ".join(parts))
        self.going_on.show_board(self._shown)

    def _why_no_round(self) -> str:
        """Say what to do first in a year without a round, or that no law covers it."""
        session = self._session
        try:
            session.desk.program.legislation.standard_for(session.year)
        except KnownError as error:
            return session.messages.of_error(error)
        return self.tr("No review round in this year yet. Open one: its households are listed here.")

    def _offer_papers(self) -> None:
        row = self.board.current_row
        chosen = self.board.village
        village = chosen.currentText() if chosen.currentData() is not None else None
        self.papers.offer(village, None if row is None else (row.code, row.village))

    def _follow_village(self) -> None:
        chosen = self.board.village
        self.profile.show_village(chosen.currentText() if chosen.currentData() is not None else None)

    def _explain_result(self) -> None:
        """Bring why the household of the form is what it is; the form waits behind it."""
        opened = self.form.opened
        if opened is None or self._shown is None:
            return
        self.form.commit_pending()
        of_round = self._shown.round
        self.explanation.panel.show_household(opened.household.id, of_round.year, of_round.standard)
        self._pages.setCurrentWidget(self.explanation)
        self.explanation.panel.focus_first()

    def _look(self) -> None:
        """List what is to be looked at, where the board is in front."""
        if self._pages.currentIndex() == 0:
            self.checks.bring()

    def _leave_list(self) -> None:
        self.checks.put_away()
        self.focus_first()

    def _show_village(self, village_id: str) -> None:
        """List the households of a village that something is to be looked at in."""
        if self.board.isHidden():
            self.checks.put_away()
        self.board.show_village(village_id)

    def _leave_explanation(self) -> None:
        self.explanation.panel.show_household(None)
        self._pages.setCurrentWidget(self.form)
        self.form.focus_first()

    def _after_act(self) -> None:
        if self._shown is not None and self._pages.currentIndex() == 0:
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
            self._reopened_at = place.item
            self._pages.setCurrentWidget(self.form)

    def _focus_form(self) -> None:
        """Bring the keys to the form; of one just reopened to its question, before the keys have been anywhere."""
        opened, item = self.form.opened, self._reopened_at
        if item and not self.form.body.item and opened is not None and item in opened.form.items:
            self.form.go_to(item)
        else:
            self.form.focus_first()

    def _leave_form(self) -> None:
        """Back to the board, on the household whose form was left."""
        household = self.form.opened.household.id if self.form.opened is not None else None
        self._pages.setCurrentIndex(0)
        self.refresh()
        if household:
            self.board.stand_on(household)
        else:
            self.focus_first()

    def _on_changed(self, changes: Changes) -> None:
        if not changes.touches(*_SHOWN_KINDS):
            return
        self._is_stale = True
        if self.isVisible() and self._pages.currentIndex() == 0:
            self.refresh()

    def _on_year(self, _year: int) -> None:
        if self._pages.currentIndex() != 0:
            self.form.commit_pending()
            self._pages.setCurrentIndex(0)
        self._shown = None
        self.notice.clear()
        self.acts.put_away()
        self._is_stale = True
        if self.isVisible():
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
        # Hidden before they are laid out: what is hidden later keeps its room until the page was shown once.
        self.choice.hide()
        self.choice_label.hide()
        self.acts = RoundActs(self._session, self._words, (self.choice_label, self.choice))
        self.acts.enter_wanted.connect(self.enter_on)
        self.acts.round_opened.connect(self.show_round)
        self.acts.household_taken.connect(self._after_taking)
        self.acts.sealed.connect(self._after_sealing)
        self.acts.ended.connect(self._after_act)
        self.notice = NoticeLine(dismissible=True)
        self.acts.begun.connect(self.notice.clear)
        self.board = RoundBoard(self._words)
        self.board.form_wanted.connect(self.open_form)
        self.board.moved.connect(lambda: self.acts.stand_on(self.board.current_row))
        self.board.moved.connect(self._offer_papers)
        self.papers = RoundPapers(self._session)
        self.papers.refused.connect(
            lambda error: self.notice.say(self._session.messages.of_error(error), Severity.ERROR)
        )
        self.papers.said.connect(lambda words: self.notice.say(words, Severity.NOTE))
        self.acts.open_forms_wanted.connect(self.board.show_open_forms)
        self.going_on = GoingOn(self._session)
        self.board.side.addWidget(self.going_on)
        self.profile = RoundProfile(self._session)
        self.board.side.addWidget(self.profile)
        self.board.village.currentIndexChanged.connect(lambda _index: self._follow_village())
        self.checks = RoundChecks(self._session, self)
        self.checks.counted.connect(self.findings_changed)
        self.checks.listed.connect(self._share_room)
        self.checks.list.household_wanted.connect(self.open_form)
        self.checks.list.village_wanted.connect(self._show_village)
        self.checks.list.left.connect(self._leave_list)
        looking = QShortcut(QKeySequence("Ctrl+L"), self)
        looking.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        looking.activated.connect(self._look)
        self.explanation = ExplanationPage(self._session)
        self.explanation.left.connect(self._leave_explanation)
        self.practice_button = PracticeButton(self._session)
        self.practice_button.chosen.connect(self.practise)
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
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        top.addWidget(self.practice_button, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.papers, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(top)
        layout.addWidget(self.acts)
        layout.addWidget(self.notice)
        layout.addWidget(self.checks.notice)
        layout.addWidget(self.board, 1)
        layout.addWidget(self.checks.list)
        foot = QHBoxLayout()
        foot.setSpacing(14)
        foot.addWidget(self.checks.button)
        foot.addWidget(self.keys, 1)
        layout.addLayout(foot)
        layout.addStretch(0)
        self._pages = QStackedWidget()
        self._pages.addWidget(front)
        self._pages.addWidget(self.form)
        self._pages.addWidget(self.explanation)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
