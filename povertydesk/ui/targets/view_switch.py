"""The quiet switch between the views of a page: a row of words, Ctrl+PageUp and Ctrl+PageDown, Alt and a letter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping


class ViewSwitch(QWidget):
    """Names the views; `chosen` carries the key of the one that is wanted."""

    chosen = Signal(str)

    def __init__(self, views: Mapping[str, str], beside: QWidget, parent: QWidget) -> None:
        """Offer views by key and words on a page (`parent`), and what all of them have `beside`; the first is shown."""
        super().__init__(parent)
        self._page = parent
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 18, 0)
        row.setSpacing(4)
        for key, words in views.items():
            button = QPushButton(words)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setProperty("role", "part")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._choose, key))
            self.buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(beside)
        next(iter(self.buttons.values())).setChecked(True)

    def offer_keys(self) -> None:
        """Let Ctrl+PageUp and Ctrl+PageDown go from view to view anywhere on the page."""
        from PySide6.QtGui import QAction, QKeySequence  # noqa: PLC0415 - after the first paint

        for keys, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            action = QAction(self._page)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(partial(self._step, step))
            self._page.addAction(action)

    @property
    def current(self) -> str:
        """The key of the view that is shown."""
        return next(key for key, button in self.buttons.items() if button.isChecked())

    def show_chosen(self, key: str) -> None:
        """Say which view is shown."""
        self.buttons[key].setChecked(True)

    def _choose(self, key: str, _checked: bool = True) -> None:
        self.chosen.emit(key)

    def _step(self, step: int, _checked: bool = True) -> None:
        keys = list(self.buttons)
        place = keys.index(self.current) + step
        if 0 <= place < len(keys):
            self._choose(keys[place])
