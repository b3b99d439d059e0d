"""What a plan says of a commune: land, borders, peoples, religion, and totals where villages do not give them."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class EthnicShare(NamedTuple):
    """The share of one ethnic group among the people of the commune, in percent."""

    group: str
    percent: Decimal


class CommuneProfile(NamedTuple):
    """What a plan says of the commune in a year: totals, land, borders, peoples, religion; blanks are left out.

    The totals (people, poor people, near-poor) serve only where the villages' own figures are not all known.
    """

    year: int
    people: int | None = None
    poor_people: int | None = None
    near_poor: int | None = None
    near_poor_people: int | None = None
    natural_area_ha: Decimal | None = None
    forest_share: str = ""
    distance_to_centre_km: Decimal | None = None
    centre_name: str = ""
    border_north: str = ""
    border_east: str = ""
    border_south: str = ""
    border_west: str = ""
    religion_name: str = ""
    religion_people: int | None = None
    religion_villages: str = ""
    difficulties: str = ""
    ethnic_shares: tuple[EthnicShare, ...] = ()
