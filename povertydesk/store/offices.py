"""The office that owns the file, its yearly profile and its officers."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from povertydesk.poverty.area import AreaType, CommuneProfile, EthnicShare, OfficeLevel, Region, Unit
from povertydesk.poverty.plan import Officer, SigningForm
from povertydesk.poverty.vietnamese import fold, person_sort_key

if TYPE_CHECKING:
    from povertydesk.store.engine import Engine
    from povertydesk.store.operations import OperationWriter

_PROFILE_COLUMNS = (
    "year",
    "people",
    "poor_people",
    "near_poor",
    "near_poor_people",
    "natural_area_ha",
    "forest_share",
    "distance_to_centre_km",
    "centre_name",
    "border_north",
    "border_east",
    "border_south",
    "border_west",
    "religion_name",
    "religion_people",
    "religion_villages",
    "difficulties",
    "ethnic_shares",
)
_DECIMALS = frozenset({"natural_area_ha", "distance_to_centre_km"})


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


def read_profile(engine: Engine, year: int) -> CommuneProfile:
    """Return what is known of the commune in a year; an empty profile where nothing was entered."""
    rows = engine.records(f"SELECT {', '.join(_PROFILE_COLUMNS)} FROM commune_profile WHERE year = ?", (year,))  # noqa: S608 - fixed names
    if not rows:
        return CommuneProfile(year)
    values: dict[str, Any] = dict(rows[0])
    for name in _DECIMALS:
        values[name] = None if values[name] is None else Decimal(values[name])
    values["ethnic_shares"] = tuple(
        EthnicShare(group, Decimal(share)) for group, share in json.loads(values["ethnic_shares"])
    )
    return CommuneProfile(**values)


def write_profile(writer: OperationWriter, profile: CommuneProfile) -> None:
    """Keep what is known of the commune in the profile's year."""
    values: dict[str, Any] = {name: getattr(profile, name) for name in _PROFILE_COLUMNS}
    for name in _DECIMALS:
        values[name] = None if values[name] is None else str(values[name])
    shares = [[share.group, str(share.percent)] for share in profile.ethnic_shares]
    values["ethnic_shares"] = json.dumps(shares, ensure_ascii=False)
    year = values.pop("year")
    writer.put("commune_profile", {"year": year}, values)


def list_officers(engine: Engine) -> tuple[Officer, ...]:
    """List the officers of the office by given name."""
    rows = engine.execute("SELECT id, name, position, signing_form FROM officer ORDER BY name_sort, id")
    return tuple(
        Officer(key, name, position, SigningForm(form) if form else None) for key, name, position, form in rows
    )


def write_officer(writer: OperationWriter, officer: Officer) -> str:
    """Keep an officer, new where it has no key yet; returns the key."""
    values = {
        "name": officer.name,
        "name_folded": fold(officer.name),
        "name_sort": person_sort_key(officer.name),
        "position": officer.position,
        "signing_form": officer.signing_form.value if officer.signing_form else None,
    }
    if officer.id:
        writer.update("officer", officer.id, values)
        return officer.id
    return writer.insert("officer", {**values, "since_on": None, "until_on": None})
