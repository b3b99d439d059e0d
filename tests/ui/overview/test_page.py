"""The page Tổng quan, worked by keys: what is due leads on, charts are read with the arrows and copied."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QScrollArea
from pytestqt.qtbot import QtBot

from povertydesk.poverty.area import AreaType
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.overview.chart_card import ChartCard
from povertydesk.ui.overview.page import OverviewPage
from povertydesk.ui.plan.page import PlanPage
from povertydesk.ui.review.round_page import RoundPage
from povertydesk.ui.start import Office
from povertydesk.ui.targets.page import TargetsPage
from povertydesk.workflow import edit_grid, history
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.edit_grid import CellEntry
from povertydesk.workflow.start_file import NewOffice, start_file
from tests.ui.hands import Hands
from tests.workflow.contents import key_of


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> OverviewPage:
    shown = window.page_named("overview")
    assert isinstance(shown, OverviewPage)
    with qtbot.waitSignal(shown.shown):
        QTest.keySequence(window, QKeySequence("Ctrl+1"))
    assert window.page is shown
    return shown


def tab_to(hands: Hands, card: ChartCard) -> None:
    for _ in range(60):
        if hands.place is card.view:
            return
        hands.tab()
    raise AssertionError("Tab never comes to the chart")


def test_the_year_is_said_and_every_village_bears_its_rate(page: OverviewPage) -> None:
    words = page.tr("Overview of {year}").replace("{year}", "2023")
    assert page.heading.text() == words
    for figure in ("1.518", "208", "218"):
        assert figure in page.summary.text()
    assert page.rates.title.text() == "Tỷ lệ hộ nghèo năm 2023 theo thôn"
    assert page.rates.view.accessibleName() == page.rates.title.text()
    assert "Thôn Phi Long: 17,60% · 47/267 hộ" in page.rates.view.accessibleDescription()


def test_the_keys_are_on_what_is_next_and_enter_leads_there(
    page: OverviewPage, window: MainWindow, hands: Hands
) -> None:
    assert [link.text() for link in page.due.links] == [
        "Hoàn thành kế hoạch giảm nghèo của năm",
        "Mở đợt rà soát định kỳ",
    ]
    assert "14/12/2023" in page.due.days[1].text()
    assert hands.place is page.due.links[0]
    hands.enter()
    assert isinstance(window.page, PlanPage)


def test_an_empty_chart_leads_to_where_it_is_begun(page: OverviewPage, window: MainWindow, hands: Hands) -> None:
    assert not page.round.view.isVisible()
    assert page.round.note.text() == page.tr("No review round in this year yet. Open one on the page of the review.")
    page.round.link.setFocus()
    hands.enter()
    assert isinstance(window.page, RoundPage)


def test_the_arrows_read_the_values_out(page: OverviewPage, window: MainWindow, hands: Hands) -> None:
    tab_to(hands, page.rates)
    hands.press(Qt.Key.Key_Down)
    assert window.selection_label.text() == "Thôn Minh Long: 6,33% · 14/221 hộ"
    assert page.rates.view.accessibleDescription() == window.selection_label.text()
    hands.press(Qt.Key.Key_Right, times=2)
    assert window.selection_label.text() == "Thôn Phi Long: 17,60% · 47/267 hộ"
    hands.press(Qt.Key.Key_End)
    assert window.selection_label.text() == "Tổng cộng: 13,70% · 208/1.518 hộ"
    hands.press(Qt.Key.Key_Down)
    assert window.selection_label.text() == "Tổng cộng: 13,70% · 208/1.518 hộ"
    hands.press(Qt.Key.Key_Home)
    hands.press(Qt.Key.Key_Up)
    assert window.selection_label.text() == "Thôn Minh Long: 6,33% · 14/221 hộ"
    hands.tab()
    assert not window.selection_label.isVisible()


def test_what_is_stood_on_is_seen(page: OverviewPage, hands: Hands) -> None:
    tab_to(hands, page.rates)
    before = page.rates.view.grab().toImage()
    hands.press(Qt.Key.Key_Down)
    assert page.rates.view.grab().toImage() != before
    assert page.area.viewport().rect().intersects(page.rates.rect().translated(page.rates.pos()))


def test_a_click_stands_on_a_value(page: OverviewPage, window: MainWindow) -> None:
    view = page.rates.view
    assert view.chart is not None
    pitch = view.height() // len(view.chart.readings)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(40, pitch + pitch // 2))
    assert window.selection_label.text() == "Thôn Tân Long: 7,53% · 14/186 hộ"


def test_a_chart_is_copied_as_a_picture_and_as_text(page: OverviewPage, hands: Hands) -> None:
    tab_to(hands, page.rates)
    hands.control(Qt.Key.Key_C)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert "Thôn Phi Long\t17,60% · 47/267 hộ" in data.text().splitlines()
    title = "Tỷ lệ hộ nghèo năm 2023 theo thôn"
    assert page.notice.sentence == page.tr("Copied as a picture: {title}").replace("{title}", title)
    picture = page.rates.view.picture()
    assert picture.width() > 2000
    greys = {picture.pixelColor(x, picture.height() // 2).lightness() for x in range(0, picture.width(), 3)}
    assert min(greys) < 120
    assert max(greys) == 255


def test_another_year_and_a_change_are_counted_anew(
    page: OverviewPage, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    key = key_of(desk, "Thôn Minh Long")
    with qtbot.waitSignal(page.shown):
        window.session.write(lambda: edit_grid.enter_cells(desk, 2023, [CellEntry(key, "poor_opening", "20")]))
    assert "Thôn Minh Long: 9,05% · 20/221 hộ" in page.rates.view.accessibleDescription()
    with qtbot.waitSignal(page.shown):
        window.year_box.setValue(2024)
    assert not page.rates.view.isVisible()
    with qtbot.waitSignal(page.shown):
        window.year_box.setValue(2011)
    assert "2011" in page.summary.text()


def test_looking_changes_nothing(page: OverviewPage, desk: Desk) -> None:
    assert not page.has_unsaved
    assert history.undo_state(desk).undo is not None
    before = len(history.list_history(desk))
    page.refresh()
    page.stop()
    assert len(history.list_history(desk)) == before


def test_an_empty_file_is_told_to_begin_with_the_villages(
    show: Callable[[Path], MainWindow], documents: Path, program: Program, qtbot: QtBot, hands: Hands
) -> None:
    path = documents / "moi.pdesk"
    start_file(path, NewOffice("Xã Thử Nghiệm", AreaType.RURAL), program).close()
    window = show(path)
    page = window.page_named("overview")
    assert isinstance(page, OverviewPage)
    with qtbot.waitSignal(page.shown):
        window.show_page("overview")
    assert page.summary.text() == page.tr("Nothing is known of this year yet. Begin with the villages.")
    assert [link.text() for link in page.due.links] == ["Nhập các thôn với số hộ, số khẩu"]
    assert all(card.link.isVisible() for card in page.cards if card.isVisible())
    assert hands.place is page.due.links[0]
    hands.enter()
    assert isinstance(window.page, TargetsPage)


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".xlsx"])
def test_the_charts_are_saved_for_the_report(page: OverviewPage, documents: Path, hands: Hands, suffix: str) -> None:
    target = documents / f"bieu-do-cam-long-2023{suffix}"
    hands.when_asked(QFileDialog, lambda dialog: dialog.accept())
    assert page.save_as(suffix)
    assert target.stat().st_size > 2000
    assert page.notice.sentence == page.tr("Saved: {file}").replace("{file}", str(target))


def test_what_is_not_there_is_not_printed(
    page: OverviewPage, window: MainWindow, documents: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.shown):
        window.year_box.setValue(2026)
    target = documents / "trong.pdf"
    page.save_as(".pdf", target)
    assert target.exists() == bool(page.overview is not None and page.overview.year_ends)


def test_in_a_narrow_window_it_stands_in_one_column(page: OverviewPage, window: MainWindow, qtbot: QtBot) -> None:
    assert page.rates.x() > page.due.x()
    window.resize(910, 485)
    qtbot.waitUntil(lambda: page.rates.x() == page.due.x())
    assert page.rates.y() > page.due.y()
    assert isinstance(page.area, QScrollArea)
    inside = page.area.widget()
    assert inside is not None
    assert inside.width() <= page.area.viewport().width()


def test_the_page_comes_back_where_it_was_left(
    make_office: Callable[[], Office], settle: Callable[[MainWindow], MainWindow], sample: Path
) -> None:
    office = make_office()
    office.open(sample)
    assert office.window is not None
    settle(office.window).show_page("overview")
    office = make_office()
    office.open(sample)
    assert office.window is not None
    assert isinstance(settle(office.window).page, OverviewPage)
