"""The board of a round: how far each village is, and below it the households of the village in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from povertydesk.legislation.questionnaires import INCOME
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.fields.entry_field import EntryField
from povertydesk.ui.records.record_list import RecordList
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.ui.review.board_tables import BoardColumns, ShownForms, chosen_rows

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from povertydesk.ui.review.board_words import BoardWords
    from povertydesk.workflow.review_board import BoardRow, ReviewBoard, VillageProgress

_HIGH_ENOUGH_FOR_SIDE = 340
_HIGH_ENOUGH_FOR_VILLAGES = 280
_VILLAGES_SHARE, _SIDE_SHARE = 0.42, 0.72
_LEAST_LIST_HEIGHT = 60
_CHOICE_CHARACTERS = 10


class RoundBoard(QWidget):
    """Two lists: Enter on a village lists its households, Enter on a household opens its form (`form_wanted`).

    `moved` says that another household is stood on. `side` takes what belongs beside the villages.
    """

    form_wanted = Signal(str)
    moved = Signal()

    def __init__(self, words: BoardWords, parent: QWidget | None = None) -> None:
        """Make empty lists."""
        super().__init__(parent)
        self._words = words
        self._columns = BoardColumns(self)
        self._board: ReviewBoard | None = None
        self._by_points = True
        self.village_table: RecordTable[VillageProgress] = RecordTable(
            self._columns.villages(), lambda row: row.village_id
        )
        self.villages = RecordList(self.village_table, name=self.tr("Villages of the round"), lets_go=True)
        self.villages.opened.connect(self._choose_village)
        self.table: RecordTable[BoardRow] = RecordTable(
            self._columns.households(words, by_points=True), lambda row: row.household_id
        )
        self.list = RecordList(self.table, name=self.tr("Households of the round"), frozen_columns=2)
        self.list.opened.connect(self.form_wanted)
        self.list.moved.connect(lambda _row_id: self.moved.emit())
        self.village = Choice()
        self.shown = Choice()
        self.text = EntryField(self.tr("&Filter"), hint=self.tr("head or code"), label_beside=True)
        self.text.editor.textChanged.connect(lambda _text: self._show_rows())
        self.text.editor.returnPressed.connect(self.list.setFocus)
        self.found = QLabel()
        self.found.setProperty("role", "muted")
        for choice in (self.village, self.shown):
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(_CHOICE_CHARACTERS)
        self._offer_forms()
        self.village.currentIndexChanged.connect(lambda _index: self._show_rows())
        self.shown.currentIndexChanged.connect(lambda _index: self._show_rows())
        self._arrange()

    @property
    def current_row(self) -> BoardRow | None:
        """The household stood on."""
        row = self.list.selection.current
        return self.table.records[row[0]] if row is not None else None

    def show_board(self, board: ReviewBoard) -> None:
        """Show a round, or how far it has come meanwhile; the filters and the household stood on stay."""
        other = self._board is None or self._board.round.id != board.round.id
        self._board = board
        by_points = INCOME not in board.form.items
        if by_points is not self._by_points:
            self._by_points = by_points
            self.table.set_columns(self._columns.households(self._words, by_points=by_points))
        self.village_table.set_records(board.villages)
        self._offer_villages(board, anew=other)
        self._show_rows()

    def stand_on(self, household_id: str) -> None:
        """Stand on a household, also where a filter hides it."""
        if not self.list.stand_on(household_id):
            for part in (self.village, self.shown):
                part.setCurrentIndex(0)
            self.text.editor.clear()
            self.list.stand_on(household_id)
        self.list.setFocus()

    def show_village(self, village_id: str) -> None:
        """List all households of a village."""
        self.text.editor.clear()
        self.shown.setCurrentIndex(0)
        self.village.setCurrentIndex(self.village.findData(village_id))
        self.list.setFocus()

    def show_open_forms(self) -> None:
        """List what keeps the round from being sealed."""
        self.village.setCurrentIndex(0)
        self.text.editor.clear()
        self.shown.setCurrentIndex(self.shown.findData(ShownForms.OPEN.value))
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave the households the greater part; on a low screen first the side gives way, then the villages."""
        super().resizeEvent(event)
        height = self.height()
        self.side_card.setVisible(height >= _HIGH_ENOUGH_FOR_SIDE)
        self.side_card.setMaximumHeight(int(height * _SIDE_SHARE))
        self.villages.setVisible(height >= _HIGH_ENOUGH_FOR_VILLAGES)
        least = self.villages.minimumSizeHint().height()
        self.villages.setMaximumHeight(max(least, int(height * _VILLAGES_SHARE)))

    def _offer_forms(self) -> None:
        for words, shown in (
            (self.tr("All"), ShownForms.ALL),
            (self.tr("Not complete"), ShownForms.OPEN),
            (self.tr("No form yet"), ShownForms.UNTOUCHED),
            (self.tr("Complete"), ShownForms.COMPLETE),
            (self.tr("Poor"), ShownForms.POOR),
            (self.tr("Near-poor"), ShownForms.NEAR_POOR),
            (self.tr("Result other than at the opening"), ShownForms.CHANGED),
        ):
            self.shown.addItem(words, shown.value)

    def _offer_villages(self, board: ReviewBoard, *, anew: bool) -> None:
        chosen = None if anew else self.village.currentData()
        self.village.blockSignals(True)
        self.village.clear()
        self.village.addItem(self.tr("Whole commune"), None)
        for one in board.villages:
            self.village.addItem(one.village, one.village_id)
        self.village.setCurrentIndex(max(0, self.village.findData(chosen)) if chosen is not None else 0)
        self.village.blockSignals(False)

    def _choose_village(self, village_id: str) -> None:
        """List the households of a village; Enter on the one in hand lists all again."""
        again = self.village.currentData() == village_id
        self.village.setCurrentIndex(0 if again else self.village.findData(village_id))
        if not again and self.table.rowCount():
            self.list.setFocus()

    def _show_rows(self) -> None:
        if self._board is None:
            return
        village = self.village.currentData()
        rows = [row for row in self._board.rows if village is None or row.village_id == village]
        chosen = chosen_rows(rows, ShownForms(self.shown.currentData()), self.text.text)
        self.table.set_records(chosen)
        words = self.tr("{count} households")
        if len(chosen) < len(self._board.rows):
            words = self.tr("{count} of {all} households")
        words = words.replace("{count}", str(len(chosen))).replace("{all}", str(len(self._board.rows)))
        self.found.setText(words)
        self.moved.emit()

    def _arrange(self) -> None:
        self.side_card = QFrame()
        self.side_card.setProperty("role", "card")
        self.side = QVBoxLayout(self.side_card)
        self.side.setContentsMargins(14, 10, 14, 10)
        self.side.setSpacing(4)
        upper = QHBoxLayout()
        upper.setSpacing(10)
        upper.addWidget(self.villages, 3, Qt.AlignmentFlag.AlignTop)
        upper.addWidget(self.side_card, 2, Qt.AlignmentFlag.AlignTop)
        filters = QHBoxLayout()
        filters.setSpacing(8)
        for words, part in ((self.tr("&Village"), self.village), (self.tr("For&ms"), self.shown)):
            label = QLabel(words)
            label.setBuddy(part)
            part.setAccessibleName(words.replace("&", ""))
            filters.addWidget(label)
            filters.addWidget(part)
        filters.addWidget(self.text, 1)
        filters.addWidget(self.found)
        # Neither list keeps the window from getting as low as the smallest screen.
        self.villages.setMinimumHeight(1)
        self.list.setMinimumHeight(_LEAST_LIST_HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(upper)
        layout.addLayout(filters)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)
        for before, after in (
            (self.villages, self.village),
            (self.village, self.shown),
            (self.shown, self.text.editor),
            (self.text.editor, self.list),
        ):
            self.setTabOrder(before, after)
