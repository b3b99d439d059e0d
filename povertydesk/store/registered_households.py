"""The households registered to leave poverty in a year, and what was done for them month by month."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from povertydesk.poverty.named_target import (
    ChosenBy,
    FollowUp,
    HouseholdNeed,
    LeavingTarget,
    RegisteredHousehold,
    TargetResult,
)
from povertydesk.store.stored_dates import read_day, stored_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter


def list_registered(engine: Engine, year: int, village_id: str | None = None) -> tuple[RegisteredHousehold, ...]:
    """List the registered households of a year, of one village or of all, by village and code."""
    rows = engine.records(
        "SELECT registered_household.* FROM registered_household JOIN household ON household.id = household_id "
        "JOIN village ON village.id = village_id WHERE year = ?1 AND (?2 IS NULL OR village_id = ?2) "
        "ORDER BY position, name_sort, household.code",
        (year, village_id),
    )
    return tuple(_registered(row) for row in rows)


def count_named(engine: Engine, year: int, target: LeavingTarget = LeavingTarget.POOR) -> dict[str, int]:
    """Count by village the households registered to leave a list in a year."""
    return dict(
        engine.execute(
            "SELECT village_id, count(*) FROM registered_household JOIN household ON household.id = household_id "
            "WHERE year = ? AND target = ? GROUP BY village_id",
            (year, target.value),
        )
    )


def add_registered(writer: OperationWriter, registered: Iterable[RegisteredHousehold]) -> list[str]:
    """Register households and return the keys of the records."""
    return writer.insert_many("registered_household", [_values(one) for one in registered])


def write_registered(writer: OperationWriter, registered: RegisteredHousehold) -> None:
    """Keep what is known of a registered household."""
    writer.update("registered_household", registered.id, _values(registered))


def remove_registered(engine: Engine, writer: OperationWriter, registered: Iterable[RegisteredHousehold]) -> None:
    """Take households off the list of names, with what was noted of them month by month."""
    for one in registered:
        for (key,) in engine.execute("SELECT id FROM follow_up WHERE registered_household_id = ?", (one.id,)):
            writer.delete("follow_up", key)
        writer.delete("registered_household", one.id)


def list_follow_ups(engine: Engine, year: int) -> dict[str, tuple[FollowUp, ...]]:
    """Return what was done in a year by registered household, in the order of the months."""
    rows = engine.execute(
        "SELECT registered_household_id, month, done, done_by, follow_up.id FROM follow_up "
        "JOIN registered_household ON registered_household.id = registered_household_id "
        "WHERE year = ? ORDER BY month",
        (year,),
    )
    found: dict[str, tuple[FollowUp, ...]] = {}
    for row in rows:
        found[row[0]] = (*found.get(row[0], ()), FollowUp(*row))
    return found


def write_follow_up(engine: Engine, writer: OperationWriter, one: FollowUp) -> None:
    """Keep what was done in a month; without words the month's entry is removed."""
    place = {"registered_household_id": one.registered_id, "month": one.month}
    if one.done:
        writer.put("follow_up", place, {"done": one.done, "done_by": one.done_by})
        return
    kept = engine.value(
        "SELECT id FROM follow_up WHERE registered_household_id = :registered_household_id AND month = :month", place
    )
    if kept is not None:
        writer.delete("follow_up", kept)


def _values(one: RegisteredHousehold) -> dict[str, Any]:
    return {
        "household_id": one.household_id,
        "year": one.year,
        "target": one.target.value,
        "chosen": one.chosen.value,
        "helper_id": one.helper_id,
        "helper": one.helper or None,
        "needs": json.dumps([need.value for need in one.needs]),
        "note": one.note or None,
        "result": one.result.value if one.result else None,
        "result_on": stored_day(one.result_on),
    }


def _registered(row: dict[str, Any]) -> RegisteredHousehold:
    return RegisteredHousehold(
        id=row["id"],
        household_id=row["household_id"],
        year=row["year"],
        target=LeavingTarget(row["target"]),
        chosen=ChosenBy(row["chosen"]),
        helper_id=row["helper_id"],
        helper=row["helper"] or "",
        needs=tuple(HouseholdNeed(need) for need in json.loads(row["needs"])),
        note=row["note"] or "",
        result=TargetResult(row["result"]) if row["result"] else None,
        result_on=read_day(row["result_on"]),
    )
