"""What stands around a grid of the page Chỉ tiêu: heading, buttons, what was refused, what was found, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from povertydesk.ui.notices import NoticeLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from povertydesk.ui.records.grid_view import GridView

_HIGH_ENOUGH_FOR_ALL = 480


class GridFrame(QVBoxLayout):
    """The parts of a view from the top; the keys go on a low screen."""

    def __init__(self, view: GridView, buttons: Sequence[QPushButton], keys: str) -> None:
        """Lay the parts out around a grid; `keys` says which keys there are."""
        super().__init__()
        self.heading = _label("title")
        self.summary = _label("muted")
        self.notice = NoticeLine(dismissible=True)
        self.finding_line = NoticeLine()
        self.keys = _label("muted")
        self.keys.setText(keys)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.summary)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        for button in buttons:
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.setContentsMargins(18, 14, 18, 10)
        self.setSpacing(10)
        self.addLayout(head)
        for part in (self.notice, view, self.finding_line, self.keys):
            self.addWidget(part)
        self.addStretch(1)

    def share_room(self, height: int) -> None:
        """Show what there is room for in a view of this height."""
        self.keys.setVisible(height >= _HIGH_ENOUGH_FOR_ALL)


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
