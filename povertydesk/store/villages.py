"""The villages of the commune and what is known of them in a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.area import AreaType, Village, VillageFigures
from povertydesk.poverty.place_groups import in_groups
from povertydesk.poverty.vietnamese import fold, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter

_COUNTS = VillageFigures.count_names()


def list_villages(engine: Engine) -> tuple[Village, ...]:
    """List the villages in the office's own order; those of one group stand together where the first of them does."""
    rows = engine.execute("SELECT id, name, position, area, code, unit_group FROM village ORDER BY position, name_sort")
    return in_groups(
        Village(key, name, position, AreaType(area) if area else None, code, group or "")
        for key, name, position, area, code, group in rows
    )


def add_villages(writer: OperationWriter, names: Sequence[str], first_position: int) -> list[str]:
    """Add villages in this order and return their keys."""
    return writer.insert_many(
        "village",
        [
            {
                "name": name,
                "name_folded": fold(name),
                "name_sort": sort_key(name),
                "position": first_position + place,
                "code": None,
                "area": None,
                "unit_group": None,
            }
            for place, name in enumerate(names)
        ],
    )


def rename_village(writer: OperationWriter, village_id: str, name: str) -> None:
    """Give a village another name."""
    writer.update("village", village_id, {"name": name, "name_folded": fold(name), "name_sort": sort_key(name)})


def set_group(writer: OperationWriter, village_id: str, group: str) -> None:
    """Put a commune under a unit; an empty one takes it out of its group."""
    writer.update("village", village_id, {"unit_group": group or None})


def remove_village(engine: Engine, writer: OperationWriter, village_id: str) -> None:
    """Remove a village with all its figures, targets, limits and reasons, and from what members are responsible for."""
    of_village = ("village_target", "village_year", "village_limit", "officer_village", "former_table", "course_reason")
    for table in of_village:
        for (key,) in engine.execute(f"SELECT id FROM {table} WHERE village_id = ?", (village_id,)):  # noqa: S608 - fixed
            writer.delete(table, key)
    writer.delete("village", village_id)


def household_count(engine: Engine, village_id: str) -> int:
    """Count the registered households of a village."""
    return int(engine.value("SELECT count(*) FROM household WHERE village_id = ?", (village_id,)))


def list_figures(engine: Engine, year: int) -> tuple[VillageFigures, ...]:
    """List what is known of the villages in a year, in the office's order."""
    rows = engine.execute(
        f"SELECT village_id, year, {', '.join(_COUNTS)} FROM village_year "  # noqa: S608 - fixed names
        "JOIN village ON village.id = village_id WHERE year = ? ORDER BY position, name_sort",
        (year,),
    )
    return tuple(VillageFigures(*row) for row in rows)


def write_figures(writer: OperationWriter, village_id: str, year: int, counts: Mapping[str, int | None]) -> None:
    """Keep counts of a village in a year; counts that are not given stay as they are."""
    writer.put("village_year", {"village_id": village_id, "year": year}, counts)


def write_all_figures(writer: OperationWriter, counts: Mapping[tuple[str, int], Mapping[str, int | None]]) -> None:
    """Keep counts of many villages, by village and year; those that are not given stay as they are."""
    rows = ({"village_id": village, "year": year, **own} for (village, year), own in counts.items())
    writer.put_many("village_year", ("village_id", "year"), rows)


def insert_figures(writer: OperationWriter, rows: Iterable[VillageFigures]) -> None:
    """Keep the figures of villages that have none in that year yet."""
    writer.insert_many(
        "village_year",
        [{name: getattr(row, name) for name in ("village_id", "year", *_COUNTS)} for row in rows],
    )
