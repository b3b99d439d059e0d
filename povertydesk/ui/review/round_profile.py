"""The deprivation of the year beside the villages: asked for by a button, worked out beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from povertydesk.ui.jobs import LatestJob

if TYPE_CHECKING:
    from povertydesk.ui.review.profile_card import ProfileCard
    from povertydesk.ui.session import Session
    from povertydesk.workflow.deprivation_profile import ProfileRead, YearProfile

_AFTER_PAINT_MILLISECONDS = 10


class RoundProfile(QWidget):
    """The button and, while it is down, the card of the village that is listed, or of the commune."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show only the button."""
        super().__init__(parent)
        self._session = session
        self._village: str | None = None
        self._profile: YearProfile | None = None
        self.card: ProfileCard | None = None
        self._room: _Room | None = None
        self.button = QPushButton(self.tr("Sh&ow the deprivation"))
        self.button.setCheckable(True)
        self.button.toggled.connect(lambda _shown: self.refresh())
        self._reading = QTimer(self, interval=_AFTER_PAINT_MILLISECONDS, singleShot=True)
        self._reading.timeout.connect(self._read)
        self._job = LatestJob(self)
        self._job.finished.connect(self._on_measured)
        self._job.failed.connect(_raise)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self._lines.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def is_busy(self) -> bool:
        """Whether the figures are still being worked out."""
        return self._reading.isActive() or self._job.is_busy

    def refresh(self) -> None:
        """Work the figures out anew where they are asked for: that reads every form of the year."""
        wanted = self.button.isChecked()
        self._job.drop()
        if self._room is not None:
            self._room.setVisible(wanted)
        if not wanted:
            self._reading.stop()
            return
        if self.card is None:
            from povertydesk.ui.review.profile_card import ProfileCard  # noqa: PLC0415 - made when first asked for

            self.card = ProfileCard()
            self.card.setProperty("role", "")
            self.card.setContentsMargins(-12, -12, -12, -12)
            self._room = _Room()
            self._room.setWidget(self.card)
            self._lines.addWidget(self._room, 1)
        self.card.show_waiting()
        self._reading.start()

    def show_village(self, village: str | None) -> None:
        """Follow the village that is listed; None for the commune."""
        self._village = village
        if not self.is_busy and self.button.isChecked():
            self._show()

    def stop(self) -> None:
        """Let what is being worked out end: the file is being put away."""
        self._reading.stop()
        self._job.wait()

    def _read(self) -> None:
        from povertydesk.workflow.deprivation_profile import read_profile  # noqa: PLC0415 - as above

        session = self._session
        read: ProfileRead | None = session.attempt(lambda: read_profile(session.desk, session.year))
        if read is None:
            self._on_measured(None)
        else:
            self._job.start(read.profile)

    def _on_measured(self, profile: YearProfile | None) -> None:
        self._profile = profile
        self._show()

    def _show(self) -> None:
        if self.card is not None and self._room is not None:
            self.card.show_profile(self._profile, self._village)
            self._room.updateGeometry()


class _Room(QScrollArea):
    """As high as the card where there is room, and lower where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(1)

    def sizeHint(self) -> QSize:  # noqa: N802
        card = self.widget()
        return card.sizeHint() if card is not None else super().sizeHint()


def _raise(error: BaseException) -> None:
    raise error
