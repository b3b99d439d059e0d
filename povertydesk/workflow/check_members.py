"""What is doubtful or missing of the members of a household: said where it stands, never in the way."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from povertydesk import paths
from povertydesk.poverty.citizen_number import check_citizen_number, mask_citizen_number
from povertydesk.poverty.problems import Finding, Severity
from povertydesk.store import households, people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.poverty.household import Household
    from povertydesk.poverty.person import Member
    from povertydesk.workflow.desk import Desk

NEEDED_FIELDS = ("birth", "sex", "relation", "ethnic_group")
"""What the official lists ask of every member."""


class MemberFinding(NamedTuple):
    """A finding on one field of one person."""

    person_id: str
    field: str
    finding: Finding


class MissingField(NamedTuple):
    """How many members lack something the official lists ask for."""

    field: str
    people: int


class BirthPlaces:
    """The codes with which a citizen number may begin; those of countries are not held against a list."""

    def __init__(self, provinces: frozenset[str], first_country_code: int) -> None:
        """Hold the codes of the provinces, and the lowest code of a country."""
        self._provinces = provinces
        self._first_country_code = first_country_code

    def __contains__(self, code: object) -> bool:
        """Say whether a number may begin so."""
        return code in self._provinces or (
            isinstance(code, str) and code.isdecimal() and int(code) >= self._first_country_code
        )


class _Stored(TypedDict):
    first_country_code: int
    provinces: dict[str, str]


@cache
def birth_places() -> BirthPlaces:
    """Read `resources/grids/birth_places.toml`, once."""
    import msgspec  # noqa: PLC0415 - the window's first paint needs none of it

    stored = msgspec.toml.decode(paths.resources("grids", "birth_places.toml").read_bytes(), type=_Stored)
    return BirthPlaces(frozenset(stored["provinces"]), stored["first_country_code"])


def check_members(desk: Desk, members: Sequence[Member]) -> tuple[MemberFinding, ...]:
    """Hold every member's citizen number against itself, sex, birth and the numbers of everybody else."""
    found: list[MemberFinding] = []
    for one in members:
        person = one.person
        if not person.citizen_number:
            continue
        doubts = check_citizen_number(
            person.citizen_number,
            sex=person.sex,
            born=person.birth_on or person.birth_year,
            place_codes=birth_places(),
        )
        doubts = (*doubts, *_borne_twice(desk, person.id, person.citizen_number))
        found.extend(MemberFinding(person.id, "citizen_number", doubt) for doubt in doubts)
    return tuple(found)


def check_people_count(household: Household, members: Sequence[Member]) -> Finding | None:
    """Say where fewer people are entered than the household is said to have."""
    said, entered = household.people_count or 0, len(members)
    if household.ended_on is not None or said <= entered:
        return None
    return Finding("some-members-not-entered", Severity.NOTE, values={"people": said, "entered": entered})


def missing_fields(members: Sequence[Member]) -> tuple[MissingField, ...]:
    """Count the members of whom something is not known yet; a member who is nobody's relation is asked as well."""
    known = {
        "birth": lambda one: one.person.birth_on or one.person.birth_year,
        "sex": lambda one: one.person.sex,
        "relation": lambda one: one.membership.relation,
        "ethnic_group": lambda one: one.person.ethnic_group,
    }
    counted = (MissingField(field, sum(known[field](one) is None for one in members)) for field in NEEDED_FIELDS)
    return tuple(one for one in counted if one.people)


def _borne_twice(desk: Desk, person_id: str, number: str) -> tuple[Finding, ...]:
    findings = []
    for other in people.people_by_number(desk.engine, number):
        stay = people.current_stay(desk.engine, other.id)
        if other.id == person_id or stay is None:
            continue
        code = households.read_household(desk.engine, stay.household_id).code
        values = {"masked": mask_citizen_number(number), "person": other.name, "household": code}
        findings.append(Finding("citizen-number-borne-twice", Severity.WARNING, values=values))
    return tuple(findings)
