"""The grid of former years and the old tables, worked by keys."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from povertydesk.poverty.area import AreaType
from povertydesk.poverty.official_text import format_date
from povertydesk.ui.former_years.section import FormerYearsSection
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.settings.page import SettingsPage
from povertydesk.workflow import former_years
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.draft_plan import edit_plan
from povertydesk.workflow.sign_plan import mark_signed
from povertydesk.workflow.start_file import NewOffice, start_file
from tests.ui.hands import CONTROL, Hands

Sentence = Callable[..., str]


def section_of(window: MainWindow) -> FormerYearsSection:
    page = window.page
    assert isinstance(page, SettingsPage)
    return page.former_years


@pytest.fixture
def section(window: MainWindow, hands: Hands) -> FormerYearsSection:
    hands.go_to("Cài đặt")
    return section_of(window)


def stand_on(section: FormerYearsSection, row: int, key: str) -> None:
    section.view.setFocus()
    assert section.view.go_to(section.table.row_id(row), key)


def shown(section: FormerYearsSection, key: str) -> list[str]:
    column = section.table.column_of(key)
    assert column is not None
    return [section.table.shown_row(row)[column].text for row in range(section.table.rowCount())]


def is_unsaved(section: FormerYearsSection) -> bool:
    return section.has_unsaved


def total(section: FormerYearsSection, key: str) -> str:
    column = section.table.column_of(key)
    assert column is not None
    return section.table.shown_totals()[column]


def poor(desk: Desk, year: int) -> list[int | None]:
    return [known[year].poor for _, known in former_years.read_series(desk, 2023).rows]


def old_table(path: Path, *, rate: float) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    rows: list[list[str | int | float]] = [
        ["BIỂU 1"],
        ["A", "B", 1, 2, 3, "4=3/1×100"],
        [1, "Thôn Minh Long", 220, 900, 22, rate],
    ]
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_a_column_is_typed_down_and_stands_in_the_records(
    section: FormerYearsSection, desk: Desk, hands: Hands
) -> None:
    stand_on(section, 0, "2022:poor")
    for count in ("14", "15", "47", "59", "41", "33"):
        hands.write(count)
        hands.enter()
    assert poor(desk, 2022) == [14, 15, 47, 59, 41, 33]
    assert total(section, "2022:poor") == "209"
    hands.control(Qt.Key.Key_Z)
    assert poor(desk, 2022) == [14, 15, 47, 59, 41, None]
    assert total(section, "2022:poor") == ""


def test_a_block_from_excel_is_one_act(section: FormerYearsSection, desk: Desk, hands: Hands) -> None:
    lines = [(f"1.{200 + row}", 900 + row, 10 + row) for row in range(6)]
    QGuiApplication.clipboard().setText("".join("\t".join(map(str, line)) + "\r\n" for line in lines))
    stand_on(section, 0, "2021:households")
    hands.press(Qt.Key.Key_V, CONTROL)
    assert shown(section, "2021:households") == ["1.200", "1.201", "1.202", "1.203", "1.204", "1.205"]
    assert poor(desk, 2021) == [10, 11, 12, 13, 14, 15]
    hands.control(Qt.Key.Key_Z)
    assert poor(desk, 2021) == [None] * 6


def test_what_is_no_number_stays_in_the_cell_and_is_said(
    section: FormerYearsSection, desk: Desk, hands: Hands, sentence: Sentence
) -> None:
    stand_on(section, 1, "2020:poor")
    hands.write("mười")
    hands.enter()
    assert section.notice.sentence == sentence("count-not-a-number", text="mười")
    assert shown(section, "2020:poor")[1] == "mười"
    assert is_unsaved(section)
    assert poor(desk, 2020)[1] is None
    stand_on(section, 1, "2020:poor")
    hands.compose("12")
    hands.enter()
    assert poor(desk, 2020)[1] == 12
    assert not is_unsaved(section)
    assert section.notice.sentence == ""


def test_what_was_refused_is_taken_back_before_anything_that_is_kept(
    section: FormerYearsSection, desk: Desk, hands: Hands
) -> None:
    for row, text in ((0, "10"), (1, "mười")):
        stand_on(section, row, "2020:poor")
        hands.write(text)
        hands.enter()
    hands.control(Qt.Key.Key_Z)
    assert shown(section, "2020:poor")[:2] == ["10", ""]
    assert not is_unsaved(section)
    assert section.notice.sentence == ""
    assert poor(desk, 2020)[0] == 10
    hands.control(Qt.Key.Key_Z)
    assert poor(desk, 2020)[0] is None


def test_an_input_method_of_linux_writes_into_a_cell_too(
    section: FormerYearsSection, desk: Desk, hands: Hands, sentence: Sentence
) -> None:
    stand_on(section, 0, "2022:people")
    hands.press(Qt.Key.Key_F2)
    hands.compose("bốn")
    hands.enter()
    assert section.notice.sentence == sentence("count-not-a-number", text="bốn")
    assert former_years.read_series(desk, 2023).rows[0][1][2022].people is None


def test_an_old_table_is_taken_in_and_its_wrong_rate_said_at_its_cell(
    section: FormerYearsSection, desk: Desk, hands: Hands, sentence: Sentence
) -> None:
    path = old_table(desk.path.parent / "bieu.xlsx", rate=20.4)

    def answer(_dialog: QFileDialog) -> None:
        hands.retype(path.name)
        hands.enter()

    hands.when_asked(QFileDialog, answer)
    section.year.setFocus()
    hands.press(Qt.Key.Key_Down)
    hands.tab()
    hands.press(Qt.Key.Key_Space)
    assert shown(section, "2021:households")[0] == "220"
    assert shown(section, "2022:poor")[0] == "22"
    said = sentence(
        "former-rate-wrong", number=1, column="4", village="Thôn Minh Long", year=2021, printed="20,40", right="10,00"
    )
    assert said in section.finding_line.sentence
    assert "F" in section.finding_line.sentence.split(said)[0]
    assert "2021: 1" in section.held.text()
    assert former_years.read_former_tables(desk, 2021)[0].number == 1


def test_the_tables_of_a_year_go_and_come_back(
    section: FormerYearsSection, desk: Desk, hands: Hands, tmp_path: Path
) -> None:
    section.import_workbook(old_table(tmp_path / "bieu.xlsx", rate=10))
    assert section.remove_button.isVisible()
    section.remove_button.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert former_years.read_former_tables(desk, 2022) == ()
    assert not section.remove_button.isVisible()
    hands.control(Qt.Key.Key_Z)
    assert former_years.read_former_tables(desk, 2022) != ()
    assert section.remove_button.isVisible()


def test_a_workbook_that_is_refused_names_its_cells(
    section: FormerYearsSection, desk: Desk, sentence: Sentence, tmp_path: Path
) -> None:
    path = old_table(tmp_path / "bieu.xlsx", rate=-1)
    section.import_workbook(path)
    assert sentence("former-tables-have-faults", file=path.name, faults=1) in section.notice.sentence
    assert sentence("count-negative", text="-1") in section.notice.sentence
    assert former_years.read_former_tables(desk, 2022) == ()


def test_without_villages_the_section_says_what_comes_first(
    documents: Path, program: Program, show: Callable[[Path], MainWindow], hands: Hands
) -> None:
    path = documents / "moi.pdesk"
    start_file(path, NewOffice("Xã Thử Nghiệm", AreaType.RURAL), program).close()
    window = show(path)
    hands.go_to("Cài đặt")
    section = section_of(window)
    assert not section.view.isVisible()
    assert not section.import_button.isEnabled()
    assert section.words.text()


def test_what_a_signed_plan_says_of_its_year_is_not_typed_over(
    section: FormerYearsSection, window: MainWindow, hands: Hands, sentence: Sentence
) -> None:
    desk = window.session.desk
    edit_plan(desk, 2022, number="12", issued_on=datetime.date(2022, 1, 5))
    window.session.announce(mark_signed(desk, 2022))
    stand_on(section, 0, "2022:poor")
    hands.write("9")
    signed = former_years.read_series(desk, 2023).signed[2022]
    assert section.notice.sentence == sentence("plan-signed", year=2022, date=format_date(signed))
    stand_on(section, 0, "2022:poor_people")
    hands.write("40")
    hands.enter()
    assert shown(section, "2022:poor_people")[0] == "40"
    assert poor(desk, 2022)[0] is None
    assert not section.has_unsaved
