"""The filters of the list, one a column: what is typed or chosen is shown at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from povertydesk.poverty.registry_list import RegistryFilter, Standing
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.fields.undo_key import UndoKey
from povertydesk.ui.registry.words import RegistryWords

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from povertydesk.poverty.area import Village

_TYPING_MILLISECONDS = 150
_ONE_ROW_CHARACTERS = 118
_ENDED = "ended"
_OF_STATUS = tuple(one for one in Standing if one not in {Standing.DRAFT, Standing.NOT_IN_ROUND})
_IN_FIRST_ROW = 3


class RegistryFilters(QWidget):
    """Code, head, village, address, status, review. `changed` comes when typing rests; `done` asks for the list."""

    changed = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Let everything through."""
        super().__init__(parent)
        self._villages: tuple[Village, ...] = ()
        self._is_filling = False
        self._is_in_one_row: bool | None = None
        self._timer = QTimer(self, interval=_TYPING_MILLISECONDS, singleShot=True)
        self._timer.timeout.connect(self.changed)
        self._words = RegistryWords(self)
        self.code = self._entry(self.tr("Code"), self.tr("Filter by the beginning of the code"))
        self.head = self._entry(self.tr("Head's name"), self.tr("Filter by the head's name, with or without accents"))
        self.address = self._entry(self.tr("Address, phone"), self.tr("Filter by address or phone"))
        self.village = self._choice(self.tr("Filter by village"))
        self.status = self._choice(self.tr("Filter by status"))
        self.in_round = self._choice(self.tr("Filter by the state of the review"))
        self._fields = (
            (self.code, 2), (self.head, 4), (self.village, 3), (self.address, 4), (self.status, 3), (self.in_round, 3),
        )  # fmt: skip
        self._rows = (QHBoxLayout(), QHBoxLayout())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for row in self._rows:
            row.setSpacing(6)
            layout.addLayout(row)
        self._lay_out()
        self._fill_statuses()

    @property
    def chosen(self) -> RegistryFilter:
        """What the list is to show."""
        status = self.status.currentData()
        return RegistryFilter(
            code=clean_line(self.code.text()),
            head=clean_line(self.head.text()),
            address=clean_line(self.address.text()),
            village_id=self.village.currentData(),
            status=None if status in {None, _ENDED} else Standing(status),
            in_round=Standing(self.in_round.currentData()) if self.in_round.currentData() else None,
            ended=status == _ENDED,
        )

    def show_villages(self, villages: tuple[Village, ...]) -> None:
        """Offer these villages; the one that was chosen stays."""
        if villages == self._villages:
            return
        self._villages = villages
        rows = [(village.name, village.id) for village in villages]
        self._fill(self.village, self.tr("All villages"), rows)

    def show_round(self, *, is_open: bool) -> None:
        """Offer the states of the review while a round is open."""
        self.in_round.setVisible(is_open)
        if not is_open and self.in_round.currentData() is not None:
            self.in_round.setCurrentIndex(0)

    def clear(self) -> None:
        """Let everything through again."""
        was = self.chosen
        self._is_filling = True
        for entry in (self.code, self.head, self.address):
            entry.clear()
        for choice in (self.village, self.status, self.in_round):
            choice.setCurrentIndex(0)
        self._is_filling = False
        self._timer.stop()
        if was != RegistryFilter():
            self.changed.emit()
        self.done.emit()

    def let_through(self) -> None:
        """Let everything through without a word: another page asked for one household."""
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)

    def settle(self) -> None:
        """Filter by what was just typed, without waiting for more."""
        if self._timer.isActive():
            self._timer.stop()
            self.changed.emit()

    def take_key(self, event: QKeyEvent) -> None:
        """Take what was typed into the list: a digit filters codes, a letter names."""
        entry = self.code if event.text().isdecimal() else self.head
        entry.setFocus()
        entry.end(False)
        QApplication.sendEvent(entry, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Go on to the list by Enter, Down or Esc; Esc empties the entry first."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape and isinstance(watched, QLineEdit) and watched.text():
            watched.clear()
            return True
        goes_on = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}
        if isinstance(watched, QLineEdit):
            goes_on.add(Qt.Key.Key_Down)
        if event.key() in goes_on:
            self.settle()
            self.done.emit()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stand in one row where there is room, else in two."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        in_one_row = self.width() >= _ONE_ROW_CHARACTERS * self.fontMetrics().averageCharWidth()
        if in_one_row == self._is_in_one_row:
            return
        self._is_in_one_row = in_one_row
        for place, (field, stretch) in enumerate(self._fields):
            row = self._rows[not in_one_row and place >= _IN_FIRST_ROW]
            row.addWidget(field, stretch)

    def _entry(self, hint: str, name: str) -> QLineEdit:
        entry = QLineEdit()
        entry.setPlaceholderText(hint)
        entry.setAccessibleName(name)
        entry.setToolTip(name)
        entry.setClearButtonEnabled(True)
        entry.textChanged.connect(self._on_typed)
        entry.installEventFilter(self)
        UndoKey(entry)
        return entry

    def _choice(self, name: str) -> Choice:
        choice = Choice()
        choice.setAccessibleName(name)
        choice.setToolTip(name)
        choice.setMinimumContentsLength(8)
        choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choice.currentIndexChanged.connect(self._on_chosen)
        choice.installEventFilter(self)
        return choice

    def _fill_statuses(self) -> None:
        words = self._words.standings()
        rows = [(words[one], one.value) for one in _OF_STATUS]
        self._fill(self.status, self.tr("All statuses"), [*rows, (self.tr("No longer in the commune"), _ENDED)])
        self._fill(self.in_round, self.tr("All reviews"), [(words[one], one.value) for one in Standing])
        self._fill(self.village, self.tr("All villages"), [])

    def _fill(self, choice: Choice, everything: str, rows: Iterable[tuple[str, str]]) -> None:
        kept = choice.currentData()
        self._is_filling = True
        choice.clear()
        choice.addItem(everything, None)
        for words, value in rows:
            choice.addItem(words, value)
        choice.setCurrentIndex(max(0, choice.findData(kept)) if kept is not None else 0)
        self._is_filling = False

    def _on_typed(self) -> None:
        if not self._is_filling:
            self._timer.start()

    def _on_chosen(self) -> None:
        if not self._is_filling:
            self._timer.stop()
            self.changed.emit()
