"""The parts of a form under each other: one is shown at a time, the strip stands right under its questions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.questionnaire import SectionKind
from povertydesk.ui.review.form_head import HISTORY, FormPart
from povertydesk.ui.review.form_history import FormHistory
from povertydesk.ui.review.form_members import FormMembers
from povertydesk.ui.review.form_states import FormStates
from povertydesk.ui.review.form_strip import FormStrip
from povertydesk.ui.review.question_table import QuestionTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.ui.review.answer_cell import AnswerCell
    from povertydesk.ui.review.answer_words import AnswerWords
    from povertydesk.ui.review.standing_words import StandingWords
    from povertydesk.ui.session import Session
    from povertydesk.workflow.review_form import OpenForm

_LEAST_HEIGHT = 60
_ROOM_BELOW = 40


class FormBody(QWidget):
    """The questions, the members and the history of one form.

    `keep` takes the answer to a question and says whether it was kept. `arrived` carries the question the keys came
    to; `done`, `entered`, `stepped` and `tabbed` are what was keyed there. `typed` carries each change of a number
    that is being typed, `refused` the question whose text is none, and why.
    """

    arrived = Signal(str)
    done = Signal()
    entered = Signal()
    stepped = Signal(int)
    tabbed = Signal()
    typed = Signal(str, str)
    refused = Signal(str, KnownError)

    def __init__(
        self, session: Session, words: AnswerWords, standing: StandingWords, parent: QWidget | None = None
    ) -> None:
        """Show no form yet."""
        super().__init__(parent)
        self.keep: Callable[[str, FormAnswer | None], bool] | None = None
        self.tables: dict[str, QuestionTable] = {}
        self.parts: tuple[FormPart, ...] = ()
        self.part = ""
        self._here = ""
        self._areas: dict[str, QScrollArea] = {}
        self._words = words
        self._states = FormStates(self)
        self.members = FormMembers(session)
        self.members.finished.connect(self.done)
        self.history = FormHistory(words, standing)
        self.strip = FormStrip()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.members, 1)
        self._layout.addWidget(self.history, 1)
        self._layout.addWidget(self.strip)
        self._layout.addStretch(0)

    @property
    def item(self) -> str:
        """The question the keys are at; empty among the members and in the history."""
        table = self.tables.get(self.part)
        return table.current if table is not None else ""

    @property
    def items_shown(self) -> list[str]:
        """The questions of the part that is shown."""
        return list(self.tables[self.part].rows) if self.part in self.tables else []

    @property
    def cells(self) -> dict[str, AnswerCell]:
        """The cells of all questions."""
        return {code: row.cell for table in self.tables.values() for code, row in table.rows.items()}

    @property
    def has_unsaved(self) -> bool:
        """Whether something stands in a field and nowhere else."""
        typing = any(cell.is_unsaved for cell in self.cells.values())
        return typing or self.strip.is_unsaved or self.members.has_unsaved

    def commit_pending(self) -> None:
        """Keep what is just being typed."""
        for cell in self.cells.values():
            cell.commit()
        self.strip.commit()
        self.members.commit_pending()

    def stop(self) -> None:
        """Keep nothing any more."""
        self.keep = None
        self.strip.keep = None
        self.members.stop()

    def lay_out(self, parts: Sequence[FormPart]) -> None:
        """Make the parts of a form in place of those of another."""
        for area in self._areas.values():
            area.hide()
            area.deleteLater()
        self.parts, self.part, self._here = tuple(parts), "", ""
        self.tables, self._areas = {}, {}
        for part in self.parts:
            if part.items:
                self._make_table(part)

    def show_form(self, opened: OpenForm) -> None:
        """Show what the form holds now."""
        self.members.show_form(opened)
        self.history.show_form(opened)
        states = self._states.of(opened, self.item)
        points = self._states.points(opened)
        for part in self.parts:
            if part.key in self.tables:
                self.tables[part.key].show_states(states, read_only=opened.read_only)
                known = {one.code: points[one.code] for one in part.items if one.code in points}
                self.tables[part.key].show_points(known or None)
        self.fit()

    def show_part(self, key: str) -> None:
        """Bring a part to the front."""
        self.part, self._here = key, ""
        self.members.setVisible(key == SectionKind.MEMBERS.value)
        self.history.setVisible(key == HISTORY)
        for name, area in self._areas.items():
            area.setVisible(name == key)
        self.fit()

    def mark(self, opened: OpenForm, code: str) -> bool:
        """Frame the question the keys came to and show all that may be chosen there; False where they were before."""
        table = self.tables[self.part]
        before = table.current
        table.mark(code)
        states = self._states.of(opened, code)
        for one in {before, code} & table.rows.keys():
            table.rows[one].cell.show_state(states[one], read_only=opened.read_only)
        self.fit()
        self._areas[self.part].ensureWidgetVisible(table.rows[code].cell, 0, _ROOM_BELOW)
        return before != code

    def part_of(self, code: str) -> str:
        """Return the part a question stands in."""
        return next(key for key, table in self.tables.items() if code in table.rows)

    def places(self, opened: OpenForm) -> list[tuple[str, str]]:
        """Return where the keys may stand, by part and question; the members are one place, without a question."""
        applies, here = opened.standing.applies, self.item
        found = []
        for part in self.parts:
            if part.items:
                asked = (one.code for one in part.items if applies[one.code] is not False or one.code == here)
                found += [(part.key, code) for code in asked]
            elif part.key != HISTORY and opened.review.round_id:
                found.append((part.key, ""))
        return found

    def first_open(self, opened: OpenForm) -> str:
        """Return the first question of the shown part that has no answer, else the first that is asked."""
        asked = [code for code in self.items_shown if opened.standing.applies[code] is not False] or self.items_shown
        return next((code for code in asked if code not in opened.answers), asked[0])

    def take_keys(self, code: str = "") -> None:
        """Bring the keys to a question of the shown part, to where they were in it, or to the members."""
        table = self.tables.get(self.part)
        if table is not None:
            target = code or table.current or next(iter(table.rows))
            # A window that is not shown yet gives nobody the keys, and the place must be known all the same.
            self._arrive(target)
            table.rows[target].cell.take_keys()
        elif self.part == SectionKind.MEMBERS.value:
            self.members.focus_first()
        else:
            self.setFocus()

    def fit(self) -> None:
        """Let the questions take no more height than they need, so that the strip stands right under them."""
        area = self._areas.get(self.part)
        if area is not None:
            height = self.tables[self.part].heightForWidth(area.viewport().width())
            area.setMaximumHeight(max(height, _LEAST_HEIGHT) + 2)

    def _make_table(self, part: FormPart) -> None:
        table = QuestionTable(part.title, part.items, self._words)
        table.moved_to.connect(self._arrive)
        table.grown.connect(self.fit)
        for code, row in table.rows.items():
            cell = row.cell
            cell.keep = partial(self._keep, code)
            cell.done.connect(self.done)
            cell.entered.connect(self.entered)
            cell.stepped.connect(self.stepped)
            cell.tabbed.connect(self.tabbed)
            cell.refused.connect(partial(self.refused.emit, code))
            cell.typed.connect(partial(self.typed.emit, code))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(table)
        area.hide()
        self.tables[part.key], self._areas[part.key] = table, area
        self._layout.insertWidget(0, area, 1)

    def _arrive(self, code: str) -> None:
        if code != self._here and code in self.items_shown:
            self._here = code
            self.arrived.emit(code)

    def _keep(self, code: str, given: FormAnswer | None) -> bool:
        return self.keep is not None and self.keep(code, given)
