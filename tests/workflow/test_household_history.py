from __future__ import annotations

from povertydesk.poverty.household import HouseholdEventKind
from povertydesk.poverty.person import HEAD, Person
from povertydesk.poverty.status import PovertyStatus
from povertydesk.workflow import history, household_choice, household_history, life_events
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.event_rules import Succession
from povertydesk.workflow.keep_registry import NewMember
from tests.workflow.contents import contents, key_of
from tests.workflow.registry import day, household_of, member
from tests.workflow.sealing import seal_round_with

OTHER = (NewMember(Person("", "Lê Văn Ví"), HEAD),)


def test_several_people_of_one_act_are_one_line_and_one_undoing(desk: Desk) -> None:
    household = household_of(desk)
    son, daughter = member(desk, household, "Bùi Văn Nháp"), member(desk, household, "Bùi Thị Tập")
    before = contents(desk)
    life_events.move_out(desk, [daughter, son], day(6, 1))
    (past,) = household_history.list_events(desk, household)
    assert (past.kind, past.happened_on) == (HouseholdEventKind.MOVE_OUT, day(6, 1))
    assert past.people == ("Bùi Thị Tập", "Bùi Văn Nháp")
    assert (past.other, past.villages) == ("", None)
    history.undo(desk, str(past.operation))
    assert contents(desk) == before
    assert household_history.list_events(desk, household) == ()


def test_events_stand_newest_first_by_their_day_and_then_by_their_act(desk: Desk) -> None:
    household = household_of(desk)
    wife = member(desk, household, "Hà Thị Thử")
    life_events.change_head(desk, household, Succession(wife), day(6, 1))
    life_events.record_death(desk, member(desk, household, "Bùi Văn Mẫu"), day(6, 1))
    life_events.move_village(desk, household, key_of(desk, "Thôn Vân Ngọc"), day(5, 1))
    found = household_history.list_events(desk, household)
    kinds = HouseholdEventKind
    assert [one.kind for one in found] == [kinds.DEATH, kinds.CHANGE_OF_HEAD, kinds.MOVE_VILLAGE]
    assert found[2].villages == ("Thôn Phi Long", "Thôn Vân Ngọc")


def test_both_households_see_who_went_where(desk: Desk) -> None:
    household, other = household_of(desk), household_of(desk, OTHER)
    life_events.marry(desk, member(desk, household, "Bùi Thị Tập"), day(6, 1), other, "wife")
    (left,) = household_history.list_events(desk, household)
    (came,) = household_history.list_events(desk, other)
    assert (left.other, left.incoming) == ("002 – Lê Văn Ví", False)
    assert (came.other, came.incoming, came.operation) == ("001 – Bùi Văn Mẫu", True, left.operation)


def test_only_the_living_who_live_nowhere_may_come_back(desk: Desk) -> None:
    household, other = household_of(desk), household_of(desk, OTHER)
    wife, daughter = member(desk, household, "Hà Thị Thử"), member(desk, household, "Bùi Thị Tập")
    son = member(desk, household, "Bùi Văn Nháp")
    life_events.record_death(desk, wife, day(6, 1))
    life_events.marry(desk, daughter, day(6, 1), other, "wife")
    life_events.move_out(desk, [son], day(6, 2))
    (former,) = household_history.list_former_members(desk, household)
    assert (former.person.name, former.membership.until_on) == ("Bùi Văn Nháp", day(6, 2))
    assert household_history.list_former_members(desk, other) == ()
    life_events.move_back(desk, household, {son: None}, day(7, 1))
    assert household_history.list_former_members(desk, household) == ()


def test_where_it_stood_and_the_rounds_it_was_in(desk: Desk) -> None:
    household = household_of(desk)
    assert household_history.read_status_history(desk, household) == ((), ())
    seal_round_with(desk, household, PovertyStatus.POOR, 2022)
    found = household_history.read_status_history(desk, household)
    assert [(one.status, one.from_on) for one in found.decisions] == [(PovertyStatus.POOR, day(12, 10))]
    ((of_round, review),) = found.reviews
    assert (of_round.year, review.b1, review.status) == (2022, 130, PovertyStatus.POOR)


def test_another_household_is_found_by_code_or_name(desk: Desk) -> None:
    household, other = household_of(desk), household_of(desk, OTHER, head="Lê Văn Ví")
    found = household_choice.find_households(desk, "vi")
    assert [(one.code, one.head_name, one.village) for one in found] == [("002", "Lê Văn Ví", "Thôn Phi Long")]
    assert [one.id for one in household_choice.find_households(desk, "00")] == [household, other]
    assert [one.id for one in household_choice.find_households(desk, "00", household)] == [other]
    assert household_choice.find_households(desk, " ") == ()
    life_events.move_out(desk, [member(desk, other, "Lê Văn Ví")], day(6, 1))
    assert household_choice.find_households(desk, "002") == ()
