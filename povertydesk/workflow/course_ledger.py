"""The course of a year held against what the office says of it otherwise, with the written reasons where they differ.

**Opening.** Figures of the villages that were typed or imported are the official opening where the year before has no
sealed round. **Closing.** Tables of the year that were taken in as printed are what was handed in; the figures with
which the next year opens are what was typed. What is still open on either side is a warning and keeps no paper back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.course_balance import (
    BLOCKS,
    BreakKind,
    CourseBalance,
    CourseClaims,
    CourseCounts,
    WrittenReason,
    balance_course,
)
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.official_text import format_count
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.store import course_reasons, former_tables, villages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from povertydesk.poverty.area import Village, VillageFigures
    from povertydesk.poverty.course_balance import CourseBlock, CourseBreak
    from povertydesk.poverty.former_year import FormerTable
    from povertydesk.poverty.household_flows import YearFlows
    from povertydesk.poverty.problems import Finding
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.year_lists import YearLists

_CLOSING_LABEL = "9"
_PLACES_NAMED = 3


class CourseLedger(NamedTuple):
    """Where the course of a year balances, where not, and the written reasons by village (the year's under None).

    `places` are the villages' names by key; `office` names the whole.
    """

    year: int
    office: str
    places: Mapping[str, str]
    balance: CourseBalance
    reasons: Mapping[str | None, str]

    @property
    def unexplained(self) -> tuple[CourseBreak, ...]:
        """The contradictions that keep tables 2 and 3 from being printed: neither village nor year has a reason."""
        return tuple(
            one for one in self.balance.breaks if one.severity is Severity.ERROR and not self.is_explained(one)
        )

    def is_explained(self, one: CourseBreak) -> bool:
        """Whether a written reason covers a contradiction: its village's own, or that of the year."""
        place = one.village if one.village in self.reasons else None
        return place in self.reasons and (one.severity is Severity.ERROR or one in self._about(place))

    @property
    def told(self) -> tuple[CourseBreak, ...]:
        """What is told of it; typed figures that are not settled against the opening list are told by the course."""
        return tuple(
            one for one in self.balance.breaks if one.kind is not BreakKind.OPENING or one.severity is Severity.ERROR
        )

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is told of it, in sentences."""
        return tuple(map(self.finding, self.told))

    def finding(self, one: CourseBreak) -> Finding:
        """Say a contradiction in a sentence."""
        return one.finding(self.name(one.village), self.year, is_explained=self.is_explained(one))

    def name(self, village: str | None) -> str:
        """Name a village, or the office."""
        return self.office if village is None else self.places.get(village, village)

    def hold(self) -> None:
        """Refuse to print what does not balance and has no reason: `course-not-balanced`."""
        if self.unexplained:
            raise KnownError("course-not-balanced", year=self.year, places=self.broken_places)

    @property
    def broken_places(self) -> str:
        """Name the villages that keep it from being printed, with their tables and columns."""
        return self._placed(self.unexplained, _columns)

    def reasons_in_force(self) -> tuple[WrittenReason, ...]:
        """Return the reasons that print: each of a place where something differs, with the figures it is about."""
        return tuple(
            WrittenReason(self._placed(about, _with_figures, len(about)), reason)
            for village, reason in self.reasons.items()
            if (about := self._about(village))
        )

    def _about(self, place: str | None) -> tuple[CourseBreak, ...]:
        """Return what the reason of a place explains: its contradictions, or the hints where there are no others.

        The year's reason stands for every village without one of its own.
        """
        own = tuple(
            one
            for one in self.balance.breaks
            if one.village == place or (place is None and one.village not in self.reasons)
        )
        return tuple(one for one in own if one.severity is Severity.ERROR) or own

    def _placed(
        self, breaks: Iterable[CourseBreak], told: Callable[[Sequence[CourseBreak]], str], most: int = _PLACES_NAMED
    ) -> str:
        """Name villages with what is told of them: `Thôn Thượng (Biểu 2 cột 1, 9; Biểu 3 cột 2)`."""
        by_village: dict[str | None, list[CourseBreak]] = {}
        for one in breaks:
            by_village.setdefault(one.village, []).append(one)
        named = [f"{self.name(village)} ({told(own)})" for village, own in list(by_village.items())[:most]]
        return ", ".join(named) + ("…" if len(by_village) > most else "")


def _columns(breaks: Sequence[CourseBreak]) -> str:
    tables: dict[int, set[int]] = {}
    for one in breaks:
        tables.setdefault(one.block.number, set()).add(one.column_number)
    return "; ".join(f"Biểu {number} cột {', '.join(map(str, sorted(own)))}" for number, own in sorted(tables.items()))


def _with_figures(breaks: Sequence[CourseBreak]) -> str:
    told = []
    for one in sorted(breaks, key=lambda each: (each.block.number, each.column_number)):
        counted = "hộ" if one.block.counted is Counted.HOUSEHOLDS else "nhân khẩu"
        figures = f"{format_count(one.expected)}, theo danh sách {format_count(one.found)}"
        told.append(f"Biểu {one.block.number} cột {one.column_number}: {counted} {figures}")
    return "; ".join(told)


def ledger_of(
    desk: Desk, lists: YearLists, flows: YearFlows, known: Sequence[Village], figures: Sequence[VillageFigures]
) -> CourseLedger:
    """Hold the course drawn up from the lists of a year against typed, imported and handed-in figures.

    `figures` are what is known of the villages in the year itself.
    """
    places = {one.id: one.name for one in known}
    return CourseLedger(
        lists.year,
        desk.unit.name,
        places,
        balance_course(flows, _claims(desk, lists, places, figures)),
        course_reasons.list_reasons(desk.engine, lists.year),
    )


def _claims(desk: Desk, lists: YearLists, places: Mapping[str, str], figures: Sequence[VillageFigures]) -> CourseClaims:
    before, year = lists.opened_by, lists.year
    opens_with_round = before is not None and before.year == year - 1
    is_sealed = lists.round is not None and lists.round.closed_on is not None
    return CourseClaims(
        openings={} if opens_with_round else _typed(figures),
        handed_in=dict(_handed_in(former_tables.list_former_tables(desk.engine, year), places)),
        typed=_typed(villages.list_figures(desk.engine, year + 1)),
        opening_is_settled=before is not None or is_sealed,
        closing_is_sealed=is_sealed,
    )


def _typed(figures: Iterable[VillageFigures]) -> dict[str, CourseCounts]:
    return {
        one.village_id: CourseCounts(one.poor, one.poor_people, one.near_poor, one.near_poor_people) for one in figures
    }


def _handed_in(tables: Iterable[FormerTable], places: Mapping[str, str]) -> Iterator[tuple[str | None, CourseCounts]]:
    """Take the closing column of tables 2 and 3, village by village and of the commune."""
    printed = {one.number: one for one in tables}
    for key, name in (*places.items(), (None, None)):
        yield key, CourseCounts(*(_closing(printed.get(block.number), block, name) for block in BLOCKS))


def _closing(table: FormerTable | None, block: CourseBlock, village: str | None) -> int | None:
    line = table.line(village, block.counted) if table is not None else None
    figure = line.value(_CLOSING_LABEL) if line is not None else None
    return None if figure is None else int(figure)
