"""The page on which the office above's template is bound once and filled from then on."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.file_choice import ask_for_file, ask_where_to_save
from povertydesk.ui.jobs import LatestJob
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.template_fill.sheet_step import SheetStep
from povertydesk.ui.template_fill.start_step import StartStep
from povertydesk.ui.template_fill.writing import TemplateWriting
from povertydesk.ui.wrapping_row import WrappingRow
from povertydesk.workflow import bind_template
from povertydesk.workflow.on_a_copy import on_a_copy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from povertydesk.ui.preferences import Preferences
    from povertydesk.ui.session import Session
    from povertydesk.workflow.bind_template import OpenTemplate
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.fill_template import TemplateFilled

_SAID = 3
_ENTER_KEYS: set[int] = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TemplateFillPage(QWidget):
    """One template at a time: pointed to, bound as far as it is found and by hand, kept, filled."""

    key = "template_fill"
    findings_changed = Signal(int)
    status = Signal(str)
    course_wanted = Signal(int)
    done = Signal()

    def __init__(self, session: Session, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self._path: Path | None = None
        self._is_stale = False
        self._wants_keys = False
        self._not_kept: dict[tuple[Path, str], OpenTemplate] = {}
        self._read_from: OpenTemplate | None = None
        self._reading = LatestJob(self)
        self._reading.finished.connect(self._on_read)
        self._reading.failed.connect(self._on_unread)
        self._build()
        session.changed.connect(self._on_changed)
        session.year_changed.connect(lambda _year: self._refresh())
        self._show_start()

    def title(self) -> str:
        """Name the page."""
        return self.tr("Fill the office above's template")

    @property
    def opened(self) -> OpenTemplate | None:
        """The template in front, None before one was pointed to."""
        return self.step.opened

    def commit_pending(self) -> None:
        """Nothing of it is written before it is kept."""

    @property
    def has_unsaved(self) -> bool:
        """Whether cells were bound by hand and not kept yet."""
        return self.step.is_by_hand and self.opened is not None and not self.opened.is_kept

    def stop(self) -> None:
        """Let what runs end: the file is being put away."""
        self._reading.wait()
        self.writing.stop()

    def focus_first(self) -> None:
        """Put the keys where work goes on: on what is open, else on keeping, else on writing."""
        opened = self.opened
        if self._steps.currentWidget() is self.start or opened is None:
            self.start.focus_first()
        elif self._reading.is_busy:
            self._wants_keys = True
        elif opened.refusal is not None and opened.kept is not None:
            self.anew_button.setFocus()
        elif opened.open_items or opened.changed:
            self.step.focus_first()
        elif self.keep_button.isEnabled():
            self.keep_button.setFocus()
        else:
            self.write_button.setFocus()

    def show_table(self, number: int) -> None:
        """Take a table for the template, where templates can hold it."""
        place = self.table_choice.findData(number)
        if place >= 0 and place != self.table_choice.currentIndex():
            self.table_choice.setCurrentIndex(place)
            self._read()

    def open_template(self, path: Path) -> None:
        """Look at a template; one that is known for another table brings that table with it."""
        desk = self._session.desk
        papers = self._session.attempt(lambda: bind_template.papers_of(desk, path))
        if papers and self._paper not in papers:
            self.table_choice.setCurrentIndex(self.table_choice.findData(bind_template.number_of(papers[0])))
        self._path = path
        self.notice.clear()
        self._wants_keys = True
        self._read()

    def ask_for_template(self) -> None:
        """Ask where the template lies."""
        folder = (self._path or self._session.desk.path).parent
        path = ask_for_file(self, self.title(), self.tr("Excel templates") + " (*.xlsx *.xlsm *.xls)", folder)
        if path is not None:
            self.open_template(path)

    def bind_anew(self) -> None:
        """Search the template anew, whatever was kept of it."""
        self.notice.clear()
        self._wants_keys = True
        self._read(anew=True, sheet=self.opened.sheet_name if self.opened is not None and self.step.is_by_hand else "")

    def keep(self) -> None:
        """Keep which cell takes which figure, as one act that Ctrl+Z takes back by its name."""
        opened, desk = self.opened, self._session.desk
        if opened is None or not opened.can_be_kept:
            return
        self.notice.clear()
        try:
            changes = bind_template.keep_open_template(desk, opened)
        except KnownError as error:
            self._refuse(error)
            return
        self.step.forget_steps()
        self.step.show_template(dataclasses.replace(opened, kept=opened.draft.binding, refusal=None))
        self._session.announce(changes)
        self._show()
        self.write_button.setFocus()

    def write(self, target: Path | None = None) -> None:
        """Write the data cells into a new file, asking where."""
        opened = self.opened
        if opened is None or not opened.is_kept or self.writing.is_busy:
            return
        ending = self.tr("table {number} of {year}").replace("{number}", str(opened.number))
        ending = ending.replace("{year}", str(opened.year))
        proposed = opened.path.with_name(f"{opened.path.stem} – {ending}{opened.path.suffix}")
        kinds = f"Excel (*{opened.path.suffix})"
        path = target or ask_where_to_save(self, self.tr("Write the filled template"), kinds, proposed)
        if path is None:
            return
        self.notice.clear()
        self._steps.setEnabled(False)
        self._tools.setEnabled(False)
        self.writing.write(opened.paper, opened.year, opened.path, path)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Read anew what changed meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Z and Ctrl+Y from the window as long as there are changes of the binding to go through."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._steps_through(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter presses a button; Esc goes back where the page was asked from, and what is bound so far stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.writing.cancel() if self.writing.is_busy else self.done.emit()
        elif event.key() in _ENTER_KEYS and isinstance(button := self.focusWidget(), QPushButton):
            button.click()
        elif self._steps_through(event):
            self.step.step_back(back=event.matches(QKeySequence.StandardKey.Undo))
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    @property
    def _paper(self) -> str:
        return bind_template.paper_of(int(self.table_choice.currentData()))

    def _build(self) -> None:
        heading = QLabel(self.title())
        heading.setProperty("role", "title")
        self.summary = QLabel()
        self.summary.setProperty("role", "muted")
        self.summary.setWordWrap(True)
        self.notice = NoticeLine(dismissible=True)
        self.start = StartStep()
        self.start.file_wanted.connect(self.ask_for_template)
        self.start.known_wanted.connect(self._open_known)
        self.start.forgetting_wanted.connect(self._forget)
        self.step = SheetStep(self._session.messages)
        self.step.changed.connect(self._on_changed_by_hand)
        self.step.refused.connect(self._refuse)
        self.writing = TemplateWriting(self._session)
        self.writing.written.connect(self._on_written)
        self.writing.refused.connect(self._on_not_written)
        self._steps = QStackedWidget()
        self._steps.addWidget(self.start)
        self._steps.addWidget(self.step)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 10)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self._build_tools())
        layout.addWidget(self.summary)
        layout.addWidget(self.notice)
        layout.addWidget(self._steps, 1)
        layout.addWidget(self.writing)

    def _build_tools(self) -> QWidget:
        self.table_choice = Choice()
        for number, name in bind_template.table_names().items():
            words = self.tr("Table {number}").replace("{number}", str(number))
            self.table_choice.addItem(f"{words}. {name}", number)
        self.table_choice.setAccessibleName(self.tr("Official table"))
        self.table_choice.activated.connect(self._on_table)
        self.sheet_choice = Choice()
        self.sheet_choice.setAccessibleName(self.tr("Sheet"))
        self.sheet_choice.activated.connect(self._on_sheet)
        self.other_button = self._button(self.tr("&Another template…"), self._show_start)
        self.anew_button = self._button(self.tr("&Bind anew"), self.bind_anew)
        self.keep_button = self._button(self.tr("&Keep the binding"), self.keep)
        self.write_button = self._button(self.tr("&Write…"), self.write)
        for button in (self.keep_button, self.write_button):
            button.setProperty("role", "primary")
        self._tools = QWidget()
        row = WrappingRow(spacing=8)
        self._tools.setLayout(row)
        for part in (
            self.table_choice,
            self.sheet_choice,
            self.other_button,
            self.anew_button,
            self.keep_button,
            self.write_button,
        ):
            row.addWidget(part)
        return self._tools

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _checked=False: act())
        return button

    def _show_start(self) -> None:
        self._reading.drop()
        desk = self._session.desk
        self.start.show_known(self._session.attempt(lambda: bind_template.known_templates(desk)) or ())
        self._steps.setCurrentWidget(self.start)
        self.summary.hide()
        for part in (self.sheet_choice, self.other_button, self.anew_button, self.keep_button, self.write_button):
            part.hide()
        if self.isVisible():
            self.start.focus_first()

    def _show(self) -> None:
        """Show the template in front as it is bound now."""
        opened = self.opened
        if opened is None:
            return
        self.sheet_choice.clear()
        self.sheet_choice.addItems([self.tr("Sheet {name}").replace("{name}", one) for one in opened.sheet_names])
        self.sheet_choice.setCurrentIndex(opened.sheet_names.index(opened.sheet_name))
        self.sheet_choice.setVisible(len(opened.sheet_names) > 1)
        can_keep = opened.can_be_kept and not self._session.desk.read_only
        self.keep_button.setEnabled(can_keep)
        self.keep_button.setVisible(not opened.is_kept)
        self.write_button.setVisible(opened.is_kept)
        for part in (self.other_button, self.anew_button, self.summary):
            part.show()
        self.summary.setText(self._summary(opened))
        self._steps.setCurrentIndex(1)
        self.findings_changed.emit(len(opened.open_items) + len(opened.changed))

    def _summary(self, opened: OpenTemplate) -> str:
        words = self.tr(
            "{file}: {columns} of {all_columns} columns and {rows} of {all_rows} lines are bound. {standing}"
        )
        if opened.is_kept:
            standing = self.tr("Kept: it can be written.")
        elif opened.changed:
            standing = self.tr("It was changed since: bind it anew.")
        elif opened.can_be_kept and self._session.desk.read_only:
            standing = self.tr("The file is read only, so the binding cannot be kept.")
        elif opened.can_be_kept:
            standing = self.tr("Look it over, then keep it.")
        else:
            standing = self.tr("{count} to settle before it can be kept.")
        values = {
            "standing": standing,
            "count": len(opened.open_items) + len(opened.changed),
            "columns": len(opened.draft.binding.columns),
            "all_columns": len(opened.columns),
            "rows": len(opened.bound_rows),
            "all_rows": len(opened.lines),
            "file": opened.path.name,
        }
        for name, value in values.items():
            words = words.replace(f"{{{name}}}", str(value))
        return words

    def _read(self, *, anew: bool = False, sheet: str = "", goes_on: bool = False) -> None:
        """Read the template beside the window; where it `goes_on`, what was bound by hand stays.

        What was bound by hand and not kept comes back with its template, as long as the file is open.
        """
        path, paper, year = self._path, self._paper, self._session.year
        if path is None:
            return
        opened = self.opened
        draft = opened.draft if goes_on and opened is not None else None
        if not goes_on:
            if opened is not None and self.has_unsaved and not anew:
                self._not_kept[opened.path, opened.paper] = opened
            left = None if anew or sheet else self._not_kept.pop((path, paper), None)
            draft = left.draft if left is not None else None
            self.step.begin_anew(by_hand=draft is not None)
        self._read_from = opened
        self._is_stale = False
        self.summary.setText(self.tr("Reading {file}…").replace("{file}", path.name))
        self.summary.show()
        self._reading.start(
            on_a_copy(
                self._session.desk,
                lambda copy: bind_template.open_for_binding(
                    copy, paper, year, path, sheet=sheet, anew=anew, draft=draft
                ),
            )
        )

    def _on_read(self, opened: OpenTemplate) -> None:
        if self.opened is not self._read_from and self.step.is_by_hand:
            # Cells were bound while the template was being read.
            self._read(goes_on=True)
            return
        self.step.show_template(opened)
        self._preferences.remember_template(opened.path)
        self._show()
        if opened.refusal is not None:
            severity = Severity.WARNING
            self.notice.say(self._session.messages.of_error(opened.refusal), severity, *self._anew_of(opened))
        elif opened.changed:
            words = self.tr(
                "The template is not as it was when it was bound: {count} places. Nothing is written into it."
            )
            words = words.replace("{count}", str(len(opened.changed)))
            self.notice.say(words, Severity.WARNING, self.tr("Bind anew"), self.bind_anew)
        if self._wants_keys:
            self._wants_keys = False
            self.focus_first()

    def _anew_of(self, opened: OpenTemplate) -> tuple[str, Callable[[], None] | None]:
        return (self.tr("Bind anew"), self.bind_anew) if opened.kept is not None else ("", None)

    def _on_unread(self, error: BaseException) -> None:
        if not isinstance(error, KnownError):
            raise error
        self._path = self.opened.path if self.opened is not None else None
        self._wants_keys = False
        self._refuse(error)
        self._show_start()

    def _refresh(self) -> None:
        """Read anew what stands in front; away from sight it waits."""
        if not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        if self._steps.currentWidget() is self.start:
            self._show_start()
        elif self._path is not None:
            self._read(goes_on=self.step.is_by_hand, sheet="" if self.opened is None else self.opened.sheet_name)

    def _on_changed(self, changes: Changes) -> None:
        if changes:
            self._refresh()

    def _on_table(self, _place: int) -> None:
        if self._steps.currentWidget() is not self.start:
            self.notice.clear()
            self._read()

    def _on_sheet(self, place: int) -> None:
        if self.opened is not None:
            self.notice.clear()
            self._read(sheet=self.opened.sheet_names[place])

    def _open_known(self, key: str) -> None:
        desk = self._session.desk
        known = next((one for one in bind_template.known_templates(desk) if one.id == key), None)
        if known is None:
            return
        self.table_choice.setCurrentIndex(self.table_choice.findData(known.number))
        path = self._preferences.template_named(known.file_name)
        if path is not None:
            self.open_template(path)
        else:
            self.ask_for_template()

    def _forget(self, key: str) -> None:
        desk = self._session.desk
        known = next((one for one in bind_template.known_templates(desk) if one.id == key), None)
        if known is not None:
            self._session.write(lambda: bind_template.forget_template(desk, known))

    def _on_changed_by_hand(self) -> None:
        self.notice.clear()
        self._show()

    def _steps_through(self, event: QKeyEvent) -> bool:
        """Say whether a key goes through the changes of the binding in front."""
        if self._steps.currentWidget() is self.start:
            return False
        keys = QKeySequence.StandardKey
        return any(event.matches(key) and self.step.can_step(back=key is keys.Undo) for key in (keys.Undo, keys.Redo))

    def _on_written(self, filled: TemplateFilled) -> None:
        self._end_writing()
        messages = self._session.messages
        ordered = sorted(filled.findings, key=lambda one: one.severity is Severity.NOTE)
        lines = [self.tr("Written: {file}").replace("{file}", str(filled.path))]
        lines += [messages.of_finding(one) for one in ordered[:_SAID]]
        if len(ordered) > _SAID:
            lines.append(self.tr("and {count} more to look at").replace("{count}", str(len(ordered) - _SAID)))
        worst = Severity.NOTE if all(one.severity is Severity.NOTE for one in ordered) else Severity.WARNING
        self.notice.say("\n".join(lines), worst, self.tr("Open the folder"), lambda: _open_folder(filled.path))
        self.write_button.setFocus()

    def _on_not_written(self, error: KnownError) -> None:
        self._end_writing()
        self._refuse(error)
        if error.code == "course-not-balanced" and self.opened is not None:
            number, words = self.opened.number, self.tr("Go to the course")
            sentence = self._session.messages.of_error(error)
            self.notice.say(sentence, Severity.ERROR, words, lambda: self.course_wanted.emit(number))
        self.write_button.setFocus()

    def _end_writing(self) -> None:
        self._steps.setEnabled(True)
        self._tools.setEnabled(True)

    def _refuse(self, error: KnownError) -> None:
        severity = Severity.NOTE if error.code == "template-fill-cancelled" else Severity.ERROR
        self.notice.say(self._session.messages.of_error(error), severity)


def _open_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
