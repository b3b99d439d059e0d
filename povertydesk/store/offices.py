"""The office that owns the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.area import AreaType, OfficeLevel, Region, Unit

if TYPE_CHECKING:
    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter


def read_unit(engine: Engine) -> Unit | None:
    """Return the office of the file, or None where the file was just made."""
    rows = engine.records(
        "SELECT id, name, area, level, code, province_code, region, receiving_office, superior_name FROM unit"
    )
    if not rows:
        return None
    row = rows[0]
    return Unit(
        **{name: row[name] for name in ("id", "name", "code", "province_code", "receiving_office", "superior_name")},
        area=AreaType(row["area"]),
        level=OfficeLevel(row["level"]),
        region=Region(row["region"]) if row["region"] else None,
    )


def write_unit(writer: OperationWriter, unit: Unit) -> None:
    """Keep the office of the file."""
    values = {
        "name": unit.name,
        "code": unit.code,
        "province_code": unit.province_code,
        "level": unit.level.value,
        "area": unit.area.value,
        "region": unit.region.value if unit.region else None,
        "receiving_office": unit.receiving_office,
        "superior_name": unit.superior_name,
    }
    if unit.id:
        writer.update("unit", unit.id, values)
    else:
        writer.insert("unit", values)
