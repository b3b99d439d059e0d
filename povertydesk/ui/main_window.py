"""The window: what is open, the rail of pages in the order of the office's year, and the line at its foot."""

from __future__ import annotations

import gc
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from povertydesk.poverty.area import AreaType
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.pages import (
    COURSE,
    HOUSEHOLD_IMPORT,
    HOUSEHOLDS,
    PLAN,
    TABLES,
    TARGETS,
    TEMPLATE_FILL,
    make_page,
)
from povertydesk.ui.rail import Rail
from povertydesk.ui.top_bar import TopBar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from povertydesk.poverty.clock import Clock
    from povertydesk.store.undo import PastOperation
    from povertydesk.ui.preferences import Preferences
    from povertydesk.ui.progress_line import ProgressLine
    from povertydesk.ui.session import Session
    from povertydesk.ui.theme import Theme
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.find_people import Hit

_AFTER_PAINT_MILLISECONDS = 10


class MainWindow(QMainWindow):
    """Navigation only: the pages do the work, the session tells what changed."""

    closing = Signal()
    completed = Signal()
    new_file_wanted = Signal()
    open_file_wanted = Signal()
    recent_file_wanted = Signal(object)
    close_file_wanted = Signal()
    restore_wanted = Signal(object)
    language_chosen = Signal(str)
    officer_named = Signal(str)

    def __init__(self, session: Session, preferences: Preferences, theme: Theme, clock: Clock) -> None:
        """Show the session's file."""
        super().__init__()
        self.session = session
        self._preferences = preferences
        self._theme = theme
        self._clock = clock
        self._pages: dict[str, QWidget] = {}
        self._findings: dict[str, int] = {}
        self._is_painted = False
        self._is_let_go = False
        self._is_writing = False
        self._progress: ProgressLine | None = None
        self._came_from = TARGETS
        self._after_paint = QTimer(self, interval=_AFTER_PAINT_MILLISECONDS, singleShot=True)
        self._after_paint.timeout.connect(self._complete)
        self._build()
        session.changed.connect(self._on_changed)
        session.refused.connect(self._on_refused)
        session.year_changed.connect(self._say_standard)
        session.year_changed.connect(self._show_year)
        self.show_page(preferences.page_of(session.desk.path) or TARGETS)
        self._refresh_title()

    def _complete(self) -> None:
        """Fill in what the first paint need not wait for: icons, what can be undone, the law, the opening's notices."""
        from povertydesk.ui.icons import give_icon, icon  # noqa: PLC0415 - loads the SVG library

        self._rail.wear(self._theme)
        for name, button in (("undo", self.undo_button), ("redo", self.redo_button)):
            give_icon(button, icon(name, self._theme.text))
        self._offer_keys()
        self._offer_files()
        self._refresh_undo()
        self._say_standard(self.session.year)
        self._say_opening()
        gc.enable()
        self.completed.emit()

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._stack.currentWidget() or self

    def page_named(self, key: str) -> QWidget:
        """Return a page, made when it is first asked for."""
        if key not in self._pages:
            made = self._make_page(key)
            # A row forgets what was hidden in it before it was ever shown, and would keep the window wide.
            for layout in made.findChildren(QLayout):
                layout.invalidate()
            self._pages[key] = made
            self._stack.addWidget(made)
        return self._pages[key]

    def show_page(self, key: str) -> None:
        """Bring a page to the front; what was being typed on the other is kept first."""
        chosen = key if key in self._rail.buttons else TARGETS
        if self._stack.count():
            self.commit_pending()
        page = self.page_named(chosen)
        self._stack.setCurrentWidget(page)
        self._rail.mark(chosen)
        _say(self.selection_label, "")
        page.focus_first()  # type: ignore[attr-defined]

    def leave_aside(self) -> None:
        """Come back from a page that has no place on the rail to the one it was asked from."""
        self.show_page(self._came_from)

    def show_course(self, number: int) -> None:
        """Show the course of the year, of table 2 or 3."""
        self._show_aside(COURSE).show_block(number)

    def show_table(self, number: int) -> None:
        """Show an official table."""
        self.show_page(TABLES)
        self.page.go_to_table(number)  # type: ignore[attr-defined]

    def import_households(self) -> None:
        """Take a list of households in; the page comes back to the one it was asked from."""
        if not self._is_writing:
            self._show_aside(HOUSEHOLD_IMPORT)

    def fill_template(self, number: int) -> None:
        """Fill the office above's template with an official table."""
        if not self._is_writing:
            self._show_aside(TEMPLATE_FILL).show_table(number)

    def _show_aside(self, key: str) -> Any:
        """Bring a page without a place on the rail to the front; it comes back to the one it was asked from."""
        self.commit_pending()
        came_from = self._key_of(self.page)
        page: Any = self.page_named(key)
        if came_from in self._rail.buttons:
            self._came_from = came_from
        self._stack.setCurrentWidget(page)
        _say(self.selection_label, "")
        page.focus_first()
        return page

    def commit_pending(self) -> None:
        """Keep what is just being typed on the page in front."""
        self.page.commit_pending()  # type: ignore[attr-defined]

    def undo(self) -> None:
        """Take back the last act by name; before it what a grid shows and could not keep."""
        self.commit_pending()
        if getattr(self.page, "take_back_refused", _nothing_refused)():
            return
        state = self.session.undo_state()
        if state.undo is not None:
            self._take_back(state.undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.commit_pending()
        state = self.session.undo_state()
        if state.redo is not None:
            self._take_back(state.redo)

    def _take_back(self, operation: PastOperation) -> None:
        """Take an act back; a large one, such as a whole list, says how far it is and can be cancelled."""
        session = self.session
        if not session.is_long(operation):
            session.take_back(operation)
            return
        from povertydesk.ui.progress_line import ProgressLine  # noqa: PLC0415 - rarely needed

        if self._progress is None:
            self._progress = ProgressLine()
            self._progress.running.connect(self.wait_for_writing)
            self._progress.running.connect(self._stack.setDisabled)
            self._above_pages.insertWidget(0, self._progress)
        words = self.tr("Undo") if operation.kind == "do" else self.tr("Redo")
        self._progress.run(f"{words}…", lambda progress, cancelled: session.take_back(operation, progress, cancelled))

    def print_out(self) -> None:
        """Print what the page in front prints; a page without a paper of its own leads to the paper of the year."""
        if hasattr(self.page, "print_out"):
            self.page.print_out()
        else:
            self.print_year()

    def print_year(self) -> None:
        """Print the paper of the year, from the page it is written on."""
        self.show_page(PLAN)
        self.page.print_out()  # type: ignore[attr-defined]

    def say_backup(self, words: str) -> None:
        """Say at the foot when the last backup was made."""
        _say(self.backup_label, words)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """After the first paint, fill in what it need not wait for."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self._after_paint.start()

    def let_go(self) -> bool:
        """Keep what is being typed; where something could be kept nowhere, ask whether it may be lost."""
        self._commit_all()
        if not self._is_let_go and self._would_lose():
            from povertydesk.ui.notices import confirm  # noqa: PLC0415 - rarely needed

            question = self.tr("Some entries could not be saved. Close all the same?")
            details = self.tr("They stand on the screen only and would be lost.")
            if not confirm(self, question, details, self.tr("Close without saving")):
                return False
        self._is_let_go = True
        return True

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Keep what is being typed and where the window stands, and let the work beside it end."""
        if self._is_writing or not self.let_go():
            event.ignore()
            return
        self._after_paint.stop()
        self._preferences.keep_window(self)
        self._preferences.remember_page(self.session.desk.path, self._key_of(self.page))
        for page in self._pages.values():
            page.stop()  # type: ignore[attr-defined]
        self.closing.emit()
        super().closeEvent(event)

    def _make_page(self, key: str) -> QWidget:
        page: Any = make_page(key, self.session, self._preferences, self)
        page.findings_changed.connect(lambda count, name=key: self._count_findings(name, count))
        page.status.connect(lambda words: _say(self.selection_label, words))
        made: QWidget = page
        return made

    def _build(self) -> None:
        self.notice = NoticeLine(dismissible=True)
        self._stack = QStackedWidget()
        content = self._above_pages = QVBoxLayout()
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self.notice)
        content.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        self._rail = Rail()
        self._rail.chosen.connect(self.show_page)
        middle.addWidget(self._rail)
        middle.addLayout(content, 1)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_top())
        layout.addLayout(middle, 1)
        layout.addWidget(self._build_foot())
        self.setCentralWidget(whole)
        self.resize(1240, 700)

    def _build_top(self) -> QWidget:
        bar = self._top = TopBar(self.session)
        self.office_button, self.year_box, self.find_box = bar.office_button, bar.year_box, bar.find_box
        self.undo_label, self.undo_button, self.redo_button = bar.undo_label, bar.undo_button, bar.redo_button
        self.year_box.valueChanged.connect(self._on_year_chosen)
        self.find_box.chosen.connect(self._open_hit)
        self.undo_button.clicked.connect(self.undo)
        self.redo_button.clicked.connect(self.redo)
        return bar

    def _build_foot(self) -> QWidget:
        foot = QFrame()
        foot.setObjectName("statusLine")
        self.saved_label = QLabel()
        self.backup_label = QLabel()
        self.selection_label = QLabel()
        self.standard_label = QLabel()
        self.findings_label = QLabel()
        layout = QHBoxLayout(foot)
        layout.setContentsMargins(14, 4, 14, 4)
        layout.setSpacing(18)
        for label in (self.saved_label, self.backup_label, self.findings_label, self.selection_label):
            label.hide()
            layout.addWidget(label)
        layout.addStretch(1)
        layout.addWidget(self.standard_label)
        return foot

    def _offer_keys(self) -> None:
        from povertydesk.ui import window_keys as keys  # noqa: PLC0415 - after the first paint

        keys.offer_key(self, keys.UNDO, self.undo)
        keys.offer_key(self, keys.REDO, self.redo)
        keys.offer_key(self, keys.PRINT, self.print_out)
        keys.offer_key(self, keys.CLOSE, self.close_file_wanted.emit)
        keys.offer_key(self, keys.FIND, self.find_box.begin)
        keys.offer_key(self, keys.NEW, self._start_new)
        keys.offer_key(self, keys.OPEN, self.open_file_wanted.emit)
        for number, name in enumerate(self._rail.buttons, start=1):
            keys.offer_number_key(self, number, partial(self.show_page, name))

    def _start_new(self) -> None:
        """Take in a new household where households are in front, else start a new file."""
        if self._key_of(self.page) == HOUSEHOLDS:
            self.page.start_new()  # type: ignore[attr-defined]
        else:
            self.new_file_wanted.emit()

    def open_household(self, household_id: str, person_id: str | None = None) -> None:
        """Open a household of the registry that another page named."""
        self.show_page(HOUSEHOLDS)
        self.page.show_household(household_id, person_id)  # type: ignore[attr-defined]

    def _open_hit(self, hit: Hit) -> None:
        """Open the household of somebody who was found."""
        self.open_household(hit.household_id, hit.person_id)

    def _offer_files(self) -> None:
        from povertydesk.ui.file_menu import FileMenu  # noqa: PLC0415 - after the first paint

        menu = FileMenu(self._preferences, self.session.desk.path, self.office_button)
        menu.new_wanted.connect(self.new_file_wanted)
        menu.open_wanted.connect(self.open_file_wanted)
        menu.recent_wanted.connect(self.recent_file_wanted)
        menu.close_wanted.connect(self.close_file_wanted)
        menu.import_wanted.connect(self.import_households)
        self.office_button.setMenu(menu)

    def wait_for_writing(self, is_writing: bool) -> None:
        """While a list is written, everything but its own page waits: rail, year, undo, keys, and closing."""
        self._is_writing = is_writing
        for part in (self._rail, self._top):
            part.setDisabled(is_writing)
        for action in self.actions():
            action.setDisabled(is_writing)

    def _on_year_chosen(self, year: int) -> None:
        self.commit_pending()
        self.session.set_year(year)

    def _show_year(self, year: int) -> None:
        """Show the year that a page took in hand; nothing else follows from it."""
        self.year_box.blockSignals(True)
        self.year_box.setValue(year)
        self.year_box.blockSignals(False)

    def _on_changed(self, changes: Changes) -> None:
        self.notice.clear()
        self._refresh_undo()
        if changes.touches("unit"):
            self._refresh_title()
            self._say_standard(self.session.year)
        _say(self.saved_label, self.tr("Saved {time}").replace("{time}", f"{self._clock.now():%H:%M}"))

    def _on_refused(self, error: KnownError) -> None:
        again = self.tr("Try again") if self._has_unsaved() else ""
        self.notice.say(self.session.messages.of_error(error), Severity.ERROR, again, self._try_again)

    def _try_again(self) -> None:
        """Keep what could not be kept; the notice comes back where that fails again."""
        self.notice.clear()
        self._commit_all()

    def _commit_all(self) -> None:
        for page in self._pages.values():
            page.commit_pending()  # type: ignore[attr-defined]

    def _has_unsaved(self) -> bool:
        return any(page.has_unsaved for page in self._pages.values())  # type: ignore[attr-defined]

    def _would_lose(self) -> bool:
        """Whether closing would lose something typed: some pages keep it on this PC and bring it back."""
        return any(getattr(page, "would_lose", page.has_unsaved) for page in self._pages.values())  # type: ignore[attr-defined]

    def _refresh_title(self) -> None:
        unit = self.session.desk.unit
        self.office_button.setText(unit.name.replace("&", "&&"))
        parts = [unit.name, self.session.desk.path.name, "PovertyDesk"]
        if self.session.desk.read_only:
            parts.insert(2, self.tr("read only"))
        self.setWindowTitle(" – ".join(parts))

    def _refresh_undo(self) -> None:
        state = self.session.undo_state()
        self.undo_button.setEnabled(state.undo is not None and not self.session.desk.read_only)
        self.redo_button.setEnabled(state.redo is not None and not self.session.desk.read_only)
        back = self.tr("Undo")
        if state.undo is not None:
            back = self.tr("Undo: {name}").replace("{name}", self.session.describe(state.undo))
        self._top.say_undo(back if state.undo is not None else "")
        self.undo_button.setToolTip(f"{back} (Ctrl+Z)")
        again = self.tr("Redo")
        if state.redo is not None:
            again = self.tr("Redo: {name}").replace("{name}", self.session.described_undoing(state.redo))
        self.redo_button.setToolTip(f"{again} (Ctrl+Y)")

    def _say_standard(self, year: int) -> None:
        desk = self.session.desk
        area = self.tr("rural") if desk.unit.area is AreaType.RURAL else self.tr("urban")
        try:
            standard = desk.program.legislation.standard_for(year)
        except KnownError:
            words = self.tr("no poverty standard covers {year}").replace("{year}", str(year))
            doubtful = []
        else:
            words = self.tr("Poverty standard {id}").replace("{id}", standard.id.replace("-", "–"))
            doubtful = [topic.word for topic in desk.program.legislation.unverified_for(year)]
        doubt = " · " + self.tr("not verified") if doubtful else ""
        self.standard_label.setText(f"{words} · {area}{doubt}")
        heading = [self.tr("Not held against the official text:")] if doubtful else []
        self.standard_label.setToolTip("\n".join([*heading, *doubtful]))

    def _say_opening(self) -> None:
        messages = self.session.messages
        notices = self.session.desk.notices
        if notices:
            sentences = "\n".join(messages.of_finding(notice) for notice in notices)
            worst = next((one.severity for one in notices if one.severity is not Severity.NOTE), Severity.NOTE)
            self.notice.say(sentences, worst)

    def _count_findings(self, key: str, count: int) -> None:
        self._findings[key] = count
        most = max(self._findings.values(), default=0)
        _say(self.findings_label, self.tr("{count} to look at").replace("{count}", str(most)) if most else "")

    def _key_of(self, page: QWidget) -> str:
        return next((key for key, made in self._pages.items() if made is page), TARGETS)


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))


def _nothing_refused() -> bool:
    return False
