"""The course of a year as a screen shows it: its columns as on paper, and the households behind or against a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk import paths
from povertydesk.documents.place_words import kinds_of
from povertydesk.documents.table_layouts import read_layouts
from povertydesk.poverty.course_balance import CLAIMED, CLOSING, LISTED, doubted
from povertydesk.poverty.household_flows import Figure
from povertydesk.poverty.vietnamese import capitalised
from povertydesk.store import households
from povertydesk.workflow.year_course import read_course

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from povertydesk.poverty.course_balance import CourseBlock, CourseBreak, CourseLine
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.household_flows import PlaceFlows
    from povertydesk.poverty.household_list import HouseholdEvent, ListedHousehold, MemberChange
    from povertydesk.poverty.official_table import OfficialTable
    from povertydesk.workflow.course_ledger import CourseLedger
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.year_course import YearCourse


class CourseColumn(NamedTuple):
    """A column of the official table: its key in the flows, its headings from outside in, title and number row."""

    key: str
    headings: tuple[str, ...]
    title: str
    number: str


class CourseHousehold(NamedTuple):
    """A household with its year: where it stood on both lists, what happened, and what is to be looked at.

    `counted` is what it adds to the figure that was opened; `before` and `after` are its lines on the lists, None where
    it stands on none. `changes` are of its people; `doubts` are codes of findings.
    """

    household: str
    code: str
    head_name: str
    village: str
    counted: int
    before: ListedHousehold | None
    after: ListedHousehold | None
    events: tuple[HouseholdEvent, ...]
    changes: tuple[MemberChange, ...]
    doubts: tuple[str, ...]


class CourseSheet:
    """Everything the page Diễn biến shows of a year. Nothing is read any more when a figure is opened."""

    def __init__(
        self,
        course: YearCourse,
        known: Mapping[str, Household],
        layouts: Mapping[int, OfficialTable],
        place_heading: str,
    ) -> None:
        """Hold what was read; `known` are all households by key, those too that left; `place_heading` as on paper."""
        self.year = course.lists.year
        self.place_heading = place_heading
        self.opened_on, self.closed_on = course.lists.opening.on, course.lists.closing.on
        self.ledger: CourseLedger = course.ledger
        self._course = course
        self._known = known
        self._layouts = layouts
        self._flows: dict[str | None, PlaceFlows] = {one.village: one for one in course.flows.villages}
        self._flows[None] = course.flows.commune
        self._before = {row.household: row for row in course.lists.opening.rows}
        self._after = {row.household: row for row in course.lists.closing.rows}

    @property
    def places(self) -> tuple[str | None, ...]:
        """The villages in the office's order, and the commune as None."""
        return tuple(self._flows)

    @property
    def breaks(self) -> tuple[CourseBreak, ...]:
        """Everything that does not balance."""
        return self.ledger.balance.breaks

    def columns(self, block: CourseBlock) -> tuple[CourseColumn, ...]:
        """Return the columns 1 to 9 of a block's official table."""
        return tuple(
            CourseColumn(
                CLOSING if column.flow is None else column.flow.part, column.headings, column.title, column.number
            )
            for column in self._layouts[block.number].columns
        )

    def line(self, village: str | None, block: CourseBlock) -> CourseLine:
        """Return the line of a place."""
        return self.ledger.balance.lines[village, block]

    def breaks_at(self, village: str | None, block: CourseBlock, column: str) -> tuple[CourseBreak, ...]:
        """Return what is wrong with a cell."""
        return self.ledger.balance.breaks_at(village, block, column)

    def doubted(self, village: str | None, block: CourseBlock, column: str) -> tuple[str, ...]:
        """Return the households behind a figure whose way nothing recorded names."""
        return doubted(self._flows[village], block, column)

    def behind(self, village: str | None, block: CourseBlock, column: str) -> tuple[CourseHousehold, ...]:
        """Return the households that make up a figure."""
        return self._households(self._behind(village, block, column), village, block, column)

    def breaking(self, village: str | None, block: CourseBlock, column: str) -> tuple[CourseHousehold, ...]:
        """Return the households to look at where a cell does not balance, each once."""
        keys = dict.fromkeys(key for one in self.breaks_at(village, block, column) for key in one.households)
        return self._households(keys, village, block, column)

    def doubtful(self, village: str | None, block: CourseBlock, column: str) -> tuple[CourseHousehold, ...]:
        """Return the doubted households of a figure."""
        return self._households(self.doubted(village, block, column), village, block, column)

    def _behind(self, village: str | None, block: CourseBlock, column: str) -> Mapping[str, int]:
        key = CLOSING if column in {LISTED, CLAIMED} else column
        return self._flows[village].behind.get(Figure(*block, key), {})

    def _households(
        self, keys: Iterable[str], village: str | None, block: CourseBlock, column: str
    ) -> tuple[CourseHousehold, ...]:
        counted, wanted = self._behind(village, block, column), dict.fromkeys(keys)
        events: dict[str, list[HouseholdEvent]] = {}
        changes: dict[str, list[MemberChange]] = {}
        for event in self._course.lists.events:
            events.setdefault(event.household, []).append(event)
        for change in self._course.lists.member_changes:
            changes.setdefault(change.household, []).append(change)
        doubts = self._flows[None].doubts
        return tuple(
            CourseHousehold(
                key,
                self._known[key].code,
                self._known[key].head_name,
                self.ledger.name(self._village_of(key)),
                counted.get(key, 0),
                self._before.get(key),
                self._after.get(key),
                tuple(events.get(key, ())),
                tuple(changes.get(key, ())),
                doubts.get(key, ()),
            )
            for key in wanted
        )

    def _village_of(self, household: str) -> str:
        row = self._after.get(household) or self._before.get(household)
        return row.village if row is not None else self._known[household].village_id


def read_course_sheet(desk: Desk, year: int) -> CourseSheet:
    """Read the course of a year for the screen; refused as `year_course` is."""
    course = read_course(desk, year)
    known = {one.id: one for one in households.list_all_households(desk.engine)}
    layouts = read_layouts(paths.resources("grids", "official_tables.toml"), (), ()).tables
    kinds = kinds_of(list(course.ledger.places.values()), desk.unit.level)
    return CourseSheet(course, known, layouts, capitalised(", ".join(kinds)))
