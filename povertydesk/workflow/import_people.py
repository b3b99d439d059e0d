"""The people of a household list: who of them the registry knows, and what the list says anew of each."""

from __future__ import annotations

import dataclasses
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty import citizen_number
from povertydesk.poverty.citizen_number import CITIZEN_NUMBER_DIGITS, mask_citizen_number
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.person import Person, Sex, Work
from povertydesk.poverty.vietnamese import fold
from povertydesk.workflow.check_members import birth_places
from povertydesk.workflow.import_plan import FieldChange, place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from povertydesk.exchange.household_columns import HouseholdTable
    from povertydesk.exchange.household_workbook import PersonRow
    from povertydesk.poverty.person import Member
    from povertydesk.poverty.problems import Finding, Value
    from povertydesk.workflow.people_codes import PeopleCodes

_ALIKE = 0.8
"""How alike two names of a head are that one is taken for the other, mistyped."""

_TITLES = {
    "name": "person_name",
    "sex": "sex",
    "ethnic_group": "ethnic_group",
    "citizen_number": "citizen_number",
    "insurance": "insurance",
    "education": "schooling",
    "work": "work",
    "disability": "disability",
}
"""What is brought up to date of a person, with the field of the list it stands in."""


class ListedPerson(NamedTuple):
    """A line of the list as a person without a key, with the relation to the head it names."""

    row: int
    person: Person
    folded: str
    relation: str | None


class UnknownWord(NamedTuple):
    """A word that stands in none of the program's lists: the field, the word, the line."""

    field: str
    word: str
    row: int


class PeopleReader:
    """Turns the lines of one table into people; words it does not know are gathered in `unknown`."""

    def __init__(self, table: HouseholdTable, codes: PeopleCodes) -> None:
        """Read lines of `table`."""
        self._table = table
        self._relation: Callable[[str], str | None] = cache(codes.relation)
        self._ethnic_group: Callable[[str], int | None] = cache(codes.ethnic_group)
        self._work: Callable[[str], Work | None] = cache(codes.work)
        self.unknown: list[UnknownWord] = []

    def read(self, line: PersonRow, findings: list[Finding]) -> ListedPerson:
        """Read one line; what is wrong with its citizen number goes to `findings`, an error where it is none."""
        relation = self._relation(line.relation) if line.relation else None
        group = self._ethnic_group(line.ethnic_group) if line.ethnic_group else None
        work = self._work(line.work) if line.work else None
        for name, written, found in (
            ("relation", line.relation, relation),
            ("ethnic_group", line.ethnic_group, group),
            ("work", line.work, work),
        ):
            if written and found is None:
                self.unknown.append(UnknownWord(name, written, line.row))
        sex = Sex(line.sex) if line.sex else None
        year = line.birth.year if line.birth else None
        person = Person(
            "",
            line.name,
            birth_on=line.birth.on if line.birth else None,
            birth_year=year,
            sex=sex,
            ethnic_group=group,
            citizen_number=self._number(line, sex, year, findings),
            education=line.schooling,
            work=work,
            insurance=line.insurance,
            disability=line.disability,
        )
        return ListedPerson(line.row, person, fold(line.name), relation)

    def _number(self, line: PersonRow, sex: Sex | None, year: int | None, findings: list[Finding]) -> str | None:
        cell = line.citizen_number
        if cell is None:
            return None
        read = citizen_number.read_citizen_number(int(cell.text) if cell.was_number else cell.text)
        found = [] if read.finding is None else [read.finding]
        if read.number is not None:
            found.extend(
                citizen_number.check_citizen_number(read.number, sex=sex, born=year, place_codes=birth_places())
            )
        if found:
            place = place_of(self._table, line.row, "citizen_number")
            findings.extend(finding._replace(place=place) for finding in found)
        return read.number


def is_the_head(listed: ListedPerson, head_name: str, known: Person | None) -> bool:
    """Say whether the head of a list's household is the one the registry has under the same code.

    The same number, the same name without accents, or a name mistyped: the same year of birth, or a name much alike,
    with nothing that contradicts it.
    """
    if known is not None and _same_number(listed.person, known):
        return True
    folded = fold(head_name)
    if listed.folded == folded:
        return True
    if known is not None and (_contradicts(listed.person.sex, known.sex) or not _births_agree(listed.person, known)):
        return False
    same_year = known is not None and known.birth_year is not None and known.birth_year == listed.person.birth_year
    return same_year or SequenceMatcher(None, listed.folded, folded).ratio() >= _ALIKE


def match_members(
    listed: Sequence[ListedPerson], present: Sequence[Member], folded: Callable[[Person], str]
) -> dict[int, Member]:
    """Find who of a household's present members each line names, by place in the list.

    By citizen number; then by name without accents and year of birth; then by the name alone where one only bears it.
    """
    if not present:
        return {}
    free = {member.person.id: member for member in present}
    found: dict[int, Member] = {}

    def pair(agree: Callable[[ListedPerson, Person], bool]) -> None:
        for place, one in enumerate(listed):
            if place in found:
                continue
            likely = [member for member in free.values() if agree(one, member.person)]
            if len(likely) == 1:
                found[place] = free.pop(likely[0].person.id)

    pair(lambda one, person: _same_number(one.person, person))
    pair(lambda one, person: one.folded == folded(person) and one.person.birth_year == person.birth_year)
    pair(lambda one, person: one.folded == folded(person) and _births_agree(one.person, person))
    pair(lambda one, person: one.folded == folded(person))
    return found


def names(listed: ListedPerson, known: Person, folded: str) -> bool:
    """Say whether a line names a person who left the household: the same number, or name and year of birth."""
    same = listed.folded == folded and listed.person.birth_year == known.birth_year
    return _same_number(listed.person, known) or (same and known.birth_year is not None)


def brought_up_to_date(known: Person, listed: Person, codes: PeopleCodes) -> tuple[Person, list[FieldChange]]:
    """Return a person with what the list says, and what that changes; a blank changes nothing."""
    new: dict[str, object] = {}
    changes: list[FieldChange] = []
    for name, title in _TITLES.items():
        before, after = getattr(known, name), getattr(listed, name)
        if after is None or after == before or (name == "citizen_number" and _is_older_number(before, after)):
            continue
        new[name] = after
        changes.append(FieldChange(title, _shown(name, before, codes), _shown(name, after, codes), listed.name))
    if (listed.birth_on and listed.birth_on != known.birth_on) or (
        listed.birth_year is not None and listed.birth_year != known.birth_year
    ):
        new |= {"birth_on": listed.birth_on, "birth_year": listed.birth_year}
        changes.append(FieldChange("birth", _birth(known), _birth(listed), listed.name))
    return (dataclasses.replace(known, **new) if new else known), changes  # type: ignore[arg-type]


def relation_words(relation: str | None, codes: PeopleCodes) -> str | None:
    """Return the official name of a relation to the head."""
    return codes.relations[relation][0] if relation is not None and relation in codes.relations else relation


def _shown(name: str, value: object, codes: PeopleCodes) -> Value:
    if value is None or isinstance(value, bool):
        return value
    if name == "citizen_number":
        return mask_citizen_number(str(value))
    if name == "ethnic_group" and isinstance(value, int):
        return codes.ethnic_groups[value][0] if value in codes.ethnic_groups else value
    return value if isinstance(value, int) else str(value)


def _birth(person: Person) -> str | None:
    if person.birth_on is not None:
        return format_date(person.birth_on)
    return str(person.birth_year) if person.birth_year is not None else None


def _same_number(one: Person, other: Person) -> bool:
    return one.citizen_number is not None and one.citizen_number == other.citizen_number


def _is_older_number(known: str | None, listed: str) -> bool:
    """Whether a list still has the identity number of nine digits of somebody whose citizen number is known."""
    return known is not None and len(known) == CITIZEN_NUMBER_DIGITS > len(listed)


def _births_agree(one: Person, other: Person) -> bool:
    return not _contradicts(one.birth_year, other.birth_year)


def _contradicts(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other
