"""What `check` says of the course of a year and of its official tables, drawn from the records."""

from __future__ import annotations

import datetime

import pytest

from povertydesk.poverty.review import RoundKind
from povertydesk.store import villages
from povertydesk.workflow import review_rounds
from povertydesk.workflow.check_tables import table_findings
from povertydesk.workflow.check_year import check_file
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.official_tables import read_year_tables
from tests.workflow.contents import key_of

MINH_LONG = "Thôn Minh Long"


def figures(desk: Desk, year: int, **counts: int) -> None:
    with desk.operation("fill-sample", year=year) as act:
        villages.write_figures(act.writer, key_of(desk, MINH_LONG), year, counts)


def counted(desk: Desk, number: int, column: str) -> int:
    value = read_year_tables(desk, 2023).table(number).cell(column, key_of(desk, MINH_LONG)).value
    assert value is not None
    return int(value)


@pytest.mark.parametrize(
    ("field", "number", "column", "code"),
    [
        ("poor", 2, "9", "poor-opening-differs-from-list"),
        ("near_poor", 3, "9", "near-poor-opening-differs-from-list"),
        ("poor_people", 12, "16", "poor-people-opening-differs-from-list"),
        ("near_poor_people", 13, "16", "near-poor-people-opening-differs-from-list"),
    ],
)
def test_what_a_year_closes_with_the_next_one_opens_with(
    full_sample: Desk, field: str, number: int, column: str, code: str
) -> None:
    closed = counted(full_sample, number, column)
    figures(full_sample, 2024, **{field: closed})
    assert table_findings(full_sample, 2024) == ()
    figures(full_sample, 2024, **{field: closed + 1})
    (finding,) = table_findings(full_sample, 2024)
    assert finding.code == code
    assert finding.values == {"village": MINH_LONG, "typed": closed + 1, "listed": closed}
    for year in (None, 2024):
        assert finding in check_file(full_sample, year)


def test_more_than_live_there_are_told_of_a_sealed_year(full_sample: Desk) -> None:
    listed = counted(full_sample, 12, "9") + counted(full_sample, 13, "9")
    figures(full_sample, 2023, households=listed)
    assert "listed-exceed-residents" not in codes(full_sample)
    figures(full_sample, 2023, households=listed - 1, kinh_households=0)
    assert {"listed-exceed-residents", "table-formula-differs"} <= codes(full_sample)


def test_rates_without_a_base_are_told_of_a_sealed_year(full_sample: Desk) -> None:
    figures(full_sample, 2023, households=0)
    found = [one for one in check_file(full_sample, 2023) if one.code.startswith("table-rate")]
    assert {one.values["number"] for one in found} == {1, 12, 13}
    assert {one.values["villages"] for one in found} == {MINH_LONG}


def test_as_long_as_a_round_is_open_its_closing_is_not_held_against_anything(full_sample: Desk) -> None:
    review_rounds.open_round(full_sample, 2024, RoundKind.ANNUAL, datetime.date(2024, 9, 1))
    assert table_findings(full_sample, 2024) == ()


def test_a_year_without_a_course_has_nothing_to_check(desk: Desk) -> None:
    assert table_findings(desk, 2023) == ()


def codes(desk: Desk) -> set[str]:
    return {one.code for one in check_file(desk, 2023)}
