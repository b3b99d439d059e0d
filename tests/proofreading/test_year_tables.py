"""What the official tables of a year count, beside the residents that were typed."""

from __future__ import annotations

from typing import Any

import pytest

from povertydesk import paths
from povertydesk.documents.table_layouts import Named, read_layouts
from povertydesk.poverty.area import Village, VillageFigures
from povertydesk.poverty.official_table import CountedHousehold, TableSource, fill_table
from povertydesk.poverty.problems import Finding
from povertydesk.poverty.status import PovertyStatus
from povertydesk.proofreading.year_tables import check_year_tables

POOR, NEAR_POOR = PovertyStatus.POOR, PovertyStatus.NEAR_POOR
VILLAGES = (Village("v0", "Thôn Thượng", 0), Village("v1", "Thôn Hạ", 1))
INDICATORS = [Named(f"i{number}", f"Chỉ số {number}") for number in range(1, 13)]
LAYOUTS = read_layouts(paths.resources("grids", "official_tables.toml"), INDICATORS, ()).tables
LISTED = (
    CountedHousehold("1", "v0", POOR, 4, frozenset({"kinh"})),
    CountedHousehold("2", "v0", POOR, 3, frozenset({"minority", "local_minority"})),
    CountedHousehold("3", "v0", NEAR_POOR, 5, frozenset({"kinh"})),
)
EVERYBODY = {"households": 3, "people": 12}


def check(**residents: int) -> tuple[Finding, ...]:
    """Check the listed households of Thôn Thượng; Thôn Hạ has none, and as many residents of each kind."""
    figures: dict[str, Any] = residents
    known = {one.id: VillageFigures(one.id, 2023, **figures) for one in VILLAGES}
    source = TableSource(2023, "Xã Mẫu", VILLAGES, known, LISTED, None)
    return check_year_tables(source, {number: fill_table(layout, source) for number, layout in LAYOUTS.items()})


@pytest.mark.parametrize(
    ("group", "number", "column", "whole", "counted"),
    [
        ("kinh_households", 12, "10", "2", 1),
        ("kinh_people", 13, "17", "6", 5),
        ("ethnic_minority_people", 12, "18", "7", 3),
        ("local_minority_people", 12, "19", "8", 3),
    ],
)
def test_no_more_of_a_group_are_listed_than_live_there(
    group: str, number: int, column: str, whole: str, counted: int
) -> None:
    assert check(**{group: counted}) == ()
    (finding,) = [one for one in check(**{group: counted - 1}) if one.values["number"] == number]
    assert finding.code == "table-exceeds-residents"
    assert finding.values == {
        "village": "Thôn Thượng",
        "number": number,
        "column": column,
        "whole": whole,
        "counted": counted,
        "residents": counted - 1,
    }
    assert (finding.place.village, finding.place.year, finding.place.field) == ("Thôn Thượng", 2023, column)


@pytest.mark.parametrize(("field", "column", "whole"), [("households", "9", "1"), ("people", "16", "5")])
def test_poor_and_near_poor_together_are_at_most_everybody(field: str, column: str, whole: str) -> None:
    assert check(**EVERYBODY) == ()
    (finding,) = check(**EVERYBODY | {field: EVERYBODY[field] - 1})
    assert finding.code == "listed-exceed-residents"
    assert (finding.values["column"], finding.values["whole"], finding.values["village"]) == (
        column,
        whole,
        "Thôn Thượng",
    )


def test_what_a_rate_left_empty_tells_is_not_told_again() -> None:
    assert check(households=1, people=12) == ()
