"""The members as the first part of a form: the grid of the household's sheet, with single keys for closed answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from povertydesk.ui.household.members import HouseholdMembers
from povertydesk.ui.records.cell_steps import next_across
from povertydesk.ui.records.columns import CellEdit
from povertydesk.workflow.keep_registry import HouseholdView

if TYPE_CHECKING:
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.person import Member
    from povertydesk.ui.session import Session
    from povertydesk.workflow.review_form import OpenForm

_SINGLE_KEYS = {"sex": "129", "insurance": "129", "work": "1239", "disability": "129", "benefits": "29"}
"""The digits that are a whole answer in a column: one key answers and goes on. 2 of the benefits says "none"."""

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FormMembers(QWidget):
    """The people of the household as of the review; `finished` says that the clerk wants on to the questions."""

    finished = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self._told: tuple[Household, tuple[Member, ...], bool] | None = None
        self.members = HouseholdMembers(session, place="form-members")
        self.members.hint.setText(
            self.tr(
                "Tab next · digits answer Sex, Insured, Work, Disabled and go on · blank means not known"
                " · Enter in the empty line goes on to the questions."
            )
        )
        self.grid = self.members.grid
        self.grid.installEventFilter(self)
        self.notice = QLabel()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.members)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self.hide()

    @property
    def has_unsaved(self) -> bool:
        """Whether something stands in the grid and nowhere else."""
        return self.members.has_unsaved

    def show_form(self, opened: OpenForm) -> None:
        """Show the members of the household of a form; an exercise has none."""
        told = (opened.household, opened.members, opened.read_only)
        if not opened.review.round_id or told == self._told:
            return
        self._told = told
        self.members.show_view(HouseholdView(opened.household, opened.members))
        if opened.read_only:
            self.grid.set_read_only(True)

    def focus_first(self) -> None:
        """Stand on the first line where a name is missing, else on the first member."""
        self.members.focus_first()

    def commit_pending(self) -> None:
        """Keep what is just being typed."""
        self.members.commit_pending()

    def stop(self) -> None:
        """Keep nothing any more."""
        self.members.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Answer a closed question by one key; leave the members by Enter in the empty line."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._takes(event):
            return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        current = self.grid.selection.current
        if current is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        row, column = current
        line = self.members.table.records[row]
        if event.key() in _ENTER:
            is_blank = line.is_new and not line.unsaved
            if is_blank or self.members.table.read_only:
                self.finished.emit()
            return is_blank
        field = self.members.table.columns[column].key
        if not event.text() or event.text() not in _SINGLE_KEYS.get(field, "") or self.members.table.read_only:
            return False
        self.members.table.request_edits([CellEdit(line.row_id, field, event.text())])
        following = next_across(self.members.table, current, 1)
        if following is not None:
            self.grid.step_to(following)
        return True
