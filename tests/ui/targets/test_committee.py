"""The register of the steering committee on the page Chỉ tiêu, and whom its members help, typed by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from povertydesk import paths
from povertydesk.poverty.committee import CommitteeRole
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.named_target import LeavingTarget
from povertydesk.poverty.problems import Severity
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.targets.committee import CommitteeView
from povertydesk.ui.targets.helped import HelpedView
from povertydesk.workflow import edit_names, keep_committee
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_names import EntrySheet, NameEntry
from povertydesk.workflow.keep_committee import CommitteeMember
from tests.ui.grid_sight import targets_page
from tests.ui.hands import CONTROL, Hands
from tests.workflow.registry import household_of

PHI_LONG, MINH_LONG = "Thôn Phi Long", "Thôn Minh Long"
CHAIR, POLICY, FORMER = "Hà Văn Mẫu", "Bùi Thị Nháp", "Đinh Văn Cũ"


@pytest.fixture
def view(qtbot: QtBot, window: MainWindow, hands: Hands) -> CommitteeView:
    """The register as the keys bring it to the front."""
    page = targets_page(window)
    qtbot.waitUntil(lambda: bool(page.actions()))
    for _ in range(2):
        hands.press(Qt.Key.Key_PageDown, CONTROL)
    shown = page.views.in_front
    assert isinstance(shown, CommitteeView)
    return shown


@pytest.fixture
def households(desk: Desk) -> list[str]:
    """Three households registered to leave poverty, two of them in one village."""
    found = [household_of(desk, village=name) for name in (MINH_LONG, PHI_LONG, PHI_LONG)]
    entries = [NameEntry(key, "chosen", "x") for key in found]
    edit_names.enter_names(desk, EntrySheet(2023, 1), entries, Messages.load(paths.resources("messages")))
    return found


@pytest.fixture
def register(view: CommitteeView, households: list[str], hands: Hands) -> CommitteeView:
    """A committee of two and one who is over, pasted from Excel while three households wait for help."""
    assert len(households) == 3
    paste(
        view,
        hands,
        (CHAIR, "Chủ tịch", "UBND xã", "1", "*", "0900 000 000", "1/1/2023", ""),
        (POLICY, "Công chức", "UBND xã", "4", "Phi Long", "", "1/1/2023", ""),
        (FORMER, "Bí thư", "Đoàn Thanh niên", "", "", "", "1/1/2020", "1/1/2023"),
    )
    return view


def paste(view: CommitteeView, hands: Hands, *lines: tuple[str, ...]) -> None:
    QGuiApplication.clipboard().setText("".join("\t".join(line) + "\r\n" for line in lines))
    stand(view, next(line.row_id for line in view.table.records if line.is_new), "name")
    hands.control(Qt.Key.Key_V)


def members(desk: Desk) -> dict[str, CommitteeMember]:
    committee = keep_committee.read_committee(desk, 2023)
    return {one.officer.name: one for one in (*committee.members, *committee.others)}


def helpers(desk: Desk) -> dict[str, str]:
    return {one.household.id: one.helper for one in keep_committee.list_helped(desk, 2023)}


def shown(view: CommitteeView, name: str, key: str) -> str:
    column = view.table.column_of(key)
    assert column is not None
    return view.table.shown_row(row_of(view, name))[column].text


def row_of(view: CommitteeView, name: str) -> int:
    return next(place for place, line in enumerate(view.table.records) if line.value("name") == name)


def stand(view: CommitteeView | HelpedView, row_id: str, key: str) -> None:
    view.view.setFocus()
    assert view.view.go_to(row_id, key)


def open_list(view: CommitteeView, hands: Hands, name: str) -> HelpedView:
    stand(view, view.table.row_id(row_of(view, name)), "helped")
    hands.enter()
    assert view.helped is not None
    assert view.helped.isVisible()
    return view.helped


def test_an_empty_register_waits_for_names_and_lists(view: CommitteeView) -> None:
    assert view.view.hasFocus()
    assert view.entries.current_place == (view.table.row_id(0), "name")
    assert all(line.is_new for line in view.table.records)
    assert view.table.rowCount() == 10
    assert view.summary.text()
    assert (view.finding_line.sentence, view.unhelped_button.isVisible()) == ("", False)


@pytest.mark.parametrize("typing", ["write", "compose"])
def test_a_member_is_typed_from_every_keyboard(view: CommitteeView, desk: Desk, hands: Hands, typing: str) -> None:
    type_in: Callable[[str], None] = getattr(hands, typing)
    for words in (POLICY, "Công chức văn hóa và xã hội", "Ủy ban nhân dân xã", "4", "minh long; 3", "0900 000 001"):
        type_in(words)
        hands.tab()
    type_in("1/2/2023")
    hands.enter()
    one = members(desk)[POLICY]
    assert (one.officer.position, one.term.organisation) == ("Công chức văn hóa và xã hội", "Ủy ban nhân dân xã")
    assert (one.term.role, one.term.phone) == (CommitteeRole.SECRETARY, "0900 000 001")
    assert {village.name for village in one.villages} == {MINH_LONG, PHI_LONG}
    assert (shown(view, POLICY, "role"), shown(view, POLICY, "from_on")) == ("Thư ký", "01/02/2023")
    assert shown(view, POLICY, "villages") == f"{MINH_LONG}; {PHI_LONG}"
    assert not view.has_unsaved
    hands.control(Qt.Key.Key_Z)
    assert members(desk)[POLICY].term.from_on is None


def test_a_pasted_list_says_who_is_over_and_who_helps_nobody(register: CommitteeView, desk: Desk) -> None:
    assert [line.value("name") for line in register.table.records if not line.is_new] == [CHAIR, POLICY, FORMER]
    assert shown(register, CHAIR, "role") == "Trưởng ban"
    assert (shown(register, CHAIR, "standing"), bool(shown(register, FORMER, "standing"))) == ("", True)
    column = register.table.column_of("helped")
    assert column is not None
    marks = {name: register.table.finding(row_of(register, name), column) for name in (CHAIR, POLICY, FORMER)}
    assert {name for name, mark in marks.items() if mark and mark[0] is Severity.NOTE} == {CHAIR, POLICY}
    assert register.unhelped_button.isVisible()
    assert "3" in register.unhelped_button.text()
    assert len(members(desk)[CHAIR].villages) == 6


def test_a_fault_keeps_its_line_and_is_mended_in_place(
    view: CommitteeView, desk: Desk, hands: Hands, sentence: Callable[..., str]
) -> None:
    hands.write(CHAIR)
    hands.tab()
    stand(view, view.table.row_id(0), "role")
    hands.write("9")
    hands.enter()
    assert view.notice.sentence == sentence("role-unknown", text="9")
    assert shown(view, CHAIR, "role") == "9"
    assert (view.has_unsaved, members(desk)[CHAIR].term.role) == (True, CommitteeRole.MEMBER)
    stand(view, view.table.row_id(0), "role")
    assert view.finding_line.sentence == sentence("role-unknown", text="9")
    hands.write("1")
    hands.enter()
    assert members(desk)[CHAIR].term.role is CommitteeRole.HEAD
    assert (view.notice.sentence, view.has_unsaved) == ("", False)


def test_villages_without_member_are_told_with_a_way_to_the_cell(
    view: CommitteeView, desk: Desk, hands: Hands, sentence: Callable[..., str]
) -> None:
    paste(view, hands, (CHAIR, "Chủ tịch", "", "1", "2;3;4;5;6"))
    assert len(members(desk)[CHAIR].villages) == 5
    told = sentence("village-without-member", village=MINH_LONG, date="31/12/2023")
    assert view.finding_line.sentence == told
    view.go_to(view._committee.findings[0])
    assert view.entries.current_place == (members(desk)[CHAIR].term.id, "villages")


def test_households_are_given_to_a_member_by_keys(
    register: CommitteeView, desk: Desk, hands: Hands, households: list[str]
) -> None:
    helped = open_list(register, hands, POLICY)
    assert helped.heading.text().startswith(POLICY)
    # Those of the member's own village without help stand first.
    assert [line.row_id for line in helped.table.records] == [*households[1:], households[0]]
    hands.write("x")
    hands.enter()
    hands.write("x")
    hands.enter()
    assert helpers(desk) == {households[0]: "", households[1]: POLICY, households[2]: POLICY}
    assert [line.mark for line in helped.table.records] == ["x", "x", ""]
    stand(helped, households[2], "mark")
    hands.press(Qt.Key.Key_Delete)
    assert helpers(desk)[households[2]] == ""
    hands.press(Qt.Key.Key_Escape)
    assert register.view.hasFocus()
    assert shown(register, POLICY, "helped") == "1"
    hands.control(Qt.Key.Key_Z)
    assert shown(register, POLICY, "helped") == "2"


def test_the_near_poor_are_told_from_the_poor(
    register: CommitteeView, desk: Desk, hands: Hands, households: list[str]
) -> None:
    near_poor = household_of(desk, village=MINH_LONG)
    sheet = EntrySheet(2023, 1, target=LeavingTarget.NEAR_POOR)
    edit_names.enter_names(
        desk, sheet, [NameEntry(near_poor, "chosen", "x")], Messages.load(paths.resources("messages"))
    )
    helped = open_list(register, hands, POLICY)
    column = helped.table.column_of("target")
    assert column is not None
    told = {line.row_id: helped.table.shown_row(row)[column].text for row, line in enumerate(helped.table.records)}
    poor, near = (QCoreApplication.translate("HelpedView", words) for words in ("Poor", "Near-poor"))
    assert told == {**dict.fromkeys(households, poor), near_poor: near}
    stand(helped, near_poor, "mark")
    hands.write("x")
    hands.enter()
    assert helpers(desk)[near_poor] == POLICY


@pytest.mark.parametrize("typing", ["write", "compose"])
def test_who_is_without_help_gets_a_helper_by_name(
    register: CommitteeView, desk: Desk, hands: Hands, households: list[str], typing: str
) -> None:
    type_in: Callable[[str], None] = getattr(hands, typing)
    register.unhelped_button.click()
    assert register.helped is not None
    assert [line.row_id for line in register.helped.table.records] == households
    type_in(POLICY)
    hands.enter()
    type_in("Hội Phụ nữ xã")
    hands.enter()
    assert helpers(desk) == {households[0]: POLICY, households[1]: "Hội Phụ nữ xã", households[2]: ""}
    assert members(desk)[POLICY].households == (households[0],)
    # They stay in sight, so that a slip can be mended.
    assert register.helped.table.rowCount() == 3
    hands.press(Qt.Key.Key_Escape)
    assert "1" in register.unhelped_button.text()


def test_what_chooses_nothing_is_refused_and_opened_again(
    qtbot: QtBot, register: CommitteeView, desk: Desk, hands: Hands, sentence: Callable[..., str]
) -> None:
    helped = open_list(register, hands, POLICY)
    hands.write("k")
    hands.enter()
    assert helped.notice.sentence == sentence("answer-not-yes", text="k")
    qtbot.waitUntil(lambda: hands.place is not helped.view)
    hands.retype("x")
    hands.enter()
    assert helped.notice.sentence == ""
    assert list(helpers(desk).values()).count(POLICY) == 1


def test_a_former_member_who_still_helps_is_marked(
    register: CommitteeView, desk: Desk, hands: Hands, sentence: Callable[..., str]
) -> None:
    open_list(register, hands, FORMER)
    hands.write("x")
    hands.enter()
    hands.press(Qt.Key.Key_Escape)
    words = sentence("helper-outside-term", officer=FORMER, households=1)
    column = register.table.column_of("helped")
    assert column is not None
    assert register.table.finding(row_of(register, FORMER), column) == (Severity.WARNING, words)
    stand(register, members(desk)[FORMER].term.id, "helped")
    assert register.finding_line.sentence == words


def test_a_line_entered_by_mistake_is_removed_and_brought_back(
    register: CommitteeView, desk: Desk, hands: Hands
) -> None:
    stand(register, members(desk)[FORMER].term.id, "position")
    hands.press(Qt.Key.Key_Minus, CONTROL)
    assert FORMER not in members(desk)
    hands.control(Qt.Key.Key_Z)
    assert shown(register, FORMER, "position") == "Bí thư"


def test_another_year_closes_the_list_and_shows_its_committee(
    window: MainWindow, register: CommitteeView, hands: Hands
) -> None:
    helped = open_list(register, hands, POLICY)
    window.year_box.setValue(2022)
    assert not helped.isVisible()
    assert [line.value("name") for line in register.table.records if not line.is_new] == [FORMER, CHAIR, POLICY]
    assert shown(register, FORMER, "standing") == ""
