from __future__ import annotations

import datetime

import pytest

from povertydesk.poverty.decision import HouseholdDecision
from povertydesk.poverty.household import Household
from povertydesk.poverty.person import HEAD, Person
from povertydesk.poverty.registry_list import (
    RegistryColumn,
    RegistryDay,
    RegistryFilter,
    RegistryOrder,
    RegistryRow,
    Standing,
)
from povertydesk.poverty.review import RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.poverty.vietnamese import person_sort_key
from povertydesk.store import decisions, people
from povertydesk.workflow import keep_registry, life_events, registry_list, review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.keep_registry import NewMember
from tests.workflow.contents import key_of
from tests.workflow.registry import day

STANDARD = "2022-2026"
ALL = RegistryFilter()
BY_NAME = RegistryOrder()

HOUSEHOLDS = (
    ("Thôn Phi Long", "2", "Nguyễn Văn Đông", 4, 1, "Xóm Đồi", "0912 345 678"),
    ("Thôn Phi Long", "10", "Bùi Thị An", 2, 6, "", ""),
    ("Thôn Phi Long", "A017", "Hà Văn Dũng", None, None, "Khu 5", ""),
    ("Thôn Vân Ngọc", "1", "Đinh Văn An", 7, 1, "Xóm Đồng", ""),
    ("Thôn Vân Ngọc", "2", "Trần Thị Ánh", 1, 6, "xóm đồi", "0987.654.321"),
)


@pytest.fixture
def registry(desk: Desk) -> Desk:
    """Five households; the first two are on the list, and the third was above it until a decision ran out."""
    keys = [
        keep_registry.add_household(
            desk, Household("", key_of(desk, village), code, head, count, address, phone, group)
        ).id
        for village, code, head, count, group, address, phone in HOUSEHOLDS
    ]
    with desk.operation("close-round", year=2022) as act:
        decisions.add_decisions(
            desk.engine,
            act.writer,
            [
                HouseholdDecision(keys[0], STANDARD, PovertyStatus.NEAR_POOR, day(1, 1)),
                HouseholdDecision(keys[0], STANDARD, PovertyStatus.POOR, day(12, 14)),
                HouseholdDecision(keys[1], STANDARD, PovertyStatus.NEAR_POOR, day(12, 14)),
                HouseholdDecision(keys[2], STANDARD, PovertyStatus.NOT_POOR, day(1, 1), day(12, 14)),
                HouseholdDecision(keys[3], "2016-2021", PovertyStatus.POOR, day(1, 1)),
            ],
        )
    return desk


def rows(
    desk: Desk, chosen: RegistryFilter = ALL, order: RegistryOrder = BY_NAME, year: int = 2023
) -> list[RegistryRow]:
    of_day = registry_list.registry_day(desk, year)
    return list(registry_list.list_rows(desk, of_day, registry_list.list_order(desk, of_day, chosen, order)))


def heads(desk: Desk, chosen: RegistryFilter = ALL, order: RegistryOrder = BY_NAME) -> list[str]:
    return [row.head_name.split()[-1] for row in rows(desk, chosen, order)]


def test_a_row_says_what_the_registry_knows(registry: Desk) -> None:
    shown = rows(registry)[-1]
    assert shown == RegistryRow(
        shown.number, shown.household_id, "2", "Nguyễn Văn Đông", "Thôn Phi Long", 4, 1, "Xóm Đồi", "0912 345 678",
        PovertyStatus.POOR, None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (RegistryColumn.HEAD, ["An", "An", "Ánh", "Dũng", "Đông"]),
        (RegistryColumn.CODE, ["Dũng", "An", "Ánh", "Đông", "An"]),
        (RegistryColumn.VILLAGE, ["An", "Dũng", "Đông", "An", "Ánh"]),
        (RegistryColumn.PEOPLE, ["Ánh", "An", "Đông", "An", "Dũng"]),
        (RegistryColumn.ETHNIC_GROUP, ["An", "Đông", "An", "Ánh", "Dũng"]),
        (RegistryColumn.ADDRESS, ["Dũng", "Ánh", "Đông", "An", "An"]),
        (RegistryColumn.STATUS, ["Đông", "An", "An", "Ánh", "Dũng"]),
    ],
)
def test_every_column_orders_the_list(registry: Desk, column: RegistryColumn, expected: list[str]) -> None:
    assert heads(registry, order=RegistryOrder(column)) == expected


def test_turned_round_the_blanks_still_come_last(registry: Desk) -> None:
    assert heads(registry, order=RegistryOrder(RegistryColumn.HEAD, descending=True)) == heads(registry)[::-1]
    assert heads(registry, order=RegistryOrder(RegistryColumn.PEOPLE, descending=True)) == [
        "An", "Đông", "An", "Ánh", "Dũng",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (RegistryFilter(code="1"), ["An", "An"]),
        (RegistryFilter(code="a0"), ["Dũng"]),
        (RegistryFilter(code="%"), []),
        (RegistryFilter(head="van"), ["An", "Dũng", "Đông"]),
        (RegistryFilter(head=" Trần  Thị "), ["Ánh"]),
        (RegistryFilter(address="xom doi"), ["Ánh", "Đông"]),
        (RegistryFilter(address="098765"), ["Ánh"]),
        (RegistryFilter(address="12 345"), ["Đông"]),
        (RegistryFilter(status=Standing.POOR), ["Đông"]),
        (RegistryFilter(status=Standing.NEAR_POOR), ["An"]),
        (RegistryFilter(status=Standing.NOT_POOR), []),
        (RegistryFilter(status=Standing.UNKNOWN), ["An", "Ánh", "Dũng"]),
        (RegistryFilter(head="an", status=Standing.UNKNOWN, code="1"), ["An"]),
        (RegistryFilter(ended=True), []),
    ],
)
def test_a_filter_lets_through_what_it_says(registry: Desk, chosen: RegistryFilter, expected: list[str]) -> None:
    assert heads(registry, chosen) == expected
    of_day = registry_list.registry_day(registry, 2023)
    counts = registry_list.list_counts(registry, of_day, chosen)
    assert (counts.households, counts.registered) == (len(expected), 5)
    assert counts.people == sum(row.people_count or 0 for row in rows(registry, chosen))
    statuses = [row.status for row in rows(registry, chosen) if row.status is not None]
    assert counts.by_status == {status: statuses.count(status) for status in statuses}


def test_a_village_shows_its_own(registry: Desk) -> None:
    assert heads(registry, RegistryFilter(village_id=key_of(registry, "Thôn Vân Ngọc"))) == ["An", "Ánh"]


def test_the_status_is_that_of_the_year_and_its_standard(registry: Desk) -> None:
    """The day is today, but within the year: 2022 shows its last day, 2021 another standard, 1990 has none."""
    assert registry_list.registry_day(registry, 2023) == RegistryDay(day(1, 5, 2023), STANDARD)
    assert registry_list.registry_day(registry, 2022).day == day(12, 31)
    assert registry_list.registry_day(registry, 2024).day == day(1, 1, 2024)
    assert registry_list.registry_day(registry, 1990) == RegistryDay(day(12, 31, 1990))
    assert [row.status for row in rows(registry, RegistryFilter(code="1"), year=2021)] == [None, None]
    assert {row.status for row in rows(registry, year=1990)} == {None}


def test_an_open_round_shows_who_is_in_it_and_how_far(registry: Desk) -> None:
    in_year = review_rounds.open_round(registry, 2023, RoundKind.IN_YEAR, day(1, 3, 2023)).id
    shown = rows(registry)
    assert {row.in_round for row in shown} == {Standing.NOT_IN_ROUND}
    review_rounds.add_to_round(registry, in_year, [shown[0].household_id, shown[1].household_id])
    assert [row.in_round for row in rows(registry)][:3] == [Standing.DRAFT, Standing.DRAFT, Standing.NOT_IN_ROUND]
    assert heads(registry, RegistryFilter(in_round=Standing.DRAFT)) == ["An", "An"]
    assert heads(registry, order=RegistryOrder(RegistryColumn.IN_ROUND))[:2] == ["An", "An"]
    annual = review_rounds.open_round(registry, 2023, RoundKind.ANNUAL, day(1, 2, 2023)).id
    of_day = registry_list.registry_day(registry, 2023)
    assert of_day.open_round is not None
    assert of_day.open_round.id == annual
    assert rows(registry, year=2022)[0].in_round is None


def test_a_household_that_ended_is_kept_apart(registry: Desk) -> None:
    added = keep_registry.add_household(
        registry,
        Household("", key_of(registry, "Thôn Phi Long"), "", "Bùi Văn Mẫu"),
        [NewMember(Person("", "Bùi Văn Mẫu"), HEAD)],
    )
    (only,) = people.list_members(registry.engine, added.id)
    life_events.move_out(registry, [only.person.id], day(1, 2, 2023))
    assert "Mẫu" not in heads(registry)
    assert heads(registry, RegistryFilter(ended=True)) == ["Mẫu"]


def test_only_the_first_are_read_where_only_they_are_shown(registry: Desk) -> None:
    of_day = registry_list.registry_day(registry, 2023)
    whole = registry_list.list_order(registry, of_day, ALL, BY_NAME)
    assert registry_list.list_order(registry, of_day, ALL, BY_NAME, limit=2) == whole[:2]
    assert [row.number for row in registry_list.list_rows(registry, of_day, [whole[3], 999, whole[0]])] == [
        whole[3],
        whole[0],
    ]


def test_a_household_is_found_again_in_the_list(registry: Desk) -> None:
    shown = rows(registry)[2]
    assert registry_list.list_number(registry, shown.household_id) == shown.number
    assert registry_list.list_number(registry, "nobody") is None


def test_the_order_of_names_is_read_from_an_index(registry: Desk) -> None:
    """A hundred thousand households are not sorted before the first of them is painted."""
    plan = registry.engine.execute(
        "EXPLAIN QUERY PLAN SELECT household.rowid FROM household WHERE ended_on IS NULL "
        "ORDER BY head_sort, code, village_id LIMIT 200"
    )
    assert [step[3] for step in plan] == ["SCAN household USING COVERING INDEX household_present"]


@pytest.mark.parametrize("names", [["Đỗ Văn Ân", "Nguyễn Ánh", "An", "Văn An", "Nguyễn An", "Đỗ Văn Dũng", "Đỗ Ăn"]])
def test_heads_stand_by_given_name_in_dictionary_order(desk: Desk, names: list[str]) -> None:
    for name in names:
        keep_registry.add_household(desk, Household("", key_of(desk, "Thôn Phi Long"), "", name))
    shown = [row.head_name for row in rows(desk)]
    assert shown == sorted(names, key=person_sort_key)
    assert shown == ["An", "Nguyễn An", "Văn An", "Nguyễn Ánh", "Đỗ Ăn", "Đỗ Văn Ân", "Đỗ Văn Dũng"]


def test_a_day_is_a_day_of_the_year(registry: Desk) -> None:
    assert registry_list.day_within(registry, None) == datetime.date(2023, 1, 5)
