"""The review form of a household, filled in by keys: every answer is kept at once and judged at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from povertydesk.poverty.questionnaire import SectionKind
from povertydesk.ui.preferences import FormPlace
from povertydesk.ui.review.answer_words import AnswerWords
from povertydesk.ui.review.form_entries import FormEntries, PracticeEntries, RoundEntries
from povertydesk.ui.review.form_head import HISTORY, FormHead, FormPart
from povertydesk.ui.review.form_history import FormHistory
from povertydesk.ui.review.form_members import FormMembers
from povertydesk.ui.review.form_remarks import FormRemarks
from povertydesk.ui.review.form_side import NARROW, WIDE, FormSide
from povertydesk.ui.review.form_states import FormStates
from povertydesk.ui.review.form_strip import FormStrip, Remark
from povertydesk.ui.review.question_table import QuestionTable
from povertydesk.ui.review.typed_texts import TypedTexts

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.poverty.problems import KnownError
    from povertydesk.poverty.questionnaire import Questionnaire
    from povertydesk.ui.preferences import Preferences
    from povertydesk.ui.review.answer_cell import AnswerCell
    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.review_form import OpenForm

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
    form is shown.
    """

    closed = Signal()
    household_changed = Signal(str)

    def __init__(self, session: Session, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Show no form yet."""
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self._entries: FormEntries | None = None
        self._form: Questionnaire | None = None
        self._parts: tuple[FormPart, ...] = ()
        self._chosen = ""
        self._last_item = ""
        self._is_stale = False
        self._is_finished = False
        self._opened: OpenForm | None = None
        self._typed = TypedTexts(preferences, session.desk.path)
        self._words = AnswerWords(self)
        self._states = FormStates(self)
        self._remarks = FormRemarks(session, self._words, self)
        self.tables: dict[str, QuestionTable] = {}
        self._areas: dict[str, QScrollArea] = {}
        self._build()
        session.changed.connect(self._on_changed)

    @property
    def opened(self) -> OpenForm | None:
        """The form that is shown."""
        return self._opened

    @property
    def item(self) -> str:
        """The question the keys are at; empty among the members, in the history, and where no form is open."""
        table = self.tables.get(self._chosen)
        return table.current if table is not None else ""

    @property
    def part(self) -> str:
        """The part of the form that is shown."""
        return self._chosen

    @property
    def has_unsaved(self) -> bool:
        """Whether something stands in a field and nowhere else."""
        return (
            any(cell.is_unsaved for cell in self._cells().values()) or self.strip.is_unsaved or self.members.has_unsaved
        )

    def open(self, round_id: str, household_id: str, item: str | None = None) -> bool:
        """Open the form of a household of a round, at a question or where its next answer is missing."""
        return self._enter(RoundEntries(self._session, round_id, household_id), item)

    def open_practice(self) -> bool:
        """Open the questionnaire for practice; nothing of it is kept."""
        return self._enter(PracticeEntries(self._session), None)

    def reopen(self) -> bool:
        """Open the form that was open last in this file, at the same question; False where there is none."""
        place = self._preferences.form_place(self._session.desk.path)
        return place is not None and self.open(place.round_id, place.household_id, place.item)

    def commit_pending(self) -> None:
        """Keep what is just being typed."""
        for cell in self._cells().values():
            cell.commit()
        self.strip.commit()
        self.members.commit_pending()

    def stop(self) -> None:
        """Keep nothing any more: the file is being put away."""
        for cell in self._cells().values():
            cell.keep = None
        self.strip.keep = None
        self.members.stop()
        self._entries = None

    def focus_first(self) -> None:
        """Put the keyboard where work goes on."""
        table = self.tables.get(self._chosen)
        if table is not None and table.rows:
            self._take_keys(table.current or next(iter(table.rows)))
        elif self._chosen == SectionKind.MEMBERS.value:
            self.members.focus_first()
        else:
            self.setFocus()

    def go_to(self, item: str) -> None:
        """Bring the keys to a question, whichever part of the form it stands in."""
        part = next(one for one in self._parts if any(there.code == item for there in one.items))
        self._show_part(part.key)
        self._take_keys(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take Esc, which no field needed: first the explanation goes, then the form."""
        if event.key() == Qt.Key.Key_Escape:
            if self.side.is_explaining:
                self._explain(wanted=False)
            else:
                self._close()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._chosen == HISTORY:
            self._go_on()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave the questions their room in a small window."""
        super().resizeEvent(event)
        self.side.setFixedWidth(NARROW if self.width() < _NARROW_BELOW else WIDE)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Show what changed while another page was in front."""
        super().showEvent(event)
        if self._is_stale:
            self._reload()
        self._fit()

    def _build(self) -> None:
        self.side = FormSide(self._session)
        self.head = FormHead(self.side.words)
        self.head.part_chosen.connect(self._choose_part)
        self.head.previous_wanted.connect(self._previous)
        self.head.next_wanted.connect(self._next)
        self.members = FormMembers(self._session)
        self.members.finished.connect(self._go_on)
        self.history = FormHistory(self._words, self.side.words)
        self.strip = FormStrip()
        self.strip.keep = self._keep_note
        self.strip.left.connect(self._leave_strip)
        self.strip.typed.connect(lambda code, text: self._typed.keep(self._field(f"note:{code}"), text))
        self._body = QVBoxLayout()
        self._body.setSpacing(8)
        self._body.addWidget(self.members, 1)
        self._body.addWidget(self.history, 1)
        self._body.addWidget(self.strip)
        self._body.addStretch(0)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addLayout(self._body, 1)
        middle.addWidget(self.side)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 10)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addLayout(middle, 1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for keys, act in (
            ("F1", self._toggle_explanation),
            ("F7", self._previous),
            ("F8", self._next),
            ("F9", self._carry_over),
            ("Ctrl+D", self._copy),
            ("Ctrl+Return", self._take_proposals),
            ("Ctrl+Enter", self._take_proposals),
            ("Ctrl+PgUp", partial(self._turn, -1)),
            ("Ctrl+PgDown", partial(self._turn, 1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _enter(self, entries: FormEntries, item: str | None) -> bool:
        """Show a form, once what was typed in the one before is kept."""
        if self._entries is not None:
            self.commit_pending()
        opened = entries.read()
        if opened is None:
            return False
        self._entries, self._opened = entries, None
        self._last_item, self._is_finished = "", False
        self._lay_out(opened.form)
        self._show(opened, is_new=True)
        self._begin(opened, item)
        self.household_changed.emit(opened.household.id)
        return True

    def _begin(self, opened: OpenForm, item: str | None) -> None:
        """Go to the question that was asked for, to the members where none is entered, or to what is missing."""
        members = SectionKind.MEMBERS.value
        if item:
            self.go_to(item if item in opened.form.items else next(iter(opened.form.items)))
        elif item == "" or (not opened.members and not opened.read_only and opened.review.round_id):
            self._show_part(members)
            self.focus_first()
        else:
            following = opened.form.next_unanswered(opened.answers)
            self.go_to(following.code if following is not None else next(iter(opened.form.items)))

    def _lay_out(self, form: Questionnaire) -> None:
        """Make the parts of a form, unless they stand already."""
        if form == self._form:
            return
        for area in self._areas.values():
            area.hide()
            area.deleteLater()
        self._form, self.tables, self._areas, self._chosen = form, {}, {}, ""
        self._parts = self.head.parts_of(form)
        self.head.show_parts(self._parts)
        for part in self._parts:
            if part.items:
                self._make_table(part)

    def _make_table(self, part: FormPart) -> None:
        table = QuestionTable(part.title, part.items, self._words)
        table.moved_to.connect(self._on_arrived)
        table.grown.connect(self._fit)
        for code, row in table.rows.items():
            cell = row.cell
            cell.keep = partial(self._keep, code)
            cell.done.connect(self._go_on)
            cell.entered.connect(self._on_enter)
            cell.stepped.connect(self._step)
            cell.tabbed.connect(self._on_tab)
            cell.refused.connect(partial(self._say_fault, cell))
            cell.typed.connect(partial(self._on_typed, code))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(table)
        area.hide()
        self.tables[part.key], self._areas[part.key] = table, area
        self._body.insertWidget(0, area, 1)

    def _show(self, opened: OpenForm, *, is_new: bool = False) -> None:
        self._opened = opened
        self.head.show_form(opened, self._parts, self._chosen)
        self.side.show_form(opened)
        self.members.show_form(opened)
        self.history.show_form(opened)
        points = self._states.points(opened)
        states = self._states.of(opened, self.item)
        for part in self._parts:
            table = self.tables.get(part.key)
            if table is None:
                continue
            table.show_states(states, read_only=opened.read_only)
            table.show_points(
                {item.code: points[item.code] for item in part.items}
                if points.keys() >= {item.code for item in part.items}
                else None
            )
        if is_new:
            self._restore_typed()
        self._say_remark()
        self._fit()

    def _restore_typed(self) -> None:
        """Bring back what was typed into this form and is no answer yet."""
        for code, cell in self._cells().items():
            cell.show_fault("")
            text = self._typed.of(self._field(code))
            if text is not None:
                cell.restore(text)

    def _reload(self) -> None:
        self._is_stale = False
        opened = self._entries.read() if self._entries is not None else None
        if opened is not None:
            self._lay_out(opened.form)
            self._show(opened)

    def _on_changed(self, changes: Changes) -> None:
        if self._entries is None or not changes.touches(*_SHOWN_KINDS):
            return
        if self.isVisible():
            self._reload()
        else:
            self._is_stale = True

    def _keep(self, code: str, given: FormAnswer | None) -> bool:
        """Keep an answer and judge anew; False where it was refused."""
        if self._entries is None or not self._entries.answer(code, given):
            return False
        self._typed.forget(self._field(code))
        self._last_item, self._is_finished = code, False
        self._reload()
        return True

    def _keep_note(self, code: str, text: str) -> bool:
        if self._entries is None or not self._entries.note(code, text):
            return False
        self._typed.forget(self._field(f"note:{code}"))
        self._reload()
        return True

    def _on_typed(self, code: str, text: str) -> None:
        self._typed.keep(self._field(code), text)

    def _say_fault(self, cell: AnswerCell, error: KnownError) -> None:
        cell.show_fault(self._session.messages.of_error(error))
        self._fit()

    def _on_arrived(self, code: str) -> None:
        """Mark the question that the keys came to, and keep the place."""
        table = self.tables[self._chosen]
        if code not in table.rows or self._opened is None:
            return
        before = table.current
        table.mark(code)
        if before != code:
            self._is_finished = False
        states = self._states.of(self._opened, code)
        for one in {before, code} & table.rows.keys():
            table.rows[one].cell.show_state(states[one], read_only=self._opened.read_only)
        if self.side.is_explaining:
            self.side.explain(self._opened, self._opened.form.items[code])
        self._say_remark()
        self._fit()
        self._areas[self._chosen].ensureWidgetVisible(table.rows[code].cell, 0, 40)
        self._remember(code)

    def _remember(self, item: str) -> None:
        if isinstance(self._entries, RoundEntries):
            place = FormPlace(self._entries.round_id, self._entries.household_id, item)
            self._preferences.remember_form_place(self._session.desk.path, place)
            self._preferences.remember_page(self._session.desk.path, _PAGE)

    def _say_remark(self) -> None:
        if self._opened is None:
            return
        part = next((one for one in self._parts if one.key == self._chosen), None)
        items = [one.code for one in part.items] if part is not None else []
        remark = self._remarks.first(self._opened, items, self.item, self._last_item)
        if self._is_finished:
            remark = self._remarks.ending(self._opened)
        typed = self._typed.of(self._field(f"note:{remark.code}")) if remark is not None and remark.code else None
        self.strip.say(remark, typed or "")
        self.strip.set_read_only(self._opened.read_only)

    def _leave_strip(self) -> None:
        self.focus_first()

    def _on_tab(self) -> None:
        if self.strip.takes_reason:
            self.strip.take_keys()
        else:
            self._step(1)

    def _on_enter(self) -> None:
        """Take the proposal where nothing is answered yet, and go on."""
        code = self.item
        opened = self._opened
        if opened is None or not code:
            return
        if self._is_finished:
            self._after_the_end(opened)
            return
        proposal = opened.proposals.get(code)
        asked = opened.standing.applies[code] is not False
        if proposal is not None and code not in opened.answers and asked and not opened.read_only:
            self._keep(code, proposal.answer)
        self._go_on()

    def _step(self, step: int) -> None:
        """Go to the next question that is asked, or back to the one before, through all parts."""
        if self._opened is None:
            return
        places = self._places(self._opened)
        here = (self._chosen, self.item)
        at = places.index(here) if here in places else -1
        target = at + step
        if 0 <= target < len(places):
            part, item = places[target]
            self._show_part(part)
            if item:
                self._take_keys(item)
            else:
                self.focus_first()
        elif step > 0:
            self._finish()

    def _go_on(self) -> None:
        self._step(1)

    def _places(self, opened: OpenForm) -> list[tuple[str, str]]:
        """Return where the keys may stand, in the order of the paper; the members are one place, without a question."""
        applies = opened.standing.applies
        here = self.item
        found = []
        for part in self._parts:
            if part.items:
                asked = (one.code for one in part.items if applies[one.code] is not False or one.code == here)
                found += [(part.key, code) for code in asked]
            elif part.key != HISTORY and opened.review.round_id:
                found.append((part.key, ""))
        return found

    def _finish(self) -> None:
        """Say at the end of the form what is missing."""
        self._is_finished = True
        self._say_remark()

    def _after_the_end(self, opened: OpenForm) -> None:
        following = self._remarks.missing(opened)
        if following:
            self.go_to(following[0])
        else:
            self._next()

    def _take_keys(self, item: str) -> None:
        self.tables[self._chosen].rows[item].cell.take_keys()

    def _choose_part(self, key: str) -> None:
        self.commit_pending()
        self._show_part(key)
        self._focus_part()

    def _turn(self, step: int) -> None:
        """Turn to the next part of the form, or the one before."""
        keys = [part.key for part in self._parts]
        if self._chosen in keys:
            self._choose_part(keys[(keys.index(self._chosen) + step) % len(keys)])

    def _focus_part(self) -> None:
        """Begin a part at its first question without answer."""
        table = self.tables.get(self._chosen)
        if table is not None and self._opened is not None:
            applies, answers = self._opened.standing.applies, self._opened.answers
            asked = [code for code in table.rows if applies[code] is not False]
            first = next((code for code in asked if code not in answers), None)
            self._take_keys(first or (asked or list(table.rows))[0])
        else:
            self.focus_first()

    def _show_part(self, key: str) -> None:
        if key == self._chosen:
            return
        self._chosen = key
        self.members.setVisible(key == SectionKind.MEMBERS.value)
        self.history.setVisible(key == HISTORY)
        for name, area in self._areas.items():
            area.setVisible(name == key)
        if self._opened is not None:
            self.head.show_form(self._opened, self._parts, key)
            self._say_remark()
        if key not in self.tables:
            self._remember("")
        self._fit()

    def _fit(self) -> None:
        """Let the questions take no more height than they need, so that the strip stands right under them."""
        area = self._areas.get(self._chosen)
        if area is not None:
            table = self.tables[self._chosen]
            area.setMaximumHeight(max(table.heightForWidth(area.viewport().width()), 60) + 2)

    def _toggle_explanation(self) -> None:
        self._explain(wanted=not self.side.is_explaining)

    def _explain(self, *, wanted: bool) -> None:
        if self._opened is not None:
            item = self._opened.form.items.get(self.item) if wanted else None
            self.side.explain(self._opened, item)

    def _previous(self) -> None:
        self._open_beside(self._opened.previous_id if self._opened is not None else None)

    def _next(self) -> None:
        self._open_beside(self._opened.next_id if self._opened is not None else None)

    def _open_beside(self, household_id: str | None) -> None:
        self.commit_pending()
        if household_id is not None and isinstance(self._entries, RoundEntries):
            self.open(self._entries.round_id, household_id)
        elif self._opened is not None and self._opened.review.round_id:
            self.strip.say(
                Remark(self.tr("This is the last form in this direction. Esc goes back to the list."), "note")
            )

    def _copy(self) -> None:
        """Answer as the household before did."""
        code, opened = self.item, self._opened
        if self._entries is None or opened is None or not code or opened.read_only:
            return
        copied = self._entries.copied(code)
        if copied is None:
            self.strip.say(Remark(self.tr("The household before has no answer to this question."), "note"))
        elif self._keep(code, copied):
            self._go_on()

    def _take_proposals(self) -> None:
        self._fill(lambda entries: entries.confirm_proposals())

    def _carry_over(self) -> None:
        self._fill(lambda entries: entries.carry_over())

    def _fill(self, fill: Callable[[FormEntries], bool]) -> None:
        """Take several answers in one step and go to the first that is still missing."""
        self.commit_pending()
        if self._entries is None or self._opened is None or self._opened.read_only or not fill(self._entries):
            return
        self._reload()
        following = self._opened.form.next_unanswered(self._opened.answers, self.item or None)
        if following is not None:
            self.go_to(following.code)

    def _close(self) -> None:
        self.commit_pending()
        self._preferences.remember_form_place(self._session.desk.path, None)
        self.closed.emit()

    def _field(self, name: str) -> str:
        return f"{self._entries.key} {name}" if self._entries is not None else name

    def _cells(self) -> dict[str, AnswerCell]:
        return {code: row.cell for table in self.tables.values() for code, row in table.rows.items()}
