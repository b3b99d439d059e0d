"""The review form of a household, filled in by keys: every answer is kept at once and judged at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from povertydesk.poverty.questionnaire import SectionKind
from povertydesk.ui.preferences import FormPlace
from povertydesk.ui.review import form_keys
from povertydesk.ui.review.answer_words import AnswerWords
from povertydesk.ui.review.form_body import FormBody
from povertydesk.ui.review.form_day import DAY_FIELDS
from povertydesk.ui.review.form_entries import FormEntries, PracticeEntries, RoundEntries
from povertydesk.ui.review.form_head import FormHead
from povertydesk.ui.review.form_remarks import FormRemarks
from povertydesk.ui.review.form_side import NARROW, WIDE, FormSide
from povertydesk.ui.review.form_strip import Remark
from povertydesk.ui.typed_texts import TypedTexts

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.poverty.problems import KnownError
    from povertydesk.poverty.questionnaire import Questionnaire
    from povertydesk.ui.preferences import Preferences
    from povertydesk.ui.review.form_day import SignedBy
    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.review_form import OpenForm
    from povertydesk.workflow.scored_forms import FormChoice

_PAGE = "reviews"
_NARROW_BELOW = 900
_SHOWN_KINDS = (
    "review",
    "review_part",
    "review_round",
    "household",
    "person",
    "membership",
    "village",
    "unit",
    "score_table",
)


class ReviewFormView(QWidget):
    """The form of one household at a time. The place of the clerk is kept at every move and found again.

    `closed` says that the clerk wants back to the list, `household_changed` carries the key of the household whose
    form is shown. `result_wanted` asks to explain its result.
    """

    closed = Signal()
    result_wanted = Signal()
    household_changed = Signal(str)

    def __init__(self, session: Session, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Show no form yet."""
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self._path = session.desk.path
        self._entries: FormEntries | None = None
        self._form: Questionnaire | None = None
        self._opened: OpenForm | None = None
        self._last_item = ""
        self._is_stale = False
        self._is_keeping = False
        self._is_finished = False
        self._typed = TypedTexts().at("")
        self._words = AnswerWords(self)
        self._remarks = FormRemarks(session, self._words, self)
        self._build()
        form_keys.offer(
            self,
            {
                form_keys.EXPLAIN: self._toggle_explanation,
                form_keys.RESULT: self._want_result,
                form_keys.SIGN: self._sign,
                form_keys.PREVIOUS: self._previous,
                form_keys.NEXT: self._next,
                form_keys.AS_LAST_YEAR: self._carry_over,
                form_keys.AS_BEFORE: self._copy,
                form_keys.TAKE_PROPOSALS: self._take_proposals,
                form_keys.PART_BEFORE: partial(self._turn, -1),
                form_keys.PART_AFTER: partial(self._turn, 1),
            },
        )
        session.changed.connect(self._on_changed)

    @property
    def opened(self) -> OpenForm | None:
        """The form that is shown."""
        return self._opened

    @property
    def item(self) -> str:
        """The question the keys are at; empty among the members, in the history, and where no form is open."""
        return self.body.item

    @property
    def has_unsaved(self) -> bool:
        """Whether something stands in a field and nowhere else."""
        return self.body.has_unsaved or self.head.day.is_unsaved

    def open(self, round_id: str, household_id: str, item: str | None = None) -> bool:
        """Open the form of a household of a round, at a question or where its next answer is missing.

        An empty question stands for the members. False where the form cannot be opened, which the session says.
        """
        return self._enter(RoundEntries(self._session, round_id, household_id), item)

    def open_practice(self, choice: FormChoice | None = None) -> bool:
        """Open a form for practice, of a table the office typed or the shipped exercise; nothing of it is kept."""
        return self._enter(PracticeEntries(self._session, choice), None)

    def reopen(self) -> bool:
        """Open the form that was open last in this file, at the same question; False where there is none."""
        place = self._preferences.form_place(self._path)
        return place is not None and self.open(place.round_id, place.household_id, place.item)

    def commit_pending(self) -> None:
        """Keep what is just being typed."""
        self.body.commit_pending()

    def stop(self) -> None:
        """Keep nothing any more: the file is being put away."""
        self.body.stop()
        self._entries = None

    def focus_first(self) -> None:
        """Put the keyboard where work goes on."""
        self.body.take_keys()

    def go_to(self, item: str) -> None:
        """Bring the keys to a question, whichever part of the form it stands in."""
        self._show_part(self.body.part_of(item))
        self.body.take_keys(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take the keys that no field needed: Esc puts the explanation away, then the form; Enter goes on."""
        if event.key() == Qt.Key.Key_Escape:
            if self.side.is_explaining:
                self._explain(wanted=False)
            else:
                self._close()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go_on()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave the questions their room in a small window."""
        super().resizeEvent(event)
        self.side.setFixedWidth(NARROW if self.width() < _NARROW_BELOW else WIDE)
        self.body.fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Show what changed while another page was in front."""
        super().showEvent(event)
        if self._is_stale:
            self._reload()

    def _build(self) -> None:
        self.side = FormSide(self._session)
        self.side.result_button.clicked.connect(self._want_result)
        self.head = FormHead(self._session, self.side.words)
        self.head.part_chosen.connect(self._choose_part)
        self.head.previous_wanted.connect(self._previous)
        self.head.next_wanted.connect(self._next)
        self.head.day.keep = self._keep_day
        self.head.day.typed.connect(self._on_day_typed)
        self.head.day.left.connect(self.focus_first)
        self.body = FormBody(self._session, self._words, self.side.words)
        self.body.keep = self._keep
        self.body.arrived.connect(self._on_arrived)
        self.body.done.connect(self._go_on)
        self.body.entered.connect(self._on_enter)
        self.body.stepped.connect(self._step)
        self.body.tabbed.connect(self._on_tab)
        self.body.typed.connect(self._on_typed)
        self.body.refused.connect(self._say_fault)
        self.body.strip.keep = self._keep_note
        self.body.strip.left.connect(self.focus_first)
        self.body.strip.typed.connect(self._on_note_typed)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.body, 1)
        middle.addWidget(self.side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 10)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addLayout(middle, 1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _enter(self, entries: FormEntries, item: str | None) -> bool:
        """Show a form, once what was typed in the one before is kept."""
        if self._entries is not None:
            self.commit_pending()
        opened = entries.read()
        if opened is None:
            return False
        self._entries, self._last_item, self._is_finished = entries, "", False
        # An exercise keeps nothing, also not what is half typed.
        kept = self._session.typed if isinstance(entries, RoundEntries) else TypedTexts()
        self._typed = kept.at(entries.key)
        self._show(opened, is_new=True)
        self._begin(opened, item)
        self.household_changed.emit(opened.household.id)
        return True

    def _begin(self, opened: OpenForm, item: str | None) -> None:
        """Go to the question that was asked for, to the members where none is entered, or to what is missing."""
        nobody = not opened.members and not opened.read_only and bool(opened.review.round_id)
        if item == "" or (item is None and nobody):
            self._choose_part(SectionKind.MEMBERS.value)
        elif item is not None and item in opened.form.items:
            self.go_to(item)
        else:
            following = opened.form.next_unanswered(opened.answers)
            self.go_to(following.code if following is not None else next(iter(opened.form.items)))

    def _show(self, opened: OpenForm, *, is_new: bool = False) -> None:
        if opened.form != self._form:
            self._form = opened.form
            parts = self.head.parts_of(opened.form)
            self.head.show_parts(parts)
            self.body.lay_out(parts)
        if is_new:
            for cell in self.body.cells.values():
                cell.forget_typed()
            self.head.day.put_away()
        self._opened = opened
        self.head.show_form(opened, self.body.parts, self.body.part)
        self.side.show_form(opened)
        self.body.show_form(opened)
        if is_new:
            self._restore_typed()
        self._say_remark()

    def _restore_typed(self) -> None:
        """Bring back what was typed into this form and is no answer yet."""
        for code, cell in self.body.cells.items():
            text = self._typed.of(code)
            if text is not None:
                cell.restore(text)
        self.head.day.bring_back(self._typed.texts)

    def _reload(self) -> None:
        self._is_stale = False
        opened = self._entries.read() if self._entries is not None else None
        if opened is not None:
            self._show(opened)

    def _on_changed(self, changes: Changes) -> None:
        if self._entries is None or self._is_keeping or not changes.touches(*_SHOWN_KINDS):
            return
        if self.isVisible():
            self._reload()
        else:
            self._is_stale = True

    def _keep(self, code: str, given: FormAnswer | None) -> bool:
        """Keep an answer and judge anew; False where it was refused."""
        self._last_item, self._is_finished = code, False
        return self._write(code, lambda entries: entries.answer(code, given))

    def _keep_note(self, code: str, text: str) -> bool:
        return self._write(_note_field(code), lambda entries: entries.note(code, text))

    def _write(self, field: str, write: Callable[[FormEntries], bool]) -> bool:
        """Write what stood in a field; the form is read again by itself and not for its own sake by the session."""
        if self._entries is None or self._opened is None:
            return False
        self._is_keeping = True
        try:
            kept = write(self._entries)
        finally:
            self._is_keeping = False
        if kept:
            self._typed.forget(field)
            opened = self._entries.read_again(self._opened)
            if opened is not None:
                self._show(opened)
        return kept

    def _on_typed(self, code: str, text: str) -> None:
        self._typed.hold(code, text, is_unsaved=self.body.cells[code].is_unsaved)

    def _on_note_typed(self, code: str, text: str) -> None:
        self._typed.hold(_note_field(code), text, is_unsaved=self.body.strip.is_unsaved)

    def _sign(self) -> None:
        if self._opened is not None and self._opened.review.round_id:
            self.head.day.begin()

    def _keep_day(self, signed: SignedBy) -> None:
        """Keep day and reviewer; the members are those of that day, so that the whole form is read again."""
        if self._entries is None:
            return
        self._is_keeping = True
        try:
            self._entries.sign(signed)
        finally:
            self._is_keeping = False
        self._reload()

    def _on_day_typed(self, texts: dict[str, str]) -> None:
        others = {field: text for field, text in self._typed.texts.items() if not field.startswith(DAY_FIELDS)}
        self._typed.keep(others | texts)

    def _say_fault(self, code: str, error: KnownError) -> None:
        self.body.cells[code].show_fault(self._session.messages.of_error(error))

    def _on_arrived(self, code: str) -> None:
        """Mark the question that the keys came to, and keep the place."""
        if self._opened is None:
            return
        if self.body.mark(self._opened, code):
            self._is_finished = False
        if self.side.is_explaining:
            self._explain(wanted=True)
        self._say_remark()
        self._remember(code)

    def _remember(self, item: str) -> None:
        if isinstance(self._entries, RoundEntries):
            place = FormPlace(self._entries.round_id, self._entries.household_id, item)
            self._preferences.remember_form_place(self._path, place)
            self._preferences.remember_page(self._path, _PAGE)

    def _say_remark(self) -> None:
        opened = self._opened
        if opened is None:
            return
        if self._is_finished:
            remark: Remark | None = self._remarks.ending(opened)
        else:
            remark = self._remarks.first(opened, self.body.items_shown, self.body.item, self._last_item)
        typed = self._typed.of(_note_field(remark.code)) if remark is not None and remark.code else None
        self.body.strip.say(remark, typed)
        self.body.strip.set_read_only(opened.read_only)

    def _on_tab(self) -> None:
        if self.body.strip.takes_reason:
            self.body.strip.take_keys()
        else:
            self._step(1)

    def _on_enter(self) -> None:
        """Take the proposal where nothing is answered yet, and go on; at the end go to what is missing."""
        code, opened = self.body.item, self._opened
        if opened is None or not code:
            return
        if self._is_finished:
            self._after_the_end(opened)
            return
        proposal = opened.proposals.get(code)
        is_open = code not in opened.answers and opened.standing.applies[code] is not False
        if proposal is not None and is_open and not opened.read_only and not self._keep(code, proposal.answer):
            return
        self._go_on()

    def _step(self, step: int) -> None:
        """Go to the next question that is asked, or back to the one before, through all parts."""
        if self._opened is None:
            return
        places = self.body.places(self._opened)
        here = (self.body.part, self.body.item)
        target = (places.index(here) if here in places else -1) + step
        if 0 <= target < len(places):
            part, item = places[target]
            self._show_part(part)
            self.body.take_keys(item)
        elif step > 0:
            self._is_finished = True
            self._say_remark()

    def _go_on(self) -> None:
        self._step(1)

    def _after_the_end(self, opened: OpenForm) -> None:
        missing = self._remarks.missing(opened)
        if missing:
            self.go_to(missing[0])
        else:
            self._next()

    def _choose_part(self, key: str) -> None:
        """Begin a part at its first question without answer."""
        self.commit_pending()
        self._show_part(key)
        opened = self._opened
        self.body.take_keys(self.body.first_open(opened) if opened is not None and key in self.body.tables else "")

    def _turn(self, step: int) -> None:
        """Turn to the next part of the form, or the one before."""
        keys = [part.key for part in self.body.parts if not self.head.buttons[part.key].isHidden()]
        if self.body.part in keys:
            self._choose_part(keys[(keys.index(self.body.part) + step) % len(keys)])

    def _show_part(self, key: str) -> None:
        if key == self.body.part:
            return
        self.body.show_part(key)
        if self._opened is not None:
            self.head.show_form(self._opened, self.body.parts, key)
            self._say_remark()
        if key == SectionKind.MEMBERS.value:
            self._remember("")

    def _toggle_explanation(self) -> None:
        self._explain(wanted=not self.side.is_explaining)

    def _explain(self, *, wanted: bool) -> None:
        if self._opened is not None:
            self.side.explain(self._opened, self._opened.form.items.get(self.body.item) if wanted else None)

    def _want_result(self) -> None:
        """Ask to have the result explained, once what was typed is kept; that of the exercise is nobody's."""
        if isinstance(self._entries, RoundEntries):
            self.commit_pending()
            self.result_wanted.emit()

    def _previous(self) -> None:
        self._open_beside(self._opened.previous_id if self._opened is not None else None)

    def _next(self) -> None:
        self._open_beside(self._opened.next_id if self._opened is not None else None)

    def _open_beside(self, household_id: str | None) -> None:
        self.commit_pending()
        if not isinstance(self._entries, RoundEntries):
            return
        if household_id is not None:
            self.open(self._entries.round_id, household_id)
        else:
            words = self.tr("This is the last form in this direction. Esc goes back to the list.")
            self.body.strip.say(Remark(words, "note"))

    def _copy(self) -> None:
        """Answer as the household before did."""
        code, opened = self.body.item, self._opened
        if self._entries is None or opened is None or not code or opened.read_only:
            return
        copied = self._entries.copied(code)
        if copied is None:
            words = self.tr("The household before has no answer to this question.")
            self.body.strip.say(Remark(words, "note"))
        elif self._keep(code, copied):
            self._go_on()

    def _take_proposals(self) -> None:
        self._fill(lambda entries: entries.confirm_proposals())

    def _carry_over(self) -> None:
        self._fill(lambda entries: entries.carry_over())

    def _fill(self, fill: Callable[[FormEntries], bool]) -> None:
        """Take several answers in one step and go to the first that is still missing."""
        self.commit_pending()
        opened = self._opened
        if self._entries is None or opened is None or opened.read_only or not fill(self._entries):
            return
        following = self._opened.form.next_unanswered(self._opened.answers) if self._opened is not None else None
        if following is not None:
            self.go_to(following.code)

    def _close(self) -> None:
        self.commit_pending()
        self._preferences.remember_form_place(self._path, None)
        self.closed.emit()


def _note_field(code: str) -> str:
    return f"note:{code}"
