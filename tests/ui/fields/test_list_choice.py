from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from povertydesk.ui.fields.list_choice import Line, ListChoice
from povertydesk.ui.fields.search_choice import SearchChoice
from tests.ui.hands import Hands

PEOPLE = (Line("a", "Bùi Văn Mẫu"), Line("b", "Hà Thị Thử"), Line("c", "Bùi Thị Tập"))


def shown(qtbot: QtBot, part: QWidget) -> QWidget:
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(part)
    following = QLineEdit()
    following.setObjectName("next")
    layout.addWidget(following)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    part.setFocus()
    return window


def test_digits_and_space_mark_several(qtbot: QtBot, hands: Hands) -> None:
    choice = ListChoice("Ai", several=True)
    window = shown(qtbot, choice)
    choice.show_lines(PEOPLE, ["b"])
    told: list[tuple[str, ...]] = []
    choice.changed.connect(lambda: told.append(choice.chosen))
    hands.write("3")
    hands.write("2")
    hands.press(Qt.Key.Key_Up)
    hands.press(Qt.Key.Key_Space)
    hands.write("9")
    assert told == [("b", "c"), ("c",), ("a", "c")]
    hands.enter()
    assert (choice.chosen, hands.place.objectName()) == (("a", "c"), "next")
    assert window.isVisible()


def test_one_is_marked_by_its_digit_which_goes_on(qtbot: QtBot, hands: Hands) -> None:
    choice = ListChoice("Ai", several=False)
    window = shown(qtbot, choice)
    choice.show_lines(PEOPLE)
    seen = [(choice.chosen, hands.place.objectName())]
    for digit in "238":
        choice.setFocus()
        hands.write(digit)
        seen.append((choice.chosen, hands.place.objectName()))
    assert seen == [((), ""), (("b",), "next"), (("c",), "next"), (("c",), "")]
    assert window.isVisible()


@pytest.mark.parametrize("several", [True, False])
def test_enter_takes_the_current_line_where_none_is_marked(qtbot: QtBot, hands: Hands, *, several: bool) -> None:
    choice = ListChoice("Ai", several=several)
    window = shown(qtbot, choice)
    choice.show_lines(PEOPLE)
    hands.press(Qt.Key.Key_Down)
    hands.enter()
    assert (choice.chosen, hands.place.objectName()) == (("b",), "next")
    assert window.isVisible()


def find(text: str) -> list[Line]:
    return [line for line in PEOPLE if text.casefold() in line.words.casefold()]


@pytest.mark.parametrize("way", ["write", "compose"])
def test_the_first_hit_is_chosen_and_arrows_choose_another(qtbot: QtBot, hands: Hands, way: str) -> None:
    choice = SearchChoice("Ai", find, "Không có ai tên như vậy.")
    window = shown(qtbot, choice)
    assert len(choice.lines) == 3
    assert not choice.chosen
    getattr(hands, way)("bùi")
    assert choice.field.editor.text() == "bùi"
    seen = [choice.chosen]
    for key, times in ((Qt.Key.Key_Down, 4), (Qt.Key.Key_Up, 1)):
        hands.press(key, times=times)
        seen.append(choice.chosen)
    assert seen == ["a", "c", "a"]
    hands.enter()
    assert hands.place.objectName() == "next"
    assert window.isVisible()


def test_nothing_that_fits_says_so_and_does_not_go_on(qtbot: QtBot, hands: Hands) -> None:
    choice = SearchChoice("Ai", find, "Không có ai tên như vậy.")
    window = shown(qtbot, choice)
    hands.write("x")
    hands.enter()
    assert (choice.chosen, choice.field.fault.text()) == (None, "Không có ai tên như vậy.")
    assert choice.field.editor.hasFocus()
    choice.clear()
    assert (choice.field.fault.text(), choice.chosen) == ("", None)
    assert window.isVisible()
