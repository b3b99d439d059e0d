"""What is known of the commune in a year."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from povertydesk.poverty.profile import CommuneProfile, EthnicShare

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
