"""Columns, filters, limits, percentage points and the lock of the target grid, by keys."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from povertydesk.poverty.allocation import VillageLimits
from povertydesk.poverty.problems import Severity
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.preferences import Preferences
from povertydesk.ui.targets.page import TargetsPage
from povertydesk.ui.targets.shown_columns import CHOICES, USUAL, ShownColumns
from povertydesk.workflow import edit_grid, set_targets
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.draft_plan import edit_plan
from povertydesk.workflow.edit_grid import CellEntry
from povertydesk.workflow.follow_targets import follow_targets
from tests.ui.grid_sight import marked, shown_column, shown_total, stand_on, targets_page
from tests.ui.hands import ALT, CONTROL, SHIFT, Hands
from tests.workflow.judged_round import Form, seal_year
from tests.workflow.registry import household_of

PHI_LONG = "Thôn Phi Long"


@pytest.fixture
def page(window: MainWindow) -> TargetsPage:
    return targets_page(window)


def keys_shown(page: TargetsPage) -> set[str]:
    return {column.key for column in page.table.columns} - {"serial", "village"}


class TestColumns:
    def test_a_column_is_chosen_by_keys_and_stays_chosen(
        self, page: TargetsPage, hands: Hands, preferences: Preferences
    ) -> None:
        assert keys_shown(page) == set(USUAL)
        hands.alt(Qt.Key.Key_T)
        menu = page.column_menu.menu()
        menu.setActiveAction(next(one for one in menu.actions() if one.text() == "Giảm cận nghèo"))
        hands.enter()
        assert keys_shown(page) == {*USUAL, "near_poor_reduction"}
        assert ShownColumns(preferences).keys == {*USUAL, "near_poor_reduction"}

    def test_the_usual_columns_come_back(self, preferences: Preferences) -> None:
        columns = ShownColumns(preferences)
        columns.toggle(*USUAL)
        assert columns.keys == set()
        assert ShownColumns(preferences).keys == set()
        columns.reset()
        assert ShownColumns(preferences).keys == set(USUAL)

    def test_every_column_has_its_words_and_its_value(self, page: TargetsPage) -> None:
        page._columns.toggle(*CHOICES)
        page._columns.toggle(*(set(CHOICES) - page._columns.keys))
        page.entries.show_columns()
        assert keys_shown(page) == set(CHOICES)
        assert all(column.title for column in page.table.columns)
        assert shown_column(page, "near_poor_rate_closing") == [""] * 6


class TestFilter:
    def test_lines_are_found_and_all_come_back(self, page: TargetsPage, hands: Hands) -> None:
        stand_on(page, 0, "poor_opening")
        hands.press(Qt.Key.Key_Down, ALT)
        assert page.filter_bar.editor.hasFocus()
        hands.write(">40")
        assert shown_column(page, "village") == [PHI_LONG, "Thôn Vân Ngọc", "Thôn Cao Long"]
        assert page.filter_bar.count.text() == "3/6 dòng"
        assert shown_total(page, "poor_opening") == "208"
        hands.enter()
        assert page.view.hasFocus()
        stand_on(page, 1, "village")
        hands.press(Qt.Key.Key_L, CONTROL | SHIFT)
        hands.compose("phi")
        assert shown_column(page, "village") == [PHI_LONG]
        assert page.filter_bar.count.text() == "1/6 dòng · còn lọc 1 cột khác"
        hands.press(Qt.Key.Key_Escape)
        assert len(shown_column(page, "village")) == 6
        assert not page.filter_bar.isVisible()
        assert page.view.hasFocus()

    def test_words_with_marks_are_typed_by_unikey(self, page: TargetsPage, hands: Hands) -> None:
        stand_on(page, 0, "village")
        hands.press(Qt.Key.Key_Down, ALT)
        hands.write("Vân")
        assert page.filter_bar.editor.text() == "Vân"
        assert shown_column(page, "village") == ["Thôn Vân Ngọc"]

    def test_what_is_typed_into_filtered_lines_is_kept_in_theirs(
        self, page: TargetsPage, desk: Desk, hands: Hands
    ) -> None:
        stand_on(page, 0, "poor_opening")
        hands.press(Qt.Key.Key_Down, ALT)
        hands.write(">50")
        hands.enter()
        stand_on(page, 0, "registered")
        hands.write("9")
        hands.enter()
        kept = {row.village: row.registered for row in set_targets.read_grid(desk, 2023).rows}
        assert {name for name, count in kept.items() if count is not None} == {"Thôn Vân Ngọc"}


class TestSharingOut:
    def test_fixed_and_limited_villages_keep_to_it(
        self, qtbot: QtBot, page: TargetsPage, desk: Desk, hands: Hands, sentence: Callable[..., str]
    ) -> None:
        stand_on(page, 2, "reduction")
        hands.press(Qt.Key.Key_F4)
        key = page.table.row_id(2)
        assert set_targets.read_limits(desk, 2023) == {key: VillageLimits(fixed=8)}
        qtbot.waitUntil(lambda: marked(page).get((2, "reduction")) is Severity.NOTE)
        hands.alt(Qt.Key.Key_G)
        qtbot.waitUntil(lambda: {"least", "most", "fixed"} <= keys_shown(page))
        stand_on(page, 0, "most")
        hands.write("3")
        hands.enter()
        hands.alt(Qt.Key.Key_C)
        hands.retype("60")
        hands.alt(Qt.Key.Key_P)
        qtbot.waitUntil(lambda: shown_total(page, "reduction") == "60")
        assert (shown_column(page, "reduction")[0], shown_column(page, "reduction")[2]) == ("3", "8")
        qtbot.waitUntil(lambda: "8 (=)" in page.reasons.text() and "3 (*)" in page.reasons.text())
        stand_on(page, 2, "reduction")
        hands.press(Qt.Key.Key_F4)
        assert key not in set_targets.read_limits(desk, 2023)

    def test_limits_that_cross_stay_in_sight(
        self, qtbot: QtBot, page: TargetsPage, desk: Desk, hands: Hands, sentence: Callable[..., str]
    ) -> None:
        hands.alt(Qt.Key.Key_G)
        qtbot.waitUntil(lambda: "least" in keys_shown(page))
        stand_on(page, 0, "least")
        hands.write("5")
        hands.tab()
        hands.write("3")
        hands.enter()
        assert page.notice.sentence == sentence("limits-of-line-cross")
        assert shown_column(page, "most")[0] == "3"
        assert set_targets.read_limits(desk, 2023) == {page.table.row_id(0): VillageLimits(least=5)}
        qtbot.waitUntil(lambda: marked(page).get((0, "most")) is Severity.ERROR)

    def test_percentage_points_become_households(self, page: TargetsPage, desk: Desk, hands: Hands) -> None:
        hands.alt(Qt.Key.Key_C)
        hands.retype("2,00 %")
        hands.tab()
        assert set_targets.read_grid(desk, 2023).assigned_reduction == 30
        assert page.assigned.editor.text() == "30"


class TestSigned:
    @pytest.fixture
    def signed(self, page: TargetsPage, desk: Desk) -> TargetsPage:
        edit_plan(desk, 2023, number="12", issued_on=datetime.date(2023, 1, 5))
        page.sign_button.click()
        return page

    def test_a_plan_without_number_is_not_marked(self, page: TargetsPage, sentence: Callable[..., str]) -> None:
        page.sign_button.click()
        assert page.notice.sentence == sentence("plan-without-number", year=2023)

    def test_a_signed_plan_locks_its_cells_and_opens_them_again(
        self, signed: TargetsPage, desk: Desk, hands: Hands, sentence: Callable[..., str]
    ) -> None:
        stand_on(signed, 0, "reduction")
        hands.write("1")
        assert signed.notice.sentence == sentence("plan-signed", year=2023, date="20/11/2026")
        assert not signed.allocate_button.isEnabled()
        assert signed.assigned.editor.isReadOnly()
        stand_on(signed, 0, "registered")
        hands.write("4")
        hands.enter()
        assert set_targets.read_grid(desk, 2023).rows[0].registered == 4
        signed.sign_button.click()
        stand_on(signed, 0, "reduction")
        hands.write("6")
        hands.enter()
        assert set_targets.read_grid(desk, 2023).rows[0].reduction == 6


def test_once_the_round_is_closed_the_outcome_stands_beside_the_plan(
    qtbot: QtBot, window: MainWindow, page: TargetsPage, desk: Desk
) -> None:
    poor, above = Form(120, 4), Form(150, 3)
    keys = [household_of(desk, village=PHI_LONG) for _ in range(3)]
    seal_year(desk, 2022, dict.fromkeys(keys, poor))
    row = page.table.row_id(2)
    window.session.announce(edit_grid.enter_cells(desk, 2023, [CellEntry(row, "reduction", "2")]))
    seal_year(desk, 2023, {keys[0]: poor, keys[1]: above, keys[2]: poor})
    page.entries.show_year()
    page.entries.follow()
    assert shown_column(page, "reduction_actual")[2] == "1"
    assert shown_column(page, "percent_of_plan")[2] == "50,00"
    assert shown_column(page, "poor_actual")[2] == "2"
    assert shown_column(page, "poor_rate_actual")[2] == "0,75"


class TestOfferedOpening:
    @pytest.fixture
    def next_year(self, qtbot: QtBot, window: MainWindow, page: TargetsPage, desk: Desk) -> TargetsPage:
        """The page of the year after a sealed list of two poor households and a near-poor one in one village."""
        poor, near_poor = Form(120, 4), Form(130, 2)
        keys = [household_of(desk, village=PHI_LONG) for _ in range(3)]
        seal_year(desk, 2023, {keys[0]: poor, keys[1]: poor, keys[2]: near_poor})
        window.year_box.setValue(2024)
        qtbot.waitUntil(lambda: shown_column(page, "poor_opening")[2] == "2")
        return page

    def test_the_sealed_list_is_offered_and_taken_with_f4(
        self, qtbot: QtBot, next_year: TargetsPage, desk: Desk, hands: Hands, sentence: Callable[..., str]
    ) -> None:
        page = next_year
        assert shown_column(page, "poor_opening") == ["0", "0", "2", "0", "0", "0"]
        assert shown_column(page, "near_poor_opening") == ["0", "0", "1", "0", "0", "0"]
        assert shown_total(page, "poor_opening") == ""
        stand_on(page, 2, "poor_opening")
        qtbot.waitUntil(lambda: page.finding_line.sentence == sentence("opening-offered", year=2023))
        assert all(row.poor_opening is None for row in set_targets.read_grid(desk, 2024).rows)
        hands.press(Qt.Key.Key_Space, CONTROL)
        hands.press(Qt.Key.Key_F4)
        assert [row.poor_opening for row in set_targets.read_grid(desk, 2024).rows] == [0, 0, 2, 0, 0, 0]
        assert all(row.near_poor_opening is None for row in set_targets.read_grid(desk, 2024).rows)
        assert shown_total(page, "poor_opening") == "2"
        hands.control(Qt.Key.Key_Z)
        assert all(row.poor_opening is None for row in set_targets.read_grid(desk, 2024).rows)

    def test_what_is_typed_counts(self, next_year: TargetsPage, desk: Desk, hands: Hands) -> None:
        stand_on(next_year, 2, "poor_opening")
        hands.write("5")
        hands.enter()
        assert shown_column(next_year, "poor_opening")[2] == "5"
        hands.press(Qt.Key.Key_Up)
        hands.press(Qt.Key.Key_F4)
        assert set_targets.read_grid(desk, 2024).rows[2].poor_opening == 5

    def test_without_a_sealed_list_nothing_is_offered(self, window: MainWindow, page: TargetsPage, desk: Desk) -> None:
        window.year_box.setValue(2024)
        page.entries.follow()
        assert follow_targets(desk, 2024).openings == {}
        assert shown_column(page, "poor_opening") == [""] * 6


def test_the_commune_of_six_villages_closes_as_its_plan_says(page: TargetsPage, hands: Hands) -> None:
    assert shown_column(page, "poor_closing") == ["7", "9", "39", "49", "34", "25"]
    assert shown_column(page, "poor_rate_closing") == ["3,17", "4,84", "14,61", "14,89", "13,99", "9,19"]
    assert [shown_total(page, key) for key in ("poor_closing", "poor_rate_closing")] == ["163", "10,74"]
    page._columns.toggle("near_poor_reduction", "near_poor_closing", "near_poor_rate_closing")
    page.entries.show_columns()
    for key, count in (("near_poor_opening", "20"), ("near_poor_reduction", "9")):
        stand_on(page, 0, key)
        hands.write(count)
        hands.enter()
    assert shown_column(page, "near_poor_closing")[0] == "11"
    assert shown_column(page, "near_poor_rate_closing")[0] == "4,98"
    assert shown_total(page, "near_poor_closing") == ""
