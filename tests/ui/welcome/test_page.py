from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from povertydesk.ui.start import Office
from povertydesk.ui.theme import LIGHT
from povertydesk.ui.welcome.page import WelcomePage
from tests.ui.hands import Hands


@pytest.fixture
def page(qtbot: QtBot, office: Office) -> WelcomePage:
    assert office.window is None
    page = WelcomePage(LIGHT)
    qtbot.addWidget(page)
    page.resize(900, 560)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


@pytest.mark.parametrize(
    ("key", "wanted"),
    [(Qt.Key.Key_L, "new_wanted"), (Qt.Key.Key_M, "open_wanted"), (Qt.Key.Key_T, "practice_wanted")],
)
def test_each_choice_is_one_key_away(qtbot: QtBot, page: WelcomePage, hands: Hands, key: Qt.Key, wanted: str) -> None:
    with qtbot.waitSignal(getattr(page, wanted)):
        hands.alt(key)


def test_an_empty_list_has_no_heading(page: WelcomePage) -> None:
    page.show_recent([])
    assert page.recent_buttons == []
    assert not page.recent_title.isVisible()


def test_the_last_files_are_listed_and_chosen_by_keys(
    qtbot: QtBot, page: WelcomePage, hands: Hands, tmp_path: Path
) -> None:
    files = [tmp_path / f"xã {number} & thôn.pdesk" for number in range(9)]
    page.show_recent(files)
    assert len(page.recent_buttons) == 6
    assert page.recent_title.isVisible()
    assert page.recent_buttons[0].text().startswith("xã 0 && thôn   –   ")
    assert page.recent_buttons[0].toolTip() == str(files[0])
    qtbot.waitUntil(page.recent_buttons[1].isVisible)
    page.new_button.setFocus()
    hands.tab(4)
    with qtbot.waitSignal(page.recent_wanted) as wanted:
        hands.press(Qt.Key.Key_Space)
    assert wanted.args == [files[1]]


def test_a_long_way_to_a_file_is_shortened_in_its_middle(page: WelcomePage, tmp_path: Path) -> None:
    path = tmp_path.joinpath(*["một thư mục dài"] * 12, "cam-long.pdesk")
    page.show_recent([path])
    (button,) = page.recent_buttons
    assert button.text().startswith("cam-long   –")
    assert "…" in button.text()
    assert button.sizeHint().width() < 680
