"""The households that left the list lately, as of today, with what nobody verified said above them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from povertydesk.poverty.official_text import format_date
from povertydesk.ui.household.list_grid import ListGrid
from povertydesk.ui.household.words import HouseholdWords
from povertydesk.ui.records.columns import Column
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.workflow import newly_escaped

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QShowEvent

    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.newly_escaped import EscapedHousehold, EscapedList

_SHOWN_KINDS = ("household_decision", "household", "village")


class _EscapedLine(NamedTuple):
    row_id: str
    village: str
    household: str
    left: str
    left_on: str
    until: str


class NewlyEscapedView(QWidget):
    """Who counts as newly escaped today. `household_wanted` carries the key of a household to be opened."""

    household_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Read when it is shown."""
        super().__init__(parent)
        self._session = session
        self.words = HouseholdWords(self)
        self.table: RecordTable[_EscapedLine] = RecordTable(
            (
                Column("village", self.tr("Village"), lambda line: line.village, width_characters=14),
                Column("household", self.tr("Household"), lambda line: line.household, width_characters=20),
                Column("left", self.tr("Was"), lambda line: line.left, width_characters=11),
                Column("left_on", self.tr("Left on"), lambda line: line.left_on, width_characters=10),
                Column("until", self.tr("Counts until"), lambda line: line.until, width_characters=10),
            ),
            lambda line: line.row_id,
            parent=self,
        )
        self._build()
        session.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show who counts today."""
        today = self._session.desk.program.clock.now().date()
        found = self._session.attempt(lambda: newly_escaped.list_newly_escaped(self._session.desk, today))
        lines = [] if found is None else [self._line(one) for one in found.households]
        self.table.set_records(lines)
        self.grid.setVisible(bool(lines))
        self.summary.setText("" if found is None else self._summary(found))
        self.doubt.setVisible(found is not None and not found.verified)
        if found is not None:
            said = self.tr("Not held against the official text: {months} months under {instrument}.")
            self.doubt.setText(said.replace("{months}", str(found.months)).replace("{instrument}", found.instrument))

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        self.grid.setFocus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Read when somebody looks."""
        super().showEvent(event)
        self.refresh()

    def _build(self) -> None:
        heading = QLabel(self.tr("Newly escaped households"))
        heading.setProperty("role", "section")
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.doubt = QLabel()
        self.doubt.setProperty("role", "doubt")
        self.doubt.setWordWrap(True)
        self.grid = ListGrid(self.table, name=self.tr("Newly escaped households"), frozen_columns=2)
        self.grid.doubleClicked.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self.summary)
        layout.addWidget(self.doubt)
        layout.addWidget(self.grid)
        layout.addStretch(1)

    def _summary(self, found: EscapedList) -> str:
        day = format_date(found.on)
        if not found.households:
            return self.tr("On {date} no household counts as newly escaped.").replace("{date}", day)
        words = self.tr("On {date} {households} households count as newly escaped.")
        return words.replace("{date}", day).replace("{households}", str(len(found.households)))

    def _line(self, one: EscapedHousehold) -> _EscapedLine:
        return _EscapedLine(
            one.household_id,
            one.village,
            f"{one.code} – {one.head_name}",
            self.words.status_words(one.escape.left),
            format_date(one.escape.left_on),
            format_date(one.escape.until),
        )

    def _open(self, index: QModelIndex) -> None:
        self.household_wanted.emit(self.table.row_id(index.row()))

    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.touches(*_SHOWN_KINDS):
            self.refresh()
