"""What holds of tables 2 and 3 of any year: they balance, villages sum to the commune, and both tables agree."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from povertydesk.poverty.household_flows import Figure, FlowTable, PlaceFlows, YearFlows
from povertydesk.poverty.household_list import Counted, HouseholdList, ListedHousehold
from povertydesk.poverty.status import PovertyStatus
from povertydesk.poverty.transition import NearPoorFlow, PoorFlow

POOR, NEAR_POOR = PovertyStatus.POOR, PovertyStatus.NEAR_POOR
COLUMNS = {field.name for kind in (PoorFlow, NearPoorFlow) for field in dataclasses.fields(kind)} - {"opening"}


def measured(rows: Sequence[ListedHousehold], village: str | None) -> list[int]:
    """Poor and near-poor households, then people, counted without the flows."""
    here = {row.household: row for row in reversed(rows)}.values()
    of = [
        [row for row in here if row.status is wanted and village in {None, row.village}] for wanted in (POOR, NEAR_POOR)
    ]
    return [len(part) for part in of] + [sum(row.people for row in part) for part in of]


def lines(place: PlaceFlows) -> list[PoorFlow | NearPoorFlow]:
    return [place.poor, place.near_poor, place.poor_people, place.near_poor_people]


def check_balance(opening: HouseholdList, closing: HouseholdList, result: YearFlows) -> None:
    """Fail where the flows are not those between the two lists, in some village, for households or people."""
    for place in (*result.villages, result.commune):
        assert [line.opening for line in lines(place)] == measured(opening.rows, place.village)
        assert [line.closing for line in lines(place)] == measured(closing.rows, place.village)
        assert all(getattr(line, column, 0) >= 0 for line in lines(place) for column in COLUMNS)
        for poor, near_poor in ((place.poor, place.near_poor), (place.poor_people, place.near_poor_people)):
            assert poor.to_near_poor == near_poor.from_poor
            assert poor.from_near_poor == near_poor.to_poor
        for (table, counted), line in zip(
            [(table, counted) for counted in Counted for table in FlowTable], lines(place), strict=True
        ):
            for column in ("opening", "closing", *COLUMNS):
                behind = place.behind.get(Figure(table, counted, column), {})
                assert sum(behind.values()) == getattr(line, column, 0)
    for number, line in enumerate(lines(result.commune)):
        surplus = {
            column: sum(getattr(lines(village)[number], column) for village in result.villages) - getattr(line, column)
            for column in COLUMNS
            if hasattr(line, column)
        }
        assert surplus.pop("other_in") == surplus.pop("other_out") >= 0
        assert set(surplus.values()) == {0}
