from __future__ import annotations

import dataclasses
import datetime
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.course_balance import (
    BLOCKS,
    BreakKind,
    CourseBlock,
    CourseClaims,
    CourseCounts,
    balance_course,
    doubted,
)
from povertydesk.poverty.household_flows import FlowTable, PlaceFlows, YearFlows, year_flows
from povertydesk.poverty.household_list import Counted, HouseholdEventKind, HouseholdList
from povertydesk.poverty.problems import Severity
from tests.poverty.balance import measured
from tests.poverty.test_household_flows import (
    CLOSED,
    NEAR_POOR,
    NOT_POOR,
    NOTHING,
    OPENED,
    POOR,
    VILLAGES,
    Commune,
    event,
    flows,
)

POOR_HOUSEHOLDS, POOR_PEOPLE, NEAR_POOR_HOUSEHOLDS, NEAR_POOR_PEOPLE = BLOCKS
UP, MIDDLE, _ = (village.id for village in VILLAGES)


def counts(rows: HouseholdList, village: str | None) -> CourseCounts:
    poor, near_poor, poor_people, near_poor_people = measured(rows.rows, village)
    return CourseCounts(poor, poor_people, near_poor, near_poor_people)


def lived_year(chance: random.Random, size: int, busy: int) -> tuple[HouseholdList, HouseholdList, YearFlows]:
    """A year of a commune that wrote everything down."""
    commune = Commune(chance, size)
    opening = commune.on_list(OPENED)
    history = {row.household: frozenset({row.status}) for row in opening.rows}
    for number in range(busy):
        commune.live(OPENED + datetime.timedelta(days=1 + number * 5))
    commune.review()
    closing = commune.on_list(CLOSED)
    known = {row.household: NOTHING for row in closing.rows} | history
    return opening, closing, year_flows(opening, closing, VILLAGES, commune.events, commune.members, known)


def right_claims(opening: HouseholdList, closing: HouseholdList) -> CourseClaims:
    ids = [village.id for village in VILLAGES]
    return CourseClaims(
        openings={one: counts(opening, one) for one in ids},
        handed_in={one: counts(closing, one) for one in (*ids, None)},
    )


@given(st.randoms(use_true_random=False), st.integers(1, 30), st.integers(0, 50))
def test_a_year_that_is_said_as_it_was_balances_everywhere(chance: random.Random, size: int, busy: int) -> None:
    opening, closing, lived = lived_year(chance, size, busy)
    balance = balance_course(lived, right_claims(opening, closing))
    assert balance.breaks == ()
    for line in balance.lines.values():
        assert line.closing == line.listed == line.claimed == counts(closing, line.village).of(line.block)
        assert line.value("opening") == counts(opening, line.village).of(line.block)
    for place in (*lived.villages, lived.commune):
        assert [doubted(place, block, column) for block in BLOCKS for column in block.columns] == [()] * 32


@given(
    st.randoms(use_true_random=False),
    st.integers(1, 30),
    st.integers(0, 50),
    st.sampled_from(VILLAGES),
    st.sampled_from(BLOCKS),
    st.integers(-9, 9).filter(bool),
)
def test_another_opening_breaks_that_cell_and_carries_through_to_the_closing(
    chance: random.Random, size: int, busy: int, village: Any, block: CourseBlock, more: int
) -> None:
    opening, closing, lived = lived_year(chance, size, busy)
    claims = right_claims(opening, closing)
    own = list(claims.openings[village.id])
    own[BLOCKS.index(block)] = expected = (own[BLOCKS.index(block)] or 0) + more
    changed = claims._replace(openings={**claims.openings, village.id: CourseCounts(*own)})
    balance = balance_course(lived, changed)
    [found] = balance.breaks
    assert (found.kind, found.village, found.block) == (BreakKind.OPENING, village.id, block)
    assert (found.expected, found.found) == (expected, expected - more)
    for place in (village.id, None):
        line = balance.lines[place, block]
        assert line.closing - line.listed == more
        assert balance.breaks_at(place, block, "opening") == balance.breaks_at(place, block, "closing") == (found,)
    others = [one.id for one in VILLAGES if one is not village]
    assert not any(balance.breaks_at(other, block, "opening") for other in others)


@given(
    st.randoms(use_true_random=False),
    st.integers(1, 30),
    st.integers(0, 50),
    st.integers(0, 3),
    st.sampled_from(BLOCKS),
    st.data(),
)
def test_a_figure_that_is_changed_by_hand_is_found_with_its_place(
    chance: random.Random, size: int, busy: int, position: int, block: CourseBlock, data: st.DataObject
) -> None:
    opening, closing, lived = lived_year(chance, size, busy)
    column = data.draw(st.sampled_from(block.columns))
    place = (*lived.villages, lived.commune)[position]
    changed = with_figure(place, block, column, getattr(place.flow(*block), column) + 1)
    villages = tuple(changed if one is place else one for one in lived.villages)
    tampered = lived._replace(villages=villages, commune=changed if place is lived.commune else lived.commune)
    kinds = {one.kind for one in balance_course(tampered, right_claims(opening, closing)).breaks}
    assert kinds
    if place is lived.commune:
        assert kinds == {BreakKind.VILLAGES}
    else:
        assert BreakKind.WAYS in kinds


def with_figure(place: PlaceFlows, block: CourseBlock, column: str, count: int) -> PlaceFlows:
    name = "poor" if block.table is FlowTable.POOR else "near_poor"
    name += "_people" if block.counted is Counted.PEOPLE else ""
    in_column: Any = {column: count}
    in_block: Any = {name: dataclasses.replace(place.flow(*block), **in_column)}
    return dataclasses.replace(place, **in_block)


def test_too_many_poor_on_the_opening_list_leads_to_all_of_them_and_too_few_to_those_of_unknown_history() -> None:
    lived = flows(
        [("a", UP, POOR, 4), ("b", UP, POOR, 3)],
        [("a", UP, POOR, 4), ("b", UP, POOR, 3), ("c", UP, POOR, 2), ("d", UP, POOR, 1)],
        history={"d": NOTHING},
    )
    many = balance_course(lived, CourseClaims({UP: CourseCounts(poor=1)})).breaks
    assert [(one.expected, one.found, one.households) for one in many] == [(1, 2, ("a", "b"))]
    few = balance_course(lived, CourseClaims({UP: CourseCounts(poor=3)})).breaks
    assert [(one.expected, one.found, one.households) for one in few] == [(3, 2, ("c",))]
    assert few[0].column_number == 1


def test_too_few_people_on_the_opening_list_lead_to_the_households_without_any() -> None:
    rows = [("a", UP, POOR, 0), ("b", UP, POOR, 3)]
    lived = flows(rows, [*rows, ("c", UP, POOR, 2)])
    [broken] = balance_course(lived, CourseClaims({UP: CourseCounts(poor=2, poor_people=7)})).breaks
    assert (broken.block, broken.expected, broken.found, broken.households) == (POOR_PEOPLE, 7, 3, ("a",))
    [more] = balance_course(lived, CourseClaims({UP: CourseCounts(poor_people=1)})).breaks
    assert more.households == ("b",)


def test_while_nobody_said_who_opens_the_year_a_difference_is_a_warning() -> None:
    lived = flows([], [("a", UP, POOR, 4)])
    said = CourseClaims({UP: CourseCounts(poor=1)}, opening_is_settled=False)
    assert [one.severity for one in balance_course(lived, said).breaks] == [Severity.WARNING]


def test_a_closing_that_was_handed_in_counts_once_the_year_is_sealed_and_a_typed_one_is_a_hint() -> None:
    lived = flows([("a", UP, POOR, 4), ("b", UP, POOR, 4)], [("a", UP, POOR, 4), ("b", UP, NOT_POOR, 4)])

    def severities(**claims: Any) -> list[tuple[Severity, tuple[str, ...]]]:
        found = balance_course(lived, CourseClaims(**claims)).breaks
        assert {(one.kind, one.column_number) for one in found} == {(BreakKind.CLOSING, 9)}
        assert {one.shown_in for one in found} == {("listed", "claimed")}
        return [(one.severity, one.households) for one in found]

    handed_in = {UP: CourseCounts(poor=2)}
    assert severities(handed_in=handed_in) == [(Severity.ERROR, ("b",))]
    assert severities(handed_in=handed_in, closing_is_sealed=False) == [(Severity.WARNING, ("b",))]
    assert severities(typed={UP: CourseCounts(poor=0)}) == [(Severity.WARNING, ("a",))]
    assert severities(handed_in={None: CourseCounts(poor=0)}) == [(Severity.ERROR, ("a",))]
    both = CourseClaims(handed_in={UP: CourseCounts(poor=1)}, typed={UP: CourseCounts(poor=7)})
    assert balance_course(lived, both).breaks == ()


def test_events_against_the_lists_break_the_figure_they_deny() -> None:
    rows = [("h", UP, POOR, 4), ("i", UP, POOR, 2)]
    gone = balance_course(flows(rows, rows, event(HouseholdEventKind.MOVED_OUT, 3)), CourseClaims()).breaks
    assert [(one.kind, one.block, one.expected, one.found) for one in gone] == [
        (BreakKind.EVENTS, POOR_HOUSEHOLDS, 1, 2),
        (BreakKind.EVENTS, POOR_PEOPLE, 2, 6),
    ]
    assert {(one.households, one.shown_in) for one in gone} == {(("h",), ("listed",))}
    came = balance_course(flows(rows, rows, event(HouseholdEventKind.MOVED_IN, 3)), CourseClaims()).breaks
    assert {(one.column_number, one.shown_in) for one in came} == {(1, ("opening",))}


def test_both_tables_have_to_tell_the_same_crossing() -> None:
    lived = flows([("a", UP, POOR, 4)], [("a", UP, NEAR_POOR, 4)])
    village = with_figure(lived.villages[0], NEAR_POOR_HOUSEHOLDS, "from_poor", 0)
    village = with_figure(village, NEAR_POOR_HOUSEHOLDS, "new", 1)
    broken = balance_course(lived._replace(villages=(village, *lived.villages[1:])), CourseClaims()).breaks
    assert [(one.kind, one.block.number, one.column_number, one.expected, one.found) for one in broken] == [
        (BreakKind.TABLES, 2, 2, 0, 1),
        (BreakKind.VILLAGES, 3, 5, 0, 1),
        (BreakKind.VILLAGES, 3, 7, 1, 0),
    ]


@pytest.mark.parametrize(
    ("after", "block", "column", "households"),
    [
        ([], POOR_HOUSEHOLDS, "other_out", ("h",)),
        ([("h", UP, POOR, 3)], POOR_PEOPLE, "other_out", ("h",)),
        ([("h", UP, POOR, 3)], POOR_HOUSEHOLDS, "other_out", ()),
        ([("h", UP, POOR, 4), ("n", UP, NEAR_POOR, 4)], NEAR_POOR_PEOPLE, "other_in", ("n",)),
        ([("h", MIDDLE, POOR, 4)], POOR_HOUSEHOLDS, "other_in", ()),
    ],
)
def test_what_no_event_names_is_doubted(
    after: list[Any], block: CourseBlock, column: str, households: tuple[str, ...]
) -> None:
    lived = flows([("h", UP, POOR, 4)], after)
    assert doubted(lived.commune, block, column) == households


def test_a_break_says_both_figures_and_becomes_a_note_when_it_is_explained() -> None:
    lived = flows([("a", UP, POOR, 4)], [("a", UP, POOR, 4)])
    [broken] = balance_course(lived, CourseClaims({UP: CourseCounts(near_poor_people=7)})).breaks
    finding = broken.finding("Thôn Thượng", 2024)
    assert (finding.code, finding.severity) == ("course-opening-unbalanced", Severity.ERROR)
    assert finding.values == {
        "village": "Thôn Thượng",
        "number": 3,
        "column": 1,
        "counted": "people",
        "expected": 7,
        "found": 0,
    }
    explained = broken.finding("Thôn Thượng", 2024, is_explained=True)
    assert (explained.code, explained.severity) == ("course-difference-explained", Severity.NOTE)
    assert explained.values == finding.values
