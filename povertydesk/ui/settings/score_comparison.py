"""Under the score tables: the faults of a workbook, or two entries side by side with their sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from povertydesk.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from povertydesk.poverty.problems import Finding
    from povertydesk.ui.session import Session
    from povertydesk.workflow.score_tables import CheckedEntry

_MOST_FAULTS_HEIGHT, _COMPARISON_HEIGHT = 160, 230
_AROUND_A_FAULT, _AROUND_THE_FAULTS = 8, 16
_NUMBER_WIDTH = 84
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ScoreComparison(QWidget):
    """One sentence a fault with sheet, row and column; below them item by item the points of both entries."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._session = session
        self.faults = QListWidget()
        self.faults.setAccessibleName(self.tr("What is to be mended"))
        self.faults.setWordWrap(True)
        self.faults.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Both entries"))
        self.tree.setHeaderLabels([self.tr("Item"), self.tr("Option"), self.tr("First entry"), self.tr("Second entry")])
        self.tree.setFixedHeight(_COMPARISON_HEIGHT)
        self.tree.setRootIsDecorated(False)
        self.tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = self.tree.header()
        header.setStretchLastSection(False)
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in (2, 3):
            self.tree.setColumnWidth(column, _NUMBER_WIDTH)
            self.tree.headerItem().setTextAlignment(column, _RIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.faults)
        layout.addWidget(self.tree)
        self.clear()

    def clear(self) -> None:
        """Show nothing."""
        self.faults.clear()
        self.tree.clear()
        for part in (self, self.faults, self.tree):
            part.hide()

    def show_faults(self, findings: Sequence[Finding]) -> None:
        """List what is to be mended, each with its place in the workbook."""
        messages = self._session.messages
        self.faults.clear()
        for finding in findings:
            place, said = messages.of_place(finding.place), messages.of_finding(finding)
            self.faults.addItem(f"{place}: {said}" if place else said)
        self._fit_faults()
        self.faults.setVisible(bool(findings))
        self.setVisible(bool(findings))

    def show_comparison(self, entry: CheckedEntry) -> None:
        """Show both entries item by item with their sums; what differs is coloured, the first of it in sight."""
        comparison = entry.comparison
        self.show_faults(comparison.findings)
        self.tree.clear()
        parents: dict[str, QTreeWidgetItem] = {}
        for one in comparison.sums:
            parents[one.item] = self._row((one.item, self.tr("sum"), one.first, one.second), summing=True)
            self.tree.addTopLevelItem(parents[one.item])
        differing: QTreeWidgetItem | None = None
        for cell in comparison.cells:
            row = self._row(("", cell.option, cell.first, cell.second))
            parents[cell.item].addChild(row)
            if cell.first != cell.second and differing is None:
                differing = row
        totals = (self.tr("Whole table"), self.tr("sum"), comparison.first_total, comparison.second_total)
        self.tree.addTopLevelItem(self._row(totals, summing=True))
        self.tree.expandAll()
        self.tree.show()
        self.show()
        if differing is not None:
            self.tree.setCurrentItem(differing)
            self.tree.scrollToItem(differing, QAbstractItemView.ScrollHint.PositionAtCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the faults the lines they need in the new width."""
        super().resizeEvent(event)
        self._fit_faults()

    def _fit_faults(self) -> None:
        width = max(self.width() - 3 * _AROUND_THE_FAULTS, 1)
        wrapped = QRect(0, 0, width, _MOST_FAULTS_HEIGHT)
        texts = [self.faults.item(row).text() for row in range(self.faults.count())]
        heights = [self.fontMetrics().boundingRect(wrapped, Qt.TextFlag.TextWordWrap, text).height() for text in texts]
        needed = sum(height + _AROUND_A_FAULT for height in heights) + _AROUND_THE_FAULTS
        self.faults.setFixedHeight(min(needed, _MOST_FAULTS_HEIGHT))

    def _row(self, cells: tuple[str, str, int | None, int | None], *, summing: bool = False) -> QTreeWidgetItem:
        first, second = cells[2:]
        row = QTreeWidgetItem([cells[0], cells[1], *("–" if one is None else str(one) for one in (first, second))])
        differs = first != second
        font = QFont(self.tree.font())
        font.setBold(summing or differs)
        error = QColor(Theme.fitting(self.palette()).error)
        for column in range(len(cells)):
            row.setFont(column, font)
            row.setToolTip(column, row.text(column))
            if column >= 2:
                row.setTextAlignment(column, _RIGHT)
                if differs:
                    row.setForeground(column, error)
        return row
