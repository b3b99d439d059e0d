from __future__ import annotations

import dataclasses

import pytest

from povertydesk.poverty.household import Household
from povertydesk.poverty.person import HEAD, Member, Membership, Person, Sex
from povertydesk.workflow import check_members, keep_registry, life_events
from povertydesk.workflow.check_members import MissingField
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.keep_registry import NewMember
from tests.workflow.registry import day, household_of, member

NUMBER = "038070001234"


def codes(desk: Desk, household: str) -> list[tuple[str, str]]:
    members = keep_registry.read_household(desk, household).members
    names = {one.person.id: one.person.name for one in members}
    return [(names[one.person_id], one.finding.code) for one in check_members.check_members(desk, members)]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (NUMBER, []),
        (None, []),
        ("038170001234", ["citizen-number-says-female"]),
        ("038071001234", ["citizen-number-year-differs"]),
        ("003070001234", ["citizen-number-place-unknown"]),
        ("000070001234", ["citizen-number-place-unknown"]),
        ("117070001234", []),
        ("123456789", []),
    ],
)
def test_a_number_is_held_against_sex_birth_and_place(desk: Desk, number: str | None, expected: list[str]) -> None:
    person = Person("", "Lê Văn Ví", birth_year=1970, sex=Sex.MALE, citizen_number=number)
    household = household_of(desk, (NewMember(person, HEAD),))
    assert [code for _, code in codes(desk, household)] == expected


def test_every_province_stands_in_the_list() -> None:
    places = check_members.birth_places()
    known = [code for code in (f"{number:03d}" for number in range(100)) if code in places]
    assert (len(known), known[0], known[-1]) == (63, "001", "096")
    assert 38 not in places


def test_a_number_borne_twice_names_the_other_where_it_lives(desk: Desk) -> None:
    first = household_of(desk, (NewMember(Person("", "Lê Văn Ví", citizen_number=NUMBER), HEAD),))
    second = household_of(desk, (NewMember(Person("", "Lê Văn Vị", citizen_number=NUMBER), HEAD),))
    assert codes(desk, first) == [("Lê Văn Ví", "citizen-number-borne-twice")]
    (one,) = check_members.check_members(desk, keep_registry.read_household(desk, first).members)
    assert one.finding.values == {"masked": "********1234", "person": "Lê Văn Vị", "household": "002"}
    life_events.move_out(desk, [member(desk, second, "Lê Văn Vị")], day(6, 1))
    assert codes(desk, first) == []


@pytest.mark.parametrize(
    ("said", "entered", "told"), [(None, 2, False), (2, 2, False), (3, 2, True), (2, 3, False), (1, 0, True)]
)
def test_people_not_entered_are_spoken_of(said: int | None, entered: int, *, told: bool) -> None:
    household = Household("h", "v", "001", "Lê Văn Ví", people_count=said)
    members = [Member(Person(str(place), "Lê"), Membership("", str(place), "h", None)) for place in range(entered)]
    finding = check_members.check_people_count(household, members)
    assert (finding is not None) is told
    if finding is not None:
        assert finding.values == {"people": said, "entered": entered}
    assert check_members.check_people_count(dataclasses.replace(household, ended_on=day(6, 1)), members) is None


def test_what_the_lists_ask_for_is_counted(desk: Desk) -> None:
    household = household_of(desk)
    assert check_members.missing_fields(keep_registry.read_household(desk, household).members) == (
        MissingField("sex", 1),
        MissingField("ethnic_group", 4),
    )
