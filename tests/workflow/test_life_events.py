from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from povertydesk.poverty.household import Household
from povertydesk.poverty.person import HEAD, Person
from povertydesk.poverty.problems import KnownError
from povertydesk.store import household_events, households, people
from povertydesk.workflow import keep_registry, life_events
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.event_rules import Succession
from povertydesk.workflow.keep_registry import NewMember
from tests.workflow.contents import assert_sound, contents, key_of, operations, undo_last
from tests.workflow.registry import FAMILY, day, household_of, member, relations


def view(desk: Desk, household: str) -> Household:
    return keep_registry.read_household(desk, household).household


def refuses(code: str, act: Callable[[], object]) -> None:
    with pytest.raises(KnownError) as caught:
        act()
    assert caught.value.code == code


class TestBirth:
    def test_a_child_belongs_to_the_household_from_its_day_on_and_goes_with_one_step_back(self, desk: Desk) -> None:
        household = household_of(desk)
        before = contents(desk)
        born = life_events.record_birth(
            desk, household, NewMember(Person("", " Bùi  Thị Mới "), "grandchild"), day(6, 1)
        )
        assert operations(desk)[-1] == "record-birth"
        assert born.changes.touches("person", "membership", "household_event", "household")
        assert "Bùi Thị Mới" not in relations(desk, household, day(5, 31))
        assert relations(desk, household, day(6, 1))["Bùi Thị Mới"] == "grandchild"
        assert keep_registry.read_household(desk, household).household.people_count == 5
        assert_sound(desk)
        undo_last(desk)
        assert contents(desk) == before
        assert_sound(desk)

    def test_the_day_of_the_event_is_the_day_of_birth(self, desk: Desk) -> None:
        household = household_of(desk)
        child = Person("", "Bùi Văn Giả", birth_year=1999)
        key = life_events.record_birth(desk, household, NewMember(child, "child"), day(6, 1)).id
        born = people.read_person(desk.engine, key)
        assert (born.birth_on, born.birth_year) == (day(6, 1), 2022)

    def test_people_who_are_not_entered_go_on_counting(self, desk: Desk) -> None:
        household = household_of(desk, FAMILY[:1])
        keep_registry.edit_household(desk, dataclasses.replace(view(desk, household), people_count=4))
        child = NewMember(Person("", "Bùi Văn Giả"), "child")
        key = life_events.record_birth(desk, household, child, day(6, 1)).id
        assert view(desk, household).people_count == 5
        life_events.move_out(desk, [key], day(6, 2))
        assert view(desk, household).people_count == 4
        assert view(desk, household).ended_on is None

    def test_a_number_of_people_nobody_knows_stays_unknown(self, desk: Desk) -> None:
        household = keep_registry.add_household(desk, Household("", key_of(desk, "Thôn Phi Long"), "", "Hà Văn Ước")).id
        life_events.record_birth(desk, household, NewMember(Person("", "Hà Thị Giả"), "child"), day(6, 1))
        assert view(desk, household).people_count is None


class TestDeath:
    def test_of_a_member(self, desk: Desk) -> None:
        household = household_of(desk)
        child = member(desk, household, "Bùi Thị Tập")
        life_events.record_death(desk, child, day(6, 1))
        assert "Bùi Thị Tập" in relations(desk, household, day(5, 31))
        assert "Bùi Thị Tập" not in relations(desk, household)
        assert people.read_person(desk.engine, child).died_on == day(6, 1)
        assert view(desk, household).people_count == 3
        refuses("person-lives-nowhere", lambda: life_events.record_death(desk, child, day(6, 1)))
        refuses("person-died", lambda: life_events.move_back(desk, household, {child: "child"}, day(7, 1)))

    def test_of_the_head_needs_the_next_one(self, desk: Desk) -> None:
        household = household_of(desk)
        before = contents(desk)
        head, wife = member(desk, household, "Bùi Văn Mẫu"), member(desk, household, "Hà Thị Thử")
        refuses("head-needs-successor", lambda: life_events.record_death(desk, head, day(6, 1)))
        refuses("successor-not-a-member", lambda: life_events.record_death(desk, head, day(6, 1), Succession(head)))
        assert contents(desk) == before
        child = member(desk, household, "Bùi Văn Nháp")
        life_events.record_death(desk, head, day(6, 1), Succession(wife, {child: "child"}))
        assert relations(desk, household) == {"Hà Thị Thử": HEAD, "Bùi Thị Tập": None, "Bùi Văn Nháp": "child"}
        assert relations(desk, household, day(5, 31))["Bùi Văn Mẫu"] == HEAD
        assert view(desk, household).head_name == "Hà Thị Thử"
        undo_last(desk)
        assert contents(desk) == before

    def test_of_the_last_one_ends_the_household(self, desk: Desk) -> None:
        household = household_of(desk, FAMILY[:1])
        before = contents(desk)
        life_events.record_death(desk, member(desk, household, "Bùi Văn Mẫu"), day(6, 1))
        assert (view(desk, household).ended_on, view(desk, household).people_count) == (day(6, 1), 0)
        assert households.list_households(desk.engine) == ()
        assert households.registry_counts(desk.engine) == {}
        child = NewMember(Person("", "Bùi Văn Giả"), "child")
        refuses("household-ended", lambda: life_events.record_birth(desk, household, child, day(7, 1)))
        undo_last(desk)
        assert contents(desk) == before

    def test_of_a_head_whose_family_is_not_entered_is_refused(self, desk: Desk) -> None:
        household = household_of(desk, FAMILY[:1])
        keep_registry.edit_household(desk, dataclasses.replace(view(desk, household), people_count=3))
        head = member(desk, household, "Bùi Văn Mẫu")
        refuses("members-not-entered", lambda: life_events.record_death(desk, head, day(6, 1)))

    def test_never_before_birth_and_never_to_come(self, desk: Desk) -> None:
        household = household_of(desk)
        child, youngest = member(desk, household, "Bùi Thị Tập"), member(desk, household, "Bùi Văn Nháp")
        refuses("event-before-birth", lambda: life_events.record_death(desk, child, day(3, 3, 1995)))
        refuses("event-before-birth", lambda: life_events.record_death(desk, youngest, day(12, 31, 1997)))
        refuses("event-in-future", lambda: life_events.record_death(desk, child, day(1, 6, 2023)))
        assert life_events.record_death(desk, child, day(3, 4, 1995))


class TestMoving:
    def test_in_out_and_back(self, desk: Desk) -> None:
        household = household_of(desk)
        life_events.move_in(desk, household, [NewMember(Person("", "Hà Văn Ước"), "other")], day(2, 1))
        guest = member(desk, household, "Hà Văn Ước")
        refuses("event-before-entry", lambda: life_events.move_out(desk, [guest], day(1, 31)))
        life_events.move_out(desk, [guest], day(3, 1))
        refuses("event-before-leaving", lambda: life_events.move_back(desk, household, {guest: "other"}, day(2, 28)))
        life_events.move_back(desk, household, {guest: "other"}, day(4, 1))
        refuses("person-lives-here", lambda: life_events.move_back(desk, household, {guest: "other"}, day(5, 1)))
        present = [
            on for on in (day(1, 31), day(2, 1), day(3, 1), day(4, 1)) if "Hà Văn Ước" in relations(desk, household, on)
        ]
        assert present == [day(2, 1), day(4, 1)]
        kinds = [event.kind.value for event in household_events.list_events(desk.engine, household)]
        assert kinds == ["move_in", "move_out", "move_back"]

    def test_a_household_that_left_comes_back_with_a_head(self, desk: Desk) -> None:
        household = household_of(desk, FAMILY[:2])
        head, wife = member(desk, household, "Bùi Văn Mẫu"), member(desk, household, "Hà Thị Thử")
        life_events.move_out(desk, [head, wife], day(3, 1))
        assert view(desk, household).ended_on == day(3, 1)
        refuses("head-needs-successor", lambda: life_events.move_back(desk, household, {head: None}, day(4, 1)))
        refuses("event-before-household", lambda: life_events.move_back(desk, household, {wife: HEAD}, day(2, 1)))
        life_events.move_back(desk, household, {wife: HEAD}, day(4, 1))
        assert (view(desk, household).ended_on, view(desk, household).head_name) == (None, "Hà Thị Thử")
        assert view(desk, household).people_count == 1

    def test_to_another_village(self, desk: Desk) -> None:
        household, taken = household_of(desk), household_of(desk, FAMILY[:1], "Thôn Vân Ngọc")
        old, new = key_of(desk, "Thôn Phi Long"), key_of(desk, "Thôn Vân Ngọc")
        before = contents(desk)
        refuses("same-village", lambda: life_events.move_village(desk, household, old, day(6, 1)))
        refuses("household-code-taken", lambda: life_events.move_village(desk, household, new, day(6, 1), code="001"))
        life_events.move_village(desk, household, new, day(6, 1))
        assert (view(desk, household).village_id, view(desk, household).code) == (new, "002")
        days = [day(5, 31), day(6, 1)]
        assert [household_events.village_on(desk.engine, household, on) for on in days] == [old, new]
        assert household_events.village_on(desk.engine, taken, day(5, 31)) == new
        refuses("event-before-last-move", lambda: life_events.move_village(desk, household, old, day(5, 1)))
        (event,) = household_events.list_events_between(desk.engine, day(6, 1), day(6, 1))
        assert (event.from_village_id, event.to_village_id) == (old, new)
        undo_last(desk)
        assert contents(desk) == before


class TestMarriage:
    def test_into_another_household_and_out_of_the_commune(self, desk: Desk) -> None:
        home, other = household_of(desk), household_of(desk, (NewMember(Person("", "Lê Văn Ví"), HEAD),))
        before = contents(desk)
        daughter, son = member(desk, home, "Bùi Thị Tập"), member(desk, home, "Bùi Văn Nháp")
        refuses("household-has-head", lambda: life_events.marry(desk, daughter, day(6, 1), other, HEAD))
        refuses("same-household", lambda: life_events.marry(desk, daughter, day(6, 1), home, "child"))
        life_events.marry(desk, daughter, day(6, 1), other, "wife")
        assert relations(desk, other) == {"Lê Văn Ví": HEAD, "Bùi Thị Tập": "wife"}
        assert (view(desk, home).people_count, view(desk, other).people_count) == (3, 2)
        life_events.marry(desk, son, day(7, 1))
        assert people.current_stay(desk.engine, son) is None
        coming = [NewMember(Person("", "Vi Thị Mới"), "daughter_in_law")]
        life_events.move_in(desk, other, coming, day(8, 1), by_marriage=True)
        assert operations(desk)[-3:] == ["record-marriage"] * 3
        for _ in range(3):
            undo_last(desk)
        assert contents(desk) == before


class TestSplittingAndMerging:
    def test_a_household_is_split_and_merged_again(self, desk: Desk) -> None:
        household = household_of(desk)
        son, daughter = member(desk, household, "Bùi Văn Nháp"), member(desk, household, "Bùi Thị Tập")
        start = contents(desk)
        founded = life_events.split_household(desk, {son: HEAD, daughter: "sibling"}, day(6, 1)).id
        new = view(desk, founded)
        assert (new.code, new.head_name, new.people_count, new.entered_on) == ("002", "Bùi Văn Nháp", 2, day(6, 1))
        assert view(desk, household).people_count == 2
        apart = contents(desk)
        life_events.merge_households(desk, founded, household, {son: "child"}, day(7, 1))
        assert view(desk, founded).ended_on == day(7, 1)
        assert view(desk, household).people_count == 4
        assert relations(desk, household)["Bùi Văn Nháp"] == "child"
        assert relations(desk, household)["Bùi Thị Tập"] is None
        assert relations(desk, founded, day(6, 15)) == {"Bùi Văn Nháp": HEAD, "Bùi Thị Tập": "sibling"}
        undo_last(desk)
        assert contents(desk) == apart
        undo_last(desk)
        assert contents(desk) == start
        assert_sound(desk)

    def test_what_is_no_split_is_refused(self, desk: Desk) -> None:
        household, other = household_of(desk), household_of(desk, FAMILY[:1])
        everybody = {name: member(desk, household, name) for name in relations(desk, household)}
        son, head = everybody["Bùi Văn Nháp"], everybody["Bùi Văn Mẫu"]
        split = life_events.split_household
        refuses("split-needs-a-head", lambda: split(desk, {son: "child"}, day(6, 1)))
        refuses(
            "split-leaves-nobody",
            lambda: split(desk, {key: HEAD if key == son else None for key in everybody.values()}, day(6, 1)),
        )
        refuses("head-needs-successor", lambda: split(desk, {head: HEAD}, day(6, 1)))
        refuses(
            "not-one-household", lambda: split(desk, {son: HEAD, member(desk, other, "Bùi Văn Mẫu"): None}, day(6, 1))
        )
        refuses("household-code-taken", lambda: split(desk, {son: HEAD}, day(6, 1), code="002"))
        merge = life_events.merge_households
        refuses("same-household", lambda: merge(desk, household, household, {}, day(6, 1)))
        refuses(
            "household-has-head",
            lambda: merge(desk, other, household, {member(desk, other, "Bùi Văn Mẫu"): HEAD}, day(6, 1)),
        )
        keep_registry.edit_household(desk, dataclasses.replace(view(desk, other), people_count=2))
        refuses("members-not-entered", lambda: merge(desk, other, household, {}, day(6, 1)))


class TestChangeOfHead:
    def test_the_one_before_stays(self, desk: Desk) -> None:
        household = household_of(desk)
        head, wife = member(desk, household, "Bùi Văn Mẫu"), member(desk, household, "Hà Thị Thử")
        before = contents(desk)
        refuses("already-the-head", lambda: life_events.change_head(desk, household, Succession(head), day(6, 1)))
        refuses(
            "household-has-head",
            lambda: life_events.change_head(desk, household, Succession(wife, {head: HEAD}), day(6, 1)),
        )
        life_events.change_head(desk, household, Succession(wife, {head: "husband"}), day(6, 1))
        assert relations(desk, household)["Bùi Văn Mẫu"] == "husband"
        assert relations(desk, household, day(5, 31))["Bùi Văn Mẫu"] == HEAD
        assert view(desk, household).head_name == "Hà Thị Thử"
        assert view(desk, household).people_count == 4
        undo_last(desk)
        assert contents(desk) == before
