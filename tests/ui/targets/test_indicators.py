"""Targets by indicator and income on the page Chỉ tiêu, typed and pasted by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from povertydesk.poverty.area import AreaType, OfficeLevel
from povertydesk.poverty.indicator_target import IndicatorTarget, own_key
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.records.record_table import CellLook
from povertydesk.ui.targets.committee import CommitteeView
from povertydesk.ui.targets.indicators import IndicatorsView
from povertydesk.workflow import draft_plan, edit_indicators, sign_plan
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.edit_indicators import IndicatorEntry, enter_indicators
from povertydesk.workflow.open_desk import open_desk
from povertydesk.workflow.set_indicator_targets import INCOME, known_indicators, read_indicators
from povertydesk.workflow.start_file import NewOffice, start_file
from tests.ui.grid_sight import targets_page
from tests.ui.hands import CONTROL, SHIFT, Hands
from tests.workflow.judged_round import Form, seal_year
from tests.workflow.registry import day, household_of

LOANS = "Số hộ nghèo được vay vốn"
NOW = "20/11/2026"
"""The day on which these windows stand."""


@pytest.fixture
def view(qtbot: QtBot, window: MainWindow, hands: Hands) -> IndicatorsView:
    """The view as the keys bring it to the front; they are there soon after the first paint."""
    qtbot.waitUntil(lambda: bool(targets_page(window).actions()))
    hands.press(Qt.Key.Key_PageDown, CONTROL)
    return in_front(window)


def in_front(window: MainWindow) -> IndicatorsView:
    shown = targets_page(window).views.in_front
    assert isinstance(shown, IndicatorsView)
    return shown


def known(desk: Desk, year: int = 2023) -> dict[str, IndicatorTarget]:
    return {one.indicator.key: one for one in read_indicators(desk, year)}


def cell(view: IndicatorsView, row: str, key: str) -> tuple[int, int]:
    line, column = view.table.row_of(row), view.table.column_of(key)
    assert line is not None
    assert column is not None
    return line, column


def shown(view: IndicatorsView, row: str, key: str) -> str:
    line, column = cell(view, row, key)
    return view.table.shown_row(line)[column].text


def look(view: IndicatorsView, row: str, key: str) -> CellLook:
    line, column = cell(view, row, key)
    return view.table.shown_row(line)[column].look


def found(view: IndicatorsView, row: str, key: str) -> tuple[Severity, str] | None:
    return view.table.finding(*cell(view, row, key))


def stand(view: IndicatorsView, row: str, key: str) -> None:
    view.view.setFocus()
    assert view.view.go_to(row, key)


def stands(view: IndicatorsView) -> tuple[str, str] | None:
    return view.entries.current_place


def test_the_keys_begin_on_the_first_target_of_the_year(view: IndicatorsView) -> None:
    assert view.view.hasFocus()
    assert stands(view) == ("health_insurance", "2023.target")
    assert shown(view, "health_insurance", "2023.target") == "100"
    assert shown(view, INCOME, "2023.target") == "1.715.000"
    amounts = ("base", "target", "actual", "reached")
    years = [f"{year}.{amount}" for year in (2022, 2023) for amount in amounts]
    assert [column.key for column in view.table.columns] == ["name", "unit", *years]


@pytest.mark.parametrize("typing", ["write", "compose"])
def test_an_own_line_is_typed_from_every_keyboard(view: IndicatorsView, desk: Desk, hands: Hands, typing: str) -> None:
    type_in: Callable[[str], None] = getattr(hands, typing)
    stand(view, "new-0", "name")
    type_in(LOANS)
    hands.tab()
    assert stands(view) == (own_key(LOANS), "unit")
    type_in("hộ")
    hands.tab()
    stand(view, own_key(LOANS), "2023.base")
    type_in("100")
    hands.tab()
    type_in("120")
    hands.tab()
    type_in("132")
    hands.enter()
    own = known(desk)[own_key(LOANS)]
    assert (own.base, own.target, own.actual) == (Decimal(100), Decimal(120), Decimal(132))
    assert shown(view, own_key(LOANS), "2023.reached") == "110,00"
    assert not view.has_unsaved
    hands.control(Qt.Key.Key_Z)
    assert known(desk)[own_key(LOANS)].actual is None
    assert shown(view, own_key(LOANS), "2023.actual") == ""


def test_a_block_from_excel_is_one_act_and_makes_room_for_new_lines(
    view: IndicatorsView, desk: Desk, hands: Hands
) -> None:
    QGuiApplication.clipboard().setText("".join(f"Mô hình {place}\t2\r\n" for place in range(1, 6)))
    stand(view, "new-0", "name")
    hands.control(Qt.Key.Key_V)
    assert [one.indicator.name for one in known(desk).values()][-5:] == [f"Mô hình {place}" for place in range(1, 6)]
    assert sum(1 for line in view.table.records if line.is_new) == 2
    hands.control(Qt.Key.Key_Z)
    assert own_key("Mô hình 1") not in known(desk)


def test_a_fault_stays_in_its_cell_until_it_is_mended(
    view: IndicatorsView, desk: Desk, hands: Hands, sentence: Callable[..., str]
) -> None:
    stand(view, "toilet", "2023.target")
    hands.write("195")
    hands.enter()
    words = sentence("percent-out-of-range", percent=195.0)
    assert view.notice.sentence == words
    assert found(view, "toilet", "2023.target") == (Severity.ERROR, words)
    assert shown(view, "toilet", "2023.target") == "195"
    assert (view.has_unsaved, known(desk)["toilet"].target) == (True, Decimal(95))
    stand(view, "toilet", "2023.target")
    assert view.finding_line.sentence == words
    hands.write("97")
    hands.enter()
    assert (view.notice.sentence, view.has_unsaved) == ("", False)
    assert known(desk)["toilet"].target == 97
    assert found(view, "toilet", "2023.target") is None


def test_only_what_is_of_one_unit_is_added_up_in_the_foot(
    qtbot: QtBot, window: MainWindow, view: IndicatorsView, desk: Desk, hands: Hands
) -> None:
    entries = [IndicatorEntry(key, "target", "1108", 2023) for key in ("jobs", "labour_export")]
    window.session.announce(enter_indicators(desk, 2023, entries))
    stand(view, "jobs", "2023.target")
    hands.press(Qt.Key.Key_Down, SHIFT)
    qtbot.waitUntil(lambda: window.selection_label.text().endswith(" 2.216"))
    stand(view, "housing_quality", "2023.target")
    hands.press(Qt.Key.Key_Down, SHIFT)
    qtbot.waitUntil(lambda: window.selection_label.text() == "")


def test_a_new_line_waits_for_its_name(
    view: IndicatorsView, desk: Desk, hands: Hands, sentence: Callable[..., str]
) -> None:
    stand(view, "new-1", "unit")
    hands.write("hộ")
    hands.enter()
    assert view.notice.sentence == sentence("indicator-without-name")
    assert shown(view, "new-1", "unit") == "hộ"
    stand(view, "new-1", "name")
    hands.write(LOANS)
    hands.enter()
    assert own_key(LOANS) in known(desk)
    assert (view.notice.sentence, view.has_unsaved) == ("", False)


def test_what_contradicts_is_marked_and_the_page_leads_there(
    qtbot: QtBot, window: MainWindow, view: IndicatorsView, desk: Desk, hands: Hands
) -> None:
    stand(view, "toilet", "2023.base")
    hands.write("98,5")
    hands.enter()
    marked = found(view, "toilet", "2023.target")
    assert marked is not None
    assert marked[0] is Severity.WARNING
    page = targets_page(window)
    hands.press(Qt.Key.Key_PageUp, CONTROL)
    assert (page.views.in_front, page.view.hasFocus()) == (None, True)
    qtbot.waitUntil(lambda: page.finding_line.sentence.startswith(marked[1]))
    link = next(button for button in page.finding_line.findChildren(QPushButton) if button.isVisible())
    link.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert in_front(window) is view
    assert stands(view) == ("toilet", "2023.target")
    assert known(desk)["toilet"].base == Decimal("98.5")


@pytest.fixture
def measured(qtbot: QtBot, window: MainWindow, view: IndicatorsView, desk: Desk) -> IndicatorsView:
    """The view when the closed round of 2022 has been measured."""
    codes = desk.program.legislation.standard_for(2022).indicator_codes
    place = codes.index("housing_quality")
    forms = {household_of(desk, head=f"Bùi Văn {one}"): Form(100, place + one) for one in (0, 0, 1)}
    seal_year(desk, 2022, forms)
    window.session.year_changed.emit(2023)
    qtbot.waitUntil(lambda: not view.is_measuring)
    return view


def test_what_the_round_says_is_offered_and_taken_with_f4(measured: IndicatorsView, desk: Desk, hands: Hands) -> None:
    view = measured
    assert (shown(view, "toilet", "2023.base"), look(view, "toilet", "2023.base")) == ("100", CellLook.PROPOSED)
    said = found(view, "toilet", "2023.base")
    assert said is not None
    assert said[0] is Severity.NOTE
    assert known(desk)["toilet"].base is None
    stand(view, "toilet", "2023.base")
    assert view.finding_line.sentence == said[1]
    hands.press(Qt.Key.Key_F4)
    assert known(desk)["toilet"].base == 100
    assert known(desk)["housing_area"].base is None
    assert look(view, "toilet", "2023.base") is CellLook.TYPED
    view.take_button.click()
    assert known(desk)["housing_area"].base == 100
    assert all(not line.offered for line in view.table.records)
    assert not view.take_button.isVisible()


def test_what_is_offered_is_not_copied(measured: IndicatorsView, hands: Hands) -> None:
    stand(measured, "toilet", "2023.base")
    hands.control(Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text().strip() == ""


def test_a_signed_plan_locks_its_figures_and_results_are_typed(
    view: IndicatorsView, desk: Desk, window: MainWindow, hands: Hands, sentence: Callable[..., str]
) -> None:
    enter_indicators(desk, 2023, [IndicatorEntry("new-0", "name", LOANS)])
    draft_plan.edit_plan(desk, 2023, number="12", issued_on=day(2, 1, 2023))
    window.session.announce(sign_plan.mark_signed(desk, 2023))
    stand(view, own_key(LOANS), "name")
    hands.write("v")
    assert view.notice.sentence == sentence("plan-signed", year=2023, date=NOW)
    view.notice.clear()
    stand(view, "toilet", "2023.target")
    hands.write("9")
    assert view.notice.sentence == sentence("plan-signed", year=2023, date=NOW)
    stand(view, "toilet", "2023.actual")
    hands.write("96")
    hands.enter()
    assert (known(desk)["toilet"].target, known(desk)["toilet"].reached) == (Decimal(95), True)
    stand(view, "toilet", "2023.actual")
    hands.press(Qt.Key.Key_Minus, CONTROL)
    assert view.notice.sentence == sentence("plan-signed", year=2023, date=NOW)
    assert known(desk)["toilet"].actual == 96


def test_a_line_is_removed_and_brought_back(view: IndicatorsView, desk: Desk, hands: Hands) -> None:
    enter = [IndicatorEntry("new-0", "name", LOANS), IndicatorEntry("new-0", "target", "12", 2023)]
    view._session.announce(enter_indicators(desk, 2023, enter))
    stand(view, own_key(LOANS), "2023.target")
    hands.press(Qt.Key.Key_Minus, CONTROL)
    assert own_key(LOANS) not in known(desk)
    assert view.table.row_of(own_key(LOANS)) is None
    hands.control(Qt.Key.Key_Z)
    assert known(desk)[own_key(LOANS)].target == 12
    assert shown(view, own_key(LOANS), "2023.target") == "12"


def test_another_year_shows_the_years_before_it_and_keeps_what_is_unsaved(
    window: MainWindow, view: IndicatorsView, hands: Hands
) -> None:
    stand(view, "jobs", "2023.target")
    hands.write("x")
    hands.enter()
    window.year_box.setValue(2025)
    assert stands(view) == ("health_insurance", "2025.target")
    assert view.table.column_of("2023.target") is not None
    window.year_box.setValue(2023)
    assert shown(view, "jobs", "2023.target") == "x"
    assert targets_page(window).has_unsaved


def test_on_a_full_disk_the_typed_text_stays_and_is_kept_later(
    window: MainWindow, view: IndicatorsView, desk: Desk, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise KnownError("disk-full", file="cam-long.pdesk", folder="D:")

    with monkeypatch.context() as full:
        full.setattr(edit_indicators, "enter_indicators", refuse)
        stand(view, "jobs", "2023.target")
        hands.write("108")
        hands.enter()
        assert (shown(view, "jobs", "2023.target"), view.has_unsaved) == ("108", True)
    targets_page(window).commit_pending()
    assert known(desk)["jobs"].target == 108
    assert not view.has_unsaved


@pytest.fixture
def elsewhere(program: Program, sample: Path, show: Callable[[Path], MainWindow]) -> Iterator[MainWindow]:
    """The window on a file that somebody else has open."""
    first = open_desk(sample, program.under_name("Lê Văn Đầu"))
    enter_indicators(first, 2023, [IndicatorEntry("jobs", "target", "108", 2023)])
    yield show(sample)
    first.close()


def test_a_file_open_elsewhere_is_read_and_copied(
    elsewhere: MainWindow, hands: Hands, sentence: Callable[..., str]
) -> None:
    page = targets_page(elsewhere)
    page.show_view("indicators")
    view = in_front(elsewhere)
    assert not any(line.is_new or line.offered for line in view.table.records)
    assert not view.take_button.isVisible()
    stand(view, "jobs", "2023.target")
    hands.write("9")
    assert view.notice.sentence == sentence("grid-read-only")
    hands.control(Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text().strip() == "108"
    page.show_view("committee")
    committee = page.views.in_front
    assert isinstance(committee, CommitteeView)
    assert committee.table.rowCount() == 0
    assert committee.summary.text()


def test_a_receiving_office_has_the_views_too(
    documents: Path, program: Program, show: Callable[[Path], MainWindow]
) -> None:
    path = documents / "huyen.pdesk"
    start_file(path, NewOffice("Huyện Krông Nô", AreaType.RURAL, level=OfficeLevel.RECEIVING), program).close()
    window = show(path)
    page = targets_page(window)
    page.show_view("indicators")
    view = in_front(window)
    assert {line.row_id for line in view.table.records if not line.is_new} == set(known_indicators())
    page.show_view("committee")
    assert isinstance(page.views.in_front, CommitteeView)
    assert page.views.in_front.table.rowCount() == 10
