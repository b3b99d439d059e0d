"""The households of the list: their order is known, what stands in their rows is read where they are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from povertydesk.poverty.official_text import format_count
from povertydesk.poverty.registry_list import RegistryColumn, Standing
from povertydesk.ui.registry.words import RegistryWords, standing_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from povertydesk.poverty.registry_list import RegistryRow

Index = QModelIndex | QPersistentModelIndex

COLUMNS = tuple(RegistryColumn)
_PAGE_ROWS = 128
_PAGES_KEPT = 24
_NO_PARENT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TO_THE_RIGHT = frozenset({RegistryColumn.PEOPLE})
_STANDINGS = frozenset({RegistryColumn.STATUS, RegistryColumn.IN_ROUND})
_RESULTS = frozenset({Standing.POOR, Standing.NEAR_POOR, Standing.AVERAGE_LIVING_STANDARD, Standing.NOT_POOR})
_UNCERTAIN = frozenset({Standing.UNKNOWN, Standing.NOT_IN_ROUND})


class HouseholdTable(QAbstractTableModel):
    """A window on the registry: `read` gives the rows of some households, a page of them at a time.

    It changes nothing. `ethnic_groups` names the groups by their number.
    """

    def __init__(
        self,
        read: Callable[[Sequence[int]], Sequence[RegistryRow]],
        ethnic_groups: Mapping[int, str],
        parent: QObject | None = None,
    ) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._read = read
        self._ethnic_groups = ethnic_groups
        words = RegistryWords(self)
        self._titles = words.columns()
        self._standings = words.standings()
        self._so_far = words.so_far()
        self._numbers: tuple[int, ...] = ()
        self._pages: dict[int, dict[int, RegistryRow]] = {}

    @property
    def numbers(self) -> tuple[int, ...]:
        """The households in order, by number."""
        return self._numbers

    def show_order(self, numbers: tuple[int, ...]) -> None:
        """Show these households, all read anew."""
        self.beginResetModel()
        self._numbers = numbers
        self._pages.clear()
        self.endResetModel()

    def complete_order(self, numbers: tuple[int, ...]) -> None:
        """Show the rest of an order of which the beginning stands here already."""
        shown = len(self._numbers)
        if numbers[:shown] != self._numbers:
            self.show_order(numbers)
        elif len(numbers) > shown:
            self.beginInsertRows(_NO_PARENT, shown, len(numbers) - 1)
            self._numbers = numbers
            self.endInsertRows()

    def household(self, row: int) -> RegistryRow | None:
        """Return what stands in a row; None where the household is gone, or there is no such row."""
        if not 0 <= row < len(self._numbers):
            return None
        place = row // _PAGE_ROWS
        page = self._pages.get(place)
        if page is None:
            while len(self._pages) >= _PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
            wanted = self._numbers[place * _PAGE_ROWS : (place + 1) * _PAGE_ROWS]
            page = self._pages[place] = {found.number: found for found in self._read(wanted)}
        return page.get(self._numbers[row])

    def row_of(self, number: int | None) -> int | None:
        """Return the row of a household by its number; None where the list does not show it."""
        if number is None or number not in self._numbers:
            return None
        return self._numbers.index(number)

    def text(self, row: int, column: RegistryColumn) -> str:
        """Return what a cell says."""
        found = self.household(row)
        if found is None:
            return ""
        if column in _STANDINGS:
            standing = _standing(found, column)
            if column is RegistryColumn.STATUS and found.status is None and found.in_round in _RESULTS:
                return self._so_far.replace("{status}", self._standings[found.in_round])
            return self._standings[standing] if standing else ""
        if column is RegistryColumn.PEOPLE:
            return "" if found.people_count is None else format_count(found.people_count)
        if column is RegistryColumn.ETHNIC_GROUP:
            return self._ethnic_groups.get(found.ethnic_group, "") if found.ethnic_group else ""
        if column is RegistryColumn.ADDRESS:
            return " · ".join(part for part in (found.address, found.phone) if part)
        return {
            RegistryColumn.CODE: found.code,
            RegistryColumn.HEAD: found.head_name,
            RegistryColumn.VILLAGE: found.village,
        }[column]

    def rowCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802
        """Return how many households the list shows."""
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:  # noqa: N802
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says, how it stands, and in grey what nobody knows."""
        column = COLUMNS[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self.text(index.row(), column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _TO_THE_RIGHT:
            return _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole and column in _STANDINGS:
            found = self.household(index.row())
            if found is not None and _standing(found, column) in _UNCERTAIN:
                return QGuiApplication.palette().placeholderText()
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[COLUMNS[section]]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("A click orders the list by this column, a second one turns it round. Keys: Ctrl+arrows.")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if COLUMNS[section] in _TO_THE_RIGHT else Qt.AlignmentFlag.AlignVCenter
        return None


def _standing(found: RegistryRow, column: RegistryColumn) -> Standing | None:
    return standing_of(found.status) if column is RegistryColumn.STATUS else found.in_round
