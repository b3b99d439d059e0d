"""The days on which households left the list, as a list gives them: kept as decisions, never against a sealed round."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

import pytest

from povertydesk.poverty.clock import FixedClock
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import decisions, rounds
from povertydesk.workflow import newly_escaped, review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.import_plan import FieldChange, RowState
from tests.workflow.contents import assert_sound, contents, undo_last
from tests.workflow.lists import INDICATORS, codes, faults, household, listed, planned, taken

POOR, NEAR, NOT = PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.NOT_POOR
HEADINGS = ("Mã hộ", "Thôn", "Họ tên chủ hộ", "Năm sinh", "Ngày thoát nghèo", "Ngày thoát cận nghèo")
HOUSEHOLD = ("01", "Thôn Minh Long", "Nguyễn Văn Mẫu", 1980)
STANDARD = "2022-2026"
MAY, JUNE = datetime.date(2023, 5, 10), datetime.date(2023, 6, 20)
ONE_DAY = datetime.timedelta(days=1)


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """The desk at the end of the year whose days are given."""
    desk.program.clock = FixedClock(datetime.datetime(2023, 12, 20, 12, tzinfo=datetime.UTC))
    return desk


def a_list(folder: Path, *days: str | None, more: Sequence[tuple[str, str | int]] = (), name: str = "ho.xlsx") -> Path:
    left = (*days, *[None] * (2 - len(days)))
    titles, cells = tuple(title for title, _ in more), tuple(cell for _, cell in more)
    return listed(folder, (*HEADINGS, *titles), (*HOUSEHOLD, *left, *cells), name=name)


def status_on(desk: Desk, day: datetime.date, standard: str = STANDARD) -> PovertyStatus | None:
    return decisions.statuses_on(desk.engine, standard, day).get(household(desk, "01").id)


def a_sealed_round(desk: Desk, folder: Path, year: int, b1: int, marked: int) -> None:
    marks = ("x",) * marked + (None,) * (len(INDICATORS) - marked)
    path = listed(
        folder, (*HEADINGS[:4], "B1", "B2", *INDICATORS), (*HOUSEHOLD, b1, 10 * marked, *marks), name=f"{year}.xlsx"
    )
    taken(desk, path, year)
    (of_round,) = rounds.list_rounds(desk.engine, year)
    review_rounds.close_round(desk, of_round.id, datetime.date(year, 12, 10))


@pytest.mark.parametrize(("place", "before"), [(0, POOR), (1, NEAR)])
def test_a_household_was_on_the_list_until_the_day_and_above_it_from_then(
    desk: Desk, tmp_path: Path, place: int, before: PovertyStatus
) -> None:
    days = ["10/05/2023", None] if place == 0 else [None, "10/05/2023"]
    taken(desk, a_list(tmp_path, *days))
    found = [status_on(desk, MAY + offset * ONE_DAY) for offset in (-2, -1, 0, 400)]
    assert found == [None, before, NOT, NOT]
    (escaped,) = newly_escaped.list_newly_escaped(desk, datetime.date(2024, 1, 1)).households
    assert (escaped.code, escaped.standard, escaped.escape.left, escaped.escape.left_on) == (
        "01",
        STANDARD,
        before,
        MAY,
    )
    assert_sound(desk)


def test_from_poor_to_near_poor_to_above(desk: Desk, tmp_path: Path) -> None:
    taken(desk, a_list(tmp_path, "10/05/2023", "20/06/2023"))
    days = [MAY - ONE_DAY, MAY, JUNE - ONE_DAY, JUNE]
    assert [status_on(desk, day) for day in days] == [POOR, NEAR, NEAR, NOT]
    (escaped,) = newly_escaped.list_newly_escaped(desk, JUNE).households
    assert (escaped.escape.left, escaped.escape.left_on) == (NEAR, JUNE)


def test_who_the_list_calls_near_poor_left_poverty_only(desk: Desk, tmp_path: Path) -> None:
    taken(desk, a_list(tmp_path, "10/05/2023", more=[("Kết quả rà soát", "Hộ cận nghèo")]))
    assert [status_on(desk, day) for day in (MAY - ONE_DAY, MAY)] == [POOR, NEAR]
    assert newly_escaped.list_newly_escaped(desk, JUNE).households == ()


def test_the_standard_is_that_of_the_day(desk: Desk, tmp_path: Path) -> None:
    taken(desk, a_list(tmp_path, "15/11/2020"))
    day = datetime.date(2020, 11, 15)
    assert [status_on(desk, one, "2016-2021") for one in (day - ONE_DAY, day)] == [POOR, NOT]
    assert status_on(desk, day) is None


def test_a_second_import_changes_nothing_and_undo_takes_it_back(desk: Desk, tmp_path: Path) -> None:
    taken(desk, a_list(tmp_path, name="truoc.xlsx"))
    before = contents(desk)
    path = a_list(tmp_path, "10/05/2023", "20/06/2023")
    plan = planned(desk, path)
    assert plan.rows[0].changes == (
        FieldChange("left_poverty_on", None, "10/05/2023"),
        FieldChange("left_near_poverty_on", None, "20/06/2023"),
    )
    taken(desk, path)
    after = contents(desk)
    again = planned(desk, path)
    assert (again.rows[0].state, again.findings) == (RowState.UNCHANGED, ())
    assert contents(desk) == after != before
    undo_last(desk)
    assert contents(desk) == before


@pytest.mark.parametrize(
    ("days", "code", "column"),
    [
        (("10/05/2199", None), "left-list-in-future", "E – Ngày thoát nghèo"),
        ((None, "10/05/2199"), "left-list-in-future", "F – Ngày thoát cận nghèo"),
        (("20/06/2023", "10/05/2023"), "left-list-days-contradict", "F – Ngày thoát cận nghèo"),
        (("10/05/2023", "10/05/2023"), "left-list-days-contradict", "F – Ngày thoát cận nghèo"),
        (("không rõ", None), "cell-not-a-date", "E – Ngày thoát nghèo"),
    ],
)
def test_a_day_that_cannot_be_keeps_the_household_out(
    desk: Desk, tmp_path: Path, days: tuple[str | None, ...], code: str, column: str
) -> None:
    plan = planned(desk, a_list(tmp_path, *days))
    assert faults(plan) == [(code, 2, column)]
    assert plan.counts == (1, 0, 0, 0, 1)


def test_a_day_that_no_standard_covers_is_told_and_not_kept(desk: Desk, tmp_path: Path) -> None:
    path = a_list(tmp_path, "10/05/1995")
    assert "left-list-without-standard" in codes(planned(desk, path))
    taken(desk, path)
    assert decisions.list_all_decisions(desk.engine) == ()


def test_a_day_after_the_sealed_round_ends_what_it_decided(desk: Desk, tmp_path: Path) -> None:
    a_sealed_round(desk, tmp_path, 2022, 120, 4)
    path = a_list(tmp_path, "10/05/2023")
    assert codes(planned(desk, path)) == set()
    taken(desk, path)
    sealed = datetime.date(2022, 12, 10)
    assert [status_on(desk, day) for day in (sealed, MAY - ONE_DAY, MAY)] == [POOR, POOR, NOT]
    assert len(decisions.list_all_decisions(desk.engine)) == 2
    assert planned(desk, path).counts.unchanged == 1


@pytest.mark.parametrize(
    ("b1", "marked", "days", "values"),
    [
        (120, 4, ("10/12/2022", None), {"declared": "poor", "on": "10/12/2022", "found": "poor"}),
        (160, 0, (None, "10/05/2023"), {"declared": "near_poor", "on": "09/05/2023", "found": "not_poor"}),
        (120, 4, (None, "10/05/2023"), {"declared": "near_poor", "on": "09/05/2023", "found": "poor"}),
    ],
)
def test_what_a_sealed_round_decided_stays(
    desk: Desk, tmp_path: Path, b1: int, marked: int, days: tuple[str | None, ...], values: dict[str, str]
) -> None:
    a_sealed_round(desk, tmp_path, 2022, b1, marked)
    kept = decisions.list_all_decisions(desk.engine)
    path = a_list(tmp_path, *days)
    (told,) = [one for one in planned(desk, path).findings if one.code == "left-list-differs"]
    assert values.items() <= told.values.items()
    taken(desk, path)
    assert decisions.list_all_decisions(desk.engine) == kept


def test_nothing_is_added_to_the_time_of_a_sealed_round(desk: Desk, tmp_path: Path) -> None:
    a_sealed_round(desk, tmp_path, 2022, 120, 4)
    kept = decisions.list_all_decisions(desk.engine)
    path = a_list(tmp_path, "10/05/2022")
    (told,) = [one for one in planned(desk, path).findings if one.code.startswith("left-list")]
    assert (told.code, told.values) == ("left-list-before-sealed", {"day": "10/05/2022", "sealed": "10/12/2022"})
    taken(desk, path)
    assert decisions.list_all_decisions(desk.engine) == kept


def test_where_a_household_came_from_is_no_recognition_in_the_year(desk: Desk, tmp_path: Path) -> None:
    taken(desk, a_list(tmp_path, "10/05/2023"))
    begin, end = datetime.date(2022, 12, 31), datetime.date(2023, 12, 31)
    found = decisions.list_in_year_decisions(desk.engine, STANDARD, begin, end)
    assert [(one.status, one.from_on) for one in found] == [(NOT, MAY)]
