"""What stands in the window before a file is open: the recent files, a new one, one to practise with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from povertydesk.ui.icons import icon
from povertydesk.ui.notices import NoticeLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.ui.theme import Theme

_SHOWN = 6
_WIDTH = 720
_MARGIN = 28
_ROOM = _WIDTH - 2 * _MARGIN - 24


class WelcomePage(QWidget):
    """The first thing a clerk sees. Every choice is one key away."""

    new_wanted = Signal()
    open_wanted = Signal()
    practice_wanted = Signal()
    recent_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Offer what can be done without a file."""
        super().__init__(parent)
        title = QLabel("PovertyDesk")
        title.setProperty("role", "title")
        words = QLabel(self.tr("Poverty review, targets and papers of the commune, in one file on this PC."))
        words.setProperty("role", "muted")
        words.setWordWrap(True)
        self.notice = NoticeLine(dismissible=True)
        self.new_button = QPushButton(icon("new", theme.accent_text), self.tr("&New file…"))
        self.new_button.setProperty("role", "primary")
        self.open_button = QPushButton(icon("open", theme.text), self.tr("&Open a file…"))
        self.practice_button = QPushButton(icon("practice", theme.text), self.tr("&Practise with a sample commune…"))
        for button, wanted in (
            (self.new_button, self.new_wanted),
            (self.open_button, self.open_wanted),
            (self.practice_button, self.practice_wanted),
        ):
            button.clicked.connect(wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.new_button, self.open_button, self.practice_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.recent_buttons: list[QPushButton] = []
        self.recent_title = QLabel(self.tr("Recent files"))
        self.recent_title.setProperty("role", "section")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(_MARGIN, 24, _MARGIN, 24)
        inside.setSpacing(12)
        inside.addWidget(title)
        inside.addWidget(words)
        inside.addLayout(buttons)
        inside.addWidget(self.notice)
        inside.addSpacing(6)
        inside.addWidget(self.recent_title)
        inside.addLayout(self._recent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 48, 24, 24)
        # Between stretches, and not centred by a flag: only so a line that wraps gets its height.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        layout.addLayout(middle)
        layout.addStretch(1)

    def show_recent(self, files: Sequence[Path]) -> None:
        """List the files opened last."""
        for button in self.recent_buttons:
            self._recent.removeWidget(button)
            button.deleteLater()
        self.recent_buttons = []
        for path in list(files)[:_SHOWN]:
            words = f"{path.stem}   –   {path.parent}"
            button = QPushButton()
            button.setProperty("role", "link")
            button.setText(
                button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, _ROOM).replace("&", "&&")
            )
            button.setToolTip(str(path))
            button.clicked.connect(lambda _checked=False, chosen=path: self.recent_wanted.emit(chosen))
            self._recent.addWidget(button)
            self.recent_buttons.append(button)
        self.recent_title.setVisible(bool(self.recent_buttons))
