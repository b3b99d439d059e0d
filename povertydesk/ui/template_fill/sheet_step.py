"""The sheet of a template beside what its cells take: bound by hand, change by change, each to be taken back."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from povertydesk.poverty.problems import KnownError
from povertydesk.ui.template_fill.sheet_view import SheetView
from povertydesk.ui.template_fill.side import BindingSide

if TYPE_CHECKING:
    from collections.abc import Callable

    from povertydesk.poverty.messages import Messages
    from povertydesk.workflow.bind_template import OpenTemplate


class SheetStep(QWidget):
    """One template in front. `changed` follows every change made by hand, `refused` carries why one was not made."""

    changed = Signal()
    refused = Signal(KnownError)

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.opened: OpenTemplate | None = None
        self.is_by_hand = False
        self._past: list[OpenTemplate] = []
        self._future: list[OpenTemplate] = []
        self.sheet = SheetView(messages, self.tr("The template's sheet"))
        self.side = BindingSide(messages)
        self.sheet.moved.connect(self._show_cell)
        self.sheet.column_wanted.connect(self.side.ask_column)
        self.sheet.row_wanted.connect(self.side.ask_row)
        self.sheet.unbinding_wanted.connect(self._free)
        self.side.column_chosen.connect(self._on_column_chosen)
        self.side.row_chosen.connect(self._on_row_chosen)
        self.side.passed_over.connect(self._pass_over)
        self.side.opened.connect(self._go_to_item)
        self.side.items.stepped.connect(self._point_at_item)
        self.side.left.connect(self.sheet.setFocus)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.sheet, 1)
        across.addWidget(self.side)

    def show_template(self, opened: OpenTemplate) -> None:
        """Show a template as it is bound now."""
        self.opened = opened
        self.sheet.show_template(opened)
        self.side.show_template(opened)
        self._show_cell(*self.sheet.place)

    def begin_anew(self, *, by_hand: bool) -> None:
        """Forget the steps that were made by hand: another binding comes, itself `by_hand` or not."""
        self.is_by_hand = by_hand
        self.forget_steps()

    def forget_steps(self) -> None:
        """Leave nothing to be taken back here: the binding was kept, and the window takes that back."""
        self._past, self._future = [], []

    def can_step(self, *, back: bool) -> bool:
        """Say whether there is a change to be taken back, or one taken back to be made again."""
        return bool(self._past if back else self._future)

    def step_back(self, *, back: bool) -> None:
        """Take a change of the binding back, or make it again."""
        source, target = (self._past, self._future) if back else (self._future, self._past)
        if source and self.opened is not None:
            target.append(self.opened)
            self.show_template(dataclasses.replace(self.opened, draft=source.pop().draft))
            self.changed.emit()

    def focus_first(self) -> None:
        """Put the keys on what is to be settled."""
        self._point_at_item(self.side.items.currentRow())
        (self.side.items if self.side.items.count() else self.sheet).setFocus()

    def _show_cell(self, row: int, column: int) -> None:
        self.side.show_cell(row, column, self.sheet.cells.sentence(row, column))

    def _change(self, change: Callable[[OpenTemplate], OpenTemplate]) -> bool:
        """Change the binding, so that it can be taken back; a refusal is said and changes nothing."""
        before = self.opened
        if before is None:
            return False
        try:
            after = change(before)
        except KnownError as error:
            self.refused.emit(error)
            return False
        if after.draft != before.draft:
            self._past.append(before)
            self._future.clear()
            self.is_by_hand = True
            self.show_template(after)
        self.changed.emit()
        return True

    def _on_column_chosen(self, column: int, place: int) -> None:
        def change(opened: OpenTemplate) -> OpenTemplate:
            if place < 0:
                return opened.without_column(column)
            return opened.with_column(column, opened.columns[place].label)

        changed = self._change(change)
        self.sheet.setFocus()
        if changed:
            self.sheet.step(0, 1)

    def _on_row_chosen(self, row: int, place: int) -> None:
        def change(opened: OpenTemplate) -> OpenTemplate:
            return opened.without_row(row) if place < 0 else opened.with_row(row, opened.lines[place].line)

        changed = self._change(change)
        self.sheet.setFocus()
        if changed:
            self.sheet.step(1, 0)

    def _free(self, of_row: bool) -> None:
        row, column = self.sheet.place
        self._change(lambda opened: opened.without_row(row) if of_row else opened.without_column(column))

    def _pass_over(self, place: int) -> None:
        self._change(lambda opened: opened.passing_over(opened.items[place]))
        if self.side.items.isVisible():
            self.side.items.setFocus()
        else:
            self.sheet.setFocus()

    def _go_to_item(self, place: int) -> None:
        self._point_at_item(place)
        self.sheet.setFocus()

    def _point_at_item(self, place: int) -> None:
        """Stand on the cell that an item of the list is about, while the keys stay where they are."""
        opened = self.opened
        cell = opened.cell_of(opened.items[place]) if opened is not None and 0 <= place < len(opened.items) else None
        if cell is not None:
            self.sheet.stand_on(*cell)
