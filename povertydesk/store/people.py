"""The people of the registry, and in which household each of them lives from when until when."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from povertydesk.poverty.household_list import MemberChange
from povertydesk.poverty.person import HEAD, Member, Membership, Person, Sex, Work
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import fold, person_sort_key
from povertydesk.store.households import like
from povertydesk.store.stored_dates import read_day, stored_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter


class PersonAtHome(NamedTuple):
    """A person with the household it lives in now: what is compared, and what is shown of it."""

    person_id: str
    name: str
    name_folded: str
    birth_year: int | None
    citizen_number: str | None
    household_id: str
    household_code: str
    head_name: str
    village_id: str


class HomesRead(NamedTuple):
    """Rows of people, of present stays and of present households, as they came from the file."""

    people: list[tuple[Any, ...]]
    stays: list[tuple[Any, ...]]
    households: list[tuple[Any, ...]]


_STAY = "id AS stay, person_id, household_id, relation, from_on, until_on"


class MemberCount(NamedTuple):
    """How many members a household has on a day, and how many it has now."""

    present: int
    now: int


def write_person(writer: OperationWriter, person: Person) -> str:
    """Keep everything known of a person, new where it has no key yet; returns the key."""
    values = _person_values(person)
    if person.id:
        writer.update("person", person.id, values)
        return person.id
    return writer.insert("person", values)


def add_people(writer: OperationWriter, people: Iterable[Person]) -> list[str]:
    """Enter new people in one piece and return their keys in order."""
    return writer.insert_many("person", [_person_values(person) for person in people])


def read_person(engine: Engine, person_id: str) -> Person:
    """Return a person; refused where another act has removed it."""
    rows = engine.records("SELECT * FROM person WHERE id = ?", (person_id,))
    if not rows:
        raise KnownError("person-not-found")
    return _person(rows[0])


def note_death(writer: OperationWriter, person_id: str, died_on: datetime.date) -> None:
    """Keep the day a person died."""
    writer.update("person", person_id, {"died_on": died_on.isoformat()})


def begin_stays(writer: OperationWriter, stays: Iterable[Membership]) -> list[str]:
    """Let people live in households from a day on; returns the keys of the stays."""
    return writer.insert_many(
        "membership",
        [
            {
                "person_id": stay.person_id,
                "household_id": stay.household_id,
                "relation": stay.relation,
                "from_on": stored_day(stay.from_on),
                "until_on": stored_day(stay.until_on),
            }
            for stay in stays
        ],
    )


def end_stay(writer: OperationWriter, stay: Membership, until_on: datetime.date) -> None:
    """Let a person's stay end before a day."""
    writer.update("membership", stay.id, {"until_on": until_on.isoformat()})


def change_relation(writer: OperationWriter, stay: Membership, relation: str | None, on: datetime.date | None) -> None:
    """Give a member another relation to the head from a day on; from the beginning of the stay where that is later.

    Without a day the relation is corrected from the beginning too.
    """
    if stay.relation == relation:
        return
    if on is None or (stay.from_on is not None and stay.from_on >= on):
        writer.update("membership", stay.id, {"relation": relation})
        return
    end_stay(writer, stay, on)
    begin_stays(writer, [Membership("", stay.person_id, stay.household_id, relation, on)])


def current_stay(engine: Engine, person_id: str) -> Membership | None:
    """Return where a person lives now; None where the person died or moved out."""
    rows = engine.records(
        f"SELECT {_STAY} FROM membership WHERE person_id = ? AND until_on IS NULL",  # noqa: S608 - fixed names
        (person_id,),
    )
    return _membership(rows[0]) if rows else None


def list_stays(engine: Engine, person_id: str) -> tuple[Membership, ...]:
    """List all stays of a person, oldest first."""
    rows = engine.records(
        f"SELECT {_STAY} FROM membership WHERE person_id = ? "  # noqa: S608 - fixed names
        "ORDER BY coalesce(from_on, ''), coalesce(until_on, '9999'), id",
        (person_id,),
    )
    return tuple(_membership(row) for row in rows)


def list_members(engine: Engine, household_id: str, on: datetime.date | None = None) -> tuple[Member, ...]:
    """List the members of a household now, or on a day; the head first, then by the order they were entered.

    Keys made in one moment have no order among themselves; the rows have.
    """
    present = "until_on IS NULL" if on is None else "coalesce(from_on, '') <= ?3 AND coalesce(until_on, '9999') > ?3"
    rows = engine.records(
        "SELECT person.*, membership.id AS stay, person_id, household_id, relation, from_on, until_on "  # noqa: S608 - fixed
        f"FROM membership JOIN person ON person.id = person_id WHERE household_id = ?1 AND {present} "
        "ORDER BY relation IS NOT ?2, person.rowid",
        (household_id, HEAD) if on is None else (household_id, HEAD, on.isoformat()),
    )
    return tuple(Member(_person(row), _membership(row)) for row in rows)


def list_members_of(engine: Engine, household_ids: Iterable[str], on: datetime.date) -> dict[str, tuple[Member, ...]]:
    """List the members of many households on a day in one read; the head first, then by the order they were entered."""
    rows = engine.records(
        "SELECT person.*, membership.id AS stay, person_id, household_id, relation, from_on, until_on "
        "FROM membership JOIN person ON person.id = person_id "
        "WHERE household_id IN (SELECT value FROM json_each(?1)) "
        "AND coalesce(from_on, '') <= ?3 AND coalesce(until_on, '9999') > ?3 ORDER BY relation IS NOT ?2, person.rowid",
        (json.dumps(list(household_ids)), HEAD, on.isoformat()),
    )
    found: dict[str, list[Member]] = {}
    for row in rows:
        found.setdefault(row["household_id"], []).append(Member(_person(row), _membership(row)))
    return {household: tuple(members) for household, members in found.items()}


def count_members(engine: Engine, on: datetime.date) -> dict[str, MemberCount]:
    """Count the members of every household on a day in one read; who never had a member has no entry."""
    rows = engine.execute(
        "SELECT household_id, sum(coalesce(from_on, '') <= ?1 AND coalesce(until_on, '9999') > ?1), "
        "sum(until_on IS NULL) FROM membership GROUP BY household_id",
        (on.isoformat(),),
    )
    return {household: MemberCount(*counts) for household, *counts in rows}


def list_member_changes(engine: Engine, after: datetime.date, until: datetime.date) -> tuple[MemberChange, ...]:
    """List how many people joined and left each household on each day after one and until another, by day.

    Another relation to the head, and whoever leaves and is back on the same day, is no change.
    """
    rows = engine.execute(
        "SELECT household_id, day, sum(step > 0), sum(step < 0) FROM ("
        "SELECT household_id, person_id, day, sum(step) AS step FROM ("
        "SELECT household_id, person_id, from_on AS day, 1 AS step FROM membership "
        "WHERE from_on > ?1 AND from_on <= ?2 UNION ALL "
        "SELECT household_id, person_id, until_on, -1 FROM membership WHERE until_on > ?1 AND until_on <= ?2) "
        "GROUP BY household_id, person_id, day) WHERE step <> 0 GROUP BY household_id, day ORDER BY day, household_id",
        (after.isoformat(), until.isoformat()),
    )
    return tuple(
        MemberChange(household, datetime.date.fromisoformat(day), joined, left) for household, day, joined, left in rows
    )


def list_present(engine: Engine) -> tuple[Member, ...]:
    """List everybody who lives in a household now, in one read."""
    rows = engine.records(
        "SELECT person.*, membership.id AS stay, person_id, household_id, relation, from_on, until_on "
        "FROM membership JOIN person ON person.id = person_id WHERE until_on IS NULL ORDER BY household_id, person.id"
    )
    return tuple(Member(_person(row), _membership(row)) for row in rows)


def list_former_members(engine: Engine, household_id: str) -> tuple[Member, ...]:
    """List the living who once lived in a household and live in none now, each with the last stay there."""
    rows = engine.records(
        "SELECT person.*, membership.id AS stay, person_id, household_id, relation, from_on, max(until_on) AS until_on "
        "FROM membership JOIN person ON person.id = person_id WHERE household_id = ? AND died_on IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM membership AS now WHERE now.person_id = person.id AND now.until_on IS NULL) "
        "GROUP BY person.id ORDER BY until_on DESC, person.rowid",
        (household_id,),
    )
    return tuple(Member(_person(row), _membership(row)) for row in rows)


def names_of(engine: Engine, person_ids: Sequence[str]) -> dict[str, str]:
    """Return the names of people by key."""
    marks = ", ".join("?" * len(person_ids))
    return dict(engine.execute(f"SELECT id, name FROM person WHERE id IN ({marks})", tuple(person_ids)))  # noqa: S608 - marks


def find_people(engine: Engine, text: str, limit: int = 100) -> tuple[Member, ...]:
    """Find people of today's households by a part of the name without accents, or the end of the citizen number."""
    folded = fold(text)
    digits = folded.replace(" ", "")
    by_number = digits if digits.isdecimal() else ""
    rows = engine.records(
        "SELECT person.*, membership.id AS stay, person_id, household_id, relation, from_on, until_on "
        "FROM person JOIN membership ON person_id = person.id AND until_on IS NULL "
        "WHERE name_folded LIKE ?1 ESCAPE '\\' OR (?2 <> '' AND citizen_number LIKE '%' || ?2) "
        "ORDER BY name_sort, person.id LIMIT ?3",
        (f"%{like(folded)}%", by_number, limit),
    )
    return tuple(Member(_person(row), _membership(row)) for row in rows)


def read_homes(engine: Engine) -> HomesRead:
    """Read everybody, who lives where, and the present households: three walks through a table each, no look-ups."""
    return HomesRead(
        engine.execute("SELECT id, name, name_folded, birth_year, citizen_number FROM person"),
        engine.execute("SELECT person_id, household_id FROM membership WHERE until_on IS NULL"),
        engine.execute("SELECT id, code, head_name, village_id FROM household WHERE ended_on IS NULL"),
    )


def at_home(read: HomesRead) -> tuple[PersonAtHome, ...]:
    """Put together what was read, without the file: everybody who lives in a household now."""
    persons = {row[0]: row for row in read.people}
    homes = {row[0]: row for row in read.households}
    return tuple(
        PersonAtHome(*persons[person], *homes[household]) for person, household in read.stays if household in homes
    )


def people_by_number(engine: Engine, citizen_number: str) -> tuple[Person, ...]:
    """List the people who bear a citizen number; more than one is a mistake to show."""
    rows = engine.records("SELECT * FROM person WHERE citizen_number = ? ORDER BY id", (citizen_number,))
    return tuple(_person(row) for row in rows)


def note_not_the_same(writer: OperationWriter, one_id: str, other_id: str) -> None:
    """Remember that two people who look alike are not the same."""
    first, second = sorted((one_id, other_id))
    writer.put("not_the_same", {"one_id": first, "other_id": second}, {})


def list_not_the_same(engine: Engine) -> frozenset[tuple[str, str]]:
    """Return the pairs of people known not to be the same, the smaller key first."""
    return frozenset((one, other) for one, other in engine.execute("SELECT one_id, other_id FROM not_the_same"))


def _person_values(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "name_folded": fold(person.name),
        "name_sort": person_sort_key(person.name),
        "birth_on": stored_day(person.birth_on),
        "birth_year": person.birth_on.year if person.birth_on else person.birth_year,
        "sex": person.sex.value if person.sex else None,
        "ethnic_group": person.ethnic_group,
        "citizen_number": person.citizen_number,
        "education": person.education,
        "work": person.work.value if person.work else None,
        "insurance": person.insurance,
        "disability": person.disability,
        "benefits": None if person.benefits is None else json.dumps(person.benefits, ensure_ascii=False),
        "died_on": stored_day(person.died_on),
    }


def _person(row: dict[str, Any]) -> Person:
    return Person(
        id=row["id"],
        name=row["name"],
        birth_on=read_day(row["birth_on"]),
        birth_year=row["birth_year"],
        sex=Sex(row["sex"]) if row["sex"] else None,
        ethnic_group=row["ethnic_group"],
        citizen_number=row["citizen_number"],
        education=row["education"],
        work=Work(row["work"]) if row["work"] else None,
        insurance=None if row["insurance"] is None else bool(row["insurance"]),
        disability=None if row["disability"] is None else bool(row["disability"]),
        benefits=None if row["benefits"] is None else tuple(json.loads(row["benefits"])),
        died_on=read_day(row["died_on"]),
    )


def _membership(row: dict[str, Any]) -> Membership:
    return Membership(
        row["stay"],
        row["person_id"],
        row["household_id"],
        row["relation"],
        read_day(row["from_on"]),
        read_day(row["until_on"]),
    )
