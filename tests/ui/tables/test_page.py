"""The page of the official tables, worked by keys: from the list to a figure, its households, the household itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from povertydesk.poverty.paper import RowKind
from povertydesk.ui import printing
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.printing import Printed
from povertydesk.ui.records.record_table import CellLook
from povertydesk.ui.registry.page import HouseholdsPage
from povertydesk.ui.tables.page import TablesPage
from povertydesk.workflow import record_villages
from povertydesk.workflow.edit_grid import CellEntry, enter_cells
from povertydesk.workflow.table_papers import read_table_set
from tests.ui.hands import Hands
from tests.ui.tables.conftest import HOUSEHOLDS


def window_of(page: TablesPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def titles(page: TablesPage) -> list[str]:
    assert page.grid is not None
    return [column.title for column in page.grid.table.columns]


def go_to_table(page: TablesPage, hands: Hands, number: int) -> None:
    """Step down the list of tables with the arrow key, from the first."""
    page.list.setFocus()
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Down, times=number - 1)


def test_the_fifteen_tables_stand_in_the_list_and_the_first_is_open(page: TablesPage, hands: Hands) -> None:
    table = page.list.model()
    assert table.rowCount() == 15
    assert page.shown is not None
    assert page.shown.number == 1
    assert hands.place is page.list
    assert "TỔNG HỢP KẾT QUẢ CHÍNH THỨC" in page.table_title.text()
    assert titles(page)[2:5] == ["Số hộ (1)", "Nhân khẩu (2)", "Số hộ (3)"]
    marked = [one.number for one in page._entries.records if one.findings]
    tables = read_table_set(window_of(page).session.desk, 2023)
    assert marked == [number for number in range(1, 16) if tables.shown(number).findings]
    assert 1 in marked
    assert "cột 2 chưa có số" in page.finding_line.sentence


def test_a_figure_opens_its_households_and_a_household_its_page(page: TablesPage, hands: Hands) -> None:
    go_to_table(page, hands, 4)
    hands.press(Qt.Key.Key_Return)
    assert page.grid is not None
    assert page.grid.hasFocus()
    page.grid.step_to((0, 4))
    hands.press(Qt.Key.Key_F2)
    assert page.behind.isVisible()
    assert page.households.hasFocus()
    counted = page.grid.table.value(0, 4)
    records = page.households.model()
    assert records.rowCount() == counted
    assert "Thôn Minh Long" in page.behind_title.text()
    assert {records.index(row, 2).data() for row in range(records.rowCount())} == {"Thôn Minh Long"}
    chosen = page.households.current_id
    hands.press(Qt.Key.Key_Return)
    registry = window_of(page).page
    assert isinstance(registry, HouseholdsPage)
    assert registry.panel.household_id == chosen


def test_escape_puts_the_households_away(page: TablesPage, hands: Hands) -> None:
    go_to_table(page, hands, 4)
    hands.press(Qt.Key.Key_Return)
    assert page.grid is not None
    page.grid.step_to((0, 2))
    hands.press(Qt.Key.Key_Return)
    assert page.behind.isVisible()
    hands.press(Qt.Key.Key_Escape)
    assert not page.behind.isVisible()
    assert hands.place is page.grid


def test_nothing_is_typed_into_a_figure(page: TablesPage, hands: Hands) -> None:
    go_to_table(page, hands, 4)
    hands.press(Qt.Key.Key_Return)
    assert page.grid is not None
    page.grid.step_to((0, 4))
    before = page.grid.table.plain_text(0, 4)
    hands.press(Qt.Key.Key_Backspace)
    hands.press(Qt.Key.Key_7)
    assert page.grid.table.plain_text(0, 4) == before
    assert hands.place is page.grid


def test_a_change_elsewhere_is_seen_when_the_page_comes_back(qtbot: QtBot, page: TablesPage) -> None:
    window = window_of(page)
    desk, before = window.session.desk, page.shown
    window.show_page("targets")
    village = record_villages.read_villages(desk, 2023).rows[0][0]
    entry = CellEntry(village.id, "people", "900")
    window.session.write(lambda: enter_cells(desk, 2023, [entry]))
    assert page.shown is before
    window.show_page("tables")
    qtbot.waitUntil(lambda: page.shown is not before)
    assert page.grid is not None
    assert page.grid.table.value(0, 3) == 900


def test_a_year_without_a_round_says_what_to_do(qtbot: QtBot, page: TablesPage) -> None:
    window_of(page).session.set_year(2022)
    qtbot.waitUntil(lambda: "chưa có đợt rà soát" in page.waiting.text())
    assert not page.body.isVisible()
    assert not page.papers.print_button.isEnabled()
    assert page.heading.y() < page.waiting.y() < 2 * page.heading.height() + page.papers.height()


def test_all_tables_are_saved_as_one_workbook(qtbot: QtBot, page: TablesPage, tmp_path: Path, hands: Hands) -> None:
    page.papers.scope.setFocus()
    hands.press(Qt.Key.Key_Down)
    target = tmp_path / "cac-bieu.xlsx"
    with qtbot.waitSignal(page.papers.said):
        page.papers.save_as(".xlsx", target)
    assert str(target) in page.notice.sentence
    assert len(openpyxl.load_workbook(target, read_only=True).sheetnames) == 15


def test_the_table_in_front_is_printed(
    qtbot: QtBot, page: TablesPage, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[tuple[bytes, str, int]] = []

    def take(_parent: object, data: bytes, title: str, pages: int) -> Printed:
        printed.append((data, title, pages))
        return Printed.SENT

    monkeypatch.setattr(printing, "print_with_dialog", take)
    go_to_table(page, hands, 2)
    with qtbot.waitSignal(page.papers.said):
        hands.control(Qt.Key.Key_P)
    [(data, title, pages)] = printed
    assert data.startswith(b"%PDF")
    assert title.startswith("Biểu 2:")
    assert str(pages) in page.notice.sentence


def test_given_up_pages_are_not_written(page: TablesPage, tmp_path: Path) -> None:
    target = tmp_path / "biểu.docx"
    page.papers.save_as(".docx", target)
    page.papers.making.give_up()
    page.papers.stop()
    assert not page.papers.is_busy
    assert page.papers.print_button.isEnabled()
    assert page.notice.sentence == ""


def test_a_list_opens_the_household_of_its_line(page: TablesPage, hands: Hands) -> None:
    go_to_table(page, hands, 15)
    hands.press(Qt.Key.Key_Return)
    assert page.grid is not None
    assert page.shown is not None
    page.grid.step_to((1, 2))
    expected = page.shown.behind(1, "name")[0].household
    hands.press(Qt.Key.Key_F2)
    registry = window_of(page).page
    assert isinstance(registry, HouseholdsPage)
    assert registry.panel.household_id == expected


def test_the_page_waits_for_a_file_without_households(
    qtbot: QtBot, show: Callable[[Path], MainWindow], sample: Path
) -> None:
    window = show(sample)
    window.show_page("tables")
    page = window.page
    assert isinstance(page, TablesPage)
    qtbot.waitUntil(lambda: "chưa có đợt rà soát" in page.waiting.text())
    assert page.shown is None


def test_the_counts_of_the_page_are_those_of_the_file(page: TablesPage) -> None:
    tables = read_table_set(window_of(page).session.desk, 2023)
    assert page.shown is not None
    assert page.shown.grid == tables.shown(1).grid
    assert len(page.shown.households) == HOUSEHOLDS


def test_a_unit_has_its_line_with_the_households_of_its_communes(qtbot: QtBot, page: TablesPage, hands: Hands) -> None:
    session = window_of(page).session
    villages = record_villages.read_villages(session.desk, session.year).rows
    entries = [CellEntry(village.id, "unit_group", "Cụm Bắc") for village, _ in villages[:2]]
    session.announce(enter_cells(session.desk, session.year, entries))
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.grid.rows[0].kind is RowKind.GROUP)
    assert page.grid is not None
    table = page.grid.table
    assert [cell.text for cell in table.shown_row(0)][:2] == ["1", "Cụm Bắc"]
    assert [table.shown_row(row)[0].text for row in range(4)] == ["1", "1.1", "1.2", "2"]
    assert {cell.look for cell in table.shown_row(0)} == {CellLook.SUM}
    assert table.shown_row(1)[0].look is not CellLook.SUM
    column = table.column_of("3")
    assert column is not None
    counts = [table.value(row, column) for row in range(3)]
    assert counts[0] == sum(int(str(count)) for count in counts[1:])
    page.grid.setFocus()
    page.grid.step_to((0, column))
    hands.enter()
    assert page.behind_title.text().startswith("Cụm Bắc · ")
    assert {one.village for one in page._behind.records} <= {village.name for village, _ in villages[:2]}
    assert page._behind.rowCount() == counts[0]
