"""People who may stand in the registry twice: one read of the file, then a search that needs it no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty import duplicates
from povertydesk.poverty.citizen_number import without_separators
from povertydesk.poverty.duplicates import RegisteredPerson
from povertydesk.store import people, villages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.poverty.duplicates import LikelyDuplicate, SharedByMany
    from povertydesk.store.people import HomesRead, PersonAtHome
    from povertydesk.workflow.desk import Desk


class ComparedPerson(NamedTuple):
    """A person as a pair shows it: name, year of birth, and where it lives."""

    id: str
    name: str
    birth_year: int | None
    household_id: str
    household: str
    village: str


class PeopleToCompare(NamedTuple):
    """Everybody who lives in a household now as the file has them, and the pairs remembered as two people."""

    homes: HomesRead
    villages: Mapping[str, str]
    not_the_same: frozenset[tuple[str, str]]


class LikelyPair(NamedTuple):
    """Two people who may be one, and why."""

    first: ComparedPerson
    second: ComparedPerson
    duplicate: LikelyDuplicate


class SharedGroup(NamedTuple):
    """Many people under one number, or one name, year and village: a fault of the list and no pair."""

    shared: SharedByMany
    people: tuple[ComparedPerson, ...]


class DuplicateList(NamedTuple):
    """The pairs from the likeliest down, and what too many people share."""

    pairs: tuple[LikelyPair, ...]
    groups: tuple[SharedGroup, ...]


def read_people(desk: Desk) -> PeopleToCompare:
    """Read, in one go, what the search compares."""
    names = {village.id: village.name for village in villages.list_villages(desk.engine)}
    return PeopleToCompare(people.read_homes(desk.engine), names, people.list_not_the_same(desk.engine))


def search(read: PeopleToCompare) -> DuplicateList:
    """Compare the people that were read; a job for a thread, which touches no file."""
    at_home = {one.person_id: one for one in people.at_home(read.homes)}
    found = duplicates.find_duplicates(map(_compared, at_home.values()), read.not_the_same)

    def shown(person_id: str) -> ComparedPerson:
        one = at_home[person_id]
        household, village = f"{one.household_code} – {one.head_name}", read.villages[one.village_id]
        return ComparedPerson(one.person_id, one.name, one.birth_year, one.household_id, household, village)

    return DuplicateList(
        tuple(LikelyPair(shown(pair.first), shown(pair.second), pair) for pair in found.pairs),
        tuple(SharedGroup(one, tuple(shown(key) for key in one.people)) for one in found.shared),
    )


def find_duplicates(desk: Desk) -> DuplicateList:
    """Read and compare at once, where nobody waits for a window."""
    return search(read_people(desk))


def _compared(one: PersonAtHome) -> RegisteredPerson:
    number = without_separators(one.citizen_number) if one.citizen_number else None
    return RegisteredPerson(one.person_id, one.household_id, one.village_id, one.name_folded, one.birth_year, number)
