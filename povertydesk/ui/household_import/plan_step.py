"""The step that shows a dry run: how many of what, and line by line where, whom and what."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from povertydesk.ui.household_import.plan_lines import LineKind, PlanLinesView, PlanLineTable, plan_lines
from povertydesk.ui.household_import.step_parts import step_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from povertydesk.poverty.messages import Messages
    from povertydesk.workflow.import_plan import ImportPlan

_KINDS = (*LineKind,)
_PLACE_SHARE, _HOUSEHOLD_SHARE = 0.2, 0.25
_MOST_FITTED, _ROW_PADDING = 300, 8


class PlanStep(QWidget):
    """The lines of a dry run with a button a kind, and the ways on at the foot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.counts_label = QLabel()
        self.counts_label.setWordWrap(True)
        kinds = QHBoxLayout()
        kinds.setContentsMargins(0, 0, 0, 0)
        kinds.setSpacing(6)
        self._kind_buttons: list[QPushButton] = []
        group = QButtonGroup(self)
        for kind in _KINDS:
            button = QPushButton()
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose_kind, kind))
            group.addButton(button)
            self._kind_buttons.append(button)
            kinds.addWidget(button)
        kinds.addStretch(1)
        chosen = QWidget()
        chosen.setLayout(kinds)
        self.lines = PlanLineTable(self)
        self.lines_view = self._build_lines()
        self.back_button = QPushButton(self.tr("&Back to the columns"))
        self.marked_button = QPushButton(self.tr("Save the &marked copy…"))
        self.import_button = QPushButton(self.tr("&Import"))
        self.import_button.setProperty("role", "primary")
        buttons = [self.back_button, self.marked_button, self.import_button]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(step_of(self.counts_label, [chosen, self.lines_view], buttons))

    def show_plan(self, plan: ImportPlan, messages: Messages, words: str, *, read_only: bool) -> None:
        """Show a dry run; `words` are its counts."""
        self.counts_label.setText(words)
        self.lines.show_lines(plan_lines(plan, messages))
        titles = (self.tr("Not taken"), self.tr("Changed"), self.tr("New"), self.tr("To look at"))
        first = None
        for kind, button, title in zip(_KINDS, self._kind_buttons, titles, strict=True):
            count = self.lines.count(kind)
            households = plan.counts.rejected if kind is LineKind.REJECTED else count
            button.setText(f"{title} ({households})")
            apart = self.tr("{faults} faults in {households} households") if households != count else ""
            button.setToolTip(apart.replace("{faults}", str(count)).replace("{households}", str(households)))
            button.setEnabled(count > 0)
            first = first or (button if count else None)
        self.import_button.setEnabled((plan.writes or bool(plan.confirmed)) and not read_only)
        self.marked_button.setEnabled(bool(plan.faults))
        if first is not None:
            first.click()

    def choose_by_digit(self, digit: int) -> None:
        """List the first, second, … kind."""
        if 1 <= digit <= len(_KINDS):
            self._kind_buttons[digit - 1].click()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the room of the lines anew."""
        super().resizeEvent(event)
        self._fit_lines()

    def _build_lines(self) -> PlanLinesView:
        view = PlanLinesView()
        view.digit_typed.connect(self.choose_by_digit)
        view.setModel(self.lines)
        view.verticalHeader().hide()
        view.setAlternatingRowColors(True)
        view.setShowGrid(False)
        view.setWordWrap(True)
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        header = view.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        return view

    def _choose_kind(self, kind: LineKind) -> None:
        self.lines.choose(kind)
        self._kind_buttons[_KINDS.index(kind)].setChecked(True)
        self._fit_lines()
        self.lines_view.scrollToTop()

    def _fit_lines(self) -> None:
        """Give the sentences most of the width, and each line the height of its sentence."""
        view = self.lines_view
        for column, share in enumerate((_PLACE_SHARE, _HOUSEHOLD_SHARE)):
            view.setColumnWidth(column, int(view.viewport().width() * share))
        heights = [view.sizeHintForRow(row) + _ROW_PADDING for row in range(min(self.lines.rowCount(), _MOST_FITTED))]
        if len(heights) == _MOST_FITTED:
            # Of a long list the rest is as high as the highest of these, so that no sentence is cut off.
            view.verticalHeader().setDefaultSectionSize(max(heights))
        for row, height in enumerate(heights):
            view.setRowHeight(row, height)
