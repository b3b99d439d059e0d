"""The list of households on the screen: whole rows by arrow keys, narrower columns first out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from povertydesk.poverty.registry_list import RegistryColumn, RegistryOrder
from povertydesk.ui.registry.household_table import COLUMNS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from povertydesk.ui.registry.household_table import HouseholdTable

Index = QModelIndex | QPersistentModelIndex

_ROW_LINES = 1.8
_PADDING = 24
_ARROW = 8
_LEAST_CHARACTERS = {
    RegistryColumn.CODE: 7,
    RegistryColumn.HEAD: 19,
    RegistryColumn.VILLAGE: 15,
    RegistryColumn.PEOPLE: 5,
    RegistryColumn.ETHNIC_GROUP: 8,
    RegistryColumn.ADDRESS: 17,
    RegistryColumn.STATUS: 18,
    RegistryColumn.IN_ROUND: 16,
}
_GROWING = {RegistryColumn.HEAD: 3, RegistryColumn.VILLAGE: 2, RegistryColumn.ADDRESS: 4, RegistryColumn.STATUS: 1}
_FIRST_TO_GO = (
    RegistryColumn.ADDRESS,
    RegistryColumn.ETHNIC_GROUP,
    RegistryColumn.PEOPLE,
    RegistryColumn.IN_ROUND,
    RegistryColumn.VILLAGE,
)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ORDER_KEYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_NO_COMMAND = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class HouseholdView(QTableView):
    """Shows the list. Enter opens a household, a typed letter or digit is handed on to the filters, Esc leaves."""

    opened = Signal()
    left = Signal()
    typed = Signal(object)
    order_wanted = Signal(object)
    current_changed = Signal()
    painted = Signal()

    def __init__(self, table: HouseholdTable, parent: QWidget | None = None) -> None:
        """Show the households of `table`."""
        super().__init__(parent)
        self._table = table
        self._round_is_open = False
        self._order = RegistryOrder()
        self.setProperty("role", "list")
        self.setAccessibleName(self.tr("List of households"))
        self.setModel(table)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * _ROW_LINES))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sectionClicked.connect(self._on_heading_clicked)
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.show_order(self._order)

    @property
    def order(self) -> RegistryOrder:
        """The column the list is ordered by."""
        return self._order

    def show_order(self, order: RegistryOrder) -> None:
        """Mark the column the list is ordered by."""
        self._order = order
        direction = Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(COLUMNS.index(order.column), direction)

    def show_round(self, *, is_open: bool) -> None:
        """Show the column of the open round where there is one."""
        self._round_is_open = is_open
        self.fit_columns()

    def stand_on(self, row: int) -> None:
        """Make a row the current one and bring it into sight."""
        index = self._table.index(row, 0)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        )
        self.scrollTo(index)

    def fit_columns(self) -> None:
        """Give every column its room; where there is too little, the least needed ones are out of sight."""
        shown = [column for column in COLUMNS if self._round_is_open or column is not RegistryColumn.IN_ROUND]
        least = {column: self._least_width(column) for column in COLUMNS}
        room = self.viewport().width()
        for column in _FIRST_TO_GO:
            if sum(least[one] for one in shown) > room and column in shown:
                shown.remove(column)
        growing = sum(_GROWING.get(column, 0) for column in shown)
        spare = max(0, room - sum(least[column] for column in shown))
        for place, column in enumerate(COLUMNS):
            self.setColumnHidden(place, column not in shown)
            if column in shown:
                share = spare * _GROWING.get(column, 0) // growing
                self.setColumnWidth(place, least[column] + share)
        if shown:
            # What the shares lose by rounding goes to the name, so that the last column ends at the border.
            head = COLUMNS.index(RegistryColumn.HEAD)
            used = sum(self.columnWidth(COLUMNS.index(column)) for column in shown)
            self.setColumnWidth(head, max(least[RegistryColumn.HEAD], self.columnWidth(head) + room - used))

    def _least_width(self, column: RegistryColumn) -> int:
        """Return the width for the usual text of a column, its title and the arrow of the order beside it."""
        title = str(self._table.headerData(COLUMNS.index(column), Qt.Orientation.Horizontal))
        font = QFont(self.font())
        font.setBold(True)
        usual = _LEAST_CHARACTERS[column] * self.fontMetrics().averageCharWidth()
        return max(usual, QFontMetrics(font).horizontalAdvance(title) + _ARROW) + _PADDING

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move by rows; Enter opens, Esc leaves, letters and digits go to the filters."""
        key = event.key()
        last = self._table.rowCount() - 1
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and last >= 0:
            self.opened.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            if last >= 0:
                self.stand_on(0 if key == Qt.Key.Key_Home else last)
        elif event.modifiers() & _CONTROL and key in _ORDER_KEYS:
            self._order_by_key(Qt.Key(key))
        elif event.text().strip() and event.text().isprintable() and not event.modifiers() & ~_NO_COMMAND:
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802
        """Look for nothing here: Qt would read the whole registry for it, the filters ask the file."""

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Tell that another household is the current one."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.current_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Tell when the rows stand on the screen: what is not shown is worked out after that."""
        super().paintEvent(event)
        self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fill the width, and keep the household in sight that the list stands on."""
        super().resizeEvent(event)
        self.fit_columns()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _order_by_key(self, key: Qt.Key) -> None:
        """Ctrl and an arrow: the column beside becomes the one the list is ordered by, or the order turns round."""
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.order_wanted.emit(RegistryOrder(self._order.column, key == Qt.Key.Key_Down))
            return
        shown = [column for place, column in enumerate(COLUMNS) if not self.isColumnHidden(place)]
        step = 1 if key == Qt.Key.Key_Right else -1
        place = shown.index(self._order.column) + step if self._order.column in shown else 0
        if 0 <= place < len(shown):
            self.order_wanted.emit(RegistryOrder(shown[place]))

    def _on_heading_clicked(self, section: int) -> None:
        column = COLUMNS[section]
        turned = column is self._order.column and not self._order.descending
        self.order_wanted.emit(RegistryOrder(column, turned))
        self.show_order(self._order)
