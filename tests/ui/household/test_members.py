from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from povertydesk.poverty.citizen_number import mask_citizen_number
from povertydesk.poverty.person import HEAD, Sex, Work
from povertydesk.store import rounds
from povertydesk.ui.household.member_lines import MemberLine
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.workflow.desk import Desk
from tests.ui.household.at_the_panel import Panel
from tests.workflow.sealing import seal_round_with

Said = Callable[..., str]


@pytest.fixture
def members(at: Panel) -> Panel:
    """The clerk in the grid of members."""
    at.go_to(2)
    return at


def table(at: Panel) -> RecordTable[MemberLine]:
    return at.panel.members.table


def stand_on(at: Panel, row: int, column: str) -> None:
    place = table(at).column_of(column)
    assert place is not None
    at.panel.members.grid.step_to((row, place))


@pytest.mark.parametrize("way", ["write", "compose"])
@pytest.mark.parametrize(
    ("column", "typed", "shown", "field", "kept"),
    [
        ("name", "Hà Thị Đường", "Hà Thị Đường", "name", "Hà Thị Đường"),
        ("birth", "05/01/1972", "05/01/1972", "birth_on", datetime.date(1972, 1, 5)),
        ("birth", "1971", "1971", "birth_year", 1971),
        ("sex", "nữ", "female", "sex", Sex.FEMALE),
        ("sex", "1", "male", "sex", Sex.MALE),
        ("ethnic_group", "thái", "Thái", "ethnic_group", 3),
        ("citizen_number", "038172005678", "038172005678", "citizen_number", "038172005678"),
        ("education", "Lớp 9/12", "Lớp 9/12", "education", "Lớp 9/12"),
        ("work", "đang đi học", "at school", "work", Work.STUDYING),
        ("work", "2", "without work", "work", Work.NOT_EMPLOYED),
        ("insurance", "có", "yes", "insurance", True),
        ("insurance", "2", "no", "insurance", False),
        ("disability", "không", "no", "disability", False),
        ("benefits", "Tuất; thẻ BHYT", "Tuất; thẻ BHYT", "benefits", ("Tuất", "thẻ BHYT")),
        ("benefits", "không", "none", "benefits", ()),
    ],
)  # fmt: skip
def test_a_cell_is_kept_however_it_is_typed(
    members: Panel, way: str, column: str, typed: str, shown: str, field: str, kept: object
) -> None:
    before = members.contents
    stand_on(members, 3, column)
    getattr(members.hands, way)(typed)
    members.hands.enter()
    assert getattr(members.view.members[3].person, field) == kept
    assert members.cells(3)[column] == shown
    members.hands.control(Qt.Key.Key_Z)
    assert members.contents == before


@pytest.mark.parametrize("way", ["write", "compose"])
def test_a_relation_is_kept_however_it_is_typed(members: Panel, way: str) -> None:
    stand_on(members, 3, "relation")
    getattr(members.hands, way)("con rể")
    members.hands.enter()
    assert members.members["Bùi Văn Nháp"] == "son_in_law"
    assert members.cells(3)["relation"] == "Con rể"


def test_what_is_not_known_is_blank_and_never_no(members: Panel) -> None:
    blank = ("ethnic_group", "citizen_number", "education", "work", "insurance", "disability", "benefits")
    assert all(members.cells(1)[column] == "" for column in blank)
    stand_on(members, 1, "insurance")
    members.hands.write("2")
    members.hands.enter()
    stand_on(members, 1, "insurance")
    members.hands.press(Qt.Key.Key_Delete)
    assert members.view.members[1].person.insurance is None
    assert members.panel.members.missing.text() == "Still missing: sex (1), ethnic group (4)."


@pytest.mark.parametrize("way", ["write", "compose"])
def test_the_blank_line_takes_one_more_person_in(members: Panel, way: str) -> None:
    before = members.contents
    members.hands.press(Qt.Key.Key_Down, times=4)
    getattr(members.hands, way)("Bùi Thị Ngân")
    members.hands.tab()
    members.hands.write("2019")
    members.hands.tab()
    members.hands.write("2")
    members.hands.tab()
    members.hands.write("cháu nội")
    members.hands.enter()
    added = members.view.members[4]
    assert (added.person.name, added.person.birth_year, added.person.sex) == ("Bùi Thị Ngân", 2019, Sex.FEMALE)
    assert added.membership.relation == "grandchild"
    assert members.view.household.people_count == 5
    assert [members.cells(row)["name"] for row in (4, 5)] == ["Bùi Thị Ngân", ""]
    assert table(members).rowCount() == 6
    assert members.panel.subtitle.text() == "Thôn Phi Long · 5 people entered"
    for _ in range(4):
        members.hands.control(Qt.Key.Key_Z)
    assert members.contents == before
    assert table(members).rowCount() == 5


def test_after_tabs_enter_begins_the_next_line(members: Panel) -> None:
    members.hands.press(Qt.Key.Key_Down, times=4)
    for name, birth, sex in (("Bùi Thị Ngân", "2019", "2"), ("Bùi Văn Kim", "2021", "1")):
        for text in (name, birth):
            members.hands.write(text)
            members.hands.tab()
        members.hands.write(sex)
        members.hands.enter()
    added = [(one.person.name, one.person.birth_year, one.person.sex) for one in members.view.members[4:]]
    assert added == [("Bùi Thị Ngân", 2019, Sex.FEMALE), ("Bùi Văn Kim", 2021, Sex.MALE)]
    index = members.panel.members.grid.currentIndex()
    assert (index.row(), table(members).columns[index.column()].key) == (6, "name")


def test_a_run_of_tabs_ends_where_one_goes_elsewhere(members: Panel) -> None:
    members.hands.tab()
    members.hands.press(Qt.Key.Key_Down)
    members.hands.enter()
    index = members.panel.members.grid.currentIndex()
    assert (index.row(), table(members).columns[index.column()].key) == (2, "birth")
    members.hands.tab()
    members.hands.enter()
    index = members.panel.members.grid.currentIndex()
    assert (index.row(), table(members).columns[index.column()].key) == (3, "birth")


def test_a_line_without_a_name_waits_for_it(members: Panel, said: Said) -> None:
    stand_on(members, 4, "birth")
    members.hands.write("2019")
    members.hands.enter()
    assert len(members.members) == 4
    assert said("person-without-name") in members.panel.members.doubt.text()
    assert members.panel.has_unsaved
    stand_on(members, 4, "name")
    members.hands.write("Bùi Thị Ngân")
    members.hands.enter()
    assert members.view.members[4].person.birth_year == 2019
    assert not members.panel.has_unsaved


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("birth", "31/02/1990", "birth-unreadable"),
        ("birth", "2030", "birth-out-of-range"),
        ("sex", "khác", "sex-unreadable"),
        ("relation", "bạn", "relation-unreadable"),
        ("ethnic_group", "Mèo", "ethnic-group-unreadable"),
        ("citizen_number", "03817A", "citizen-number-unreadable"),
        ("work", "nghỉ", "work-unreadable"),
        ("insurance", "hết hạn", "mark-unreadable"),
    ],
)
def test_what_cannot_be_read_stays_with_its_sentence(
    members: Panel, said: Said, column: str, typed: str, code: str
) -> None:
    before = members.contents
    stand_on(members, 1, column)
    members.hands.write(typed)
    members.hands.enter()
    stand_on(members, 1, column)
    assert members.cells(1)[column] == typed
    assert members.panel.members.doubt.text() == said(code, text=typed)
    assert members.contents == before
    assert members.panel.has_unsaved
    members.panel.show_household(None)
    members.panel.show_household(members.household)
    assert members.cells(1)[column] == typed


def test_a_head_is_changed_by_an_event_only(members: Panel, said: Said) -> None:
    stand_on(members, 0, "relation")
    members.hands.write("vợ")
    members.hands.enter()
    stand_on(members, 0, "relation")
    assert members.panel.members.doubt.text() == said("head-changes-by-event", person="Bùi Văn Mẫu")
    stand_on(members, 1, "relation")
    members.hands.write("chủ hộ")
    members.hands.enter()
    stand_on(members, 1, "relation")
    assert members.panel.members.doubt.text() == said("second-head")
    assert members.members["Bùi Văn Mẫu"] == HEAD


def test_a_renamed_head_renames_the_household(members: Panel) -> None:
    stand_on(members, 0, "name")
    members.hands.write("Bùi Văn Đường")
    members.hands.enter()
    assert members.panel.title.text() == "001 – Bùi Văn Đường"
    members.hands.control(Qt.Key.Key_Z)
    assert members.panel.title.text() == "001 – Bùi Văn Mẫu"


@pytest.mark.parametrize(
    ("number", "code", "values"),
    [
        ("038070001234", "citizen-number-says-male", {}),
        ("038171001234", "citizen-number-year-differs", {"year": 1972, "year_of_number": "1971"}),
        ("003172001234", "citizen-number-place-unknown", {"code": "003"}),
        ("03817200123", "citizen-number-wrong-length", {"digits": 11}),
    ],
)
def test_a_doubtful_number_is_kept_and_warned_of(
    members: Panel, said: Said, number: str, code: str, values: dict[str, str | int]
) -> None:
    stand_on(members, 1, "citizen_number")
    members.hands.write(number)
    members.hands.enter()
    assert members.view.members[1].person.citizen_number == number
    stand_on(members, 1, "citizen_number")
    masked = mask_citizen_number(number)
    assert said(code, masked=masked, **values) in members.panel.members.doubt.text()
    stand_on(members, 0, "name")
    assert members.panel.members.doubt.text().startswith("Hà Thị Thử: ")


def test_a_number_borne_by_another_is_named_with_its_household(members: Panel, said: Said) -> None:
    for row, number in ((0, "038070001234"), (3, "038070001234")):
        stand_on(members, row, "citizen_number")
        members.hands.write(number)
        members.hands.enter()
    stand_on(members, 0, "citizen_number")
    sentence = said("citizen-number-borne-twice", masked="********1234", person="Bùi Văn Nháp", household="001")
    assert members.panel.members.doubt.text() == sentence


def test_a_pasted_block_is_taken_whole_as_one_operation(members: Panel) -> None:
    before = members.contents
    QGuiApplication.clipboard().setText("Bùi Thị Ngân\t2019\tnữ\tcháu nội")
    stand_on(members, 4, "name")
    members.hands.control(Qt.Key.Key_V)
    assert members.members["Bùi Thị Ngân"] == "grandchild"
    assert members.last_operation() == "add-person"
    members.hands.control(Qt.Key.Key_Z)
    assert members.contents == before


def test_a_block_over_several_people_is_one_operation(members: Panel) -> None:
    before = members.contents
    QGuiApplication.clipboard().setText("Mường\nMường\nMường\nMường")
    stand_on(members, 0, "ethnic_group")
    members.hands.control(Qt.Key.Key_V)
    assert [one.person.ethnic_group for one in members.view.members] == [6] * 4
    assert members.last_operation() == "enter-members"
    members.hands.control(Qt.Key.Key_Z)
    assert members.contents == before


@pytest.mark.parametrize("way", ["write", "compose"])
def test_a_member_of_a_sealed_round_needs_a_reason(at: Panel, desk: Desk, said: Said, way: str) -> None:
    sealed = seal_round_with(desk, at.household)
    at.panel.show_household(at.household)
    at.go_to(2)
    stand_on(at, 4, "name")
    at.hands.write("Bùi Thị Ngân")
    at.hands.enter()
    reason = at.panel.members.reason
    assert reason.fault.text() == said("member-in-sealed-round", household="001", year=2025)
    assert reason.editor.hasFocus()
    getattr(at.hands, way)("Kê khai sót người")
    at.hands.enter()
    assert "Bùi Thị Ngân" in at.members
    assert not reason.isVisible()
    assert not at.panel.has_unsaved
    assert [one.reason for one in rounds.list_amendments(desk.engine, sealed)] == ["Kê khai sót người"]
