"""Keeping the registry: entering and correcting households and their people, outside of what happens in their lives."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.person import HEAD, Membership, Person
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.store import households, people, rounds, villages
from povertydesk.workflow.entries import require_not_negative

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.poverty.household import Household
    from povertydesk.poverty.person import Member
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk


class NewMember(NamedTuple):
    """A person not yet in the registry, with the relation to the head of the household it enters."""

    person: Person
    relation: str | None


class Added(NamedTuple):
    """What was added, by its key, and what that changed."""

    id: str
    changes: Changes


class HouseholdView(NamedTuple):
    """A household with its members on a day."""

    household: Household
    members: tuple[Member, ...]


def read_household(desk: Desk, household_id: str, on: datetime.date | None = None) -> HouseholdView:
    """Read a household with its members now, or on a day."""
    return HouseholdView(
        households.read_household(desk.engine, household_id), people.list_members(desk.engine, household_id, on)
    )


def add_household(desk: Desk, household: Household, members: Sequence[NewMember] = ()) -> Added:
    """Enter a household with the members known of it; they live in it since before the records, or since it entered.

    Without a code it gets the next number of its village; the head among the members gives it its name. Refused:
    `household-code-taken`, `household-without-head`, `household-has-head`, `person-without-name`, `count-negative`.
    """
    entering = [NewMember(clean_person(one.person), one.relation) for one in members]
    heads = [one.person for one in entering if one.relation == HEAD]
    code = clean_line(household.code) or households.next_code(desk.engine, household.village_id)
    kept = _checked(desk, dataclasses.replace(household, id="", code=code, ended_on=None), heads)
    if entering:
        kept = dataclasses.replace(kept, people_count=max(kept.people_count or 0, len(entering)))
    with desk.operation("add-household", household=kept.code, head=kept.head_name) as act:
        key = households.write_household(act.writer, kept)
        persons = people.add_people(act.writer, [one.person for one in entering])
        people.begin_stays(
            act.writer,
            [
                Membership("", person, key, one.relation, kept.entered_on)
                for person, one in zip(persons, entering, strict=True)
            ],
        )
    return Added(key, act.changes)


def edit_household(desk: Desk, household: Household) -> Changes:
    """Correct what is known of a household.

    The village changes by moving only, the head's name with the head where one is entered, the end by an event; what
    is given of them is not looked at. Refused: `household-code-taken`, `household-without-head`, `count-negative`.
    """
    present = read_household(desk, household.id)
    heads = [one.person for one in present.members if one.membership.heads]
    given = dataclasses.replace(household, village_id=present.household.village_id, ended_on=present.household.ended_on)
    kept = _checked(desk, given, heads)
    with desk.operation("edit-household", household=kept.code, head=kept.head_name) as act:
        households.write_household(act.writer, kept)
    return act.changes


def add_person(
    desk: Desk,
    household_id: str,
    member: NewMember,
    since: datetime.date | None = None,
    amendment: str | None = None,
) -> Added:
    """Enter a person who lives in a household already; one who comes to it now is born or moves in instead.

    The number of people of the household only grows where more are entered than it was said to have. In a household
    that a sealed round reviewed since that day, the reason of an amendment is needed. Refused: `person-without-name`,
    `household-has-head`, `household-ended`, `member-in-sealed-round`.
    """
    present = read_household(desk, household_id)
    if present.household.ended_on is not None:
        raise KnownError("household-ended", household=present.household.code)
    person = clean_person(member.person)
    heading = member.relation == HEAD
    if heading and any(one.membership.heads for one in present.members):
        raise KnownError("household-has-head", household=present.household.code)
    first_day = since or present.household.entered_on or datetime.date.min
    sealed = rounds.sealing_round(desk.engine, household_id, first_day, reviewed_only=True)
    reason = clean_line(amendment or "")
    if sealed is not None and not reason:
        raise KnownError("member-in-sealed-round", household=present.household.code, year=sealed.year)
    with desk.operation("add-person", person=person.name, household=present.household.code) as act:
        if sealed is not None:
            today = desk.program.clock.now().date()
            rounds.add_amendment(act.writer, sealed.id, household_id, today, reason)
        (key,) = people.add_people(act.writer, [person])
        people.begin_stays(act.writer, [Membership("", key, household_id, member.relation, since)])
        count = max(present.household.people_count or 0, len(present.members) + 1)
        head_name = person.name if heading else present.household.head_name
        households.write_household(
            act.writer, dataclasses.replace(present.household, head_name=head_name, people_count=count)
        )
    return Added(key, act.changes)


def edit_person(desk: Desk, person: Person) -> Changes:
    """Correct what is known of a person; the household of a head bears the corrected name. Death is an event."""
    present = people.read_person(desk.engine, person.id)
    kept = dataclasses.replace(clean_person(person), died_on=present.died_on)
    stay = people.current_stay(desk.engine, person.id)
    with desk.operation("edit-person", person=kept.name) as act:
        people.write_person(act.writer, kept)
        if stay is not None and stay.heads:
            households.rename_head(act.writer, stay.household_id, kept.name)
    return act.changes


def edit_relation(desk: Desk, person_id: str, relation: str | None) -> Changes:
    """Correct a member's relation to the head; another head is an event (`life_events.change_head`)."""
    person = people.read_person(desk.engine, person_id)
    stay = people.current_stay(desk.engine, person_id)
    if stay is None:
        raise KnownError("person-lives-nowhere", person=person.name)
    if (stay.relation == HEAD) != (relation == HEAD):
        raise KnownError("head-changes-by-event", person=person.name)
    with desk.operation("edit-person", person=person.name) as act:
        people.change_relation(act.writer, stay, relation, None)
    return act.changes


def mark_not_the_same(desk: Desk, one_id: str, other_id: str) -> Changes:
    """Remember that two people who look alike are two people, so that they are not asked about again."""
    names = [people.read_person(desk.engine, key).name for key in (one_id, other_id)]
    with desk.operation("mark-not-the-same", person=names[0], other=names[1]) as act:
        people.note_not_the_same(act.writer, one_id, other_id)
    return act.changes


def clean_person(person: Person) -> Person:
    """Bring what was typed of a person into one form; a name is needed."""
    name = clean_line(person.name)
    if not name:
        raise KnownError("person-without-name")
    year = person.birth_on.year if person.birth_on else person.birth_year
    return dataclasses.replace(
        person,
        name=name,
        birth_year=year,
        citizen_number=clean_line(person.citizen_number or "").replace(" ", "") or None,
        education=clean_line(person.education or "") or None,
    )


def _checked(desk: Desk, household: Household, heads: Sequence[Person]) -> Household:
    require_not_negative(household.people_count)
    code = clean_line(household.code)
    if len(heads) > 1:
        raise KnownError("household-has-head", household=code)
    kept = dataclasses.replace(
        household,
        code=code,
        head_name=heads[0].name if heads else clean_line(household.head_name),
        address=clean_line(household.address),
        phone=clean_line(household.phone),
    )
    if not kept.head_name:
        raise KnownError("household-without-head")
    require_free_code(desk, kept.village_id, code, kept.id)
    return kept


def require_free_code(desk: Desk, village_id: str, code: str, household_id: str = "") -> None:
    """Refuse a code that another household of the village bears, and an empty one."""
    if not code:
        raise KnownError("household-without-code")
    bearer = households.find_household(desk.engine, village_id, code)
    if bearer is not None and bearer.id != household_id:
        village = next(one.name for one in villages.list_villages(desk.engine) if one.id == village_id)
        raise KnownError("household-code-taken", household=code, village=village, head=bearer.head_name)
