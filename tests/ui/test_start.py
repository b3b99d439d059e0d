from __future__ import annotations

import datetime
import os
import platform
import shutil
import sqlite3  # noqa: TID251 (stands for a program of another time)
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton  # noqa: TID251
from pytestqt.qtbot import QtBot

from povertydesk.app import report_bug
from povertydesk.poverty.problems import KnownError
from povertydesk.store import lock_note
from povertydesk.ui import start
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.plan.page import PlanPage
from povertydesk.ui.preferences import Preferences
from povertydesk.ui.settings.page import SettingsPage
from povertydesk.ui.start import Office, report_bugs
from povertydesk.workflow import back_up, history
from povertydesk.workflow.desk import Program
from povertydesk.workflow.open_desk import open_desk
from povertydesk.workflow.sample import make_sample
from tests.ui.grid_sight import shown_column, stand_on, targets_page
from tests.ui.hands import Hands

if TYPE_CHECKING:
    from povertydesk.ui.welcome.page import WelcomePage

ROOT = Path(__file__).resolve().parents[2]
Settle = Callable[[MainWindow], MainWindow]
Sentence = Callable[..., str]


def link(notice: NoticeLine, words: str) -> QPushButton:
    return next(button for button in notice.findChildren(QPushButton) if button.text() == words)


def opened(office: Office) -> MainWindow:
    window = office.window
    assert window is not None
    return window


@pytest.fixture
def welcome(qtbot: QtBot, office: Office) -> WelcomePage:
    page = office.show_welcome()
    window = office.welcome
    assert window is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return page


def test_a_damaged_file_says_so_and_leaves_the_welcome(
    office: Office, welcome: WelcomePage, sample: Path, sentence: Sentence
) -> None:
    size = sample.stat().st_size
    with sample.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))
    assert not office.open(sample)
    assert welcome.notice.sentence == sentence("file-damaged", file=sample.name, folder=str(sample.parent))
    assert office.window is None


@pytest.mark.parametrize(
    ("name", "contents"), [("thu.pdesk", b"D\xc6\xb0\xc6\xa1ng"), ("thu.pdesk", b""), ("thu.docx", b"PK\x03\x04" * 99)]
)
def test_a_file_of_another_kind_is_refused(
    office: Office, welcome: WelcomePage, documents: Path, sentence: Sentence, name: str, contents: bytes
) -> None:
    path = documents / name
    path.write_bytes(contents)
    office.open(path)
    assert welcome.notice.sentence == sentence("not-a-desk-file", file=name, folder=str(documents))
    assert path.read_bytes() == contents


def test_a_file_of_a_newer_program_names_the_version_to_get(
    office: Office, welcome: WelcomePage, sample: Path, sentence: Sentence
) -> None:
    with sqlite3.connect(sample) as file:
        file.execute(f"PRAGMA user_version = {9 << 16}")
        file.execute("UPDATE file_identity SET program_version = '9.1'")
    file.close()
    office.open(sample)
    assert welcome.notice.sentence == sentence("file-newer", file=sample.name, version="9.1")


def test_a_recent_file_that_is_gone_can_be_taken_off_the_list(
    qtbot: QtBot,
    office: Office,
    preferences: Preferences,
    welcome: WelcomePage,
    sample: Path,
    sentence: Sentence,
    hands: Hands,
) -> None:
    gone = sample.with_name("gone.pdesk")
    preferences.remember_file(gone)
    preferences.remember_file(sample)
    welcome.show_recent(preferences.recent_files)
    recent = welcome.recent_buttons[1]
    qtbot.waitUntil(recent.isVisible)
    recent.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert welcome.notice.sentence == sentence("file-missing", file="gone.pdesk", folder=str(gone.parent))
    link(welcome.notice, "Bỏ khỏi danh sách").setFocus()
    hands.press(Qt.Key.Key_Space)
    assert preferences.recent_files == (sample,)
    assert welcome.notice.sentence == ""
    assert [button.text() for button in welcome.recent_buttons] == [f"{sample.stem}   –   {sample.parent}"]


def test_opening_fails_and_what_is_open_stays(
    office: Office, window: MainWindow, documents: Path, sentence: Sentence
) -> None:
    other = documents / "khac.pdesk"
    assert not office.open(other)
    assert office.window is window
    assert window.isVisible()
    assert window.notice.sentence == sentence("file-missing", file="khac.pdesk", folder=str(documents))


def test_the_file_that_is_open_is_not_opened_twice(office: Office, window: MainWindow, sample: Path) -> None:
    assert office.open(sample.parent / ".." / sample.parent.name / sample.name)
    assert office.window is window
    assert not window.session.desk.read_only


def test_another_file_takes_the_place_of_the_open_one(
    office: Office, window: MainWindow, settle: Settle, program: Program, sample: Path, preferences: Preferences
) -> None:
    other = sample.with_name("khac.pdesk")
    shutil.copy(sample, other)
    assert office.open(other)
    second = settle(opened(office))
    assert second.session.desk.path == other
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
    assert shown == [second]
    assert preferences.recent_files == (other, sample)
    open_desk(sample, program).close()
    assert not list(sample.parent.glob(f"~{sample.name}*"))


def test_a_file_named_at_the_start_that_cannot_be_opened_leads_to_the_welcome(
    office: Office, documents: Path, sentence: Sentence
) -> None:
    office.open(documents / "khong-co.pdesk")
    assert office.welcome_page is not None
    expected = sentence("file-missing", file="khong-co.pdesk", folder=str(documents))
    assert office.welcome_page.notice.sentence == expected


def test_ctrl_o_opens_a_file_through_the_dialog(
    qtbot: QtBot, office: Office, welcome: WelcomePage, sample: Path, hands: Hands
) -> None:
    def choose(dialog: QFileDialog) -> None:
        assert dialog.windowTitle() == "Mở tệp"
        hands.write(sample.name)
        hands.enter()

    hands.when_asked(QFileDialog, choose)
    hands.control(Qt.Key.Key_O)
    assert opened(office).session.desk.path == sample
    assert office.welcome is None


def test_a_dialog_that_is_left_changes_nothing(office: Office, welcome: WelcomePage, hands: Hands) -> None:
    for key in (Qt.Key.Key_O, Qt.Key.Key_N):
        hands.when_asked(QDialog, lambda _dialog: hands.press(Qt.Key.Key_Escape))
        hands.control(key)
        assert office.welcome is not None
        hands.back_at(office.welcome)
    assert office.window is None


def test_practising_makes_the_sample_once(
    office: Office, welcome: WelcomePage, settle: Settle, documents: Path, hands: Hands, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(office.file_opened):
        hands.alt(Qt.Key.Key_T)
    window = settle(opened(office))
    assert [path.name for path in documents.glob("*.pdesk")] == ["xa-mau-cam-long.pdesk"]
    assert shown_column(targets_page(window), "reduction") == ["7", "5", "8", "10", "7", "8"]
    hands.control(Qt.Key.Key_W)
    assert office.window is None
    again = office.welcome
    assert again is not None
    hands.back_at(again)
    with qtbot.waitSignal(office.file_opened):
        hands.alt(Qt.Key.Key_T)
    assert [path.name for path in documents.glob("*.pdesk")] == ["xa-mau-cam-long.pdesk"]


def test_a_place_that_takes_no_sample_says_so(
    office: Office, welcome: WelcomePage, documents: Path, sentence: Sentence, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = documents / "gone"
    monkeypatch.setattr(start, "documents_folder", lambda: gone)
    office.practise()
    assert welcome.notice.sentence == sentence("folder-missing", folder=str(gone))


def test_the_days_backup_is_made_once_the_window_stands(
    office: Office, window: MainWindow, program: Program, sample: Path, settle: Settle, hands: Hands
) -> None:
    backups = back_up.list_backups(window.session.desk)
    assert [one.reason for one in backups] == ["daily"]
    assert window.backup_label.text() == "Sao lưu gần nhất 08:30 20/11/2026"
    office.close_file()
    office.open(sample)
    window = settle(opened(office))
    assert len(back_up.list_backups(window.session.desk)) == 1
    assert window.backup_label.text() == "Sao lưu gần nhất 08:30 20/11/2026"


def test_a_backup_that_cannot_be_made_is_said(
    show: Callable[[Path], MainWindow],
    sample: Path,
    tmp_path: Path,
    sentence: Sentence,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object) -> None:
        raise KnownError("backup-folder-not-writable", folder=str(tmp_path))

    monkeypatch.setattr(back_up, "back_up_daily", refuse)
    window = show(sample)
    assert window.notice.sentence == sentence("backup-folder-not-writable", folder=str(tmp_path))


def test_a_program_that_ended_badly_is_spoken_of(
    show: Callable[[Path], MainWindow], sample: Path, may_leave_files: None
) -> None:
    note = lock_note.note_path(sample)
    earlier = datetime.datetime(2026, 11, 19, 16, 5, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
    held = lock_note.acquire(sample, "Lê Văn Đầu", earlier).note
    assert held is not None
    left = note.read_bytes()
    held.release()
    note.write_bytes(left)
    window = show(sample)
    assert "Lê Văn Đầu" in window.notice.sentence
    assert platform.node() in window.notice.sentence
    assert "16:05 19/11/2026" in window.notice.sentence
    assert not window.session.desk.read_only


def test_closing_leads_to_the_welcome_with_the_file_at_the_head_of_the_list(
    office: Office, window: MainWindow, sample: Path, hands: Hands
) -> None:
    hands.control(Qt.Key.Key_W)
    assert office.window is None
    assert not window.isVisible()
    page = office.welcome_page
    assert page is not None
    assert [button.text() for button in page.recent_buttons] == [f"{sample.stem}   –   {sample.parent}"]
    page.recent_buttons[0].click()
    assert opened(office).session.desk.path == sample
    assert not opened(office).session.desk.read_only


def test_what_is_being_typed_is_kept_when_the_window_is_closed(
    office: Office, window: MainWindow, sample: Path, program: Program, settle: Settle, hands: Hands
) -> None:
    page = targets_page(window)
    stand_on(page, 0, "registered")
    hands.write("6")
    hands.control(Qt.Key.Key_W)
    office.open(sample)
    assert shown_column(targets_page(settle(opened(office))), "registered")[0] == "6"


def unsaved(window: MainWindow, hands: Hands) -> None:
    stand_on(targets_page(window), 0, "registered")
    hands.write("x")
    hands.enter()


@pytest.mark.parametrize("way", ["close", "open", "restore", "language", "x"])
def test_unsaved_text_is_not_lost_unasked(
    office: Office, window: MainWindow, sample: Path, hands: Hands, preferences: Preferences, way: str
) -> None:
    unsaved(window, hands)
    other = sample.with_name("khac.pdesk")
    shutil.copy(sample, other)
    ways: dict[str, Callable[[], object]] = {
        "close": office.close_file,
        "open": lambda: office.open(other),
        "restore": lambda: office.restore(back_up.list_backups(window.session.desk)[0].path),
        "language": lambda: office.change_language("en"),
        "x": window.close,
    }
    hands.when_asked(QMessageBox, lambda _box: hands.press(Qt.Key.Key_Escape))
    ways[way]()
    assert office.window is window
    assert window.isVisible()
    assert shown_column(targets_page(window), "registered")[0] == "x"
    assert not window.session.desk.read_only
    assert preferences.language == "vi"
    open_desk(other, office.program).close()


def test_unsaved_text_can_be_left_behind(office: Office, window: MainWindow, hands: Hands) -> None:
    unsaved(window, hands)

    def agree(box: QMessageBox) -> None:
        assert box.text() == "Có nội dung chưa lưu được. Vẫn đóng?"
        next(button for button in box.buttons() if button.text() == "Đóng, không lưu").setFocus()
        hands.press(Qt.Key.Key_Space)

    hands.when_asked(QMessageBox, agree)
    office.close_file()
    assert office.window is None


def test_another_language_is_spoken_at_once_and_the_file_stays_open(
    office: Office, window: MainWindow, settle: Settle, sample: Path, hands: Hands, preferences: Preferences
) -> None:
    hands.go_to("Cài đặt")
    page = window.page
    assert isinstance(page, SettingsPage)
    page.language.setFocus()
    hands.press(Qt.Key.Key_Down)
    english = settle(opened(office))
    assert english is not window
    assert isinstance(english.page, SettingsPage)
    assert english.page.language.currentText() == "English"
    assert english.windowTitle().startswith("Xã Cẩm Long – cam-long.pdesk")
    hands.go_to("Targets")
    assert targets_page(english).heading.text() == "Village targets of 2023"
    assert english.session.messages.language == "en"
    assert office.messages.sentence("folder-missing", {"folder": "D:"}).isascii()
    assert not english.session.desk.read_only
    office.change_language("vi")
    assert targets_page(settle(opened(office))).heading.text() == "Chỉ tiêu giảm nghèo của thôn năm 2023"
    assert preferences.language == "vi"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Hủy"


def test_each_file_is_shown_in_the_words_of_its_office(
    office: Office, documents: Path, program: Program, sample: Path, settle: Settle
) -> None:
    receiving = documents / "krong-no.pdesk"
    make_sample(receiving, program, "krong-no").close()

    def spoken(path: Path) -> tuple[str, str]:
        assert office.open(path)
        page = targets_page(settle(opened(office)))
        return page.view.accessibleName(), opened(office).session.messages.sentence("no-villages").partition(".")[0]

    assert spoken(sample) == ("Thôn và chỉ tiêu", "Chưa có thôn nào")
    assert spoken(receiving) == ("Xã và chỉ tiêu", "Chưa có xã nào")
    office.change_language("en")
    page = targets_page(settle(opened(office)))
    assert page.view.accessibleName() == "Communes and targets"
    office.change_language("vi")
    settle(opened(office))
    assert spoken(sample) == ("Thôn và chỉ tiêu", "Chưa có thôn nào")


def test_a_backup_takes_the_place_of_the_open_file(
    office: Office, window: MainWindow, settle: Settle, hands: Hands
) -> None:
    page = targets_page(window)
    stand_on(page, 0, "registered")
    hands.write("6")
    hands.enter()
    daily = back_up.list_backups(window.session.desk)[0]
    office.restore(daily.path)
    again = settle(opened(office))
    assert shown_column(targets_page(again), "registered")[0] == ""
    reasons = [one.reason for one in back_up.list_backups(again.session.desk)]
    assert sorted(reasons) == ["daily", "restore"]


def test_a_backup_that_is_damaged_is_refused_and_the_file_stays(
    office: Office, window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    damaged = tmp_path / "20261119T080000-daily.pdesk"
    damaged.write_bytes(b"x" * 5000)
    office.restore(damaged)
    again = opened(office)
    assert again.notice.sentence
    again = settle(again)
    assert shown_column(targets_page(again), "reduction") == ["7", "5", "8", "10", "7", "8"]


def test_a_damaged_file_is_replaced_by_its_backup_from_the_welcome(
    office: Office, window: MainWindow, settle: Settle, sample: Path, hands: Hands
) -> None:
    office.close_file()
    page = office.welcome_page
    assert page is not None
    whole = sample.read_bytes()
    sample.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    office.open(sample)
    assert office.window is None

    def choose(dialog: QFileDialog) -> None:
        (backup,) = Path(dialog.directory().absolutePath()).glob("*.pdesk")
        hands.write(backup.name)
        hands.enter()

    hands.when_asked(QFileDialog, choose)
    link(page.notice, "Khôi phục bản sao lưu…").click()
    again = settle(opened(office))
    assert shown_column(targets_page(again), "reduction") == ["7", "5", "8", "10", "7", "8"]
    assert len(list(sample.parent.glob("cam-long-hong-*.pdesk"))) == 1


def test_the_window_stands_where_and_as_it_was_left(
    make_office: Callable[[], Office], settle: Settle, sample: Path, qtbot: QtBot
) -> None:
    office = make_office()
    office.open(sample)
    window = settle(opened(office))
    window.move(QPoint(30, 20))
    window.resize(780, 555)
    window.show_page("plan")
    office = make_office()
    office.open(sample)
    again = opened(office)
    with qtbot.waitSignal(again.completed):
        pass
    assert again.height() == 555
    assert isinstance(again.page, PlanPage)
    assert not again.isMaximized()


def test_at_first_the_window_fills_the_screen(office: Office, sample: Path) -> None:
    office.open(sample)
    assert opened(office).isMaximized()


def test_the_welcome_stands_where_it_was_left(make_office: Callable[[], Office]) -> None:
    office = make_office()
    office.show_welcome()
    assert office.welcome is not None
    office.welcome.resize(777, 444)
    office = make_office()
    office.show_welcome()
    assert office.welcome is not None
    assert office.welcome.size().toTuple() == (777, 444)


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The hook is put back after the test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    return tmp_path / "data" / "reports"


def bug() -> BaseException:
    name = "Bùi Văn Mẫu"
    try:
        raise ZeroDivisionError(name)
    except ZeroDivisionError as error:
        return error


def test_a_bug_is_reported_without_personal_data_and_the_work_goes_on(
    office: Office, window: MainWindow, reports: Path, hands: Hands, sentence: Sentence
) -> None:
    report_bugs(office, report_bug)
    said: list[str] = []

    def read(box: QMessageBox) -> None:
        said.append(box.text())
        # A bug while its sentence is read must not pile up boxes.
        sys.excepthook(ValueError, ValueError(), None)
        hands.enter()

    hands.when_asked(QMessageBox, read)
    error = bug()
    sys.excepthook(type(error), error, error.__traceback__)
    first, second = sorted(reports.glob("*.txt"))
    assert said == [sentence("bug-reported", report=str(first))]
    text = first.read_text(encoding="utf-8")
    assert "ZeroDivisionError" in text
    assert "test_start.py" in text
    assert "Mẫu" not in text
    assert "ValueError" in second.read_text(encoding="utf-8")
    assert window.isVisible()
    hands.when_asked(QMessageBox, lambda _box: hands.enter())
    sys.excepthook(type(error), error, error.__traceback__)


def test_a_refusal_that_met_nobody_is_a_sentence_and_no_bug(
    office: Office, window: MainWindow, reports: Path, sentence: Sentence
) -> None:
    report_bugs(office, report_bug)
    error = KnownError("file-damaged", file="cam-long.pdesk", folder="Tài liệu")
    sys.excepthook(type(error), error, None)
    assert window.notice.sentence == sentence("file-damaged", file="cam-long.pdesk", folder="Tài liệu")
    assert not reports.exists()


def test_a_file_whose_first_page_cannot_be_read_leaves_what_is_open(
    office: Office,
    window: MainWindow,
    program: Program,
    documents: Path,
    sentence: Sentence,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = documents / "khac.pdesk"
    shutil.copyfile(window.session.desk.path, other)
    refusal = KnownError("file-damaged", file="khac.pdesk", folder=str(documents))

    def refused(*_: object) -> None:
        raise refusal

    with monkeypatch.context() as damaged:
        damaged.setattr("povertydesk.ui.targets.village_entries.record_villages.read_villages", refused)
        assert not office.open(other)
    assert office.window is window
    assert window.isVisible()
    assert window.notice.sentence == sentence("file-damaged", file="khac.pdesk", folder=str(documents))
    open_desk(other, program).close()


def test_the_officers_own_name_stands_in_the_history(
    office: Office, window: MainWindow, preferences: Preferences, hands: Hands
) -> None:
    hands.go_to("Cài đặt")
    page = window.page
    assert isinstance(page, SettingsPage)
    page.officer.setFocus()
    hands.write("Bùi Thị Tập")
    hands.enter()
    assert preferences.officer == "Bùi Thị Tập"
    assert office.program.officer == "Bùi Thị Tập"
    page.name.setFocus()
    hands.retype("Xã Cẩm Long Mới")
    hands.enter()
    assert history.list_history(window.session.desk)[-1].officer == "Bùi Thị Tập"


def test_documents_lie_where_the_system_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path))
    assert start.documents_folder() == tmp_path
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path / "none"))
    assert start.documents_folder() == Path.home()


@pytest.mark.parametrize("with_file", [True, False])
def test_the_program_runs_until_its_window_is_closed(
    sample: Path, tmp_path: Path, compiled_catalogues: Path, with_file: bool
) -> None:
    """In a process of its own, as the command starts it."""
    script = tmp_path / "run.py"
    script.write_text(
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from povertydesk import app, paths\n"
        "from povertydesk.ui import start\n"
        f"paths.translations = lambda: Path({str(compiled_catalogues)!r})\n"
        "opening = start.Office.show_welcome if len(sys.argv) == 1 else start.Office.open\n"
        "def opened(office, *arguments):\n"
        "    result = opening(office, *arguments)\n"
        "    QTimer.singleShot(300, lambda: print([w.windowTitle() for w in QApplication.topLevelWidgets()\n"
        "        if w.isVisible()], flush=True))\n"
        "    QTimer.singleShot(400, QApplication.closeAllWindows)\n"
        "    return result\n"
        "setattr(start.Office, opening.__name__, opened)\n"
        "sys.exit(app.main(sys.argv[1:]))\n",
        encoding="utf-8",
    )
    arguments = [str(sample)] if with_file else []
    ended = subprocess.run(
        [sys.executable, str(script), *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
        encoding="utf-8",
    )
    assert ended.returncode == 0, ended.stderr
    expected = ["Xã Cẩm Long – cam-long.pdesk – PovertyDesk"] if with_file else ["PovertyDesk"]
    assert ended.stdout.strip() == str(expected)
    assert not list(sample.parent.glob("~*"))
