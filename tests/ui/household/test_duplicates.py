from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from povertydesk.poverty.person import HEAD, Person
from povertydesk.ui.household.duplicates import DuplicatesView
from povertydesk.workflow import find_duplicates
from povertydesk.workflow.event_entry import EventChoice
from povertydesk.workflow.keep_registry import NewMember
from tests.ui.household.at_the_panel import Panel
from tests.workflow.registry import household_of

Wait = Callable[[], DuplicatesView]
TWICE = (
    NewMember(Person("", "Vi Văn Sáu", birth_year=1961, citizen_number="038061000123"), HEAD),
    NewMember(Person("", "Bùi Thị Tập", birth_year=1995), "child"),
)


@pytest.fixture
def other(at: Panel) -> str:
    """A household in which the daughter of the Bùi stands a second time."""
    return household_of(at.desk, TWICE, head="Vi Văn Sáu")


@pytest.fixture
def searched(qtbot: QtBot, at: Panel, other: str) -> DuplicatesView:
    """The list after its first search, opened from the foot of the panel."""
    assert other
    view = at.panel.duplicates
    at.panel.duplicates_button.setFocus()
    with qtbot.waitSignal(view.job.finished):
        at.hands.press(Qt.Key.Key_Space)
    view.focus_first()
    return view


def lines(view: DuplicatesView) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in view.table.shown_row(row)) for row in range(view.table.rowCount())]


def test_a_pair_is_shown_with_its_reason_and_both_households(at: Panel, searched: DuplicatesView) -> None:
    (line,) = lines(searched)
    assert line == ("same name, year of birth and village", "Bùi Thị Tập (1995)", "Bùi Thị Tập (1995)")
    homes = searched.homes.text().splitlines()
    assert [home[:3] for home in homes] == ["1: ", "2: "]
    assert {home[3:] for home in homes} == {
        "Bùi Thị Tập – 001 – Bùi Văn Mẫu · Thôn Phi Long",
        "Bùi Thị Tập – 002 – Vi Văn Sáu · Thôn Phi Long",
    }
    assert searched.summary.text() == "1 pairs. Each is a question, not a mistake."
    assert not at.panel.title.isVisible()


@pytest.mark.parametrize(("digit", "which"), [("1", "first"), ("2", "second")])
def test_either_household_is_opened_by_its_digit(at: Panel, searched: DuplicatesView, digit: str, which: str) -> None:
    pair = searched.current_pair
    assert pair is not None
    at.hands.write(digit)
    assert at.panel.household_id == getattr(pair, which).household_id
    assert at.panel.whole.isVisible()


def test_two_people_are_not_asked_about_again(qtbot: QtBot, at: Panel, searched: DuplicatesView) -> None:
    with qtbot.waitSignal(searched.job.finished):
        at.hands.write("3")
    assert lines(searched) == []
    assert searched.summary.text() == "Nobody seems to stand in the registry twice."
    assert not searched.grid.isVisible()
    assert len(at.desk.engine.execute("SELECT * FROM not_the_same")) == 1
    with qtbot.waitSignal(searched.job.finished):
        at.hands.control(Qt.Key.Key_Z)
    assert len(lines(searched)) == 1


def test_the_second_entry_is_closed_by_an_event(at: Panel, searched: DuplicatesView) -> None:
    pair = searched.current_pair
    assert pair is not None
    at.hands.write("4")
    form = at.panel.events.form
    assert form.choice is EventChoice.MOVE_OUT
    assert form.people.chosen == (pair.second.id,)
    form.date.setFocus()
    at.hands.enter()
    assert [one.person.id for one in at.view.members].count(pair.second.id) == 0
    assert find_duplicates.find_duplicates(at.desk).pairs == ()


def test_escape_goes_back_to_the_household(at: Panel, searched: DuplicatesView) -> None:
    at.hands.press(Qt.Key.Key_Escape)
    assert at.panel.whole.isVisible()
    assert at.panel.title.text() == "001 – Bùi Văn Mẫu"
    assert not searched.isVisible()


def test_a_long_search_says_what_is_going_on_and_can_be_stopped(
    qtbot: QtBot, at: Panel, other: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert other
    begun, go_on = threading.Event(), threading.Event()
    search = find_duplicates.search

    def slow(read: find_duplicates.PeopleToCompare) -> find_duplicates.DuplicateList:
        begun.set()
        go_on.wait(10)
        return search(read)

    monkeypatch.setattr(find_duplicates, "search", slow)
    view = at.panel.duplicates
    at.panel.show_duplicates()
    try:
        assert begun.wait(10)
        qtbot.waitUntil(lambda: view.notice.sentence == "Comparing people…")
        stop = next(button for button in view.notice.findChildren(QPushButton) if button.text() == "Stop")
        stop.setFocus()
        at.hands.press(Qt.Key.Key_Space)
        assert (view.notice.sentence, view.job.is_busy) == ("", False)
    finally:
        go_on.set()
        view.job.wait()
    assert lines(view) == []


def test_a_number_that_many_share_is_said_once(qtbot: QtBot, at: Panel) -> None:
    number = "038061000123"
    many = [(NewMember(Person("", f"Vi Văn {one}", citizen_number=number), HEAD),) for one in "ABCDEĐGHIKL"]
    for family in many:
        household_of(at.desk, family)
    with qtbot.waitSignal(at.panel.duplicates.job.finished):
        at.panel.show_duplicates()
    said = at.panel.duplicates.groups.text()
    assert said.startswith("11 people share: same number (Vi Văn ")
    assert lines(at.panel.duplicates) == []
