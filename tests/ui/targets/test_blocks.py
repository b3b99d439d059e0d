"""Blocks from Excel in the target grid, by keys: a fault is said at its place, and nothing is half kept."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from povertydesk.poverty.problems import Severity
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.targets.other_views import VILLAGES
from povertydesk.ui.targets.page import TargetsPage
from povertydesk.workflow import history, set_targets
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.draft_plan import edit_plan
from povertydesk.workflow.sign_plan import plan_signed_on
from tests.ui.grid_sight import blank_lines, column_of, marked, shown_column, shown_total, stand_on, targets_page
from tests.ui.hands import ALT, CONTROL, NO_MODIFIER, SHIFT, Hands

HOUSEHOLDS = ["221", "186", "267", "329", "243", "272"]


@pytest.fixture
def page(window: MainWindow) -> TargetsPage:
    return targets_page(window)


def copy(*lines: tuple[object, ...]) -> None:
    """Put a block on the clipboard as Excel does."""
    QGuiApplication.clipboard().setText("".join("\t".join(map(str, line)) + "\r\n" for line in lines))


def households(desk: Desk) -> list[str]:
    return [str(row.households) for row in set_targets.read_grid(desk, 2023).rows]


def is_unsaved(page: TargetsPage) -> bool:
    return page.has_unsaved


def operations(desk: Desk) -> int:
    return len(history.list_history(desk))


def current(page: TargetsPage) -> tuple[int, int]:
    return page.view.currentIndex().row(), page.view.currentIndex().column()


class TestWhatIsWrong:
    def test_a_block_wider_than_the_grid(
        self, page: TargetsPage, desk: Desk, hands: Hands, sentence: Callable[..., str]
    ) -> None:
        stand_on(page, 5, "poor_closing")
        before, blank = operations(desk), blank_lines(page)
        copy(*[("1", "2", "3")] * 20)
        hands.control(Qt.Key.Key_V)
        assert page.notice.sentence == sentence(
            "paste-too-large",
            block_rows=20,
            block_columns=3,
            row=6,
            column="Cuối kỳ – Hộ nghèo",
            rows_left=1 + blank,
            columns_left=2,
        )
        assert (operations(desk), blank_lines(page)) == (before, blank)

    @pytest.mark.parametrize(
        ("other", "code"),
        [("13,70", "count-with-decimals"), ("2,019", "count-written-otherwise"), ("hai trăm", "count-not-a-number")],
    )
    def test_a_cell_beside_1_518_that_is_no_count_like_it(
        self,
        qtbot: QtBot,
        page: TargetsPage,
        desk: Desk,
        hands: Hands,
        sentence: Callable[..., str],
        other: str,
        code: str,
    ) -> None:
        stand_on(page, 0, "households")
        copy(("1.518",), (other,), ("1.006",))
        hands.control(Qt.Key.Key_V)
        assert page.notice.sentence == sentence(code, text=other)
        assert households(desk) == HOUSEHOLDS
        assert shown_column(page, "households") == ["1.518", other, "1.006", *HOUSEHOLDS[3:]]
        qtbot.waitUntil(lambda: marked(page).get((1, "households")) is Severity.ERROR)
        stand_on(page, 1, "households")
        hands.write("2.019")
        hands.enter()
        assert households(desk) == ["1518", "2019", "1006", *HOUSEHOLDS[3:]]
        assert page.notice.sentence == ""

    def test_a_block_over_a_column_that_a_signed_plan_fixes(
        self, page: TargetsPage, desk: Desk, hands: Hands, sentence: Callable[..., str]
    ) -> None:
        edit_plan(desk, 2023, number="12", issued_on=datetime.date(2023, 1, 5))
        page.sign_button.click()
        stand_on(page, 0, "village")
        copy(("Thôn Minh Long A", "300"))
        hands.control(Qt.Key.Key_V)
        assert page.notice.sentence == sentence("plan-signed", year=2023, date="20/11/2026")
        assert (shown_column(page, "village")[0], households(desk)) == ("Thôn Minh Long", HOUSEHOLDS)

    def test_no_village_is_typed_below_a_signed_plan(
        self, page: TargetsPage, desk: Desk, hands: Hands, sentence: Callable[..., str]
    ) -> None:
        edit_plan(desk, 2023, number="12", issued_on=datetime.date(2023, 1, 5))
        page.sign_button.click()
        stand_on(page, len(HOUSEHOLDS), "village")
        hands.write("Thôn Bảy")
        hands.enter()
        assert page.notice.sentence == sentence("plan-signed", year=2023, date="20/11/2026")
        assert (is_unsaved(page), households(desk)) == (False, HOUSEHOLDS)

    @pytest.mark.parametrize(("key", "modifiers"), [(Qt.Key.Key_Delete, NO_MODIFIER), (Qt.Key.Key_D, CONTROL)])
    def test_a_key_that_changes_nothing_under_a_signed_plan_says_why(
        self,
        page: TargetsPage,
        desk: Desk,
        hands: Hands,
        sentence: Callable[..., str],
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier,
    ) -> None:
        edit_plan(desk, 2023, number="12", issued_on=datetime.date(2023, 1, 5))
        page.sign_button.click()
        stand_on(page, 1, "households")
        hands.press(key, modifiers)
        assert page.notice.sentence == sentence("plan-signed", year=2023, date="20/11/2026")
        assert households(desk) == HOUSEHOLDS


class TestTakingBack:
    def test_a_refused_block_goes_before_anything_that_is_kept(
        self, page: TargetsPage, desk: Desk, hands: Hands
    ) -> None:
        stand_on(page, 0, "households")
        hands.write("230")
        hands.enter()
        stand_on(page, 2, "households")
        copy(("300",), ("hai trăm",))
        hands.control(Qt.Key.Key_V)
        assert is_unsaved(page)
        before = operations(desk)
        hands.control(Qt.Key.Key_Z)
        assert shown_column(page, "households") == households(desk) == ["230", *HOUSEHOLDS[1:]]
        assert not is_unsaved(page)
        assert page.notice.sentence == ""
        assert operations(desk) == before
        hands.control(Qt.Key.Key_Z)
        assert households(desk) == HOUSEHOLDS

    def test_only_the_block_that_was_refused_last(self, page: TargetsPage, hands: Hands) -> None:
        for row, text in ((0, "một"), (3, "hai")):
            stand_on(page, row, "households")
            hands.write(text)
            hands.enter()
        hands.control(Qt.Key.Key_Z)
        assert shown_column(page, "households") == ["một", *HOUSEHOLDS[1:]]
        hands.control(Qt.Key.Key_Z)
        assert shown_column(page, "households") == HOUSEHOLDS

    def test_in_the_other_views_too(self, qtbot: QtBot, page: TargetsPage, hands: Hands) -> None:
        qtbot.waitUntil(lambda: bool(page.actions()))
        hands.press(Qt.Key.Key_PageDown, CONTROL)
        view = page.views.in_front
        assert view is not None
        hands.write("nhiều")
        hands.enter()
        assert view.has_unsaved
        hands.control(Qt.Key.Key_Z)
        assert page.views.unsaved_view is None


class TestSigning:
    @pytest.fixture
    def numbered(self, page: TargetsPage, desk: Desk) -> TargetsPage:
        """The page of a year whose plan can be signed."""
        edit_plan(desk, 2023, number="12", issued_on=datetime.date(2023, 1, 5))
        return page

    def test_a_plan_is_not_signed_over_text_that_is_not_kept(
        self, numbered: TargetsPage, desk: Desk, hands: Hands, sentence: Callable[..., str]
    ) -> None:
        page = numbered
        stand_on(page, 1, "reduction")
        hands.write("năm")
        hands.enter()
        page.sign_button.click()
        assert plan_signed_on(desk, 2023) is None
        assert page.notice.sentence == sentence("count-not-a-number", text="năm")
        hands.control(Qt.Key.Key_Z)
        page.sign_button.click()
        assert plan_signed_on(desk, 2023) is not None

    def test_nor_over_a_number_that_is_none(self, numbered: TargetsPage, desk: Desk, hands: Hands) -> None:
        page = numbered
        page.assigned.editor.setFocus()
        hands.retype("nhiều")
        page.sign_button.click()
        assert plan_signed_on(desk, 2023) is None
        assert hands.place is page.assigned.editor

    def test_nor_over_text_in_another_view(self, qtbot: QtBot, numbered: TargetsPage, desk: Desk, hands: Hands) -> None:
        page = numbered
        qtbot.waitUntil(lambda: bool(page.actions()))
        hands.press(Qt.Key.Key_PageDown, CONTROL)
        view = page.views.in_front
        hands.write("nhiều")
        hands.enter()
        page.show_view(VILLAGES)
        page.sign_button.click()
        assert plan_signed_on(desk, 2023) is None
        assert page.views.in_front is view


class TestSumsBelow:
    def test_a_column_copied_with_its_sum_leaves_the_sum_out(self, page: TargetsPage, desk: Desk, hands: Hands) -> None:
        stand_on(page, 0, "registered")
        copy(*[(count,) for count in (7, 5, 8, 10, 7, 8)], (45,))
        hands.control(Qt.Key.Key_V)
        assert [row.registered for row in set_targets.read_grid(desk, 2023).rows] == [7, 5, 8, 10, 7, 8]
        assert shown_total(page, "registered") == "45"
        assert (page.notice.sentence, is_unsaved(page)) == ("", False)

    @pytest.mark.parametrize("below", ["46", "bốn lăm"])
    def test_what_is_no_sum_waits_for_its_name(self, page: TargetsPage, desk: Desk, hands: Hands, below: str) -> None:
        stand_on(page, 0, "registered")
        copy(*[(count,) for count in (7, 5, 8, 10, 7, 8)], (below,))
        hands.control(Qt.Key.Key_V)
        assert all(row.registered is None for row in set_targets.read_grid(desk, 2023).rows)
        assert is_unsaved(page)


class TestMergedCells:
    def test_the_blanks_they_cover_overwrite_nothing(self, page: TargetsPage, desk: Desk, hands: Hands) -> None:
        stand_on(page, 0, "village")
        before = operations(desk)
        copy(("Thôn Minh Long", "230", "15"), ("", "190", ""), ("", "", "48"))
        hands.control(Qt.Key.Key_V)
        assert shown_column(page, "village")[:3] == ["Thôn Minh Long", "Thôn Tân Long", "Thôn Phi Long"]
        assert shown_column(page, "households")[:3] == ["230", "190", "267"]
        assert shown_column(page, "poor_opening")[:3] == ["15", "14", "48"]
        assert operations(desk) == before + 1
        hands.control(Qt.Key.Key_Z)
        assert households(desk) == HOUSEHOLDS

    def test_a_new_line_under_a_merged_name_asks_for_its_own(
        self, page: TargetsPage, desk: Desk, hands: Hands, sentence: Callable[..., str]
    ) -> None:
        stand_on(page, 6, "village")
        copy(("Thôn Vân Sơn", "120"), ("", "80"))
        hands.control(Qt.Key.Key_V)
        assert page.notice.sentence == sentence("village-without-name")
        assert households(desk) == HOUSEHOLDS
        assert page.entries.first_fault is not None
        assert page.entries.first_fault[0] == (page.table.row_id(7), "village")


class TestFiltered:
    @pytest.fixture
    def filtered(self, page: TargetsPage, hands: Hands) -> TargetsPage:
        stand_on(page, 0, "poor_opening")
        hands.press(Qt.Key.Key_Down, ALT)
        hands.write(">40")
        hands.enter()
        stand_on(page, 0, "registered")
        return page

    def test_a_block_falls_on_the_lines_in_sight(self, filtered: TargetsPage, desk: Desk, hands: Hands) -> None:
        copy(("7",), ("8",), ("9",))
        hands.control(Qt.Key.Key_V)
        assert [row.registered for row in set_targets.read_grid(desk, 2023).rows] == [None, None, 7, 8, 9, None]

    def test_a_longer_block_is_refused_whole(
        self, filtered: TargetsPage, desk: Desk, hands: Hands, sentence: Callable[..., str]
    ) -> None:
        copy(("7",), ("8",), ("9",), ("10",))
        hands.control(Qt.Key.Key_V)
        title = filtered.table.columns[column_of(filtered, "registered")].full_title
        assert filtered.notice.sentence == sentence(
            "paste-too-large",
            block_rows=4,
            block_columns=1,
            row=1,
            column=title,
            rows_left=3,
            columns_left=filtered.table.columnCount() - column_of(filtered, "registered"),
        )
        assert all(row.registered is None for row in set_targets.read_grid(desk, 2023).rows)


class TestKeysOfExcel:
    def test_control_end_and_arrows_stop_at_the_last_village(self, page: TargetsPage, hands: Hands) -> None:
        stand_on(page, 0, "households")
        hands.press(Qt.Key.Key_End, CONTROL)
        assert current(page) == (5, page.table.columnCount() - 1)
        stand_on(page, 0, "households")
        hands.press(Qt.Key.Key_Down, CONTROL)
        assert current(page) == (5, column_of(page, "households"))
        hands.press(Qt.Key.Key_Down, CONTROL)
        assert current(page) == (page.table.rowCount() - 1, column_of(page, "households"))

    def test_a_cell_is_copied_down_a_column_and_taken_back_in_one_step(
        self, page: TargetsPage, desk: Desk, hands: Hands
    ) -> None:
        before = operations(desk)
        stand_on(page, 0, "households")
        hands.press(Qt.Key.Key_Down, CONTROL | SHIFT)
        hands.control(Qt.Key.Key_D)
        assert households(desk) == ["221"] * 6
        hands.press(Qt.Key.Key_Delete)
        assert households(desk) == ["None"] * 6
        assert operations(desk) == before + 2
        hands.control(Qt.Key.Key_Z)
        hands.control(Qt.Key.Key_Z)
        assert households(desk) == HOUSEHOLDS

    def test_a_row_is_cut_and_pasted_over_others(self, page: TargetsPage, desk: Desk, hands: Hands) -> None:
        stand_on(page, 0, "households")
        hands.press(Qt.Key.Key_Right, SHIFT)
        hands.control(Qt.Key.Key_X)
        first, *others = set_targets.read_grid(desk, 2023).rows
        assert (first.households, first.poor_opening) == (None, None)
        stand_on(page, 1, "households")
        hands.press(Qt.Key.Key_Right, SHIFT)
        hands.press(Qt.Key.Key_Down, SHIFT)
        hands.control(Qt.Key.Key_V)
        grid = set_targets.read_grid(desk, 2023).rows
        assert [(row.households, row.poor_opening) for row in grid[1:3]] == [(221, 14)] * 2
        assert grid[3:] == tuple(others[2:])

    def test_whole_lines_and_columns_are_chosen(self, page: TargetsPage, hands: Hands) -> None:
        stand_on(page, 2, "households")
        hands.press(Qt.Key.Key_Space, SHIFT)
        hands.control(Qt.Key.Key_C)
        assert QGuiApplication.clipboard().text().startswith("3\tThôn Phi Long\t267\t47\t17,60")
        assert "\n" not in QGuiApplication.clipboard().text()
        stand_on(page, 2, "households")
        hands.press(Qt.Key.Key_Space, CONTROL)
        hands.control(Qt.Key.Key_C)
        assert QGuiApplication.clipboard().text().split("\n")[:6] == HOUSEHOLDS
