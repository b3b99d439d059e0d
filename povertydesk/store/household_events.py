"""The dated events in the lives of the households; those of one day in the order they were recorded."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from povertydesk.poverty.household import HouseholdEvent, HouseholdEventKind
from povertydesk.store.stored_dates import read_day, stored_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter


def add_event(writer: OperationWriter, event: HouseholdEvent) -> str:
    """Record an event and return its key."""
    return writer.insert(
        "household_event",
        {
            "household_id": event.household_id,
            "kind": event.kind.value,
            "happened_on": event.happened_on.isoformat(),
            "person_id": event.person_id,
            "other_household_id": event.other_household_id,
            "from_village_id": event.from_village_id,
            "to_village_id": event.to_village_id,
            "note": event.note or None,
            "ended_on": stored_day(event.ended_on),
        },
    )


def list_events(engine: Engine, household_id: str) -> tuple[HouseholdEvent, ...]:
    """List the events of a household, and those of other ones that sent people to it or took them in, by day."""
    rows = engine.records(
        "SELECT * FROM household_event WHERE household_id = ?1 OR other_household_id = ?1 ORDER BY happened_on, rowid",
        (household_id,),
    )
    return tuple(_event(row) for row in rows)


def operations_of(engine: Engine, event_ids: Sequence[str]) -> dict[str, int]:
    """Return the operation that first recorded each event, by the event's key."""
    marks = ", ".join("?" * len(event_ids))
    rows = engine.execute(
        "SELECT record_id, min(operation) FROM operation_change WHERE record_table = 'household_event' "  # noqa: S608 - marks
        f"AND kind = 'insert' AND record_id IN ({marks}) GROUP BY record_id",
        tuple(event_ids),
    )
    return dict(rows)


def list_events_between(engine: Engine, first: datetime.date, last: datetime.date) -> tuple[HouseholdEvent, ...]:
    """List the events of all households from one day to another, both included."""
    rows = engine.records(
        "SELECT * FROM household_event WHERE happened_on BETWEEN ? AND ? ORDER BY happened_on, rowid",
        (first.isoformat(), last.isoformat()),
    )
    return tuple(_event(row) for row in rows)


def village_on(engine: Engine, household_id: str, day: datetime.date) -> str:
    """Return the key of the village a household lived in on a day, from its moves and its present village."""
    moved_later = engine.value(
        "SELECT from_village_id FROM household_event WHERE household_id = ? AND kind = 'move_village' "
        "AND happened_on > ? ORDER BY happened_on, rowid LIMIT 1",
        (household_id, day.isoformat()),
    )
    return str(moved_later or engine.value("SELECT village_id FROM household WHERE id = ?", (household_id,)))


def moved_from(engine: Engine, day: datetime.date) -> dict[str, str]:
    """Return the households that moved to another village after a day, with the village they lived in on it."""
    rows = engine.execute(
        "SELECT household_id, from_village_id FROM household_event WHERE kind = 'move_village' AND happened_on > ? "
        "ORDER BY happened_on DESC, rowid DESC",
        (day.isoformat(),),
    )
    return dict(rows)


def list_absences(engine: Engine) -> dict[str, tuple[tuple[datetime.date, datetime.date], ...]]:
    """Return when households that had ended and live again were away: from the one day until before the other."""
    rows = engine.execute(
        "SELECT DISTINCT household_id, ended_on, happened_on FROM household_event WHERE ended_on IS NOT NULL "
        "ORDER BY happened_on"
    )
    found: dict[str, list[tuple[datetime.date, datetime.date]]] = {}
    for household, ended_on, back_on in rows:
        away = datetime.date.fromisoformat(ended_on), datetime.date.fromisoformat(back_on)
        found.setdefault(household, []).append(away)
    return {household: tuple(absences) for household, absences in found.items()}


def last_event_on(engine: Engine, household_id: str, kind: HouseholdEventKind) -> datetime.date | None:
    """Return the day of the last event of a kind in a household."""
    return read_day(
        engine.value(
            "SELECT max(happened_on) FROM household_event WHERE household_id = ? AND kind = ?",
            (household_id, kind.value),
        )
    )


def _event(row: dict[str, Any]) -> HouseholdEvent:
    return HouseholdEvent(
        household_id=row["household_id"],
        kind=HouseholdEventKind(row["kind"]),
        happened_on=datetime.date.fromisoformat(row["happened_on"]),
        person_id=row["person_id"],
        other_household_id=row["other_household_id"],
        from_village_id=row["from_village_id"],
        to_village_id=row["to_village_id"],
        note=row["note"] or "",
        id=row["id"],
        ended_on=read_day(row["ended_on"]),
    )
