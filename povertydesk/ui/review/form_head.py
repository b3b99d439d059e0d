"""The head of a form: whose it is, its parts with how far each is, and the way to the household before and after."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from povertydesk.poverty.questionnaire import SectionKind
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.review.form_day import FormDay
from povertydesk.ui.wrapping_row import WrappingRow
from povertydesk.workflow.scored_forms import FormMark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QResizeEvent

    from povertydesk.poverty.questionnaire import Item, Questionnaire
    from povertydesk.ui.review.standing_words import StandingWords
    from povertydesk.ui.session import Session
    from povertydesk.workflow.review_form import OpenForm

HISTORY = "history"
_LEAST_WIDTH = 50
_TOGETHER = {SectionKind.GROUPS: SectionKind.CAUSES}


class FormPart(NamedTuple):
    """One part of a form on the screen; causes and groups stand together."""

    key: str
    title: str
    kinds: tuple[SectionKind, ...]
    items: tuple[Item, ...]


class FormHead(QWidget):
    """Names the household and offers the parts of its form; `part_chosen` carries the key of one."""

    part_chosen = Signal(str)
    previous_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, session: Session, words: StandingWords, parent: QWidget | None = None) -> None:
        """Make the head, of no household yet."""
        super().__init__(parent)
        self._session = session
        self._words = words
        self.buttons: dict[str, QPushButton] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self.heading, self.summary = QLabel(), QLabel()
        self.heading.setProperty("role", "title")
        self.heading.setWordWrap(True)
        self.summary.setProperty("role", "muted")
        self.summary.setWordWrap(True)
        self.previous_button = self._step("◀ F7", self.tr("The household before (F7)"), self.previous_wanted)
        self.next_button = self._step("F8 ▶", self.tr("The next household (F8)"), self.next_wanted)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.heading)
        names.addWidget(self.summary)
        self.day = FormDay(session)
        names.addWidget(self.day)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(names, 1)
        top.addWidget(self.previous_button, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.notice = NoticeLine()
        self._tabs = WrappingRow(spacing=6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.notice)
        layout.addLayout(self._tabs)

    def parts_of(self, form: Questionnaire) -> tuple[FormPart, ...]:
        """Return the parts of a form in the order of the paper, and the history at the end."""
        titles = {
            SectionKind.CHECKLIST: self.tr("Sheet A"),
            SectionKind.MEMBERS: self.tr("Members"),
            SectionKind.B1: self.tr("B1 Income"),
            SectionKind.INDICATORS: self.tr("B2 Deprivations"),
            SectionKind.CAUSES: self.tr("Causes, groups"),
            SectionKind.SUPPORT: self.tr("Support"),
        }
        kinds: dict[SectionKind, list[SectionKind]] = {}
        items: dict[SectionKind, list[Item]] = {}
        for section in form.sections:
            under = _TOGETHER.get(section.kind, section.kind)
            kinds.setdefault(under, []).append(section.kind)
            items.setdefault(under, []).extend(section.items)
        parts = [FormPart(one.value, titles[one], tuple(kinds[one]), tuple(items[one])) for one in kinds]
        return (*parts, FormPart(HISTORY, self.tr("History"), (), ()))

    def show_parts(self, parts: Sequence[FormPart]) -> None:
        """Offer the parts of another form."""
        while self._tabs.count():
            gone = self._tabs.takeAt(0)
            button = gone.widget() if gone is not None else None
            if button is not None:
                button.deleteLater()
        self.buttons, self._names = {}, {}
        for part in parts:
            button = QPushButton(part.title)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setProperty("role", "part")
            button.setMinimumWidth(_LEAST_WIDTH)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._choose, part.key))
            self.buttons[part.key] = button
            self._tabs.addWidget(button)

    def show_form(self, opened: OpenForm, parts: Sequence[FormPart], chosen: str) -> None:
        """Say whose form it is and how far each part is."""
        practice = not opened.review.round_id
        self.heading.setText(self._practice_title(opened) if practice else self._title(opened))
        self.summary.setText("" if practice else self._summary(opened))
        self.summary.setVisible(not practice)
        self.day.setVisible(not practice)
        self.day.show_form(opened.review, read_only=opened.read_only or practice)
        for button, there in ((self.previous_button, opened.previous_id), (self.next_button, opened.next_id)):
            button.setVisible(not practice)
            button.setEnabled(there is not None)
        if opened.mark is FormMark.DRAFT:
            self.notice.say(
                self.tr("Draft: nobody checked these points yet, nothing is kept and no household is classified.")
            )
        elif practice and self._is_made_up(opened):
            self.notice.say(
                self.tr("Exercise: the points are made up, nothing is kept and no household is classified.")
            )
        elif practice:
            self.notice.say(self.tr("Exercise: nothing is kept and no household is classified."))
        elif opened.read_only:
            self.notice.say(self.tr("This form can only be read: the round is sealed, or the file is read only."))
        else:
            self.notice.clear()
        for part in parts:
            self.buttons[part.key].setHidden(practice and not part.items)
            self.buttons[part.key].setChecked(part.key == chosen)
        self._names = {part.key: (part.title, *self._progress(opened, part)) for part in parts}
        self._name_parts()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Name the parts as far as there is room."""
        super().resizeEvent(event)
        self._name_parts()

    def _name_parts(self) -> None:
        """Say with each part how far it is; where that is too wide, of the part that is shown only."""
        for key, name in self._names.items():
            self.buttons[key].setText(" · ".join(name))
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        needed = sum(button.sizeHint().width() + self._tabs.spacing() for button in shown)
        if needed > self.width():
            for key, name in self._names.items():
                if not self.buttons[key].isChecked():
                    self.buttons[key].setText(name[0])

    def _title(self, opened: OpenForm) -> str:
        words = self.tr("Review form – household {household}, {village}")
        return words.replace("{household}", opened.household.code).replace("{village}", opened.village_name)

    def _is_made_up(self, opened: OpenForm) -> bool:
        made_up = (one.form.id for one in opened.law.legislation.questionnaires if one.practice)
        return opened.form.id in made_up

    def _practice_title(self, opened: OpenForm) -> str:
        """Name an exercise under its mark; the shipped one is called so itself."""
        if self._is_made_up(opened):
            return opened.form.title
        return f"{self._session.messages.sentence(opened.mark.code)} – {opened.form.title}"

    def _summary(self, opened: OpenForm) -> str:
        people = len(opened.members) or opened.household.people_count
        counted = self.tr("{count} people").replace("{count}", str(people))
        last = self._words.status(opened.last_status).lower() if opened.last_status else self.tr("no history")
        place = self.tr("form {number} of {count} of the village")
        quick = self.tr("sheet A: {result}").replace("{result}", opened.review.quick_result or "")
        return " · ".join(
            [
                self.tr("Head: {name}").replace("{name}", opened.household.head_name),
                counted if people is not None else self.tr("number of people not known"),
                self.tr("last year: {answer}").replace("{answer}", last),
                place.replace("{number}", str(opened.number)).replace("{count}", str(opened.count)),
                *([quick] if opened.review.quick_result else []),
            ]
        )

    def _progress(self, opened: OpenForm, part: FormPart) -> list[str]:
        if part.key == SectionKind.MEMBERS.value:
            return [str(len(opened.members))] if opened.members else []
        counted = [opened.standing.sections[kind] for kind in part.kinds]
        asked = sum(one.applicable for one in counted)
        return [f"{sum(one.answered for one in counted)}/{asked}"] if asked else []

    def _choose(self, key: str, _checked: bool = False) -> None:
        self.part_chosen.emit(key)

    def _step(self, words: str, name: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _checked=False: signal.emit())
        return button
