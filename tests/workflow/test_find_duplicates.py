from __future__ import annotations

from povertydesk.poverty.duplicates import LikenessReason
from povertydesk.poverty.person import HEAD, Person
from povertydesk.workflow import find_duplicates, keep_registry, life_events
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.keep_registry import NewMember
from tests.workflow.contents import undo_last
from tests.workflow.registry import day, household_of, member


def one(name: str, year: int | None = None, number: str | None = None) -> tuple[NewMember, ...]:
    return (NewMember(Person("", name, birth_year=year, citizen_number=number), HEAD),)


def reasons(desk: Desk) -> list[tuple[str, str, tuple[LikenessReason, ...]]]:
    found = []
    for pair in find_duplicates.find_duplicates(desk).pairs:
        first, second = sorted((pair.first.name, pair.second.name))
        found.append((first, second, pair.duplicate.reasons))
    return found


def test_numbers_and_names_across_households(desk: Desk) -> None:
    household_of(desk, one("Lê Văn Ví", 1970, "038070001234"))
    household_of(desk, one("Lê Văn Vị", 1971, "038 070 001234"))
    household_of(desk, one("Hà Thị Tập", 1980, "038180009876"))
    household_of(desk, one("Hà Thị Thử", 1981, "38180009876"))
    household_of(desk, one("Vi Văn Sáu", 1990))
    household_of(desk, one("VI VĂN SÁU", 1990))
    household_of(desk, one("Vi Văn Sáu", 1990), village="Thôn Vân Ngọc")
    assert reasons(desk) == [
        ("Lê Văn Ví", "Lê Văn Vị", (LikenessReason.SAME_NUMBER,)),
        ("VI VĂN SÁU", "Vi Văn Sáu", (LikenessReason.SAME_NAME_YEAR_VILLAGE,)),
        ("Hà Thị Thử", "Hà Thị Tập", (LikenessReason.LOST_ZERO,)),
    ]
    shown = find_duplicates.find_duplicates(desk).pairs[0].first
    assert (shown.household.split(" – ")[0], shown.village) in {("001", "Thôn Phi Long"), ("002", "Thôn Phi Long")}


def test_a_pair_that_is_two_people_is_left_out_until_that_is_undone(desk: Desk) -> None:
    for _ in range(2):
        household_of(desk, one("Vi Văn Sáu", 1990))
    (pair,) = find_duplicates.find_duplicates(desk).pairs
    keep_registry.mark_not_the_same(desk, pair.second.id, pair.first.id)
    assert reasons(desk) == []
    undo_last(desk)
    assert len(reasons(desk)) == 1


def test_who_left_is_no_duplicate_of_who_stayed(desk: Desk) -> None:
    household_of(desk, one("Vi Văn Sáu", 1990))
    left = household_of(desk, one("Vi Văn Sáu", 1990))
    life_events.move_out(desk, [member(desk, left, "Vi Văn Sáu")], day(6, 1))
    assert reasons(desk) == []


def test_an_empty_registry_has_none(empty: Desk) -> None:
    assert find_duplicates.find_duplicates(empty) == ((), ())
