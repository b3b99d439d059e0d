"""Names and outcomes beside the targets: the closed round against the plan, and the plan of the year before."""

from __future__ import annotations

from decimal import Decimal

import pytest

from povertydesk.poverty.problems import Finding
from povertydesk.poverty.target_outcome import TargetOutcome, total_outcome
from povertydesk.store import villages
from povertydesk.workflow import edit_grid, name_households
from povertydesk.workflow.check_year import check_file
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_grid import CellEntry
from povertydesk.workflow.follow_targets import ListedOpening, follow_targets, read_openings
from tests.workflow.contents import key_of
from tests.workflow.judged_round import Form, seal_year
from tests.workflow.registry import household_of

POOR, NEAR_POOR, ABOVE = Form(120, 4), Form(120, 2), Form(150, 3)
PHI_LONG = "Thôn Phi Long"


@pytest.fixture
def listed(desk: Desk) -> list[str]:
    """Three poor households of one village on the sealed list of 2022."""
    keys = [household_of(desk, village=PHI_LONG) for _ in range(3)]
    seal_year(desk, 2022, dict.fromkeys(keys, POOR))
    return keys


def phi_long(desk: Desk, year: int, **counts: int) -> str:
    row = key_of(desk, PHI_LONG)
    edit_grid.enter_cells(desk, year, [CellEntry(row, name, str(count)) for name, count in counts.items()])
    return row


def told(findings: tuple[Finding, ...], code: str) -> list[dict[str, object]]:
    return [dict(one.values) for one in findings if one.code == code and one.place.village == PHI_LONG]


def test_before_the_round_is_closed_only_names_are_known(desk: Desk, listed: list[str]) -> None:
    name_households.register_households(desk, 2023, listed[:2])
    course = follow_targets(desk, 2023)
    assert course.named == {key_of(desk, PHI_LONG): 2}
    assert course.outcomes == {}


def test_the_closed_round_says_what_came_of_the_plan(desk: Desk, listed: list[str]) -> None:
    row = phi_long(desk, 2023, households=50, reduction=2)
    seal_year(desk, 2023, {listed[0]: POOR, listed[1]: NEAR_POOR, listed[2]: POOR})
    outcome = follow_targets(desk, 2023).outcomes[row]
    assert (outcome.poor_opening, outcome.poor, outcome.near_poor, outcome.reduction) == (3, 2, 1, 1)
    assert (outcome.poor_rate, outcome.percent_of(2)) == (Decimal("4.00"), Decimal("50.00"))
    assert follow_targets(desk, 2023).outcomes[key_of(desk, "Thôn Tân Long")].percent_of(None) is None


def test_a_missed_target_is_told_in_the_year_after(desk: Desk, listed: list[str]) -> None:
    phi_long(desk, 2023, households=50, reduction=2)
    seal_year(desk, 2023, {listed[0]: POOR, listed[1]: ABOVE, listed[2]: POOR})
    expected = [{"village": PHI_LONG, "before": "2023", "planned": 2, "actual": 1}]
    assert told(follow_targets(desk, 2024).findings, "target-before-missed") == expected
    assert told(check_file(desk, 2024), "target-before-missed") == expected
    assert told(follow_targets(desk, 2023).findings, "target-before-missed") == []


def test_a_closing_rate_on_other_residents_is_told(desk: Desk, listed: list[str]) -> None:
    row = phi_long(desk, 2023, households=50)
    phi_long(desk, 2024, households=40)
    seal_year(desk, 2023, dict.fromkeys(listed, POOR))
    course = follow_targets(desk, 2023)
    assert course.outcomes[row].poor_rate == Decimal("7.50")
    expected = [{"village": PHI_LONG, "base": 50, "other": 40}]
    assert told(course.findings, "closing-rate-other-base") == expected


class TestOpenings:
    """What the list sealed the year before says where figures of the opening are missing."""

    @pytest.fixture
    def sealed(self, desk: Desk, listed: list[str]) -> str:
        """The village, once the list of 2023 is sealed too."""
        seal_year(desk, 2023, {listed[0]: POOR, listed[1]: NEAR_POOR, listed[2]: ABOVE})
        return key_of(desk, PHI_LONG)

    def test_the_sealed_list_is_counted_by_village(self, desk: Desk, sealed: str) -> None:
        openings = read_openings(desk, 2024)
        assert openings[sealed] == ListedOpening(poor=1, near_poor=1)
        assert {one for key, one in openings.items() if key != sealed} == {ListedOpening(0, 0)}

    def test_nothing_is_said_where_all_figures_stand(self, desk: Desk, sealed: str) -> None:
        keys = [village.id for village in villages.list_villages(desk.engine)]
        fields = ("poor_opening", "near_poor_opening")
        edit_grid.enter_cells(desk, 2024, [CellEntry(key, field, "0") for key in keys for field in fields])
        assert read_openings(desk, 2024) == {}
        edit_grid.enter_cells(desk, 2024, [CellEntry(keys[0], "near_poor_opening", "")])
        assert set(read_openings(desk, 2024)) == set(keys)

    def test_an_older_list_is_no_opening(self, desk: Desk, sealed: str) -> None:
        assert read_openings(desk, 2025) == {}

    def test_nor_is_a_list_of_another_standard(self, desk: Desk, listed: list[str]) -> None:
        seal_year(desk, 2026, dict.fromkeys(listed, POOR))
        assert read_openings(desk, 2027) == {}


def test_outcomes_add_up() -> None:
    assert total_outcome([]) is None
    whole = total_outcome([TargetOutcome(5, 3, 1, 100), TargetOutcome(7, 8, 0, 50, other_base=True)])
    assert whole == TargetOutcome(12, 11, 1, 150, other_base=True)
    assert whole.percent_of(2) == Decimal("50.00")
    unknown = total_outcome([TargetOutcome(5, 3, 1, 100), TargetOutcome(7, 8, 0)])
    assert unknown is not None
    assert unknown.poor_rate is None
