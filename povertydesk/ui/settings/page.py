"""The page Cài đặt: the office and its signers, score tables, the language, the clerk's name, and backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from povertydesk.poverty.area import AreaType
from povertydesk.poverty.problems import KnownError
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.fields.entry_field import EntryField
from povertydesk.ui.fields.labelled import labelled
from povertydesk.ui.fields.region_choice import RegionChoice
from povertydesk.ui.former_years.section import FormerYearsSection
from povertydesk.ui.notices import NoticeLine, confirm
from povertydesk.ui.settings.officer_row import NOBODY, OfficerRow
from povertydesk.ui.settings.score_tables import ScoreTableSection
from povertydesk.workflow import back_up, draft_plan, set_up_office

if TYPE_CHECKING:
    from pathlib import Path

    from povertydesk.poverty.plan import Officer
    from povertydesk.ui.preferences import Preferences
    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes

_REASONS_SHOWN = 30


class SettingsPage(QWidget):
    """What is set once: in the file where it bears on papers, on this PC where it is only a liking."""

    key = "settings"
    findings_changed = Signal(int)
    status = Signal(str)
    language_chosen = Signal(str)
    officer_named = Signal(str)
    restore_wanted = Signal(object)

    def __init__(self, session: Session, preferences: Preferences, parent: QWidget | None = None) -> None:
        """Show the settings of the session's file and of this PC."""
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self.officer_rows: list[OfficerRow] = []
        self._build()
        session.changed.connect(self._on_changed)
        self.refresh()

    def title(self) -> str:
        """Name the page on the rail."""
        return self.tr("Settings")

    def commit_pending(self) -> None:
        """Keep what is just being typed."""
        for field in self._fields():
            field.commit()
        self.former_years.commit_pending()

    @property
    def has_unsaved(self) -> bool:
        """Whether something stands in a field and nowhere else."""
        return self.former_years.has_unsaved or any(field.is_unsaved for field in self._fields())

    def take_back_refused(self) -> bool:
        """Take what was refused last out of the grid of former years, before anything that is kept is taken back."""
        return self.former_years.take_back_refused()

    def stop(self) -> None:
        """Keep nothing any more: the file is being put away."""
        for field in self._fields():
            field.keep = None

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        self.name.setFocus()

    def refresh(self) -> None:
        """Show what the records say now."""
        unit = self._session.desk.unit
        self.name.show_text(unit.name)
        self.code.show_text(unit.code or "")
        self.receiving.show_text(unit.receiving_office)
        self.area.setCurrentIndex(self.area.findData(unit.area.value))
        self.region.show_region(unit.region)
        self.officer.show_text(self._preferences.officer)
        self._show_officers(draft_plan.list_officers(self._session.desk))
        self._show_backups()
        read_only = self._session.desk.read_only
        for field in (self.name, self.code, self.receiving):
            field.set_read_only(read_only)
        self.area.setDisabled(read_only)
        self.region.setDisabled(read_only)

    def _fields(self) -> list[EntryField]:
        officers = [field for row in self.officer_rows for field in row.fields]
        return [self.name, self.receiving, self.code, self.officer, *officers]

    def _build(self) -> None:
        heading = QLabel(self.tr("Settings"))
        heading.setProperty("role", "title")
        self.notice = NoticeLine(dismissible=True)
        inside = QWidget()
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(0, 0, 12, 12)
        self._layout.setSpacing(10)
        self._build_office()
        self._build_officers()
        self._section(self.tr("B1 score tables"))
        self.score_tables = ScoreTableSection(self._session)
        self._layout.addWidget(self.score_tables)
        self._section(self.tr("Figures of former years"))
        self.former_years = FormerYearsSection(self._session)
        self._layout.addWidget(self.former_years)
        self._build_program()
        self._build_backups()
        self._layout.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self.score_tables.answered.connect(lambda: QTimer.singleShot(0, area, lambda: self._show_answer(area)))
        former = self.former_years
        former.answered.connect(
            lambda: QTimer.singleShot(0, area, lambda: area.ensureWidgetVisible(former.notice, 0, 8))
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 10)
        layout.setSpacing(10)
        layout.addWidget(heading)
        layout.addWidget(self.notice)
        layout.addWidget(area, 1)

    def _build_office(self) -> None:
        self._section(self.tr("The office"))
        self.name = self._entry(self.tr("Name of the office"))
        self.code = self._entry(self.tr("Unit code (may be left empty)"))
        self.receiving = self._entry(self.tr("Office that receives the papers"))
        self.area = Choice()
        self.area.addItem(self.tr("Rural"), AreaType.RURAL.value)
        self.area.addItem(self.tr("Urban"), AreaType.URBAN.value)
        self.area.setAccessibleName(self.tr("Area"))
        self.area.activated.connect(lambda _place: self._keep_office(area=AreaType(self.area.currentData())))
        self.region = RegionChoice()
        self.region.setAccessibleName(self.tr("Region"))
        self.region.activated.connect(lambda _place: self._keep_office(region=self.region.region))
        self.name.keep = lambda value: self._keep_office(name=value)
        self.code.keep = lambda value: self._keep_office(code=value or None)
        self.receiving.keep = lambda value: self._keep_office(receiving_office=value)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.name, 0, 0)
        grid.addWidget(labelled(self.tr("Area (decides the poverty line)"), self.area), 0, 1)
        grid.addWidget(self.receiving, 1, 0)
        grid.addWidget(labelled(self.tr("Region (decides the score table)"), self.region), 1, 1)
        grid.addWidget(self.code, 2, 0)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._layout.addLayout(grid)

    def _build_officers(self) -> None:
        self._section(self.tr("Who signs"))
        self._officers = QVBoxLayout()
        self._officers.setSpacing(6)
        self._layout.addLayout(self._officers)

    def _build_program(self) -> None:
        self._section(self.tr("This PC"))
        self.language = Choice()
        self.language.addItem("Tiếng Việt", "vi")
        self.language.addItem("English", "en")
        self.language.setCurrentIndex(self.language.findData(self._preferences.language))
        self.language.activated.connect(self._choose_language)
        self.officer = EntryField(self.tr("Your name, as it stands in the history"))
        self.officer.keep = self._name_officer
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.addWidget(labelled(self.tr("Language"), self.language), 0, 0)
        grid.addWidget(self.officer, 0, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._layout.addLayout(grid)

    def _build_backups(self) -> None:
        self._section(self.tr("Backups of this file"))
        words = QLabel(self.tr("A backup is made each day and before anything risky; it is opened again and checked."))
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        self.backups = QListWidget()
        self.backups.setFixedHeight(130)
        self.backups.setAccessibleName(self.tr("Backups of this file"))
        self.backup_button = QPushButton(self.tr("Back up &now"))
        self.backup_button.clicked.connect(self._back_up)
        self.restore_button = QPushButton(self.tr("Restore the chosen one…"))
        self.restore_button.clicked.connect(self._restore)
        buttons = QHBoxLayout()
        buttons.addWidget(self.backup_button)
        buttons.addWidget(self.restore_button)
        buttons.addStretch(1)
        self._layout.addWidget(words)
        self._layout.addWidget(self.backups)
        self._layout.addLayout(buttons)

    def _show_answer(self, area: QScrollArea) -> None:
        """Bring an answer of the score tables into sight, once the layout has given it its place."""
        area.ensureWidgetVisible(self.score_tables.comparison, 0, 8)
        area.ensureWidgetVisible(self.score_tables.notice, 0, 8)

    def _section(self, title: str) -> None:
        label = QLabel(title)
        label.setProperty("role", "section")
        if self._layout.count():
            self._layout.addSpacing(8)
        self._layout.addWidget(label)

    def _entry(self, label: str) -> EntryField:
        entry = EntryField(label)
        entry.refused.connect(lambda error: entry.show_fault(self._session.messages.of_error(error)))
        return entry

    def _keep_office(self, **values: object) -> bool:
        session = self._session
        unit = session.desk.unit._replace(**values)  # type: ignore[arg-type]
        try:
            changes = set_up_office.edit_office(session.desk, unit)
        except KnownError as error:
            self.area.setCurrentIndex(self.area.findData(session.desk.unit.area.value))
            self.region.show_region(session.desk.unit.region)
            field = {"office-without-name": self.name, "office-code-malformed": self.code}.get(error.code)
            if field is None:
                session.refused.emit(error)
            else:
                field.show_fault(session.messages.of_error(error))
            return False
        session.announce(changes)
        return True

    def _keep_officer(self, row: OfficerRow, officer: Officer) -> bool:
        session = self._session
        known = {one.id for one in draft_plan.list_officers(session.desk)}
        changes = session.attempt(lambda: set_up_office.edit_officer(session.desk, officer))
        if changes is None:
            return False
        # The line of a new officer must know its key before the page shows the officers anew.
        kept = draft_plan.list_officers(session.desk)
        row.show_officer(next(one for one in kept if one.id == officer.id or (not officer.id and one.id not in known)))
        session.announce(changes)
        return True

    def _show_officers(self, officers: tuple[Officer, ...]) -> None:
        """Show one line an officer and a blank one at the end; lines stay in place, and so do the keys in them."""
        read_only = self._session.desk.read_only
        shown = {officer.id: officer for officer in (officers if read_only else (*officers, NOBODY))}
        for row in [row for row in self.officer_rows if row.officer_id not in shown]:
            self.officer_rows.remove(row)
            self._officers.removeWidget(row)
            row.deleteLater()
        present = [row.officer_id for row in self.officer_rows]
        for key, officer in shown.items():
            if key not in present:
                row = OfficerRow(self._keep_officer, self._session.messages.of_error)
                place = len(self.officer_rows) - (NOBODY.id in present)
                row.show_officer(officer)
                self._officers.insertWidget(place, row)
                self.officer_rows.insert(place, row)
        before: QWidget = self.code.editor
        for row in self.officer_rows:
            row.show_officer(shown[row.officer_id])
            row.set_read_only(read_only)
            for part in (row.name.editor, row.position.editor, row.form):
                self.setTabOrder(before, part)
                before = part

    def _show_backups(self) -> None:
        self.backups.clear()
        reasons = {
            "daily": self.tr("of the day"),
            "import": self.tr("before an import"),
            "restore": self.tr("before a restore"),
            "migration": self.tr("before a new program version"),
            "manual": self.tr("by hand"),
        }
        for one in back_up.list_backups(self._session.desk)[:_REASONS_SHOWN]:
            item = QListWidgetItem(f"{one.made_at:%d/%m/%Y %H:%M}   {reasons.get(one.reason, one.reason)}")
            item.setData(Qt.ItemDataRole.UserRole, one.path)
            self.backups.addItem(item)
        self.restore_button.setEnabled(self.backups.count() > 0 and not self._session.desk.read_only)

    def _choose_language(self, _place: int) -> None:
        self.language_chosen.emit(self.language.currentData())
        # Where something unsaved held the window back, the language is still the other one.
        self.language.setCurrentIndex(self.language.findData(self._preferences.language))

    def _name_officer(self, name: str) -> bool:
        self.officer_named.emit(name)
        return True

    def _back_up(self) -> None:
        made = self._session.attempt(lambda: back_up.back_up(self._session.desk))
        if made is not None:
            self.notice.say(self.tr("Backed up and checked: {file}").replace("{file}", str(made.path)))
            self._show_backups()

    def _restore(self) -> None:
        item = self.backups.item(max(self.backups.currentRow(), 0))
        path: Path = item.data(Qt.ItemDataRole.UserRole)
        question = self.tr("Put the backup of {time} in the place of the present file?").replace("{time}", item.text())
        details = self.tr("The present state is backed up first, so that it can be brought back.")
        if confirm(self, question, details, self.tr("Restore")):
            self.restore_wanted.emit(path)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("unit", "officer"):
            self.refresh()
