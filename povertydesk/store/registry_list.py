"""The list of the registry: which households a filter lets through in which order, and what a few of them show.

The order of a hundred thousand households is a hundred thousand numbers, read in one go; what stands in a row is read
for the rows that are looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from povertydesk.poverty.registry_list import (
    RegistryColumn,
    RegistryCounts,
    RegistryRow,
    Standing,
)
from povertydesk.poverty.status import PovertyStatus
from povertydesk.poverty.vietnamese import clean_line, fold
from povertydesk.store.households import like

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.poverty.registry_list import RegistryDay, RegistryFilter, RegistryOrder
    from povertydesk.store.engine import Engine

_STATUS = (
    "(SELECT household_decision.status FROM household_decision WHERE household_decision.household_id = household.id "
    "AND standard = :standard AND from_on <= :day AND coalesce(until_on, '9999') > :day "
    "ORDER BY from_on DESC, household_decision.id DESC LIMIT 1)"
)
_IN_ROUND = (
    "coalesce((SELECT CASE WHEN stage = 'draft' THEN 'draft' ELSE coalesce(review.status, 'unclassified') END "
    "FROM review WHERE round_id = :round AND review.household_id = household.id), 'not_in_round')"
)
_STANDINGS = "".join(f"WHEN '{one.value}' THEN {place} " for place, one in enumerate(Standing))
_FOLDED_ADDRESS = "coalesce(address_folded, address)"
_VILLAGE_PLACE = "(SELECT {} FROM village WHERE village.id = village_id)"
_BY_HEAD = ("head_sort", "code", "village_id")
_ORDERS = {
    RegistryColumn.CODE: ("CAST(code AS INTEGER)", "code", "head_sort", "village_id"),
    RegistryColumn.HEAD: _BY_HEAD,
    RegistryColumn.VILLAGE: (_VILLAGE_PLACE.format("position"), _VILLAGE_PLACE.format("name_sort"), *_BY_HEAD),
    RegistryColumn.PEOPLE: ("people_count", *_BY_HEAD),
    RegistryColumn.ETHNIC_GROUP: ("ethnic_group", *_BY_HEAD),
    RegistryColumn.ADDRESS: (f"nullif({_FOLDED_ADDRESS}, '')", *_BY_HEAD),
    RegistryColumn.STATUS: (f"CASE {_STATUS} {_STANDINGS}END", *_BY_HEAD),
    RegistryColumn.IN_ROUND: (f"CASE {_IN_ROUND} {_STANDINGS}END", *_BY_HEAD),
}
_NEVER_BLANK = frozenset({RegistryColumn.CODE, RegistryColumn.HEAD, RegistryColumn.VILLAGE, RegistryColumn.IN_ROUND})


def household_order(
    engine: Engine, of_day: RegistryDay, chosen: RegistryFilter, order: RegistryOrder, limit: int | None = None
) -> tuple[int, ...]:
    """Return the numbers of the households a filter lets through, in order; with `limit` only the first.

    Blank cells come last in either direction. By the head's name nothing is sorted: an index has that order.
    """
    first, *others = _ORDERS[order.column]
    direction = " DESC" if order.descending else ""
    blanks_last = "" if order.column in _NEVER_BLANK else f"({first}) IS NULL, "
    wanted = ", ".join(f"{term}{direction}" for term in (first, *others))
    rows = engine.execute(
        f"SELECT household.rowid FROM household WHERE {_condition(chosen)} "  # noqa: S608 - fixed
        f"ORDER BY {blanks_last}{wanted} LIMIT :limit",
        {**_values(of_day, chosen), "limit": -1 if limit is None else limit},
    )
    return tuple(number for (number,) in rows)


def household_rows(engine: Engine, of_day: RegistryDay, numbers: Sequence[int]) -> tuple[RegistryRow, ...]:
    """Return what the list shows of some households, in the order asked for; one that is gone is left out."""
    marks = ", ".join(str(int(number)) for number in numbers)
    rows = engine.execute(
        "SELECT household.rowid, household.id, household.code, head_name, village.name, people_count, ethnic_group, "  # noqa: S608
        f"address, coalesce(phone, ''), {_STATUS}, {_IN_ROUND} "
        f"FROM household JOIN village ON village.id = village_id WHERE household.rowid IN ({marks})",
        _day_values(of_day),
    )
    found = {row[0]: _row(row, of_day) for row in rows}
    return tuple(found[number] for number in numbers if number in found)


def household_counts(engine: Engine, of_day: RegistryDay, chosen: RegistryFilter) -> RegistryCounts:
    """Count the households a filter lets through, their people, and their statuses."""
    rows = engine.execute(
        "SELECT status, count(*), coalesce(sum(people_count), 0) FROM "  # noqa: S608 - fixed
        f"(SELECT people_count, {_STATUS} AS status FROM household WHERE {_condition(chosen)}) GROUP BY status",
        _values(of_day, chosen),
    )
    by_status = {PovertyStatus(status): count for status, count, _ in rows if status is not None}
    registered = engine.value("SELECT count(*) FROM household WHERE ended_on IS NULL")
    return RegistryCounts(sum(row[1] for row in rows), sum(row[2] for row in rows), by_status, registered)


def household_number(engine: Engine, household_id: str) -> int | None:
    """Return the number of a household in the list; None where another act has removed it."""
    rows = engine.execute("SELECT rowid FROM household WHERE id = ?", (household_id,))
    return rows[0][0] if rows else None


def _condition(chosen: RegistryFilter) -> str:
    parts = [f"ended_on IS {'NOT NULL' if chosen.ended else 'NULL'}"]
    if clean_line(chosen.code):
        # The noughts before a number need not be typed.
        parts.append("(household.code LIKE :code ESCAPE '\\' OR ltrim(household.code, '0') LIKE :code ESCAPE '\\')")
    if fold(chosen.head):
        parts.append("head_folded LIKE :head ESCAPE '\\'")
    if fold(chosen.address):
        parts.append(
            f"({_FOLDED_ADDRESS} LIKE :address ESCAPE '\\' "
            "OR replace(replace(phone, ' ', ''), '.', '') LIKE :phone ESCAPE '\\')"
        )
    if chosen.village_id is not None:
        parts.append("village_id = :village")
    if chosen.status is Standing.UNKNOWN:
        parts.append(f"{_STATUS} IS NULL")
    elif chosen.status is not None:
        parts.append(f"{_STATUS} = :status")
    if chosen.in_round is not None:
        parts.append(f"{_IN_ROUND} = :in_round")
    return " AND ".join(parts)


def _day_values(of_day: RegistryDay) -> dict[str, Any]:
    return {
        "standard": of_day.standard,
        "day": of_day.day.isoformat(),
        "round": of_day.open_round.id if of_day.open_round else None,
    }


def _values(of_day: RegistryDay, chosen: RegistryFilter) -> dict[str, Any]:
    address = fold(chosen.address)
    return {
        **_day_values(of_day),
        "code": f"{like(clean_line(chosen.code))}%",
        "head": f"%{like(fold(chosen.head))}%",
        "address": f"%{like(address)}%",
        "phone": f"%{like(address.replace(' ', '').replace('.', ''))}%",
        "village": chosen.village_id,
        "status": chosen.status.value if chosen.status else None,
        "in_round": chosen.in_round.value if chosen.in_round else None,
    }


def _row(row: tuple[Any, ...], of_day: RegistryDay) -> RegistryRow:
    number, household, code, head, village, people, ethnic_group, address, phone, status, in_round = row
    return RegistryRow(
        number,
        household,
        code,
        head,
        village,
        people,
        ethnic_group,
        address,
        phone,
        PovertyStatus(status) if status else None,
        Standing(in_round) if of_day.open_round else None,
    )
