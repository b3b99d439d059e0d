from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from povertydesk.poverty.area import AreaType
from povertydesk.workflow import life_events
from tests.ui.household.at_the_panel import Panel
from tests.workflow.registry import day

Said = Callable[..., str]


@pytest.mark.parametrize("way", ["write", "compose"])
@pytest.mark.parametrize(
    ("field", "typed", "kept", "shown"),
    [
        ("code", "Đ-017", "Đ-017", "Đ-017"),
        ("address", "Xóm Đồng, đường Lũng", "Xóm Đồng, đường Lũng", "Xóm Đồng, đường Lũng"),
        ("phone", "0912 000 111", "0912 000 111", "0912 000 111"),
        ("ethnic_group", "mường", 6, "Mường"),
        ("people_count", "6", 6, "6"),
    ],
)
def test_a_field_is_kept_however_it_is_typed(
    at: Panel, way: str, field: str, typed: str, kept: object, shown: str
) -> None:
    before = at.contents
    entry = at.panel.details.fields[field]
    entry.setFocus()
    at.hands.select_all()
    at.hands.press(Qt.Key.Key_Backspace)
    getattr(at.hands, way)(typed)
    at.hands.enter()
    assert getattr(at.view.household, field) == kept
    at.panel.show_household(None)
    at.panel.show_household(at.household)
    assert entry.text == shown
    assert at.last_operation() == "edit-household"
    at.hands.control(Qt.Key.Key_Z)
    assert at.contents == before


def test_an_ethnic_group_is_known_by_its_number(at: Panel, said: Said) -> None:
    entry = at.panel.details.ethnic_group
    entry.setFocus()
    at.hands.write("8")
    at.hands.enter()
    assert (at.view.household.ethnic_group, entry.text) == (8, "Hmông")
    entry.setFocus()
    at.hands.retype("Mèo")
    at.hands.enter()
    assert entry.fault.text() == said("ethnic-group-unreadable", text="Mèo")
    assert at.view.household.ethnic_group == 8
    at.hands.retype("")
    at.hands.enter()
    assert at.view.household.ethnic_group is None


@pytest.mark.parametrize("group", ["no_labour_capacity", "merit", "local_minority", "social_protection"])
def test_a_group_is_yes_no_or_not_known(at: Panel, group: str) -> None:
    row = at.panel.details.rows[group]
    assert (row.words, getattr(at.view.household, group)) == ("not known", None)
    row.setFocus()
    for digit, kept, words in (("1", True, "yes"), ("2", False, "no"), ("9", None, "not known")):
        at.hands.write(digit)
        assert getattr(at.view.household, group) is kept
        assert row.words == words
    at.hands.control(Qt.Key.Key_Z)
    assert row.words == "no"


def test_the_area_of_one_household_can_differ(at: Panel) -> None:
    row = at.panel.details.rows["area"]
    row.setFocus()
    at.hands.write("3")
    areas = [at.view.household.area]
    at.hands.press(Qt.Key.Key_Left)
    areas.append(at.view.household.area)
    at.hands.write("1")
    areas.append(at.view.household.area)
    assert areas == [AreaType.URBAN, AreaType.RURAL, None]


def test_enter_goes_through_the_whole_sheet(at: Panel) -> None:
    at.panel.details.code.setFocus()
    seen = []
    for _ in range(9):
        at.hands.enter()
        seen.append(at.hands.place.accessibleName())
    assert seen == [
        "Address", "Telephone", "Ethnic group", "Number of people", "Area", "Household without capacity to work",
        "Household with a person of merit", "Household of a local ethnic minority", "Household under social protection",
    ]  # fmt: skip


def test_the_head_is_renamed_among_the_members(at: Panel) -> None:
    assert at.panel.details.head_name.editor.isReadOnly()
    assert at.panel.details.head_name.editor.toolTip() == "The head's name is corrected among the members."


def test_a_village_is_left_by_an_event_only(at: Panel) -> None:
    assert not at.panel.details.village_choice.isVisible()
    words = "Thôn Phi Long – moving to another village is recorded under Events."
    assert at.panel.details.village_line.text() == words


def test_people_who_are_not_entered_are_spoken_of(at: Panel, said: Said) -> None:
    count = at.panel.details.people_count
    count.setFocus()
    at.hands.retype("6")
    at.hands.enter()
    assert at.panel.details.doubt.text() == said("some-members-not-entered", people=6, entered=4)
    assert at.panel.details.doubt.isVisible()
    count.setFocus()
    at.hands.retype("4")
    at.hands.enter()
    assert not at.panel.details.doubt.isVisible()


def test_a_household_that_ended_is_only_read(at: Panel) -> None:
    everybody = [one.person.id for one in at.view.members]
    life_events.move_out(at.desk, everybody, day(6, 1))
    at.panel.show_household(at.household)
    assert at.panel.subtitle.text() == "Thôn Phi Long · 0 people entered · no longer in the commune since 01/06/2022"
    assert all(field.editor.isReadOnly() for field in at.panel.details.fields.values())
    assert at.panel.events.form.isEnabled()
