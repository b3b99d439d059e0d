"""The list of names behind a village's target, opened from the grid and filled in by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from povertydesk.poverty.committee import OfficerTerm
from povertydesk.poverty.named_target import HouseholdNeed, LeavingTarget, TargetResult
from povertydesk.poverty.plan import Officer
from povertydesk.poverty.problems import Severity
from povertydesk.store import officers
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.printing import Printed
from povertydesk.ui.targets.name_bar import PaperWish
from povertydesk.ui.targets.names import NamesView
from povertydesk.ui.targets.page import TargetsPage
from povertydesk.workflow import edit_grid, keep_committee, name_households, set_up_office
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_grid import CellEntry
from povertydesk.workflow.named_lists import NamedHousehold, read_names
from tests.ui.grid_sight import marked, shown_column, shown_total, stand_on, targets_page
from tests.ui.hands import Hands
from tests.workflow.contents import key_of
from tests.workflow.judged_round import Form, seal_year
from tests.workflow.registry import household_of

PHI_LONG = "Thôn Phi Long"


@pytest.fixture
def page(window: MainWindow) -> TargetsPage:
    return targets_page(window)


@pytest.fixture
def listed(desk: Desk) -> list[str]:
    """Two poor households of a village, the second one nearer to the line."""
    keys = [household_of(desk, village=PHI_LONG) for _ in range(2)]
    seal_year(desk, 2022, {keys[0]: Form(100, 4), keys[1]: Form(135, 3)})
    return keys


@pytest.fixture
def names(page: TargetsPage, listed: list[str], hands: Hands) -> NamesView:
    assert listed
    stand_on(page, 2, "named")
    hands.enter()
    assert page.names is not None
    assert page.names.isVisible()
    return page.names


def only(desk: Desk) -> NamedHousehold:
    (one,) = read_names(desk, 2023).rows
    return one


def shown(names: NamesView, row: int, key: str) -> str:
    column = names.table.column_of(key)
    assert column is not None
    return names.table.shown_row(row)[column].text


def stand(names: NamesView, row: int, key: str) -> None:
    names.view.setFocus()
    assert names.view.go_to(names.table.row_id(row), key)


def test_the_nearest_household_is_chosen_and_counted(
    qtbot: QtBot, page: TargetsPage, names: NamesView, desk: Desk, hands: Hands, listed: list[str]
) -> None:
    assert names.heading.text() == "Thôn Phi Long: hộ đăng ký thoát nghèo năm 2023"
    assert names.table.row_id(0) == listed[1]
    assert shown(names, 0, "lacking") == "6 điểm B1 hoặc 1 chỉ số"
    hands.write("x")
    hands.enter()
    assert only(desk).household.id == listed[1]
    assert names.summary.text().startswith("Đã chọn 1/2 hộ")
    assert names.table.shown_totals()[3] == "1"
    hands.press(Qt.Key.Key_Escape)
    assert page.view.hasFocus()
    qtbot.waitUntil(lambda: shown_column(page, "named")[2] == "1")
    assert shown_total(page, "named") == "1"
    hands.control(Qt.Key.Key_Z)
    assert read_names(desk, 2023).rows == ()


@pytest.mark.parametrize("typing", ["write", "compose"])
def test_helper_and_note_take_vietnamese_from_every_keyboard(
    names: NamesView, desk: Desk, hands: Hands, typing: str
) -> None:
    type_in: Callable[[str], None] = getattr(hands, typing)
    for key, words in (("helper", "Hội Phụ nữ xã"), ("note", "Đã vay vốn"), ("done", "Thăm hộ, tặng giống")):
        stand(names, 0, key)
        type_in(words)
        hands.enter()
        assert shown(names, 0, key) == words
    one = only(desk)
    assert (one.helper, one.registered.note) == ("Hội Phụ nữ xã", "Đã vay vốn")
    assert [(past.month, past.done) for past in one.follow_ups] == [(names.bar.month, "Thăm hộ, tặng giống")]


@pytest.mark.parametrize("typing", ["write", "compose"])
def test_needs_and_result_are_chosen_by_digits_or_words(
    names: NamesView, desk: Desk, hands: Hands, typing: str
) -> None:
    type_in: Callable[[str], None] = getattr(hands, typing)
    stand(names, 0, "needs")
    type_in("5, vay vốn")
    hands.enter()
    assert shown(names, 0, "needs") == "vay vốn; nhà tiêu"
    stand(names, 0, "result")
    type_in("1")
    hands.enter()
    assert shown(names, 0, "result") == "đã thoát nghèo"
    registered = only(desk).registered
    assert registered.needs == (HouseholdNeed.LOAN, HouseholdNeed.TOILET)
    assert registered.result is TargetResult.LEFT


def test_what_is_not_understood_stays_to_be_mended(
    qtbot: QtBot, names: NamesView, desk: Desk, hands: Hands, sentence: Callable[..., str]
) -> None:
    stand(names, 0, "needs")
    hands.write("20")
    hands.enter()
    assert names.notice.sentence == sentence("need-unknown", text="20")
    qtbot.waitUntil(lambda: hands.place is not names.view)
    hands.retype("2")
    hands.enter()
    assert names.notice.sentence == ""
    assert only(desk).registered.needs == (HouseholdNeed.LIVESTOCK,)


def test_nobody_goes_back_over_what_is_not_understood(
    qtbot: QtBot, page: TargetsPage, names: NamesView, hands: Hands, sentence: Callable[..., str]
) -> None:
    stand(names, 0, "needs")
    hands.write("20")
    names.back_button.click()
    assert (names.isVisible(), page.has_unsaved) == (True, True)
    assert names.notice.sentence == sentence("need-unknown", text="20")
    qtbot.waitUntil(lambda: hands.place is not names.view)
    hands.press(Qt.Key.Key_Escape)
    assert names.notice.sentence == ""
    hands.press(Qt.Key.Key_Escape)
    assert (names.isVisible(), page.has_unsaved) == (False, False)


def test_a_village_without_households_says_what_to_do(page: TargetsPage, hands: Hands) -> None:
    stand_on(page, 0, "named")
    hands.enter()
    assert page.names is not None
    assert page.names.summary.text() == "Thôn Minh Long chưa có hộ nào trong sổ. Hãy nhập hộ ở trang Hộ gia đình trước."
    hands.press(Qt.Key.Key_Escape)
    assert page.view.hasFocus()


def test_another_year_goes_back_to_the_targets(window: MainWindow, page: TargetsPage, names: NamesView) -> None:
    window.year_box.setValue(2024)
    assert not names.isVisible()
    assert page.view.isVisible()


class TestTheMonths:
    def test_every_month_of_the_year_is_reached_by_keys_and_shown_in_one_line(
        self, names: NamesView, desk: Desk, hands: Hands
    ) -> None:
        names.bar.months.setCurrentIndex(10)
        stand(names, 0, "done")
        for words in ("Thăm hộ", "Trao bò giống"):
            hands.alt(Qt.Key.Key_Left)
            hands.write(words)
            hands.enter()
            stand(names, 0, "done")
        assert [(past.month, past.done) for past in only(desk).follow_ups] == [(9, "Trao bò giống"), (10, "Thăm hộ")]
        assert shown(names, 0, "months") == "· · · · · · · · 9 10 · ·"
        assert (shown(names, 0, "done"), names.table.columns[8].title) == ("Trao bò giống", "Đã làm tháng 9")
        hands.alt(Qt.Key.Key_Right)
        assert shown(names, 0, "done") == "Thăm hộ"
        assert (names.bar.months.currentIndex(), names.view.hasFocus()) == (9, True)

    def test_the_year_is_not_left(self, names: NamesView, hands: Hands) -> None:
        hands.alt(Qt.Key.Key_Left)
        assert names.bar.month == 1
        for _ in range(13):
            hands.alt(Qt.Key.Key_Right)
        assert names.bar.month == 12

    def test_what_is_being_typed_belongs_to_the_month_it_was_typed_in(
        self, names: NamesView, desk: Desk, hands: Hands
    ) -> None:
        stand(names, 0, "done")
        hands.write("Thăm hộ")
        names.bar.months.setCurrentIndex(10)
        assert [(past.month, past.done) for past in only(desk).follow_ups] == [(1, "Thăm hộ")]
        assert shown(names, 0, "done") == ""


class TestTheNearPoor:
    @pytest.fixture
    def near_poor(self, desk: Desk) -> str:
        near = household_of(desk, village=PHI_LONG)
        seal_year(desk, 2022, {near: Form(120, 2)})
        for field, count in (("near_poor_reduction", "2"), ("near_poor_registered", "1")):
            edit_grid.enter_cells(desk, 2023, [CellEntry(key_of(desk, PHI_LONG), field, count)])
        return near

    def test_they_are_named_in_a_list_of_their_own(
        self, page: TargetsPage, near_poor: str, desk: Desk, hands: Hands
    ) -> None:
        page.column_menu._columns.toggle("near_poor_named", "near_poor_registered")
        page.column_menu.changed.emit()
        stand_on(page, 2, "near_poor_named")
        hands.enter()
        names = page.names
        assert names is not None
        assert names.heading.text().startswith("Thôn Phi Long: ")
        assert names.bar.lists.currentIndex() == 1
        assert names.table.row_id(0) == near_poor
        hands.write("x")
        hands.enter()
        assert (only(desk).household.id, only(desk).registered.target) == (near_poor, LeavingTarget.NEAR_POOR)
        assert names.figures.property("role") == "doubt"
        assert "−1" in names.figures.text()
        hands.press(Qt.Key.Key_F6)
        assert names.bar.lists.currentIndex() == 0
        assert (names.table.rowCount(), names.view.hasFocus()) == (0, True)
        assert names.figures.property("role") == "muted"
        hands.press(Qt.Key.Key_F6)
        assert shown(names, 0, "chosen") == "x"

    def test_the_targets_show_how_many_are_named(
        self, qtbot: QtBot, page: TargetsPage, near_poor: str, desk: Desk
    ) -> None:
        page.column_menu._columns.toggle("near_poor_named")
        page.column_menu.changed.emit()
        page._session.announce(name_households.register_households(desk, 2023, [near_poor], LeavingTarget.NEAR_POOR))
        qtbot.waitUntil(lambda: shown_column(page, "near_poor_named")[2] == "1")
        assert shown_total(page, "near_poor_named") == "1"
        qtbot.waitUntil(lambda: (2, "near_poor_named") in marked(page))


class TestNeeds:
    def test_they_are_proposed_by_the_form_until_they_are_taken(
        self, names: NamesView, desk: Desk, hands: Hands
    ) -> None:
        hands.write("x")
        hands.enter()
        assert only(desk).registered.needs == ()
        assert shown(names, 0, "needs").endswith(" việc làm")
        stand(names, 0, "needs")
        assert names.finding_line.sentence
        hands.press(Qt.Key.Key_F4)
        assert only(desk).registered.needs == (HouseholdNeed.JOB,)
        assert shown(names, 0, "needs") == "việc làm"
        assert names.finding_line.sentence == ""
        hands.press(Qt.Key.Key_F4)
        assert only(desk).registered.needs == (HouseholdNeed.JOB,)

    def test_a_proposal_is_edited_without_its_mark(self, names: NamesView, desk: Desk, hands: Hands) -> None:
        hands.write("x")
        hands.enter()
        stand(names, 0, "needs")
        hands.press(Qt.Key.Key_F2)
        hands.write("; nhà ở")
        hands.enter()
        assert only(desk).registered.needs == (HouseholdNeed.JOB, HouseholdNeed.HOUSE)


def test_the_ranking_explains_itself_below_the_list_and_beside_it(names: NamesView, hands: Hands) -> None:
    assert "Nếu hộ không còn thiếu hụt chỉ số “Việc làm” thì kết quả là hộ cận nghèo." in names.why.text()
    assert not names.reasons.isVisible()
    hands.press(Qt.Key.Key_F1)
    assert names.reasons.isVisible()
    assert "• Nếu điểm B1 tăng thêm 6 điểm thì kết quả là hộ không nghèo." in names.reasons.text()
    first = names.reasons.heading.text()
    hands.press(Qt.Key.Key_Down)
    assert names.reasons.heading.text() != first
    stand(names, 1, "done")
    hands.write("Thăm hộ")
    hands.enter()
    stand(names, 1, "done")
    assert "Thăm hộ" in names.reasons.text()
    hands.press(Qt.Key.Key_F1)
    assert not names.reasons.isVisible()


def test_those_with_the_fewest_indicators_stand_first_by_a_key(
    names: NamesView, desk: Desk, hands: Hands, listed: list[str]
) -> None:
    third = household_of(desk, village=PHI_LONG)
    seal_year(desk, 2023, {listed[0]: Form(100, 3), listed[1]: Form(135, 5), third: Form(120, 4)})
    names._session.set_year(2024)
    assert not names.isVisible()
    hands.enter()
    nearest = [listed[1], third, listed[0]]
    assert [names.table.row_id(row) for row in range(3)] == nearest
    hands.press(Qt.Key.Key_F7)
    assert [names.table.row_id(row) for row in range(3)] == nearest[::-1]
    hands.press(Qt.Key.Key_F7)
    assert [names.table.row_id(row) for row in range(3)] == nearest


@pytest.mark.parametrize("typing", ["write", "compose"])
def test_a_member_of_the_committee_helps_by_number(
    names: NamesView, desk: Desk, hands: Hands, listed: list[str], typing: str
) -> None:
    before = {one.id for one in officers.list_officers(desk.engine)}
    changes = set_up_office.edit_officer(desk, Officer("", "Lê Thị Thử", "Thành viên"))
    (officer,) = {one.id for one in officers.list_officers(desk.engine)} - before
    term = OfficerTerm("", officer, organisation="Hội Phụ nữ xã", villages=(key_of(desk, PHI_LONG),))
    keep_committee.edit_term(desk, term)
    names._session.announce(changes)
    stand(names, 0, "helper")
    assert "1 Lê Thị Thử (Hội Phụ nữ xã)" in names.keys.text()
    type_in: Callable[[str], None] = getattr(hands, typing)
    type_in("1")
    hands.enter()
    assert shown(names, 0, "helper") == "Lê Thị Thử"
    assert only(desk).registered.helper_id == officer


def test_a_long_register_names_the_first_and_counts_the_rest(names: NamesView, desk: Desk) -> None:
    for number in range(20):
        changes = set_up_office.edit_officer(desk, Officer("", f"Người Thử {number}", "Cán bộ"))
    names._session.announce(changes)
    stand(names, 0, "helper")
    shown = names.keys.text().split(" · ")
    assert len(shown) == 13
    assert shown[-2].startswith("12 ")
    assert str(len(officers.list_officers(desk.engine)) - 12) in shown[-1]


def test_a_low_screen_keeps_the_room_for_the_list(
    qtbot: QtBot, window: MainWindow, names: NamesView, hands: Hands
) -> None:
    assert (names.summary.isVisible(), names.why.isVisible(), names.keys.isVisible()) == (True, True, True)
    window.resize(910, 485)
    qtbot.waitUntil(lambda: not names.why.isVisible())
    assert (names.summary.isVisible(), names.keys.isVisible()) == (False, False)
    stand(names, 0, "needs")
    assert names.keys.isVisible()
    hands.press(Qt.Key.Key_F1)
    assert (names.reasons.isVisible(), names.keys.isVisible()) == (True, False)
    assert names.view.rows_height >= names.table.rowCount() * names.view.row_height


def test_results_come_from_the_sealed_round_in_one_act(
    names: NamesView, desk: Desk, hands: Hands, listed: list[str]
) -> None:
    assert not names.bar.take_button.isVisible()
    hands.write("x")
    hands.enter()
    seal_year(desk, 2023, {listed[0]: Form(160, 0), listed[1]: Form(100, 4)})
    hands.press(Qt.Key.Key_Escape)
    hands.enter()
    assert names.bar.take_button.isVisible()
    rows = {names.table.row_id(row): row for row in range(names.table.rowCount())}
    names.bar.take_button.click()
    assert shown(names, rows[listed[1]], "result").startswith("chưa thoát (")
    marks = [names.table.finding(rows[key], names.table.column_of("result") or 0) for key in listed]
    assert [mark is not None and mark[0] is Severity.WARNING for mark in marks] == [True, True]
    assert only(desk).registered.result is TargetResult.NOT_LEFT
    stand(names, rows[listed[0]], "result")
    assert names.finding_line.sentence
    hands.write("1")
    assert names.notice.sentence
    hands.control(Qt.Key.Key_Z)
    assert only(desk).registered.result is None


def test_the_list_prints_and_saves(
    names: NamesView, hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[tuple[str, int]] = []

    def take(_parent: object, _data: bytes, title: str, pages: int) -> Printed:
        printed.append((title, pages))
        return Printed.SENT

    monkeypatch.setattr("povertydesk.ui.printing.print_with_dialog", take)
    hands.control(Qt.Key.Key_P)
    assert printed == []
    assert names.notice.sentence.startswith("Năm 2023 chưa có hộ nào đăng ký")
    hands.write("x")
    hands.enter()
    hands.control(Qt.Key.Key_P)
    assert printed == [("Danh sách: Hộ đăng ký thoát nghèo, thoát cận nghèo năm 2023, thôn Phi Long", 1)]
    assert len(names.bar.paper_button.menu().actions()) == 6
    names.bar.paper_button.menu().actions()[1].trigger()
    assert printed[1][0].startswith("Phiếu theo dõi: Hộ đăng ký thoát nghèo, thoát cận nghèo, tháng 1 năm 2023")
    target = tmp_path / "theo-doi.xlsx"
    names.printing.save(PaperWish(follows=True, whole=True), target)
    assert target.exists()
    assert str(target) in names.notice.sentence
