from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox  # noqa: TID251 (what asks is answered here)
from pytestqt.qtbot import QtBot

from povertydesk.poverty.area import Region
from povertydesk.poverty.plan import Officer, SigningForm
from povertydesk.poverty.problems import KnownError
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.preferences import Preferences
from povertydesk.ui.settings.page import SettingsPage
from povertydesk.ui.start import Office
from povertydesk.workflow import back_up, draft_plan, set_up_office
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.open_desk import open_desk
from tests.ui.grid_sight import shown_column, stand_on, targets_page
from tests.ui.hands import Hands

Sentence = Callable[..., str]


@pytest.fixture
def page(window: MainWindow, hands: Hands) -> SettingsPage:
    hands.go_to("Cài đặt")
    return settings_of(window)


def settings_of(window: MainWindow) -> SettingsPage:
    page = window.page
    assert isinstance(page, SettingsPage)
    return page


def names(desk: Desk) -> list[tuple[str, str, SigningForm | None]]:
    return [(one.name, one.position, one.signing_form) for one in draft_plan.list_officers(desk)]


def test_the_office_is_changed_by_keys(page: SettingsPage, desk: Desk, hands: Hands) -> None:
    assert page.name.editor.hasFocus()
    hands.retype("Phường Cẩm Long")
    hands.enter()
    hands.press(Qt.Key.Key_Down)
    hands.tab()
    hands.select_all()
    hands.compose("UBND tỉnh Thanh Hóa")
    hands.enter()
    assert page.region.hasFocus()
    hands.press(Qt.Key.Key_End)
    assert desk.unit.region is Region.MEKONG_DELTA
    hands.tab()
    hands.write("14950")
    hands.enter()
    unit = desk.unit
    assert (unit.name, unit.area.value, unit.receiving_office, unit.code) == (
        "Phường Cẩm Long",
        "urban",
        "UBND tỉnh Thanh Hóa",
        "14950",
    )
    assert page.officer_rows[0].name.editor.hasFocus()


def test_a_wrong_name_or_code_is_said_under_its_field(
    window: MainWindow, page: SettingsPage, desk: Desk, hands: Hands, sentence: Sentence
) -> None:
    hands.retype(" ")
    hands.enter()
    assert page.name.fault.text() == sentence("office-without-name")
    assert page.name.editor.hasFocus()
    hands.press(Qt.Key.Key_Escape)
    page.code.setFocus()
    hands.write("123")
    hands.enter()
    assert page.code.fault.text() == sentence("office-code-malformed", code="123")
    assert page.has_unsaved
    assert window.notice.sentence == ""
    assert (desk.unit.name, desk.unit.code) == ("Xã Cẩm Long", None)


def test_an_area_that_could_not_be_kept_is_not_shown(
    window: MainWindow, page: SettingsPage, hands: Hands, sentence: Sentence, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise KnownError("disk-full", file="a", folder="D:")

    monkeypatch.setattr(set_up_office, "edit_office", refuse)
    page.area.setFocus()
    hands.press(Qt.Key.Key_Down)
    assert window.notice.sentence == sentence("disk-full", file="a", folder="D:")
    assert page.area.currentText() == "Nông thôn"
    page.region.setFocus()
    shown = page.region.currentText()
    hands.press(Qt.Key.Key_End)
    assert page.region.currentText() == shown


def test_an_officer_is_added_and_the_keys_stay_in_the_line(
    qtbot: QtBot, page: SettingsPage, desk: Desk, hands: Hands
) -> None:
    row = page.officer_rows[-1]
    assert row.name.label.text() == "Thêm người ký: họ và tên"
    row.name.setFocus()
    hands.write("Bùi Văn Giả")
    hands.tab()
    assert row.position.editor.hasFocus()
    assert row.name.label.text() == "Họ và tên"
    hands.compose("Quyền Chủ tịch")
    hands.tab()
    assert row.form.hasFocus()
    hands.press(Qt.Key.Key_Down, times=2)
    assert names(desk) == [
        ("Bùi Văn Giả", "Quyền Chủ tịch", SigningForm.ACTING),
        ("Hà Văn Mẫu", "Chủ tịch", SigningForm.FOR_BODY),
        ("Lê Thị Thử", "Phó Chủ tịch", SigningForm.FOR_HEAD),
    ]
    further = page.officer_rows[-1]
    assert further is not row
    assert len(page.officer_rows) == 4
    qtbot.waitUntil(further.isVisible)
    hands.tab()
    assert further.name.editor.hasFocus()


def test_an_officer_is_renamed_and_taken_back(page: SettingsPage, desk: Desk, hands: Hands) -> None:
    row = page.officer_rows[0]
    row.name.setFocus()
    hands.retype("Hà Văn Mới")
    hands.enter()
    assert "Hà Văn Mới" in [name for name, *_ in names(desk)]
    assert row.name.text == "Hà Văn Mới"
    hands.control(Qt.Key.Key_Z)
    assert row.name.text == "Hà Văn Mẫu"


def test_a_new_officer_can_be_taken_back_and_brought_again(
    window: MainWindow, page: SettingsPage, desk: Desk, hands: Hands
) -> None:
    page.officer_rows[-1].name.setFocus()
    hands.write("Bùi Văn Giả")
    hands.enter()
    window.undo()
    assert [row.name.text for row in page.officer_rows] == ["Hà Văn Mẫu", "Lê Thị Thử", ""]
    window.redo()
    assert [row.name.text for row in page.officer_rows] == ["Hà Văn Mẫu", "Lê Thị Thử", "Bùi Văn Giả", ""]
    assert page.officer_rows[-1].officer_id == ""


def test_an_officer_without_a_name_is_refused(page: SettingsPage, desk: Desk, hands: Hands, sentence: Sentence) -> None:
    row = page.officer_rows[0]
    row.name.setFocus()
    hands.retype(" ")
    hands.enter()
    assert row.name.fault.text() == sentence("officer-without-name")
    assert names(desk)[0][0] == "Hà Văn Mẫu"
    hands.press(Qt.Key.Key_Escape)
    assert row.name.text == "Hà Văn Mẫu"


def test_a_position_without_a_name_waits_for_it(page: SettingsPage, desk: Desk, hands: Hands) -> None:
    row = page.officer_rows[-1]
    row.position.setFocus()
    hands.write("Chủ tịch")
    hands.tab()
    assert len(names(desk)) == 2
    row.name.setFocus()
    hands.write("Bùi Văn Giả")
    hands.enter()
    assert ("Bùi Văn Giả", "Chủ tịch", SigningForm.FOR_BODY) in names(desk)
    assert not page.has_unsaved


def test_an_officer_added_elsewhere_comes_before_the_blank_line(
    window: MainWindow, page: SettingsPage, desk: Desk
) -> None:
    officer = Officer("", "Cao Văn Ước", "Phó Chủ tịch", SigningForm.FOR_HEAD)
    window.session.write(lambda: set_up_office.edit_officer(desk, officer))
    assert [row.name.text for row in page.officer_rows] == ["Hà Văn Mẫu", "Lê Thị Thử", "Cao Văn Ước", ""]


def test_a_backup_is_made_now(page: SettingsPage, desk: Desk, hands: Hands) -> None:
    assert [page.backups.item(row).text() for row in range(page.backups.count())] == ["20/11/2026 08:30   hằng ngày"]
    page.backup_button.setFocus()
    hands.press(Qt.Key.Key_Space)
    made = [one for one in back_up.list_backups(desk) if one.reason == "manual"]
    assert page.notice.sentence == f"Đã sao lưu và kiểm tra: {made[0].path}"
    assert page.backups.count() == 2
    assert "tự sao lưu" in page.backups.item(0).text() + page.backups.item(1).text()


def test_a_backup_that_fails_says_why(
    window: MainWindow, page: SettingsPage, sentence: Sentence, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise KnownError("disk-full", file="a", folder="D:")

    monkeypatch.setattr(back_up, "back_up", refuse)
    page.backup_button.click()
    assert window.notice.sentence == sentence("disk-full", file="a", folder="D:")
    assert page.notice.sentence == ""


def test_a_backup_is_restored_by_keys_after_one_question(
    office: Office, window: MainWindow, settle: Callable[[MainWindow], MainWindow], hands: Hands
) -> None:
    stand_on(targets_page(window), 0, "registered")
    hands.write("6")
    hands.enter()
    hands.go_to("Cài đặt")
    page = settings_of(window)
    page.backups.setFocus()
    hands.press(Qt.Key.Key_Down)

    def agree(box: QMessageBox) -> None:
        assert box.text() == "Thay tệp hiện tại bằng bản sao lưu 20/11/2026 08:30   hằng ngày?"
        next(button for button in box.buttons() if button.text() == "Khôi phục").setFocus()
        hands.press(Qt.Key.Key_Space)

    hands.when_asked(QMessageBox, agree)
    page.restore_button.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert office.window is not None
    again = settle(office.window)
    hands.go_to("Chỉ tiêu")
    assert shown_column(targets_page(again), "registered")[0] == ""


def test_a_question_that_is_left_restores_nothing(
    office: Office, window: MainWindow, page: SettingsPage, hands: Hands
) -> None:
    hands.when_asked(QMessageBox, lambda _box: hands.enter())
    page.restore_button.click()
    assert office.window is window


def test_who_may_only_read_changes_nothing_of_the_file(
    program: Program, sample: Path, show: Callable[[Path], MainWindow], preferences: Preferences, hands: Hands
) -> None:
    first = open_desk(sample, program)
    try:
        window = show(sample)
        hands.go_to("Cài đặt")
        page = settings_of(window)
        assert len(page.officer_rows) == 2
        fields = [page.name, page.code, page.receiving, *(field for row in page.officer_rows for field in row.fields)]
        assert all(field.editor.isReadOnly() for field in fields)
        assert not any(
            part.isEnabled() for part in (page.area, page.region, page.restore_button, page.officer_rows[0].form)
        )
        # What is of this PC can still be chosen.
        assert page.language.isEnabled()
        page.officer.setFocus()
        hands.write("Bùi Thị Tập")
        hands.enter()
        assert preferences.officer == "Bùi Thị Tập"
    finally:
        first.close()


def test_leaving_the_page_keeps_what_is_typed(qtbot: QtBot, page: SettingsPage, desk: Desk, hands: Hands) -> None:
    page.receiving.setFocus()
    hands.retype("UBND tỉnh Thanh Hóa")
    hands.go_to("Chỉ tiêu")
    assert desk.unit.receiving_office == "UBND tỉnh Thanh Hóa"
