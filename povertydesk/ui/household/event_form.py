"""One event of a household as it is entered: the kind first, then only the fields that kind needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.person import HEAD, Person, Sex
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.poverty.vietnamese import fold
from povertydesk.ui.fields.list_choice import Line, ListChoice
from povertydesk.ui.fields.readers import optional_date
from povertydesk.ui.household.event_fields import EventFields
from povertydesk.ui.household.member_lines import shown_text
from povertydesk.ui.household.words import HouseholdWords
from povertydesk.workflow import edit_members, event_entry, household_choice, household_history
from povertydesk.workflow.event_entry import EventChoice, EventEntry, Needs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from povertydesk.poverty.person import Member
    from povertydesk.ui.session import Session
    from povertydesk.workflow.keep_registry import HouseholdView

_ASKS_FOR_REASON = "event-in-sealed-round"
_OF_DATE = frozenset(
    {
        "date-not-understood",
        "event-without-date",
        "event-in-future",
        "event-before-birth",
        "event-before-entry",
        "event-before-leaving",
        "event-before-household",
        "event-before-last-move",
    }
)


class EventForm(EventFields):
    """Asks what happened, to whom and when, and records it as one act. `recorded` says in words what was recorded.

    `begun` tells that another event is being entered.
    """

    begun = Signal()
    recorded = Signal(str)
    refused = Signal(KnownError)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        self._session = session
        self._view: HouseholdView | None = None
        self._proposed: tuple[str, ...] = ()
        self._begun: set[str] = set()
        self._typed = session.typed.at("event")
        self._is_taking_up = False
        super().__init__(self._find_households, self._find_villages, parent)
        self.words = HouseholdWords(self)
        self._wire()
        self._reset()

    @property
    def has_unsaved(self) -> bool:
        """Whether somebody was named here who is recorded nowhere, of whatever household."""
        return bool(self._begun) or self._names_somebody

    @property
    def choice(self) -> EventChoice | None:
        """What happened, as far as it was chosen."""
        kind: EventChoice | None = self.kind.value
        if kind is EventChoice.MARRY_OUT and self.direction.value is EventChoice.MARRY_IN:
            return EventChoice.MARRY_IN
        return kind

    def show_view(self, view: HouseholdView) -> None:
        """Ask about this household; what was being entered of another one waits for it."""
        another = self._view is None or self._view.household.id != view.household.id
        if another and self._view is not None and self._names_somebody:
            self._begun.add(self._view.household.id)
        self._view = view
        self.setDisabled(self._session.desk.read_only)
        if another:
            self._begun.discard(view.household.id)
            self._typed = self._session.typed.at(f"event {view.household.id}")
            self._take_up(self._typed.texts)
        else:
            self._ask()

    def propose_people(self, people: Sequence[str]) -> None:
        """Mark those who were chosen among the members."""
        self._proposed = tuple(people)
        if self.choice is None:
            return
        self._fill_people()

    def begin(self, choice: EventChoice, people: Sequence[str] = ()) -> None:
        """Begin an event of a kind that happened to these people."""
        self._proposed = tuple(people)
        self._show_choice(choice)
        self._on_kind()

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        self.kind.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take back by Esc what was begun here."""
        if event.key() == Qt.Key.Key_Escape and self.choice is not None:
            self._proposed = ()
            self._reset()
            self._hold()
            self.kind.setFocus()
        else:
            super().keyPressEvent(event)

    def record(self) -> None:
        """Record what was entered; what is refused stays with its sentence."""
        choice, view = self.choice, self._view
        if choice is None or view is None:
            self.kind.setFocus()
            return
        session = self._session
        try:
            entry = self._entry(choice, view.household.id)
            recorded = event_entry.record_event(session.desk, entry)
        except KnownError as error:
            self._say(error)
            return
        done = session.undo_state().undo
        self._proposed = ()
        self._reset()
        self._hold()
        session.announce(recorded.changes)
        self.kind.setFocus()
        if done is not None:
            self.recorded.emit(session.describe(done))

    def _wire(self) -> None:
        for row in (self.kind, self.direction, self.sex):
            row.chosen.connect(lambda _value: self._hold())
        for choice in self.lists.values():
            choice.changed.connect(self._hold)
        for search in self.searches.values():
            search.changed.connect(self._hold)
        for field in self.texts.values():
            field.changed.connect(self._hold)
        self.kind.chosen.connect(lambda _value: self._on_kind())
        self.direction.chosen.connect(lambda _value: self._ask())
        for chosen in (self.people, self.person):
            chosen.changed.connect(self._ask)
        self.household.changed.connect(self._ask)
        self.button.clicked.connect(self.record)
        self.date.editor.returnPressed.connect(self._after_date)
        self.reason.editor.returnPressed.connect(self.record)

    @property
    def _names_somebody(self) -> bool:
        return self.choice is not None and bool(self.name.text)

    def _hold(self) -> None:
        """Keep on this PC what is begun here: it is recorded only as a whole."""
        choice = self.choice
        if self._is_taking_up or self._view is None:
            return
        if choice is None:
            self._typed.keep({})
            return
        texts = {"choice": choice.value} | {name: field.text for name, field in self.texts.items()}
        if self.sex.value is not None:
            texts["sex"] = self.sex.value.value
        texts |= {name: " ".join(listed.chosen) for name, listed in self.lists.items()}
        for name, search in self.searches.items():
            texts |= {name: search.field.text, f"{name}-chosen": search.chosen or ""}
        self._typed.keep({name: text for name, text in texts.items() if text})

    def _take_up(self, begun: Mapping[str, str]) -> None:
        """Go on with what was begun of this household before another one was shown, or the program ended."""
        self._is_taking_up = True
        try:
            self._proposed = ()
            self._reset()
            choice = next((one for one in EventChoice if one.value == begun.get("choice")), None)
            if choice is not None:
                self._bring_back(choice, begun)
        finally:
            self._is_taking_up = False

    def _bring_back(self, choice: EventChoice, begun: Mapping[str, str]) -> None:
        self._show_choice(choice)
        self._fill_people()
        self.sex.show_value(Sex(begun["sex"]) if "sex" in begun else None)
        for name, field in self.texts.items():
            field.restore(begun.get(name, ""))
        for name, search in self.searches.items():
            search.choose(begun.get(name, ""), begun.get(f"{name}-chosen"))
        for name in ("people", "person"):
            self.lists[name].show_lines(self.lists[name].lines, begun.get(name, "").split())
        self._ask()
        for name in ("head", "successor"):
            self.lists[name].show_lines(self.lists[name].lines, begun.get(name, "").split())
        self.reason.setVisible(bool(self.reason.text))
        self.notice.say(self.tr("Begun and not recorded yet. Esc takes it back."), Severity.NOTE)

    def _show_choice(self, choice: EventChoice) -> None:
        joining = choice is EventChoice.MARRY_IN
        self.kind.show_value(EventChoice.MARRY_OUT if joining else choice)
        self.direction.show_value(choice if joining else EventChoice.MARRY_OUT)

    def _reset(self) -> None:
        """Forget what was entered; the day is today again."""
        self.kind.show_value(None)
        self.direction.show_value(EventChoice.MARRY_OUT)
        self.sex.show_value(None)
        for field in self.texts.values():
            field.editor.clear()
            field.show_fault("")
        self.date.editor.setText(format_date(self._session.desk.program.clock.now().date()))
        self.household.clear()
        self.village.clear()
        self.reason.hide()
        self.notice.clear()
        self._ask()

    def _on_kind(self) -> None:
        self.begun.emit()
        self.notice.clear()
        self.reason.hide()
        self._fill_people()
        if self.choice is not None:
            self._first_open().setFocus()

    def _fill_people(self) -> None:
        """Offer the members, or those who left where someone comes back; the proposed ones are marked."""
        view = self._view
        if view is None:
            return
        former = self.choice is EventChoice.MOVE_BACK
        known = household_history.list_former_members(self._session.desk, view.household.id) if former else view.members
        lines = [self._line(one) for one in known]
        proposed = [one for one in self._proposed if one in {line.id for line in lines}]
        self.people.show_lines(lines, proposed)
        self.person.show_lines(lines, proposed if len(proposed) == 1 else ())
        self._ask()

    def _line(self, member: Member) -> Line:
        relation = "" if member.membership.until_on else shown_text(self.words, member, "relation")
        parts = [member.person.name, shown_text(self.words, member, "birth"), relation]
        return Line(member.person.id, " · ".join(part for part in parts if part))

    @property
    def _chosen_people(self) -> tuple[str, ...]:
        return self.people.chosen if self._needs.several else self.person.chosen

    @property
    def _needs(self) -> Needs:
        """What is asked for at all, before anybody is chosen."""
        if self.choice is None or self._view is None:
            return Needs()
        return event_entry.needs_of(self._session.desk, self._view.household.id, self.choice, ())

    def _ask(self) -> None:
        """Show the fields that the event needs as it stands, and no other."""
        choice, view = self.choice, self._view
        needs = self._needs
        if choice is not None and view is not None and needs.people:
            chosen = self._chosen_people
            needs = event_entry.needs_of(self._session.desk, view.household.id, choice, chosen)
        self.direction.setVisible(self.kind.value is EventChoice.MARRY_OUT)
        self.people.setVisible(needs.people and needs.several)
        self.person.setVisible(needs.people and not needs.several)
        self.name.setVisible(needs.newcomer)
        self.born.setVisible(needs.newcomer and choice is not EventChoice.BIRTH)
        self.sex.setVisible(needs.newcomer)
        self.household.setVisible(needs.other_household)
        merging = choice is EventChoice.MERGE
        self.household.field.set_label(
            self.tr("Which household they join") if merging else self.tr("Which household (empty: out of the commune)")
        )
        self.relation.setVisible(needs.newcomer or (choice is EventChoice.MARRY_OUT and bool(self.household.chosen)))
        self.village.setVisible(needs.village)
        self.head.setVisible(needs.head)
        self.successor.setVisible(needs.successor)
        self.date.setVisible(choice is not None)
        self.button.setVisible(choice is not None)
        if needs.head:
            self._offer(self.head, [one for one in self._known_lines() if one.id in self._chosen_people])
        if needs.successor:
            gone = set(self._chosen_people) if needs.people else self._heads()
            self._offer(self.successor, [one for one in self._known_lines() if one.id not in gone])

    def _offer(self, choice: ListChoice, lines: list[Line]) -> None:
        """Offer people, keeping the one who was chosen already; of one alone there is no question."""
        kept = [line.id for line in lines if line.id in choice.chosen]
        choice.show_lines(lines, kept or ([lines[0].id] if len(lines) == 1 else []))

    def _known_lines(self) -> list[Line]:
        if self._view is None:
            return []
        former = self.choice is EventChoice.MOVE_BACK
        known = (
            household_history.list_former_members(self._session.desk, self._view.household.id)
            if former
            else self._view.members
        )
        return [self._line(one) for one in known]

    def _heads(self) -> set[str]:
        members = self._view.members if self._view is not None else ()
        return {one.person.id for one in members if one.membership.relation == HEAD}

    def _first_open(self) -> QWidget:
        """Return the first field that still waits for an answer; the day where nothing does."""
        if self.kind.value is EventChoice.MARRY_OUT:
            return self.direction
        for choice in (self.people, self.person, self.head, self.successor):
            if not choice.isHidden() and not choice.chosen:
                return choice
        for field in (self.name, self.household, self.village):
            if not field.isHidden():
                return field
        return self.date

    def _after_date(self) -> None:
        if self.reason.isHidden():
            self.record()
        else:
            self.reason.setFocus()

    def _entry(self, choice: EventChoice, household_id: str) -> EventEntry:
        self.date.show_fault("")
        on = optional_date(self.date.text)
        if on is None:
            raise KnownError("event-without-date")
        newcomer = None
        if not self.name.isHidden():
            birth = edit_members.read_birth(self.born.text, on) if not self.born.isHidden() else (None, None)
            newcomer = Person("", self.name.text, birth[0], birth[1], sex=self.sex.value)
        relation = edit_members.read_relation(self.relation.text) if not self.relation.isHidden() else None
        return EventEntry(
            choice,
            household_id,
            on,
            people=self._chosen_people if self._needs.people else (),
            head_id=self.head.one if not self.head.isHidden() else None,
            successor_id=self.successor.one if not self.successor.isHidden() else None,
            newcomer=newcomer,
            relation=relation,
            other_household_id=self.household.chosen if not self.household.isHidden() else None,
            village_id=self.village.chosen if not self.village.isHidden() else None,
            amendment=self.reason.text if not self.reason.isHidden() else None,
        )

    def _say(self, error: KnownError) -> None:
        """Say what is wrong beside what it is about."""
        sentence = self._session.messages.of_error(error)
        self.notice.clear()
        if error.code in _OF_DATE:
            self.date.show_fault(sentence)
            self.date.setFocus()
            self.date.editor.selectAll()
        elif error.code == _ASKS_FOR_REASON:
            self.reason.show()
            self.reason.show_fault(sentence)
            self.reason.setFocus()
        else:
            self.notice.say(sentence, Severity.ERROR)
            self._first_open().setFocus()

    def _find_households(self, text: str) -> list[Line]:
        own = self._view.household.id if self._view is not None else ""
        hits = household_choice.find_households(self._session.desk, text, own)
        return [Line(hit.id, f"{hit.code} – {hit.head_name} · {hit.village}") for hit in hits]

    def _find_villages(self, text: str) -> list[Line]:
        own = self._view.household.village_id if self._view is not None else ""
        wanted = fold(text)
        villages = household_choice.list_villages(self._session.desk)
        return [Line(one.id, one.name) for one in villages if one.id != own and wanted in fold(one.name)]
