"""Whether the course of a year (diễn biến hộ nghèo, hộ cận nghèo) balances, and which households break it.

Tables 2 and 3 are drawn up from two lists, so that opening, ways and closing fit each other by themselves. What does
not fit was said elsewhere: the official opening figures of an office whose year before has no sealed round; the closing
figures that were handed in or typed; events that contradict the lists. A break names both figures and the households
to look at. It is an error, and stands in the way of printing, where both sides are settled; while nobody said yet
which households open the year, or the round is open, it is a warning.
"""

from __future__ import annotations

import dataclasses
import enum
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.household_flows import Figure, FlowTable
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.problems import Finding, Place, Severity
from povertydesk.poverty.transition import NearPoorFlow, PoorFlow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from povertydesk.poverty.household_flows import PlaceFlows, YearFlows
    from povertydesk.poverty.problems import Value

CLOSING, LISTED, CLAIMED = "closing", "listed", "claimed"
"""The columns behind the ways: opening carried through them, the closing list, what was handed in or typed."""


class CourseBlock(NamedTuple):
    """One block of the ledger: table 2 or 3, in households or in people."""

    table: FlowTable
    counted: Counted

    @property
    def number(self) -> int:
        """The number of the official table."""
        return 2 if self.table is FlowTable.POOR else 3

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns 1 to 8 of the official table: opening, three ways out, four ways in."""
        flow = PoorFlow if self.table is FlowTable.POOR else NearPoorFlow
        return tuple(field.name for field in dataclasses.fields(flow))


BLOCKS = tuple(CourseBlock(table, counted) for table in FlowTable for counted in Counted)
"""Poor households, poor people, near-poor households, near-poor people."""


class CourseCounts(NamedTuple):
    """The poor and near-poor of a place on one day, households and people, as an office states them; None: not said."""

    poor: int | None = None
    poor_people: int | None = None
    near_poor: int | None = None
    near_poor_people: int | None = None

    def of(self, block: CourseBlock) -> int | None:
        """Return the count of a block."""
        return self[BLOCKS.index(block)]


class CourseClaims(NamedTuple):
    """What is said of a year otherwise than by its lists, by village; `handed_in` may hold the commune under None.

    `openings` are official opening figures: typed or imported for a year whose year before has no sealed round.
    `handed_in` are the closing figures of the year's tables as they were printed, `typed` what the next year is said
    to open with. `opening_is_settled`: a sealed list opens the year, or the year itself is sealed.
    """

    openings: Mapping[str, CourseCounts] = {}
    handed_in: Mapping[str | None, CourseCounts] = {}
    typed: Mapping[str, CourseCounts] = {}
    opening_is_settled: bool = True
    closing_is_sealed: bool = True


class BreakKind(enum.Enum):
    """Which two figures contradict each other."""

    OPENING = enum.auto()
    WAYS = enum.auto()
    EVENTS = enum.auto()
    CLOSING = enum.auto()
    TABLES = enum.auto()
    VILLAGES = enum.auto()


_CODES = {
    BreakKind.OPENING: "course-opening-unbalanced",
    BreakKind.WAYS: "course-ways-unbalanced",
    BreakKind.EVENTS: "course-events-unbalanced",
    BreakKind.CLOSING: "course-closing-unbalanced",
    BreakKind.TABLES: "course-tables-unbalanced",
    BreakKind.VILLAGES: "course-villages-unbalanced",
}
_SHOWN_IN = {
    BreakKind.OPENING: ("opening", CLOSING),
    BreakKind.WAYS: (CLOSING, LISTED),
    BreakKind.CLOSING: (LISTED, CLAIMED),
}


class CourseBreak(NamedTuple):
    """Two figures of a place that ought to be one: `expected` by what is said, `found` by the lists.

    `village` is None for the commune, `column` a column of the block. `households` are those to look at.
    """

    kind: BreakKind
    village: str | None
    block: CourseBlock
    column: str
    expected: int
    found: int
    households: tuple[str, ...]
    severity: Severity = Severity.ERROR

    @property
    def shown_in(self) -> tuple[str, ...]:
        """The columns of the ledger where it is seen."""
        return _SHOWN_IN.get(self.kind, (LISTED if self.column == CLOSING else self.column,))

    @property
    def column_number(self) -> int:
        """The number of the official table's column."""
        return 9 if self.column == CLOSING else self.block.columns.index(self.column) + 1

    def finding(self, place_name: str, year: int, *, is_explained: bool = False) -> Finding:
        """Say it in a sentence; of one that a written reason explains, that it is explained."""
        values: dict[str, Value] = {
            "village": place_name,
            "number": self.block.number,
            "column": self.column_number,
            "counted": self.block.counted.value,
            "expected": self.expected,
            "found": self.found,
        }
        place = Place(village=place_name, year=year, field="course")
        if is_explained:
            return Finding("course-difference-explained", Severity.NOTE, place, values)
        return Finding(_CODES[self.kind], self.severity, place, values)


class WrittenReason(NamedTuple):
    """Why something does not balance, in the office's words, and the places and columns it is about."""

    about: str
    reason: str


class CourseLine(NamedTuple):
    """One line of the ledger: the official opening, the ways from the lists, and three closings side by side.

    `closing` is what the official opening comes to by the ways, `listed` the closing list, `claimed` what was handed
    in or typed, None where nothing was.
    """

    village: str | None
    block: CourseBlock
    flow: PoorFlow | NearPoorFlow
    listed: int
    claimed: int | None

    @property
    def closing(self) -> int:
        """The official opening carried through the ways."""
        return self.flow.closing or 0

    def value(self, column: str) -> int | None:
        """Return the figure of a column."""
        found: int | None = getattr(self.flow if column in self.block.columns else self, column)
        return found


class CourseBalance(NamedTuple):
    """The ledger of a year by place and block, and where it does not balance."""

    lines: Mapping[tuple[str | None, CourseBlock], CourseLine]
    breaks: tuple[CourseBreak, ...]

    def breaks_by_cell(self, block: CourseBlock) -> dict[tuple[str | None, str], tuple[CourseBreak, ...]]:
        """Return what is wrong with each cell, by village and column; the commune's show what is wrong in villages."""
        cells: dict[tuple[str | None, str], tuple[CourseBreak, ...]] = {}
        for one in self.breaks:
            if one.block == block:
                for cell in ((place, column) for place in {one.village, None} for column in one.shown_in):
                    cells[cell] = (*cells.get(cell, ()), one)
        return cells

    def breaks_at(self, village: str | None, block: CourseBlock, column: str) -> tuple[CourseBreak, ...]:
        """Return what is wrong with a cell."""
        return self.breaks_by_cell(block).get((village, column), ())


_UNKNOWN = "unknown-history"
_NOBODY = "household-without-people"
_OF_PEOPLE = "member-count-not-explained"
_DOUBTS = {
    "other_in": frozenset({_UNKNOWN, "village-differs-from-moves"}),
    "other_out": frozenset({"household-gone-without-event", "closing-status-missing", "village-differs-from-moves"}),
}
_CONTRADICTED = (("listed-before-arriving", "opening"), ("listed-after-leaving", CLOSING))


def balance_course(flows: YearFlows, claims: CourseClaims) -> CourseBalance:
    """Set the course of a year against what is said of it, village by village, and the villages against the commune."""
    lines: dict[tuple[str | None, CourseBlock], CourseLine] = {}
    breaks: list[CourseBreak] = []
    for place in flows.villages:
        for block in BLOCKS:
            lines[place.village, block] = _line(place, block, claims)
            breaks += _breaks(place, block, claims)
    for block in BLOCKS:
        lines[None, block] = _total(flows, block, claims, lines)
        breaks += _against_commune(flows, block)
        breaks += _handed_in_total(flows, block, claims)
    return CourseBalance(lines, tuple(breaks))


def doubted(place: PlaceFlows, block: CourseBlock, column: str) -> tuple[str, ...]:
    """Return the households behind a figure whose way no event names; people too that nobody knows where they went."""
    codes = _DOUBTS.get(column, frozenset())
    if codes and block.counted is Counted.PEOPLE:
        codes |= {_OF_PEOPLE}
    behind = place.behind.get(Figure(*block, column), {})
    return tuple(key for key in behind if codes.intersection(place.doubts.get(key, ())))


def _line(place: PlaceFlows, block: CourseBlock, claims: CourseClaims) -> CourseLine:
    flow, village = place.flow(*block), place.village
    said = claims.openings.get(village or "", CourseCounts()).of(block)
    return CourseLine(
        village,
        block,
        flow if said is None else dataclasses.replace(flow, opening=said),
        _listed(place, block),
        _claimed(village, block, claims),
    )


def _total(
    flows: YearFlows,
    block: CourseBlock,
    claims: CourseClaims,
    lines: Mapping[tuple[str | None, CourseBlock], CourseLine],
) -> CourseLine:
    of_villages = [lines[place.village, block] for place in flows.villages]
    claimed = [one.claimed for one in of_villages if one.claimed is not None]
    total = _claimed(None, block, claims)
    if total is None and claimed and len(claimed) == len(of_villages):
        total = sum(claimed)
    opening = sum(one.flow.opening or 0 for one in of_villages)
    flow = dataclasses.replace(flows.commune.flow(*block), opening=opening)
    return CourseLine(None, block, flow, _listed(flows.commune, block), total)


def _claimed(village: str | None, block: CourseBlock, claims: CourseClaims) -> int | None:
    handed_in = claims.handed_in.get(village, CourseCounts()).of(block)
    return claims.typed.get(village or "", CourseCounts()).of(block) if handed_in is None else handed_in


def _breaks(place: PlaceFlows, block: CourseBlock, claims: CourseClaims) -> Iterator[CourseBreak]:
    village, flow, listed = place.village, place.flow(*block), _listed(place, block)
    opening, said = flow.opening or 0, claims.openings.get(village or "", CourseCounts()).of(block)
    if said is not None and said != opening:
        severity = Severity.ERROR if claims.opening_is_settled else Severity.WARNING
        looked_at = (_without_people(place, block) or _came(place, block)) if said > opening else ()
        looked_at = looked_at or _behind(place, block, "opening")
        yield CourseBreak(BreakKind.OPENING, village, block, "opening", said, opening, looked_at, severity)
    if flow.closing is not None and flow.closing != listed:
        broken = _unbalanced_households(place, block)
        yield CourseBreak(BreakKind.WAYS, village, block, CLOSING, flow.closing, listed, broken)
    for code, column in _CONTRADICTED:
        behind = place.behind.get(Figure(*block, column), {})
        contradicted = {key: count for key, count in behind.items() if code in place.doubts.get(key, ())}
        if contradicted:
            found = sum(behind.values())
            expected = found - sum(contradicted.values())
            yield CourseBreak(BreakKind.EVENTS, village, block, column, expected, found, tuple(contradicted))
    yield from _against_claim(place, block, claims)
    if block.table is FlowTable.POOR:
        yield from _between_tables(place, block.counted)


def _against_claim(place: PlaceFlows, block: CourseBlock, claims: CourseClaims) -> Iterator[CourseBreak]:
    claimed, listed = _claimed(place.village, block, claims), _listed(place, block)
    if claimed is None or claimed == listed:
        return
    handed_in = claims.handed_in.get(place.village, CourseCounts()).of(block) is not None
    severity = Severity.ERROR if handed_in and claims.closing_is_sealed else Severity.WARNING
    looked_at = _went(place, block) if claimed > listed else ()
    looked_at = looked_at or _behind(place, block, CLOSING)
    yield CourseBreak(BreakKind.CLOSING, place.village, block, CLOSING, claimed, listed, looked_at, severity)


def _handed_in_total(flows: YearFlows, block: CourseBlock, claims: CourseClaims) -> Iterator[CourseBreak]:
    """The commune's own figure is asked only where no village has one: their differences are told there."""
    if all(claims.handed_in.get(place.village, CourseCounts()).of(block) is None for place in flows.villages):
        yield from _against_claim(flows.commune, block, claims)


def _between_tables(place: PlaceFlows, counted: Counted) -> Iterator[CourseBreak]:
    """What leaves one table for the other has to arrive there: columns 2 and 5 of table 2, 5 and 3 of table 3."""
    block, other = CourseBlock(FlowTable.POOR, counted), CourseBlock(FlowTable.NEAR_POOR, counted)
    for column, of_other in (("to_near_poor", "from_poor"), ("from_near_poor", "to_poor")):
        found, expected = getattr(place.flow(*block), column), getattr(place.flow(*other), of_other)
        if found != expected:
            ours, theirs = (place.behind.get(Figure(*one), {}) for one in ((*block, column), (*other, of_other)))
            broken = tuple(key for key in {**ours, **theirs} if ours.get(key) != theirs.get(key))
            yield CourseBreak(BreakKind.TABLES, place.village, block, column, expected, found, broken)


def _against_commune(flows: YearFlows, block: CourseBlock) -> Iterator[CourseBreak]:
    """The villages add up to the commune; moves between them are "other" twice in the villages and nil in the sum."""
    surplus: dict[str, int] = {}
    for column in (*block.columns, CLOSING):
        surplus[column] = sum(_figure(place, block, column) for place in flows.villages)
        surplus[column] -= _figure(flows.commune, block, column)
    moved = surplus["other_out"]
    for column, more in surplus.items():
        allowed = moved if column == "other_in" else max(moved, 0) if column == "other_out" else 0
        if more != allowed:
            found = _figure(flows.commune, block, column)
            added: Counter[str] = Counter()
            for place in flows.villages:
                added.update(place.behind.get(Figure(*block, column), {}))
            added.subtract(flows.commune.behind.get(Figure(*block, column), {}))
            broken = tuple(key for key, count in added.items() if count)
            expected = found + more - allowed
            yield CourseBreak(BreakKind.VILLAGES, None, block, column, expected, found, broken)


def _unbalanced_households(place: PlaceFlows, block: CourseBlock) -> tuple[str, ...]:
    sums: Counter[str] = Counter()
    for place_of_column, column in enumerate((*block.columns, CLOSING)):
        sign = -1 if 1 <= place_of_column <= 3 or column == CLOSING else 1
        for key, count in place.behind.get(Figure(*block, column), {}).items():
            sums[key] += sign * count
    return tuple(key for key, left in sums.items() if left)


def _came(place: PlaceFlows, block: CourseBlock) -> tuple[str, ...]:
    """The households that entered the list otherwise than from the other one, above all those of unknown history."""
    came = tuple(
        dict.fromkeys(key for column in ("other_in", "relapsed", "new") for key in _behind(place, block, column))
    )
    unknown = tuple(key for key in came if key in place.unknown_history)
    return unknown or came


def _without_people(place: PlaceFlows, block: CourseBlock) -> tuple[str, ...]:
    """The households of the opening list that have no people entered, where people are counted."""
    if block.counted is not Counted.PEOPLE:
        return ()
    listed = place.households_behind(Figure(block.table, Counted.HOUSEHOLDS, "opening"))
    return tuple(key for key in listed if _NOBODY in place.doubts.get(key, ()))


def _went(place: PlaceFlows, block: CourseBlock) -> tuple[str, ...]:
    """The households that opened the year on the list and do not close it there."""
    left = frozenset(_behind(place, block, CLOSING))
    return tuple(key for key in _behind(place, block, "opening") if key not in left)


def _behind(place: PlaceFlows, block: CourseBlock, column: str) -> tuple[str, ...]:
    return place.households_behind(Figure(*block, column))


def _listed(place: PlaceFlows, block: CourseBlock) -> int:
    return sum(place.behind.get(Figure(*block, CLOSING), {}).values())


def _figure(place: PlaceFlows, block: CourseBlock, column: str) -> int:
    return _listed(place, block) if column == CLOSING else getattr(place.flow(*block), column) or 0
