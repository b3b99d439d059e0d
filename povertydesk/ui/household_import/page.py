"""Taking a list of households in: the file, its columns, what would change, what was done, step after step."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from povertydesk.poverty.official_text import format_count
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.file_choice import ask_for_file, ask_where_to_save
from povertydesk.ui.household_import.column_table import ColumnTable
from povertydesk.ui.household_import.plan_step import PlanStep
from povertydesk.ui.household_import.step_parts import button_for, step_of
from povertydesk.ui.jobs import LatestJob
from povertydesk.ui.notices import NoticeLine
from povertydesk.workflow import history, import_basis, import_households, import_mapping

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from povertydesk.ui.session import Session
    from povertydesk.workflow.import_mapping import ListSheet
    from povertydesk.workflow.import_plan import Counts, ImportPlan

_CHOOSE, _COLUMNS, _PLAN, _DONE = range(4)


class _Relay(QObject):
    """Carries how far a job is over to the window's thread."""

    moved = Signal(str, int, int)


class HouseholdImportPage(QWidget):
    """One list at a time, from the office's own workbook into the file."""

    key = "household_import"
    findings_changed = Signal(int)
    status = Signal(str)
    done = Signal()
    writing = Signal(bool)

    def __init__(self, session: Session, folder: Callable[[], Path] = Path.home, parent: QWidget | None = None) -> None:
        """Take lists into the session's file; `folder` is where workbooks are looked for first."""
        super().__init__(parent)
        self._session = session
        self._folder = folder
        self._workbook: Path | None = None
        self._sheets: tuple[ListSheet, ...] = ()
        self._chosen: dict[str, dict[str, str]] = {}
        self._cancelled = threading.Event()
        self._is_writing = False
        self.plan: ImportPlan | None = None
        self._last_plan: ImportPlan | None = None
        self._imported: int | None = None
        self._looking = LatestJob(self)
        self._looking.finished.connect(self._show_columns)
        self._looking.failed.connect(self._refuse)
        self._planning = LatestJob(self)
        self._planning.finished.connect(self._show_plan)
        self._planning.failed.connect(self._refuse)
        self._relay = _Relay(self)
        self._relay.moved.connect(self._move)
        self._build()
        session.year_changed.connect(self._on_year)
        session.changed.connect(self._say_whether_taken_back)
        self._show_step(_CHOOSE)

    def title(self) -> str:
        """Name the page."""
        return self.tr("Import households")

    def commit_pending(self) -> None:
        """Nothing here is typed."""

    @property
    def has_unsaved(self) -> bool:
        """Whether a list is just being written."""
        return self._is_writing

    def stop(self) -> None:
        """Let what runs end: the file is being put away."""
        self._cancelled.set()
        self._looking.wait()
        self._planning.wait()

    def focus_first(self) -> None:
        """Put the keyboard where the present step begins."""
        if self._steps.currentIndex() == _COLUMNS:
            self.columns.focus_first()
        elif self._steps.currentIndex() == _PLAN:
            self.lines_view.setFocus()
        elif self._steps.currentIndex() == _DONE:
            self.close_button.setFocus()
        else:
            self.choose_button.setFocus()

    def open_workbook(self, path: Path) -> None:
        """Look at a workbook and show its columns."""
        self._workbook = path
        self._chosen = {}
        self.plan = None
        remembered = self._session.attempt(lambda: import_basis.remembered_mappings(self._session.desk))
        if remembered is None:
            return
        self.notice.clear()
        self._show_step(_CHOOSE)
        self._busy(self.tr("Reading {file}…").replace("{file}", path.name))
        self._looking.start(partial(import_mapping.propose_columns, path, remembered))

    def look(self) -> None:
        """Say what the import would change, with the columns as they are chosen now."""
        workbook = self._workbook
        if workbook is None:
            return
        self._keep_columns()
        session = self._session
        basis = session.attempt(lambda: import_basis.read_basis(session.desk, session.year))
        if basis is None:
            return
        self.notice.clear()
        self._cancelled.clear()
        chosen = {
            sheet.signature: import_mapping.chosen_mapping(self._chosen[sheet.signature])
            for sheet in self._sheets
            if self._chosen.get(sheet.signature, {}) != _proposed(sheet)
        }
        self._busy(self.tr("Comparing {file} with the registry…").replace("{file}", workbook.name), can_cancel=True)
        self._planning.start(
            partial(
                import_households.plan_from,
                basis,
                workbook,
                chosen or None,
                self._relay.moved.emit,
                self._cancelled.is_set,
            )
        )

    def take_in(self) -> None:
        """Write what the dry run showed; the other screens wait meanwhile, and Cancel leaves the file as it was."""
        plan = self.plan
        if plan is None or not self.import_button.isEnabled():
            return
        self._cancelled.clear()
        self._busy(self.tr("Writing…"), can_cancel=True)
        self._is_writing = True
        self.writing.emit(True)
        try:
            imported = import_households.apply_import(
                self._session.desk, plan, self._move_while_writing, self._cancelled.is_set
            )
        except KnownError as error:
            self._refuse(error)
            return
        finally:
            self._is_writing = False
            self.writing.emit(False)
        self._idle()
        self.plan = None
        self._session.announce(imported.changes)
        self.result.setText(self._counts_words(imported.counts))
        self._last_plan = plan
        self._imported = imported.changes.operation
        self._say_whether_taken_back()
        self._show_step(_DONE)
        self.focus_first()

    def save_marked(self) -> None:
        """Hand the clerk's own workbook back with its faults marked."""
        plan = self.plan or self._last_plan
        if plan is None:
            return
        ending = self.tr("to mend")
        proposed = plan.workbook.with_name(f"{plan.workbook.stem} – {ending}.xlsx")
        target = ask_where_to_save(self, self.tr("Save the marked copy"), "Excel (*.xlsx)", proposed)
        if target is None:
            return
        session = self._session
        try:
            target.unlink(missing_ok=True)
            cells = import_households.write_marked_copy(plan, session.messages, target)
        except (KnownError, OSError) as error:
            self._refuse(error if isinstance(error, KnownError) else _not_written(target))
            return
        words = self.tr("{count} places are marked in {file}.")
        self.notice.say(words.replace("{count}", str(cells)).replace("{file}", str(target)))

    def cancel(self) -> None:
        """End what runs; nothing was changed."""
        self._cancelled.set()
        if self._looking.is_busy:
            self._looking.drop()
            self._idle()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes on, Esc goes back, digits choose what is listed."""
        step = self._steps.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._is_busy:
            {_CHOOSE: self.ask_for_workbook, _COLUMNS: self.look, _PLAN: self.take_in, _DONE: self.done.emit}[step]()
        elif event.key() == Qt.Key.Key_Escape:
            self._step_back()
        elif step == _PLAN and event.text().isdecimal():
            self._plan_step.choose_by_digit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def ask_for_workbook(self) -> None:
        """Ask which workbook is taken in."""
        kinds = self.tr("Workbooks") + " (*.xlsx *.xlsm *.xls *.xlsb *.ods)"
        path = ask_for_file(self, self.tr("Import households"), kinds, self._folder())
        if path is not None:
            self.open_workbook(path)

    @property
    def _is_busy(self) -> bool:
        return self._is_writing or self._looking.is_busy or self._planning.is_busy

    def _step_back(self) -> None:
        if self._is_busy:
            self.cancel()
        elif self._steps.currentIndex() in {_COLUMNS, _PLAN}:
            self._show_step(self._steps.currentIndex() - 1)
            self.focus_first()
        else:
            self.done.emit()

    def _build(self) -> None:
        heading = QLabel(self.title())
        heading.setProperty("role", "title")
        self.file_label = QLabel()
        self.file_label.setProperty("role", "muted")
        self.notice = NoticeLine(dismissible=True)
        self._steps = QStackedWidget()
        for build in (self._build_choice, self._build_columns, self._build_plan, self._build_done):
            self._steps.addWidget(build())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 10)
        layout.setSpacing(10)
        top = QHBoxLayout()
        top.addWidget(heading)
        top.addSpacing(12)
        top.addWidget(self.file_label, 1)
        layout.addLayout(top)
        layout.addWidget(self.notice)
        layout.addWidget(self._steps, 1)
        layout.addWidget(self._build_progress())

    def _build_choice(self) -> QWidget:
        words = QLabel(
            self.tr(
                "Choose the office's own list, as it is: the program finds the headings, shows how it reads each "
                "column, then what would be new, changed or not taken. Nothing is written before you agree."
            )
        )
        words.setWordWrap(True)
        self.choose_button = button_for(self.tr("&Choose a workbook…"), self.ask_for_workbook, primary=True)
        return step_of(words, [], [self.choose_button], stretch=True)

    def _build_columns(self) -> QWidget:
        self.sheet_choice = Choice()
        self.sheet_choice.setAccessibleName(self.tr("Sheet"))
        self.sheet_choice.activated.connect(self._on_sheet)
        self.encoding_label = QLabel()
        self.encoding_label.setWordWrap(True)
        self.encoding_label.setProperty("role", "muted")
        words = QLabel(self.tr("How the columns are read. Change what is wrong, then press Enter."))
        top = QHBoxLayout()
        top.addWidget(words, 1)
        top.addWidget(self.sheet_choice)
        holder = QWidget()
        holder.setLayout(top)
        top.setContentsMargins(0, 0, 0, 0)
        self.columns = ColumnTable(self._session.messages)
        self.look_button = button_for(self.tr("&What would change"), self.look, primary=True)
        other = button_for(self.tr("&Another workbook…"), self.ask_for_workbook)
        return step_of(holder, [self.columns, self.encoding_label], [other, self.look_button])

    def _build_plan(self) -> QWidget:
        step = PlanStep()
        self.lines, self.lines_view = step.lines, step.lines_view
        self.import_button, self.marked_button = step.import_button, step.marked_button
        step.back_button.clicked.connect(self._step_back)
        step.marked_button.clicked.connect(self.save_marked)
        step.import_button.clicked.connect(self.take_in)
        self._plan_step = step
        return step

    def _build_done(self) -> QWidget:
        self.result = QLabel()
        self.result.setWordWrap(True)
        self.undo_label = QLabel()
        self.undo_label.setProperty("role", "muted")
        self.marked_after_button = button_for(self.tr("Save the &marked copy…"), self.save_marked)
        self.another_button = button_for(self.tr("&Another workbook…"), self.ask_for_workbook)
        self.close_button = button_for(self.tr("&Done"), self.done.emit, primary=True)
        return step_of(
            self.result,
            [self.undo_label],
            [self.marked_after_button, self.another_button, self.close_button],
            stretch=True,
        )

    def _build_progress(self) -> QWidget:
        self.progress_label = QLabel()
        self.progress_bar = QProgressBar()
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setFixedHeight(8)
        self.cancel_button = button_for(self.tr("Cancel"), self.cancel)
        self._progress = QWidget()
        layout = QHBoxLayout(self._progress)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.progress_label)
        layout.addWidget(self.progress_bar, 1)
        layout.addWidget(self.cancel_button)
        self._progress.hide()
        return self._progress

    def _show_step(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        words = self.tr("{file} · year {year}") if self._workbook is not None else ""
        named = words.replace("{file}", self._workbook.name) if self._workbook is not None else ""
        self.file_label.setText(named.replace("{year}", str(self._session.year)))

    def _busy(self, words: str, *, can_cancel: bool = False) -> None:
        self.progress_label.setText(words)
        self.progress_bar.setRange(0, 0)
        self.cancel_button.setVisible(can_cancel)
        self._steps.setEnabled(False)
        self._progress.show()
        if can_cancel:
            self.cancel_button.setFocus()

    def _idle(self) -> None:
        self._progress.hide()
        self._steps.setEnabled(True)

    def _move(self, step: str, done: int, total: int) -> None:
        words = {
            "reading": self.tr("Reading {file}…").replace("{file}", self._workbook.name if self._workbook else ""),
            "matching": self.tr("Comparing with the registry…"),
            "checking": self.tr("Looking for people listed twice…"),
            "writing": self.tr("Writing…"),
        }[step]
        self.progress_label.setText(words)
        self.progress_bar.setRange(0, total if done else 0)
        self.progress_bar.setValue(done)

    def _move_while_writing(self, step: str, done: int, total: int) -> None:
        """Show how far the writing is and let the window live; only Cancel can be pressed meanwhile."""
        self._move(step, done, total)
        QCoreApplication.processEvents()

    def _show_columns(self, sheets: tuple[ListSheet, ...]) -> None:
        self._idle()
        self._sheets = sheets
        self._chosen = {sheet.signature: _proposed(sheet) for sheet in sheets}
        self.sheet_choice.clear()
        for sheet in sheets:
            self.sheet_choice.addItem(self.tr("Sheet {name}").replace("{name}", sheet.name))
        self.sheet_choice.setVisible(len(sheets) > 1)
        self._show_sheet(0)
        self._show_step(_COLUMNS)
        self.focus_first()

    def _on_sheet(self, place: int) -> None:
        self._keep_columns()
        self._show_sheet(place)

    def _show_sheet(self, place: int) -> None:
        sheet = self._sheets[place]
        self._shown_sheet = sheet
        read = self._chosen[sheet.signature]
        self.columns.show_sheet(
            sheet._replace(columns=tuple(one._replace(field=read.get(one.letter)) for one in sheet.columns))
        )
        old = [column.letter for column in sheet.columns if column.old_encoding]
        words = self.tr("Typed with fonts of before Unicode (TCVN3, VNI), read as Vietnamese again: columns {columns}.")
        self.encoding_label.setText(words.replace("{columns}", ", ".join(old)))
        self.encoding_label.setVisible(bool(old))

    def _keep_columns(self) -> None:
        """Keep what is chosen for the sheet in sight, and for all sheets of the same layout."""
        if self._sheets:
            self._chosen[self._shown_sheet.signature] = self.columns.fields

    def _show_plan(self, plan: ImportPlan) -> None:
        self._idle()
        self.plan = plan
        self.marked_after_button.setVisible(bool(plan.faults))
        self._show_step(_PLAN)
        session = self._session
        words = self._counts_words(plan.counts)
        self._plan_step.show_plan(plan, session.messages, words, read_only=session.desk.read_only)
        if not plan.counts.unchanged and not plan.writes:
            words = self.tr("No household of this list can be taken in. Mend what is listed here and look again.")
            self.notice.say(words, Severity.WARNING)
        elif not plan.writes:
            self.notice.say(self.tr("Nothing of this list is new to the registry."))
        self.focus_first()

    def _refuse(self, error: Exception) -> None:
        self._idle()
        if not isinstance(error, KnownError):
            raise error  # a bug: it is told on the window's thread as any other
        level = Severity.NOTE if error.code == "import-cancelled" else Severity.ERROR
        self.notice.say(self._session.messages.of_error(error), level)
        self.focus_first()

    def _counts_words(self, counts: Counts) -> str:
        words = self.tr(
            "{read} households read: {added} new, {updated} changed, {unchanged} as they were, {rejected} not taken."
        )
        for name, count in counts._asdict().items():
            words = words.replace(f"{{{name}}}", format_count(count))
        return words

    def _say_whether_taken_back(self) -> None:
        """Say below the counts how the import is taken back, or that it was."""
        number = self._imported
        acts = history.list_history(self._session.desk) if number is not None else ()
        taken_back = any(one.number == number and one.undone for one in acts)
        self.undo_label.setText(
            self.tr("The whole import was taken back: the file is as it was before. Ctrl+Y brings it in again.")
            if taken_back
            else self.tr("Ctrl+Z takes the whole import back in one step.")
        )
        self.undo_label.setVisible(number is not None)
        self.result.setEnabled(not taken_back)

    def _on_year(self, _year: int) -> None:
        """A dry run is that of a year: in another one it has to be looked at anew."""
        step = self._steps.currentIndex()
        if step == _PLAN:
            self.plan = None
        self._show_step(_COLUMNS if step == _PLAN else step)


def _proposed(sheet: ListSheet) -> dict[str, str]:
    return {column.letter: column.field for column in sheet.columns if column.field is not None}


def _not_written(target: Path) -> KnownError:
    return KnownError("folder-not-writable", file=target.name, folder=str(target.parent))
