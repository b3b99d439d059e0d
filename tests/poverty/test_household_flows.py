from __future__ import annotations

import dataclasses
import datetime
import random
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.area import Village
from povertydesk.poverty.household_flows import CancelledChange, Figure, FlowTable, PlaceFlows, YearFlows, year_flows
from povertydesk.poverty.household_list import (
    Counted,
    HouseholdEvent,
    HouseholdEventKind,
    HouseholdList,
    ListedHousehold,
    MemberChange,
)
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.status import PovertyStatus
from tests.poverty.balance import check_balance

POOR, NEAR_POOR, NOT_POOR = PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.NOT_POOR
UNCLASSIFIED = PovertyStatus.UNCLASSIFIED
Kind = HouseholdEventKind
VILLAGES = [Village("v0", "Thôn Thượng", 0), Village("v1", "Thôn Trung", 1), Village("v2", "Thôn Hạ", 2)]
OPENED, CLOSED = datetime.date(2023, 12, 14), datetime.date(2024, 12, 14)
NOTHING: frozenset[PovertyStatus] = frozenset()
Row = tuple[str, str, PovertyStatus, int]


def listed(on: datetime.date, rows: Sequence[Row]) -> HouseholdList:
    return HouseholdList(on, "2022-2026", tuple(ListedHousehold(*row) for row in rows))


def flows(opening: Sequence[Row], closing: Sequence[Row], *events: HouseholdEvent, **more: Any) -> YearFlows:
    return year_flows(listed(OPENED, opening), listed(CLOSED, closing), VILLAGES, events, **more)


def event(kind: Kind, month: int, status: PovertyStatus | None = None, village: str | None = None) -> HouseholdEvent:
    return HouseholdEvent("h", datetime.date(2024, month, 1), kind, status, village)


def booked(place: PlaceFlows) -> dict[str, tuple[int, int]]:
    """Every column that is not nought, households and people, near-poor ones with their table's name before."""
    columns = {}
    for prefix, households, people in (
        ("", place.poor, place.poor_people),
        ("near-poor ", place.near_poor, place.near_poor_people),
    ):
        for field in dataclasses.fields(households):
            pair = getattr(households, field.name), getattr(people, field.name)
            if pair != (0, 0):
                columns[prefix + field.name] = pair
    return columns


def codes(result: YearFlows) -> list[str]:
    return [finding.code for finding in result.findings]


def test_a_household_that_stays_books_nothing() -> None:
    result = flows([("h", "v0", POOR, 4)], [("h", "v0", POOR, 4)])
    assert booked(result.commune) == booked(result.villages[0]) == {"opening": (1, 4)}
    assert booked(result.villages[1]) == {}
    assert result.findings == ()


def test_births_and_deaths_of_a_staying_household_are_other_people_and_no_other_household() -> None:
    changes = [MemberChange("h", CLOSED, joined=2), MemberChange("h", CLOSED, left=1)]
    result = flows([("h", "v0", POOR, 4)], [("h", "v0", POOR, 5)], member_changes=changes)
    assert booked(result.commune) == {"opening": (1, 4), "other_out": (0, 1), "other_in": (0, 2)}
    assert result.findings == ()


def test_people_that_no_event_explains_are_booked_and_found() -> None:
    result = flows([("h", "v0", POOR, 4)], [("h", "v0", POOR, 2)])
    assert booked(result.commune) == {"opening": (1, 4), "other_out": (0, 2)}
    assert codes(result) == ["member-count-not-explained"]
    assert result.findings[0].values == {"household": "h", "before": 4, "after": 2, "expected": 4}


def test_poor_becomes_near_poor_in_both_tables_with_the_people_of_the_closing() -> None:
    result = flows(
        [("h", "v0", POOR, 4)], [("h", "v0", NEAR_POOR, 5)], member_changes=[MemberChange("h", CLOSED, joined=1)]
    )
    assert booked(result.commune) == {
        "opening": (1, 4),
        "other_in": (0, 1),
        "to_near_poor": (1, 5),
        "near-poor from_poor": (1, 5),
    }


def test_near_poor_becomes_poor_and_either_may_escape() -> None:
    worse = flows([("h", "v0", NEAR_POOR, 4)], [("h", "v0", POOR, 4)])
    assert booked(worse.commune) == {"near-poor opening": (1, 4), "near-poor to_poor": (1, 4), "from_near_poor": (1, 4)}
    for status in (NOT_POOR, PovertyStatus.AVERAGE_LIVING_STANDARD):
        better = flows([("h", "v0", NEAR_POOR, 4)], [("h", "v0", status, 4)])
        assert booked(better.commune) == {"near-poor opening": (1, 4), "near-poor escaped": (1, 4)}


@pytest.mark.parametrize(
    ("history", "column"),
    [(NOTHING, "new"), (frozenset({POOR}), "relapsed"), (frozenset({NEAR_POOR, NOT_POOR}), "new")],
)
def test_relapsed_or_new_by_the_own_history(history: frozenset[PovertyStatus], column: str) -> None:
    result = flows([("h", "v0", NOT_POOR, 4)], [("h", "v0", POOR, 4)], history={"h": history})
    assert booked(result.commune) == {column: (1, 4)}
    assert result.findings == ()


def test_unknown_history_is_a_finding_and_never_new() -> None:
    result = flows([], [("h", "v0", NEAR_POOR, 4)])
    assert booked(result.commune) == booked(result.villages[0]) == {"near-poor other_in": (1, 4)}
    assert result.commune.unknown_history == result.villages[0].unknown_history == ("h",)
    assert codes(result) == ["unknown-history"]
    assert result.findings[0].values == {"village": "Thôn Thượng", "households": 1}


def test_moving_village_is_other_for_the_villages_and_nil_for_the_commune() -> None:
    moved = event(Kind.MOVED_VILLAGE, 5, village="v1")
    result = flows([("h", "v0", POOR, 4)], [("h", "v1", NOT_POOR, 4)], moved)
    first, second, _ = (booked(place) for place in result.villages)
    assert first == {"opening": (1, 4), "other_out": (1, 4)}
    assert second == {"other_in": (1, 4), "escaped": (1, 4)}
    assert booked(result.commune) == {"opening": (1, 4), "escaped": (1, 4)}
    assert result.findings == ()


def test_a_village_that_differs_without_a_move_is_found() -> None:
    result = flows([("h", "v0", POOR, 4)], [("h", "v1", POOR, 4)])
    assert codes(result) == ["village-differs-from-moves"]
    assert result.findings[0].values == {"household": "h", "village": "Thôn Trung", "expected": "Thôn Thượng"}


@pytest.mark.parametrize("kind", [Kind.MOVED_OUT, Kind.MERGED, Kind.DISSOLVED])
def test_leaving_is_other(kind: Kind) -> None:
    result = flows([("h", "v0", POOR, 4)], [], event(kind, 6))
    assert booked(result.commune) == {"opening": (1, 4), "other_out": (1, 4)}
    assert result.findings == ()


@pytest.mark.parametrize("kind", [Kind.MOVED_IN, Kind.MOVED_BACK, Kind.SPLIT_OFF])
def test_arriving_is_other_unless_it_came_above_the_lines(kind: Kind) -> None:
    closing: list[Row] = [("h", "v2", POOR, 4)]
    for status in (None, POOR, NEAR_POOR, UNCLASSIFIED):
        result = flows([], closing, event(kind, 6, status))
        assert booked(result.commune) == booked(result.villages[2]) == {"other_in": (1, 4)}
    result = flows([], closing, event(kind, 6, NOT_POOR), history={"h": NOTHING})
    assert booked(result.commune) == {"new": (1, 4)}
    assert result.findings == ()


def test_a_household_that_is_simply_missing_is_other_and_found_unless_it_was_found_to_have_escaped() -> None:
    assert codes(flows([("h", "v0", POOR, 4)], [])) == ["household-gone-without-event"]
    for events in ([], [event(Kind.MOVED_OUT, 9)]):
        result = flows([("h", "v0", POOR, 4)], [], event(Kind.RECOGNISED, 6, NOT_POOR), *events)
        assert booked(result.commune) == {"opening": (1, 4), "escaped": (1, 4)}
        assert result.findings == ()


def test_a_household_not_classified_at_closing_has_not_escaped() -> None:
    result = flows([("h", "v0", POOR, 4)], [("h", "v0", UNCLASSIFIED, 4)])
    assert booked(result.commune) == {"opening": (1, 4), "other_out": (1, 4)}
    assert codes(result) == ["closing-status-missing"]


def test_what_cancels_within_the_year_is_shown_apart_only() -> None:
    rows: list[Row] = [("h", "v0", NOT_POOR, 4)]
    result = flows(rows, rows, event(Kind.RECOGNISED, 4, POOR), event(Kind.RECOGNISED, 9, NOT_POOR))
    assert booked(result.commune) == {}
    change = CancelledChange(FlowTable.POOR, "h", datetime.date(2024, 4, 1), datetime.date(2024, 9, 1), 4)
    assert result.commune.cancelled == result.villages[0].cancelled == (change,)


def test_events_count_in_the_order_of_their_days() -> None:
    rows: list[Row] = [("h", "v0", POOR, 4)]
    result = flows(rows, rows, event(Kind.MOVED_BACK, 8), event(Kind.MOVED_OUT, 2))
    assert result.findings == ()
    assert [change.left_on.month for change in result.commune.cancelled] == [2]


def test_leaving_the_list_and_coming_back_cancels_too() -> None:
    rows: list[Row] = [("h", "v0", POOR, 4)]
    result = flows(rows, rows, event(Kind.MOVED_OUT, 2), event(Kind.MOVED_BACK, 8))
    assert booked(result.commune) == {"opening": (1, 4)}
    change = CancelledChange(FlowTable.POOR, "h", datetime.date(2024, 8, 1), datetime.date(2024, 2, 1), 4)
    assert result.commune.cancelled == (change,)
    assert result.findings == ()


def test_a_stay_in_another_village_cancels_there_and_is_nothing_to_the_commune() -> None:
    rows: list[Row] = [("h", "v0", POOR, 4)]
    there = event(Kind.MOVED_VILLAGE, 2, village="v1")
    result = flows(rows, rows, there, event(Kind.MOVED_VILLAGE, 8, village="v0"))
    assert [len(place.cancelled) for place in (*result.villages, result.commune)] == [1, 1, 0, 0]
    assert result.findings == ()


def test_passing_through_near_poverty_is_one_escape() -> None:
    result = flows([("h", "v0", POOR, 4)], [("h", "v0", NOT_POOR, 4)], event(Kind.RECOGNISED, 5, NEAR_POOR))
    assert booked(result.commune) == {"opening": (1, 4), "escaped": (1, 4)}
    assert [(change.table, change.left_on) for change in result.commune.cancelled] == [(FlowTable.NEAR_POOR, CLOSED)]


def test_two_lines_of_a_household_are_found_and_the_first_counts() -> None:
    result = flows([], [("h", "v0", POOR, 4), ("h", "v1", NEAR_POOR, 3)], history={"h": NOTHING})
    assert booked(result.commune) == {"new": (1, 4)}
    assert codes(result) == ["household-listed-twice"]
    assert result.findings[0].values == {
        "household": "h",
        "first": "Thôn Thượng",
        "second": "Thôn Trung",
        "day": "14/12/2024",
    }


def test_lists_and_events_that_contradict_each_other_are_found() -> None:
    rows: list[Row] = [("h", "v0", POOR, 4)]
    assert codes(flows(rows, rows, event(Kind.MOVED_OUT, 3))) == ["listed-after-leaving"]
    assert codes(flows(rows, rows, event(Kind.MOVED_IN, 3))) == ["listed-before-arriving"]
    assert codes(flows(rows, [("h", "v0", POOR, 0)]))[0] == "household-without-people"
    late = HouseholdEvent("h", CLOSED + datetime.timedelta(days=1), Kind.MOVED_OUT)
    early = MemberChange("h", OPENED - datetime.timedelta(days=1), joined=1)
    outside = flows(rows, rows, late, member_changes=[early])
    assert codes(outside) == ["event-outside-year"] * 2
    assert booked(outside.commune) == {"opening": (1, 4)}


def test_the_day_of_the_opening_list_belongs_to_the_year_before() -> None:
    gone = HouseholdEvent("h", OPENED, Kind.MOVED_OUT)
    rows: list[Row] = [("h", "v0", POOR, 4)]
    result = flows(rows, rows, gone, member_changes=[MemberChange("h", OPENED, left=1)])
    assert booked(result.commune) == {"opening": (1, 4)}
    assert result.findings == ()
    assert codes(flows(rows, rows, gone._replace(on=CLOSED))) == ["listed-after-leaving"]


def test_two_standards_are_refused() -> None:
    before = listed(OPENED, [])
    after = HouseholdList(CLOSED, "2027-2030", (), "Chuẩn 2027")
    with pytest.raises(KnownError) as refusal:
        year_flows(before, after, VILLAGES)
    assert refusal.value.code == "no-change-across-standards"
    assert refusal.value.values == {"before": "2022-2026", "after": "Chuẩn 2027"}


def test_a_figure_names_its_households() -> None:
    result = flows(
        [("a", "v0", POOR, 4), ("b", "v1", POOR, 2), ("c", "v1", POOR, 3)],
        [("a", "v0", NOT_POOR, 4), ("b", "v1", NOT_POOR, 2), ("c", "v1", POOR, 3)],
    )
    escaped = Figure(FlowTable.POOR, Counted.HOUSEHOLDS, "escaped")
    assert result.commune.households_behind(escaped) == ("a", "b")
    assert result.villages[1].households_behind(escaped) == ("b",)
    assert result.commune.behind[escaped._replace(counted=Counted.PEOPLE)] == {"a": 4, "b": 2}
    assert result.commune.households_behind(escaped._replace(column="closing")) == ("c",)
    assert result.commune.households_behind(escaped._replace(column="new")) == ()


class Commune:
    """A commune that lives through its years; what happens is written down as an office would."""

    def __init__(self, chance: random.Random, size: int) -> None:
        self.chance = chance
        self.households: dict[str, ListedHousehold] = {}
        self.away: list[ListedHousehold] = []
        self.history: dict[str, set[PovertyStatus]] = {}
        self.events: list[HouseholdEvent] = []
        self.members: list[MemberChange] = []
        self.year = 2023
        for _ in range(size):
            self.settle(self.status())

    def status(self) -> PovertyStatus:
        return self.chance.choice([POOR, NEAR_POOR, NOT_POOR])

    def village(self) -> str:
        return self.chance.choice(VILLAGES).id

    def settle(self, status: PovertyStatus, people: int | None = None) -> str:
        key = f"h{len(self.history)}"
        self.history[key] = set()
        self.households[key] = ListedHousehold(key, self.village(), status, people or self.chance.randint(1, 6))
        return key

    def live(self, on: datetime.date) -> None:
        """One event of a household chosen by chance."""
        key = self.chance.choice(sorted(self.households))
        own, kind = self.households[key], self.chance.randrange(9)
        if kind == 0:
            self.change(own._replace(village=self.village()), Kind.MOVED_VILLAGE, on)
        elif kind == 1:
            self.change(own._replace(status=self.status()), Kind.RECOGNISED, on)
        elif kind == 2:
            self.people(own, on, self.chance.randint(1, 2))
        elif kind == 3 and own.people > 1:
            self.people(own, on, -1)
        elif kind == 4 and own.people > 1:
            self.people(own, on, -1)
            self.record(self.households[self.settle(self.status(), 1)], Kind.SPLIT_OFF, on)
        elif kind == 5:
            self.record(self.households[self.settle(self.status())], Kind.MOVED_IN, on)
        elif kind == 6 and self.away:
            back = self.away.pop()
            self.change(back._replace(village=self.village(), status=self.status()), Kind.MOVED_BACK, on)
        elif kind > 6 and len(self.households) > 1:
            del self.households[key]
            self.record(own, self.chance.choice([Kind.MOVED_OUT, Kind.MERGED, Kind.DISSOLVED]), on)
            if self.events[-1].kind is Kind.MOVED_OUT:
                self.away.append(own)
            elif self.events[-1].kind is Kind.MERGED:
                self.people(self.households[self.chance.choice(sorted(self.households))], on, own.people)

    def change(self, row: ListedHousehold, kind: Kind, on: datetime.date) -> None:
        self.households[row.household] = row
        self.record(row, kind, on)

    def record(self, row: ListedHousehold, kind: Kind, on: datetime.date) -> None:
        self.events.append(HouseholdEvent(row.household, on, kind, row.status, row.village))

    def people(self, row: ListedHousehold, on: datetime.date, more: int) -> None:
        self.households[row.household] = row._replace(people=row.people + more)
        self.members.append(MemberChange(row.household, on, max(more, 0), max(-more, 0)))

    def review(self) -> None:
        """The annual review: some households come to stand otherwise."""
        for key, row in self.households.items():
            if self.chance.random() < 0.3:
                self.households[key] = row._replace(status=self.status())

    def on_list(self, on: datetime.date) -> HouseholdList:
        return HouseholdList(on, "2022-2026", tuple(self.households.values()))


@given(st.randoms(use_true_random=False), st.integers(1, 40), st.integers(0, 60))
def test_every_year_of_a_living_commune_balances(chance: random.Random, size: int, busy: int) -> None:
    commune = Commune(chance, size)
    opening = commune.on_list(OPENED)
    for year in (2024, 2025, 2026):
        commune.events, commune.members = [], []
        for row in opening.rows:
            commune.history[row.household].add(row.status)
        before = {key: frozenset(held) for key, held in commune.history.items()}
        first = opening.on
        for number in range(busy):
            commune.live(first + datetime.timedelta(days=1 + number * 5))
        commune.review()
        closing = commune.on_list(datetime.date(year, 12, 14))
        before |= {row.household: NOTHING for row in closing.rows if row.household not in before}
        result = year_flows(opening, closing, VILLAGES, commune.events, commune.members, before)
        check_balance(opening, closing, result)
        check_members(result, opening, closing, before)
        opening = closing


def check_members(
    result: YearFlows,
    opening: HouseholdList,
    closing: HouseholdList,
    history: Mapping[str, frozenset[PovertyStatus]],
) -> None:
    """Set against each other what the lists alone decide, where nothing was kept back from the books."""
    assert result.findings == ()
    was = {row.household: row.status for row in opening.rows}
    now = {row.household: row.status for row in closing.rows}
    escaped = {key for key in was.keys() & now.keys() if was[key] is POOR and now[key] is NOT_POOR}
    behind = result.commune.households_behind
    assert escaped <= set(behind(Figure(FlowTable.POOR, Counted.HOUSEHOLDS, "escaped")))
    for column, relapsed in (("relapsed", True), ("new", False)):
        for table, status in ((FlowTable.POOR, POOR), (FlowTable.NEAR_POOR, NEAR_POOR)):
            entered = behind(Figure(table, Counted.HOUSEHOLDS, column))
            assert all(now[key] is status and was.get(key) in {None, NOT_POOR} for key in entered)
            assert all((status in history[key]) is relapsed for key in entered)


keys = st.sampled_from(["a", "b", "c", "d"])
places = st.sampled_from(["v0", "v1", "v2"])
dates = st.dates(OPENED - datetime.timedelta(days=9), CLOSED + datetime.timedelta(days=9))
rows = st.lists(st.builds(ListedHousehold, keys, places, st.sampled_from(PovertyStatus), st.integers(0, 9)), max_size=6)


@given(
    rows,
    rows,
    st.lists(
        st.builds(
            HouseholdEvent,
            keys,
            dates,
            st.sampled_from(Kind),
            st.none() | st.sampled_from(PovertyStatus),
            st.none() | places,
        ),
        max_size=8,
    ),
    st.lists(st.builds(MemberChange, keys, dates, st.integers(0, 3), st.integers(0, 3)), max_size=4),
    st.dictionaries(keys, st.frozensets(st.sampled_from([POOR, NEAR_POOR, NOT_POOR]))),
)
def test_lists_that_contradict_everything_balance_all_the_same(
    before: list[ListedHousehold],
    after: list[ListedHousehold],
    events: list[HouseholdEvent],
    members: list[MemberChange],
    history: dict[str, frozenset[PovertyStatus]],
) -> None:
    opening = HouseholdList(OPENED, "2022-2026", tuple(before))
    closing = HouseholdList(CLOSED, "2022-2026", tuple(after))
    result = year_flows(opening, closing, VILLAGES, events, members, history)
    check_balance(opening, closing, result)
    unknown = set(result.commune.unknown_history)
    assert not unknown & history.keys()
    assert ("unknown-history" in codes(result)) == bool(unknown)
