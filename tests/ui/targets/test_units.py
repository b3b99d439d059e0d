"""Communes under their units in a receiving office's grid: the column, the lines of sums, filters, paste."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.records.record_table import CellLook
from povertydesk.ui.targets.page import TargetsPage
from povertydesk.ui.targets.shown_columns import heading_words
from povertydesk.ui.targets.village_lines import GROUP
from povertydesk.workflow import edit_grid, set_targets
from povertydesk.workflow.desk import Program
from povertydesk.workflow.draft_plan import edit_plan
from povertydesk.workflow.sample import make_sample
from tests.exchange.workbooks import workbook
from tests.ui.grid_sight import column_of, shown_column, shown_total, stand_on, targets_page
from tests.ui.hands import Hands


@pytest.fixture
def page(documents: Path, program: Program, show: Callable[[Path], MainWindow]) -> TargetsPage:
    """The page of the sample of a receiving office, with the column of units."""
    path = documents / "krong-no.pdesk"
    make_sample(path, program, "krong-no").close()
    page = targets_page(show(path))
    choose_units(page)
    return page


def choose_units(page: TargetsPage) -> None:
    """Choose the column as the menu does."""
    menu = page.column_menu.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == heading_words()[GROUP]).trigger()


def communes(page: TargetsPage) -> list[str]:
    return [line.row.village for line in page.table.records if line.row is not None and not line.is_unit]


def put_under(page: TargetsPage, *units: str) -> None:
    """Put the first communes under units, as another act of the office did."""
    session = page.window().session  # type: ignore[attr-defined]
    rows = set_targets.read_grid(session.desk, session.year).rows
    entries = [
        edit_grid.CellEntry(str(row.village_id), GROUP, unit) for row, unit in zip(rows, units, strict=False) if unit
    ]
    session.announce(edit_grid.enter_cells(session.desk, session.year, entries))


def test_units_are_typed_and_the_keys_stay_on_the_line_below(page: TargetsPage, hands: Hands) -> None:
    names = communes(page)
    stand_on(page, 0, GROUP)
    for unit in ("Cụm Bắc", "Cụm Nam", "Cụm Bắc", "Cụm Nam"):
        hands.write(unit)
        hands.enter()
    current = page.entries.current_line
    assert current is not None
    assert current.row is not None
    assert current.row.village == names[4]
    assert shown_column(page, "serial")[:7] == ["1", "1.1", "1.2", "2", "2.1", "2.2", "3"]
    assert shown_column(page, "village")[:7] == [
        "Cụm Bắc", names[0], names[2], "Cụm Nam", names[1], names[3], names[4],
    ]  # fmt: skip
    assert not any(page.view.is_cut(page.table.index(row, 0)) for row in range(7))
    look = {cell.look for cell in page.table.shown_row(0)}
    assert look == {CellLook.SUM}


def test_a_commune_stays_under_its_unit_in_a_signed_plan(
    page: TargetsPage, hands: Hands, receiving_sentence: Callable[..., str]
) -> None:
    session = page.window().session  # type: ignore[attr-defined]
    session.announce(edit_plan(session.desk, 2020, number="12", issued_on=datetime.date(2020, 1, 5)))
    page.sign_button.click()
    stand_on(page, 0, GROUP)
    hands.write("Cụm Bắc")
    hands.enter()
    assert page.notice.sentence == receiving_sentence("plan-signed", year=2020, date="20/11/2026")
    assert not any(shown_column(page, GROUP))


def test_a_word_comes_as_input_methods_send_it(page: TargetsPage, hands: Hands) -> None:
    stand_on(page, 0, GROUP)
    hands.compose("Vùng")
    hands.enter()
    assert shown_column(page, "village")[0] == "Vùng"
    assert page.entries.grid.rows[0].group == "Vùng"


def test_a_unit_shows_the_sums_of_its_communes(page: TargetsPage) -> None:
    rows = page.entries.grid.rows
    whole = shown_total(page, "poor_opening")
    put_under(page, "Cụm Bắc", "Cụm Bắc")
    line = page.entries.grid.of_group("Cụm Bắc")
    assert line.poor_opening == sum(row.poor_opening or 0 for row in rows[:2])
    for key, value in (("households", line.households), ("poor_opening", line.poor_opening)):
        assert shown_column(page, key)[0] == f"{value:,}".replace(",", ".")
    assert shown_column(page, "poor_rate_opening")[0] == str(line.poor_rate_opening).replace(".", ",")
    assert shown_total(page, "poor_opening") == whole


def test_nothing_is_typed_on_a_line_of_sums(page: TargetsPage, hands: Hands, sentence: Callable[..., str]) -> None:
    put_under(page, "Cụm Bắc", "Cụm Bắc")
    stand_on(page, 0, "reduction")
    hands.write("5")
    column = page.table.columns[column_of(page, "reduction")].full_title
    assert page.notice.sentence == sentence("cell-not-typed", row=1, column=column)
    hands.press(Qt.Key.Key_F4)
    assert page.entries.grid.rows[0].village in communes(page)
    page.remove_village()
    assert len(communes(page)) == len(page.entries.grid.rows)


def test_a_copied_column_is_poured_past_the_lines_of_sums(page: TargetsPage, hands: Hands) -> None:
    put_under(page, "Cụm Bắc", "Cụm Bắc", "Cụm Nam", "Cụm Nam")
    stand_on(page, 1, "reduction")
    QGuiApplication.clipboard().setText("1\n2\n3\n4")
    hands.control(Qt.Key.Key_V)
    assert shown_column(page, "reduction")[:6] == ["3", "1", "2", "7", "3", "4"]
    assert [row.reduction for row in page.entries.grid.rows[:4]] == [1, 2, 3, 4]


def test_filters_leave_the_unit_above_what_they_let_pass(page: TargetsPage) -> None:
    put_under(page, "Cụm Bắc", "Cụm Bắc", "Cụm Nam")
    first = communes(page)[0]
    page.entries.filters.set("village", first)
    page.entries.refresh()
    assert shown_column(page, "village") == ["Cụm Bắc", first]
    assert page.entries.lines_shown == 1
    page.entries.filters.clear()
    page.entries.filters.set(GROUP, "cum nam")
    page.entries.refresh()
    assert shown_column(page, "serial") == ["2", "2.1"]


def test_a_workbook_brings_its_units(page: TargetsPage, tmp_path: Path) -> None:
    first, second = communes(page)[:2]
    rows = (
        ("TT", "Xã", "Tổng số hộ"),
        ("I", "Cụm Bắc", None),
        (1, first, 600),
        ("II", "Cụm Nam", None),
        (1, second, 2000),
    )
    page.import_workbook(workbook(tmp_path / "xa.xlsx", rows))
    assert shown_column(page, "village")[:4] == ["Cụm Bắc", first, "Cụm Nam", second]


def test_a_commune_has_no_column_of_units(window: MainWindow) -> None:
    page = targets_page(window)
    menu = page.column_menu.menu()
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions()]
    assert heading_words()["households"] in texts
    assert heading_words()[GROUP] not in texts


class TestMinority:
    @pytest.fixture
    def known(self, page: TargetsPage) -> TargetsPage:
        """The page once the minority poor of every commune are known."""
        session = page.window().session  # type: ignore[attr-defined]
        rows = set_targets.read_grid(session.desk, session.year).rows
        entries = [
            edit_grid.CellEntry(str(row.village_id), "ethnic_minority_poor", str(row.poor_opening)) for row in rows
        ]
        session.announce(edit_grid.enter_cells(session.desk, session.year, entries))
        return page

    def test_it_is_shared_out_with_the_whole(self, qtbot: QtBot, known: TargetsPage, hands: Hands) -> None:
        page = known
        hands.alt(Qt.Key.Key_C)
        hands.retype("387")
        hands.tab()
        assert hands.place is page.sharing.minority.editor
        hands.write("28")
        hands.press(Qt.Key.Key_Backspace)
        hands.compose("80")
        hands.alt(Qt.Key.Key_P)
        qtbot.waitUntil(lambda: shown_total(page, "ethnic_minority_reduction") == "280")
        assert shown_total(page, "reduction") == "387"
        rows = page.entries.grid.rows
        assert all((row.ethnic_minority_reduction or 0) <= (row.reduction or 0) for row in rows)
        assert page.entries.grid.assigned_minority == 280
        qtbot.waitUntil(lambda: "Dân tộc thiểu số, theo số hộ nghèo DTTS: " in page.reasons.text())
        assert not page.has_unsaved
        hands.control(Qt.Key.Key_Z)
        assert page.entries.grid.total.ethnic_minority_reduction != 280

    def test_what_cannot_be_read_stays_and_is_said(
        self, known: TargetsPage, hands: Hands, receiving_sentence: Callable[..., str]
    ) -> None:
        page = known
        page.sharing.minority.setFocus()
        for text, sentence in (
            ("2 %", receiving_sentence("points-without-minority-households")),
            ("nhiều", receiving_sentence("count-not-a-number", text="nhiều")),
        ):
            hands.retype(text)
            hands.tab()
            assert page.sharing.minority.fault.text() == sentence
            assert page.sharing.minority.text == text
            assert page.has_unsaved
            page.sharing.minority.setFocus()
        page.allocate()
        assert page.entries.grid.assigned_minority is None
        hands.retype("")
        hands.tab()
        assert not page.has_unsaved

    def test_without_the_minority_poor_it_says_what_to_enter(
        self, page: TargetsPage, hands: Hands, receiving_sentence: Callable[..., str]
    ) -> None:
        page.sharing.minority.setFocus()
        hands.write("280")
        page.allocate()
        first = communes(page)[0]
        year = page.entries.grid.year
        assert page.notice.sentence == receiving_sentence("allocation-without-minority-poor", village=first, year=year)
