from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from povertydesk.poverty.household import Household
from povertydesk.poverty.person import HEAD, Person
from povertydesk.poverty.registry_list import RegistryColumn
from povertydesk.ui.find.box import FindBox
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.registry.page import HouseholdsPage
from povertydesk.ui.targets.page import TargetsPage
from povertydesk.workflow import keep_registry, registry_list
from povertydesk.workflow.desk import Program
from povertydesk.workflow.keep_registry import NewMember
from povertydesk.workflow.open_desk import open_desk
from povertydesk.workflow.sample import add_practice_households
from tests.ui.hands import Hands

MEMBERS = (
    NewMember(Person("", "Nguyễn Văn Dũng", birth_year=1975, citizen_number="038075000417"), HEAD),
    NewMember(Person("", "Hà Thị Đào", birth_year=1980), "wife"),
    NewMember(Person("", "Nguyễn Thị Dung", birth_year=2001), "child"),
)


@pytest.fixture
def window(show: Callable[[Path], MainWindow], sample: Path, program: Program) -> MainWindow:
    """The window on two households, of one of which only the head's name is known."""
    with contextlib.closing(open_desk(sample, program)) as desk:
        village = registry_list.list_villages(desk)[2].id
        keep_registry.add_household(desk, Household("", village, "A017", "?"), MEMBERS)
        keep_registry.add_household(desk, Household("", village, "A018", "Đinh Văn Dung"))
    return show(sample)


@pytest.fixture
def box(window: MainWindow, hands: Hands) -> FindBox:
    """The search box, with the keys in it."""
    hands.control(Qt.Key.Key_F)
    assert hands.place is window.find_box
    return window.find_box


def names(box: FindBox) -> list[str]:
    return [row[0] for row in box.hits.texts()]


def look_for(qtbot: QtBot, box: FindBox, hands: Hands, text: str, way: str = "write") -> None:
    with qtbot.waitSignal(box.searched):
        getattr(hands, way)(text)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("dũng", [["Nguyễn Văn Dũng", "1975", "hộ A017, Thôn Phi Long", "đúng tên, đúng dấu"]]),
        ("nvd", [["Nguyễn Văn Dũng", "1975", "hộ A017, Thôn Phi Long", "chữ cái đầu"]]),
        ("0417", [["Nguyễn Văn Dũng", "1975", "hộ A017, Thôn Phi Long", "số định danh ********0417"]]),
        ("a018", [["Đinh Văn Dung", "", "hộ A018, Thôn Phi Long", "mã hộ"]]),
        ("đào", [["Hà Thị Đào", "1980", "hộ A017, Thôn Phi Long", "đúng tên, đúng dấu"]]),
        ("ha thi dao", [["Hà Thị Đào", "1980", "hộ A017, Thôn Phi Long", "đúng tên, không dấu"]]),
    ],
)
def test_the_hits_say_who_and_why(qtbot: QtBot, box: FindBox, hands: Hands, text: str, rows: list[list[str]]) -> None:
    look_for(qtbot, box, hands, text)
    assert box.hits_are_shown
    assert box.hits.texts()[: len(rows)] == rows
    assert not any("038075000417" in cell for row in box.hits.texts() for cell in row)


@pytest.mark.parametrize("way", ["write", "compose"])
def test_what_is_typed_stays_as_it_was_typed(qtbot: QtBot, box: FindBox, hands: Hands, way: str) -> None:
    """Unikey's Backspace and letter, and the words of ibus: nothing is completed, the keys never leave the box."""
    look_for(qtbot, box, hands, "Nguyễn Đào", way)
    assert box.text() == "Nguyễn Đào"
    assert hands.place is box
    assert box.completer() is None


def test_arrows_choose_and_enter_opens_the_household_on_the_person(
    qtbot: QtBot, window: MainWindow, box: FindBox, hands: Hands
) -> None:
    look_for(qtbot, box, hands, "dung")
    assert names(box) == ["Đinh Văn Dung", "Nguyễn Thị Dung", "Nguyễn Văn Dũng"]
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down, times=5)
    hands.press(Qt.Key.Key_Up)
    hands.enter()
    page = window.page
    assert isinstance(page, HouseholdsPage)
    assert page.panel_is_open
    assert page.panel.title.text() == "A017 – Nguyễn Văn Dũng"
    grid = page.panel.members.grid
    assert hands.place is grid
    assert page.panel.members.chosen_people == (_person(page, "Nguyễn Thị Dung"),)
    assert not box.hits_are_shown
    assert box.text() == ""


def _person(page: HouseholdsPage, name: str) -> str:
    household = page.panel.household_id
    window = page.window()
    assert household is not None
    assert isinstance(window, MainWindow)
    members = keep_registry.read_household(window.session.desk, household).members
    return next(one.person.id for one in members if one.person.name == name)


def test_enter_does_not_wait_for_the_list(qtbot: QtBot, window: MainWindow, box: FindBox, hands: Hands) -> None:
    hands.write("a018")
    hands.enter()
    page = window.page
    assert isinstance(page, HouseholdsPage)
    assert page.panel.title.text() == "A018 – Đinh Văn Dung"
    assert page.table.text(page.view.currentIndex().row(), RegistryColumn.CODE) == "A018"


def test_a_click_opens_as_well(qtbot: QtBot, window: MainWindow, box: FindBox, hands: Hands) -> None:
    look_for(qtbot, box, hands, "đinh")
    tree = box.hits.tree
    item = tree.topLevelItem(0)
    assert item is not None
    place = tree.visualItemRect(item).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert isinstance(window.page, HouseholdsPage)
    assert window.page.panel.title.text() == "A018 – Đinh Văn Dung"


def test_a_filter_that_hides_the_one_found_is_taken_off(
    qtbot: QtBot, window: MainWindow, box: FindBox, hands: Hands
) -> None:
    hands.go_to("Hộ gia đình")
    page = window.page
    assert isinstance(page, HouseholdsPage)
    with qtbot.waitSignal(page.listed):
        hands.write("dinh")
    hands.control(Qt.Key.Key_F)
    look_for(qtbot, box, hands, "đào")
    hands.enter()
    assert page.filters.head.text() == ""
    assert page.panel.title.text() == "A017 – Nguyễn Văn Dũng"


def test_esc_closes_the_list_then_leads_back(qtbot: QtBot, window: MainWindow, hands: Hands) -> None:
    page = window.page
    assert isinstance(page, TargetsPage)
    page.assigned.setFocus()
    before = hands.place
    hands.control(Qt.Key.Key_F)
    box = window.find_box
    look_for(qtbot, box, hands, "dung")
    hands.press(Qt.Key.Key_Escape)
    assert not box.hits_are_shown
    assert (hands.place, box.text()) == (box, "dung")
    hands.press(Qt.Key.Key_Escape)
    assert (hands.place, box.text()) == (before, "")


def test_leaving_the_box_takes_the_list_away(qtbot: QtBot, window: MainWindow, box: FindBox, hands: Hands) -> None:
    look_for(qtbot, box, hands, "dung")
    hands.tab()
    assert hands.place is not box
    assert not box.hits_are_shown
    hands.control(Qt.Key.Key_F)
    assert box.selectedText() == "dung"
    hands.press(Qt.Key.Key_Down)
    assert box.hits_are_shown


def test_nobody_found_is_said_and_enter_opens_nothing(
    qtbot: QtBot, window: MainWindow, box: FindBox, hands: Hands
) -> None:
    page = window.page
    look_for(qtbot, box, hands, "xyz")
    assert names(box) == []
    assert box.hits.foot.text() == "Không tìm thấy. Hãy gõ ít chữ hơn, hoặc gõ mã hộ, tên thôn."
    hands.enter()
    hands.press(Qt.Key.Key_Down)
    assert window.page is page
    hands.select_all()
    with qtbot.waitSignal(box.searched):
        hands.press(Qt.Key.Key_Backspace)
    assert not box.hits_are_shown


def test_many_hits_are_cut_and_the_clerk_is_told(
    qtbot: QtBot, show: Callable[[Path], MainWindow], sample: Path, program: Program, hands: Hands
) -> None:
    with contextlib.closing(open_desk(sample, program)) as desk:
        add_practice_households(desk, 200)
    window = show(sample)
    hands.control(Qt.Key.Key_F)
    look_for(qtbot, window.find_box, hands, "thon")
    assert len(names(window.find_box)) == 50
    assert window.find_box.hits.foot.text().startswith("Đang hiện 50 kết quả đầu: gõ thêm chữ để tìm hẹp hơn.")
    hits = window.find_box.hits
    assert window.rect().contains(hits.geometry())
    hands.press(Qt.Key.Key_PageDown)
    assert hits.tree.currentIndex().row() == 10
    hands.press(Qt.Key.Key_PageUp, times=2)
    assert hits.tree.currentIndex().row() == 0
