from __future__ import annotations

import dataclasses
import datetime

import pytest

from povertydesk.poverty.household import Household
from povertydesk.poverty.household_list import HouseholdEvent, HouseholdEventKind, MemberChange
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import households, people
from povertydesk.workflow import keep_registry, life_events, record_villages
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.registry_days import RegistryDays
from tests.workflow.contents import key_of
from tests.workflow.registry import FAMILY, day, household_of
from tests.workflow.reviewing import today

Kind = HouseholdEventKind
LONG_AGO, NEW_YEAR, LATER = day(1, 1, 2015), day(1, 1), day(12, 1)


@pytest.fixture
def desk(empty: Desk) -> Desk:
    """A commune with two villages in December 2022."""
    record_villages.add_villages(empty, ["Thôn Phi Long", "Thôn Vân Ngọc"])
    today(empty, LATER)
    return empty


def present(desk: Desk, on: datetime.date) -> dict[str, tuple[str, int]]:
    """The households present on a day with their village and number of people."""
    names = {key_of(desk, name): name for name in ("Thôn Phi Long", "Thôn Vân Ngọc")}
    return {key: (names[one.village], one.people) for key, one in RegistryDays(desk.engine).present_on(on).items()}


def course(desk: Desk, *keys: str, told: PovertyStatus | None = None) -> tuple[set[HouseholdEvent], set[MemberChange]]:
    arriving = {keys[0]: told} if told else {}
    found = RegistryDays(desk.engine).course(NEW_YEAR, LATER, keys, arriving)
    return set(found.events), {change for change in found.member_changes if change.joined or change.left}


def everybody(desk: Desk, household: str) -> list[str]:
    return [one.person.id for one in people.list_members(desk.engine, household)]


def test_a_household_of_before_the_records_was_always_there(desk: Desk) -> None:
    one = household_of(desk)
    nobody = keep_registry.add_household(desk, Household("", key_of(desk, "Thôn Vân Ngọc"), "", "Hà Văn Mẫu", 3)).id
    expected = {one: ("Thôn Phi Long", 4), nobody: ("Thôn Vân Ngọc", 3)}
    assert present(desk, LONG_AGO) == present(desk, LATER) == expected
    assert course(desk, one, nobody) == (set(), set())


def test_who_enters_is_there_from_that_day_with_what_was_told_of_it(desk: Desk) -> None:
    arrived = Household("", key_of(desk, "Thôn Phi Long"), "", "", entered_on=day(5, 1))
    one = keep_registry.add_household(desk, arrived, FAMILY).id
    assert present(desk, day(4, 30)) == {}
    assert present(desk, day(5, 1)) == {one: ("Thôn Phi Long", 4)}
    assert course(desk, one)[0] == {HouseholdEvent(one, day(5, 1), Kind.MOVED_IN)}
    assert course(desk, one, told=PovertyStatus.POOR)[0] == {
        HouseholdEvent(one, day(5, 1), Kind.MOVED_IN, PovertyStatus.POOR)
    }
    assert course(desk, "another") == (set(), set())


def test_who_was_away_was_not_there_and_had_nobody_unnamed(desk: Desk) -> None:
    one = household_of(desk)
    family = everybody(desk, one)
    life_events.move_out(desk, family, day(3, 1))
    assert present(desk, day(3, 1)) == {}
    life_events.move_back(desk, one, {family[1]: "head", family[2]: "child"}, day(6, 1))
    household = households.read_household(desk.engine, one)
    keep_registry.edit_household(desk, dataclasses.replace(household, people_count=7))
    there = {on: present(desk, on).get(one, ("", 0))[1] for on in (day(2, 28), day(3, 1), day(5, 31), day(6, 1))}
    assert list(there.values()) == [4, 0, 0, 7]
    events, changes = course(desk, one)
    assert events == {HouseholdEvent(one, day(3, 1), Kind.MOVED_OUT), HouseholdEvent(one, day(6, 1), Kind.MOVED_BACK)}
    assert changes == {MemberChange(one, day(6, 1), 0, 2)}


def test_going_away_twice_is_told_twice(desk: Desk) -> None:
    one = household_of(desk, FAMILY[:1])
    (alone,) = everybody(desk, one)
    for month in (2, 6):
        life_events.move_out(desk, [alone], day(month, 1))
        life_events.move_back(desk, one, {alone: "head"}, day(month + 2, 1))
    assert [one in present(desk, day(month, 15)) for month in range(1, 11)] == [
        True, False, False, True, True, False, False, True, True, True,
    ]  # fmt: skip
    assert len(course(desk, one)[0]) == 4
    assert course(desk, one)[1] == set()


def test_who_ends_is_gone_and_it_is_told_how(desk: Desk) -> None:
    merged, into, died, married = (household_of(desk, FAMILY[:1]) for _ in range(4))
    life_events.merge_households(desk, merged, into, {}, day(2, 1))
    life_events.record_death(desk, everybody(desk, died)[0], day(3, 1))
    life_events.marry(desk, everybody(desk, married)[0], day(4, 1), into, "other")
    assert present(desk, LATER) == {into: ("Thôn Phi Long", 3)}
    events, changes = course(desk, merged, into, died, married)
    assert events == {
        HouseholdEvent(merged, day(2, 1), Kind.MERGED),
        HouseholdEvent(died, day(3, 1), Kind.DISSOLVED),
        HouseholdEvent(married, day(4, 1), Kind.DISSOLVED),
    }
    assert changes == {MemberChange(into, day(2, 1), 1), MemberChange(into, day(4, 1), 1)}


def test_each_day_has_its_village_also_after_two_moves_on_one_day(desk: Desk) -> None:
    one = household_of(desk)
    there, back = key_of(desk, "Thôn Vân Ngọc"), key_of(desk, "Thôn Phi Long")
    for village, on in ((there, day(3, 1)), (back, day(5, 1)), (there, day(5, 1)), (back, day(7, 1))):
        life_events.move_village(desk, one, village, on)
    villages = [present(desk, day(month, 15))[one][0] for month in (2, 4, 6, 8)]
    assert villages == ["Thôn Phi Long", "Thôn Vân Ngọc", "Thôn Vân Ngọc", "Thôn Phi Long"]
    events = RegistryDays(desk.engine).course(NEW_YEAR, LATER, {one}, {}).events
    assert [(event.kind, event.village) for event in events] == [
        (Kind.MOVED_VILLAGE, village) for village in (there, back, there, back)
    ]


def test_a_split_off_household_arrives_and_the_first_one_loses_people(desk: Desk) -> None:
    one = household_of(desk)
    leaving = everybody(desk, one)[-1]
    other = life_events.split_household(desk, {leaving: "head"}, day(4, 1)).id
    assert present(desk, day(3, 31)) == {one: ("Thôn Phi Long", 4)}
    assert present(desk, LATER) == {one: ("Thôn Phi Long", 3), other: ("Thôn Phi Long", 1)}
    events, changes = course(desk, one, other)
    assert events == {HouseholdEvent(other, day(4, 1), Kind.SPLIT_OFF)}
    assert MemberChange(one, day(4, 1), 0, 1) in changes
