"""The line that shares a total out to the villages: what was assigned, by what it is shared out, its limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from povertydesk.poverty.allocation import AllocationBasis
from povertydesk.poverty.problems import KnownError
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.fields.entry_field import EntryField
from povertydesk.ui.fields.readers import optional_count
from povertydesk.workflow import set_targets

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from povertydesk.poverty.target import TargetGrid
    from povertydesk.ui.session import Session
    from povertydesk.workflow.desk import Desk

_PERCENT = "%"


class SharingOut(QWidget):
    """Takes the office above's number, in households or with `%` in points of all resident households.

    How many of them are of ethnic minorities may stand beside it; blank, the villages' minority targets stay.
    `wanted` asks for the sharing out, `limits_wanted` for the columns of the villages' limits.
    """

    wanted = Signal()
    limits_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show the session's year."""
        super().__init__(parent)
        self._session = session
        self.assigned = EntryField(self.tr("Assigned from &above (households)"), self._read, label_beside=True)
        self.assigned.editor.setFixedWidth(76)
        self.assigned.editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.assigned.editor.setToolTip(self.tr("Households, or percentage points with %: 2,00 %"))
        self.assigned.keep = self._keep
        self.assigned.refused.connect(self.show_fault)
        self.minority = EntryField(self.tr("Minority"), self._read_minority, label_beside=True)
        self.minority.editor.setFixedWidth(60)
        self.minority.editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.minority.editor.setToolTip(
            self.tr("Ethnic-minority households among them, shared out by the minority poor; with % in points")
        )
        self.minority.keep = self._keep_minority
        self.minority.refused.connect(self._show_minority_fault)
        self.basis = Choice()
        self.basis.setMinimumWidth(120)
        self.basis.addItem(self.tr("by all households"), AllocationBasis.HOUSEHOLDS.value)
        self.basis.addItem(self.tr("by poor households"), AllocationBasis.POOR.value)
        self.basis.addItem(self.tr("by households that can leave"), AllocationBasis.ABLE.value)
        self.basis.setAccessibleName(self.tr("Share out by"))
        self.allocate_button = QPushButton(self.tr("Share &out"))
        self.allocate_button.setProperty("role", "primary")
        self.allocate_button.clicked.connect(self.wanted)
        self.limits_button = QPushButton(self.tr("&Limits…"))
        self.limits_button.setToolTip(
            self.tr("Least, most and fixed households of each village; F4 fixes the reductions of the chosen lines")
        )
        self.limits_button.clicked.connect(self.limits_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.assigned, self.minority, self.basis, self.limits_button, self.allocate_button):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        layout.addStretch(1)
        self.setTabOrder(self.assigned.editor, self.minority.editor)
        self.setTabOrder(self.minority.editor, self.basis)
        self.setTabOrder(self.basis, self.allocate_button)
        self.setTabOrder(self.allocate_button, self.limits_button)

    @property
    def chosen_basis(self) -> AllocationBasis:
        """What the total is shared out by."""
        return AllocationBasis(self.basis.currentData())

    @property
    def is_unsaved(self) -> bool:
        """Whether a number stands here and nowhere else."""
        return self.assigned.is_unsaved or self.minority.is_unsaved

    def commit(self) -> None:
        """Keep the numbers that were typed."""
        self.assigned.commit()
        self.minority.commit()

    def stop(self) -> None:
        """Keep nothing any more."""
        self.assigned.keep = self.minority.keep = None

    def show_numbers(self, grid: TargetGrid) -> None:
        """Show what the records say was assigned."""
        for field, count in ((self.assigned, grid.assigned_reduction), (self.minority, grid.assigned_minority)):
            field.show_text("" if count is None else str(count))

    def numbers(self) -> tuple[int, int | None] | None:
        """Read how many households are to be shared out, and of minorities; None after a fault under the field."""
        reduction = self._number()
        try:
            minority = self._read_minority(self.minority.text)
        except KnownError as error:
            self._show_minority_fault(error)
            return None
        return None if reduction is None else (reduction, minority)

    def _number(self) -> int | None:
        try:
            reduction = self._read(self.assigned.text)
        except KnownError as error:
            self.show_fault(error)
            return None
        if reduction is None:
            self.assigned.show_fault(self.tr("Enter how many households are to be shared out."))
            self.assigned.setFocus()
        return reduction

    def set_locked(self, *, read_only: bool, signed: bool) -> None:
        """Allow or forbid what a read-only file or a signed plan does not take."""
        for part in (self.allocate_button, self.basis):
            part.setDisabled(read_only or signed)
        self.assigned.set_read_only(read_only or signed)
        self.minority.set_read_only(read_only or signed)

    def show_fault(self, error: KnownError) -> None:
        """Say under the field why the number cannot be kept."""
        self.assigned.show_fault(self._session.messages.of_error(error))

    def _show_minority_fault(self, error: KnownError) -> None:
        self.minority.show_fault(self._session.messages.of_error(error))

    def _read(self, text: str) -> int | None:
        return self._households(text, set_targets.reduction_of_points)

    def _read_minority(self, text: str) -> int | None:
        return self._households(text, set_targets.minority_of_points)

    def _households(self, text: str, of_points: Callable[[Desk, int, Decimal], int]) -> int | None:
        if not text.endswith(_PERCENT):
            return optional_count(text)
        from povertydesk.ui.fields.readers import optional_amount  # noqa: PLC0415 - only for percentage points

        points = optional_amount(text.removesuffix(_PERCENT).strip())
        return None if points is None else of_points(self._session.desk, self._session.year, points)

    def _keep_minority(self, reduction: int | None) -> bool:
        session = self._session
        return session.write(lambda: set_targets.set_assigned_minority(session.desk, session.year, reduction))

    def _keep(self, reduction: int | None) -> bool:
        session = self._session
        return session.write(lambda: set_targets.set_assigned_reduction(session.desk, session.year, reduction))
