"""Tables 2 and 3 (diễn biến hộ nghèo, hộ cận nghèo) drawn up household by household from two lists of a year.

How each household is booked, for every village and for the commune:

* **On both lists.** Staying books nothing for households. Changing status is booked in the village of the closing
  list, in both tables where both know it. People who joined or left meanwhile stand in "other" (số khác) of the
  table the household opened in, so that as many people cross as the closing list has.
* **Another village.** Out of the one and into the other as "other", with the people of the opening list; nil for the
  commune. Whatever else happened is booked in the new village.
* **Only on the opening list.** Moved out, merged, dissolved, or nobody knows: "other". A household that an in-year
  decision found above the lines before it went has escaped.
* **Only on the closing list.** Moved in, moved back or split off: "other", unless it came neither poor nor near-poor.
* **Entering otherwise.** Relapsed (tái nghèo, tái cận nghèo) where it stood on the same list in an earlier year, new
  (phát sinh mới) where its history is known and says no. No official definition of the two words was found. A
  household whose history is not known is a finding and **never counted as new**: it stands in "other in" (column 8),
  so that the official sum 9 = 1−2−3−4+5+6+7+8 holds, and in `PlaceFlows.unknown_history` until somebody answers.
* **Within the year.** What enters and leaves a list again between opening and closing, or leaves and comes back, is
  in no column; it is shown apart.
"""

from __future__ import annotations

import enum
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.household_list import Counted, HouseholdEventKind
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.status import PovertyStatus
from povertydesk.poverty.transition import NearPoorFlow, PoorFlow

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping, Sequence

    from povertydesk.poverty.area import Village
    from povertydesk.poverty.household_list import HouseholdEvent, HouseholdList, ListedHousehold, MemberChange
    from povertydesk.poverty.problems import Value


class FlowTable(enum.StrEnum):
    """Which list a flow is of: table 2 (poor) or table 3 (near-poor)."""

    POOR = "poor"
    NEAR_POOR = "near_poor"


class Figure(NamedTuple):
    """One figure of the two tables; `column` is a field of `PoorFlow` or `NearPoorFlow`, or `closing`."""

    table: FlowTable
    counted: Counted
    column: str


class CancelledChange(NamedTuple):
    """A household that entered a list and left it again within the year, or left and came back: in no column.

    The earlier of the two days says which came first. `people` is the household's number at closing, else at opening,
    None where it stands on neither list.
    """

    table: FlowTable
    household: str
    entered_on: datetime.date
    left_on: datetime.date
    people: int | None


@dataclass(frozen=True, slots=True)
class PlaceFlows:
    """Tables 2 and 3 of one village, or of the commune where `village` is None, with what stands behind each figure.

    `behind` gives for a figure the households that make it up, each with the households (1) or people it adds; a
    figure that is not there is nought. `unknown_history` are the households counted in "other in" only because nobody
    knows whether they were on the list before. `doubts` names, for each household of whose course something is to be
    looked at, the codes of those findings.
    """

    village: str | None
    poor: PoorFlow
    near_poor: NearPoorFlow
    poor_people: PoorFlow
    near_poor_people: NearPoorFlow
    behind: Mapping[Figure, Mapping[str, int]]
    cancelled: tuple[CancelledChange, ...]
    unknown_history: tuple[str, ...]
    doubts: Mapping[str, tuple[str, ...]]

    def flow(self, table: FlowTable, counted: Counted) -> PoorFlow | NearPoorFlow:
        """Return the line of a table that counts households, or people."""
        people = counted is Counted.PEOPLE
        if table is FlowTable.POOR:
            return self.poor_people if people else self.poor
        return self.near_poor_people if people else self.near_poor

    def households_behind(self, figure: Figure) -> tuple[str, ...]:
        """Return the keys of the households that a figure rests on, in the order of the lists."""
        return tuple(self.behind.get(figure, ()))


class YearFlows(NamedTuple):
    """The course of a year under one standard: each village in the office's order, the commune, and what to look at."""

    standard: str
    villages: tuple[PlaceFlows, ...]
    commune: PlaceFlows
    findings: tuple[Finding, ...]


_TABLE_OF = {PovertyStatus.POOR: FlowTable.POOR, PovertyStatus.NEAR_POOR: FlowTable.NEAR_POOR}
_STATUS_OF = {table: status for status, table in _TABLE_OF.items()}
_OUT = {FlowTable.POOR: "to_near_poor", FlowTable.NEAR_POOR: "to_poor"}
_IN = {FlowTable.POOR: "from_near_poor", FlowTable.NEAR_POOR: "from_poor"}


def year_flows(
    opening: HouseholdList,
    closing: HouseholdList,
    villages: Sequence[Village],
    events: Iterable[HouseholdEvent] = (),
    member_changes: Iterable[MemberChange] = (),
    history: Mapping[str, frozenset[PovertyStatus]] | None = None,
) -> YearFlows:
    """Draw up tables 2 and 3 of the year between two lists of one standard.

    `history` gives the statuses a household held before the opening, empty where it is known to have held none; a
    household that is missing from it has an unknown history. Refused across two standards
    (`no-change-across-standards`). What contradicts itself is a finding, and the lists win over the events: of a
    household listed twice the first line counts, an event outside the year counts for nothing. What happened on the
    day of the opening list is in that list already, and belongs to the year before.
    """
    if opening.standard != closing.standard:
        before, after = opening.standard_title or opening.standard, closing.standard_title or closing.standard
        raise KnownError("no-change-across-standards", before=before, after=after)
    book = _Book({village.id: village.name for village in villages}, history or {})
    before_rows, after_rows = book.listed(opening), book.listed(closing)
    rows = before_rows | after_rows
    own_events: dict[str, list[HouseholdEvent]] = defaultdict(list)
    for event in sorted(events, key=lambda event: event.on):
        if opening.on < event.on <= closing.on:
            own_events[event.household].append(event)
        elif event.on != opening.on:
            book.outside_year(event.on, event.household, rows.get(event.household))
    members: dict[str, tuple[int, int]] = {}
    for change in member_changes:
        if opening.on < change.on <= closing.on:
            joined, left = members.get(change.household, (0, 0))
            members[change.household] = joined + change.joined, left + change.left
        elif change.on != opening.on:
            book.outside_year(change.on, change.household, rows.get(change.household))
    for household in {**rows, **own_events}:
        course = _Course(
            household,
            before_rows.get(household),
            after_rows.get(household),
            tuple(own_events.get(household, ())),
            members.get(household, (0, 0)),
        )
        book.enter(course)
        book.cancel(course, opening.on, closing.on)
    return YearFlows(
        closing.standard,
        tuple(book.place(village) for village in book.villages),
        book.place(None),
        (*book.findings, *book.unknown_history_findings()),
    )


class _Course(NamedTuple):
    """What is known of one household's year."""

    household: str
    opening: ListedHousehold | None
    closing: ListedHousehold | None
    events: tuple[HouseholdEvent, ...]
    members: tuple[int, int]

    @property
    def comings_and_goings(self) -> list[HouseholdEvent]:
        return [event for event in self.events if event.kind.arriving or event.kind.leaving]

    @property
    def arrived_as(self) -> tuple[bool, PovertyStatus | None]:
        """Whether the household came into the commune within the year, and with which status."""
        moves = self.comings_and_goings
        if self.opening is None and moves and moves[-1].kind.arriving:
            return True, moves[-1].status
        return False, None

    @property
    def escaped_before_leaving(self) -> bool:
        """Whether an in-year decision found it above the lines before it was gone."""
        decided = [event.status for event in self.events if event.kind is HouseholdEventKind.RECOGNISED]
        above = {PovertyStatus.NOT_POOR, PovertyStatus.AVERAGE_LIVING_STANDARD}
        return bool(decided) and decided[-1] in above

    @property
    def expected_village(self) -> str | None:
        """The village where the household should stand at closing, as opening and events say."""
        said = [event.village for event in self.events if event.village is not None]
        return said[-1] if said else self.opening and self.opening.village


class _Book:
    """Adds the households up, place by place, while they are gone through."""

    def __init__(self, names: Mapping[str, str], history: Mapping[str, frozenset[PovertyStatus]]) -> None:
        self.villages = dict(names)
        self.findings: list[Finding] = []
        self._history = history
        self._behind: dict[str | None, dict[Figure, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
        self._cancelled: dict[str | None, list[CancelledChange]] = defaultdict(list)
        self._unknown: dict[str | None, list[str]] = defaultdict(list)
        self._doubts: dict[str | None, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))

    def listed(self, households: HouseholdList) -> dict[str, ListedHousehold]:
        """Take a list by household, the first line of each; a village that is not the office's any more comes last."""
        rows: dict[str, ListedHousehold] = {}
        for row in households.rows:
            first = rows.setdefault(row.household, row)
            self.villages.setdefault(row.village, row.village)
            if first is not row:
                named = {"first": self.villages[first.village], "second": self.villages[row.village]}
                self._doubt("household-listed-twice", Severity.ERROR, row, {"day": format_date(households.on), **named})
            elif row.people < 1 and row.status in _TABLE_OF:
                self._doubt("household-without-people", Severity.ERROR, row, {"day": format_date(households.on)})
        return rows

    def outside_year(self, day: datetime.date, household: str, row: ListedHousehold | None) -> None:
        """Name an event that lies before the opening or after the closing."""
        values = {"household": _label(row) if row else household, "day": format_date(day)}
        self.findings.append(Finding("event-outside-year", Severity.WARNING, self._at(row) if row else Place(), values))

    def enter(self, course: _Course) -> None:
        """Book one household's year in its villages and in the commune."""
        before, after = course.opening, course.closing
        self._check_presence(course)
        if before is not None and before.status in _TABLE_OF:
            self._add(before, _TABLE_OF[before.status], "opening", before.people)
            if after is None:
                self._gone(course, before)
            else:
                self._stayed(course, before, after)
        elif after is not None and after.status in _TABLE_OF:
            self._came(course, after)
        if after is not None and after.status in _TABLE_OF:
            self._add(after, _TABLE_OF[after.status], "closing", after.people)

    def _stayed(self, course: _Course, before: ListedHousehold, after: ListedHousehold) -> None:
        table = _TABLE_OF[before.status]
        if before.village != after.village:
            self._add(before, table, "other_out", before.people, commune=False)
            self._add(after, table, "other_in", before.people, commune=False)
        self._members(course, before, after)
        if after.status is before.status:
            return
        if after.status in _TABLE_OF:
            self._add(after, table, _OUT[table], after.people)
            self._add(after, _TABLE_OF[after.status], _IN[_TABLE_OF[after.status]], after.people)
        elif after.status is PovertyStatus.UNCLASSIFIED:
            self._doubt("closing-status-missing", Severity.ERROR, after)
            self._add(after, table, "other_out", after.people)
        else:
            self._add(after, table, "escaped", after.people)

    def _members(self, course: _Course, before: ListedHousehold, after: ListedHousehold) -> None:
        table = _TABLE_OF[before.status]
        joined, left = course.members
        unexplained = after.people - before.people - joined + left
        if unexplained:
            expected = before.people + joined - left
            counts: dict[str, Value] = {"before": before.people, "after": after.people, "expected": expected}
            self._doubt("member-count-not-explained", Severity.WARNING, after, counts)
        self._add(after, table, "other_in", joined + max(unexplained, 0), household=False)
        self._add(after, table, "other_out", left + max(-unexplained, 0), household=False)

    def _gone(self, course: _Course, before: ListedHousehold) -> None:
        table = _TABLE_OF[before.status]
        if course.escaped_before_leaving:
            self._add(before, table, "escaped", before.people)
            return
        if not any(event.kind.leaving for event in course.events):
            self._doubt("household-gone-without-event", Severity.WARNING, before)
        self._add(before, table, "other_out", before.people)

    def _came(self, course: _Course, after: ListedHousehold) -> None:
        table = _TABLE_OF[after.status]
        arrived, status = course.arrived_as
        if arrived and (status is None or status in _TABLE_OF or status is PovertyStatus.UNCLASSIFIED):
            self._add(after, table, "other_in", after.people)
            return
        history = self._history.get(after.household)
        if history is None:
            for place in (after.village, None):
                self._unknown[place].append(after.household)
                self._doubts[place][after.household].append("unknown-history")
            self._add(after, table, "other_in", after.people)
        else:
            self._add(after, table, "relapsed" if _STATUS_OF[table] in history else "new", after.people)

    def _check_presence(self, course: _Course) -> None:
        moves, before, after = course.comings_and_goings, course.opening, course.closing
        if after is not None and moves and moves[-1].kind.leaving:
            self._doubt("listed-after-leaving", Severity.ERROR, after, {"day": format_date(moves[-1].on)})
        if before is not None and moves and moves[0].kind.arriving:
            self._doubt("listed-before-arriving", Severity.ERROR, before, {"day": format_date(moves[0].on)})
        expected = course.expected_village
        if after is not None and expected is not None and after.village != expected:
            named: dict[str, Value] = {
                "village": self.villages[after.village],
                "expected": self.villages.get(expected, expected),
            }
            self._doubt("village-differs-from-moves", Severity.WARNING, after, named)

    def cancel(self, course: _Course, opened_on: datetime.date, closed_on: datetime.date) -> None:
        """Set apart what entered a list and left it again within the year, in each place the household lived in."""
        if not course.events:
            return
        states = [(opened_on, *_standing(course.opening))]
        for event in course.events:
            _, status, village = states[-1]
            if event.kind.leaving:
                status = None
            elif event.status is not None:
                status = event.status
            elif event.kind.arriving and course.closing is not None:
                status = course.closing.status
            states.append((event.on, status, event.village or village or (course.closing and course.closing.village)))
        states.append((closed_on, *_standing(course.closing)))
        row = course.closing or course.opening
        places = {village: None for _, _, village in states if village is not None}
        for village in places:
            self.villages.setdefault(village, village)
        for table, wanted in _STATUS_OF.items():
            for place in (*places, None):
                on_list = [(day, status is wanted and place in {None, village}) for day, status, village in states]
                flips = [day for (_, was), (day, now) in pairwise(on_list) if was is not now]
                for first, then in zip(flips[::2], flips[1::2], strict=False):
                    entered_on, left_on = (then, first) if on_list[0][1] else (first, then)
                    people = row.people if row else None
                    change = CancelledChange(table, course.household, entered_on, left_on, people)
                    self._cancelled[place].append(change)

    def place(self, village: str | None) -> PlaceFlows:
        """Close the book of one village, or of the commune."""
        behind = {figure: dict(part) for figure, part in self._behind[village].items()}
        columns: dict[tuple[FlowTable, Counted], dict[str, int]] = defaultdict(dict)
        for figure, part in behind.items():
            if figure.column != "closing":
                columns[figure.table, figure.counted][figure.column] = sum(part.values())
        return PlaceFlows(
            village,
            PoorFlow(**columns[FlowTable.POOR, Counted.HOUSEHOLDS]),
            NearPoorFlow(**columns[FlowTable.NEAR_POOR, Counted.HOUSEHOLDS]),
            PoorFlow(**columns[FlowTable.POOR, Counted.PEOPLE]),
            NearPoorFlow(**columns[FlowTable.NEAR_POOR, Counted.PEOPLE]),
            behind,
            tuple(self._cancelled[village]),
            tuple(self._unknown[village]),
            {household: tuple(dict.fromkeys(codes)) for household, codes in self._doubts[village].items()},
        )

    def unknown_history_findings(self) -> list[Finding]:
        """Say for each village how many households entered a list without anybody knowing their history."""
        return [
            Finding(
                "unknown-history",
                Severity.WARNING,
                Place(village=name, field="history"),
                {"village": name, "households": len(self._unknown[village])},
            )
            for village, name in self.villages.items()
            if self._unknown[village]
        ]

    def _add(
        self,
        row: ListedHousehold,
        table: FlowTable,
        column: str,
        people: int,
        *,
        household: bool = True,
        commune: bool = True,
    ) -> None:
        for place in (row.village, None) if commune else (row.village,):
            if household:
                part = self._behind[place][Figure(table, Counted.HOUSEHOLDS, column)]
                part[row.household] = part.get(row.household, 0) + 1
            if people:
                part = self._behind[place][Figure(table, Counted.PEOPLE, column)]
                part[row.household] = part.get(row.household, 0) + people

    def _doubt(
        self, code: str, severity: Severity, row: ListedHousehold, values: Mapping[str, Value] = MappingProxyType({})
    ) -> None:
        """Name what is to be looked at of a household, for its village and for the commune."""
        self.findings.append(Finding(code, severity, self._at(row), {"household": _label(row), **values}))
        for place in (row.village, None):
            self._doubts[place][row.household].append(code)

    def _at(self, row: ListedHousehold) -> Place:
        return Place(village=self.villages[row.village])


def _standing(row: ListedHousehold | None) -> tuple[PovertyStatus | None, str | None]:
    return (row.status, row.village) if row else (None, None)


def _label(row: ListedHousehold) -> str:
    return row.label or row.household
