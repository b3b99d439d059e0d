"""What is set once for an office: its name, area, who receives its papers, and its officers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.plan import Officer
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.store import officers, offices

if TYPE_CHECKING:
    from povertydesk.poverty.area import Unit
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk


def edit_office(desk: Desk, unit: Unit) -> Changes:
    """Keep the office of the file; a name is needed, a code has five digits."""
    kept = unit._replace(
        name=clean_line(unit.name),
        code=require_code(unit.code),
        receiving_office=clean_line(unit.receiving_office),
        superior_name=clean_line(unit.superior_name),
    )
    if not kept.name:
        raise KnownError("office-without-name")
    with desk.operation("edit-office", office=kept.name) as act:
        offices.write_unit(act.writer, kept)
    return act.changes


def edit_officer(desk: Desk, officer: Officer) -> Changes:
    """Keep an officer, new where it has no key yet; a name is needed."""
    kept = officer._replace(name=clean_line(officer.name), position=clean_line(officer.position))
    if not kept.name:
        raise KnownError("officer-without-name")
    with desk.operation("edit-officer", officer=kept.name) as act:
        officers.write_officer(act.writer, kept)
    return act.changes


def require_code(code: str | None) -> str | None:
    """Return the code of an administrative unit, five digits, or None where there is none."""
    kept = clean_line(code or "") or None
    if kept is not None and not (len(kept) == 5 and kept.isascii() and kept.isdecimal()):
        raise KnownError("office-code-malformed", code=kept)
    return kept
