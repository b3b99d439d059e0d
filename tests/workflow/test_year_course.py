from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from povertydesk.poverty.household import Household
from povertydesk.poverty.household_flows import FlowTable, PlaceFlows, YearFlows
from povertydesk.poverty.household_list import HouseholdEventKind
from povertydesk.poverty.person import Person
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import EntryKind, RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import households, people, rounds
from povertydesk.workflow import edit_grid, keep_registry, life_events, record_villages, review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_grid import CellEntry
from povertydesk.workflow.event_rules import Succession
from povertydesk.workflow.keep_registry import NewMember
from povertydesk.workflow.year_course import read_course, year_course
from povertydesk.workflow.year_lists import read_year_lists
from tests.workflow.contents import key_of
from tests.workflow.registry import FAMILY, day, household_of, member
from tests.workflow.reviewing import found, opened, sealed, today, told

POOR, NEAR, ABOVE = PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.NOT_POOR
CHILD = NewMember(Person("", "Bùi Văn Giả"), "child")


@pytest.fixture
def desk(empty: Desk) -> Desk:
    """A commune with two villages and nothing else."""
    record_villages.add_villages(empty, ["Thôn Phi Long", "Thôn Vân Ngọc"])
    return empty


def booked(place: PlaceFlows) -> dict[str, tuple[int, int]]:
    """Every column that is not nought, households and people, near-poor ones with their table's name before."""
    columns = {}
    for prefix, of_households, of_people in (
        ("", place.poor, place.poor_people),
        ("near-poor ", place.near_poor, place.near_poor_people),
    ):
        for field in dataclasses.fields(of_households):
            pair = getattr(of_households, field.name), getattr(of_people, field.name)
            if pair != (0, 0):
                columns[prefix + field.name] = pair
    return columns


def commune(desk: Desk, year: int) -> dict[str, tuple[int, int]]:
    return booked(year_course(desk, year).commune)


def in_village(flows: YearFlows, desk: Desk, name: str) -> dict[str, tuple[int, int]]:
    return booked(next(one for one in flows.villages if one.village == key_of(desk, name)))


def codes(flows: YearFlows) -> list[str]:
    return [one.code for one in flows.findings]


def refused(code: str, desk: Desk, year: int) -> KnownError:
    with pytest.raises(KnownError) as caught:
        year_course(desk, year)
    assert caught.value.code == code
    return caught.value


class TestOpening:
    def test_what_one_year_closes_with_the_next_one_opens_with(self, desk: Desk) -> None:
        one, two, three = (household_of(desk) for _ in range(3))
        sealed(desk, 2022, {one: POOR, two: NEAR, three: ABOVE})
        sealed(desk, 2023, {one: NEAR, two: ABOVE})
        assert commune(desk, 2023) == {
            "opening": (1, 4),
            "to_near_poor": (1, 4),
            "near-poor opening": (1, 4),
            "near-poor escaped": (1, 4),
            "near-poor from_poor": (1, 4),
        }
        opened(desk, 2024)
        lists = read_year_lists(desk, 2024)
        assert [(row.household, row.status) for row in lists.opening.rows] == [
            (one, NEAR),
            (two, ABOVE),
            (three, ABOVE),
        ]
        assert (lists.opening.on, lists.closing.on) == (day(12, 10, 2023), day(9, 1, 2024))
        assert lists.opened_by is not None
        assert (lists.opened_by.year, lists.round is not None) == (2023, True)

    def test_without_a_sealed_round_the_reviews_of_the_year_tell_it(self, desk: Desk) -> None:
        one, two, three, four = (household_of(desk) for _ in range(4))
        key = opened(desk, 2023)
        told(desk, key, {one: POOR, two: ABOVE}, {two: EntryKind.NEW, three: EntryKind.OLD, four: EntryKind.RELAPSED})
        found(desk, key, {one: NEAR, two: POOR, three: POOR, four: NEAR})
        assert commune(desk, 2023) == {
            "opening": (2, 8),
            "to_near_poor": (1, 4),
            "new": (1, 4),
            "near-poor from_poor": (1, 4),
            "near-poor relapsed": (1, 4),
        }
        assert codes(year_course(desk, 2023)) == []
        assert read_year_lists(desk, 2023).opening.on == day(12, 31)

    def test_an_unknown_history_is_never_new(self, desk: Desk) -> None:
        one, two = household_of(desk), household_of(desk)
        key = opened(desk, 2023)
        told(desk, key, {two: ABOVE})
        found(desk, key, {one: POOR, two: POOR})
        flows = year_course(desk, 2023)
        assert booked(flows.commune) == {"other_in": (2, 8)}
        assert set(flows.commune.unknown_history) == {one, two}
        assert codes(flows) == ["unknown-history"]

    def test_a_year_without_any_round_is_refused(self, desk: Desk) -> None:
        household_of(desk)
        assert refused("year-without-round", desk, 2023).values == {"year": 2023}
        refused("no-standard-on-date", desk, 2031)

    def test_a_round_before_the_last_year_is_told(self, desk: Desk) -> None:
        one = household_of(desk)
        sealed(desk, 2022, {one: POOR})
        found(desk, opened(desk, 2024), {one: POOR})
        flows = year_course(desk, 2024)
        assert booked(flows.commune) == {"opening": (1, 4)}
        assert [(each.code, each.values) for each in flows.findings] == [
            ("opening-from-older-round", {"year": 2024, "before": "2022"})
        ]

    def test_the_sealed_round_counts_where_a_review_says_otherwise(self, desk: Desk) -> None:
        one, two, three = (household_of(desk) for _ in range(3))
        sealed(desk, 2022, {one: POOR, two: ABOVE, three: NEAR})
        key = opened(desk, 2023)
        found(desk, key, {one: POOR, two: POOR, three: NEAR})
        told(desk, key, {one: NEAR, two: POOR})
        flows = year_course(desk, 2023)
        assert codes(flows) == ["opening-status-differs-from-round"] * 2
        assert booked(flows.commune)["opening"] == (1, 4)
        assert booked(flows.commune)["new"] == (1, 4)
        assert flows.findings[0].values == {"household": "001 Bùi Văn Mẫu", "year": 2022}
        assert flows.findings[0].place.village == "Thôn Phi Long"

    def test_typed_opening_figures_stand_back_and_differences_are_named(self, desk: Desk) -> None:
        one, two = household_of(desk), household_of(desk)
        key = opened(desk, 2023)
        told(desk, key, {one: POOR, two: NEAR})
        found(desk, key, {one: POOR, two: NEAR})
        village = key_of(desk, "Thôn Phi Long")
        right = {"poor_opening": "1", "poor_people": "4", "near_poor_opening": "1", "near_poor_people": "4"}
        edit_grid.enter_cells(desk, 2023, [CellEntry(village, name, count) for name, count in right.items()])
        assert codes(year_course(desk, 2023)) == []
        edit_grid.enter_cells(desk, 2023, [CellEntry(village, name, "9") for name in right])
        flows = year_course(desk, 2023)
        assert codes(flows) == [
            "poor-opening-differs-from-list",
            "poor-people-opening-differs-from-list",
            "near-poor-opening-differs-from-list",
            "near-poor-people-opening-differs-from-list",
        ]
        assert flows.findings[1].values == {"village": "Thôn Phi Long", "typed": 9, "listed": 4}
        assert booked(flows.commune) == {"opening": (1, 4), "near-poor opening": (1, 4)}


class TestTwoStandards:
    def test_no_change_is_drawn_up_from_one_standard_to_another(self, desk: Desk) -> None:
        one = household_of(desk)
        sealed(desk, 2026, {one: POOR})
        key = opened(desk, 2027)
        found(desk, key, {one: POOR})
        told(desk, key, {one: POOR})
        values = refused("no-change-across-standards", desk, 2027).values
        law = desk.program.legislation
        assert values == {"before": law.standard("2022-2026").title, "after": law.standard("2027-2030").title}

    def test_the_transition_round_opens_the_year_after(self, desk: Desk) -> None:
        one, two = household_of(desk), household_of(desk)
        sealed(desk, 2025, {one: POOR, two: ABOVE})
        sealed(desk, 2026, {one: NEAR, two: ABOVE}, RoundKind.TRANSITION, day(10, 1, 2026))
        sealed(desk, 2026, {one: POOR})
        life_events.record_birth(desk, one, CHILD, day(12, 11, 2026))
        found(desk, opened(desk, 2027), {one: POOR, two: POOR})
        assert commune(desk, 2026) == {"opening": (1, 4)}
        flows = year_course(desk, 2027)
        assert flows.standard == "2027-2030"
        assert booked(flows.commune) == {
            "from_near_poor": (1, 5),
            "new": (1, 4),
            "near-poor opening": (1, 4),
            "near-poor other_in": (0, 1),
            "near-poor to_poor": (1, 5),
        }
        assert codes(flows) == []


class TestWithinTheYear:
    def test_moving_village_is_nothing_to_the_commune(self, desk: Desk) -> None:
        one = household_of(desk)
        sealed(desk, 2022, {one: POOR})
        today(desk, day(6, 1, 2023))
        life_events.move_village(desk, one, key_of(desk, "Thôn Vân Ngọc"), day(5, 1, 2023))
        sealed(desk, 2023, {one: POOR})
        flows = year_course(desk, 2023)
        assert booked(flows.commune) == {"opening": (1, 4)}
        assert in_village(flows, desk, "Thôn Phi Long") == {"opening": (1, 4), "other_out": (1, 4)}
        assert in_village(flows, desk, "Thôn Vân Ngọc") == {"other_in": (1, 4)}
        assert codes(flows) == []

    def test_members_who_come_and_go_are_other_people(self, desk: Desk) -> None:
        one = household_of(desk)
        sealed(desk, 2022, {one: POOR})
        today(desk, day(6, 1, 2023))
        life_events.record_birth(desk, one, CHILD, day(2, 1, 2023))
        life_events.record_birth(desk, one, CHILD, day(2, 2, 2023))
        head = member(desk, one, "Bùi Văn Mẫu")
        life_events.record_death(desk, head, day(3, 1, 2023), Succession(member(desk, one, "Hà Thị Thử")))
        sealed(desk, 2023, {one: POOR})
        assert commune(desk, 2023) == {"opening": (1, 4), "other_out": (0, 1), "other_in": (0, 2)}
        assert codes(year_course(desk, 2023)) == []

    def test_splitting_merging_leaving_and_arriving_are_other_households(self, desk: Desk) -> None:
        one, two, three, four = (household_of(desk) for _ in range(4))
        alone = household_of(desk, FAMILY[:1])
        sealed(desk, 2022, dict.fromkeys([one, two, three, four, alone], POOR))
        today(desk, day(8, 1, 2023))
        son = member(desk, one, "Bùi Văn Nháp")
        split = life_events.split_household(desk, {son: "head"}, day(2, 1, 2023)).id
        life_events.merge_households(desk, two, three, {}, day(3, 1, 2023))
        everybody = [each.person.id for each in people.list_members(desk.engine, four)]
        life_events.move_out(desk, everybody, day(4, 1, 2023))
        life_events.record_death(desk, member(desk, alone, "Bùi Văn Mẫu"), day(5, 1, 2023))
        village = key_of(desk, "Thôn Vân Ngọc")
        arrived = Household("", village, "", "", entered_on=day(6, 1, 2023))
        came = keep_registry.add_household(desk, arrived, FAMILY[:2]).id
        sealed(desk, 2023, {one: POOR, three: POOR, split: POOR, came: NEAR})
        assert commune(desk, 2023) == {
            "opening": (5, 17),
            # Merged 4, moved out 4, died 1, and one who left the first household to found his own.
            "other_out": (3, 10),
            # The four who joined the third household, and the household split off.
            "other_in": (1, 5),
            "near-poor other_in": (1, 2),
        }
        assert codes(year_course(desk, 2023)) == []
        kinds = {event.household: event.kind for event in read_year_lists(desk, 2023).events}
        kind = HouseholdEventKind
        assert kinds == {
            split: kind.SPLIT_OFF,
            two: kind.MERGED,
            four: kind.MOVED_OUT,
            alone: kind.DISSOLVED,
            came: kind.MOVED_IN,
        }

    def test_leaving_and_coming_back_is_in_no_column_but_who_stayed_away_is(self, desk: Desk) -> None:
        one = household_of(desk)
        sealed(desk, 2022, {one: POOR})
        today(desk, day(8, 1, 2023))
        family = [each.person.id for each in people.list_members(desk.engine, one)]
        life_events.move_out(desk, family, day(2, 1, 2023))
        life_events.move_back(desk, one, {family[0]: "head", family[1]: "wife"}, day(5, 1, 2023))
        sealed(desk, 2023, {one: POOR})
        flows = year_course(desk, 2023)
        assert booked(flows.commune) == {"opening": (1, 4), "other_out": (0, 2)}
        assert [(each.table, each.left_on, each.entered_on) for each in flows.commune.cancelled] == [
            (FlowTable.POOR, day(2, 1, 2023), day(5, 1, 2023))
        ]
        assert codes(flows) == []

    def test_a_household_that_comes_back_in_another_year_is_other(self, desk: Desk) -> None:
        one, two = household_of(desk), household_of(desk)
        sealed(desk, 2022, {one: POOR, two: POOR})
        today(desk, day(8, 1, 2023))
        family = [each.person.id for each in people.list_members(desk.engine, one)]
        life_events.move_out(desk, family, day(2, 1, 2023))
        sealed(desk, 2023, {two: POOR})
        today(desk, day(8, 1, 2024))
        life_events.move_back(desk, one, {family[0]: "head"}, day(3, 1, 2024))
        sealed(desk, 2024, {one: POOR, two: POOR})
        assert commune(desk, 2023) == {"opening": (2, 8), "other_out": (1, 4)}
        assert commune(desk, 2024) == {"opening": (1, 4), "other_in": (1, 1)}
        assert codes(year_course(desk, 2024)) == []

    def test_in_year_decisions_that_cancel_are_shown_apart(self, desk: Desk) -> None:
        one, two = household_of(desk), household_of(desk)
        sealed(desk, 2022, {one: POOR, two: ABOVE})
        sealed(desk, 2023, {two: NEAR}, RoundKind.IN_YEAR, day(3, 15, 2023))
        sealed(desk, 2023, {two: ABOVE}, RoundKind.IN_YEAR, day(6, 15, 2023))
        sealed(desk, 2023, {one: POOR})
        flows = year_course(desk, 2023)
        assert booked(flows.commune) == {"opening": (1, 4)}
        assert [(each.household, each.entered_on, each.left_on) for each in flows.commune.cancelled] == [
            (two, day(3, 25, 2023), day(6, 25, 2023))
        ]

    def test_a_decision_after_the_annual_closing_belongs_to_the_next_year(self, desk: Desk) -> None:
        one = household_of(desk)
        sealed(desk, 2022, {one: ABOVE})
        sealed(desk, 2022, {one: POOR}, RoundKind.IN_YEAR, day(12, 15))
        found(desk, opened(desk, 2023), {one: POOR})
        assert read_year_lists(desk, 2023).opening.rows[0].status is ABOVE
        flows = year_course(desk, 2023)
        assert booked(flows.commune) == {"new": (1, 4)}
        assert codes(flows) == []

    def test_what_a_december_round_says_of_the_past_counts_in_the_next_year(self, desk: Desk) -> None:
        sealed(desk, 2022, {household_of(desk): ABOVE})
        one, two = household_of(desk), household_of(desk)
        key = opened(desk, 2022, RoundKind.IN_YEAR, day(12, 15))
        found(desk, key, {one: POOR, two: POOR})
        told(desk, key, entry_kinds={one: EntryKind.NEW, two: EntryKind.RELAPSED})
        today(desk, day(12, 28))
        review_rounds.close_round(desk, key, day(12, 28))
        assert commune(desk, 2022) == {}
        found(desk, opened(desk, 2023), {one: POOR, two: POOR})
        assert commune(desk, 2023) == {"relapsed": (1, 4), "new": (1, 4)}

    def test_an_escape_before_leaving_is_an_escape(self, desk: Desk) -> None:
        one, two = household_of(desk), household_of(desk)
        sealed(desk, 2022, {one: POOR, two: POOR})
        sealed(desk, 2023, {one: ABOVE}, RoundKind.IN_YEAR, day(3, 15, 2023))
        family = [each.person.id for each in people.list_members(desk.engine, one)]
        today(desk, day(6, 1, 2023))
        life_events.move_out(desk, family, day(5, 1, 2023))
        sealed(desk, 2023, {two: POOR})
        assert commune(desk, 2023) == {"opening": (2, 8), "escaped": (1, 4)}


class TestClosing:
    def test_relapsed_is_who_stood_on_the_same_list_before(self, desk: Desk) -> None:
        one, two = household_of(desk), household_of(desk)
        sealed(desk, 2022, {one: POOR, two: NEAR})
        sealed(desk, 2023, {one: ABOVE, two: ABOVE})
        sealed(desk, 2024, {one: POOR, two: POOR})
        assert commune(desk, 2024) == {"relapsed": (1, 4), "new": (1, 4)}

    def test_a_told_opening_is_history_for_later_years(self, desk: Desk) -> None:
        one = household_of(desk)
        key = opened(desk, 2022)
        told(desk, key, {one: POOR})
        found(desk, key, {one: ABOVE})
        today(desk, day(12, 10))
        review_rounds.close_round(desk, key, day(12, 10))
        sealed(desk, 2023, {one: POOR})
        assert commune(desk, 2023) == {"relapsed": (1, 4)}

    def test_who_is_not_reviewed_keeps_the_decided_status(self, desk: Desk) -> None:
        one, two = household_of(desk), household_of(desk)
        sealed(desk, 2022, {one: POOR, two: ABOVE})
        sealed(desk, 2023, {two: NEAR}, RoundKind.IN_YEAR, day(3, 15, 2023))
        assert rounds.list_rounds(desk.engine, 2023)[0].kind is RoundKind.IN_YEAR
        # No annual round yet: the decisions in force today.
        assert commune(desk, 2023) == {"opening": (1, 4), "near-poor new": (1, 4)}

    def test_who_came_back_to_a_list_and_was_left_out_of_the_round_is_named(self, desk: Desk) -> None:
        one, two = household_of(desk), household_of(desk)
        sealed(desk, 2022, {one: POOR, two: POOR})
        family = [each.person.id for each in people.list_members(desk.engine, one)]
        today(desk, day(9, 1, 2023))
        life_events.move_out(desk, family, day(2, 1, 2023))
        key = opened(desk, 2023)
        found(desk, key, {two: POOR})
        today(desk, day(12, 1, 2023))
        life_events.move_back(desk, one, {family[0]: "head"}, day(10, 1, 2023))
        flows = year_course(desk, 2023)
        assert [(each.code, each.values["household"]) for each in flows.findings] == [
            ("listed-household-not-reviewed", "001 Bùi Văn Mẫu")
        ]
        assert booked(flows.commune) == {"opening": (2, 8), "other_out": (0, 3)}
        review_rounds.add_to_round(desk, key, [one])
        assert codes(year_course(desk, 2023)) == ["closing-status-missing"]

    def test_a_review_without_a_result_is_unclassified_and_no_escape(self, desk: Desk) -> None:
        one, two = household_of(desk), household_of(desk)
        sealed(desk, 2022, {one: POOR, two: POOR})
        found(desk, opened(desk, 2023), {one: POOR, two: None})
        flows = year_course(desk, 2023)
        assert booked(flows.commune) == {"opening": (2, 8), "other_out": (1, 4)}
        assert codes(flows) == ["closing-status-missing"]

    def test_a_round_sealed_in_the_new_year_closes_the_old_one(self, desk: Desk) -> None:
        one = household_of(desk)
        sealed(desk, 2022, {one: POOR})
        key = opened(desk, 2023)
        found(desk, key, {one: NEAR})
        today(desk, day(1, 8, 2024))
        life_events.record_birth(desk, one, CHILD, day(1, 3, 2024))
        review_rounds.close_round(desk, key, day(1, 8, 2024))
        assert read_year_lists(desk, 2023).closing.on == day(12, 31, 2023)
        assert commune(desk, 2023)["near-poor from_poor"] == (1, 4)
        today(desk, day(2, 1, 2024))
        assert commune(desk, 2024) == {"near-poor opening": (1, 4), "near-poor other_in": (0, 1)}


class TestSealedPeople:
    def test_a_later_count_of_people_does_not_reach_back(self, desk: Desk) -> None:
        one = household_of(desk)
        sealed(desk, 2022, {one: POOR})
        household = households.read_household(desk.engine, one)
        keep_registry.edit_household(desk, dataclasses.replace(household, people_count=6))
        found(desk, opened(desk, 2023), {one: POOR})
        flows = year_course(desk, 2023)
        assert booked(flows.commune) == {"opening": (1, 4), "other_in": (0, 2)}
        assert codes(flows) == ["member-count-not-explained"]

    def test_an_amended_event_does(self, desk: Desk) -> None:
        one = household_of(desk)
        sealed(desk, 2022, {one: POOR})
        sealed(desk, 2023, {one: POOR})
        life_events.record_birth(desk, one, CHILD, day(11, 1), "Báo sinh muộn")
        life_events.record_death(desk, member(desk, one, "Bùi Văn Nháp"), day(2, 1, 2023), amendment="Báo tử muộn")
        assert commune(desk, 2023) == {"opening": (1, 5), "other_out": (0, 1)}
        today(desk, day(1, 2, 2024))
        assert commune(desk, 2024) == {"opening": (1, 4)}
        assert codes(year_course(desk, 2023)) == codes(year_course(desk, 2024)) == []

    def test_an_amended_status_moves_the_next_opening(self, desk: Desk) -> None:
        one = household_of(desk)
        key = sealed(desk, 2022, {one: POOR})
        review_rounds.amend_review(desk, key, one, NEAR, "Phúc tra theo đơn")
        found(desk, opened(desk, 2023), {one: POOR})
        assert commune(desk, 2023)["from_near_poor"] == (1, 4)

    def test_a_household_that_nobody_was_entered_of_counts_as_it_is_said(self, desk: Desk) -> None:
        village = key_of(desk, "Thôn Phi Long")
        one = keep_registry.add_household(desk, Household("", village, "", "Hà Văn Mẫu", 5)).id
        sealed(desk, 2022, {one: POOR})
        keep_registry.add_person(desk, one, NewMember(Person("", "Hà Văn Mẫu"), "head"), amendment="Ghi tên chủ hộ")
        found(desk, opened(desk, 2023), {one: POOR})
        assert commune(desk, 2023) == {"opening": (1, 5)}


def test_a_year_is_read_in_a_few_reads_of_all_households(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [household_of(desk) for _ in range(40)]
    sealed(desk, 2022, dict.fromkeys(keys, POOR))
    found(desk, opened(desk, 2023), dict.fromkeys(keys, NEAR))
    read: list[str] = []

    def counting(whole: Callable[..., Any]) -> Callable[..., Any]:
        def counted(sql: str, parameters: Sequence[Any] = ()) -> Any:
            read.append(sql)
            return whole(sql, parameters)

        return counted

    monkeypatch.setattr(desk.engine, "execute", counting(desk.engine.execute))
    monkeypatch.setattr(desk.engine, "records", counting(desk.engine.records))
    assert commune(desk, 2023)["to_near_poor"] == (40, 160)
    assert 0 < len(read) < 28


def test_the_lists_stand_beside_the_flows(desk: Desk) -> None:
    one = household_of(desk)
    sealed(desk, 2022, {one: POOR})
    course = read_course(desk, 2023)
    assert course.flows == year_course(desk, 2023)
    assert [row.label for row in course.lists.opening.rows] == ["001 Bùi Văn Mẫu"]
    assert isinstance(course.lists.opening.on, datetime.date)


def test_a_year_before_that_is_still_open_gives_no_history_and_is_named(desk: Desk) -> None:
    one = household_of(desk)
    before = opened(desk, 2022)
    found(desk, before, {one: POOR})
    told(desk, before, {one: POOR})
    found(desk, opened(desk, 2023), {one: POOR})
    flows = year_course(desk, 2023)
    assert "round-before-open" in {finding.code for finding in flows.findings}
    assert (flows.commune.poor.relapsed, flows.commune.poor.new, flows.commune.poor.other_in) == (0, 0, 1)
    assert flows.commune.unknown_history == (one,)
