"""The list of names behind a village's target, opened from the grid and filled in by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from povertydesk.poverty.named_target import HouseholdNeed, TargetResult
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.targets.names import NamesView
from povertydesk.ui.targets.page import TargetsPage
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.named_lists import NamedHousehold, read_names
from tests.ui.grid_sight import shown_column, shown_total, stand_on, targets_page
from tests.ui.hands import Hands
from tests.workflow.judged_round import Form, seal_year
from tests.workflow.registry import household_of

PHI_LONG = "Thôn Phi Long"


@pytest.fixture
def page(window: MainWindow) -> TargetsPage:
    return targets_page(window)


@pytest.fixture
def listed(desk: Desk) -> list[str]:
    """Two poor households of a village, the second one nearer to the line."""
    keys = [household_of(desk, village=PHI_LONG) for _ in range(2)]
    seal_year(desk, 2022, {keys[0]: Form(100, 4), keys[1]: Form(135, 3)})
    return keys


@pytest.fixture
def names(page: TargetsPage, listed: list[str], hands: Hands) -> NamesView:
    assert listed
    stand_on(page, 2, "named")
    hands.enter()
    assert page.names is not None
    assert page.names.isVisible()
    return page.names


def only(desk: Desk) -> NamedHousehold:
    (one,) = read_names(desk, 2023).rows
    return one


def shown(names: NamesView, row: int, key: str) -> str:
    column = names.table.column_of(key)
    assert column is not None
    return names.table.shown_row(row)[column].text


def stand(names: NamesView, row: int, key: str) -> None:
    names.view.setFocus()
    assert names.view.go_to(names.table.row_id(row), key)


def test_the_nearest_household_is_chosen_and_counted(
    qtbot: QtBot, page: TargetsPage, names: NamesView, desk: Desk, hands: Hands, listed: list[str]
) -> None:
    assert names.heading.text() == "Thôn Phi Long: hộ đăng ký thoát nghèo năm 2023"
    assert names.table.row_id(0) == listed[1]
    assert shown(names, 0, "lacking") == "6 điểm B1 hoặc 1 chỉ số"
    hands.write("x")
    hands.enter()
    assert only(desk).household.id == listed[1]
    assert names.summary.text().startswith("Đã chọn 1/2 hộ")
    assert names.table.shown_totals()[3] == "1"
    hands.press(Qt.Key.Key_Escape)
    assert page.view.hasFocus()
    qtbot.waitUntil(lambda: shown_column(page, "named")[2] == "1")
    assert shown_total(page, "named") == "1"
    hands.control(Qt.Key.Key_Z)
    assert read_names(desk, 2023).rows == ()


@pytest.mark.parametrize("typing", ["write", "compose"])
def test_helper_and_note_take_vietnamese_from_every_keyboard(
    names: NamesView, desk: Desk, hands: Hands, typing: str
) -> None:
    type_in: Callable[[str], None] = getattr(hands, typing)
    for key, words in (("helper", "Hội Phụ nữ xã"), ("note", "Đã vay vốn"), ("done", "Thăm hộ, tặng giống")):
        stand(names, 0, key)
        type_in(words)
        hands.enter()
        assert shown(names, 0, key) == words
    one = only(desk)
    assert (one.helper, one.registered.note) == ("Hội Phụ nữ xã", "Đã vay vốn")
    assert [(past.month, past.done) for past in one.follow_ups] == [(names._month, "Thăm hộ, tặng giống")]


@pytest.mark.parametrize("typing", ["write", "compose"])
def test_needs_and_result_are_chosen_by_digits_or_words(
    names: NamesView, desk: Desk, hands: Hands, typing: str
) -> None:
    type_in: Callable[[str], None] = getattr(hands, typing)
    stand(names, 0, "needs")
    type_in("5, vay vốn")
    hands.enter()
    assert shown(names, 0, "needs") == "vay vốn; nhà tiêu"
    stand(names, 0, "result")
    type_in("1")
    hands.enter()
    assert shown(names, 0, "result") == "đã thoát nghèo"
    registered = only(desk).registered
    assert registered.needs == (HouseholdNeed.LOAN, HouseholdNeed.TOILET)
    assert registered.result is TargetResult.LEFT


def test_what_is_not_understood_stays_to_be_mended(
    qtbot: QtBot, names: NamesView, desk: Desk, hands: Hands, sentence: Callable[..., str]
) -> None:
    stand(names, 0, "needs")
    hands.write("20")
    hands.enter()
    assert names.notice.sentence == sentence("need-unknown", text="20")
    qtbot.waitUntil(lambda: hands.place is not names.view)
    hands.retype("2")
    hands.enter()
    assert names.notice.sentence == ""
    assert only(desk).registered.needs == (HouseholdNeed.LIVESTOCK,)


def test_a_village_without_households_says_what_to_do(page: TargetsPage, hands: Hands) -> None:
    stand_on(page, 0, "named")
    hands.enter()
    assert page.names is not None
    assert page.names.summary.text() == "Thôn Minh Long chưa có hộ nào trong sổ. Hãy nhập hộ ở trang Hộ gia đình trước."
    hands.press(Qt.Key.Key_Escape)
    assert page.view.hasFocus()


def test_another_year_goes_back_to_the_targets(window: MainWindow, page: TargetsPage, names: NamesView) -> None:
    window.year_box.setValue(2024)
    assert not names.isVisible()
    assert page.view.isVisible()
