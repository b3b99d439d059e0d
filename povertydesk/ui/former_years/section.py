"""Figures of former years in the settings: typed or pasted by village and year, or taken from the official tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from povertydesk.poverty.area import OfficeLevel
from povertydesk.poverty.former_year import shown_numbers
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import Finding, KnownError, Severity
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.file_choice import ask_for_file
from povertydesk.ui.former_years.grid_lines import FormerLine, column_key, former_columns, place_of
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.records.grid_view import GridView
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.ui.records.unsaved_cells import UnsavedCells
from povertydesk.workflow import former_years

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import Any

    from povertydesk.ui.records.columns import CellEdit, Column
    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.former_years import FormerSeries

_FINDINGS_SHOWN = 6
_LINES_SHOWN = 8
_ROW_HEIGHT = 27
_HEADER_AND_TOTAL = 110
_SHOWN_KINDS = ("village", "village_year", "former_table", "unit")


class FormerYearsSection(QWidget):
    """The ten years before this one: a grid to type and paste into, old tables to take in, and what is wrong in them.

    `answered` asks for the room in sight that an answer needs.
    """

    answered = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show the former years of the session's file."""
        super().__init__(parent)
        self._session = session
        self._unsaved = UnsavedCells()
        self._series: FormerSeries
        self._read()
        self.table: RecordTable[FormerLine] = RecordTable(
            self._columns(), lambda line: line.village_id, self._lines(), parent=self
        )
        self.view = GridView(self.table, name=self.tr("Figures of former years"), frozen_columns=1)
        self.table.edit_requested.connect(self._keep)
        self.view.refused.connect(self._say_paste_refused)
        self._build()
        session.changed.connect(self._on_changed)
        session.year_changed.connect(lambda _year: self.show_year())
        self.refresh()

    @property
    def has_unsaved(self) -> bool:
        """Whether something stands in the grid and nowhere else."""
        return bool(self._unsaved)

    def commit_pending(self) -> None:
        """Keep what is just being typed, and what could not be written before."""
        self.view.commit_pending()
        for block in self._unsaved.waiting():
            self._write(block)

    def take_back_refused(self) -> bool:
        """Take what was refused last out of the grid; False where nothing stands refused."""
        if not self._unsaved.take_back_refused():
            return False
        self.notice.clear()
        self.refresh()
        return True

    def show_year(self) -> None:
        """Show the years before the session's year."""
        self._read()
        self.table.set_columns(self._columns())
        self.refresh()

    def refresh(self) -> None:
        """Show what the records say now, and what is typed and not written yet."""
        self._read()
        lines = self._lines()
        if [line.village_id for line in lines] == [line.village_id for line in self.table.records]:
            self.table.replace_records(lines)
        else:
            self.table.set_records(lines)
        self._mark()
        self._say_standing()

    def import_workbook(self, path: Path) -> None:
        """Take the official tables of the chosen year from a workbook."""
        self.commit_pending()
        session, year = self._session, int(self.year.currentData())
        try:
            changes = former_years.import_former_tables(session.desk, year, path)
        except KnownError as error:
            self._refuse(error)
            return
        session.announce(changes)
        self.refresh()
        numbers = self._series.tables.get(year, ())
        taken = self.tr("Tables {tables} of {year} were taken in as printed; Ctrl+Z takes them out again.")
        taken = taken.replace("{tables}", shown_numbers(numbers)).replace("{year}", str(year))
        notes = [one for one in changes.findings if one.severity is Severity.NOTE]
        self.notice.say("\n".join([taken, *self._listed(notes)]))
        # With sheet and cell, which the file does not keep.
        self._say_findings(changes.findings)
        self.answered.emit()

    def remove_tables(self) -> None:
        """Remove the tables of the chosen year; the villages keep their figures."""
        year = int(self.year.currentData())
        session = self._session
        if session.write(lambda: former_years.remove_former_tables(session.desk, year)):
            said = self.tr("The tables of {year} were removed; Ctrl+Z brings them back.")
            self.notice.say(said.replace("{year}", str(year)))
            self.answered.emit()

    def _build(self) -> None:
        self.words = QLabel()
        self.words.setProperty("role", "muted")
        self.words.setWordWrap(True)
        self.year = Choice()
        self.year.setAccessibleName(self.tr("Year of the tables"))
        self.year.currentIndexChanged.connect(lambda _place: self._offer())
        year_label = QLabel(self.tr("Year of the tables"))
        year_label.setBuddy(self.year)
        self.import_button = QPushButton(self.tr("Take in old official tables…"))
        self.import_button.clicked.connect(self._ask_for_workbook)
        self.remove_button = QPushButton(self.tr("Remove the tables of this year"))
        self.remove_button.clicked.connect(self.remove_tables)
        self.held = QLabel()
        self.held.setProperty("role", "muted")
        self.held.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(year_label)
        line.addWidget(self.year)
        line.addWidget(self.import_button)
        line.addWidget(self.remove_button)
        line.addStretch(1)
        self.notice = NoticeLine(dismissible=True)
        self.finding_line = NoticeLine()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.words)
        layout.addLayout(line)
        layout.addWidget(self.held)
        for part in (self.notice, self.view, self.finding_line):
            layout.addWidget(part)

    def _read(self) -> None:
        self._series = former_years.read_series(self._session.desk, self._session.year)

    def _columns(self) -> tuple[Column[FormerLine], ...]:
        commune = self._session.desk.unit.level is OfficeLevel.COMMUNE
        titles = {
            "households": self.tr("Households"),
            "people": self.tr("People"),
            "poor": self.tr("Poor"),
            "poor_people": self.tr("People in poor ones"),
            "near_poor": self.tr("Near-poor"),
            "near_poor_people": self.tr("People in near-poor ones"),
        }
        village = self.tr("Village") if commune else self.tr("Commune")
        opening = self.tr("Beginning of {year}")
        return former_columns(self._series, village, self.tr("Total"), opening, titles)

    def _lines(self) -> list[FormerLine]:
        return [
            FormerLine(village.id, village.name, known, self._unsaved.typed_in(village.id))
            for village, known in self._series.rows
        ]

    def _keep(self, edits: list[CellEdit]) -> None:
        if self._write(self._unsaved.take(edits)):
            for block in self._unsaved.waiting():
                self._write(block)

    def _write(self, block: frozenset[str]) -> bool:
        """Write lines that belong together; what is refused stays in the grid and is said under it."""
        places = {column.key: place_of(column.key) for column in self.table.columns if column.editable}
        entries = [
            former_years.FormerEntry(row, *places[key], text)
            for row, texts in self._unsaved.lines_of(block).items()
            for key, text in texts.items()
        ]
        try:
            changes = former_years.enter_former_figures(self._session.desk, entries)
        except KnownError as error:
            of_finding = self._session.messages.of_finding
            faults = {
                (one.place.village or "", column_key(one.place.year or 0, one.place.field or "")): of_finding(one)
                for one in error.findings
            }
            self._unsaved.refuse(block, faults)
            self.refresh()
            first = next(iter(faults.items()), None)
            sentence = self._session.messages.of_error(error) if first is None else first[1]
            place = ("", "") if first is None else first[0]
            go_there = self.tr("Go there") if first is not None else ""
            self.notice.say(sentence, Severity.ERROR, go_there, lambda: self._go_to(place))
            self.answered.emit()
            return False
        self._unsaved.release(block)
        self.notice.clear()
        if changes:
            self._session.announce(changes)
        else:
            self.refresh()
        return True

    def _go_to(self, place: tuple[str, str]) -> None:
        self.view.setFocus()
        self.view.go_to(*place)

    def _mark(self) -> None:
        self.table.set_findings({place: (Severity.ERROR, words) for place, words in self._unsaved.faults.items()})

    def _say_standing(self) -> None:
        has_villages = bool(self._series.rows)
        read_only = self._session.desk.read_only
        words = self.tr(
            "Type or paste from Excel what each village had at the beginning of former years, or take in the official "
            "tables handed in then: they fill what is blank."
        )
        if not has_villages:
            words = self.tr("Enter the villages on the page Targets first; their former years stand here then.")
        self.words.setText(words)
        self.view.setVisible(has_villages)
        lines = min(len(self._series.rows), _LINES_SHOWN)
        self.view.setFixedHeight(_HEADER_AND_TOTAL + lines * _ROW_HEIGHT)
        self.view.set_read_only(read_only)
        shown = [self.year.itemData(place) for place in range(self.year.count())]
        if shown != list(self._series.years):
            self.year.clear()
            for year in self._series.years:
                self.year.addItem(str(year), year)
        self.import_button.setEnabled(has_villages and not read_only)
        self._offer()
        self._say_findings(former_years.former_findings(self._session.desk))

    def _offer(self) -> None:
        """Say which tables the chosen year has, and offer to remove them."""
        chosen = self.year.currentData()
        numbers = self._series.tables.get(chosen, ()) if chosen is not None else ()
        self.remove_button.setVisible(bool(numbers))
        self.remove_button.setDisabled(self._session.desk.read_only)
        held = "; ".join(f"{year}: {shown_numbers(known)}" for year, known in self._series.tables.items())
        self.held.setText(self.tr("Tables taken in: {tables}").replace("{tables}", held))
        self.held.setVisible(bool(held))

    def _say_findings(self, findings: Sequence[Finding]) -> None:
        weighty = _weighty(findings)
        if weighty:
            self.finding_line.say("\n".join(self._listed(weighty)), Severity.WARNING)
        else:
            self.finding_line.clear()

    def _listed(self, findings: Sequence[Finding]) -> list[str]:
        """Name the first findings with their places, and how many more there are."""
        messages = self._session.messages
        lines = []
        for finding in findings[:_FINDINGS_SHOWN]:
            place = finding.place
            cell = messages.of_place(place._replace(village=None, year=None)) if place.sheet else ""
            lines.append(f"• {cell}: {messages.of_finding(finding)}" if cell else f"• {messages.of_finding(finding)}")
        left = len(findings) - _FINDINGS_SHOWN
        if left > 0:
            lines.append(self.tr("• and {count} more places").replace("{count}", str(left)))
        return lines

    def _refuse(self, error: KnownError) -> None:
        lines = [self._session.messages.of_error(error), *self._listed(error.findings)]
        self.notice.say("\n".join(lines), Severity.ERROR)
        self.answered.emit()

    def _say_paste_refused(self, code: str, values: dict[str, Any]) -> None:
        titles = {column.full_title: column.key for column in self.table.columns[1:]}
        year = place_of(titles[values["column"]])[0] if values.get("column") in titles else 0
        if code in {"cell-not-typed", "paste-on-computed"} and year in self._series.signed:
            code, values = "plan-signed", {"year": year, "date": format_date(self._series.signed[year])}
        self.notice.say(self._session.messages.sentence(code, values), Severity.WARNING)
        self.answered.emit()

    def _ask_for_workbook(self) -> None:
        kinds = self.tr("Workbooks ({endings})").replace("{endings}", "*.xlsx *.xls *.ods")
        path = ask_for_file(self, self.tr("Take in old official tables"), kinds, self._session.desk.path.parent)
        if path is not None:
            self.import_workbook(path)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("plan"):
            self.show_year()
        elif changes.touches(*_SHOWN_KINDS):
            self.refresh()


def _weighty(findings: Sequence[Finding]) -> list[Finding]:
    return [one for one in findings if one.severity is not Severity.NOTE]
