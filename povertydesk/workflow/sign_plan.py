"""Marking a year's plan as signed: what it says of villages and targets is locked until the mark is taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.problems import KnownError
from povertydesk.store import signing

if TYPE_CHECKING:
    import datetime

    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk

LOCKED_FIELDS = frozenset(
    {
        "households",
        "people",
        "poor_opening",
        "near_poor_opening",
        "ethnic_minority_poor",
        "assigned",
        "reduction",
        "ethnic_minority_reduction",
        "near_poor_reduction",
        "unit_group",
    }
)
"""Columns of the target grid that a signed plan fixes; households go on registering afterwards."""


def plan_signed_on(desk: Desk, year: int) -> datetime.date | None:
    """Return the day a year's plan was marked as signed, None where its figures may still be changed."""
    return signing.signed_on(desk.engine, year)


def mark_signed(desk: Desk, year: int) -> Changes:
    """Mark the plan as signed today. Refused: `plan-without-number` where it has no number or no date yet."""
    from povertydesk.store import plans  # noqa: PLC0415 - the window's first paint needs none of it

    plan = plans.read_plan(desk.engine, year)
    if not plan.number or plan.issued_on is None:
        raise KnownError("plan-without-number", year=year)
    today = desk.program.clock.now().date()
    with desk.operation("mark-plan-signed", year=year) as act:
        plans.write_plan(act.writer, desk.engine, year, {"signed_on": today.isoformat()})
    return act.changes


def reopen_plan(desk: Desk, year: int) -> Changes:
    """Take the mark away, so that the figures can be changed again; the paper that was signed stays as it is."""
    from povertydesk.store import plans  # noqa: PLC0415 - the window's first paint needs none of it

    with desk.operation("reopen-plan", year=year) as act:
        plans.write_plan(act.writer, desk.engine, year, {"signed_on": None})
    return act.changes
