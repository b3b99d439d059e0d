"""Who lived where on a day, and what happened to whole households between two days, as the registry tells it.

A household is present from the day it entered until the day it ended, and is away while nobody lives in it whom the
office knew there. Its people on a day are the members of that day and those it is said to have beyond the members
entered today. A whole household leaving and coming back is one event each way; of its people only the difference
joined or left.
"""

from __future__ import annotations

from collections import defaultdict
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

_NOBODY = people.MemberCount(0, 0, 0)
_BACK = LifeEventKind.MOVE_BACK
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
    """The registry read once, to be asked for any day."""

    def __init__(self, engine: Engine) -> None:
        """Read the households of a file."""
        self._engine = engine
        self.households = households.list_all_households(engine)

    def present_on(self, day: datetime.date) -> dict[str, Standing]:
        """Return the households present on a day, by village and code."""
        counts = people.count_members(self._engine, day)
        moved = household_events.moved_from(self._engine, day)
        found = {}
        for one in self.households:
            count = counts.get(one.id, _NOBODY)
            unnamed = _unnamed(one, count)
            if _lives(one, day, count.present + unnamed, someone_left=bool(count.ended)):
                found[one.id] = Standing(one, moved.get(one.id, one.village_id), count.present, unnamed)
        return found

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
        counts = people.count_members(self._engine, after)
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
            own = members.get(one.id, {})
            days = sorted({*own, *(day for day in (one.entered_on, one.ended_on) if day and after < day <= until)})
            if not days or one.id not in wanted:
                continue
            stay = _Stay(one, after, counts.get(one.id, _NOBODY))
            for day in days:
                came = stay.step(day, own.get(day))
                if came is True:
                    events.append(HouseholdEvent(one.id, day, lives.arrived_as(one, day), arriving.get(one.id)))
                elif came is False:
                    events.append(HouseholdEvent(one.id, day, lives.left_as(one, day)))
            changes += stay.changes
        return Course(tuple(events), tuple(changes))


class _Stay:
    """One household followed from day to day."""

    def __init__(self, household: Household, after: datetime.date, count: people.MemberCount) -> None:
        self._household = household
        self._unnamed = _unnamed(household, count)
        self._size = count.present + self._unnamed
        self._someone_left = bool(count.ended)
        self._here = _lives(household, after, self._size, someone_left=self._someone_left)
        self._size_when_left: int | None = None
        self.changes: list[MemberChange] = []

    def step(self, day: datetime.date, change: MemberChange | None) -> bool | None:
        """Go on to a day; say whether the household came (True) or left (False) on it, None where it did neither."""
        before, was_here = self._size, self._here
        if change is not None:
            self._size += change.joined - change.left
            self._someone_left = self._someone_left or bool(change.left)
        self._here = _lives(self._household, day, self._size, someone_left=self._someone_left)
        if was_here and not self._here:
            self._size_when_left = before
            return False
        if self._here and not was_here:
            if self._size_when_left is not None and self._size != self._size_when_left:
                more = self._size - self._size_when_left
                self.changes.append(MemberChange(self._household.id, day, max(more, 0), max(-more, 0)))
            return True
        if self._here and change is not None:
            self.changes.append(change)
        return None


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
        back = _BACK in self._kinds.get((household.id, day), ())
        return HouseholdEventKind.MOVED_BACK if back else HouseholdEventKind.MOVED_IN

    def left_as(self, household: Household, day: datetime.date) -> HouseholdEventKind:
        kinds = self._kinds.get((household.id, day), ())
        return next((as_ for kind, as_ in _LEFT_AS.items() if kind in kinds), HouseholdEventKind.DISSOLVED)


def _unnamed(household: Household, count: people.MemberCount) -> int:
    return max((household.people_count or 0) - count.now, 0)


def _lives(household: Household, day: datetime.date, size: int, *, someone_left: bool) -> bool:
    """Whether a household is present: one of which no member was ever entered is there without any."""
    if household.entered_on is not None and day < household.entered_on:
        return False
    if household.ended_on is not None and day >= household.ended_on:
        return False
    return size > 0 or not someone_left
