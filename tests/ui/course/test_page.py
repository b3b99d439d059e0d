"""The page Diễn biến, worked by keys: blocks, figures and their households, what breaks, and the written reason."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.course.page import CoursePage
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.overview.page import OverviewPage
from povertydesk.ui.records.record_table import CellLook
from povertydesk.ui.registry.page import HouseholdsPage
from povertydesk.ui.start import Office
from povertydesk.ui.tables.page import TablesPage
from povertydesk.workflow import history, record_villages
from povertydesk.workflow.course_sheet import read_course_sheet
from povertydesk.workflow.edit_grid import CellEntry, enter_cells
from povertydesk.workflow.print_paper import make_paper
from povertydesk.workflow.year_course import read_course
from tests.ui.course.conftest import TOO_MANY, YEAR, shown
from tests.ui.hands import Hands
from tests.ui.test_every_screen import crowded, doubled_letters

REASON = "Danh sách đầu kỳ bị thất lạc"
MINH_LONG = "Thôn Minh Long"


def window_of(page: CoursePage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def stand_on(page: CoursePage, row: int, column: str) -> None:
    assert page.grid is not None
    page.grid.setFocus()
    place = page.grid.table.column_of(column)
    assert place is not None
    page.grid.step_to((row, place))


def figure(page: CoursePage, row: int, column: str) -> str:
    assert page.grid is not None
    place = page.grid.table.column_of(column)
    assert place is not None
    return page.grid.table.shown_row(row)[place].text


def severities(page: CoursePage, row: int) -> dict[str, Severity]:
    """The marked cells of a line."""
    assert page.grid is not None
    table = page.grid.table
    found = {column.key: table.finding(row, place) for place, column in enumerate(table.columns)}
    return {key: finding[0] for key, finding in found.items() if finding is not None}


def again(qtbot: QtBot, page: CoursePage, done: Callable[[], bool]) -> None:
    """Wait until the ledger was read anew."""
    qtbot.waitUntil(lambda: page.sheet is not None and done())


class TestLedger:
    def test_opening_ways_and_closings_stand_side_by_side(self, balanced: CoursePage, hands: Hands) -> None:
        assert balanced.grid is not None
        assert hands.place is balanced.grid
        titles = [column.title for column in balanced.grid.table.columns]
        assert titles[:3] == ["Thôn", "Đầu kỳ (1)", "Thành cận nghèo (2)"]
        assert titles[9] == "Cuối kỳ (9)"
        assert balanced.grid.table.columns[2].heading == ("Số hộ nghèo giảm trong năm", "Số hộ thoát nghèo")
        total = balanced.grid.table.rowCount() - 1
        assert [cell.look is CellLook.SUM for cell in balanced.grid.table.shown_row(total)] == [True] * 12
        assert not any(cell.look is CellLook.SUM for cell in balanced.grid.table.shown_row(0))
        keys = ("opening", "closing", "listed", "claimed")
        assert [figure(balanced, total, key) for key in keys] == ["208", "163", "163", ""]
        assert [figure(balanced, 0, key) for key in keys[:3]] == ["14", "7", "7"]
        assert not any(severities(balanced, row) for row in range(total + 1))
        words = balanced.tr("The year balances everywhere: tables 2 and 3 can be printed.")
        assert balanced.standing.sentence == words
        assert not balanced.reason.isVisible()

    @pytest.mark.parametrize("key", ["1", "2", "3", "4"])
    def test_a_digit_chooses_the_block(self, balanced: CoursePage, hands: Hands, key: str) -> None:
        hands.write("3")
        hands.write(key)
        assert balanced.blocks.value == int(key) - 1
        assert balanced.sheet is not None
        line = balanced.sheet.line(None, balanced.block)
        assert figure(balanced, 6, "opening") == str(line.value("opening"))
        assert hands.place is balanced.grid

    def test_arrows_choose_the_block_on_the_switch(self, balanced: CoursePage, hands: Hands) -> None:
        balanced.blocks.setFocus()
        hands.press(Qt.Key.Key_Right, times=2)
        assert balanced.block.number == 3
        assert balanced.grid is not None
        assert balanced.grid.table.columns[2].title == "Thoát cận nghèo (2)"

    def test_a_figure_opens_its_households_and_one_its_panel(self, balanced: CoursePage, hands: Hands) -> None:
        stand_on(balanced, 0, "to_near_poor")
        hands.enter()
        assert hands.place is balanced.opened.households
        records = balanced.opened.table.records
        assert [one.counted for one in records] == [1] * int(figure(balanced, 0, "to_near_poor"))
        assert {one.village for one in records} == {MINH_LONG}
        assert MINH_LONG in balanced.opened.heading.text()
        shown_cells = [cell.text for cell in balanced.opened.table.shown_row(0)]
        assert shown_cells[:2] == [records[0].code, records[0].head_name]
        assert any(text.startswith("08/12/2023 ") for text in shown_cells)
        hands.press(Qt.Key.Key_Down)
        hands.enter()
        registry = window_of(balanced).page
        assert isinstance(registry, HouseholdsPage)
        assert registry.panel.household_id == records[1].household

    def test_the_commune_s_figure_names_the_village_of_each(self, balanced: CoursePage, hands: Hands) -> None:
        stand_on(balanced, 6, "escaped")
        hands.enter()
        records = balanced.opened.table.records
        assert len(records) == int(figure(balanced, 6, "escaped"))
        assert balanced.opened.table.columns[2].title == "Thôn"
        assert len({one.village for one in records}) == 6

    def test_nothing_stands_behind_nought(self, qtbot: QtBot, balanced: CoursePage, hands: Hands) -> None:
        stand_on(balanced, 0, "other_out")
        with qtbot.waitSignal(balanced.status):
            hands.enter()
        assert not balanced.opened.isVisible()
        stand_on(balanced, 0, "place")
        hands.enter()
        assert not balanced.opened.isVisible()

    def test_escape_closes_the_households_then_goes_back(self, balanced: CoursePage, hands: Hands) -> None:
        window = window_of(balanced)
        came_from = "targets"
        stand_on(balanced, 0, "opening")
        hands.enter()
        hands.press(Qt.Key.Key_Escape)
        assert hands.place is balanced.grid
        assert window.page is balanced
        hands.press(Qt.Key.Key_Escape)
        assert window.page is window.page_named(came_from)

    def test_the_official_table_is_one_key_away(self, qtbot: QtBot, balanced: CoursePage, hands: Hands) -> None:
        hands.write("4")
        hands.control(Qt.Key.Key_P)
        tables = window_of(balanced).page
        assert isinstance(tables, TablesPage)
        qtbot.waitUntil(lambda: tables.shown is not None)
        assert tables.shown is not None
        assert tables.shown.number == 3
        assert tables.list.current_id == "3"

    def test_a_year_without_a_round_says_what_to_do(self, qtbot: QtBot, balanced: CoursePage) -> None:
        window_of(balanced).session.set_year(2021)
        qtbot.waitUntil(lambda: "chưa có đợt rà soát" in balanced.waiting.text())
        assert not balanced.body.isVisible()
        window_of(balanced).session.set_year(YEAR)
        qtbot.waitUntil(balanced.body.isVisible)

    def test_what_the_next_year_is_said_to_open_with_is_a_hint(self, qtbot: QtBot, balanced: CoursePage) -> None:
        window = window_of(balanced)
        village = record_villages.read_villages(window.session.desk, YEAR).rows[0][0]
        entry = CellEntry(village.id, "poor_opening", "9")
        window.session.write(lambda: enter_cells(window.session.desk, YEAR + 1, [entry]))
        again(qtbot, balanced, lambda: bool(balanced.sheet and balanced.sheet.breaks))
        assert severities(balanced, 0) == {"listed": Severity.WARNING, "claimed": Severity.WARNING}
        assert figure(balanced, 0, "claimed") == "9"
        words = balanced.tr("{count} figures want a look (marked); tables 2 and 3 can be printed.")
        assert balanced.standing.sentence == words.replace("{count}", "1")
        stand_on(balanced, 0, "listed")
        said = "số cuối kỳ đã báo cáo hoặc đã nhập là 9, còn danh sách cuối kỳ có 7"
        qtbot.waitUntil(lambda: said in balanced.cell.sentence)
        assert make_paper(window.session.desk, "table-02", YEAR).name == "table-02"


class TestBreaks:
    def test_a_red_cell_opens_the_households_that_break_it(
        self, qtbot: QtBot, broken: CoursePage, hands: Hands
    ) -> None:
        red = {"opening": Severity.ERROR, "closing": Severity.ERROR}
        assert severities(broken, 0) == severities(broken, 6) == red
        assert severities(broken, 1) == {}
        assert f"{MINH_LONG} (Biểu 2 cột 1)" in broken.standing.sentence
        stand_on(broken, 0, "opening")
        qtbot.waitUntil(lambda: "chính thức là 17, còn danh sách đầu kỳ có 14" in broken.cell.sentence)
        hands.enter()
        assert broken.sheet is not None
        [wrong] = broken.sheet.breaks
        assert tuple(one.household for one in broken.opened.table.records) == wrong.households
        assert "17" in broken.opened.wrong.text()
        to_do = broken.opened.table.column_of("to_do")
        assert to_do is not None
        assert broken.opened.table.shown_row(0)[to_do].text

    def test_all_households_of_the_figure_are_a_step_away(self, broken: CoursePage, hands: Hands) -> None:
        stand_on(broken, 0, "opening")
        hands.enter()
        few = len(broken.opened.table.records)
        broken.opened.whole_button.setFocus()
        hands.enter()
        assert len(broken.opened.table.records) == 14 > few
        assert hands.place is broken.opened.households
        broken.opened.whole_button.setFocus()
        hands.enter()
        assert len(broken.opened.table.records) == few

    def test_the_blocks_that_break_are_marked(self, broken: CoursePage) -> None:
        marked = [place for place, one in enumerate(broken.blocks.options) if one.words.endswith("●")]
        assert marked == [0]

    def test_tables_are_refused_and_lead_here(self, qtbot: QtBot, broken: CoursePage, hands: Hands) -> None:
        window = window_of(broken)
        window.show_table(3)
        tables = window.page
        assert isinstance(tables, TablesPage)
        qtbot.waitUntil(lambda: tables.shown is not None)
        hands.control(Qt.Key.Key_P)
        assert "chưa in được biểu 2 và biểu 3" in tables.notice.sentence
        [link] = [
            one
            for one in tables.notice.findChildren(QPushButton)
            if one.isVisible() and one.text() == tables.tr("Go to the course")
        ]
        link.setFocus()
        hands.press(Qt.Key.Key_Space)
        assert window.page is broken
        assert broken.block.number == 3


class TestDoubts:
    def test_households_that_nothing_explains_are_marked_with_what_to_do(
        self, qtbot: QtBot, doubtful: CoursePage, hands: Hands
    ) -> None:
        assert doubtful.sheet is not None
        total = len(doubtful.sheet.places) - 1
        assert severities(doubtful, total)["other_in"] is Severity.WARNING
        stand_on(doubtful, total, "other_in")
        came = int(figure(doubtful, total, "other_in"))
        words = doubtful.tr("Nothing recorded explains {count} households of this figure.")
        qtbot.waitUntil(lambda: doubtful.cell.sentence == words.replace("{count}", str(came)))
        hands.enter()
        assert len(doubtful.opened.table.records) == came
        assert not doubtful.opened.reason_button.isVisible()
        to_do = doubtful.opened.table.column_of("to_do")
        assert to_do is not None
        said = {doubtful.opened.table.shown_row(row)[to_do].text for row in range(came)}
        assert said == {doubtful.opened.words.tr("say on its form whether it is new or fell back")}

    def test_a_long_list_leaves_the_ledger_in_sight_where_there_is_room(
        self, qtbot: QtBot, doubtful: CoursePage, hands: Hands
    ) -> None:
        grid = doubtful.grid
        assert grid is not None
        whole = grid.height()
        stand_on(doubtful, 6, "other_in")
        hands.enter()
        QApplication.processEvents()
        assert len(doubtful.opened.table.records) == 41
        assert grid.height() == whole
        assert doubtful.opened.households.height() > 150
        window_of(doubtful).resize(910, 485)
        qtbot.waitUntil(lambda: not grid.isVisible())
        hands.press(Qt.Key.Key_Escape)
        assert grid.isVisible()
        assert hands.place is grid

    def test_typed_openings_of_an_open_round_are_hints_that_print(self, qtbot: QtBot, doubtful: CoursePage) -> None:
        assert severities(doubtful, 0)["opening"] is Severity.WARNING
        assert "6" in doubtful.standing.sentence
        said = "số đầu kỳ chính thức là 14, còn danh sách đầu kỳ có 0"
        assert said in doubtful.cell.sentence
        stand_on(doubtful, 6, "opening")
        more = doubtful.tr("and {count} more to look at").replace("{count}", "5")
        qtbot.waitUntil(lambda: doubtful.cell.sentence.endswith(more))
        assert make_paper(window_of(doubtful).session.desk, "tables", YEAR).name == "tables"


class TestReason:
    @pytest.mark.parametrize("way", ["write", "compose"])
    def test_a_reason_is_typed_kept_printed_and_taken_back_by_name(
        self, qtbot: QtBot, broken: CoursePage, hands: Hands, way: str
    ) -> None:
        desk = window_of(broken).session.desk
        with pytest.raises(KnownError):
            make_paper(desk, "table-02", YEAR)
        broken.reason.field.setFocus()
        getattr(hands, way)(REASON)
        text = broken.reason.field.editor.text()
        assert text == REASON
        assert unicodedata.is_normalized("NFC", text)
        assert broken.has_unsaved
        hands.enter()
        assert read_course(desk, YEAR).ledger.reasons == {None: REASON}
        again(qtbot, broken, lambda: severities(broken, 0).get("opening") is Severity.WARNING)
        qtbot.waitUntil(lambda: "17, theo danh sách 14; đã ghi lý do" in broken.cell.sentence)
        words = broken.tr("What does not balance has its reason, which prints under tables 2 and 3.")
        assert broken.standing.sentence == words
        assert make_paper(desk, "table-02", YEAR).name == "table-02"
        assert history.list_history(desk)[-1].name == "explain-course"
        assert "ghi lý do diễn biến năm 2023" in window_of(broken).undo_button.toolTip()
        assert broken.grid is not None
        broken.grid.setFocus()
        hands.control(Qt.Key.Key_Z)
        again(qtbot, broken, lambda: severities(broken, 0).get("opening") is Severity.ERROR)
        assert read_course(desk, YEAR).ledger.reasons == {}
        assert broken.reason.field.text == ""

    def test_the_reason_of_the_village_that_breaks_is_asked_for(
        self, qtbot: QtBot, broken: CoursePage, hands: Hands
    ) -> None:
        stand_on(broken, 0, "closing")
        hands.enter()
        broken.opened.reason_button.setFocus()
        hands.press(Qt.Key.Key_Space)
        assert hands.place is broken.reason.field.editor
        assert broken.reason.place.currentText() == MINH_LONG
        hands.write(REASON)
        hands.enter()
        desk = window_of(broken).session.desk
        assert list(read_course(desk, YEAR).ledger.reasons.values()) == [REASON]
        assert None not in read_course(desk, YEAR).ledger.reasons
        again(qtbot, broken, lambda: bool(broken.sheet and broken.sheet.ledger.reasons))
        broken.reason.place.setFocus()
        hands.press(Qt.Key.Key_Up)
        assert broken.reason.field.text == ""
        hands.press(Qt.Key.Key_Down)
        assert broken.reason.field.text == REASON

    def test_esc_brings_the_kept_reason_back_and_emptying_takes_it_away(
        self, qtbot: QtBot, broken: CoursePage, hands: Hands
    ) -> None:
        desk = window_of(broken).session.desk
        broken.reason.field.setFocus()
        hands.write("Nhầm")
        hands.press(Qt.Key.Key_Escape)
        assert broken.reason.field.text == ""
        assert not broken.has_unsaved
        assert window_of(broken).page is broken
        hands.write(REASON)
        hands.enter()
        again(qtbot, broken, lambda: bool(broken.sheet and broken.sheet.ledger.reasons))
        broken.reason.field.setFocus()
        hands.select_all()
        hands.press(Qt.Key.Key_Backspace)
        hands.enter()
        assert read_course(desk, YEAR).ledger.reasons == {}
        assert history.list_history(desk)[-1].name == "withdraw-course-reason"

    def test_what_was_typed_is_kept_when_the_page_or_the_year_is_left(
        self, qtbot: QtBot, broken: CoursePage, hands: Hands
    ) -> None:
        window = window_of(broken)
        broken.reason.field.setFocus()
        hands.write(REASON)
        window.session.set_year(YEAR + 1)
        assert read_course(window.session.desk, YEAR).ledger.reasons == {None: REASON}
        window.session.set_year(YEAR)
        again(qtbot, broken, lambda: bool(broken.sheet and broken.sheet.ledger.reasons))
        broken.reason.field.setFocus()
        hands.write(" cũ")
        window.show_page("targets")
        assert read_course(window.session.desk, YEAR).ledger.reasons == {None: f"{REASON} cũ"}

    def test_what_could_not_be_kept_stays_with_its_year(
        self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, broken: CoursePage, hands: Hands
    ) -> None:
        window = window_of(broken)
        desk = window.session.desk
        village = record_villages.read_villages(desk, YEAR).rows[0][0]
        enter_cells(desk, YEAR + 2, [CellEntry(village.id, "poor_opening", "3")])
        broken.reason.field.setFocus()
        hands.write(REASON)
        with monkeypatch.context() as patch:
            patch.setattr(broken.reason.field, "keep", lambda _text: False)
            window.session.set_year(YEAR + 1)
            qtbot.waitUntil(lambda: broken.sheet is not None and broken.sheet.year == YEAR + 1)
        assert broken.reason.field.text == ""
        window.session.set_year(YEAR)
        qtbot.waitUntil(lambda: broken.reason.field.text == REASON)
        broken.reason.field.setFocus()
        hands.enter()
        assert read_course(desk, YEAR).ledger.reasons == {None: REASON}

    def test_what_could_not_be_kept_comes_back_with_the_file(
        self, qtbot: QtBot, make_office: Callable[[], Office], broken: CoursePage, hands: Hands
    ) -> None:
        path = window_of(broken).session.desk.path
        broken.reason.field.setFocus()
        hands.write(REASON)
        assert broken.has_unsaved
        assert not broken.would_lose
        broken.reason.field.keep = lambda _text: False
        office = make_office()
        assert office.open(path)
        assert office.window is not None
        page = shown(qtbot, office.window)
        qtbot.waitUntil(page.reason.isVisible)
        assert page.reason.field.text == REASON
        assert page.has_unsaved
        page.reason.field.setFocus()
        hands.back_at(office.window)
        page.reason.field.setFocus()
        hands.enter()
        assert read_course(office.window.session.desk, YEAR).ledger.reasons == {None: REASON}
        assert page.reason.field.text == REASON

    def test_a_reason_that_nothing_asks_for_any_more_is_refused_under_the_field(
        self, broken: CoursePage, hands: Hands
    ) -> None:
        desk = window_of(broken).session.desk
        broken.reason.field.setFocus()
        hands.write(REASON)
        village, figures = record_villages.read_villages(desk, YEAR).rows[0]
        right = str((figures.poor or 0) - TOO_MANY)
        enter_cells(desk, YEAR, [CellEntry(village.id, "poor_opening", right)])
        hands.enter()
        assert "đã cân đối" in broken.reason.field.fault.text()
        assert broken.has_unsaved
        hands.press(Qt.Key.Key_Escape)
        assert not broken.has_unsaved


class TestWays:
    def test_tables_2_and_3_lead_to_the_course(
        self, qtbot: QtBot, show: Callable[[Path], MainWindow], sealed_year: Path, hands: Hands
    ) -> None:
        window = show(sealed_year)
        window.session.set_year(YEAR)
        window.show_page("tables")
        tables = window.page
        assert isinstance(tables, TablesPage)
        qtbot.waitUntil(lambda: tables.shown is not None)
        assert not tables.course_button.isVisible()
        tables.list.setFocus()
        hands.press(Qt.Key.Key_Down, times=2)
        tables.course_button.setFocus()
        hands.press(Qt.Key.Key_Space)
        page = window.page
        assert isinstance(page, CoursePage)
        assert page.block.number == 3
        qtbot.waitUntil(lambda: page.grid is not None)
        hands.press(Qt.Key.Key_Escape)
        assert window.page is tables

    def test_the_overview_leads_to_the_course(
        self, qtbot: QtBot, show: Callable[[Path], MainWindow], sealed_year: Path, hands: Hands
    ) -> None:
        window = show(sealed_year)
        window.session.set_year(YEAR)
        overview = window.page_named("overview")
        assert isinstance(overview, OverviewPage)
        with qtbot.waitSignal(overview.shown):
            window.show_page("overview")
        overview.near_poor_course.details.setFocus()
        hands.enter()
        page = window.page
        assert isinstance(page, CoursePage)
        assert page.block.number == 3
        hands.press(Qt.Key.Key_Escape)
        assert window.page is overview

    def test_a_file_without_a_round_offers_no_way_from_the_overview(self, qtbot: QtBot, window: MainWindow) -> None:
        overview = window.page_named("overview")
        assert isinstance(overview, OverviewPage)
        with qtbot.waitSignal(overview.shown):
            window.show_page("overview")
        assert not overview.poor_course.details.isVisible()


class TestRoom:
    def test_it_stands_on_the_smallest_screen(self, qtbot: QtBot, broken: CoursePage, hands: Hands) -> None:
        window = window_of(broken)
        for row, column in ((0, "to_near_poor"), (0, "opening")):
            stand_on(broken, row, column)
            for _ in ("closed", "open"):
                window.resize(910, 485)
                QApplication.processEvents()
                least = window.minimumSizeHint()
                assert (least.width() <= 910, least.height() <= 440) == (True, True)
                assert (window.width(), window.height()) == (910, 485)
                assert crowded(qtbot, window) == []
                hands.enter()
            hands.press(Qt.Key.Key_Escape)

    def test_no_letter_leads_to_two_things(self, broken: CoursePage, hands: Hands) -> None:
        assert doubled_letters(window_of(broken)) == []
        stand_on(broken, 0, "opening")
        hands.enter()
        assert doubled_letters(window_of(broken)) == []

    def test_larger_text_is_not_cut(
        self,
        qtbot: QtBot,
        clean_application: QApplication,
        show: Callable[[Path], MainWindow],
        unbalanced_year: Path,
    ) -> None:
        font = QFont(clean_application.font())
        font.setPointSizeF(max(font.pointSizeF(), 10) * 1.5)
        clean_application.setFont(font)
        page = shown(qtbot, show(unbalanced_year))
        window = window_of(page)
        QApplication.processEvents()
        assert window.width() <= 1366
        assert crowded(qtbot, window) == []

    def test_tab_goes_from_the_switch_over_the_ledger_to_the_reason(self, broken: CoursePage, hands: Hands) -> None:
        assert broken.grid is not None
        broken.blocks.setFocus()
        way = []
        for _ in range(2):
            hands.tab()
            way.append(hands.place)
            if hands.place is broken.grid:
                stand_on(broken, 6, "claimed")
        hands.tab()
        way.append(hands.place)
        assert way == [broken.grid, broken.reason.place, broken.reason.field.editor]


def test_the_sheet_of_the_page_is_that_of_the_file(balanced: CoursePage) -> None:
    read = read_course_sheet(window_of(balanced).session.desk, YEAR)
    assert balanced.sheet is not None
    assert balanced.sheet.ledger == read.ledger
