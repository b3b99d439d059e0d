"""People who may stand in the registry twice: each pair with its reason, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from povertydesk.poverty.duplicates import LikenessReason
from povertydesk.poverty.problems import Severity
from povertydesk.ui.household.list_grid import ListGrid
from povertydesk.ui.jobs import LatestJob
from povertydesk.ui.notices import NoticeLine
from povertydesk.ui.records.columns import Column
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.workflow import find_duplicates, keep_registry

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.find_duplicates import ComparedPerson, DuplicateList, LikelyPair, SharedGroup

_LONG_MS = 300
_SHOWN_KINDS = ("person", "membership", "household", "not_the_same")


class _PairLine(NamedTuple):
    row_id: str
    reason: str
    first: str
    second: str
    pair: LikelyPair


class _PairGrid(ListGrid):
    """The pairs; a digit does something with the chosen one."""

    digit = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        keys = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4}
        number = keys.get(event.key())  # type: ignore[call-overload]
        if number is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.digit.emit(number)
        event.accept()


class DuplicatesView(QWidget):
    """The pairs from the likeliest down. Nothing here decides: the clerk opens, keeps apart, or lets one move out.

    `household_wanted` carries the key of a household to be opened, `move_out_wanted` a household and the person whose
    second entry is to be closed there.
    """

    household_wanted = Signal(str)
    move_out_wanted = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Search when it is first shown."""
        super().__init__(parent)
        self._session = session
        self._is_stale = True
        self.job = LatestJob(self)
        self.job.finished.connect(self._show)
        self.job.failed.connect(self._raise)
        self._long = QTimer(self, interval=_LONG_MS, singleShot=True)
        self._long.timeout.connect(self._say_busy)
        self.table: RecordTable[_PairLine] = RecordTable(
            (
                Column("reason", self.tr("Why"), lambda line: line.reason, width_characters=28),
                Column("first", self.tr("First person"), lambda line: line.first, width_characters=18),
                Column("second", self.tr("Second person"), lambda line: line.second, width_characters=18),
            ),
            lambda line: line.row_id,
            parent=self,
        )
        self._build()
        session.changed.connect(self._on_changed)

    @property
    def current_pair(self) -> LikelyPair | None:
        """The pair the clerk stands on."""
        index = self.grid.currentIndex()
        valid = index.isValid() and index.row() < self.table.rowCount()
        return self.table.records[index.row()].pair if valid else None

    def search(self) -> None:
        """Read everybody and compare them beside the window."""
        self._is_stale = False
        read = self._session.attempt(lambda: find_duplicates.read_people(self._session.desk))
        if read is not None:
            self._long.start()
            self.job.start(lambda: find_duplicates.search(read))

    def cancel(self) -> None:
        """Search no more; what was found before stays."""
        self.job.drop()
        self._is_stale = True
        self._end_waiting()

    def open_first(self) -> None:
        """Open the household of the first of the pair."""
        if self.current_pair is not None:
            self.household_wanted.emit(self.current_pair.first.household_id)

    def open_second(self) -> None:
        """Open the household of the second of the pair."""
        if self.current_pair is not None:
            self.household_wanted.emit(self.current_pair.second.household_id)

    def keep_apart(self) -> None:
        """Remember that the two are two people; Ctrl+Z brings the question back."""
        pair = self.current_pair
        if pair is not None:
            desk = self._session.desk
            self._session.write(lambda: keep_registry.mark_not_the_same(desk, pair.first.id, pair.second.id))

    def move_out_second(self) -> None:
        """Ask for an event that closes the second entry."""
        pair = self.current_pair
        if pair is not None:
            self.move_out_wanted.emit(pair.second.household_id, pair.second.id)

    def focus_first(self) -> None:
        """Put the keyboard where work begins."""
        self.grid.setFocus()

    def stop(self) -> None:
        """Let a running search end: the file is being put away."""
        self._long.stop()
        self.job.wait()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Search where something changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self.search()

    def _build(self) -> None:
        self.heading = QLabel(self.tr("People who may stand here twice"))
        self.heading.setProperty("role", "section")
        self.summary = QLabel()
        self.summary.setProperty("role", "muted")
        self.summary.setWordWrap(True)
        self.notice = NoticeLine()
        self.grid = _PairGrid(self.table, name=self.tr("People who may stand here twice"), frozen_columns=1)
        self.grid.digit.connect(self._act)
        self.grid.selectionModel().currentChanged.connect(self._say_homes)
        self.homes = QLabel()
        self.homes.setWordWrap(True)
        self.homes.setTextFormat(Qt.TextFormat.PlainText)
        self.groups = QLabel()
        self.groups.setProperty("role", "doubt")
        self.groups.setWordWrap(True)
        self.groups.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons: list[QPushButton] = []
        acts = QGridLayout()
        acts.setSpacing(6)
        for place, (words, act) in enumerate(
            (
                (self.tr("1 Open first"), self.open_first),
                (self.tr("2 Open second"), self.open_second),
                (self.tr("3 Two people"), self.keep_apart),
                (self.tr("4 Second moved out"), self.move_out_second),
            )
        ):
            button = QPushButton(words)
            button.clicked.connect(act)
            self.buttons.append(button)
            acts.addWidget(button, place // 2, place % 2)
        self.buttons[2].setToolTip(self.tr("They are not the same person; this pair is not asked about again."))
        self.buttons[3].setToolTip(self.tr("Record that the second entry left its household."))
        acts.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(self.summary)
        layout.addWidget(self.notice)
        layout.addWidget(self.grid)
        layout.addWidget(self.homes)
        layout.addLayout(acts)
        layout.addWidget(self.groups)
        layout.addStretch(1)
        self._show_parts()

    def _act(self, digit: int) -> None:
        button = self.buttons[digit - 1]
        if button.isEnabled():
            button.click()

    def _say_busy(self) -> None:
        self.notice.say(self.tr("Comparing people…"), Severity.NOTE, self.tr("Stop"), self.cancel)

    def _end_waiting(self) -> None:
        self._long.stop()
        self.notice.clear()

    def _show(self, found: DuplicateList) -> None:
        self._end_waiting()
        self.table.set_records([self._line(pair) for pair in found.pairs])
        self.summary.setText(
            self.tr("{pairs} pairs. Each is a question, not a mistake.").replace("{pairs}", str(len(found.pairs)))
            if found.pairs
            else self.tr("Nobody seems to stand in the registry twice.")
        )
        self.groups.setText("\n".join(self._group(one) for one in found.groups))
        self._show_parts()

    def _show_parts(self) -> None:
        known = self.table.rowCount() > 0
        self.grid.setVisible(known)
        for button in self.buttons:
            button.setVisible(known)
        self.buttons[2].setDisabled(self._session.desk.read_only)
        self.buttons[3].setDisabled(self._session.desk.read_only)
        self.groups.setVisible(bool(self.groups.text()))
        if known and self.grid.selection.current is None:
            self.grid.selection.move_to(0, 0)
        self._say_homes()

    def _say_homes(self) -> None:
        """Say under the list where the two of the chosen pair live."""
        pair = self.current_pair
        people = () if pair is None else (pair.first, pair.second)
        homes = [
            f"{number}: {one.name} – {one.household} · {one.village}" for number, one in enumerate(people, start=1)
        ]
        self.homes.setText("\n".join(homes))
        self.homes.setVisible(bool(homes))

    def _line(self, pair: LikelyPair) -> _PairLine:
        reasons = ", ".join(self._reason(one) for one in pair.duplicate.reasons)
        return _PairLine(
            f"{pair.first.id}/{pair.second.id}",
            reasons,
            _named(pair.first),
            _named(pair.second),
            pair,
        )

    def _group(self, group: SharedGroup) -> str:
        shared = self.tr("{count} people share: {reason} ({names}, …). Look for a fault in the list that was taken in.")
        names = ", ".join(one.name for one in group.people[:3])
        said = shared.replace("{count}", str(len(group.people))).replace("{reason}", self._reason(group.shared.reason))
        return said.replace("{names}", names)

    def _reason(self, reason: LikenessReason) -> str:
        return {
            LikenessReason.SAME_NUMBER: self.tr("same number"),
            LikenessReason.LOST_ZERO: self.tr("a zero lost at the front of the number"),
            LikenessReason.DIGITS_SWAPPED: self.tr("two digits of the number swapped"),
            LikenessReason.ONE_DIGIT_OFF: self.tr("one digit of the number differs"),
            LikenessReason.SAME_NAME_YEAR_VILLAGE: self.tr("same name, year of birth and village"),
        }[reason]

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_SHOWN_KINDS):
            self._is_stale = True
            if self.isVisible():
                self.search()

    def _raise(self, error: Exception) -> None:
        self._end_waiting()
        raise error


def _named(person: ComparedPerson) -> str:
    return person.name if person.birth_year is None else f"{person.name} ({person.birth_year})"
