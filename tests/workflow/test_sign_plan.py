"""A signed plan locks what it says of villages and targets, whichever way a change comes."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from functools import partial

import pytest

from povertydesk.poverty.allocation import AllocationBasis
from povertydesk.poverty.plan import ServiceTarget
from povertydesk.poverty.problems import KnownError
from povertydesk.workflow import history, record_villages, set_targets
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.draft_plan import edit_plan, edit_services
from povertydesk.workflow.edit_grid import CellEntry, enter_cells
from povertydesk.workflow.edit_indicators import IndicatorEntry, enter_indicators
from povertydesk.workflow.former_years import FORMER_FIELDS, PLANNED_FIELDS, FormerEntry, enter_former_figures
from povertydesk.workflow.set_indicator_targets import set_indicator
from povertydesk.workflow.sign_plan import LOCKED_FIELDS, mark_signed, plan_signed_on, reopen_plan

YEAR = 2023


@pytest.fixture
def village(empty: Desk) -> str:
    record_villages.add_villages(empty, ["Thôn Một"])
    key = record_villages.read_villages(empty, YEAR).rows[0][0].id
    enter_cells(empty, YEAR, [CellEntry(key, "households", "100"), CellEntry(key, "poor_opening", "10")])
    return key


@pytest.fixture
def signed(empty: Desk, village: str) -> str:
    edit_plan(empty, YEAR, number="12", issued_on=datetime.date(2023, 1, 5))
    mark_signed(empty, YEAR)
    return village


def last_operation(desk: Desk) -> int:
    return max(operation.number for operation in history.list_history(desk))


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        act()
    return caught.value.code


def test_a_plan_without_number_is_not_signed(empty: Desk, village: str) -> None:
    assert refused(lambda: mark_signed(empty, YEAR)) == "plan-without-number"
    edit_plan(empty, YEAR, number="12")
    assert refused(lambda: mark_signed(empty, YEAR)) == "plan-without-number"
    assert plan_signed_on(empty, YEAR) is None


@pytest.mark.parametrize("field", sorted(LOCKED_FIELDS))
def test_no_figure_of_a_signed_plan_is_typed_over(empty: Desk, signed: str, field: str) -> None:
    assert refused(lambda: enter_cells(empty, YEAR, [CellEntry(signed, field, "1")])) == "plan-signed"
    assert enter_cells(empty, YEAR + 1, [CellEntry(signed, field, "1")])


def test_households_go_on_registering_after_the_signature(empty: Desk, signed: str) -> None:
    enter_cells(empty, YEAR, [CellEntry(signed, "registered", "4")])
    assert set_targets.read_grid(empty, YEAR).total.registered == 4


def test_nothing_is_shared_out_or_undone_under_a_signed_plan(empty: Desk, village: str) -> None:
    set_targets.set_assigned_reduction(empty, YEAR, 3)
    assigning = last_operation(empty)
    edit_plan(empty, YEAR, number="12", issued_on=datetime.date(2023, 1, 5))
    mark_signed(empty, YEAR)
    assert refused(lambda: set_targets.allocate_targets(empty, YEAR, 3, AllocationBasis.POOR)) == "plan-signed"
    assert refused(lambda: set_targets.set_assigned_reduction(empty, YEAR, 4)) == "plan-signed"
    assert refused(lambda: history.undo(empty, str(assigning))) == "plan-signed"
    reopen_plan(empty, YEAR)
    history.undo(empty, str(assigning))
    assert set_targets.read_grid(empty, YEAR).assigned_reduction is None


def test_a_village_of_a_signed_plan_stays(empty: Desk, signed: str) -> None:
    record_villages.add_villages(empty, ["Thôn Hai"])
    other = record_villages.read_villages(empty, YEAR).rows[1][0].id
    assert refused(lambda: record_villages.remove_village(empty, signed)) == "plan-signed"
    record_villages.remove_village(empty, other)
    assert [village.id for village, _ in record_villages.read_villages(empty, YEAR).rows] == [signed]
    reopen_plan(empty, YEAR)
    record_villages.remove_village(empty, signed)
    assert not record_villages.read_villages(empty, YEAR).rows


def test_no_village_comes_to_a_signed_plan(empty: Desk, signed: str) -> None:
    assert refused(lambda: enter_cells(empty, YEAR, [CellEntry("new-0", "village", "Thôn Hai")])) == "plan-signed"
    assert set_targets.read_grid(empty, YEAR).total.households == 100
    below = [CellEntry("new-0", "village", "Tổng cộng"), CellEntry("new-0", "registered", "4")]
    assert enter_cells(empty, YEAR, [CellEntry(signed, "registered", "4"), *below])
    assert enter_cells(empty, YEAR + 1, [CellEntry("new-0", "village", "Thôn Hai")])


def test_what_was_changed_before_the_signature_is_not_undone_after_it(empty: Desk, village: str) -> None:
    acts = {}
    enter_cells(empty, YEAR, [CellEntry(village, "unit_group", "Cụm Một")])
    acts["unit"] = last_operation(empty)
    enter_indicators(empty, YEAR, [IndicatorEntry("toilet", "target", "95", YEAR)])
    acts["indicator"] = last_operation(empty)
    enter_cells(empty, YEAR, [CellEntry("new-0", "village", "Thôn Hai"), CellEntry("new-0", "households", "50")])
    other = record_villages.read_villages(empty, YEAR).rows[1][0].id
    record_villages.remove_village(empty, other)
    acts["removal"] = last_operation(empty)
    enter_cells(empty, YEAR, [CellEntry(village, "reduction", "2")])
    enter_cells(empty, YEAR, [CellEntry(village, "registered", "3")])
    registering = last_operation(empty)
    edit_plan(empty, YEAR, number="12", issued_on=datetime.date(2023, 1, 5))
    mark_signed(empty, YEAR)
    for name, number in acts.items():
        assert refused(partial(history.undo, empty, str(number))) == "plan-signed", name
    assert history.undo(empty, str(registering))
    reopen_plan(empty, YEAR)
    for number in reversed(acts.values()):
        assert history.undo(empty, str(number))


def test_what_an_indicator_reached_is_taken_back_under_a_signed_plan(empty: Desk, village: str) -> None:
    enter_indicators(empty, YEAR, [IndicatorEntry("toilet", "target", "95", YEAR)])
    enter_indicators(empty, YEAR, [IndicatorEntry("toilet", "actual", "90", YEAR)])
    reaching = last_operation(empty)
    edit_plan(empty, YEAR, number="12", issued_on=datetime.date(2023, 1, 5))
    mark_signed(empty, YEAR)
    assert history.undo(empty, str(reaching))


@pytest.mark.parametrize("field", FORMER_FIELDS)
def test_looking_back_only_what_the_plan_does_not_say_is_entered(empty: Desk, signed: str, field: str) -> None:
    entry = FormerEntry(signed, YEAR, field, "7")
    if field in PLANNED_FIELDS:
        assert refused(lambda: enter_former_figures(empty, [entry])) == "plan-signed"
    else:
        assert enter_former_figures(empty, [entry])
    assert enter_former_figures(empty, [entry._replace(year=YEAR - 1)])


def test_marking_itself_is_undone(empty: Desk, signed: str) -> None:
    history.undo(empty, str(last_operation(empty)))
    assert plan_signed_on(empty, YEAR) is None
    enter_cells(empty, YEAR, [CellEntry(signed, "reduction", "2")])
    assert set_targets.read_grid(empty, YEAR).total.reduction == 2


def test_the_plans_own_targets_are_fixed_as_well(empty: Desk, village: str) -> None:
    edit_plan(empty, YEAR, number="12", issued_on=datetime.date(2023, 1, 5))
    edit_plan(empty, YEAR, income_target_vnd=1_700_000)
    earning = last_operation(empty)
    mark_signed(empty, YEAR)
    assert refused(lambda: edit_plan(empty, YEAR, income_target_vnd=1_800_000)) == "plan-signed"
    assert refused(lambda: edit_services(empty, YEAR, [ServiceTarget("toilet", Decimal(95))])) == "plan-signed"
    assert refused(lambda: set_indicator(empty, YEAR, "jobs", target=5)) == "plan-signed"
    assert refused(lambda: history.undo(empty, str(earning))) == "plan-signed"
    assert set_indicator(empty, YEAR, "jobs", actual=5)
    assert edit_plan(empty, YEAR, archive="VT")
