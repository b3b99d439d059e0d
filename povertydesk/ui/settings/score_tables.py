"""The score tables of Phiếu B1 in the settings: typed in Excel, loaded, checked by a second person, given to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from povertydesk.legislation.score_tables import URBAN_COLUMN
from povertydesk.poverty.area import Region
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.fields.region_choice import region_name
from povertydesk.ui.file_choice import ask_for_file, ask_where_to_save
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.settings.score_comparison import ScoreComparison
from povertydesk.workflow import score_tables
from povertydesk.workflow.score_tables import TableState

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable
    from pathlib import Path

    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.score_tables import TableLine

_READ, _WRITTEN = "*.xlsx *.xls *.ods", "*.xlsx"


class ScoreTableSection(QWidget):
    """The list of tables with what can be done with the chosen one; faults and differences stand below it.

    `answered` asks for the room in sight that an answer below the list needs.
    """

    answered = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show the tables of the session's file."""
        super().__init__(parent)
        self._session = session
        self._lines: tuple[TableLine, ...] = ()
        words = QLabel(
            self.tr(
                "Save the Excel template, type the official form into it and load it. A second person types bands and "
                "points again; until both agree the table is for practice only."
            )
        )
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("B1 score tables"))
        # As high as the buttons beside it.
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(lambda _row: self._offer())
        remove_key = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        remove_key.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove_key.activated.connect(self._remove)
        self.template_button = self._button(self.tr("Save Excel &template…"), self._save_template)
        self.load_button = self._button(self.tr("&Load score table…"), self._load)
        self.check_button = self._button(self.tr("&Check a second time…"), self._check)
        self.export_button = self._button(self.tr("&Export for other communes…"), self._export)
        self.remove_button = self._button(self.tr("&Remove"), self._remove)
        buttons = QVBoxLayout()
        buttons.setSpacing(6)
        for button in self._buttons:
            buttons.addWidget(button)
        buttons.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self.list, 1)
        line.addLayout(buttons)
        self.notice = NoticeLine(dismissible=True)
        self.comparison = ScoreComparison(session)
        self.notice.dismissed.connect(self.comparison.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (words, self.notice, self.comparison):
            layout.addWidget(part)
        layout.insertLayout(1, line)
        session.changed.connect(self._on_changed)
        self.refresh()

    @property
    def chosen(self) -> TableLine | None:
        """The line that the keys stand on."""
        row = self.list.currentRow()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def refresh(self) -> None:
        """Show what the file has now; the place in the list stays with its table."""
        before = self.chosen
        self._lines = score_tables.list_tables(self._session.desk)
        self.list.clear()
        for line in self._lines:
            item = QListWidgetItem(f"{line.title} · {self._column(line.column)}\n{self._state(line)}")
            item.setToolTip(item.text())
            self.list.addItem(item)
        self._choose(before)
        self._offer()

    def _choose(self, wanted: TableLine | None) -> None:
        """Stand on the line of a questionnaire and column, or on the first."""
        keys = [(line.questionnaire, line.column) for line in self._lines]
        key = (wanted.questionnaire, wanted.column) if wanted else None
        self.list.setCurrentRow(keys.index(key) if key in keys else 0)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.template_button, self.load_button, self.check_button, self.export_button, self.remove_button

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(act)
        return button

    def _offer(self) -> None:
        """Offer what can be done with the chosen table."""
        line, read_only = self.chosen, self._session.desk.read_only
        kept = line is not None and bool(line.id)
        waiting = any(one.id and one.state is not TableState.CHECKED for one in self._lines)
        self.template_button.setEnabled(line is not None)
        self.load_button.setEnabled(not read_only)
        self.check_button.setEnabled(waiting and not read_only)
        self.export_button.setEnabled(kept)
        self.remove_button.setEnabled(kept and not read_only)

    def _column(self, column: str) -> str:
        if not column:
            return self.tr("region not chosen yet")
        if column == URBAN_COLUMN:
            return self.tr("Urban")
        return self.tr("Rural, {region}").replace("{region}", region_name(Region(column)))

    def _state(self, line: TableLine) -> str:
        if not line.id:
            if line.state is TableState.PRACTICE:
                return self.tr("exercise: for trying the form only, never for a round")
            if not line.column:
                return self.tr("not loaded: choose the region of the office above first")
            return self.tr("not loaded: save the template and type the official form into it")
        typed = self._by(self.tr("typed by {name}, {date}"), line.entered_by, line.entered_on)
        checked = self._by(self.tr("checked by {name}, {date}"), line.checked_by, line.checked_on)
        if line.state is TableState.CHECKED:
            return " · ".join((self.tr("checked"), typed, checked))
        state = self.tr("draft: waits for a second person")
        if line.state is TableState.PRACTICE:
            state = self.tr("exercise")
        return " · ".join(part for part in (state, typed, checked if line.checked_by else "") if part)

    def _by(self, words: str, name: str, day: datetime.date | None) -> str:
        return words.replace("{name}", name).replace("{date}", format_date(day) if day else "…")

    def _save_template(self) -> None:
        line = self.chosen
        if line is None:
            return
        if not line.column:
            self._refuse(KnownError("region-not-set"))
            return
        again = bool(line.id) and line.state is not TableState.PRACTICE
        name = f"bang-diem-b1-{line.column}-{'lan-hai' if again else 'mau'}"
        path = self._where(self.tr("Save the template"), name)
        if path is not None and self._done(
            lambda: score_tables.save_template(self._session.desk, path, line.questionnaire, line.column)
        ):
            said = self.tr("Saved: {file}. Type into it in Excel, then load it here.")
            if again:
                said = self.tr(
                    "Saved: {file}. The second person types bands and points into it, then “Check a second time”."
                )
            self._say(said.replace("{file}", str(path)))

    def _load(self) -> None:
        path = self._which(self.tr("Load a score table"))
        if path is None:
            return
        desk, messages = self._session.desk, self._session.messages
        loaded: list[score_tables.LoadedTable] = []
        if not self._done(lambda: loaded.append(score_tables.load_table(desk, path, desk.program.officer))):
            return
        ((line, changes),) = loaded
        self._session.announce(changes)
        self._choose(line)
        said = self.tr("Loaded as a draft: {file}. Save the Excel template for the second person.")
        if not changes:
            said = self.tr("{file} is in the list already; nothing was changed.")
        elif line.state is TableState.CHECKED:
            said = self.tr("Loaded, checked by two people: {file}")
        elif line.state is TableState.PRACTICE:
            said = self.tr("Loaded as an exercise: {file}")
        findings = changes.findings
        if findings:
            self._say(messages.of_finding(findings[0]), findings[0].severity)
        else:
            self._say(said.replace("{file}", path.name))

    def _check(self) -> None:
        path = self._which(self.tr("Load the second entry"))
        if path is None:
            return
        desk = self._session.desk
        checked: list[score_tables.CheckedEntry] = []
        if not self._done(lambda: checked.append(score_tables.check_table(desk, path, desk.program.officer))):
            return
        (entry,) = checked
        self._session.announce(entry.changes)
        self.comparison.show_comparison(entry)
        if entry.comparison.alike:
            said = self.tr("Both entries agree in {count} cells; the table is checked.")
            if entry.line.state is TableState.PRACTICE:
                said = self.tr("Both entries agree in {count} cells; the exercise stays an exercise.")
            self._say(said.replace("{count}", str(len(entry.comparison.cells))))
        else:
            count = str(entry.comparison.differing_count)
            said = self.tr(
                "The two entries differ in {count} places; nothing was changed. Compare with the paper form."
            )
            self._say(said.replace("{count}", count), Severity.WARNING)

    def _export(self) -> None:
        line = self.chosen
        if line is None or not line.id:
            return
        path = self._where(self.tr("Export the score table"), f"bang-diem-b1-{line.column}")
        if path is not None and self._done(lambda: score_tables.export_table(self._session.desk, line.id, path)):
            self._say(self.tr("Saved: {file}").replace("{file}", str(path)))

    def _remove(self) -> None:
        line = self.chosen
        if line is None or not self.remove_button.isEnabled():
            return
        removed: list[Changes] = []
        if self._done(lambda: removed.append(score_tables.remove_table(self._session.desk, line.id))):
            self._session.announce(removed[0])
            self._say(self.tr("Removed; Ctrl+Z brings it back."))

    def _done(self, task: Callable[[], object]) -> bool:
        """Run a task; a refusal is said under the list, with every fault of the workbook at its cell."""
        self.notice.clear()
        self.comparison.clear()
        try:
            task()
        except KnownError as error:
            self._refuse(error)
            return False
        return True

    def _refuse(self, error: KnownError) -> None:
        self.comparison.show_faults(error.findings)
        self._say(self._session.messages.of_error(error), Severity.ERROR)

    def _say(self, sentence: str, severity: Severity = Severity.NOTE) -> None:
        self.notice.say(sentence, severity)
        self.answered.emit()

    def _which(self, title: str) -> Path | None:
        kinds = self.tr("Workbooks ({endings})").replace("{endings}", _READ)
        return ask_for_file(self, title, kinds, self._session.desk.path.parent)

    def _where(self, title: str, name: str) -> Path | None:
        kinds = self.tr("Workbooks ({endings})").replace("{endings}", _WRITTEN)
        return ask_where_to_save(self, title, kinds, self._session.desk.path.parent / f"{name}.xlsx")

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("score_table", "unit", "village"):
            self.refresh()
