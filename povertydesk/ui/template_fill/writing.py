"""Writing a filled template beside the window: how far it is, Cancel, and what came of it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from povertydesk.poverty.problems import KnownError
from povertydesk.ui.cancel_line import CancelLine
from povertydesk.ui.jobs import LatestJob
from povertydesk.workflow.fill_template import fill_kept
from povertydesk.workflow.on_a_copy import on_a_copy

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from povertydesk.ui.session import Session


class _Relay(QObject):
    """Carries how far the writing is over to the window's thread."""

    moved = Signal(str, int, int)


class TemplateWriting(CancelLine):
    """A line shown while a template is written. `written` carries what was written, `refused` why nothing was."""

    written = Signal(object)
    refused = Signal(KnownError)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Write nothing yet."""
        super().__init__(parent)
        self._session = session
        self._cancelled = threading.Event()
        self._job = LatestJob(self)
        self._job.finished.connect(self._on_written)
        self._job.failed.connect(self._on_failed)
        self._relay = _Relay(self)
        self._relay.moved.connect(self.move_on)
        self.cancel_wanted.connect(self.cancel)

    @property
    def is_busy(self) -> bool:
        """Whether a file is being written."""
        return self._job.is_busy

    def write(self, paper: str, year: int, template: Path, target: Path) -> None:
        """Fill a template that is bound, as the records are now."""
        self._cancelled.clear()
        cancelled, moved = self._cancelled.is_set, self._relay.moved.emit
        self.begin(self.tr("Writing {file}…").replace("{file}", target.name))
        self._job.start(
            on_a_copy(self._session.desk, lambda copy: fill_kept(copy, paper, year, template, target, moved, cancelled))
        )

    def cancel(self) -> None:
        """Let the writing end before the file is touched."""
        self._cancelled.set()

    def stop(self) -> None:
        """Let what is being written end: the file is being put away."""
        self.cancel()
        self._job.wait()

    def _on_written(self, filled: object) -> None:
        self.hide()
        self.written.emit(filled)

    def _on_failed(self, error: BaseException) -> None:
        self.hide()
        if not isinstance(error, KnownError):
            raise error
        self.refused.emit(error)
