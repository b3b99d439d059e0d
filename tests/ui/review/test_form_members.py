from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from povertydesk.poverty.person import HEAD, Sex, Work
from povertydesk.store import people
from povertydesk.ui.review.form_view import ReviewFormView
from povertydesk.workflow import review_rounds
from tests.ui.hands import Hands
from tests.ui.review.conftest import FormAtWork, add_households


@pytest.fixture
def nobody(form: FormAtWork) -> FormAtWork:
    """The form of a household of which nobody is entered yet."""
    (key,) = add_households(form.desk, 1, ())
    review_rounds.add_to_round(form.desk, form.round_id, [key])
    form.households.append(key)
    assert form.view.open(form.round_id, key)
    return form


def enter_person(hands: Hands, name: str, birth: str, sex: str, relation: str) -> None:
    """Type a person up to the health insurance card; ethnic group and number are left blank."""
    for text in (name, birth):
        hands.write(text)
        hands.tab()
    hands.write(sex)
    hands.write(relation)
    hands.tab(3)


def test_people_are_typed_in_and_closed_answers_go_on_by_themselves(nobody: FormAtWork, hands: Hands) -> None:
    enter_person(hands, "Hà Văn Thử", "1980", "1", "chủ hộ")
    hands.write("11")
    key = nobody.households[-1]
    (member,) = people.list_members(nobody.desk.engine, key)
    assert (member.person.name, member.person.birth_year, member.person.sex) == ("Hà Văn Thử", 1980, Sex.MALE)
    assert member.membership.relation == HEAD
    assert (member.person.insurance, member.person.work) == (True, Work.EMPLOYED)
    table = nobody.view.body.members.members.table
    assert table.plain_text(0, 1) == "Hà Văn Thử"
    assert nobody.view.head.buttons["members"].text() == "Members · 1"


def test_not_known_is_a_digit_and_leaves_the_cell_blank(nobody: FormAtWork, hands: Hands) -> None:
    enter_person(hands, "Hà Văn Thử", "1980", "1", "chủ hộ")
    hands.write("9")
    (member,) = people.list_members(nobody.desk.engine, nobody.households[-1])
    assert member.person.insurance is None
    current = nobody.view.body.members.grid.selection.current
    assert current is not None
    assert nobody.view.body.members.members.table.columns[current[1]].key == "work"


def test_enter_in_the_empty_line_goes_on_to_the_questions(nobody: FormAtWork, hands: Hands) -> None:
    hands.enter()
    assert nobody.item == "b1_total"
    hands.press(Qt.Key.Key_Up)
    assert nobody.view.body.part == "members"


def test_what_the_members_say_is_proposed_at_once(nobody: FormAtWork, hands: Hands) -> None:
    enter_person(hands, "Hà Văn Thử", "1980", "1", "chủ hộ")
    hands.write("2")
    assert nobody.opened.proposals["health_insurance"].members
    nobody.view.go_to("b1_total")
    assert "(Hà Văn Thử)" in nobody.words("health_insurance")


@pytest.mark.parametrize("way", ["write", "compose"])
def test_names_come_from_unikey_and_from_input_methods(nobody: FormAtWork, hands: Hands, way: str) -> None:
    getattr(hands, way)("Bùi Thị Mẫu")
    hands.tab()
    (member,) = people.list_members(nobody.desk.engine, nobody.households[-1])
    assert member.person.name == "Bùi Thị Mẫu"


def test_a_name_half_typed_is_kept_by_f8(nobody: FormAtWork, hands: Hands) -> None:
    hands.write("Hà Văn Thử")
    hands.press(Qt.Key.Key_F7)
    (member,) = people.list_members(nobody.desk.engine, nobody.households[-1])
    assert member.person.name == "Hà Văn Thử"


def test_members_of_a_sealed_round_are_not_typed_over(last_year: str, form: FormAtWork, hands: Hands) -> None:
    form.view.open(last_year, form.households[0], "")
    names = [one.person.name for one in people.list_members(form.desk.engine, form.households[0])]
    assert form.view.body.members.grid.hasFocus()
    hands.write("x")
    hands.tab(2)
    hands.write("2")
    assert [one.person.name for one in people.list_members(form.desk.engine, form.households[0])] == names
    hands.enter()
    assert form.item == "b1_total"


def test_four_people_of_a_new_household_are_entered_by_keys_line_by_line(nobody: FormAtWork, hands: Hands) -> None:
    nobody.view.resize(nobody.view.minimumSizeHint().width(), 420)
    family = (
        ("Hà Văn Thử", "12/3/1980", "1", "chủ hộ"),
        ("Bùi Thị Mẫu", "1982", "2", "vợ"),
        ("Hà Thị Tập", "5/9/2012", "2", "con"),
        ("Hà Văn Nháp", "2014", "1", "con"),
    )
    grid = nobody.view.body.members.grid
    for row, (name, birth, sex, relation) in enumerate(family):
        assert grid.selection.current == (row, 1)
        assert grid.horizontalScrollBar().value() == 0
        enter_person(hands, name, birth, sex, relation)
        hands.write("11")
        assert grid.horizontalScrollBar().value() > 0
        hands.enter()
    members = people.list_members(nobody.desk.engine, nobody.households[-1])
    assert [one.person.name for one in members] == [name for name, *_ in family]
    assert all(one.person.insurance and one.person.work is Work.EMPLOYED for one in members)
    assert grid.selection.current == (4, 1)
    hands.enter()
    assert nobody.item == "b1_total"


def test_esc_takes_a_name_back_and_leaves_the_form_only_then(nobody: FormAtWork, hands: Hands) -> None:
    closed: list[bool] = []
    nobody.view.closed.connect(lambda: closed.append(True))
    hands.write("Hà V")
    hands.press(Qt.Key.Key_Escape)
    assert nobody.view.body.members.grid.hasFocus()
    assert (closed, people.list_members(nobody.desk.engine, nobody.households[-1])) == ([], ())
    hands.press(Qt.Key.Key_Escape)
    assert closed == [True]


@pytest.mark.parametrize("way", ["write", "compose"])
def test_a_name_half_typed_in_the_form_is_there_again(
    nobody: FormAtWork, hands: Hands, make_view: Callable[[], ReviewFormView], qtbot: QtBot, way: str
) -> None:
    getattr(hands, way)("Hà V")
    # The program is killed here: nothing is put away.
    nobody.view.stop()
    again = make_view()
    assert again.reopen()
    grid = again.body.members.grid
    qtbot.waitUntil(lambda: [one.text() for one in grid.findChildren(QLineEdit)] == ["Hà V"])
    hands.write("ăn Thử")
    hands.enter()
    (member,) = people.list_members(nobody.desk.engine, nobody.households[-1])
    assert member.person.name == "Hà Văn Thử"
