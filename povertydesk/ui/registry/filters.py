"""The filters of the list, one a column: what is typed or chosen is shown at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QLineEdit, QPushButton, QWidget

from povertydesk.poverty.registry_list import RegistryColumn, RegistryFilter, Standing
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
_STRETCHES = {RegistryColumn.CODE: 2, RegistryColumn.HEAD: 4, RegistryColumn.VILLAGE: 4, RegistryColumn.ADDRESS: 4}


class RegistryFilters(QWidget):
    """Code, head, village, address, status, review. `changed` comes when typing rests; `done` asks for the list."""

    changed = Signal()
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Let everything through."""
        super().__init__(parent)
        self._villages: tuple[Village, ...] = ()
        self._is_filling = False
        self._columns_used = 0
        self._timer = QTimer(self, interval=_TYPING_MILLISECONDS, singleShot=True)
        self._timer.timeout.connect(self.changed)
        self._words = RegistryWords(self)
        self.code = self._entry(self.tr("Code"), self.tr("Filter by the beginning of the code"))
        self.head = self._entry(self.tr("Head's name"), self.tr("Filter by the head's name, with or without accents"))
        self.address = self._entry(self.tr("Address, phone"), self.tr("Filter by address or phone"))
        self.village = self._choice(self.tr("Filter by village"))
        self.status = self._choice(self.tr("Filter by status"))
        self.in_round = self._choice(self.tr("Filter by the state of the review"))
        self.clear_button = QPushButton(self.tr("Clear &filters"))
        self.clear_button.clicked.connect(self.clear)
        self._fields: dict[RegistryColumn, QWidget] = {
            RegistryColumn.CODE: self.code,
            RegistryColumn.HEAD: self.head,
            RegistryColumn.VILLAGE: self.village,
            RegistryColumn.ADDRESS: self.address,
            RegistryColumn.STATUS: self.status,
            RegistryColumn.IN_ROUND: self.in_round,
        }
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._lay_out()
        self._fill_statuses()
        self._show_clear()

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
        self._show_clear()
        if was != RegistryFilter():
            self.changed.emit()
        self.done.emit()

    def let_through(self) -> None:
        """Let everything through without a word: another page asked for one household."""
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)

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
            if self._timer.isActive():
                self._timer.stop()
                self.changed.emit()
            self.done.emit()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stand in one row where there is room, else in two."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        in_one_row = self.width() >= _ONE_ROW_CHARACTERS * self.fontMetrics().averageCharWidth()
        columns = len(self._fields) + 1 if in_one_row else 3
        if columns == self._columns_used:
            return
        self._columns_used = columns
        for place in range(self._layout.columnCount()):
            self._layout.setColumnStretch(place, 0)
        for place, (column, field) in enumerate(self._fields.items()):
            row, at = divmod(place, columns)
            self._layout.addWidget(field, row, at)
            if row == 0:
                self._layout.setColumnStretch(at, _STRETCHES.get(column, 3))
        place = len(self._fields)
        self._layout.addWidget(self.clear_button, place // columns, place % columns)

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
            self._show_clear()
            self._timer.start()

    def _on_chosen(self) -> None:
        if not self._is_filling:
            self._timer.stop()
            self._show_clear()
            self.changed.emit()

    def _show_clear(self) -> None:
        self.clear_button.setEnabled(self.chosen != RegistryFilter())
