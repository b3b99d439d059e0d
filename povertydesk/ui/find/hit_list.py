"""What the search box found, under it: who, born when, in which household, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from povertydesk.poverty.person_search import MatchKind
from povertydesk.workflow.find_people import MOST_HITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.workflow.find_people import Hit

_WIDTH = 720
_ROWS_IN_SIGHT = 10
_MARGIN = 8
_HIT = Qt.ItemDataRole.UserRole
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _ROWS_IN_SIGHT,
    Qt.Key.Key_PageUp: -_ROWS_IN_SIGHT,
}


class HitList(QFrame):
    """Hangs under the search box and takes no keys: they stay in the box, as Unikey needs it."""

    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        """Hang in `window`, hidden."""
        super().__init__(window)
        self.setObjectName("hits")
        self.tree = QTreeWidget()
        self.tree.setColumnCount(4)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setAccessibleName(self.tr("Who was found"))
        self.tree.header().setStretchLastSection(True)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.tree.itemClicked.connect(lambda item, _column: self.chosen.emit(item.data(0, _HIT)))
        self.foot = QLabel()
        self.foot.setProperty("role", "muted")
        self.foot.setWordWrap(True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(4, 4, 4, 6)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.tree)
        self._layout.addWidget(self.foot)
        self.hide()

    @property
    def current(self) -> Hit | None:
        """The hit that Enter opens."""
        item = self.tree.currentItem()
        hit: Hit | None = None if item is None else item.data(0, _HIT)
        return hit

    def texts(self) -> list[list[str]]:
        """Return what stands in the rows."""
        items = [self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount())]
        return [[item.text(column) for column in range(4)] for item in items if item is not None]

    def show_under(self, box: QWidget, hits: Sequence[Hit]) -> None:
        """Show these hits under the box, the first of them chosen."""
        self.tree.clear()
        why = self._reasons()
        for hit in hits:
            place = self.tr("household {code}, {village}").replace("{code}", hit.household)
            reason = why[hit.why].replace("{number}", hit.masked_number)
            born = "" if hit.birth_year is None else str(hit.birth_year)
            item = QTreeWidgetItem([hit.person, born, place.replace("{village}", hit.village), reason])
            item.setForeground(3, self.palette().placeholderText())
            item.setData(0, _HIT, hit)
            for column in range(4):
                item.setToolTip(column, item.text(column))
            self.tree.addTopLevelItem(item)
        self.tree.setVisible(bool(hits))
        if hits:
            self._choose_row(0)
        self.foot.setText(self._foot(len(hits)))
        self._take_place(box, len(hits))
        self.show()
        self.raise_()

    def step(self, key: int) -> None:
        """Choose another hit by an arrow or page key."""
        count = self.tree.topLevelItemCount()
        if count:
            wanted = self.tree.currentIndex().row() + _STEPS[Qt.Key(key)]
            self._choose_row(min(max(wanted, 0), count - 1))

    def _choose_row(self, row: int) -> None:
        self.tree.setCurrentIndex(self.tree.model().index(row, 0))

    def _take_place(self, box: QWidget, count: int) -> None:
        window = self.window()
        corner = box.mapTo(window, QPoint(0, box.height() + 2))
        width = min(_WIDTH, window.width() - 2 * _MARGIN)
        left = max(_MARGIN, min(corner.x(), window.width() - width - _MARGIN))
        unit = self.fontMetrics().averageCharWidth()
        for column, characters in enumerate((26, 7, 34)):
            self.tree.setColumnWidth(column, characters * unit)
        row = max(self.tree.sizeHintForRow(0), self.fontMetrics().height()) if count else 0
        self.tree.setFixedHeight(min(count, _ROWS_IN_SIGHT) * row + 2 * self.tree.frameWidth() + 2)
        self.foot.ensurePolished()
        self._layout.activate()
        height = max(self._layout.heightForWidth(width), self._layout.minimumSize().height())
        self.setGeometry(left, corner.y(), width, height)

    def _foot(self, count: int) -> str:
        if not count:
            return self.tr("Nobody was found. Type fewer letters, a household code or a village.")
        keys = self.tr("Enter opens · ↑ ↓ choose · Esc closes")
        if count < MOST_HITS:
            return keys
        more = self.tr("The first {count} are shown: type more letters to find fewer.")
        return f"{more.replace('{count}', str(count))} {keys}"

    def _reasons(self) -> dict[MatchKind, str]:
        return {
            MatchKind.EXACT_NAME: self.tr("name as spelt"),
            MatchKind.FOLDED_NAME: self.tr("name without accents"),
            MatchKind.INITIALS: self.tr("initials"),
            MatchKind.HOUSEHOLD_CODE: self.tr("household code"),
            MatchKind.LAST_DIGITS: self.tr("number {number}"),
            MatchKind.VILLAGE: self.tr("village"),
        }
