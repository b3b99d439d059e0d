"""What the office decided of its yearly plan."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from povertydesk.poverty.plan import Officer, PlanSection, ReductionPlan, SigningForm
from povertydesk.store.services import list_service_targets
from povertydesk.store.stored_dates import read_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter

_FIELDS = ("number", "issued_on", "subject", "income_target_vnd", "archive", "signer_id")


def read_plan(engine: Engine, year: int) -> ReductionPlan:
    """Return the plan of a year; an empty one where nothing was decided yet."""
    rows = engine.records(f"SELECT id, {', '.join(_FIELDS)}, signed_on FROM plan WHERE year = ?", (year,))  # noqa: S608 - fixed
    services = list_service_targets(engine, year)
    if not rows:
        return ReductionPlan(year, services=services)
    row = rows[0]
    lines: dict[PlanSection, tuple[str, ...]] = {}
    for section, text in engine.execute(
        "SELECT section, text FROM plan_line WHERE plan_id = ? ORDER BY section, position", (row["id"],)
    ):
        key = PlanSection(section)
        lines[key] = (*lines.get(key, ()), text)
    return ReductionPlan(
        year=year,
        number=row["number"],
        issued_on=datetime.date.fromisoformat(row["issued_on"]) if row["issued_on"] else None,
        subject=row["subject"],
        income_target_vnd=row["income_target_vnd"],
        archive=row["archive"],
        signer=_signer(engine, row["signer_id"]),
        lines=lines,
        services=services,
        signed_on=read_day(row["signed_on"]),
    )


def write_plan(writer: OperationWriter, engine: Engine, year: int, values: dict[str, Any]) -> str:
    """Keep fields of a year's plan; those that are not given stay as they are. Returns the plan's key."""
    found = engine.value("SELECT id FROM plan WHERE year = ?", (year,))
    if found is None:
        empty = {"number": "", "issued_on": None, "subject": "", "income_target_vnd": None, "archive": ""}
        return writer.insert("plan", {"year": year, **empty, "signer_id": None, "signed_on": None, **values})
    if values:
        writer.update("plan", found, values)
    return str(found)


def write_plan_lines(
    writer: OperationWriter, engine: Engine, plan_id: str, section: PlanSection, lines: Sequence[str]
) -> None:
    """Keep exactly these lines in a section of a plan, in this order."""
    present = engine.execute(
        "SELECT id FROM plan_line WHERE plan_id = ? AND section = ? ORDER BY position", (plan_id, section.value)
    )
    for position, text in enumerate(lines):
        if position < len(present):
            writer.update("plan_line", present[position][0], {"text": text})
        else:
            writer.insert(
                "plan_line", {"plan_id": plan_id, "section": section.value, "position": position, "text": text}
            )
    for (key,) in present[len(lines) :]:
        writer.delete("plan_line", key)


def _signer(engine: Engine, signer_id: str | None) -> Officer | None:
    if signer_id is None:
        return None
    rows = engine.execute("SELECT id, name, position, signing_form FROM officer WHERE id = ?", (signer_id,))
    key, name, position, form = rows[0]
    return Officer(key, name, position, SigningForm(form) if form else None)
