"""The registry of households known to the office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from povertydesk.poverty.area import AreaType
from povertydesk.poverty.household import Household
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import fold, person_sort_key
from povertydesk.store.stored_dates import read_day, stored_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter

_GROUPS = ("no_labour_capacity", "merit", "local_minority", "social_protection")


@dataclass(frozen=True, slots=True)
class NewHousehold:
    """A household as it enters the registry; `code` is unique within its village."""

    village_id: str
    code: str
    head_name: str
    people_count: int | None = None
    address: str = ""


def add_households(writer: OperationWriter, households: Iterable[NewHousehold]) -> list[str]:
    """Enter households into the registry and return their keys."""
    return writer.insert_many(
        "household",
        [
            {
                "village_id": household.village_id,
                "code": household.code,
                **_head(household.head_name),
                "people_count": household.people_count,
                **_address(household.address),
            }
            for household in households
        ],
    )


def write_household(writer: OperationWriter, household: Household) -> str:
    """Keep everything known of a household, new where it has no key yet; returns the key."""
    if household.id:
        writer.update("household", household.id, _values(household))
        return household.id
    return writer.insert("household", _values(household))


def insert_households(writer: OperationWriter, new: Iterable[Household]) -> list[str]:
    """Enter households with all that is known of them in one piece and return their keys in order."""
    return writer.insert_many("household", [_values(household) for household in new])


def read_household(engine: Engine, household_id: str) -> Household:
    """Return a household; refused where another act has removed it."""
    rows = engine.records("SELECT * FROM household WHERE id = ?", (household_id,))
    if not rows:
        raise KnownError("household-not-found")
    return _household(rows[0])


def list_households(engine: Engine, village_id: str | None = None) -> tuple[Household, ...]:
    """List the households of a village, or of all, that have not ended, by village and code."""
    rows = engine.records(
        "SELECT household.* FROM household JOIN village ON village.id = village_id "
        "WHERE ended_on IS NULL AND (?1 IS NULL OR village_id = ?1) ORDER BY position, name_sort, household.code",
        (village_id,),
    )
    return tuple(_household(row) for row in rows)


class HouseholdRows(NamedTuple):
    """The bare rows of households in order, made into records where time and thread do not matter."""

    rows: list[dict[str, Any]]

    def households(self) -> tuple[Household, ...]:
        """Make the records."""
        return tuple(_household(row) for row in self.rows)


def read_all_households(engine: Engine) -> HouseholdRows:
    """Read every household the registry ever held, those that ended too, by present village and code."""
    return HouseholdRows(
        engine.records(
            "SELECT household.* FROM household JOIN village ON village.id = village_id "
            "ORDER BY position, name_sort, household.code"
        )
    )


def list_all_households(engine: Engine) -> tuple[Household, ...]:
    """List every household the registry ever held, those that ended too, by present village and code."""
    return read_all_households(engine).households()


def list_reviewed(engine: Engine, round_id: str) -> dict[str, Household]:
    """Return the households of a round by key, those that have ended since among them."""
    rows = engine.records(
        "SELECT * FROM household WHERE id IN (SELECT household_id FROM review WHERE round_id = ?)", (round_id,)
    )
    return {row["id"]: _household(row) for row in rows}


def list_named(engine: Engine, year: int) -> dict[str, Household]:
    """Return the households registered to leave a list in a year by key, those that have ended since among them."""
    rows = engine.records(
        "SELECT * FROM household WHERE id IN (SELECT household_id FROM registered_household WHERE year = ?)", (year,)
    )
    return {row["id"]: _household(row) for row in rows}


def rounds_of(engine: Engine, household_id: str) -> frozenset[str]:
    """Return the keys of the rounds that reviewed a household."""
    return frozenset(
        key for (key,) in engine.execute("SELECT round_id FROM review WHERE household_id = ?", (household_id,))
    )


def list_bearers(engine: Engine, code: str) -> tuple[Household, ...]:
    """List the households that bear a code, one a village at most, in the office's order of villages."""
    rows = engine.records(
        "SELECT household.* FROM household JOIN village ON village.id = village_id WHERE household.code = ? "
        "ORDER BY position, name_sort",
        (code,),
    )
    return tuple(_household(row) for row in rows)


def read_in_round(engine: Engine, round_id: str) -> HouseholdRows:
    """Read the households of a round by village and code, also those that have ended since."""
    return HouseholdRows(
        engine.records(
            "SELECT household.* FROM review JOIN household ON household.id = household_id "
            "JOIN village ON village.id = village_id WHERE round_id = ? ORDER BY position, name_sort, household.code",
            (round_id,),
        )
    )


def list_in_round(engine: Engine, round_id: str) -> tuple[Household, ...]:
    """List the households of a round by village and code, also those that have ended since."""
    return read_in_round(engine, round_id).households()


def find_household(engine: Engine, village_id: str, code: str) -> Household | None:
    """Find a household by its code within its village."""
    rows = engine.records("SELECT * FROM household WHERE village_id = ? AND code = ?", (village_id, code))
    return _household(rows[0]) if rows else None


def find_households(engine: Engine, text: str, limit: int = 100) -> tuple[Household, ...]:
    """Find households by a part of the head's name without accents, or by the beginning of the code."""
    rows = engine.records(
        "SELECT * FROM household WHERE head_folded LIKE ? ESCAPE '\\' OR code LIKE ? ESCAPE '\\' "
        "ORDER BY head_sort, id LIMIT ?",
        (f"%{like(fold(text))}%", f"{like(text.strip())}%", limit),
    )
    return tuple(_household(row) for row in rows)


def next_code(engine: Engine, village_id: str) -> str:
    """Return the next free number of a village, as long as the longest one it has."""
    codes = [row[0] for row in engine.execute("SELECT code FROM household WHERE village_id = ?", (village_id,))]
    numbers = [code for code in codes if code.isascii() and code.isdecimal()]
    width = max((len(code) for code in numbers), default=3)
    return f"{max((int(code) for code in numbers), default=0) + 1:0{width}d}"


def rename_head(writer: OperationWriter, household_id: str, name: str) -> None:
    """Keep another head's name with a household."""
    writer.update("household", household_id, _head(name))


def registry_counts(engine: Engine) -> dict[str, tuple[int, int]]:
    """Count the households that have not ended and their people in the registry, by village key."""
    rows = engine.execute(
        "SELECT village_id, count(*), coalesce(sum(people_count), 0) FROM household "
        "WHERE ended_on IS NULL GROUP BY village_id"
    )
    return {village: (households, people) for village, households, people in rows}


def like(text: str) -> str:
    r"""Take the meaning of `%` and `_` away from a text for `LIKE … ESCAPE '\'`."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _values(household: Household) -> dict[str, Any]:
    return {
        "village_id": household.village_id,
        "code": household.code,
        **_head(household.head_name),
        "people_count": household.people_count,
        **_address(household.address),
        "phone": household.phone or None,
        "ethnic_group": household.ethnic_group,
        "area": household.area.value if household.area else None,
        **{name: getattr(household, name) for name in _GROUPS},
        "entered_on": stored_day(household.entered_on),
        "ended_on": stored_day(household.ended_on),
    }


def _head(name: str) -> dict[str, str]:
    return {"head_name": name, "head_folded": fold(name), "head_sort": person_sort_key(name)}


def _address(address: str) -> dict[str, str]:
    return {"address": address, "address_folded": fold(address)}


def _household(row: dict[str, Any]) -> Household:
    return Household(
        id=row["id"],
        village_id=row["village_id"],
        code=row["code"],
        head_name=row["head_name"],
        people_count=row["people_count"],
        address=row["address"],
        phone=row["phone"] or "",
        ethnic_group=row["ethnic_group"],
        area=AreaType(row["area"]) if row["area"] else None,
        entered_on=read_day(row["entered_on"]),
        ended_on=read_day(row["ended_on"]),
        **{name: None if row[name] is None else bool(row[name]) for name in _GROUPS},
    )
