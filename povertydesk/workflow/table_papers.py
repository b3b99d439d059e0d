"""The official tables of a year as papers: each alone, or all of them one after the other."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.documents.household_lists import (
    LIST_NUMBERS,
    ListedHousehold,
    ListedPerson,
    ListedVillage,
    list_grid,
    list_paper,
)
from povertydesk.documents.issuing_office import IssuingOffice
from povertydesk.documents.official_tables import table_grid, table_name, table_paper
from povertydesk.documents.place_words import kinds_of
from povertydesk.poverty.paper import Paper
from povertydesk.poverty.plan import ReductionPlan, head_of
from povertydesk.poverty.problems import Finding, Severity
from povertydesk.poverty.status import PovertyStatus
from povertydesk.poverty.vietnamese import capitalised
from povertydesk.store import officers
from povertydesk.workflow.listed_people import listed_people
from povertydesk.workflow.official_tables import YearTables, read_year_tables
from povertydesk.workflow.people_codes import people_codes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.poverty.paper import Letterhead, Part
    from povertydesk.poverty.person import Member
    from povertydesk.poverty.problems import Value
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.listed_people import ListedFamily, ListedPeople

ALL_TABLES = "tables"
TABLE_NUMBERS = {table_name(number): number for number in range(1, 16)}
TABLE_PAPERS = (*TABLE_NUMBERS, ALL_TABLES)

_SYMBOL = "BC-UBND"
_GROUPS = ("merit", "local_minority", "no_labour_capacity")


class TablePaper(NamedTuple):
    """A paper of tables and what of their figures wants a look before it is signed."""

    paper: Paper
    findings: tuple[Finding, ...]


def make_table_paper(desk: Desk, name: str, year: int) -> TablePaper:
    """Draw up a table of a year by its word (`table-01`), or all of them (`tables`).

    Refused: `unknown-table`, and as `year_course` is, where the year has no round to count from.
    """
    maker = _Maker(desk, year)
    if name != ALL_TABLES:
        return maker.one(TABLE_NUMBERS[name])
    made = [maker.one(number) for number in sorted(TABLE_NUMBERS.values())]
    parts: tuple[Part, ...] = tuple(part for one in made for part in one.paper.parts)
    findings: list[Finding] = []
    for one in made:
        # Tables 2 and 3 show one course: what is to be said of it is said once.
        findings += [finding for finding in one.findings if finding not in findings]
    title = f"Các biểu tổng hợp rà soát năm {year} – {desk.unit.name}"
    return TablePaper(Paper(ALL_TABLES, title, parts, author=desk.unit.name), tuple(findings))


class _Maker:
    """Draws up tables of one year, reading the records once."""

    def __init__(self, desk: Desk, year: int) -> None:
        self._desk = desk
        self._year = year
        self._tables: YearTables = read_year_tables(desk, year)
        self._lists: ListedPeople | None = None
        self._office = IssuingOffice(desk.unit)
        self._signer = head_of(officers.list_officers(desk.engine))
        self._places = {village.id: village.name for village in self._tables.source.villages}

    def one(self, number: int) -> TablePaper:
        if number in LIST_NUMBERS:
            return self._list(number)
        filled = self._tables.table(number)
        kinds = kinds_of(list(self._places.values()), self._desk.unit.level)
        grid = table_grid(filled, self._places, capitalised(", ".join(kinds)))
        paper = table_paper(filled, grid, self._office, self._letterhead(), self._signer)
        return TablePaper(paper, (*self._tables.course_findings(number), *filled.findings))

    def _list(self, number: int) -> TablePaper:
        if self._lists is None:
            self._lists = listed_people(self._desk, self._year)
        poor = LIST_NUMBERS[number] is PovertyStatus.POOR
        families = self._lists.poor if poor else self._lists.near_poor
        grid = list_grid(number, [self._village(key, name, families) for key, name in self._places.items()])
        paper = list_paper(number, grid, self._office, self._letterhead(), self._signer)
        unnamed = sum(one.unnamed for one in families)
        if not unnamed:
            return TablePaper(paper, ())
        values: dict[str, Value] = {"number": number, "people": unnamed}
        return TablePaper(paper, (Finding("list-people-not-entered", Severity.WARNING, values=values),))

    def _village(self, key: str, name: str, families: Sequence[ListedFamily]) -> ListedVillage:
        return ListedVillage(name, tuple(_listed(one) for one in families if one.village.id == key))

    def _letterhead(self) -> Letterhead:
        head = self._office.letterhead(_SYMBOL, ReductionPlan(self._year))
        return dataclasses.replace(head, year=self._year)


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
