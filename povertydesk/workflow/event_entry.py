"""A life event as it is entered on the screen: the kind decides what is needed, and where it goes."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.person import HEAD, Person
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.store import households, people
from povertydesk.workflow import life_events
from povertydesk.workflow.event_rules import Succession
from povertydesk.workflow.keep_registry import NewMember

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping

    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk


class EventChoice(enum.StrEnum):
    """What a clerk chooses: the kinds of events, with marrying out of and into the household apart."""

    BIRTH = "birth"
    DEATH = "death"
    MOVE_IN = "move_in"
    MOVE_OUT = "move_out"
    MOVE_BACK = "move_back"
    MARRY_OUT = "marry_out"
    MARRY_IN = "marry_in"
    SPLIT = "split"
    MERGE = "merge"
    MOVE_VILLAGE = "move_village"
    CHANGE_OF_HEAD = "change_of_head"


@dataclass(frozen=True, slots=True)
class EventEntry:
    """What was entered of an event of a household; what its kind does not need is not looked at.

    `people` are those it happened to, `head_id` who heads the household that a split founds or that lives again,
    `successor_id` who heads the one that is left, `newcomer` a person the office did not know.
    """

    choice: EventChoice
    household_id: str
    on: datetime.date
    people: tuple[str, ...] = ()
    head_id: str | None = None
    successor_id: str | None = None
    newcomer: Person | None = None
    relation: str | None = None
    other_household_id: str | None = None
    village_id: str | None = None
    code: str = ""
    amendment: str | None = None
    relations: Mapping[str, str | None] = field(default_factory=dict)


class Recorded(NamedTuple):
    """What a recorded event changed, and the household it founded."""

    changes: Changes
    founded_id: str | None = None


class Needs(NamedTuple):
    """What a kind of event asks for, given who it happens to."""

    people: bool = False
    several: bool = False
    former: bool = False
    newcomer: bool = False
    head: bool = False
    successor: bool = False
    other_household: bool = False
    village: bool = False


_NEEDS = {
    EventChoice.BIRTH: Needs(newcomer=True),
    EventChoice.DEATH: Needs(people=True),
    EventChoice.MOVE_IN: Needs(newcomer=True),
    EventChoice.MOVE_OUT: Needs(people=True, several=True),
    EventChoice.MOVE_BACK: Needs(people=True, several=True, former=True),
    EventChoice.MARRY_OUT: Needs(people=True, other_household=True),
    EventChoice.MARRY_IN: Needs(newcomer=True),
    EventChoice.SPLIT: Needs(people=True, several=True, head=True),
    EventChoice.MERGE: Needs(other_household=True),
    EventChoice.MOVE_VILLAGE: Needs(village=True),
    EventChoice.CHANGE_OF_HEAD: Needs(successor=True),
}


def needs_of(desk: Desk, household_id: str, choice: EventChoice, chosen: tuple[str, ...]) -> Needs:
    """Say what an event still asks for: a successor where the head leaves others behind, a head where all had left."""
    needs = _NEEDS[choice]
    if choice is EventChoice.MOVE_BACK:
        return needs._replace(head=households.read_household(desk.engine, household_id).ended_on is not None)
    if not needs.people:
        return needs
    members = people.list_members(desk.engine, household_id)
    head_leaves = any(one.membership.heads and one.person.id in chosen for one in members)
    return needs._replace(successor=head_leaves and len(members) > len(chosen))


def record_event(desk: Desk, entry: EventEntry) -> Recorded:
    """Record an event as one operation.

    Refused with what its own task in `life_events` refuses, and where something was not chosen:
    `event-without-people`, `event-without-household`, `event-without-village`.
    """
    return _TASKS[entry.choice](desk, entry)


def _birth(desk: Desk, entry: EventEntry) -> Recorded:
    child = NewMember(_newcomer(entry), entry.relation)
    return Recorded(life_events.record_birth(desk, entry.household_id, child, entry.on, entry.amendment).changes)


def _death(desk: Desk, entry: EventEntry) -> Recorded:
    return Recorded(life_events.record_death(desk, _one(entry), entry.on, _succession(entry), entry.amendment))


def _move_in(desk: Desk, entry: EventEntry) -> Recorded:
    coming = [NewMember(_newcomer(entry), entry.relation)]
    by_marriage = entry.choice is EventChoice.MARRY_IN
    return Recorded(
        life_events.move_in(desk, entry.household_id, coming, entry.on, entry.amendment, by_marriage=by_marriage)
    )


def _move_out(desk: Desk, entry: EventEntry) -> Recorded:
    return Recorded(life_events.move_out(desk, _several(entry), entry.on, _succession(entry), entry.amendment))


def _move_back(desk: Desk, entry: EventEntry) -> Recorded:
    returning = {key: HEAD if key == entry.head_id else entry.relations.get(key) for key in _several(entry)}
    return Recorded(life_events.move_back(desk, entry.household_id, returning, entry.on, entry.amendment))


def _marry_out(desk: Desk, entry: EventEntry) -> Recorded:
    return Recorded(
        life_events.marry(
            desk,
            _one(entry),
            entry.on,
            entry.other_household_id,
            entry.relation,
            _succession(entry),
            entry.amendment,
        )
    )


def _split(desk: Desk, entry: EventEntry) -> Recorded:
    leaving = {key: HEAD if key == entry.head_id else entry.relations.get(key) for key in _several(entry)}
    founded = life_events.split_household(
        desk, leaving, entry.on, code=entry.code, succession=_succession(entry), amendment=entry.amendment
    )
    return Recorded(founded.changes, founded.id)


def _merge(desk: Desk, entry: EventEntry) -> Recorded:
    if entry.other_household_id is None:
        raise KnownError("event-without-household")
    return Recorded(
        life_events.merge_households(
            desk, entry.household_id, entry.other_household_id, entry.relations, entry.on, entry.amendment
        )
    )


def _move_village(desk: Desk, entry: EventEntry) -> Recorded:
    if entry.village_id is None:
        raise KnownError("event-without-village")
    return Recorded(
        life_events.move_village(desk, entry.household_id, entry.village_id, entry.on, entry.code, entry.amendment)
    )


def _change_head(desk: Desk, entry: EventEntry) -> Recorded:
    succession = _succession(entry)
    if succession is None:
        raise KnownError("event-without-people")
    return Recorded(life_events.change_head(desk, entry.household_id, succession, entry.on, entry.amendment))


def _succession(entry: EventEntry) -> Succession | None:
    return None if entry.successor_id is None else Succession(entry.successor_id, entry.relations)


def _newcomer(entry: EventEntry) -> Person:
    if entry.newcomer is None or not clean_line(entry.newcomer.name):
        raise KnownError("person-without-name")
    return entry.newcomer


def _one(entry: EventEntry) -> str:
    return _several(entry)[0]


def _several(entry: EventEntry) -> tuple[str, ...]:
    if not entry.people:
        raise KnownError("event-without-people")
    return entry.people


_TASKS: Mapping[EventChoice, Callable[[Desk, EventEntry], Recorded]] = {
    EventChoice.BIRTH: _birth,
    EventChoice.DEATH: _death,
    EventChoice.MOVE_IN: _move_in,
    EventChoice.MOVE_OUT: _move_out,
    EventChoice.MOVE_BACK: _move_back,
    EventChoice.MARRY_OUT: _marry_out,
    EventChoice.MARRY_IN: _move_in,
    EventChoice.SPLIT: _split,
    EventChoice.MERGE: _merge,
    EventChoice.MOVE_VILLAGE: _move_village,
    EventChoice.CHANGE_OF_HEAD: _change_head,
}
