"""The official tables of a year from the records: what stands behind every figure is the households themselves.

The closing list says who is poor or near-poor. Indicators, causes and groups are those of the year's form; where a
form says nothing of a group, the registry's word counts. A household whose ethnic group, group or answer is not known
is counted in no such column, and that is a finding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk import paths
from povertydesk.documents.table_layouts import Named, read_layouts
from povertydesk.poverty.form_answers import yes_no_answer
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.official_table import CountedHousehold, FilledTable, TableSource, fill_table
from povertydesk.poverty.person import Sex
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import households, people, reviews, villages
from povertydesk.workflow.people_codes import people_codes
from povertydesk.workflow.year_course import read_course

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from povertydesk.documents.table_layouts import TableLayouts
    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.household_list import ListedHousehold
    from povertydesk.poverty.official_table import OfficialTable
    from povertydesk.poverty.person import Member
    from povertydesk.poverty.problems import Finding
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.year_course import YearCourse

_COUNTED = frozenset({PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.AVERAGE_LIVING_STANDARD})
_GROUPS = ("no_labour_capacity", "merit", "local_minority")
_CAUSES = ("land", "capital", "labour", "tools", "knowledge", "skills", "illness", "other_cause")


class YearTables(NamedTuple):
    """What the tables of a year are drawn up from, read once, and their layouts by number.

    `known` are the households by their keys, those too that left. Nothing is read any more when a table is drawn up,
    so that a thread beside the window can do it.
    """

    source: TableSource
    layouts: Mapping[int, OfficialTable]
    known: Mapping[str, Household]

    def table(self, number: int) -> FilledTable:
        """Return one table with its figures; raises KnownError `unknown-table`."""
        layout = self.layouts.get(number)
        if layout is None:
            raise KnownError("unknown-table", number=number)
        return fill_table(layout, self.source)

    def course_findings(self, number: int) -> tuple[Finding, ...]:
        """Return what is to be said of the year's course, of a table that shows it."""
        flows = self.source.flows
        return flows.findings if self.shows_course(number) and flows is not None else ()

    def shows_course(self, number: int) -> bool:
        """Say whether a table shows what changed over the year."""
        layout = self.layouts.get(number)
        return layout is not None and any(column.flow is not None for column in layout.columns)

    def households_behind(
        self, number: int, label: str, village: str | None, counted: Counted = Counted.HOUSEHOLDS
    ) -> tuple[str, ...]:
        """Return the keys of the households behind a figure of a table."""
        return tuple(self.table(number).cell(label, village, counted).behind)


def read_year_tables(desk: Desk, year: int) -> YearTables:
    """Read what the official tables of a year need, each kind of record once.

    Refused like `year_course`: years without a round to count from, and years that no law covers.
    """
    return tables_of_course(desk, year, read_course(desk, year))


def tables_of_course(desk: Desk, year: int, course: YearCourse) -> YearTables:
    """Read what the tables of a year need beside its course, which was read before."""
    standard = desk.program.legislation.standard(course.lists.closing.standard)
    indicators = [Named(one.code, one.name) for one in standard.indicators]
    layouts = read_layouts(paths.resources("grids", "official_tables.toml"), indicators, _groups_living_there(desk))
    counter = _Counter(desk, course, layouts, standard.indicator_codes)
    source = TableSource(
        year=year,
        unit=desk.unit.name,
        villages=villages.list_villages(desk.engine),
        residents={one.village_id: one for one in villages.list_figures(desk.engine, year)},
        households=counter.households(),
        flows=course.flows,
    )
    return YearTables(source, layouts.tables, counter.known)


def _groups_living_there(desk: Desk) -> list[Named]:
    """List the ethnic minorities among the registered households, the most numerous first."""
    codes = people_codes()
    counts: dict[int, int] = {}
    for household in households.list_households(desk.engine):
        group = household.ethnic_group
        if group is not None and codes.ethnic_minority(group):
            counts[group] = counts.get(group, 0) + 1
    return [
        Named(str(group), codes.ethnic_groups[group][0])
        for group in sorted(counts, key=lambda group: (-counts[group], group))
    ]


class _Counter:
    """Puts the households of a year's closing list together with what the tables ask of them."""

    def __init__(self, desk: Desk, course: YearCourse, layouts: TableLayouts, indicators: Sequence[str]) -> None:
        closing, of_round = course.lists.closing, course.lists.round
        self._rows = [row for row in closing.rows if row.status in _COUNTED]
        self._on = closing.on
        self._indicators = indicators
        self._child_below = layouts.child_below
        self._with_column = {one.code for one in layouts.ethnic_groups}
        self.known = {one.id: one for one in households.list_all_households(desk.engine)}
        keys = [row.household for row in self._rows]
        self._members = people.list_members_of(desk.engine, keys, closing.on)
        self._answers = reviews.list_answers_of(desk.engine, of_round.id, keys) if of_round is not None else {}

    def households(self) -> list[CountedHousehold]:
        return [self._household(row) for row in self._rows]

    def _household(self, row: ListedHousehold) -> CountedHousehold:
        household, answers = self.known[row.household], self._answers.get(row.household, {})
        members = self._members.get(row.household, ())
        traits = self._ethnic_traits(household)
        groups = _groups(household, answers)
        traits |= groups
        traits["no_group"] = _none_of(traits["minority"], groups["no_labour_capacity"], groups["merit"])
        head = next((one.person for one in members if one.membership.heads), None)
        traits["female_head"] = None if head is None or head.sex is None else head.sex is Sex.FEMALE
        traits |= {f"deprived:{code}": yes_no_answer(answers, code) for code in self._indicators}
        causes = answers.get("causes")
        said = causes is not None and not causes.unknown
        traits |= {f"cause:{code}": code in causes.options if causes and said else None for code in _CAUSES}
        return CountedHousehold(
            row.household,
            row.village,
            row.status,
            row.people,
            frozenset(name for name, holds in traits.items() if holds),
            frozenset(name for name, holds in traits.items() if holds is None),
            sum(self._is_child(one) for one in members),
        )

    def _ethnic_traits(self, household: Household) -> dict[str, bool | None]:
        codes = people_codes()
        group = household.ethnic_group
        minority = codes.ethnic_minority(group)
        if minority is None:
            return {"kinh": None, "minority": None, "other_minority": None}
        own_column = str(group) in self._with_column
        return {
            "kinh": group == codes.kinh,
            "minority": minority,
            f"ethnic:{group}": minority,
            "other_minority": minority and not own_column,
        }

    def _is_child(self, member: Member) -> bool:
        person, on = member.person, self._on
        if person.birth_on is not None:
            birthday = (person.birth_on.month, person.birth_on.day) <= (on.month, on.day)
            return on.year - person.birth_on.year - (0 if birthday else 1) < self._child_below
        return person.birth_year is not None and on.year - person.birth_year < self._child_below


def _none_of(*holds: bool | None) -> bool | None:
    """Say whether none holds; one that does decides at once, one that is not known leaves it open."""
    if True in holds:
        return False
    return None if None in holds else True


def _groups(household: Household, answers: Mapping[str, FormAnswer]) -> dict[str, bool | None]:
    """Say which groups a household is of: as its form says, otherwise as the registry does."""
    told = answers.get("groups")
    if told is not None and not told.unknown:
        return {name: name in told.options for name in _GROUPS}
    return {name: getattr(household, name) for name in _GROUPS}
