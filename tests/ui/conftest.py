"""The window at work on a folder of its own: nothing of this PC's user is read or written."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSettings, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from povertydesk import paths
from povertydesk.app import DATA_FOLDER_VARIABLE, build_program
from povertydesk.poverty.area import OfficeLevel
from povertydesk.poverty.clock import FixedClock
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.problems import Value
from povertydesk.ui import notices
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.preferences import Preferences
from povertydesk.ui.start import Office
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.sample import make_sample
from tests.ui.hands import Hands

SOURCES = Path(__file__).resolve().parents[2] / "i18n"
NOW = datetime.datetime(2026, 11, 20, 8, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
OFFICER = "Hà Thị Mai"


@pytest.fixture(scope="session")
def compiled_catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Vietnamese of the sources as they are now, not as they were when the program was set up."""
    folder = tmp_path_factory.mktemp("i18n")
    lrelease = shutil.which("pyside6-lrelease", path=sysconfig.get_path("scripts"))
    assert lrelease is not None
    for source in SOURCES.glob("*.ts"):
        subprocess.run([lrelease, "-silent", source, "-qm", folder / f"{source.stem}.qm"], check=True)
    return folder


@pytest.fixture(scope="session")
def strange_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that is nobody's; Qt keeps its own notes (of file dialogs, for instance) there."""
    home = tmp_path_factory.mktemp("home")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(home / "settings"))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(home / "settings"))
    return home


@pytest.fixture(autouse=True)
def away_from_home(strange_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable, place in (
        ("HOME", "."),
        ("USERPROFILE", "."),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CACHE_HOME", "cache"),
    ):
        monkeypatch.setenv(variable, str((strange_home / place).resolve()))


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the PC's user keeps documents; empty at first."""
    folder = tmp_path / "Tài liệu"
    folder.mkdir()
    monkeypatch.setattr("povertydesk.ui.start.documents_folder", lambda: folder)
    return folder


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.setenv(DATA_FOLDER_VARIABLE, str(tmp_path / "data"))
    return build_program(FixedClock(NOW), OFFICER)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def clean_application(qapp: QApplication) -> Iterator[QApplication]:
    """The application as other tests expect it, before and after."""
    font, palette, locale = qapp.font(), qapp.palette(), QLocale()
    QGuiApplication.clipboard().clear()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)
    QLocale.setDefault(locale)


@pytest.fixture
def make_office(
    clean_application: QApplication,
    compiled_catalogues: Path,
    program: Program,
    preferences: Preferences,
    documents: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[[], Office]]:
    """Starts the program, a second time after a first too, as one who closes it and comes back."""
    assert documents.is_dir()
    monkeypatch.setattr(paths, "translations", lambda: compiled_catalogues)
    made: list[Office] = []

    def leave() -> None:
        for office in made:
            for window in (office.window, office.welcome):
                if window is not None:
                    window.close()
                    window.deleteLater()
            office.deleteLater()
        made.clear()
        for translator in clean_application.findChildren(QTranslator):
            clean_application.removeTranslator(translator)
            translator.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def start() -> Office:
        leave()
        office = Office(clean_application, program, preferences)
        made.append(office)
        return office

    yield start
    # Some tests end with text that cannot be kept: nobody is there to be asked about it.
    monkeypatch.setattr(notices, "confirm", lambda *_: True)
    leave()


@pytest.fixture
def office(make_office: Callable[[], Office]) -> Office:
    return make_office()


@pytest.fixture
def hands() -> Iterator[Hands]:
    hands = Hands()
    yield hands
    for answer in hands.answers:
        answer.check()


@pytest.fixture
def sample(documents: Path, program: Program) -> Path:
    """The file of Cẩm Long with all its figures, closed."""
    path = documents / "cam-long.pdesk"
    make_sample(path, program, with_households=False).close()
    return path


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[MainWindow], MainWindow]:
    """Lets a window that was just opened stand, in the size of the smallest office screen."""

    def wait(window: MainWindow) -> MainWindow:
        with qtbot.waitSignal(window.completed):
            window.showNormal()
            window.resize(1366, 728)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return wait


@pytest.fixture
def show(office: Office, settle: Callable[[MainWindow], MainWindow]) -> Callable[[Path], MainWindow]:
    """Opens a file."""

    def open_and_wait(path: Path) -> MainWindow:
        assert office.open(path)
        assert office.window is not None
        return settle(office.window)

    return open_and_wait


@pytest.fixture
def window(show: Callable[[Path], MainWindow], sample: Path) -> MainWindow:
    """The window on the sample commune."""
    return show(sample)


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    return window.session.desk


@pytest.fixture(scope="session")
def sentence() -> Callable[..., str]:
    """The Vietnamese sentence of a code with its values, as screens and command line say it."""
    messages = Messages.load(paths.resources("messages"))

    def say(code: str, /, **values: Value) -> str:
        return messages.sentence(code, values)

    return say


@pytest.fixture(scope="session")
def receiving_sentence() -> Callable[..., str]:
    """The same as a receiving office reads it, where places are communes."""
    messages = Messages.load(paths.resources("messages")).for_level(OfficeLevel.RECEIVING)

    def say(code: str, /, **values: Value) -> str:
        return messages.sentence(code, values)

    return say
