"""What happened in the life of a household: a form for the next event, and the past ones, each taken back by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from povertydesk.poverty.household import HouseholdEventKind
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.household.event_form import EventForm
from povertydesk.ui.household.list_grid import ListGrid
from povertydesk.ui.household.words import HouseholdWords
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.records.columns import Column
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.workflow import history, household_history

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from povertydesk.ui.session import Session
    from povertydesk.workflow.event_entry import EventChoice
    from povertydesk.workflow.household_history import PastEvent
    from povertydesk.workflow.keep_registry import HouseholdView


class _EventLine(NamedTuple):
    row_id: str
    day: str
    kind: str
    who: str
    operation: int | None


class _EventGrid(ListGrid):
    """The past events; Delete takes the chosen one back."""

    undo_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.undo_wanted.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class HouseholdEvents(QWidget):
    """The form of the next event over the list of the past ones, newest first."""

    refused = Signal(KnownError)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._session = session
        self._household_id: str | None = None
        self.words = HouseholdWords(self)
        self.table: RecordTable[_EventLine] = RecordTable(
            (
                Column("day", self.tr("Day"), lambda line: line.day, width_characters=10),
                Column("kind", self.tr("Event"), lambda line: line.kind, width_characters=18),
                Column("who", self.tr("Who, from and to"), lambda line: line.who, width_characters=34),
            ),
            lambda line: line.row_id,
            parent=self,
        )
        self._build()

    @property
    def has_unsaved(self) -> bool:
        """Whether somebody was named in the form who is recorded nowhere."""
        return self.form.has_unsaved

    def show_view(self, view: HouseholdView) -> None:
        """Show what happened to a household, and ask about it."""
        if view.household.id != self._household_id:
            self.notice.clear()
        self._household_id = view.household.id
        self.form.show_view(view)
        past = household_history.list_events(self._session.desk, view.household.id)
        self.table.set_records([self._line(place, one) for place, one in enumerate(past)])
        self.grid.setVisible(bool(past))
        self.undo_button.setVisible(bool(past))
        self.undo_button.setDisabled(self._session.desk.read_only)
        self.empty.setVisible(not past)

    def propose_people(self, people: Sequence[str]) -> None:
        """Mark those who were chosen among the members."""
        self.form.propose_people(people)

    def begin(self, choice: EventChoice, people: Sequence[str] = ()) -> None:
        """Begin an event of a kind that happened to these people."""
        self.form.begin(choice, people)

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        self.form.focus_first()

    def take_back(self) -> None:
        """Take the chosen event back in one step; those that rest on it are named first."""
        index = self.grid.currentIndex()
        line = self.table.records[index.row() if index.isValid() else 0] if self.table.records else None
        if line is not None and line.operation is not None:
            self._undo(line.operation, ())

    def _build(self) -> None:
        self.form = EventForm(self._session)
        self.form.refused.connect(self.refused)
        self.form.recorded.connect(self._on_recorded)
        self.notice = NoticeLine(dismissible=True)
        self.form.begun.connect(self.notice.clear)
        heading = QLabel(self.tr("What happened so far"))
        heading.setProperty("role", "section")
        self.empty = QLabel(self.tr("Nothing is recorded yet."))
        self.empty.setProperty("role", "muted")
        self.grid = _EventGrid(self.table, name=self.tr("What happened so far"), frozen_columns=1)
        self.grid.undo_wanted.connect(self.take_back)
        self.undo_button = QPushButton(self.tr("Take the chosen event back (Delete)"))
        self.undo_button.clicked.connect(self.take_back)
        buttons = QHBoxLayout()
        buttons.addWidget(self.undo_button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.form)
        layout.addWidget(self.notice)
        layout.addSpacing(4)
        layout.addWidget(heading)
        layout.addWidget(self.empty)
        layout.addWidget(self.grid)
        layout.addLayout(buttons)
        layout.addStretch(1)

    def _line(self, place: int, past: PastEvent) -> _EventLine:
        who = ", ".join(past.people)
        if past.villages is not None:
            who = " → ".join(past.villages)
        elif past.other:
            towards = self.tr("from household {household}") if past.incoming else self.tr("to household {household}")
            who = ", ".join(part for part in (who, towards.replace("{household}", past.other)) if part)
        kind = self.words.event_words(past.kind)
        if past.kind is HouseholdEventKind.MERGE and past.incoming:
            kind = self.tr("Took another household in")
        return _EventLine(
            str(past.operation or f"other-{place}"), format_date(past.happened_on), kind, who, past.operation
        )

    def _undo(self, operation: int, confirmed: Sequence[int]) -> None:
        session = self._session
        try:
            changes = history.undo(session.desk, str(operation), confirmed)
        except KnownError as error:
            if error.code == "undo-needs-confirmation":
                self._ask_for_others(operation)
            else:
                self.notice.say(session.messages.of_error(error), Severity.ERROR)
            return
        self.notice.clear()
        session.announce(changes)

    def _ask_for_others(self, operation: int) -> None:
        """Name what rests on an event and must be taken back with it."""
        together = history.hanging_together(self._session.desk, str(operation))
        others = [one for one in together if one.number != operation]
        listed = "; ".join(self._session.describe(one) for one in others)
        sentence = self.tr("Later work rests on this event and would be taken back with it: {others}.")
        self.notice.say(
            sentence.replace("{others}", listed),
            Severity.WARNING,
            self.tr("Take all of it back"),
            lambda: self._undo(operation, [one.number for one in others]),
        )

    def _on_recorded(self, words: str) -> None:
        done = self._session.undo_state().undo
        if done is not None:
            said = self.tr("Recorded: {event}.").replace("{event}", words)
            self.notice.say(said, Severity.NOTE, self.tr("Take it back"), lambda: self._undo(done.number, ()))
