"""The official tables of a year as papers and on the screen: each alone, or all of them one after the other."""

from __future__ import annotations

import dataclasses
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.documents.household_lists import (
    LIST_NUMBERS,
    LIST_SHORT_TITLES,
    LIST_TITLES,
    ListedHousehold,
    ListedPerson,
    ListedVillage,
    list_grid,
    list_paper,
)
from povertydesk.documents.issuing_office import IssuingOffice
from povertydesk.documents.official_tables import table_grid, table_name, table_paper
from povertydesk.documents.place_words import kinds_of
from povertydesk.poverty.paper import Paper, RowKind
from povertydesk.poverty.plan import ReductionPlan, head_of
from povertydesk.poverty.problems import Finding, Severity
from povertydesk.poverty.status import PovertyStatus
from povertydesk.poverty.vietnamese import capitalised
from povertydesk.store import officers
from povertydesk.workflow.listed_people import people_of_course
from povertydesk.workflow.official_tables import tables_of_course
from povertydesk.workflow.people_codes import people_codes
from povertydesk.workflow.year_course import read_course

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.poverty.area import Unit
    from povertydesk.poverty.course_balance import WrittenReason
    from povertydesk.poverty.paper import Grid, Letterhead, Part
    from povertydesk.poverty.person import Member
    from povertydesk.poverty.plan import Officer
    from povertydesk.poverty.problems import Value
    from povertydesk.workflow.course_ledger import CourseLedger
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.listed_people import ListedFamily, ListedPeople
    from povertydesk.workflow.official_tables import YearTables

ALL_TABLES = "tables"
TABLE_NUMBERS = {table_name(number): number for number in range(1, 16)}
TABLE_PAPERS = (*TABLE_NUMBERS, ALL_TABLES)

_WHOLE_ROW = ""
_SYMBOL = "BC-UBND"
_UNIT = "Đơn vị"
_GROUPS = ("merit", "local_minority", "no_labour_capacity")


class TablePaper(NamedTuple):
    """A paper of tables and what of their figures wants a look before it is signed."""

    paper: Paper
    findings: tuple[Finding, ...]


class HouseholdBehind(NamedTuple):
    """A household that a figure counts, and how many households, people or children it adds to it."""

    household: str
    code: str
    head_name: str
    village: str
    counted: int


class ShownTable(NamedTuple):
    """A table as it is laid out, with the households behind its cells, by row and key of the column."""

    number: int
    short: str
    title: str
    grid: Grid
    findings: tuple[Finding, ...]
    figures: Mapping[tuple[int, str], Mapping[str, int]]
    households: Mapping[str, HouseholdBehind]

    @property
    def is_list(self) -> bool:
        """Whether its lines are people of households, not places with figures."""
        return self.number in LIST_NUMBERS

    def behind(self, row: int, column: str) -> tuple[HouseholdBehind, ...]:
        """Return the households behind a figure by village and code; none where nothing is counted there."""
        counted = self.figures.get((row, column)) or self.figures.get((row, _WHOLE_ROW), {})
        return tuple(self.households[key]._replace(counted=counted[key]) for key in self.households if key in counted)


def make_table_paper(desk: Desk, name: str, year: int) -> TablePaper:
    """Draw up a table of a year by its word (`table-01`), or all of them (`tables`).

    Refused: `unknown-table`, `course-not-balanced`, and as `year_course` is, where the year has no round to count from.
    """
    return read_table_set(desk, year).paper(name)


def read_table_set(desk: Desk, year: int, reasons: Mapping[str | None, str] = MappingProxyType({})) -> TableSet:
    """Read what all tables of a year rest on; refused as `year_course` is, which says what `reasons` are."""
    course = read_course(desk, year, reasons)
    signer = head_of(officers.list_officers(desk.engine))
    tables, lists = tables_of_course(desk, year, course), people_of_course(desk, course)
    return TableSet(desk.unit, tables, lists, signer, course.ledger)


class TableSet:
    """All tables of one year. Nothing is read any more when one is drawn up, and each is counted once."""

    def __init__(
        self, unit: Unit, tables: YearTables, lists: ListedPeople, signer: Officer | None, ledger: CourseLedger
    ) -> None:
        """Hold what was read."""
        self._unit = unit
        self._ledger = ledger
        self._tables = tables
        self._lists = lists
        self._office = IssuingOffice(unit)
        self._signer = signer
        self._places = {village.id: village.name for village in tables.source.villages}
        self._kinds = kinds_of(list(self._places.values()), unit.level)
        self._shown: dict[int, ShownTable] = {}

    def paper(self, name: str) -> TablePaper:
        """Make the paper of a table by its word, or of all of them.

        Refused: `course-not-balanced` where the paper shows a course that contradicts itself without a reason.
        """
        if name != ALL_TABLES:
            return self._paper(TABLE_NUMBERS[name])
        made = [self._paper(number) for number in sorted(TABLE_NUMBERS.values())]
        parts: tuple[Part, ...] = tuple(part for one in made for part in one.paper.parts)
        findings: list[Finding] = []
        for one in made:
            # Tables 2 and 3 show one course: what is to be said of it is said once.
            findings += [finding for finding in one.findings if finding not in findings]
        title = f"Các biểu tổng hợp rà soát năm {self._tables.source.year} – {self._unit.name}"
        return TablePaper(Paper(ALL_TABLES, title, parts, author=self._unit.name), tuple(findings))

    def shown(self, number: int) -> ShownTable:
        """Lay out a table; raises KnownError `unknown-table`."""
        if number not in self._shown:
            self._shown[number] = self._list(number) if number in LIST_NUMBERS else self._table(number)
        return self._shown[number]

    def all_shown(self) -> tuple[ShownTable, ...]:
        """Lay out every table, in the order of their numbers."""
        return tuple(self.shown(number) for number in sorted(TABLE_NUMBERS.values()))

    def _paper(self, number: int) -> TablePaper:
        shown = self.shown(number)
        if number in LIST_NUMBERS:
            paper = list_paper(number, shown.grid, self._office, self._letterhead(), self._signer)
        else:
            layout = self._tables.layouts[number]
            reasons: tuple[WrittenReason, ...] = ()
            if self._tables.shows_course(number):
                self._ledger.hold()
                reasons = self._ledger.reasons_in_force()
            paper = table_paper(layout, shown.grid, self._office, self._letterhead(), self._signer, reasons)
        return TablePaper(paper, shown.findings)

    def _table(self, number: int) -> ShownTable:
        filled = self._tables.table(number)
        grouped = any(line.members for line in filled.lines)
        grid = table_grid(filled, self._places, _UNIT if grouped else capitalised(", ".join(self._kinds)))
        findings = (*self._tables.course_findings(number), *filled.findings)
        figures = {
            (row, column.label): cell.behind
            for row, line in enumerate(filled.lines)
            for column, cell in zip(filled.table.columns, line.cells, strict=True)
        }
        return ShownTable(number, filled.table.short, filled.table.title, grid, findings, figures, self._households)

    def _list(self, number: int) -> ShownTable:
        families = self._lists.poor if LIST_NUMBERS[number] is PovertyStatus.POOR else self._lists.near_poor
        by_village: dict[str, list[ListedFamily]] = {}
        for one in families:
            by_village.setdefault(one.village.id, []).append(one)
        listed = [
            ListedVillage(one.name, tuple(map(_listed, by_village.get(one.id, ()))), one.group)
            for one in self._tables.source.villages
        ]
        grid = list_grid(number, listed, ", ".join(self._kinds))
        figures: dict[tuple[int, str], Mapping[str, int]] = {}
        lines = iter([row for row, line in enumerate(grid.rows) if line.kind is not RowKind.BAND])
        for family in (one for key in self._places for one in by_village.get(key, ())):
            counted = {family.household.id: family.people}
            for _ in _listed(family).people:
                figures[next(lines), _WHOLE_ROW] = counted
        unnamed = sum(one.unnamed for one in families)
        values: dict[str, Value] = {"number": number, "people": unnamed}
        findings = (Finding("list-people-not-entered", Severity.WARNING, values=values),) if unnamed else ()
        return ShownTable(
            number, LIST_SHORT_TITLES[number], LIST_TITLES[number], grid, findings, figures, self._households
        )

    @cached_property
    def _households(self) -> dict[str, HouseholdBehind]:
        order = {key: place for place, key in enumerate(self._places)}
        known = sorted(
            self._tables.known.values(), key=lambda one: (order.get(one.village_id, len(order)), one.code, one.id)
        )
        return {
            one.id: HouseholdBehind(one.id, one.code, one.head_name, self._places.get(one.village_id, ""), 0)
            for one in known
        }

    def _letterhead(self) -> Letterhead:
        year = self._tables.source.year
        head = self._office.letterhead(_SYMBOL, ReductionPlan(year))
        return dataclasses.replace(head, year=year)


def _listed(family: ListedFamily) -> ListedHousehold:
    people = (*(_person(member) for member in family.members), *(ListedPerson("") for _ in range(family.unnamed)))
    household = family.household
    groups = family.groups
    if groups is None:
        groups = frozenset(name for name in _GROUPS if getattr(household, name))
    marks = set(groups | (family.support or frozenset()))
    if family.entry_kind is not None:
        marks.add(family.entry_kind.value)
    return ListedHousehold(people or (ListedPerson(family.household.head_name),), frozenset(marks))


def _person(member: Member) -> ListedPerson:
    codes = people_codes()
    person, relation = member.person, member.membership.relation
    group = codes.ethnic_groups.get(person.ethnic_group or 0, ("",))[0]
    return ListedPerson(
        person.name, person.birth_year, person.sex, group, codes.relations.get(relation or "", ("",))[0]
    )
