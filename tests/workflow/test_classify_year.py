from __future__ import annotations

import pytest

from povertydesk.legislation.questionnaires import B1_TOTAL, INCOME
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.poverty.review import RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import villages
from povertydesk.store.households import NewHousehold, add_households
from povertydesk.workflow import draft_plan, edit_grid, review_rounds
from povertydesk.workflow.classify_year import classify_year
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_grid import CellEntry
from tests.workflow.contents import key_of, names
from tests.workflow.registry import day
from tests.workflow.reviewed import amount, enter, fill_in, indicators, judged, open_round


def test_residents_beside_poor_and_near_poor_are_not_poor(desk: Desk) -> None:
    key = key_of(desk, "Thôn Minh Long")
    edit_grid.enter_cells(desk, 2023, [CellEntry(key, "near_poor_opening", "30"), CellEntry(key, "people", "931")])
    row = classify_year(desk, 2023).rows[0]
    assert (row.resident_households, row.resident_people) == (221, 931)
    assert (row.poor, row.near_poor, row.not_poor) == (14, 30, 177)


def test_totals_and_openings_are_those_of_the_plan(desk: Desk) -> None:
    printed, result = draft_plan.plan_contents(desk, 2023), classify_year(desk, 2023)
    total = result.total
    assert (printed.near_poor, printed.near_poor_people) == (218, 957)
    assert (total.poor, total.near_poor, total.not_poor, total.unclassified) == (208, 218, 1092, 0)
    assert total.resident_people == printed.people
    assert result.poor_people_flow.opening == printed.poor_people
    assert (result.near_poor_flow.opening, result.near_poor_flow.closing) == (218, 218)
    assert (result.near_poor_people_flow.opening, result.near_poor_people_flow.closing) == (957, 957)


def test_where_near_poor_is_not_known_the_others_are_unclassified(desk: Desk) -> None:
    row = classify_year(desk, 2023).rows[0]
    assert (row.poor, row.near_poor, row.not_poor, row.unclassified) == (14, None, None, 207)
    profile = draft_plan.read_profile(desk, 2023)
    draft_plan.edit_profile(desk, profile._replace(near_poor=None, near_poor_people=None))
    result = classify_year(desk, 2023)
    assert (result.total.near_poor, result.total.not_poor, result.total.unclassified) == (None, None, 1310)
    assert result.near_poor_flow.opening is result.near_poor_flow.closing is None


def test_a_village_whose_poor_are_not_known_is_unclassified_and_told(desk: Desk) -> None:
    key = key_of(desk, "Thôn Minh Long")
    edit_grid.enter_cells(desk, 2023, [CellEntry(key, "poor_opening", "")])
    result = classify_year(desk, 2023)
    row = result.rows[0]
    assert (row.poor, row.near_poor, row.not_poor, row.unclassified) == (None, None, None, 221)
    assert (result.total.poor, result.poor_flow.opening) == (None, None)
    (finding,) = [one for one in result.findings if one.code == "opening-poor-missing"]
    assert finding.values == {"village": "Thôn Minh Long"}


def test_unknown_near_poor_households_are_told(desk: Desk) -> None:
    notes = {one.code: one for one in classify_year(desk, 2023).findings}
    assert notes["near-poor-not-known"].values == {"villages": ", ".join(names(desk))}
    assert notes["near-poor-not-known"].severity is Severity.WARNING
    keys = [key_of(desk, name) for name in names(desk)]
    counts = ["36", "36", "36", "36", "36", "38"]
    cells = [CellEntry(key, "near_poor_opening", count) for key, count in zip(keys, counts, strict=True)]
    edit_grid.enter_cells(desk, 2023, cells)
    assert [one.code for one in classify_year(desk, 2023).findings] == [
        "classified-from-opening-figures",
        "law-not-verified",
    ]


def test_a_village_without_figures_counts_nobody(desk: Desk) -> None:
    edit_grid.enter_cells(desk, 2023, [CellEntry("new", "village", "Thôn Mới")])
    row = classify_year(desk, 2023).rows[-1]
    assert (row.village, row.resident_households, row.poor, row.not_poor) == ("Thôn Mới", None, None, None)
    assert row.unclassified is None
    assert classify_year(desk, 2023).total.resident_households is None


def test_registered_households_without_a_judgement_are_unclassified(desk: Desk) -> None:
    key = key_of(desk, "Thôn Phi Long")
    people = [NewHousehold(key, f"{number:05d}", "Bùi Thị Mẫu", 4) for number in range(3)]
    with desk.operation("add-practice-households", households=3) as act:
        add_households(act.writer, people)
    keys = [key_of(desk, name) for name in names(desk)]
    edit_grid.enter_cells(desk, 2023, [CellEntry(key, "near_poor_opening", "3") for key in keys])
    result = classify_year(desk, 2023)
    assert (result.rows[2].households, result.rows[2].people, result.rows[2].unclassified) == (3, 12, 3)
    assert (result.total.households, result.total.unclassified) == (3, 3)


def test_flows_begin_and_end_with_the_opening(desk: Desk) -> None:
    keys = [key_of(desk, name) for name in names(desk)]
    edit_grid.enter_cells(desk, 2023, [CellEntry(key, "near_poor_opening", "3") for key in keys])
    result = classify_year(desk, 2023)
    assert (result.poor_flow.opening, result.poor_flow.closing) == (208, 208)
    assert (result.near_poor_flow.opening, result.near_poor_flow.closing) == (18, 18)


@pytest.mark.parametrize(("year", "ruleset"), [(2016, "2016-2021"), (2021, "2016-2021"), (2026, "2022-2026")])
def test_the_rules_are_those_of_the_year(desk: Desk, year: int, ruleset: str) -> None:
    assert classify_year(desk, year).ruleset == ruleset


@pytest.mark.parametrize("year", [2015, 2031])
def test_a_year_without_law_is_refused(desk: Desk, year: int) -> None:
    with pytest.raises(KnownError, match="no-standard-on-date"):
        classify_year(desk, year)


def test_households_of_an_open_round_are_counted_and_what_is_open_is_told(desk: Desk) -> None:
    village = key_of(desk, "Thôn Phi Long")
    keys = [enter(desk, village, f"{number:03d}", 3) for number in range(1, 6)]
    of_round = open_round(desk, 2023)
    fill_in(desk, of_round, keys[0], {**indicators(desk, 3), B1_TOTAL: amount(140)}, declared=PovertyStatus.NEAR_POOR)
    fill_in(desk, of_round, keys[1], {**indicators(desk, 2), B1_TOTAL: amount(140)})
    fill_in(desk, of_round, keys[2], {**indicators(desk, 2), B1_TOTAL: amount(141)})
    fill_in(desk, of_round, keys[3], {}, declared=PovertyStatus.POOR)
    result = classify_year(desk, 2023)
    row = next(one for one in result.rows if one.village == "Thôn Phi Long")
    assert (row.households, row.people, row.poor, row.near_poor, row.unclassified) == (5, 15, 2, 1, 1)
    assert row.resident_households is not None
    assert row.not_poor == row.resident_households - 4
    other = next(one for one in result.rows if one.village == "Thôn Minh Long")
    assert (other.households, other.poor, other.not_poor) == (0, 0, other.resident_households)
    assert result.from_households
    codes = {one.code for one in result.findings}
    assert codes >= {"declared-status-contradicts-rules", "declared-status-not-judged", "households-unclassified"}
    assert {"round-still-open", "unknown-history"} <= codes
    assert result.total.poor == sum(one.poor or 0 for one in result.rows) == 2


def test_more_reviewed_than_residents_count_only_the_reviewed(desk: Desk) -> None:
    village = key_of(desk, "Thôn Phi Long")
    keys = [enter(desk, village, f"{number:03d}", 3) for number in range(1, 4)]
    with desk.operation("enter-figures", cells=1, year=2023, place="") as act:
        villages.write_figures(act.writer, village, 2023, {"households": 2})
    of_round = open_round(desk, 2023)
    for key in keys:
        fill_in(desk, of_round, key, {**indicators(desk, 0), B1_TOTAL: amount(141)})
    result = classify_year(desk, 2023)
    row = next(one for one in result.rows if one.village == "Thôn Phi Long")
    assert (row.not_poor, row.poor) == (3, 0)
    (error,) = [one for one in result.findings if one.code == "reviewed-exceed-residents"]
    assert (error.severity, error.values) == (Severity.ERROR, {"reviewed": 3, "residents": 2})


def test_a_year_without_a_round_counts_the_decisions_in_force(desk: Desk) -> None:
    key = enter(desk, key_of(desk, "Thôn Phi Long"), "001", 3)
    of_round = open_round(desk, 2022)
    fill_in(desk, of_round, key, {**indicators(desk, 3), B1_TOTAL: amount(140)})
    judged(desk, of_round)
    review_rounds.close_round(desk, of_round.id, day(12, 10, 2022))
    result = classify_year(desk, 2023)
    assert (result.total.poor, result.poor_flow.opening) == (1, 1)
    assert "classified-from-decisions" in {one.code for one in result.findings}


def test_answers_held_against_the_next_standard_are_a_what_if_without_flows(desk: Desk) -> None:
    village = key_of(desk, "Thôn Phi Long")
    keys = [enter(desk, village, f"{number:03d}", 3) for number in range(1, 3)]
    of_round = open_round(desk, 2026)
    both = {**indicators(desk, 3), **indicators(desk, 3, "2027-2030")}
    fill_in(desk, of_round, keys[0], {**both, INCOME: amount(2_200_000)})
    fill_in(desk, of_round, keys[1], {**both, B1_TOTAL: amount(140)})
    result = classify_year(desk, 2026, "2027-2030")
    assert (result.ruleset, result.total.poor, result.total.unclassified) == ("2027-2030", 1, 1)
    codes = {one.code for one in result.findings}
    assert {"judged-under-other-standard", "not-judged-under-standard"} <= codes
    assert result.poor_flow.opening is None
    transition = open_round(desk, 2026, RoundKind.TRANSITION, month=11)
    fill_in(desk, transition, keys[1], {**indicators(desk, 0, "2027-2030"), INCOME: amount(2_200_000)})
    opening_list = classify_year(desk, 2026, "2027-2030")
    assert (opening_list.total.near_poor, opening_list.total.poor) == (1, 0)
    assert "judged-under-other-standard" not in {one.code for one in opening_list.findings}
    with pytest.raises(KnownError, match="standard-not-on-date"):
        classify_year(desk, 2026, "2016-2021")


def test_a_year_nothing_is_known_of_has_no_rows(desk: Desk) -> None:
    result = classify_year(desk, 2019)
    assert (result.rows, result.total.poor, result.total.unclassified) == ((), 0, 0)


def test_a_typed_opening_stands_behind_an_older_round_but_not_behind_last_years(desk: Desk) -> None:
    key = enter(desk, key_of(desk, "Thôn Phi Long"), "001", 3)
    of_round = open_round(desk, 2022)
    fill_in(desk, of_round, key, {**indicators(desk, 3), B1_TOTAL: amount(140)})
    judged(desk, of_round)
    review_rounds.close_round(desk, of_round.id, day(12, 10, 2022))
    with desk.operation("enter-figures", cells=1, year=2024, place="") as act:
        villages.write_figures(act.writer, key_of(desk, "Thôn Phi Long"), 2024, {"households": 50, "poor": 7})
    typed = classify_year(desk, 2024)
    assert not typed.from_households
    assert typed.rows[2].poor == 7
    assert classify_year(desk, 2023).from_households


def test_results_that_the_forms_no_longer_give_are_told(desk: Desk) -> None:
    key = enter(desk, key_of(desk, "Thôn Phi Long"), "001", 3)
    of_round = open_round(desk, 2023)
    fill_in(desk, of_round, key, {**indicators(desk, 3), B1_TOTAL: amount(140)})
    (told,) = [one for one in classify_year(desk, 2023).findings if one.code == "results-not-up-to-date"]
    assert told.values == {"households": 1}
    judged(desk, of_round)
    assert "results-not-up-to-date" not in {one.code for one in classify_year(desk, 2023).findings}
