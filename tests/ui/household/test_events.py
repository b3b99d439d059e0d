from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from povertydesk.poverty.person import HEAD, Sex
from povertydesk.store import households, people, rounds
from povertydesk.ui.household.panel import HouseholdPanel
from povertydesk.ui.session import Session
from povertydesk.workflow import keep_registry, life_events
from povertydesk.workflow.event_entry import EventChoice
from tests.ui.household.at_the_panel import Panel
from tests.workflow.contents import key_of
from tests.workflow.registry import day, member
from tests.workflow.sealing import seal_round_with

Said = Callable[..., str]
TODAY = "20/11/2026"
MOST_KEYS = 6
"""After choosing the person: the keys beside those of the day, on which one Enter more records."""


def recorded(at: Panel) -> str:
    return at.panel.events.notice.sentence


@pytest.mark.parametrize("way", ["write", "compose"])
def test_a_birth(at: Panel, way: str) -> None:
    before = at.contents
    at.go_to(3)
    at.press("1")
    getattr(at.hands, way)("Bùi Thị Ngân")
    at.press("⏎2⏎")
    getattr(at.hands, way)("cháu nội")
    at.press("⏎⏎")
    child = at.view.members[-1]
    assert (child.person.name, child.person.sex, child.membership.relation) == (
        "Bùi Thị Ngân",
        Sex.FEMALE,
        "grandchild",
    )
    assert child.person.birth_on == datetime.date(2026, 11, 20)
    assert at.past_events() == [(TODAY, "Birth", "Bùi Thị Ngân")]
    assert recorded(at) == f"Recorded: ghi sinh Bùi Thị Ngân, hộ 001, ngày {TODAY}."
    assert at.keys <= MOST_KEYS
    at.take_back_newest_event()
    assert at.contents == before
    assert at.past_events() == []


def test_a_death(at: Panel) -> None:
    before = at.contents
    at.choose_member("Bùi Văn Nháp")
    at.press("2⏎")
    assert "Bùi Văn Nháp" not in at.members
    assert people.read_person(at.desk.engine, at.key_of("Bùi Văn Nháp")).died_on == datetime.date(2026, 11, 20)
    assert at.past_events() == [(TODAY, "Death", "Bùi Văn Nháp")]
    assert at.panel.subtitle.text() == "Thôn Phi Long · 3 people entered"
    assert at.keys <= MOST_KEYS
    at.take_back_newest_event()
    assert at.contents == before


def test_the_death_of_the_head_asks_for_the_next(at: Panel) -> None:
    before = at.contents
    at.choose_member("Bùi Văn Mẫu")
    at.press("2")
    assert at.panel.events.form.successor.isVisible()
    assert at.panel.events.form.successor.list.hasFocus()
    at.press("1⏎")
    assert at.members == {"Hà Thị Thử": HEAD, "Bùi Thị Tập": None, "Bùi Văn Nháp": None}
    assert at.panel.title.text() == "001 – Hà Thị Thử"
    assert at.keys <= MOST_KEYS
    at.take_back_newest_event()
    assert at.contents == before
    assert at.panel.title.text() == "001 – Bùi Văn Mẫu"


@pytest.mark.parametrize("way", ["write", "compose"])
def test_moving_in(at: Panel, way: str) -> None:
    before = at.contents
    at.go_to(3)
    at.press("3")
    getattr(at.hands, way)("Vi Văn Đến")
    at.press("⏎")
    getattr(at.hands, way)("1950")
    at.press("⏎1⏎")
    getattr(at.hands, way)("bố đẻ")
    at.press("⏎⏎")
    came = at.view.members[-1]
    assert (came.person.name, came.person.birth_year, came.membership.relation) == ("Vi Văn Đến", 1950, "father")
    assert came.membership.from_on == datetime.date(2026, 11, 20)
    assert at.past_events() == [(TODAY, "Moving in", "Vi Văn Đến")]
    at.take_back_newest_event()
    assert at.contents == before


def test_several_move_out_and_one_comes_back(at: Panel) -> None:
    before = at.contents
    at.choose_member("Bùi Thị Tập")
    at.press("4")
    at.panel.events.form.people.setFocus()
    at.press("4⏎⏎")
    assert list(at.members) == ["Bùi Văn Mẫu", "Hà Thị Thử"]
    assert at.past_events() == [(TODAY, "Moving out", "Bùi Thị Tập, Bùi Văn Nháp")]
    assert at.keys <= MOST_KEYS
    away = at.contents
    at.keys = 0
    at.press("5")
    offered = [one.words for one in at.panel.events.form.people.lines]
    assert offered == ["Bùi Thị Tập · 04/03/1995", "Bùi Văn Nháp · 1998"]
    at.press("2⏎⏎")
    assert at.members["Bùi Văn Nháp"] is None
    assert not at.lives("Bùi Thị Tập")
    assert at.past_events()[0] == (TODAY, "Coming back", "Bùi Văn Nháp")
    assert at.keys <= MOST_KEYS
    at.take_back_newest_event()
    assert at.contents == away
    at.take_back_newest_event()
    assert at.contents == before


def test_a_household_that_left_comes_back_under_a_head(at: Panel) -> None:
    life_events.move_out(at.desk, [one.person.id for one in at.view.members], day(6, 1))
    at.panel.show_household(at.household)
    before = at.contents
    at.go_to(3)
    at.press("5")
    at.press("12⏎")
    form = at.panel.events.form
    assert form.head.isVisible()
    assert [one.words for one in form.head.lines] == ["Bùi Văn Mẫu · 1970", "Hà Thị Thử · 1972"]
    at.press("2⏎")
    assert at.view.household.ended_on is None
    assert at.members == {"Hà Thị Thử": HEAD, "Bùi Văn Mẫu": None}
    assert at.keys <= MOST_KEYS
    at.take_back_newest_event()
    assert at.contents == before


@pytest.mark.parametrize("way", ["write", "compose"])
def test_a_member_marries_into_another_household(at: Panel, neighbours: str, way: str) -> None:
    before = at.contents
    at.choose_member("Bùi Thị Tập")
    at.press("6⏎⏎")
    assert at.panel.events.form.household.field.editor.hasFocus()
    getattr(at.hands, way)("giả")
    assert [one.words for one in at.panel.events.form.household.lines] == ["002 – Lê Văn Giả · Thôn Phi Long"]
    at.press("⏎")
    getattr(at.hands, way)("con dâu")
    at.press("⏎⏎")
    assert at.view.household.people_count == 3
    joined = keep_registry.read_household(at.desk, neighbours)
    assert {one.person.name: one.membership.relation for one in joined.members}["Bùi Thị Tập"] == "daughter_in_law"
    assert at.past_events() == [(TODAY, "Marriage", "Bùi Thị Tập, to household 002 – Lê Văn Giả")]
    at.panel.show_household(neighbours)
    assert at.past_events() == [(TODAY, "Marriage", "Bùi Thị Tập, from household 001 – Bùi Văn Mẫu")]
    at.take_back_newest_event()
    assert at.contents == before


def test_a_member_marries_out_of_the_commune(at: Panel) -> None:
    before = at.contents
    at.choose_member("Bùi Thị Tập")
    at.press("6⏎⏎⏎⏎")
    assert not at.lives("Bùi Thị Tập")
    assert at.past_events() == [(TODAY, "Marriage", "Bùi Thị Tập")]
    assert at.keys <= MOST_KEYS
    at.take_back_newest_event()
    assert at.contents == before


def test_someone_marries_in_from_elsewhere(at: Panel) -> None:
    before = at.contents
    at.go_to(3)
    at.press("62⏎")
    at.hands.write("Vi Thị Mới")
    at.press("⏎")
    at.hands.write("2000")
    at.press("⏎2⏎")
    at.hands.write("con dâu")
    at.press("⏎⏎")
    assert at.members["Vi Thị Mới"] == "daughter_in_law"
    assert at.past_events() == [(TODAY, "Marriage", "Vi Thị Mới")]
    at.take_back_newest_event()
    assert at.contents == before


def test_a_couple_splits_off_and_the_head_leaves_with_it(at: Panel) -> None:
    before = at.contents
    at.choose_member("Bùi Văn Mẫu")
    at.press("7")
    form = at.panel.events.form
    assert form.head.chosen == (at.key_of("Bùi Văn Mẫu"),)
    at.press("1⏎")
    (founded,) = [one for one in households.list_households(at.desk.engine) if one.id != at.household]
    assert (founded.code, founded.head_name, founded.people_count) == ("002", "Bùi Văn Mẫu", 1)
    assert at.view.household.head_name == "Hà Thị Thử"
    assert at.past_events() == [(TODAY, "Splitting off", "Bùi Văn Mẫu, to household 002 – Bùi Văn Mẫu")]
    assert at.keys <= MOST_KEYS
    at.take_back_newest_event()
    assert at.contents == before


def test_two_children_split_off_under_one_of_them(at: Panel) -> None:
    before = at.contents
    at.choose_member("Bùi Thị Tập")
    at.press("7")
    at.panel.events.form.people.setFocus()
    at.press("4⏎2⏎")
    (founded,) = [one for one in households.list_households(at.desk.engine) if one.id != at.household]
    assert (founded.head_name, founded.people_count) == ("Bùi Văn Nháp", 2)
    assert list(at.members) == ["Bùi Văn Mẫu", "Hà Thị Thử"]
    assert at.keys <= MOST_KEYS
    at.take_back_newest_event()
    assert at.contents == before


@pytest.mark.parametrize("way", ["write", "compose"])
def test_a_household_joins_another(at: Panel, neighbours: str, way: str) -> None:
    before = at.contents
    at.go_to(3)
    at.press("8")
    getattr(at.hands, way)("002")
    at.press("⏎⏎")
    assert at.view.household.ended_on == datetime.date(2026, 11, 20)
    assert len(keep_registry.read_household(at.desk, neighbours).members) == 6
    assert at.past_events() == [(TODAY, "Merging into another household", "to household 002 – Lê Văn Giả")]
    assert "no longer in the commune since 20/11/2026" in at.panel.subtitle.text()
    assert at.keys <= MOST_KEYS
    at.panel.show_household(neighbours)
    assert at.past_events() == [(TODAY, "Took another household in", "from household 001 – Bùi Văn Mẫu")]
    at.take_back_newest_event()
    assert at.contents == before


@pytest.mark.parametrize("way", ["write", "compose"])
def test_a_household_moves_to_another_village(at: Panel, way: str) -> None:
    before = at.contents
    at.go_to(3)
    at.press("9")
    assert at.panel.events.form.village.chosen is None
    getattr(at.hands, way)("vân ngọc")
    at.press("⏎⏎")
    assert at.view.household.village_id == key_of(at.desk, "Thôn Vân Ngọc")
    assert at.past_events() == [(TODAY, "Moving to another village", "Thôn Phi Long → Thôn Vân Ngọc")]
    assert at.panel.subtitle.text() == "Thôn Vân Ngọc · 4 people entered"
    at.take_back_newest_event()
    assert at.contents == before


def test_another_head(at: Panel) -> None:
    before = at.contents
    at.choose_member("Hà Thị Thử")
    at.press("0")
    offered = [one.words for one in at.panel.events.form.successor.lines]
    assert offered == ["Hà Thị Thử · 1972 · Vợ", "Bùi Thị Tập · 04/03/1995 · Con đẻ", "Bùi Văn Nháp · 1998 · Con đẻ"]
    at.press("1⏎")
    assert at.members == {"Hà Thị Thử": HEAD, "Bùi Văn Mẫu": None, "Bùi Thị Tập": None, "Bùi Văn Nháp": None}
    assert at.past_events() == [(TODAY, "Change of head", "Hà Thị Thử")]
    assert at.keys <= MOST_KEYS
    at.take_back_newest_event()
    assert at.contents == before


@pytest.mark.parametrize("way", ["write", "compose"])
def test_another_day_is_typed(at: Panel, way: str, said: Said) -> None:
    at.choose_member("Bùi Văn Nháp")
    at.press("4")
    at.hands.select_all()
    at.hands.press(Qt.Key.Key_Backspace)
    getattr(at.hands, way)("21/11/2026")
    at.press("⏎")
    assert at.panel.events.form.date.fault.text() == said("event-in-future", date="21/11/2026")
    assert at.lives("Bùi Văn Nháp")
    at.hands.press(Qt.Key.Key_Backspace)
    getattr(at.hands, way)("01/06/2026")
    at.press("⏎")
    assert at.past_events() == [("01/06/2026", "Moving out", "Bùi Văn Nháp")]


@pytest.mark.parametrize("way", ["write", "compose"])
def test_a_sealed_round_asks_for_a_reason_and_only_then(at: Panel, way: str, said: Said) -> None:
    sealed = seal_round_with(at.desk, at.household)
    at.panel.show_household(at.household)
    at.choose_member("Bùi Văn Nháp")
    at.press("4")
    assert not at.panel.events.form.reason.isVisible()
    at.hands.select_all()
    at.hands.write("01/06/2025")
    at.press("⏎")
    reason = at.panel.events.form.reason
    assert reason.fault.text() == said("event-in-sealed-round", date="01/06/2025", year=2025)
    assert reason.editor.hasFocus()
    getattr(at.hands, way)("Báo muộn")
    at.press("⏎")
    assert not at.lives("Bùi Văn Nháp")
    assert [one.reason for one in rounds.list_amendments(at.desk.engine, sealed)] == ["Báo muộn"]


def test_what_was_not_chosen_is_asked_for(at: Panel, said: Said) -> None:
    at.go_to(3)
    for digit, code in (("8", "event-without-household"), ("9", "event-without-village"), ("1", "person-without-name")):
        before = at.contents
        at.panel.events.form.focus_first()
        at.press(digit)
        at.panel.events.form.date.setFocus()
        at.press("⏎")
        assert at.panel.events.form.notice.sentence == said(code)
        assert at.contents == before
    at.panel.events.form.focus_first()
    at.press("0")
    at.panel.events.form.date.setFocus()
    at.press("⏎")
    assert at.panel.events.form.notice.sentence == said("event-without-people")


def test_nothing_found_says_so_under_the_field(at: Panel) -> None:
    at.go_to(3)
    at.press("8")
    at.hands.write("999")
    field = at.panel.events.form.household.field
    assert field.fault.text() == "No household in the registry fits. Type its code or its head's name."
    at.press("⏎")
    assert field.editor.hasFocus()


def test_an_event_that_others_rest_on_is_taken_back_with_them(at: Panel) -> None:
    before = at.contents
    son = member(at.desk, at.household, "Bùi Văn Nháp")
    at.choose_member("Bùi Thị Tập")
    at.press("4⏎")
    at.choose_member("Bùi Văn Nháp")
    at.press("4⏎")
    grid = at.panel.events.grid
    grid.setFocus()
    at.hands.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    at.hands.press(Qt.Key.Key_Down)
    at.hands.press(Qt.Key.Key_Delete)
    notice = at.panel.events.notice
    assert notice.sentence.startswith(
        "Later work rests on this event and would be taken back with it: ghi Bùi Văn Nháp"
    )
    assert people.current_stay(at.desk.engine, son) is None
    link = next(button for button in notice.findChildren(QPushButton) if button.text() == "Take all of it back")
    link.setFocus()
    at.hands.press(Qt.Key.Key_Space)
    assert at.contents == before


def test_what_was_recorded_is_taken_back_by_its_link(at: Panel) -> None:
    before = at.contents
    at.choose_member("Bùi Văn Nháp")
    at.press("2⏎")
    link = next(
        button for button in at.panel.events.notice.findChildren(QPushButton) if button.text() == "Take it back"
    )
    link.setFocus()
    at.hands.press(Qt.Key.Key_Space)
    assert at.contents == before


def test_an_event_undone_and_redone_is_undone_again(at: Panel, session: Session) -> None:
    before = at.contents
    at.choose_member("Bùi Văn Nháp")
    at.press("2⏎")
    at.hands.control(Qt.Key.Key_Z)
    assert at.past_events() == []
    redo = session.undo_state().redo
    assert redo is not None
    session.take_back(redo)
    assert at.past_events() == [(TODAY, "Death", "Bùi Văn Nháp")]
    at.take_back_newest_event()
    assert at.contents == before


def test_several_chosen_members_are_marked_together(at: Panel) -> None:
    at.go_to(2)
    at.hands.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    at.hands.press(Qt.Key.Key_Down, times=2)
    at.hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    at.go_to(3)
    at.press("4")
    assert at.panel.events.form.people.chosen == (at.key_of("Bùi Thị Tập"), at.key_of("Bùi Văn Nháp"))


def test_fields_are_shown_only_as_the_kind_needs(at: Panel, panel: HouseholdPanel) -> None:
    form = panel.events.form
    at.go_to(3)
    parts = {
        name: getattr(form, name)
        for name in (
            "direction", "people", "person", "name", "born", "sex", "household", "relation", "village", "head",
            "successor", "date", "reason",
        )
    }  # fmt: skip
    shown = {}
    for choice in EventChoice:
        form.begin(choice)
        shown[choice] = {name for name, part in parts.items() if part.isVisible()} - {"date"}
        assert form.date.isVisible()
    assert shown == {
        EventChoice.BIRTH: {"name", "sex", "relation"},
        EventChoice.DEATH: {"person"},
        EventChoice.MOVE_IN: {"name", "born", "sex", "relation"},
        EventChoice.MOVE_OUT: {"people"},
        EventChoice.MOVE_BACK: {"people"},
        EventChoice.MARRY_OUT: {"direction", "person", "household"},
        EventChoice.MARRY_IN: {"direction", "name", "born", "sex", "relation"},
        EventChoice.SPLIT: {"people", "head"},
        EventChoice.MERGE: {"household"},
        EventChoice.MOVE_VILLAGE: {"village"},
        EventChoice.CHANGE_OF_HEAD: {"successor"},
    }


def test_an_event_that_was_begun_waits_for_its_household(at: Panel, neighbours: str) -> None:
    at.go_to(3)
    at.press("62⏎")
    at.hands.write("Vi Thị Mới")
    at.press("⏎")
    at.hands.write("2000")
    at.press("⏎2")
    assert at.panel.has_unsaved
    at.panel.show_household(neighbours)
    form = at.panel.events.form
    assert at.panel.has_unsaved
    assert (form.choice, form.name.text) == (None, "")
    at.panel.show_household(at.household)
    assert (form.choice, form.name.text, form.born.text) == (EventChoice.MARRY_IN, "Vi Thị Mới", "2000")
    form.date.setFocus()
    at.hands.enter()
    came = at.view.members[-1].person
    assert (came.name, came.birth_year, came.sex) == ("Vi Thị Mới", 2000, Sex.FEMALE)
    assert not at.panel.has_unsaved
