"""What a life event is held to before it is recorded, and how it is written: one named, dated operation."""

from __future__ import annotations

import contextlib
import dataclasses
from typing import TYPE_CHECKING, Any, NamedTuple

from povertydesk.poverty.household import Household, HouseholdEvent, HouseholdEventKind
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.person import HEAD, Member, Membership, Person
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.store import household_events, households, people, reviews, rounds

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

    from povertydesk.poverty.review import Review
    from povertydesk.workflow.desk import Act, Desk


class Succession(NamedTuple):
    """Who heads a household next, and what the others are to that head; a relation not given is not known."""

    head_id: str
    relations: Mapping[str, str | None] = {}


class Happening:
    """One event on one day, while it is written."""

    def __init__(self, desk: Desk, act: Act, kind: HouseholdEventKind, on: datetime.date) -> None:
        """Write an event of `kind` on a day through `act`."""
        self._engine = desk.engine
        self.act = act
        self.kind = kind
        self.on = on

    def enter(self, household: Household, persons: Mapping[str, str | None]) -> None:
        """Let people live in a household from the day on, by key with their relation to its head."""
        people.begin_stays(
            self.act.writer,
            [Membership("", person, household.id, relation, self.on) for person, relation in persons.items()],
        )
        self._recount(household.id, len(persons))

    def leave(self, household: Household, leaving: Sequence[Member], succession: Succession | None) -> None:
        """Let members live in a household no more from the day on; it ends where nobody is left.

        Where the head leaves, `succession` says who is next. Refused: `head-needs-successor`, `members-not-entered`.
        """
        gone = {one.person.id for one in leaving}
        left = [one for one in people.list_members(self._engine, household.id) if one.person.id not in gone]
        headless = any(one.membership.heads for one in leaving)
        unnamed = (household.people_count or 0) > len(leaving)
        for one in leaving:
            people.end_stay(self.act.writer, one.membership, self.on)
        self._recount(household.id, -len(leaving))
        if left and headless:
            if succession is None:
                raise KnownError("head-needs-successor", household=household.code)
            self.appoint(household, left, succession)
        elif not left and headless and unnamed:
            raise KnownError("members-not-entered", household=household.code)
        elif not left and not unnamed:
            self.end(household)

    def appoint(self, household: Household, members: Sequence[Member], succession: Succession) -> None:
        """Make a member the head from the day on; the relations of the others are asked anew."""
        head = next((one for one in members if one.person.id == succession.head_id), None)
        if head is None:
            raise KnownError("successor-not-a-member", household=household.code)
        require_not_before_stay(head, self.on)
        for one in members:
            relation = HEAD if one is head else succession.relations.get(one.person.id)
            if one is not head and relation == HEAD:
                raise KnownError("household-has-head", household=household.code)
            people.change_relation(self.act.writer, one.membership, relation, self.on)
        households.rename_head(self.act.writer, household.id, head.person.name)

    def end(self, household: Household) -> None:
        """Let a household end on the day."""
        present = households.read_household(self._engine, household.id)
        households.write_household(self.act.writer, dataclasses.replace(present, ended_on=self.on))

    def note(
        self,
        household_id: str,
        person_id: str | None = None,
        other_household_id: str | None = None,
        villages: tuple[str, str] | tuple[None, None] = (None, None),
        ended_on: datetime.date | None = None,
    ) -> None:
        """Record the event itself."""
        event = HouseholdEvent(household_id, self.kind, self.on, person_id, other_household_id, *villages)
        household_events.add_event(self.act.writer, dataclasses.replace(event, ended_on=ended_on))

    def _recount(self, household_id: str, difference: int) -> None:
        """Follow the number of people where it is known; it is never less than the members entered."""
        present = households.read_household(self._engine, household_id)
        if present.people_count is None:
            return
        entered = len(people.list_members(self._engine, household_id))
        count = max(present.people_count + difference, entered)
        households.write_household(self.act.writer, dataclasses.replace(present, people_count=count))


@contextlib.contextmanager
def happening(
    desk: Desk,
    name: str,
    kind: HouseholdEventKind,
    on: datetime.date,
    touched: Sequence[Household],
    amendment: str | None,
    **values: Any,
) -> Iterator[Happening]:
    """Write a life event as one operation `name`.

    In the period of a sealed round it needs the reason of an amendment, which is kept with that round; the number of
    people in the lists sealed since follows. Refused: `event-in-future`, `event-in-sealed-round`.
    """
    today = desk.program.clock.now().date()
    if on > today:
        raise KnownError("event-in-future", date=format_date(on))
    reason = clean_line(amendment or "")
    sealing = {one.id: rounds.sealing_round(desk.engine, one.id, on) for one in touched}
    for sealed in sealing.values():
        if sealed is not None and not reason:
            raise KnownError("event-in-sealed-round", date=format_date(on), year=sealed.year)
    with desk.operation(name, date=format_date(on), **values) as act:
        for household_id, sealed in sealing.items():
            if sealed is not None:
                rounds.add_amendment(act.writer, sealed.id, household_id, today, reason)
        before = _members_in_sealed_lists(desk, touched, on)
        yield Happening(desk, act, kind, on)
        after = _members_in_sealed_lists(desk, touched, on)
        counts = {one.id: max((one.people_count or 0) + after[one] - before[one], 0) for one in before}
        reviews.note_people(act.writer, counts)


def _members_in_sealed_lists(desk: Desk, touched: Sequence[Household], on: datetime.date) -> dict[Review, int]:
    """How many members households have now on the days of the lists that an amended event changes."""
    return {
        review: len(people.list_members(desk.engine, household.id, list_on))
        for household in touched
        for review, list_on in reviews.sealed_since(desk.engine, household.id, on)
        if review.people_count is not None
    }


def require_household(desk: Desk, household_id: str, on: datetime.date) -> Household:
    """Return a household that exists on a day; refused: `household-ended`, `event-before-household`."""
    household = households.read_household(desk.engine, household_id)
    if household.ended_on is not None:
        raise KnownError("household-ended", household=household.code)
    if household.entered_on is not None and on < household.entered_on:
        raise KnownError("event-before-household", date=format_date(on), household=household.code)
    return household


def require_member(desk: Desk, person_id: str, on: datetime.date) -> Member:
    """Return a person who lives in a household on a day and since.

    Refused: `person-lives-nowhere`, `event-before-birth`, `event-before-entry`.
    """
    person = people.read_person(desk.engine, person_id)
    stay = people.current_stay(desk.engine, person_id)
    if stay is None:
        raise KnownError("person-lives-nowhere", person=person.name)
    member = Member(person, stay)
    require_born(person, on)
    require_not_before_stay(member, on)
    return member


def require_born(person: Person, on: datetime.date) -> None:
    """Refuse an event before a person's birth."""
    if person.born_after(on):
        raise KnownError("event-before-birth", person=person.name, date=format_date(on))


def require_not_before_stay(member: Member, on: datetime.date) -> None:
    """Refuse an event before the person came into the household, or was given its present place in it."""
    since = member.membership.from_on
    if since is not None and on < since:
        raise KnownError(
            "event-before-entry", person=member.person.name, date=format_date(on), since=format_date(since)
        )
