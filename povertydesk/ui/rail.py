"""The rail at the window's left: the pages in the order of the office's year, one of them chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout

from povertydesk.ui.pages import HOUSEHOLDS, OVERVIEW, PLAN, REVIEWS, SETTINGS, TABLES, TARGETS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from povertydesk.ui.theme import Theme

_WIDTH = 196


class Rail(QFrame):
    """Says which page was `chosen`; `buttons` are by the pages' keys, in the order of their keys from Ctrl+1 on."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show every page that has a place on the rail; its icons come with `wear`."""
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        self.setObjectName("rail")
        self.setMinimumWidth(_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 10, 8, 10)
        layout.setSpacing(2)
        for key, words in (
            (OVERVIEW, self.tr("Overview")),
            (HOUSEHOLDS, self.tr("Household registry")),
            (REVIEWS, self.tr("Review")),
            (TARGETS, self.tr("Targets")),
            (PLAN, self.tr("Plan")),
            (TABLES, self.tr("Official tables")),
        ):
            layout.addWidget(self._button(key, words))
        layout.addStretch(1)
        layout.addWidget(self._button(SETTINGS, self.tr("Settings")))

    def mark(self, key: str) -> None:
        """Mark the page that is in front."""
        self.buttons[key].setChecked(True)

    def wear(self, theme: Theme) -> None:
        """Give every page its icon, and the key that opens it as its hint."""
        from povertydesk.ui.icons import give_icon, icon  # noqa: PLC0415 - loads the SVG library

        for number, (key, button) in enumerate(self.buttons.items(), start=1):
            give_icon(button, icon(key, theme.muted, theme.accent))
            button.setToolTip(f"Ctrl+{number}")

    def _button(self, key: str, words: str) -> QToolButton:
        button = self.buttons[key] = QToolButton()
        button.setText(words)
        button.setProperty("waits", "icon")
        button.setIconSize(QSize(20, 20))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(partial(self.chosen.emit, key))
        button.setAutoExclusive(True)
        return button
