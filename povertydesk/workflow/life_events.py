"""What happens in the lives of the households: each event dated, one operation, one step to take back.

Every function takes the day on which it happened and, where that day lies in the period of a sealed round, the reason
of an `amendment`. Events of one person follow each other in time; an earlier one is recorded after undoing the later.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from povertydesk.poverty.household import Household, HouseholdEventKind
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.person import HEAD
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.store import household_events, households, people, villages
from povertydesk.workflow.event_rules import (
    Succession,
    happening,
    require_born,
    require_household,
    require_member,
    require_not_before_stay,
)
from povertydesk.workflow.keep_registry import Added, NewMember, clean_person, require_free_code

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from povertydesk.poverty.person import Member
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk


def record_birth(
    desk: Desk, household_id: str, child: NewMember, on: datetime.date, amendment: str | None = None
) -> Added:
    """Record the birth of a child into a household; the day of birth is the day of the event."""
    household = require_household(desk, household_id, on)
    born = dataclasses.replace(clean_person(child.person), birth_on=on, birth_year=on.year)
    _refuse_second_head(desk, household, [child])
    values = {"person": born.name, "household": household.code}
    with happening(desk, "record-birth", HouseholdEventKind.BIRTH, on, [household], amendment, **values) as event:
        (key,) = people.add_people(event.act.writer, [born])
        event.enter(household, {key: child.relation})
        event.note(household.id, key)
    return Added(key, event.act.changes)


def record_death(
    desk: Desk,
    person_id: str,
    on: datetime.date,
    succession: Succession | None = None,
    amendment: str | None = None,
) -> Changes:
    """Record a death; where the head died, `succession` says who is next. Refused before the birth."""
    member = require_member(desk, person_id, on)
    household = require_household(desk, member.membership.household_id, on)
    values = {"person": member.person.name, "household": household.code}
    with happening(desk, "record-death", HouseholdEventKind.DEATH, on, [household], amendment, **values) as event:
        event.leave(household, [member], succession)
        people.note_death(event.act.writer, person_id, on)
        event.note(household.id, person_id)
    return event.act.changes


def move_in(
    desk: Desk,
    household_id: str,
    coming: Sequence[NewMember],
    on: datetime.date,
    amendment: str | None = None,
    *,
    by_marriage: bool = False,
) -> Changes:
    """Record people whom the office did not know moving into a household, or one marrying into it from elsewhere."""
    household = require_household(desk, household_id, on)
    entering = [NewMember(clean_person(one.person), one.relation) for one in coming]
    for one in entering:
        require_born(one.person, on)
    _refuse_second_head(desk, household, entering)
    kind = HouseholdEventKind.MARRIAGE if by_marriage else HouseholdEventKind.MOVE_IN
    name = "record-marriage" if by_marriage else "record-move-in"
    values = {"person": ", ".join(one.person.name for one in entering), "household": household.code}
    with happening(desk, name, kind, on, [household], amendment, **values) as event:
        keys = people.add_people(event.act.writer, [one.person for one in entering])
        event.enter(household, {key: one.relation for key, one in zip(keys, entering, strict=True)})
        for key, one in zip(keys, entering, strict=True):
            event.note(household.id, key)
            if one.relation == HEAD:
                households.rename_head(event.act.writer, household.id, one.person.name)
    return event.act.changes


def move_out(
    desk: Desk,
    people_ids: Sequence[str],
    on: datetime.date,
    succession: Succession | None = None,
    amendment: str | None = None,
) -> Changes:
    """Record members of one household leaving the commune; where all leave, the household ends."""
    household, leaving = _leaving_together(desk, people_ids, on)
    values = {"person": _names(leaving), "household": household.code}
    with happening(desk, "record-move-out", HouseholdEventKind.MOVE_OUT, on, [household], amendment, **values) as event:
        event.leave(household, leaving, succession)
        for one in leaving:
            event.note(household.id, one.person.id)
    return event.act.changes


def move_back(
    desk: Desk,
    household_id: str,
    returning: Mapping[str, str | None],
    on: datetime.date,
    amendment: str | None = None,
) -> Changes:
    """Record people who had moved out coming back, by key with their relation to the head.

    A household that had ended with their leaving lives again; it then needs a head among them. Refused:
    `person-died`, `person-lives-here`, `event-before-leaving`, `head-needs-successor`, `household-has-head`.
    """
    present = households.read_household(desk.engine, household_id)
    awake = present if present.ended_on is None else _awakened(present, on)
    heads = sum(relation == HEAD for relation in returning.values())
    if present.ended_on is None:
        require_household(desk, household_id, on)
        heads += any(one.membership.heads for one in people.list_members(desk.engine, household_id))
    elif not heads:
        raise KnownError("head-needs-successor", household=present.code)
    if heads > 1:
        raise KnownError("household-has-head", household=present.code)
    persons = [people.read_person(desk.engine, key) for key in returning]
    for person in persons:
        if person.died_on is not None:
            raise KnownError("person-died", person=person.name, date=format_date(person.died_on))
        if people.current_stay(desk.engine, person.id) is not None:
            raise KnownError("person-lives-here", person=person.name)
        left_on = max(
            (stay.until_on for stay in people.list_stays(desk.engine, person.id) if stay.until_on), default=on
        )
        if on < left_on:
            raise KnownError(
                "event-before-leaving", person=person.name, date=format_date(on), left=format_date(left_on)
            )
    values = {"person": ", ".join(person.name for person in persons), "household": present.code}
    with happening(desk, "record-move-back", HouseholdEventKind.MOVE_BACK, on, [present], amendment, **values) as event:
        households.write_household(event.act.writer, awake)
        event.enter(awake, returning)
        for person in persons:
            event.note(household_id, person.id, ended_on=present.ended_on)
            if returning[person.id] == HEAD:
                households.rename_head(event.act.writer, household_id, person.name)
    return event.act.changes


def marry(
    desk: Desk,
    person_id: str,
    on: datetime.date,
    to_household_id: str | None = None,
    relation: str | None = None,
    succession: Succession | None = None,
    amendment: str | None = None,
) -> Changes:
    """Record a member marrying into another household, or out of the commune where no household is given.

    Refused: `same-household`, `household-has-head`. One who comes from elsewhere `move_in`s by marriage.
    """
    member = require_member(desk, person_id, on)
    origin = require_household(desk, member.membership.household_id, on)
    target = None if to_household_id is None else require_household(desk, to_household_id, on)
    if target is not None:
        if target.id == origin.id:
            raise KnownError("same-household", household=origin.code)
        _refuse_second_head(desk, target, [NewMember(member.person, relation)])
    touched = [origin] if target is None else [origin, target]
    values = {"person": member.person.name, "household": (target or origin).code}
    with happening(desk, "record-marriage", HouseholdEventKind.MARRIAGE, on, touched, amendment, **values) as event:
        event.leave(origin, [member], succession)
        if target is not None:
            event.enter(target, {person_id: relation})
        event.note(origin.id, person_id, target.id if target else None)
    return event.act.changes


def split_household(
    desk: Desk,
    leaving: Mapping[str, str | None],
    on: datetime.date,
    *,
    code: str = "",
    succession: Succession | None = None,
    amendment: str | None = None,
) -> Added:
    """Record members founding a household of their own in the same village, by key with their relation to its head.

    Refused: `split-needs-a-head` where not exactly one of them heads it, `split-leaves-nobody`, and what holds for
    any member who leaves.
    """
    origin, members = _leaving_together(desk, list(leaving), on)
    heads = [one.person for one in members if leaving[one.person.id] == HEAD]
    if len(heads) != 1:
        raise KnownError("split-needs-a-head", household=origin.code)
    if len(people.list_members(desk.engine, origin.id)) == len(members):
        raise KnownError("split-leaves-nobody", household=origin.code)
    head = heads[0]
    new_code = clean_line(code) or households.next_code(desk.engine, origin.village_id)
    require_free_code(desk, origin.village_id, new_code)
    founded = Household(
        "",
        origin.village_id,
        new_code,
        head.name,
        people_count=0,
        address=origin.address,
        ethnic_group=head.ethnic_group,
        area=origin.area,
        entered_on=on,
    )
    values = {"household": origin.code, "founded": new_code, "head": head.name}
    with happening(desk, "split-household", HouseholdEventKind.SPLIT, on, [origin], amendment, **values) as event:
        key = households.write_household(event.act.writer, founded)
        event.leave(origin, members, succession)
        event.enter(dataclasses.replace(founded, id=key), leaving)
        for one in members:
            event.note(origin.id, one.person.id, key)
    return Added(key, event.act.changes)


def merge_households(
    desk: Desk,
    ending_id: str,
    into_id: str,
    relations: Mapping[str, str | None],
    on: datetime.date,
    amendment: str | None = None,
) -> Changes:
    """Record all members of one household joining another one; the first ends on that day.

    `relations` are those to the head of the household they join; one not given is not known. Refused:
    `same-household`, `household-has-head`, `members-not-entered`.
    """
    ending, into = require_household(desk, ending_id, on), require_household(desk, into_id, on)
    if ending.id == into.id:
        raise KnownError("same-household", household=into.code)
    members = people.list_members(desk.engine, ending.id)
    if not members or len(members) < (ending.people_count or 0):
        raise KnownError("members-not-entered", household=ending.code)
    for one in members:
        require_born(one.person, on)
        require_not_before_stay(one, on)
    joining = {one.person.id: relations.get(one.person.id) for one in members}
    _refuse_second_head(desk, into, [NewMember(one.person, joining[one.person.id]) for one in members])
    values = {"household": ending.code, "into": into.code}
    with happening(
        desk, "merge-households", HouseholdEventKind.MERGE, on, [ending, into], amendment, **values
    ) as event:
        event.leave(ending, members, None)
        event.enter(into, joining)
        event.note(ending.id, None, into.id)
    return event.act.changes


def move_village(
    desk: Desk, household_id: str, village_id: str, on: datetime.date, code: str = "", amendment: str | None = None
) -> Changes:
    """Record a household moving to another village of the commune; its code changes where it is borne there already.

    For the villages it leaves and enters, for the commune it stays. Refused: `same-village`,
    `household-code-taken` for a code that was given, `event-before-last-move`.
    """
    household = require_household(desk, household_id, on)
    names = {village.id: village.name for village in villages.list_villages(desk.engine)}
    if village_id == household.village_id:
        raise KnownError("same-village", household=household.code, village=names[village_id])
    moved_on = household_events.last_event_on(desk.engine, household_id, HouseholdEventKind.MOVE_VILLAGE)
    if moved_on is not None and on < moved_on:
        raise KnownError("event-before-last-move", household=household.code, date=format_date(moved_on))
    kept = clean_line(code) or household.code
    if code:
        require_free_code(desk, village_id, kept, household.id)
    elif households.find_household(desk.engine, village_id, kept) is not None:
        kept = households.next_code(desk.engine, village_id)
    values = {"household": household.code, "village": names[village_id]}
    with happening(
        desk, "move-household", HouseholdEventKind.MOVE_VILLAGE, on, [household], amendment, **values
    ) as event:
        moved = dataclasses.replace(household, village_id=village_id, code=kept)
        households.write_household(event.act.writer, moved)
        event.note(household.id, villages=(household.village_id, village_id))
    return event.act.changes


def change_head(
    desk: Desk, household_id: str, succession: Succession, on: datetime.date, amendment: str | None = None
) -> Changes:
    """Record another member heading a household, while the one before stays in it."""
    household = require_household(desk, household_id, on)
    members = people.list_members(desk.engine, household_id)
    if any(one.membership.heads and one.person.id == succession.head_id for one in members):
        raise KnownError("already-the-head", household=household.code)
    name = people.read_person(desk.engine, succession.head_id).name
    values = {"household": household.code, "person": name}
    kind = HouseholdEventKind.CHANGE_OF_HEAD
    with happening(desk, "change-head", kind, on, [household], amendment, **values) as event:
        event.appoint(household, members, succession)
        event.note(household.id, succession.head_id)
    return event.act.changes


def _leaving_together(desk: Desk, people_ids: Sequence[str], on: datetime.date) -> tuple[Household, list[Member]]:
    leaving = [require_member(desk, key, on) for key in people_ids]
    homes = {one.membership.household_id for one in leaving}
    if len(homes) != 1:
        raise KnownError("not-one-household")
    return require_household(desk, homes.pop(), on), leaving


def _awakened(ended: Household, on: datetime.date) -> Household:
    if ended.ended_on is not None and on < ended.ended_on:
        raise KnownError("event-before-household", date=format_date(on), household=ended.code)
    return dataclasses.replace(ended, ended_on=None)


def _names(members: Sequence[Member]) -> str:
    return ", ".join(one.person.name for one in members)


def _refuse_second_head(desk: Desk, household: Household, entering: Sequence[NewMember]) -> None:
    heads = sum(one.relation == HEAD for one in entering)
    present = any(one.membership.heads for one in people.list_members(desk.engine, household.id))
    if heads + present > 1:
        raise KnownError("household-has-head", household=household.code)
