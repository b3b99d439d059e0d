"""People who may stand in the registry twice: one read of the file, then a search that needs it no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty import duplicates
from povertydesk.poverty.citizen_number import without_separators
from povertydesk.store import people, villages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.poverty.duplicates import LikelyDuplicate, RegisteredPerson, SharedByMany
    from povertydesk.store.people import PersonAtHome
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
    """Everybody who lives in a household now, and the pairs remembered as two people."""

    people: tuple[RegisteredPerson, ...]
    homes: Mapping[str, PersonAtHome]
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
    homes = people.list_at_home(desk.engine)
    compared = tuple(
        duplicates.RegisteredPerson(
            one.person_id,
            one.household_id,
            one.village_id,
            one.name_folded,
            one.birth_year,
            without_separators(one.citizen_number) if one.citizen_number else None,
        )
        for one in homes
    )
    names = {village.id: village.name for village in villages.list_villages(desk.engine)}
    at_home = {one.person_id: one for one in homes}
    return PeopleToCompare(compared, at_home, names, people.list_not_the_same(desk.engine))


def search(read: PeopleToCompare) -> DuplicateList:
    """Compare the people that were read; a job for a thread, which touches no file."""
    found = duplicates.find_duplicates(read.people, read.not_the_same)
    return DuplicateList(
        tuple(LikelyPair(_shown(read, pair.first), _shown(read, pair.second), pair) for pair in found.pairs),
        tuple(SharedGroup(one, tuple(_shown(read, key) for key in one.people)) for one in found.shared),
    )


def find_duplicates(desk: Desk) -> DuplicateList:
    """Read and compare at once, where nobody waits for a window."""
    return search(read_people(desk))


def _shown(read: PeopleToCompare, person_id: str) -> ComparedPerson:
    one = read.homes[person_id]
    household = f"{one.household_code} – {one.head_name}"
    return ComparedPerson(
        one.person_id, one.name, one.birth_year, one.household_id, household, read.villages[one.village_id]
    )
