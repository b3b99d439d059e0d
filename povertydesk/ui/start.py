"""Starting the window: language, look, the file that was asked for, and what is done after the first paint."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from povertydesk import paths
from povertydesk.poverty.area import OfficeLevel
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.preferences import Preferences
from povertydesk.ui.session import Session
from povertydesk.ui.theme import STYLE_ARGUMENTS, apply_theme
from povertydesk.ui.translation import install_language
from povertydesk.ui.typed_texts import TypedTexts
from povertydesk.workflow.open_desk import open_desk

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtCore import QTranslator

    from povertydesk.poverty.messages import Messages
    from povertydesk.ui.welcome.page import WelcomePage
    from povertydesk.ui.welcome.window import WelcomeWindow
    from povertydesk.workflow.desk import Desk, Program

_FILE_KINDS = "PovertyDesk (*.pdesk)"


class Office(QObject):
    """The program at work: at most one file open, a welcome where there is none."""

    file_opened = Signal(object)

    def __init__(self, application: QApplication, program: Program, preferences: Preferences) -> None:
        """Dress the application; nothing is shown yet."""
        super().__init__(application)
        self._application = application
        self._program = program
        self._preferences = preferences
        self._translators: tuple[QTranslator, ...] = install_language(application, preferences.language)
        self._level = OfficeLevel.COMMUNE
        self._theme = apply_theme(application)
        self._messages: Messages | None = None
        self.window: MainWindow | None = None
        self.welcome: WelcomeWindow | None = None
        self.welcome_page: WelcomePage | None = None

    @property
    def messages(self) -> Messages:
        """The sentences in the language of the screens, read when the first is needed."""
        from povertydesk.poverty.messages import Messages  # noqa: PLC0415 - read when the first sentence is needed

        if self._messages is None or self._messages.language != self._preferences.language:
            self._messages = Messages.load(paths.resources("messages"), self._preferences.language)
        return self._messages

    @property
    def program(self) -> Program:
        """The program with the name this user works under."""
        name = self._preferences.officer
        return self._program.under_name(name) if name else self._program

    def show_welcome(self) -> WelcomePage:
        """Show what can be done without a file."""
        from povertydesk.ui import window_keys  # noqa: PLC0415 - not needed where a file is opened
        from povertydesk.ui.welcome.page import WelcomePage  # noqa: PLC0415 - not needed where a file is opened
        from povertydesk.ui.welcome.window import WelcomeWindow  # noqa: PLC0415 - not needed where a file is opened

        window = WelcomeWindow()
        page = WelcomePage(self._theme)
        page.show_recent(self._preferences.recent_files)
        page.new_wanted.connect(self.start_new_file)
        page.open_wanted.connect(self.ask_and_open)
        page.practice_wanted.connect(self.practise)
        page.recent_wanted.connect(self.open)
        window.setCentralWidget(page)
        window.setWindowTitle("PovertyDesk")
        window.resize(900, 560)
        self._preferences.restore_window(window, "welcome")
        window.closing.connect(lambda: self._preferences.keep_window(window, "welcome"))
        window_keys.offer_key(window, window_keys.NEW, self.start_new_file)
        window_keys.offer_key(window, window_keys.OPEN, self.ask_and_open)
        self.welcome, self.welcome_page = window, page
        window.show()
        return page

    def open(self, path: Path) -> bool:
        """Open a file; where that is refused the reason is said and what is open stays."""
        if self.window is not None and _is_same(path, self.window.session.desk.path):
            self.window.activateWindow()
            return True
        try:
            desk = open_desk(path, self.program)
        except KnownError as error:
            self._say_not_opened(path, error)
            return False
        return self._show_desk(desk)

    def start_new_file(self) -> None:
        """Ask what a new file must know, and open it."""
        from povertydesk.ui.new_file.assistant import NewFileAssistant  # noqa: PLC0415 - only when asked for

        assistant = NewFileAssistant(self.program, self.messages, documents_folder(), self._front())
        assistant.exec()
        assistant.deleteLater()
        if assistant.desk is not None:
            self._show_desk(assistant.desk)

    def ask_and_open(self) -> None:
        """Ask for a file and open it."""
        from povertydesk.ui.file_choice import ask_for_file  # noqa: PLC0415 - only when asked for

        front = self._front()
        path = ask_for_file(front, self.tr("Open a file"), _FILE_KINDS, documents_folder())
        if path is not None:
            self.open(path)

    def practise(self) -> None:
        """Open the sample commune, made anew where it is not there yet."""
        path = documents_folder() / "xa-mau-cam-long.pdesk"
        if path.exists():
            self.open(path)
            return
        from povertydesk.workflow.sample import make_sample  # noqa: PLC0415 - only when asked for

        try:
            desk = make_sample(path, self.program)
        except KnownError as error:
            self._say(self.messages.of_error(error))
            return
        self._show_desk(desk)

    def close_file(self) -> None:
        """Put the open file away and show the welcome."""
        if self.window is not None and self.window.let_go():
            self.show_welcome()
            self._put_away()

    def restore(self, source: Path) -> None:
        """Put a backup in the place of the open file and show it."""
        if self.window is not None and self.window.let_go():
            path = self.window.session.desk.path
            self._put_away()
            self._restore(path, source)

    def change_language(self, language: str) -> None:
        """Speak another language at once; the open file stays open."""
        if language == self._preferences.language or self.window is None or not self.window.let_go():
            return
        self._preferences.language = language
        self._speak(self._level)
        path = self.window.session.desk.path
        self._put_away()
        self.open(path)

    def _speak(self, level: OfficeLevel) -> None:
        """Speak the chosen language in the words of an office."""
        for translator in self._translators:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        self._translators = install_language(self._application, self._preferences.language, level)
        self._level = level

    def _restore(self, path: Path, source: Path) -> None:
        from povertydesk.workflow import back_up  # noqa: PLC0415 - only when asked for

        try:
            desk = back_up.restore(self.program, path, source)
        except KnownError as error:
            # Nothing was changed: what was there is shown again, with the reason.
            self.open(path)
            self._say(self.messages.of_error(error))
            return
        self._show_desk(desk)

    def _put_away(self) -> None:
        window, self.window = self.window, None
        if window is not None:
            window.close()
            window.deleteLater()

    def _show_desk(self, desk: Desk) -> bool:
        if self.window is not None and not self.window.let_go():
            desk.close()
            return False
        level = self._level
        if desk.unit.level is not level:
            self._speak(desk.unit.level)
        try:
            session = Session(desk, lambda: self.messages, typed=TypedTexts(self._preferences, desk.path))
            window = MainWindow(session, self._preferences, self._theme, self._program.clock)
        except KnownError as error:
            # The file opened, but what the first page shows of it cannot be read.
            desk.close()
            if level is not self._level:
                self._speak(level)
            self._say_not_opened(desk.path, error)
            return False
        previous, self.window = self.window, None
        session.setParent(window)
        window.closing.connect(desk.close)
        window.new_file_wanted.connect(self.start_new_file)
        window.open_file_wanted.connect(self.ask_and_open)
        window.recent_file_wanted.connect(self.open)
        window.close_file_wanted.connect(self.close_file)
        window.restore_wanted.connect(self.restore)
        window.language_chosen.connect(self.change_language)
        window.officer_named.connect(self._name_officer)
        if not self._preferences.restore_window(window):
            window.showMaximized()
        else:
            window.show()
        self.window = window
        self._preferences.remember_file(desk.path)
        for other in (previous, self.welcome):
            if other is not None:
                other.close()
                other.deleteLater()
        self.welcome = self.welcome_page = None
        window.completed.connect(lambda: self._after_first_paint(window))
        self.file_opened.emit(window)
        return True

    def say_refused(self, error: KnownError) -> None:
        """Say a refusal that met nobody on its way, such as a file that was damaged while it is shown."""
        path = None if self.window is None else self.window.session.desk.path
        if path is None:
            self._say(self.messages.of_error(error))
        else:
            self._say_not_opened(path, error)

    def _after_first_paint(self, window: MainWindow) -> None:
        """Make the day's backup once the window stands."""
        from povertydesk.ui.icons import program_icon  # noqa: PLC0415 - loads the SVG library
        from povertydesk.workflow import back_up  # noqa: PLC0415 - the window stands already

        self._application.setWindowIcon(program_icon())
        desk = window.session.desk
        try:
            made = None if desk.read_only else back_up.back_up_daily(desk)
            backups = back_up.list_backups(desk)
        except KnownError as error:
            window.notice.say(self.messages.of_error(error), Severity.WARNING)
            return
        latest = made or (backups[0] if backups else None)
        if latest is not None:
            self._preferences.remember_backups(desk.path, latest.path.parent)
            words = self.tr("Last backup {time}")
            window.say_backup(words.replace("{time}", f"{latest.made_at:%H:%M %d/%m/%Y}"))

    def _name_officer(self, name: str) -> None:
        self._preferences.officer = name
        if self.window is not None:
            self.window.session.desk.program = self.program

    def _front(self) -> QMainWindow:
        front = self.window or self.welcome
        if front is None:
            self.show_welcome()
            front = self.welcome
        assert front is not None  # noqa: S101 - show_welcome has just made it
        return front

    def _say(self, sentence: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        front = self.window or self.welcome_page or self.show_welcome()
        front.notice.say(sentence, Severity.ERROR, action, act)

    def _say_not_opened(self, path: Path, error: KnownError) -> None:
        """Say why a file was not opened, with the step that helps."""
        sentence = self.messages.of_error(error)
        if error.code == "file-missing" and path.absolute() in self._preferences.recent_files:
            self._say(sentence, self.tr("Take it off the list"), lambda: self._forget(path))
        elif error.code in {"file-damaged", "not-a-desk-file"} and self._preferences.backups_of(path):
            self._say(sentence, self.tr("Restore a backup…"), lambda: self._ask_and_restore(path))
        else:
            self._say(sentence)

    def _forget(self, path: Path) -> None:
        self._preferences.forget_file(path.absolute())
        if self.welcome_page is not None:
            self.welcome_page.show_recent(self._preferences.recent_files)
            self.welcome_page.notice.clear()
        elif self.window is not None:
            self.window.notice.clear()

    def _ask_and_restore(self, path: Path) -> None:
        """Put a backup in the place of a file that cannot be opened; the damaged one is kept beside it."""
        from povertydesk.ui.file_choice import ask_for_file  # noqa: PLC0415 - only when asked for

        folder = self._preferences.backups_of(path)
        if folder is None:
            return
        source = ask_for_file(self._front(), self.tr("Choose a backup"), _FILE_KINDS, folder)
        if source is None:
            return
        if self.window is not None and self.window.session.desk.path == path:
            self.restore(source)
        else:
            self._restore(path, source)


def open_window(program: Program, file: Path | None, report_bug: Callable[[BaseException], Path]) -> int:
    """Run the window until it is closed; returns the process's exit code."""
    application = QApplication([*sys.argv[:1], *STYLE_ARGUMENTS])
    application.setApplicationName("PovertyDesk")
    application.setOrganizationName("PovertyDesk")
    office = Office(application, program, Preferences(QSettings()))
    report_bugs(office, report_bug)
    if file is None:
        office.show_welcome()
    else:
        office.open(file)
    return application.exec()


def documents_folder() -> Path:
    """Return where the PC's user keeps documents."""
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415 - not needed where a file is opened

    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder) if folder and Path(folder).is_dir() else Path.home()


def report_bugs(office: Office, report_bug: Callable[[BaseException], Path]) -> None:
    """Write a report of what nobody foresaw, and say where it lies; a refusal is said as such. The work goes on.

    A bug that comes back while its sentence is being read gets its report, and no box over the box.
    """
    spoken_of: list[BaseException] = []

    def on_bug(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        from povertydesk.ui.notices import tell  # noqa: PLC0415 - only for a bug

        if isinstance(error, KnownError):
            office.say_refused(error)
            return
        report = report_bug(error)
        if spoken_of:
            return
        spoken_of.append(error)
        try:
            tell(office.window or office.welcome, office.messages.sentence("bug-reported", {"report": str(report)}))
        finally:
            spoken_of.clear()

    sys.excepthook = on_bug


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False
