from __future__ import annotations

import dataclasses

import pytest

from povertydesk.poverty.area import AreaType
from povertydesk.poverty.household import Household
from povertydesk.poverty.person import HEAD, Person, Sex, Work
from povertydesk.poverty.problems import KnownError
from povertydesk.store import households, people
from povertydesk.workflow import keep_registry
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.keep_registry import NewMember
from tests.workflow.contents import assert_sound, contents, key_of, operations, undo_last
from tests.workflow.registry import FAMILY, day, household_of, member, relations


def known(desk: Desk, household: str) -> Household:
    return keep_registry.read_household(desk, household).household


def test_a_household_comes_back_as_it_was_entered(desk: Desk) -> None:
    before = contents(desk)
    person = Person(
        "", "Đinh Thị Ví", day(3, 4, 1980), 1980, Sex.FEMALE, 6, "038180000001", "9/12", Work.EMPLOYED,
        insurance=False, disability=True, benefits=("Trợ cấp tháng",),
    )  # fmt: skip
    entered = Household(
        "", key_of(desk, "Thôn Phi Long"), " 0 7 ", "?", 3, "Xóm  2", "0912", 6, AreaType.URBAN,
        no_labour_capacity=False, merit=True, local_minority=None, social_protection=True, entered_on=day(1, 2),
    )  # fmt: skip
    added = keep_registry.add_household(desk, entered, [NewMember(person, HEAD)])
    kept = known(desk, added.id)
    assert kept == dataclasses.replace(entered, id=added.id, code="0 7", head_name="Đinh Thị Ví", address="Xóm 2")
    (only,) = keep_registry.read_household(desk, added.id).members
    assert only.person == dataclasses.replace(person, id=only.person.id)
    assert (only.membership.relation, only.membership.from_on, only.membership.heads) == (HEAD, day(1, 2), True)
    assert_sound(desk)
    undo_last(desk)
    assert contents(desk) == before


def test_codes_follow_each_other_within_a_village(desk: Desk) -> None:
    codes = [known(desk, household_of(desk)).code for _ in range(2)]
    assert codes == ["001", "002"]
    assert known(desk, household_of(desk, village="Thôn Vân Ngọc")).code == "001"


@pytest.mark.parametrize(
    ("changed", "members", "code"),
    [
        ({"code": "001"}, (), "household-code-taken"),
        ({"head_name": " "}, (), "household-without-head"),
        ({"people_count": -1}, (), "count-negative"),
        ({}, (FAMILY[0], FAMILY[0]), "household-has-head"),
        ({}, (NewMember(Person("", " "), None),), "person-without-name"),
    ],
)
def test_what_cannot_be_a_household_is_refused(
    desk: Desk, changed: dict[str, object], members: tuple[NewMember, ...], code: str
) -> None:
    household_of(desk)
    before = contents(desk)
    given = dataclasses.replace(Household("", key_of(desk, "Thôn Phi Long"), "", "Hà"), **changed)  # type: ignore[arg-type]
    with pytest.raises(KnownError, match=code):
        keep_registry.add_household(desk, given, members)
    assert contents(desk) == before


def test_the_village_and_the_name_of_an_entered_head_are_not_corrected_with_the_household(desk: Desk) -> None:
    key = household_of(desk)
    present = known(desk, key)
    other = key_of(desk, "Thôn Vân Ngọc")
    keep_registry.edit_household(
        desk, dataclasses.replace(present, village_id=other, head_name="Khác", phone="09 12", ended_on=day(1, 1))
    )
    assert known(desk, key) == dataclasses.replace(present, phone="09 12")


def test_a_head_corrected_is_found_under_the_new_name(desk: Desk) -> None:
    key = household_of(desk)
    head = people.read_person(desk.engine, member(desk, key, "Bùi Văn Mẫu"))
    keep_registry.edit_person(desk, dataclasses.replace(head, name="Đặng Văn Mẫu"))
    assert known(desk, key).head_name == "Đặng Văn Mẫu"
    assert [one.id for one in households.find_households(desk.engine, "dang van")] == [key]
    assert households.find_households(desk.engine, "bui van") == ()
    assert operations(desk)[-1] == "edit-person"


def test_a_person_entered_later_was_counted_already(desk: Desk) -> None:
    key = keep_registry.add_household(
        desk, Household("", key_of(desk, "Thôn Phi Long"), "", "Bùi Văn Mẫu", people_count=2)
    ).id
    counts = []
    for one in FAMILY[:3]:
        keep_registry.add_person(desk, key, one)
        counts.append(known(desk, key).people_count)
    assert counts == [2, 2, 3]
    with pytest.raises(KnownError, match="household-has-head"):
        keep_registry.add_person(desk, key, FAMILY[0])


def test_a_relation_is_corrected_but_a_head_is_changed_by_an_event(desk: Desk) -> None:
    key = household_of(desk)
    keep_registry.edit_relation(desk, member(desk, key, "Bùi Văn Nháp"), "adopted_child")
    assert relations(desk, key)["Bùi Văn Nháp"] == "adopted_child"
    assert relations(desk, key, day(1, 1, 1999))["Bùi Văn Nháp"] == "adopted_child"
    for name, relation in (("Bùi Văn Nháp", HEAD), ("Bùi Văn Mẫu", "child")):
        with pytest.raises(KnownError, match="head-changes-by-event"):
            keep_registry.edit_relation(desk, member(desk, key, name), relation)


def test_two_people_are_marked_not_the_same_once(desk: Desk) -> None:
    key = household_of(desk)
    one, other = member(desk, key, "Bùi Văn Mẫu"), member(desk, key, "Bùi Văn Nháp")
    assert keep_registry.mark_not_the_same(desk, one, other)
    assert not keep_registry.mark_not_the_same(desk, other, one)
    assert people.list_not_the_same(desk.engine) == {(min(one, other), max(one, other))}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bui", ["Bùi Văn Mẫu", "Bùi Văn Nháp", "Bùi Thị Tập"]),
        ("THI T", ["Bùi Thị Tập", "Hà Thị Thử"]),
        ("0001", ["Đinh Thị Ví"]),
        ("%", []),
        ("_", []),
    ],
)
def test_people_are_found_by_folded_name_and_end_of_number(desk: Desk, text: str, found: list[str]) -> None:
    numbered = NewMember(Person("", "Đinh Thị Ví", citizen_number="038 180 000001"), "mother")
    household_of(desk, (*FAMILY, numbered))
    assert [one.person.name for one in people.find_people(desk.engine, text)] == found
    assert [one.name for one in people.people_by_number(desk.engine, "038180000001")] == ["Đinh Thị Ví"]


def test_what_is_gone_is_said(desk: Desk) -> None:
    with pytest.raises(KnownError, match="household-not-found"):
        keep_registry.read_household(desk, "gone")
    with pytest.raises(KnownError, match="person-not-found"):
        keep_registry.edit_person(desk, Person("gone", "Hà"))
