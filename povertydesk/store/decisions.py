"""What was decided of the households: the status on any day follows from it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from povertydesk.poverty.decision import HouseholdDecision
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store.stored_dates import read_day, stored_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter

_COLUMNS = "household_id, standard, status, from_on, until_on, round_id, decided_on, number, id"
_IN_FORCE = "standard = ? AND from_on <= ? AND coalesce(until_on, '9999') > ?"


def add_decisions(engine: Engine, writer: OperationWriter, decisions: Iterable[HouseholdDecision]) -> None:
    """Record decisions; the one before under the same standard ends where the new one begins, and the reverse."""
    rows = []
    for one in decisions:
        present = list_decisions(engine, one.household_id, one.standard)
        for earlier in present:
            if earlier.from_on <= one.from_on and (earlier.until_on is None or earlier.until_on > one.from_on):
                writer.update("household_decision", earlier.id, {"until_on": one.from_on.isoformat()})
        next_from = min((later.from_on for later in present if later.from_on > one.from_on), default=None)
        ends = [day for day in (one.until_on, next_from) if day is not None]
        rows.append(
            {
                "household_id": one.household_id,
                "round_id": one.round_id,
                "standard": one.standard,
                "status": one.status.value,
                "from_on": one.from_on.isoformat(),
                "until_on": stored_day(min(ends, default=None)),
                "decided_on": stored_day(one.decided_on),
                "number": one.number or None,
            }
        )
    writer.insert_many("household_decision", rows)


def amend_decision(
    engine: Engine,
    writer: OperationWriter,
    round_id: str,
    household_id: str,
    status: PovertyStatus,
    decided_on: datetime.date,
    number: str,
) -> None:
    """Let the decision a round led to say another status, from and until the same days."""
    for (key,) in engine.execute(
        "SELECT id FROM household_decision WHERE round_id = ? AND household_id = ?", (round_id, household_id)
    ):
        values = {"status": status.value, "decided_on": decided_on.isoformat(), "number": number or None}
        writer.update("household_decision", key, values)


def list_decisions(engine: Engine, household_id: str, standard: str | None = None) -> tuple[HouseholdDecision, ...]:
    """List the decisions on a household, oldest first: its history on the list."""
    rows = engine.execute(
        f"SELECT {_COLUMNS} FROM household_decision WHERE household_id = ?1 AND (?2 IS NULL OR standard = ?2) "  # noqa: S608 - fixed
        "ORDER BY from_on, id",
        (household_id, standard),
    )
    return tuple(_decision(row) for row in rows)


def list_all_decisions(engine: Engine) -> tuple[HouseholdDecision, ...]:
    """List the decisions on all households, each household's oldest first, in one read."""
    rows = engine.execute(f"SELECT {_COLUMNS} FROM household_decision ORDER BY household_id, from_on, id")  # noqa: S608 - fixed
    return tuple(_decision(row) for row in rows)


def statuses_on(engine: Engine, standard: str, day: datetime.date) -> dict[str, PovertyStatus]:
    """Return the status of every household decided on under a standard, as it holds on a day.

    A household without an entry has no known status; it is not "not poor".
    """
    rows = engine.execute(
        f"SELECT household_id, status FROM household_decision WHERE {_IN_FORCE} ORDER BY from_on, id",  # noqa: S608 - fixed
        (standard, day.isoformat(), day.isoformat()),
    )
    return {household: PovertyStatus(status) for household, status in rows}


def list_in_year_decisions(
    engine: Engine, standard: str, after: datetime.date, until: datetime.date
) -> tuple[HouseholdDecision, ...]:
    """List the decisions of no yearly round that began to hold after a day and until another, in that order.

    The one day that a list of households tells of where one came from is no recognition of that day.
    """
    rows = engine.execute(
        f"SELECT {_COLUMNS} FROM household_decision WHERE standard = ? AND from_on > ? AND from_on <= ? "  # noqa: S608 - fixed
        "AND coalesce(until_on, '9999') > from_on AND coalesce(round_id, '') NOT IN "
        "(SELECT id FROM review_round WHERE kind <> 'in_year') "
        "AND (round_id IS NOT NULL OR until_on IS NULL OR until_on > date(from_on, '+1 day')) ORDER BY from_on, id",
        (standard, after.isoformat(), until.isoformat()),
    )
    return tuple(_decision(row) for row in rows)


def statuses_held(engine: Engine, until: datetime.date, year: int) -> dict[str, frozenset[PovertyStatus]]:
    """Return the statuses each household held up to a day, under any standard; who is missing has no known history.

    A list that a sealed round before a year was opened with, where it came from outside the file, counts as well; of
    a round that is still open nothing is settled.
    """
    rows = engine.execute(
        "SELECT household_id, status FROM household_decision "
        "WHERE from_on <= ?1 AND coalesce(until_on, '9999') > from_on "
        "UNION SELECT household_id, opening_status FROM review JOIN review_round ON review_round.id = round_id "
        "WHERE year < ?2 AND closed_on IS NOT NULL AND opening_status IN ('poor', 'near_poor')",
        (until.isoformat(), year),
    )
    held: dict[str, set[PovertyStatus]] = {}
    for household, status in rows:
        held.setdefault(household, set()).add(PovertyStatus(status))
    return {household: frozenset(statuses) for household, statuses in held.items()}


def left_the_list(engine: Engine, standard: str, since: datetime.date, on: datetime.date) -> dict[str, datetime.date]:
    """Return the households above both lists on a day, with the day they left the poor or near-poor, since a day.

    Said of one standard: leaving the list of one and standing above the other is no escape.
    """
    rows = engine.execute(
        f"SELECT household_id, from_on FROM household_decision AS above WHERE {_IN_FORCE} "  # noqa: S608 - fixed
        "AND status NOT IN ('poor', 'near_poor')",
        (standard, on.isoformat(), on.isoformat()),
    )
    left = {}
    for household, _ in rows:
        listed = [
            one.until_on
            for one in list_decisions(engine, household, standard)
            if one.status in {PovertyStatus.POOR, PovertyStatus.NEAR_POOR} and one.until_on is not None
        ]
        days = [day for day in listed if since <= day <= on]
        if days:
            left[household] = max(days)
    return left


def _decision(row: tuple[Any, ...]) -> HouseholdDecision:
    household, standard, status, from_on, until_on, round_id, decided_on, number, key = row
    return HouseholdDecision(
        household_id=household,
        standard=standard,
        status=PovertyStatus(status),
        from_on=datetime.date.fromisoformat(from_on),
        until_on=read_day(until_on),
        round_id=round_id,
        decided_on=read_day(decided_on),
        number=number or "",
        id=key,
    )
