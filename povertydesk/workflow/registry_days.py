"""Who lived where on a day, and what happened to whole households between two days, as the registry tells it.

A household is present from the day it entered until the day it ended, but for the time it was away. Its people on a
day are the members of that day and those it is said to have beyond the members entered; when a household ends, or goes
away, nobody is left unnamed. A whole household leaving and coming back is one event each way; of its people only the
difference joined or left.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.household import HouseholdEventKind as LifeEventKind
from povertydesk.poverty.household_list import HouseholdEvent, HouseholdEventKind, ListedHousehold, MemberChange
from povertydesk.store import household_events, households, people

if TYPE_CHECKING:
    import datetime
    from collections.abc import Container, Mapping

    from povertydesk.poverty.household import Household
    from povertydesk.poverty.household import HouseholdEvent as LifeEvent
    from povertydesk.poverty.status import PovertyStatus
    from povertydesk.store.engine import Engine

_NOBODY = people.MemberCount(0, 0)
_LEFT_AS = {LifeEventKind.MERGE: HouseholdEventKind.MERGED, LifeEventKind.MOVE_OUT: HouseholdEventKind.MOVED_OUT}


class Standing(NamedTuple):
    """A household that is present on a day: its village, its members, and its people beyond the members entered."""

    household: Household
    village: str
    members: int
    unnamed: int

    @property
    def people(self) -> int:
        """All people of the household."""
        return self.members + self.unnamed

    def listed(self, status: PovertyStatus, sealed_people: int | None = None) -> ListedHousehold:
        """Return it as a line of a list; what a list was sealed with counts, but never fewer than its members."""
        count = self.people if sealed_people is None else max(sealed_people, self.members)
        label = f"{self.household.code} {self.household.head_name}"
        return ListedHousehold(self.household.id, self.village, status, count, label)


class Course(NamedTuple):
    """What happened to households between two days, and to the people of those that stayed."""

    events: tuple[HouseholdEvent, ...]
    member_changes: tuple[MemberChange, ...]


class RegistryDays:
    """The registry read once, to be asked for any day; of a day that `read` it may be asked beside the window."""

    def __init__(self, engine: Engine) -> None:
        """Read the households of a file."""
        self._engine = engine
        self._rows = households.read_all_households(engine)
        self._absences = household_events.list_absences(engine)
        self._read: dict[datetime.date, tuple[dict[str, people.MemberCount], dict[str, str]]] = {}
        self._present: dict[datetime.date, dict[str, Standing]] = {}

    @cached_property
    def households(self) -> tuple[Household, ...]:
        """Every household the registry ever held."""
        return self._rows.households()

    def read(self, day: datetime.date) -> None:
        """Read what is needed of a day, so that it can be asked for without the file."""
        if day not in self._read:
            counts = people.count_members(self._engine, day)
            self._read[day] = counts, household_events.moved_from(self._engine, day)

    def present_on(self, day: datetime.date) -> dict[str, Standing]:
        """Return the households present on a day, by village and code."""
        if day not in self._present:
            self.read(day)
            counts, moved = self._read[day]
            self._present[day] = {
                one.id: self._standing(one, day, counts.get(one.id, _NOBODY), moved.get(one.id, one.village_id))
                for one in self.households
                if self._lives(one, day)
            }
        return self._present[day]

    def course(
        self,
        after: datetime.date,
        until: datetime.date,
        wanted: Container[str],
        arriving: Mapping[str, PovertyStatus],
    ) -> Course:
        """Return what happened to the wanted households after a day and until another.

        `arriving` are the statuses households came with from elsewhere, where that was told.
        """
        members: dict[str, dict[datetime.date, MemberChange]] = defaultdict(dict)
        for change in people.list_member_changes(self._engine, after, until):
            members[change.household][change.on] = change
        lives = _LifeEvents(household_events.list_events_between(self._engine, after, until))
        moved = HouseholdEventKind.MOVED_VILLAGE
        events = [
            HouseholdEvent(one.household_id, one.happened_on, moved, village=one.to_village_id)
            for one in lives.village_moves
            if one.household_id in wanted
        ]
        changes: list[MemberChange] = []
        for one in self.households:
            turns = [day for day in self._turning_days(one) if after < day <= until]
            own = members.get(one.id, {})
            if one.id not in wanted or not (turns or own):
                continue
            here, balance, balance_when_left = self._lives(one, after), 0, 0
            for day in sorted({*turns, *own}):
                was_here, here, before = here, self._lives(one, day), balance
                change = own.get(day, MemberChange(one.id, day))
                balance += change.joined - change.left
                if was_here and not here:
                    balance_when_left = before
                    events.append(HouseholdEvent(one.id, day, lives.left_as(one, day)))
                elif here and not was_here:
                    events.append(HouseholdEvent(one.id, day, lives.arrived_as(one, day), arriving.get(one.id)))
                    more = balance - balance_when_left
                    changes.append(MemberChange(one.id, day, max(more, 0), max(-more, 0)))
                elif here:
                    changes.append(change)
        return Course(tuple(events), tuple(changes))

    def _turning_days(self, household: Household) -> set[datetime.date]:
        """The days on which a household may have come or left."""
        away = {day for absence in self._absences.get(household.id, ()) for day in absence}
        return away | {day for day in (household.entered_on, household.ended_on) if day is not None}

    def _lives(self, household: Household, day: datetime.date) -> bool:
        if household.entered_on is not None and day < household.entered_on:
            return False
        if household.ended_on is not None and day >= household.ended_on:
            return False
        return not any(left <= day < back for left, back in self._absences.get(household.id, ()))

    def _standing(self, household: Household, day: datetime.date, count: people.MemberCount, village: str) -> Standing:
        went_away_since = any(day < left for left, _ in self._absences.get(household.id, ()))
        unnamed = 0 if went_away_since else max((household.people_count or 0) - count.now, 0)
        return Standing(household, village, count.present, unnamed)


class _LifeEvents:
    """The life events of some days, to tell why a household came or left."""

    def __init__(self, events: tuple[LifeEvent, ...]) -> None:
        self.village_moves = [one for one in events if one.kind is LifeEventKind.MOVE_VILLAGE]
        self._founded = {(one.other_household_id, one.happened_on) for one in events if one.kind is LifeEventKind.SPLIT}
        self._kinds: dict[tuple[str, datetime.date], set[LifeEventKind]] = defaultdict(set)
        for one in events:
            self._kinds[one.household_id, one.happened_on].add(one.kind)

    def arrived_as(self, household: Household, day: datetime.date) -> HouseholdEventKind:
        if (household.id, day) in self._founded:
            return HouseholdEventKind.SPLIT_OFF
        back = household.entered_on != day and LifeEventKind.MOVE_BACK in self._kinds.get((household.id, day), ())
        return HouseholdEventKind.MOVED_BACK if back else HouseholdEventKind.MOVED_IN

    def left_as(self, household: Household, day: datetime.date) -> HouseholdEventKind:
        kinds = self._kinds.get((household.id, day), ())
        return next((as_ for kind, as_ in _LEFT_AS.items() if kind in kinds), HouseholdEventKind.DISSOLVED)
