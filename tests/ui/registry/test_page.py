from __future__ import annotations

import contextlib
import dataclasses
import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from povertydesk.legislation.questionnaires import B1_TOTAL
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.decision import HouseholdDecision
from povertydesk.poverty.household import Household
from povertydesk.poverty.person import HEAD, Person
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.registry_list import RegistryColumn, RegistryFilter
from povertydesk.poverty.review import RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import decisions, households
from povertydesk.ui import printing
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.plan.page import PlanPage
from povertydesk.ui.registry.household_table import COLUMNS
from povertydesk.ui.registry.page import HouseholdsPage
from povertydesk.ui.session import Session
from povertydesk.ui.start import Office
from povertydesk.workflow import keep_registry, life_events, registry_list, review_rounds
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.keep_registry import NewMember
from povertydesk.workflow.open_desk import open_desk
from povertydesk.workflow.sample import add_practice_households
from povertydesk.workflow.start_file import NewOffice, start_file
from tests.ui.hands import Hands
from tests.workflow.reviewed import amount, fill_in, indicators, open_round

HOUSEHOLDS = (
    ("Thôn Phi Long", "001", "Nguyễn Văn Đông", 4, 1, "Xóm Đồi", "0912 345 678"),
    ("Thôn Phi Long", "002", "Bùi Thị An", 2, 6, "", ""),
    ("Thôn Vân Ngọc", "001", "Đinh Văn Ân", 7, 1, "Xóm Đồng", ""),
    ("Thôn Vân Ngọc", "017", "Hà Văn Dũng", None, None, "Khu 5", "0987 654 321"),
)
BY_NAME = ["Bùi Thị An", "Đinh Văn Ân", "Hà Văn Dũng", "Nguyễn Văn Đông"]
COLUMN = {column: place for place, column in enumerate(COLUMNS)}


def enter_households(desk: Desk) -> list[str]:
    villages = {village.name: village.id for village in registry_list.list_villages(desk)}
    return [
        keep_registry.add_household(
            desk,
            Household("", villages[village], code, head, count, address, phone, group),
            [NewMember(Person("", head, birth_year=1980), HEAD)],
        ).id
        for village, code, head, count, group, address, phone in HOUSEHOLDS
    ]


@pytest.fixture
def registry(sample: Path, program: Program) -> Path:
    """The sample with four households, of whom one is poor and one near-poor."""
    with contextlib.closing(open_desk(sample, program)) as desk:
        keys = enter_households(desk)
        statuses = (PovertyStatus.POOR, PovertyStatus.NEAR_POOR)
        with desk.operation("close-round", year=2022) as act:
            decisions.add_decisions(
                desk.engine,
                act.writer,
                [
                    HouseholdDecision(key, "2022-2026", status, datetime.date(2022, 12, 14))
                    for key, status in zip(keys, statuses, strict=False)
                ],
            )
    return sample


@pytest.fixture
def page(qtbot: QtBot, show: Callable[[Path], MainWindow], registry: Path) -> HouseholdsPage:
    return page_of(qtbot, show(registry))


@pytest.fixture
def session(page: HouseholdsPage) -> Session:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window.session


def page_of(qtbot: QtBot, window: MainWindow) -> HouseholdsPage:
    made = window.page_named("households")
    assert isinstance(made, HouseholdsPage)
    with qtbot.waitSignal(made.listed):
        window.show_page("households")
    return made


def shown(page: HouseholdsPage, column: RegistryColumn = RegistryColumn.HEAD) -> list[str]:
    return [page.table.text(row, column) for row in range(page.table.rowCount())]


def current(page: HouseholdsPage) -> str:
    return page.table.text(page.view.currentIndex().row(), RegistryColumn.HEAD)


def record(session: Session, household_id: str | None) -> Household:
    assert household_id is not None
    return keep_registry.read_household(session.desk, household_id).household


def hidden(page: HouseholdsPage) -> set[RegistryColumn]:
    return {column for column, place in COLUMN.items() if page.view.isColumnHidden(place)}


def test_the_list_shows_what_the_registry_knows_by_given_name(page: HouseholdsPage, hands: Hands) -> None:
    assert shown(page) == BY_NAME
    assert [page.table.text(3, column) for column in COLUMNS] == [
        "001", "Nguyễn Văn Đông", "Thôn Phi Long", "4", "Kinh", "Xóm Đồi · 0912 345 678", "Hộ nghèo", "",
    ]  # fmt: skip
    assert shown(page, RegistryColumn.STATUS) == ["Hộ cận nghèo", "Chưa rõ", "Chưa rõ", "Hộ nghèo"]
    assert page.counts.text() == "4 hộ · 14 nhân khẩu · hộ nghèo 1 · hộ cận nghèo 1 · chưa rõ 2"
    assert hidden(page) == {RegistryColumn.IN_ROUND}
    assert hands.place is page.view
    assert current(page) == "Bùi Thị An"


def test_keys_walk_through_the_list(page: HouseholdsPage, hands: Hands) -> None:
    hands.press(Qt.Key.Key_Down, times=2)
    assert current(page) == "Hà Văn Dũng"
    hands.press(Qt.Key.Key_End)
    assert current(page) == "Nguyễn Văn Đông"
    hands.press(Qt.Key.Key_Home)
    assert current(page) == "Bùi Thị An"
    hands.press(Qt.Key.Key_PageDown)
    assert current(page) == "Nguyễn Văn Đông"


def test_enter_opens_the_household_and_esc_leads_back(page: HouseholdsPage, session: Session, hands: Hands) -> None:
    hands.press(Qt.Key.Key_Down)
    hands.enter()
    assert page.panel_is_open
    assert record(session, page.panel.household_id).head_name == "Đinh Văn Ân"
    assert page.panel.isAncestorOf(hands.place)
    assert page.panel.title.text() == "001 – Đinh Văn Ân"
    hands.press(Qt.Key.Key_Escape)
    assert (hands.place, page.panel_is_open) == (page.view, True)
    hands.press(Qt.Key.Key_Escape)
    assert (hands.place, page.panel_is_open) == (page.view, False)
    assert current(page) == "Đinh Văn Ân"


def test_the_open_household_follows_the_list(qtbot: QtBot, page: HouseholdsPage, hands: Hands) -> None:
    hands.enter()
    hands.press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.panel.household_shown):
        hands.press(Qt.Key.Key_End)
    assert page.panel.title.text() == "001 – Nguyễn Văn Đông"
    assert hands.place is page.view


def test_least_needed_columns_go_out_of_sight_beside_an_open_household(page: HouseholdsPage, hands: Hands) -> None:
    hands.enter()
    assert {RegistryColumn.ADDRESS, RegistryColumn.ETHNIC_GROUP} < hidden(page)
    assert not hidden(page) & {RegistryColumn.CODE, RegistryColumn.HEAD, RegistryColumn.STATUS}
    assert page.list_side.isVisible()
    assert page.view.horizontalHeader().length() <= page.view.viewport().width()


def test_on_a_narrow_screen_the_open_household_has_all_of_it(qtbot: QtBot, page: HouseholdsPage, hands: Hands) -> None:
    page.window().resize(910, 485)
    hands.enter()
    qtbot.waitUntil(lambda: not page.list_side.isVisible())
    assert page.panel.isVisible()
    hands.press(Qt.Key.Key_Escape)
    assert page.list_side.isVisible()
    assert not page.panel_is_open
    assert hands.place is page.view


def test_a_new_household_is_taken_in_and_stood_on(
    qtbot: QtBot, page: HouseholdsPage, session: Session, hands: Hands
) -> None:
    hands.press(Qt.Key.Key_Down)
    hands.control(Qt.Key.Key_N)
    assert page.panel_is_open
    assert page.panel.household_id is None
    assert page.panel.isAncestorOf(hands.place)
    page.panel.details.head_name.setFocus()
    hands.write("Lê Thị Mẫu")
    with qtbot.waitSignals([page.panel.household_shown, page.listed]):
        hands.enter()
    assert shown(page) == ["Bùi Thị An", "Đinh Văn Ân", "Hà Văn Dũng", "Nguyễn Văn Đông", "Lê Thị Mẫu"]
    assert current(page) == "Lê Thị Mẫu"
    entered = record(session, page.panel.household_id)
    assert (entered.code, entered.head_name) == ("018", "Lê Thị Mẫu")
    window = page.window()
    assert isinstance(window, MainWindow)
    with qtbot.waitSignal(page.listed):
        window.undo()
    assert shown(page) == BY_NAME


@pytest.mark.parametrize("way", ["write", "compose"])
def test_letters_typed_into_the_list_filter_by_name(qtbot: QtBot, page: HouseholdsPage, hands: Hands, way: str) -> None:
    """The first key is handed on, and all others come where Unikey and ibus expect them."""
    hands.write("d")
    assert page.filters.head.hasFocus()
    page.filters.head.clear()
    with qtbot.waitSignal(page.listed):
        getattr(hands, way)("ngọc đông"[5:])
    assert page.filters.head.text() == "đông"
    assert shown(page) == ["Nguyễn Văn Đông"]
    assert page.counts.text() == "1 hộ · 4 nhân khẩu · hộ nghèo 1 · trong tổng số 4 hộ"
    hands.enter()
    assert page.view.hasFocus()
    assert current(page) == "Nguyễn Văn Đông"


def test_vietnamese_letters_typed_into_the_list_arrive_whole(qtbot: QtBot, page: HouseholdsPage, hands: Hands) -> None:
    with qtbot.waitSignal(page.listed):
        hands.write("Dũ")
    assert page.filters.head.text() == "Dũ"
    assert shown(page) == ["Hà Văn Dũng"]


def test_digits_typed_into_the_list_filter_by_code(qtbot: QtBot, page: HouseholdsPage, hands: Hands) -> None:
    with qtbot.waitSignal(page.listed):
        hands.write("01")
    assert page.filters.code.text() == "01"
    assert shown(page) == ["Hà Văn Dũng"]


def test_filters_work_together_and_esc_takes_them_off(qtbot: QtBot, page: HouseholdsPage, hands: Hands) -> None:
    page.filters.village.setFocus()
    with qtbot.waitSignal(page.listed):
        hands.press(Qt.Key.Key_Down, times=4)
    assert shown(page) == ["Đinh Văn Ân", "Hà Văn Dũng"]
    page.filters.address.setFocus()
    with qtbot.waitSignal(page.listed):
        hands.write("xom dong")
    assert shown(page) == ["Đinh Văn Ân"]
    assert page.clear_button.isVisible()
    hands.press(Qt.Key.Key_Escape)
    assert page.filters.address.text() == ""
    with qtbot.waitSignal(page.listed):
        hands.press(Qt.Key.Key_Escape)
    assert hands.place is page.view
    with qtbot.waitSignal(page.listed):
        hands.press(Qt.Key.Key_Escape)
    assert page.filters.chosen == RegistryFilter()
    assert shown(page) == BY_NAME
    assert not page.clear_button.isVisible()


def test_a_status_is_chosen_by_keys(qtbot: QtBot, page: HouseholdsPage, hands: Hands) -> None:
    page.filters.status.setFocus()
    with qtbot.waitSignal(page.listed):
        hands.write("h")
    assert page.filters.status.currentText() == "Hộ nghèo"
    assert shown(page) == ["Nguyễn Văn Đông"]
    with qtbot.waitSignal(page.listed):
        hands.press(Qt.Key.Key_End)
    assert page.filters.status.currentText() == "Không còn ở xã"
    assert shown(page) == []


def test_nothing_found_is_said_with_the_way_out(qtbot: QtBot, page: HouseholdsPage, hands: Hands) -> None:
    with qtbot.waitSignal(page.listed):
        hands.write("zz")
    assert page.nothing.sentence == "Không có hộ nào khớp bộ lọc."
    assert page.view.isVisible()
    hands.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown(page) == BY_NAME)
    assert page.nothing.sentence == ""


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (RegistryColumn.PEOPLE, ["Hà Văn Dũng", "Bùi Thị An", "Nguyễn Văn Đông", "Đinh Văn Ân"]),
        (RegistryColumn.STATUS, ["Nguyễn Văn Đông", "Bùi Thị An", "Đinh Văn Ân", "Hà Văn Dũng"]),
    ],
)
def test_a_click_on_a_heading_orders_the_list_and_a_second_one_turns_it_round(
    qtbot: QtBot, page: HouseholdsPage, hands: Hands, column: RegistryColumn, expected: list[str]
) -> None:
    standing = current(page)
    header = page.view.horizontalHeader()
    middle = QPoint(header.sectionViewportPosition(COLUMN[column]) + 12, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert shown(page) == expected
    assert current(page) == standing
    assert header.sortIndicatorSection() == COLUMN[column]
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert shown(page) != expected
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder


def test_the_list_is_ordered_without_the_mouse(qtbot: QtBot, page: HouseholdsPage, hands: Hands) -> None:
    with qtbot.waitSignal(page.listed):
        hands.control(Qt.Key.Key_Right)
    assert shown(page, RegistryColumn.VILLAGE) == ["Thôn Phi Long"] * 2 + ["Thôn Vân Ngọc"] * 2
    hands.control(Qt.Key.Key_Left)
    with qtbot.waitSignal(page.listed):
        hands.control(Qt.Key.Key_Left)
    hands.control(Qt.Key.Key_Left)
    assert shown(page, RegistryColumn.CODE) == ["001", "001", "002", "017"]
    with qtbot.waitSignal(page.listed):
        hands.control(Qt.Key.Key_Down)
    assert shown(page, RegistryColumn.CODE) == ["017", "002", "001", "001"]


def test_what_others_write_is_shown_and_the_place_is_kept(
    qtbot: QtBot, page: HouseholdsPage, session: Session, hands: Hands
) -> None:
    hands.press(Qt.Key.Key_Down, times=2)
    desk = session.desk
    first = keep_registry.read_household(desk, households.list_households(desk.engine)[0].id)
    with qtbot.waitSignal(page.listed):
        session.write(
            lambda: keep_registry.edit_person(desk, dataclasses.replace(first.members[0].person, name="Nguyễn Văn Anh"))
        )
    assert shown(page) == ["Bùi Thị An", "Nguyễn Văn Anh", "Đinh Văn Ân", "Hà Văn Dũng"]
    assert current(page) == "Hà Văn Dũng"


def test_a_page_behind_another_shows_the_change_when_it_comes_to_the_front(
    qtbot: QtBot, page: HouseholdsPage, session: Session, hands: Hands
) -> None:
    hands.go_to("Chỉ tiêu")
    desk = session.desk
    alone = next(one for one in households.list_households(desk.engine) if one.head_name == "Hà Văn Dũng")
    (person,) = keep_registry.read_household(desk, alone.id).members
    assert session.write(lambda: life_events.move_out(desk, [person.person.id], datetime.date(2023, 1, 5)))
    with qtbot.waitSignal(page.listed):
        hands.go_to("Hộ gia đình")
    assert shown(page) == ["Bùi Thị An", "Đinh Văn Ân", "Nguyễn Văn Đông"]
    page.filters.status.setFocus()
    with qtbot.waitSignal(page.listed):
        hands.press(Qt.Key.Key_End)
    assert shown(page) == ["Hà Văn Dũng"]


def test_an_open_round_has_its_column_and_its_filter(
    qtbot: QtBot, page: HouseholdsPage, session: Session, hands: Hands
) -> None:
    assert not page.filters.in_round.isVisible()
    desk = session.desk
    with qtbot.waitSignal(page.listed):
        session.write(lambda: review_rounds.open_round(desk, 2023, RoundKind.ANNUAL, datetime.date(2023, 9, 5)).changes)
    assert not page.view.isColumnHidden(COLUMN[RegistryColumn.IN_ROUND])
    assert set(shown(page, RegistryColumn.IN_ROUND)) == {"Phiếu chưa xong"}
    assert page.filters.in_round.isVisible()


def test_another_year_shows_its_own_statuses(qtbot: QtBot, page: HouseholdsPage) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    with qtbot.waitSignal(page.listed):
        window.year_box.setValue(2021)
    assert set(shown(page, RegistryColumn.STATUS)) == {"Chưa rõ"}


def test_a_long_list_is_complete_after_the_first_paint(
    qtbot: QtBot, show: Callable[[Path], MainWindow], sample: Path, program: Program, hands: Hands
) -> None:
    with contextlib.closing(open_desk(sample, program)) as desk:
        add_practice_households(desk, 1000)
    window = show(sample)
    made = window.page_named("households")
    assert isinstance(made, HouseholdsPage)
    assert made.table.rowCount() == 200
    with qtbot.waitSignal(made.listed):
        window.show_page("households")
    assert made.table.rowCount() == 1000
    assert made.counts.text().startswith("1.000 hộ")
    hands.press(Qt.Key.Key_End)
    assert made.view.currentIndex().row() == 999
    assert current(made)


def test_an_empty_registry_says_what_to_do_first(qtbot: QtBot, window: MainWindow, hands: Hands) -> None:
    page = page_of(qtbot, window)
    assert page.empty.isVisible()
    assert not page.view.isVisible()
    assert hands.place is page.empty.import_button
    with qtbot.waitSignal(page.import_wanted):
        hands.press(Qt.Key.Key_Space)
    assert window.page is window.page_named("household_import")
    hands.press(Qt.Key.Key_Escape)
    assert window.page is page
    hands.control(Qt.Key.Key_N)
    assert page.panel.isVisible()
    hands.press(Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert page.empty.import_button.hasFocus()


def test_without_villages_they_come_first(
    qtbot: QtBot, office: Office, program: Program, documents: Path, settle: Callable[[MainWindow], MainWindow],
    hands: Hands,
) -> None:  # fmt: skip
    path = documents / "moi.pdesk"
    start_file(path, NewOffice("Xã Thử Nghiệm", AreaType.RURAL), program).close()
    office.open(path)
    assert office.window is not None
    page = page_of(qtbot, settle(office.window))
    assert page.empty.words.text().startswith("Hãy nhập các thôn ở trang Chỉ tiêu trước")
    assert not page.empty.import_button.isEnabled()
    hands.control(Qt.Key.Key_N)
    assert not page.panel_is_open


def test_a_file_open_elsewhere_is_shown_and_takes_nothing_in(
    qtbot: QtBot, show: Callable[[Path], MainWindow], registry: Path, program: Program, hands: Hands
) -> None:
    with contextlib.closing(open_desk(registry, program)):
        page = page_of(qtbot, show(registry))
        assert shown(page) == BY_NAME
        assert not page.new_button.isEnabled()
        assert not page.import_button.isEnabled()
        hands.control(Qt.Key.Key_N)
        assert not page.panel_is_open


def test_rows_that_cannot_be_read_stay_blank_and_the_window_says_why(
    qtbot: QtBot, page: HouseholdsPage, session: Session, monkeypatch: pytest.MonkeyPatch, sentence: Callable[..., str]
) -> None:
    def fail(*_: object) -> None:
        raise KnownError("file-gone", file="cam-long.pdesk", folder="E:")

    monkeypatch.setattr(registry_list, "list_rows", fail)
    page.refresh()
    assert shown(page) == [""] * 4
    window = page.window()
    assert isinstance(window, MainWindow)
    assert window.notice.sentence == sentence("file-gone", file="cam-long.pdesk", folder="E:")
    monkeypatch.undo()
    page.refresh()
    assert shown(page) == BY_NAME


def test_a_household_being_entered_stays_when_the_list_is_read_anew(
    qtbot: QtBot, page: HouseholdsPage, hands: Hands
) -> None:
    hands.control(Qt.Key.Key_N)
    page.panel.details.head_name.setFocus()
    hands.write("Lê")
    with qtbot.waitSignal(page.listed):
        page.refresh()
    page._following.timeout.emit()
    assert page.panel.household_id is None
    assert page.panel.details.head_name.text == "Lê"


def test_the_import_is_asked_for_by_its_key(qtbot: QtBot, page: HouseholdsPage, hands: Hands) -> None:
    with qtbot.waitSignal(page.import_wanted):
        hands.alt(Qt.Key.Key_N)


def test_ctrl_n_means_a_new_file_on_the_other_pages(qtbot: QtBot, window: MainWindow, hands: Hands) -> None:
    window.new_file_wanted.disconnect()
    window.show_page("settings")
    with qtbot.waitSignal(window.new_file_wanted):
        hands.control(Qt.Key.Key_N)


def test_ctrl_p_prints_why_the_household_in_front_is_what_it_is(
    page: HouseholdsPage, session: Session, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Accepted)
    monkeypatch.setattr(printing, "print_pdf", lambda _printer, data: bytes(data).startswith(b"%PDF"))
    of_round = open_round(session.desk, session.year)
    found = page.table.household(page.view.currentIndex().row())
    assert found is not None
    fill_in(session.desk, of_round, found.household_id, {**indicators(session.desk, 3), B1_TOTAL: amount(138)})
    hands.enter()
    with qtbot.waitSignal(page.panel.explanation.printed):
        hands.control(Qt.Key.Key_P)
    assert page.panel.explanation.isVisible()
    assert "Kết quả: hộ nghèo." in page.panel.explanation.text()


def test_ctrl_p_without_a_household_in_front_leads_to_the_paper_of_the_year(
    page: HouseholdsPage, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[PlanPage] = []

    def print_out(plan: PlanPage) -> None:
        asked.append(plan)

    monkeypatch.setattr(PlanPage, "print_out", print_out)
    window = page.window()
    assert isinstance(window, MainWindow)
    hands.control(Qt.Key.Key_P)
    assert isinstance(window.page, PlanPage)
    assert asked == [window.page]
