"""One household beside the list: its sheet, its people, its events and its history, each one key away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import KnownError
from povertydesk.ui.household.details import HouseholdDetails
from povertydesk.ui.household.duplicates import DuplicatesView
from povertydesk.ui.household.events import HouseholdEvents
from povertydesk.ui.household.members import HouseholdMembers
from povertydesk.ui.household.newly_escaped import NewlyEscapedView
from povertydesk.ui.household.status_history import HouseholdStatusHistory
from povertydesk.ui.review.explanation_panel import ExplanationPanel
from povertydesk.workflow import household_choice, keep_registry
from povertydesk.workflow.event_entry import EventChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.keep_registry import HouseholdView

_SHOWN_KINDS = ("household", "person", "membership", "household_event", "household_decision", "review", "village")

_MEMBERS, _EVENTS, _RESULT = 1, 2, 4


class HouseholdPanel(QWidget):
    """What is known of one household; Alt+1 … Alt+5 choose the part, Esc leaves.

    `household_shown` carries the key of the household that is shown now, also one that was just entered.
    """

    refused = Signal(KnownError)
    household_shown = Signal(str)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show no household yet."""
        super().__init__(parent)
        self._session = session
        self._household_id: str | None = None
        self._build()
        session.changed.connect(self._on_changed)
        self.show_household(None)

    @property
    def household_id(self) -> str | None:
        """The household that is shown; None while there is none, or a new one is not entered yet."""
        return self._household_id

    @property
    def has_unsaved(self) -> bool:
        """Whether something was typed that stands nowhere else."""
        return self.details.has_unsaved or self.members.has_unsaved or self.events.has_unsaved

    def show_household(self, household_id: str | None) -> None:
        """Show a household; what was being typed of the one before is kept first."""
        if household_id != self._household_id:
            self.commit_pending()
        self._household_id = household_id
        self._refresh()
        if household_id is not None and self._household_id == household_id:
            self.household_shown.emit(household_id)

    def start_new(self, village_id: str | None) -> None:
        """Take in a new household, of a village where that is known."""
        self.commit_pending()
        self._household_id = None
        self.title.setText(self.tr("New household"))
        self.subtitle.setText(self.tr("It enters the registry as soon as its village and its head's name are known."))
        self.details.start_new(village_id)
        self._show_whole(known=False)
        self.show_part(0)
        self.details.focus_first()

    def commit_pending(self) -> None:
        """Keep what is just being typed."""
        self.details.commit_pending()
        self.members.commit_pending()

    def stop(self) -> None:
        """Keep nothing any more: the file is being put away."""
        self.details.stop()
        self.members.stop()
        self.duplicates.stop()

    def focus_first(self) -> None:
        """Put the keyboard where work begins in the part that is shown."""
        self._part_widgets[self.parts.currentIndex()].focus_first()

    def show_part(self, place: int) -> None:
        """Bring one part to the front."""
        if self._buttons[place].isEnabled():
            self.parts.setCurrentIndex(place)
            self._buttons[place].setChecked(True)
            self._explain()

    def print_out(self) -> None:
        """Print why the household is classified as it is, the sheet for the village meeting."""
        self.show_part(_RESULT)
        self.explanation.print_out()

    def show_person(self, person_id: str) -> None:
        """Stand on a member of the household, who was found elsewhere."""
        self.show_part(self._part_widgets.index(self.members))
        self.members.stand_on(person_id)

    def begin_event(self, choice: EventChoice, people: Sequence[str] = ()) -> None:
        """Begin an event of a kind that happened to these people of the household."""
        self.show_part(_EVENTS)
        self.events.begin(choice, people)

    def show_duplicates(self) -> None:
        """Show, in place of the household, the people who may stand in the registry twice."""
        self._show_list(self.duplicates)

    def show_newly_escaped(self) -> None:
        """Show, in place of the household, the households that left the list lately."""
        self._show_list(self.newly_escaped)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave by Esc, where nothing in the panel had something to take back."""
        if event.key() == Qt.Key.Key_Escape:
            self.commit_pending()
            if self.body.currentWidget() in {self.duplicates, self.newly_escaped}:
                self._refresh()
            else:
                self.left.emit()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self.title = QLabel()
        self.title.setProperty("role", "title")
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.subtitle = QLabel()
        self.subtitle.setProperty("role", "muted")
        self.subtitle.setWordWrap(True)
        self.subtitle.setTextFormat(Qt.TextFormat.PlainText)
        self.details = HouseholdDetails(self._session)
        self.details.refused.connect(self.refused)
        self.details.entered.connect(self._on_entered)
        self.members = HouseholdMembers(self._session)
        self.members.refused.connect(self.refused)
        self.events = HouseholdEvents(self._session)
        self.events.refused.connect(self.refused)
        self.status_history = HouseholdStatusHistory(self._session)
        self.explanation = ExplanationPanel(self._session)
        self.explanation.setProperty("role", "")
        self.explanation.setContentsMargins(-12, -4, -12, -12)
        self._part_widgets = (self.details, self.members, self.events, self.status_history, self.explanation)
        self._buttons: list[QToolButton] = []
        self.parts = QStackedWidget()
        titles = (
            self.tr("Household"),
            self.tr("Members"),
            self.tr("Events"),
            self.tr("Review history"),
            self.tr("Result"),
        )
        strip = QHBoxLayout()
        strip.setSpacing(6)
        for place, (words, part) in enumerate(zip(titles, self._part_widgets, strict=True)):
            self.parts.addWidget(part if part is self.explanation else _scrolled(part))
            strip.addWidget(self._part_button(place, words))
        strip.addStretch(1)
        self.whole = QFrame()
        inside = QVBoxLayout(self.whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addLayout(strip)
        inside.addWidget(self.parts, 1)
        self.duplicates = DuplicatesView(self._session)
        self.duplicates.household_wanted.connect(self._open)
        self.duplicates.move_out_wanted.connect(self._move_out)
        self.newly_escaped = NewlyEscapedView(self._session)
        self.newly_escaped.household_wanted.connect(self._open)
        self.empty = QLabel(self.tr("Choose a household in the list to see its people and what happened to it."))
        self.empty.setProperty("role", "muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body = QStackedWidget()
        for part in (self.empty, self.whole, self.duplicates, self.newly_escaped):
            self.body.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 8)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addWidget(self.subtitle)
        layout.addWidget(self.body, 1)
        layout.addLayout(self._build_foot())

    def _build_foot(self) -> QHBoxLayout:
        """Offer, quietly, the lists that are about all households."""
        foot = QHBoxLayout()
        foot.setSpacing(14)
        self.duplicates_button = QPushButton(self.tr("People who may stand here twice"))
        self.duplicates_button.clicked.connect(self.show_duplicates)
        self.newly_escaped_button = QPushButton(self.tr("Newly escaped households"))
        self.newly_escaped_button.clicked.connect(self.show_newly_escaped)
        for button in (self.duplicates_button, self.newly_escaped_button):
            button.setProperty("role", "link")
            foot.addWidget(button)
        foot.addStretch(1)
        return foot

    def _part_button(self, place: int, words: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setProperty("role", "part")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(f"Alt+{place + 1}")
        button.setChecked(place == 0)
        action = QAction(self)
        action.setShortcut(QKeySequence(f"Alt+{place + 1}"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: self._go_to_part(place))
        self.addAction(action)
        button.clicked.connect(lambda: self._go_to_part(place))
        self._buttons.append(button)
        return button

    def _go_to_part(self, place: int) -> None:
        self.commit_pending()
        if place == _EVENTS and self.parts.currentIndex() == _MEMBERS:
            self.events.propose_people(self.members.chosen_people)
        self.show_part(place)
        self.focus_first()

    def _show_list(self, shown: DuplicatesView | NewlyEscapedView) -> None:
        self.commit_pending()
        self.title.hide()
        self.subtitle.hide()
        self.body.setCurrentWidget(shown)
        shown.focus_first()

    def _open(self, household_id: str) -> None:
        self.show_household(household_id)
        self.focus_first()

    def _move_out(self, household_id: str, person_id: str) -> None:
        self.show_household(household_id)
        self.begin_event(EventChoice.MOVE_OUT, (person_id,))

    def _show_whole(self, *, known: bool) -> None:
        """Show the parts; only the first of a household that is not entered yet."""
        self.body.setCurrentWidget(self.whole)
        self.title.show()
        self.subtitle.show()
        for button in self._buttons[1:]:
            button.setEnabled(known)

    def _refresh(self) -> None:
        """Show what the records say now; a household that an undoing took away is shown no more."""
        view = None
        if self._household_id is not None:
            try:
                view = keep_registry.read_household(self._session.desk, self._household_id)
            except KnownError:
                self._household_id = None
        if view is None:
            self.title.hide()
            self.subtitle.hide()
            self.body.setCurrentWidget(self.empty)
            return
        self._show_head(view)
        self.details.show_view(view)
        self.members.show_view(view)
        self.events.show_view(view)
        self.status_history.show_view(view)
        self._explain()
        self._show_whole(known=True)

    def _explain(self) -> None:
        """Judge the household only while its result is looked at."""
        looked_at = self.parts.currentWidget() is self.explanation
        self.explanation.show_household(self._household_id if looked_at else None)

    def _show_head(self, view: HouseholdView) -> None:
        household = view.household
        self.title.setText(f"{household.code} – {household.head_name}")
        villages = household_choice.list_villages(self._session.desk)
        parts = [next((village.name for village in villages if village.id == household.village_id), "")]
        parts.append(self.tr("{count} people entered").replace("{count}", str(len(view.members))))
        if household.ended_on is not None:
            ended = self.tr("no longer in the commune since {date}")
            parts.append(ended.replace("{date}", format_date(household.ended_on)))
        self.subtitle.setText(" · ".join(parts))

    def _on_entered(self, household_id: str) -> None:
        self._household_id = household_id
        self._refresh()
        self.household_shown.emit(household_id)

    def _on_changed(self, changes: Changes) -> None:
        if self._household_id is None or not changes.touches(*_SHOWN_KINDS):
            return
        shown = self.body.currentWidget()
        self._refresh()
        if shown in {self.duplicates, self.newly_escaped}:
            self._show_list(shown)


def _scrolled(part: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(part)
    return area
