"""Why the course of a year does not balance: the office's written reasons, of the year or of one village."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter

_WHOLE_YEAR = "year"


def list_reasons(engine: Engine, year: int) -> dict[str | None, str]:
    """Return the reasons of a year by village, that of the whole year under None."""
    rows = engine.execute(
        "SELECT village_id, reason FROM course_reason LEFT JOIN village ON village.id = village_id WHERE year = ? "
        "ORDER BY village_id IS NULL, position, name_sort",
        (year,),
    )
    return dict(rows)


def write_reason(engine: Engine, writer: OperationWriter, year: int, village_id: str | None, reason: str) -> None:
    """Keep the reason of a place in the place of the one it had; an empty one takes it away."""
    key = {"year": year, "place": village_id or _WHOLE_YEAR}
    if reason:
        writer.put("course_reason", key, {"village_id": village_id, "reason": reason})
        return
    kept = engine.value("SELECT id FROM course_reason WHERE year = :year AND place = :place", key)
    if kept is not None:
        writer.delete("course_reason", kept)
