"""The columns of a list with the field each is read as, to be confirmed or changed by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from povertydesk.poverty.vietnamese import capitalised, sort_key
from povertydesk.ui.fields.choice import Choice
from povertydesk.workflow.import_mapping import known_fields

if TYPE_CHECKING:
    from povertydesk.poverty.messages import Messages
    from povertydesk.workflow.import_mapping import ListSheet

_LETTER, _TITLE, _SAMPLES, _FIELD = range(4)
_ROW_HEIGHT = 34
_LETTER_WIDTH = 48
_FIELD_WIDTH = 260


class ColumnTable(QTableWidget):
    """One line a column of the list; the box at its end says what it is read as."""

    changed = Signal()

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        """Name the fields with `messages`."""
        super().__init__(0, 4, parent)
        self._messages = messages
        self._boxes: list[Choice] = []
        self._letters: list[str] = []
        self.setHorizontalHeaderLabels(
            [self.tr("Column"), self.tr("Heading"), self.tr("First values"), self.tr("Is read as")]
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, width in ((_LETTER, _LETTER_WIDTH), (_FIELD, _FIELD_WIDTH)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(column, width)

    @property
    def fields(self) -> dict[str, str]:
        """What each column is read as, by its letter; those that are not read are left out."""
        pairs = zip(self._letters, self._boxes, strict=True)
        return {letter: str(box.currentData()) for letter, box in pairs if box.currentData()}

    @property
    def boxes(self) -> tuple[Choice, ...]:
        """The boxes in the order of the columns."""
        return tuple(self._boxes)

    def show_sheet(self, sheet: ListSheet) -> None:
        """Show the columns of a sheet as they would be read."""
        self.setRowCount(0)
        self.setRowCount(len(sheet.columns))
        self._boxes = []
        self._letters = [column.letter for column in sheet.columns]
        for row, column in enumerate(sheet.columns):
            for place, words in (
                (_LETTER, column.letter),
                (_TITLE, column.title),
                (_SAMPLES, " · ".join(column.samples)),
            ):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.setItem(row, place, item)
            box = self._box(column.title)
            box.setCurrentIndex(max(0, box.findData(column.field)))
            self._boxes.append(box)
            self.setCellWidget(row, _FIELD, box)

    def focus_first(self) -> None:
        """Put the keyboard on the first column that is not read, else on the first of all."""
        unread = next((box for box in self._boxes if not box.currentData()), None)
        box = unread or next(iter(self._boxes), None)
        if box is not None:
            box.setFocus()

    def _box(self, title: str) -> Choice:
        box = Choice()
        box.setAccessibleName(title)
        box.addItem(self.tr("– not read –"), "")
        named = [(capitalised(self._messages.sentence(_code(field))), field) for field in known_fields()]
        for words, field in sorted(named, key=lambda one: sort_key(one[0])):
            box.addItem(words, field)
        box.activated.connect(lambda _place: self._only_once(box))
        return box

    def _only_once(self, chosen: Choice) -> None:
        """A field stands in one column: the box that had it before is not read any more."""
        for box in self._boxes:
            if box is not chosen and chosen.currentData() and box.currentData() == chosen.currentData():
                box.setCurrentIndex(0)
        self.changed.emit()


def _code(field: str) -> str:
    return f"column-{field.replace('_', '-')}"
