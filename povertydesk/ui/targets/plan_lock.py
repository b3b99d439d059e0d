"""The button that marks a year's plan as signed, which locks its figures, and opens them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from povertydesk.poverty.problems import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable

    from povertydesk.ui.session import Session


class PlanLock(QPushButton):
    """Says whether the plan is signed. `refused` carries why it cannot be marked yet; `done` that it was written."""

    refused = Signal(KnownError)
    done = Signal()

    def __init__(self, session: Session, before: Callable[[], bool], parent: QWidget | None = None) -> None:
        """Make the button; `before` keeps what is just being typed, and tells whether all of it could be kept."""
        super().__init__(parent)
        self._session = session
        self._before = before
        self._signed = False
        self.setProperty("role", "link")
        self.clicked.connect(self._sign_or_reopen)

    def show_state(self, *, signed: bool) -> None:
        """Say whether the plan is signed, and what the button does."""
        self._signed = signed
        self.setText(self.tr("Plan signed – &unlock") if signed else self.tr("Mark the plan as &signed"))

    def _sign_or_reopen(self) -> None:
        from povertydesk.workflow import sign_plan  # noqa: PLC0415 - only when asked for

        if not self._before() and not self._signed:
            return
        act = sign_plan.reopen_plan if self._signed else sign_plan.mark_signed
        try:
            changes = act(self._session.desk, self._session.year)
        except KnownError as error:
            self.refused.emit(error)
            return
        self.done.emit()
        self._session.announce(changes)
