from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from povertydesk.poverty.area import AreaType
from povertydesk.poverty.problems import KnownError
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.overview.page import OverviewPage
from povertydesk.ui.plan.page import PlanPage
from povertydesk.ui.registry.page import HouseholdsPage
from povertydesk.ui.settings.page import SettingsPage
from povertydesk.ui.start import Office
from povertydesk.ui.targets.page import TargetsPage
from povertydesk.workflow import history, record_villages, set_targets, set_up_office
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.open_desk import open_desk
from tests.ui.grid_sight import shown_column, stand_on, targets_page
from tests.ui.hands import Hands

Sentence = Callable[..., str]


def rail(window: MainWindow) -> dict[str, QToolButton]:
    buttons = [button for button in window.findChildren(QToolButton) if button.isCheckable()]
    return {button.text(): button for button in buttons}


def test_the_rail_has_the_pages_that_there_are_in_the_order_of_the_year(window: MainWindow) -> None:
    pages = ["Tổng quan", "Hộ gia đình", "Rà soát", "Chỉ tiêu", "Kế hoạch", "Biểu tổng hợp", "Cài đặt"]
    assert list(rail(window)) == pages
    assert [button.toolTip() for button in rail(window).values()] == [f"Ctrl+{place}" for place in range(1, 8)]
    assert [words for words, button in rail(window).items() if button.isChecked()] == ["Chỉ tiêu"]
    assert all(not button.icon().isNull() for button in rail(window).values())


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Tổng quan", OverviewPage),
        ("Hộ gia đình", HouseholdsPage),
        ("Chỉ tiêu", TargetsPage),
        ("Kế hoạch", PlanPage),
        ("Cài đặt", SettingsPage),
    ],
)
def test_each_page_is_one_key_away_and_takes_the_keys(
    window: MainWindow, hands: Hands, words: str, kind: type[object]
) -> None:
    hands.go_to("Cài đặt" if kind is TargetsPage else "Chỉ tiêu")
    hands.go_to(words)
    assert isinstance(window.page, kind)
    assert window.page.title() == words  # type: ignore[attr-defined]
    assert rail(window)[words].isChecked()
    assert window.page.isAncestorOf(hands.place)


def test_the_rail_works_with_the_space_bar(window: MainWindow, hands: Hands) -> None:
    rail(window)["Cài đặt"].setFocus()
    hands.press(Qt.Key.Key_Space)
    assert isinstance(window.page, SettingsPage)


def test_what_is_typed_is_kept_before_another_page_comes(window: MainWindow, desk: Desk, hands: Hands) -> None:
    stand_on(targets_page(window), 0, "registered")
    hands.write("6")
    hands.go_to("Kế hoạch")
    hands.go_to("Chỉ tiêu")
    assert shown_column(targets_page(window), "registered")[0] == "6"


def test_the_head_and_foot_say_where_things_stand(window: MainWindow, hands: Hands) -> None:
    assert window.windowTitle() == "Xã Cẩm Long – cam-long.pdesk – PovertyDesk"
    assert window.office_button.text() == "Xã Cẩm Long"
    assert window.year_box.value() == 2023
    assert window.standard_label.text() == "Chuẩn nghèo 2022–2026 · nông thôn · chưa đối chiếu"
    assert not window.saved_label.isVisible()
    stand_on(targets_page(window), 0, "registered")
    hands.write("6")
    hands.enter()
    assert window.saved_label.text() == "Đã lưu 08:30"


def test_the_foot_names_the_standard_of_the_year(window: MainWindow) -> None:
    window.year_box.setValue(2027)
    assert window.standard_label.text() == "Chuẩn nghèo 2027–2030 · nông thôn · chưa đối chiếu"
    assert window.standard_label.toolTip().splitlines() == [
        "Chưa đối chiếu với văn bản gốc:",
        "mức sống trung bình",
        "ngưỡng thiếu hụt",
        "phiếu chấm điểm",
        "số điều được viện dẫn",
    ]
    window.year_box.setValue(2011)
    assert window.standard_label.text() == "chưa có chuẩn nghèo cho năm 2011 · nông thôn"
    assert window.standard_label.toolTip() == ""


def test_a_year_is_typed_and_its_figures_come(window: MainWindow, hands: Hands) -> None:
    hands.alt(Qt.Key.Key_M)
    hands.retype("2024")
    hands.enter()
    page = targets_page(window)
    assert page.heading.text() == "Chỉ tiêu giảm nghèo của thôn năm 2024"
    assert shown_column(page, "households") == [""] * 6
    hands.press(Qt.Key.Key_Down)
    assert shown_column(page, "households")[0] == "221"


def test_the_last_act_is_named_and_taken_back_by_its_buttons(window: MainWindow, hands: Hands) -> None:
    assert window.undo_label.text() == "Hoàn tác: phân bổ 45 hộ năm 2023"
    assert window.undo_button.toolTip() == "Hoàn tác: phân bổ 45 hộ năm 2023 (Ctrl+Z)"
    assert window.undo_button.accessibleName() == "Hoàn tác"
    assert not window.redo_button.isEnabled()
    window.undo_button.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert shown_column(targets_page(window), "reduction") == [""] * 6
    assert window.redo_button.toolTip() == "Làm lại: phân bổ 45 hộ năm 2023 (Ctrl+Y)"
    window.redo_button.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert shown_column(targets_page(window), "reduction") == ["7", "5", "8", "10", "7", "8"]


def test_undo_takes_back_what_is_just_being_typed_too(window: MainWindow, desk: Desk, hands: Hands) -> None:
    page = targets_page(window)
    stand_on(page, 0, "registered")
    hands.write("6")
    window.undo()
    assert shown_column(page, "registered")[0] == ""
    assert [one.name for one in history.list_history(desk)][-2:] == ["enter-figures", "undo"]


def test_doing_again_what_nobody_took_back_does_nothing(window: MainWindow, desk: Desk, hands: Hands) -> None:
    count = len(history.list_history(desk))
    hands.control(Qt.Key.Key_Y)
    assert len(history.list_history(desk)) == count
    assert window.notice.sentence == ""


def test_an_act_of_the_office_changes_the_head(window: MainWindow, desk: Desk) -> None:
    unit = desk.unit._replace(name="Phường Cẩm Long & Châu", area=AreaType.URBAN)
    window.session.write(lambda: set_up_office.edit_office(desk, unit))
    assert window.office_button.text() == "Phường Cẩm Long && Châu"
    assert window.windowTitle().startswith("Phường Cẩm Long & Châu – ")
    assert window.standard_label.text().endswith(" · thành thị · chưa đối chiếu")


def test_a_refusal_stays_until_something_is_saved(window: MainWindow, desk: Desk, sentence: Sentence) -> None:
    def refuse() -> None:
        raise KnownError("disk-full", file="a.pdesk", folder="D:")

    window.session.attempt(refuse)
    assert window.notice.sentence == sentence("disk-full", file="a.pdesk", folder="D:")
    window.session.write(lambda: record_villages.add_villages(desk, ["Thôn Mới"]))
    assert window.notice.sentence == ""


def test_findings_are_counted_at_the_foot(qtbot: QtBot, window: MainWindow, hands: Hands) -> None:
    assert not window.findings_label.isVisible()
    stand_on(targets_page(window), 0, "poor_opening")
    hands.write("300")
    hands.enter()
    qtbot.waitUntil(window.findings_label.isVisible)
    assert window.findings_label.text().endswith(" điều cần xem")
    hands.control(Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: not window.findings_label.isVisible())


def test_the_keys_that_excel_taught_work_on_every_system(window: MainWindow) -> None:
    keys = {sequence.toString() for action in window.actions() for sequence in action.shortcuts()}
    expected = {"Ctrl+Z", "Ctrl+Y", "Ctrl+P", "Ctrl+N", "Ctrl+O", "Ctrl+W", "Ctrl+1", "Ctrl+2", "Ctrl+3"}
    assert expected <= keys
    twice = [
        sequence
        for sequence in keys
        if sum(QKeySequence(sequence) in action.shortcuts() for action in window.actions()) > 1
    ]
    assert twice == []


def test_a_file_opens_on_the_page_it_was_left_on(
    office: Office, window: MainWindow, sample: Path, settle: Callable[[MainWindow], MainWindow], hands: Hands
) -> None:
    hands.go_to("Cài đặt")
    office.close_file()
    office.open(sample)
    assert office.window is not None
    assert isinstance(settle(office.window).page, SettingsPage)


def running_timers(window: MainWindow) -> list[QTimer]:
    """The program's own timers; Qt has others in its widgets."""
    own = (MainWindow, TargetsPage, PlanPage)
    return [timer for timer in window.findChildren(QTimer) if timer.isActive() and isinstance(timer.parent(), own)]


def test_a_window_closed_at_once_has_nothing_left_to_come(
    qtbot: QtBot, office: Office, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was to come after the first paint must not reach for the closed file."""
    monkeypatch.setattr("povertydesk.ui.main_window._AFTER_PAINT_MILLISECONDS", 60_000)
    office.open(sample)
    window = office.window
    assert window is not None
    qtbot.waitUntil(lambda: bool(running_timers(window)))
    assert window.close()
    assert running_timers(window) == []


def test_an_entry_that_is_kept_by_closing_starts_no_check_of_the_closed_file(
    window: MainWindow, sample: Path, program: Program, hands: Hands
) -> None:
    stand_on(targets_page(window), 0, "registered")
    hands.write("6")
    assert window.close()
    assert running_timers(window) == []
    desk = open_desk(sample, program)
    assert set_targets.read_grid(desk, 2023).rows[0].registered == 6
    desk.close()
