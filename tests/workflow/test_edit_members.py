from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from povertydesk.poverty.person import HEAD, Person, Sex, Work
from povertydesk.poverty.problems import Finding, KnownError
from povertydesk.store import rounds
from povertydesk.workflow import edit_members, keep_registry, life_events
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_grid import CellEntry
from povertydesk.workflow.keep_registry import NewMember
from tests.workflow.contents import assert_sound, contents, operations, undo_last
from tests.workflow.registry import FAMILY, day, household_of, member, relations
from tests.workflow.sealing import seal_round_with


def enter(desk: Desk, household: str, rows: dict[str, dict[str, str]], amendment: str | None = None) -> None:
    entries = [CellEntry(row, field, text) for row, fields in rows.items() for field, text in fields.items()]
    edit_members.enter_members(desk, household, entries, amendment)


def faults(act: Callable[[], object]) -> dict[tuple[str | None, str | None], str]:
    with pytest.raises(KnownError) as caught:
        act()
    assert caught.value.code == "entries-refused"

    def place(one: Finding) -> tuple[str | None, str | None]:
        return one.place.section, one.place.field

    return {place(one): one.code for one in caught.value.findings}


def test_a_line_is_kept_in_every_column(desk: Desk) -> None:
    household = household_of(desk)
    before = contents(desk)
    row = {
        "name": "Bùi Thị  Ngân", "birth": "1/2/2019", "sex": "Nữ", "relation": "Cháu nội", "ethnic_group": "Mường",
        "citizen_number": "038 319 000123", "insurance": "x", "work": "3", "education": "mẫu giáo", "disability": "0",
        "benefits": "Trợ cấp; BTXH",
    }  # fmt: skip
    assert set(row) == set(edit_members.FIELDS)
    enter(desk, household, {"new-0": row})
    added = keep_registry.read_household(desk, household).members[-1]
    assert added.person == Person(
        added.person.id, "Bùi Thị Ngân", datetime.date(2019, 2, 1), 2019, Sex.FEMALE, 6, "038319000123", "mẫu giáo",
        Work.STUDYING, insurance=True, disability=False, benefits=("Trợ cấp", "BTXH"),
    )  # fmt: skip
    assert (added.membership.relation, added.membership.from_on) == ("grandchild", None)
    assert operations(desk)[-1] == "add-person"
    assert keep_registry.read_household(desk, household).household.people_count == 5
    undo_last(desk)
    assert contents(desk) == before
    assert_sound(desk)


def test_blank_cells_are_not_known(desk: Desk) -> None:
    household = household_of(desk)
    wife = member(desk, household, "Hà Thị Thử")
    enter(desk, household, {wife: {"insurance": "2", "benefits": "không", "work": "2"}})
    person = keep_registry.read_household(desk, household).members[1].person
    assert (person.insurance, person.benefits, person.work) == (False, (), Work.NOT_EMPLOYED)
    blank = dict.fromkeys((*edit_members.FIELDS[1:3], *edit_members.FIELDS[3:]), "")
    enter(desk, household, {wife: blank})
    person = keep_registry.read_household(desk, household).members[1].person
    assert person == Person(wife, "Hà Thị Thử")
    assert relations(desk, household)["Hà Thị Thử"] is None


@pytest.mark.parametrize("unknown", ["", "9"])
def test_nine_is_not_known(desk: Desk, unknown: str) -> None:
    household = household_of(desk)
    wife = member(desk, household, "Hà Thị Thử")
    enter(desk, household, {wife: {"sex": unknown, "insurance": unknown, "disability": unknown, "work": unknown}})
    person = keep_registry.read_household(desk, household).members[1].person
    assert (person.sex, person.insurance, person.disability, person.work) == (None, None, None, None)


def test_a_block_is_one_operation_and_one_fault_refuses_it_whole(desk: Desk) -> None:
    household = household_of(desk)
    head, wife = member(desk, household, "Bùi Văn Mẫu"), member(desk, household, "Hà Thị Thử")
    before = contents(desk)
    wrong = {
        head: {"ethnic_group": "Mèo", "name": ""},
        wife: {"ethnic_group": "Mường", "birth": "hôm qua"},
        "new-0": {"sex": "1"},
    }
    assert faults(lambda: enter(desk, household, wrong)) == {
        (head, "ethnic_group"): "ethnic-group-unreadable",
        (head, "name"): "person-without-name",
        (wife, "birth"): "birth-unreadable",
        ("new-0", "name"): "person-without-name",
    }
    assert contents(desk) == before
    enter(desk, household, {head: {"ethnic_group": "6"}, wife: {"ethnic_group": "6"}})
    assert operations(desk)[-1] == "enter-members"
    undo_last(desk)
    assert contents(desk) == before


def test_the_head_stays_the_head(desk: Desk) -> None:
    household = household_of(desk)
    head, wife = member(desk, household, "Bùi Văn Mẫu"), member(desk, household, "Hà Thị Thử")
    assert faults(lambda: enter(desk, household, {head: {"relation": "Chồng"}})) == {
        (head, "relation"): "head-changes-by-event"
    }
    assert faults(lambda: enter(desk, household, {wife: {"relation": "Chủ hộ"}})) == {(wife, "relation"): "second-head"}
    enter(desk, household, {head: {"name": "Bùi Văn Khác", "relation": "chủ hộ"}})
    assert keep_registry.read_household(desk, household).household.head_name == "Bùi Văn Khác"


def test_a_household_without_its_head_entered_gets_one(desk: Desk) -> None:
    household = household_of(desk, ())
    two = {"new-0": {"name": "Lê Văn Ví", "relation": "chủ hộ"}, "new-1": {"name": "Lê Thị Ví", "relation": "chủ hộ"}}
    assert faults(lambda: enter(desk, household, two)) == {("new-1", "relation"): "second-head"}
    enter(desk, household, {"new-0": two["new-0"], "new-1": {"name": "Lê Thị Ví"}})
    assert relations(desk, household) == {"Lê Văn Ví": HEAD, "Lê Thị Ví": None}
    assert keep_registry.read_household(desk, household).household.head_name == "Lê Văn Ví"


def test_a_typed_number_keeps_its_digits(desk: Desk) -> None:
    household = household_of(desk)
    wife = member(desk, household, "Hà Thị Thử")
    enter(desk, household, {wife: {"citizen_number": "38172001234"}})
    assert keep_registry.read_household(desk, household).members[1].person.citizen_number == "38172001234"
    wrong = {wife: {"citizen_number": "000000000000"}}
    assert faults(lambda: enter(desk, household, wrong)) == {(wife, "citizen_number"): "citizen-number-filled-in"}


def test_a_sealed_round_asks_for_a_reason_for_a_new_member_only(desk: Desk) -> None:
    household = household_of(desk, FAMILY)
    sealed = seal_round_with(desk, household, year=2022)
    wife = member(desk, household, "Hà Thị Thử")
    enter(desk, household, {wife: {"insurance": "1"}})
    with pytest.raises(KnownError, match="member-in-sealed-round"):
        enter(desk, household, {"new-0": {"name": "Lê Văn Ví"}})
    enter(desk, household, {"new-0": {"name": "Lê Văn Ví"}}, "Kê khai sót")
    assert [one.reason for one in rounds.list_amendments(desk.engine, sealed)] == ["Kê khai sót"]


def test_a_household_that_ended_takes_nobody_in(desk: Desk) -> None:
    household = household_of(desk, (NewMember(Person("", "Lê Văn Ví"), HEAD),))
    life_events.move_out(desk, [member(desk, household, "Lê Văn Ví")], day(6, 1))
    with pytest.raises(KnownError, match="household-ended"):
        enter(desk, household, {"new-0": {"name": "Lê Thị Ví"}})
