"""What is half typed in the panel comes back after the program has ended in any way, until it is kept or taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from povertydesk import paths
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.person import Sex
from povertydesk.ui.household.panel import HouseholdPanel
from povertydesk.ui.preferences import Preferences
from povertydesk.ui.session import Session
from povertydesk.ui.typed_texts import TypedTexts
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.event_entry import EventChoice
from tests.ui.hands import Hands
from tests.ui.household.at_the_panel import Panel

Restart = Callable[[], Panel]


@pytest.fixture
def restart(
    qtbot: QtBot,
    at: Panel,
    desk: Desk,
    home: str,
    hands: Hands,
    preferences: Preferences,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Restart]:
    """Starts the program anew, as after it was killed: nothing is put away, and the panel comes to its household."""
    made: list[HouseholdPanel] = []
    messages = Messages.load(paths.resources("messages"))

    def start() -> Panel:
        with monkeypatch.context() as killed:
            killed.setattr(preferences, "keep_typed_texts", lambda *_: True)
            at.panel.stop()
            at.panel.window().hide()
        session = Session(desk, lambda: messages, typed=TypedTexts(preferences, desk.path))
        panel = HouseholdPanel(session)
        session.setParent(panel)
        panel.resize(600, 640)
        qtbot.addWidget(panel)
        made.append(panel)
        with qtbot.waitActive(panel):
            panel.show()
            panel.activateWindow()
        panel.show_household(home)
        panel.focus_first()
        return Panel(panel, desk, home, hands)

    yield start
    for panel in made:
        panel.stop()


def left_over(preferences: Preferences, desk: Desk) -> dict[str, str]:
    return preferences.typed_texts(desk.path)


def open_cell(qtbot: QtBot, at: Panel) -> QLineEdit:
    grid = at.panel.members.grid
    qtbot.waitUntil(lambda: bool(grid.findChildren(QLineEdit)))
    return grid.findChildren(QLineEdit)[0]


@pytest.mark.parametrize("way", ["write", "compose"])
def test_a_cell_half_typed_is_open_again_with_its_text(
    qtbot: QtBot, at: Panel, restart: Restart, way: str, preferences: Preferences
) -> None:
    at.go_to(2)
    at.hands.press(Qt.Key.Key_Down)
    getattr(at.hands, way)("Bùi Thị Mẫ")
    before = at.contents
    again = restart()
    assert again.contents == before
    again.go_to(2)
    cell = open_cell(qtbot, again)
    assert cell.text() == "Bùi Thị Mẫ"
    assert "Typed and not saved yet: “Bùi Thị Mẫ”" in again.shown()
    at.hands.write("n")
    at.hands.enter()
    assert "Bùi Thị Mẫn" in again.members
    assert left_over(preferences, at.desk) == {}
    assert "not saved yet" not in again.shown()


def test_a_new_person_half_typed_is_there_again(qtbot: QtBot, at: Panel, restart: Restart) -> None:
    at.go_to(2)
    at.hands.press(Qt.Key.Key_Down, times=4)
    at.hands.write("Bùi Thị Ng")
    again = restart()
    again.go_to(2)
    assert open_cell(qtbot, again).text() == "Bùi Thị Ng"
    at.hands.write("ân")
    at.hands.enter()
    assert "Bùi Thị Ngân" in again.members


def test_esc_takes_a_half_typed_cell_back_for_good(
    qtbot: QtBot, at: Panel, restart: Restart, preferences: Preferences
) -> None:
    at.go_to(2)
    at.hands.write("Hà")
    assert list(left_over(preferences, at.desk).values()) == ["Hà"]
    again = restart()
    again.go_to(2)
    open_cell(qtbot, again)
    before = again.contents
    at.hands.press(Qt.Key.Key_Escape)
    assert left_over(preferences, at.desk) == {}
    assert again.contents == before
    assert "not saved yet" not in again.shown()


def test_what_was_refused_stands_in_its_cell_again(at: Panel, restart: Restart, preferences: Preferences) -> None:
    at.go_to(2)
    at.hands.tab()
    at.hands.write("hôm qua")
    at.hands.enter()
    again = restart()
    again.go_to(2)
    assert again.cells(0)["birth"] == "hôm qua"
    assert again.panel.has_unsaved
    at.hands.tab()
    at.hands.write("1950")
    at.hands.enter()
    assert again.view.members[0].person.birth_year == 1950
    assert left_over(preferences, at.desk) == {}


@pytest.mark.parametrize("way", ["write", "compose"])
def test_a_field_half_typed_is_there_again(at: Panel, restart: Restart, way: str, preferences: Preferences) -> None:
    at.panel.details.address.setFocus()
    getattr(at.hands, way)("Xóm Đồng Bã")
    again = restart()
    address = again.panel.details.address
    assert address.editor.text() == "Xóm Đồng Bã"
    assert address.fault.text() == "Typed and not saved yet. Enter keeps it, Esc takes it back."
    assert again.view.household.address == ""
    address.setFocus()
    at.hands.press(Qt.Key.Key_End)
    at.hands.write("i")
    at.hands.enter()
    assert again.view.household.address == "Xóm Đồng Bãi"
    assert left_over(preferences, at.desk) == {}
    assert not address.fault.isVisible()


def test_a_field_taken_back_is_not_brought_up_again(at: Panel, restart: Restart, preferences: Preferences) -> None:
    at.panel.details.phone.setFocus()
    at.hands.write("0912")
    again = restart()
    again.panel.details.phone.setFocus()
    at.hands.press(Qt.Key.Key_Escape)
    assert again.panel.details.phone.editor.text() == ""
    assert left_over(preferences, at.desk) == {}


def test_a_new_household_half_entered_is_gone_on_with(at: Panel, restart: Restart, preferences: Preferences) -> None:
    village = at.view.household.village_id
    at.panel.start_new(village)
    details = at.panel.details
    details.phone.setFocus()
    at.hands.write("0912")
    at.hands.enter()
    details.rows["merit"].setFocus()
    at.hands.write("1")
    details.head_name.setFocus()
    at.hands.write("Lò Văn Th")
    again = restart()
    again.panel.start_new(None)
    details = again.panel.details
    assert (details.head_name.text, details.phone.text) == ("Lò Văn Th", "0912")
    assert details.rows["merit"].value is True
    assert details.village_choice.currentData() == village
    details.head_name.setFocus()
    at.hands.press(Qt.Key.Key_End)
    at.hands.write("ử")
    at.hands.enter()
    again.household = again.panel.household_id or ""
    again.panel.commit_pending()
    household = again.view.household
    assert (household.head_name, household.phone, household.merit) == ("Lò Văn Thử", "0912", True)
    assert left_over(preferences, at.desk) == {}


def test_an_event_half_entered_is_there_again(at: Panel, restart: Restart, preferences: Preferences) -> None:
    at.go_to(3)
    at.press("3")
    at.hands.write("Vi Thị Mới")
    at.press("⏎")
    at.hands.write("2000")
    at.press("⏎2")
    again = restart()
    again.go_to(3)
    form = again.panel.events.form
    assert (form.choice, form.name.text, form.born.text) == (EventChoice.MOVE_IN, "Vi Thị Mới", "2000")
    assert form.sex.value is Sex.FEMALE
    assert form.notice.sentence == "Begun and not recorded yet. Esc takes it back."
    form.date.setFocus()
    at.hands.enter()
    assert "Vi Thị Mới" in again.members
    assert left_over(preferences, at.desk) == {}


def test_the_people_of_an_event_stay_chosen(at: Panel, restart: Restart) -> None:
    at.go_to(3)
    at.press("4")
    at.press("34⏎")
    at.hands.retype("01/10/2026")
    chosen = at.panel.events.form.people.chosen
    assert len(chosen) == 2
    again = restart()
    again.go_to(3)
    form = again.panel.events.form
    assert (form.choice, form.people.chosen, form.date.text) == (EventChoice.MOVE_OUT, chosen, "01/10/2026")


def test_esc_takes_a_begun_event_back_and_then_leaves(
    qtbot: QtBot, at: Panel, restart: Restart, preferences: Preferences
) -> None:
    at.go_to(3)
    at.press("3")
    at.hands.write("Vi")
    again = restart()
    again.go_to(3)
    form = again.panel.events.form
    form.name.setFocus()
    at.hands.press(Qt.Key.Key_Escape)
    assert (form.choice, form.name.text) == (None, "")
    assert left_over(preferences, at.desk) == {}
    with qtbot.waitSignal(again.panel.left):
        at.hands.press(Qt.Key.Key_Escape)
