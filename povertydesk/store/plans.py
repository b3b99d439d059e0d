"""What the office decided of its yearly plan."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.plan import Officer, PlanSection, ReductionPlan, SigningForm
from povertydesk.poverty.problems import KnownError
from povertydesk.store.services import list_service_targets
from povertydesk.store.stored_dates import read_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter

_FIELDS = ("number", "issued_on", "subject", "income_target_vnd", "archive", "signer_id")


_SIGNED_TABLES = ("village_year", "village_target", "year_assignment")


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


def signed_on(engine: Engine, year: int) -> datetime.date | None:
    """Return the day a year's plan was marked as signed, None where it was not."""
    return read_day(engine.value("SELECT signed_on FROM plan WHERE year = ?", (year,)))


def require_not_signed(engine: Engine, year: int) -> None:
    """Refuse to change the figures of a year whose plan is signed."""
    day = signed_on(engine, year)
    if day is not None:
        raise KnownError("plan-signed", year=year, date=format_date(day))


def require_village_not_signed(engine: Engine, village_id: str) -> None:
    """Refuse to remove a village that stands with figures or targets in a signed plan of any year."""
    year = engine.value(
        "SELECT min(year) FROM plan WHERE signed_on IS NOT NULL AND year IN "
        "(SELECT year FROM village_year WHERE village_id = ? "
        "UNION SELECT year FROM village_target WHERE village_id = ?)",
        (village_id, village_id),
    )
    if year is not None:
        require_not_signed(engine, int(year))


def require_not_signed_since(engine: Engine, operations: Sequence[int]) -> None:
    """Refuse to undo operations on the figures of a year that its plan was signed after, unless that is undone too."""
    signings = engine.execute(
        "SELECT max(operation), year, signed_on FROM operation_change JOIN plan ON plan.id = record_id "
        "WHERE record_table = 'plan' AND before LIKE '%\"signed_on\":null%' AND signed_on IS NOT NULL "
        "GROUP BY record_id"
    )
    for signing, year, day in signings:
        for number in operations if signing not in operations else ():
            if number < signing and any(_touches(engine, number, table, year) for table in _SIGNED_TABLES):
                raise KnownError("plan-signed", year=year, date=format_date(datetime.date.fromisoformat(day)))


def _touches(engine: Engine, operation: int, table: str, year: int) -> bool:
    found = engine.value(
        f"SELECT 1 FROM operation_change JOIN {table} ON {table}.id = record_id "  # noqa: S608 - fixed
        "WHERE operation = ? AND record_table = ? AND year = ?",
        (operation, table, year),
    )
    return found is not None


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
