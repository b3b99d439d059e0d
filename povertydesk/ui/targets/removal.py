"""Removing the line one stands on, by Ctrl+- and from the menu of the right button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


def offer_removal(grid: QWidget, words: str, remove: Callable[[], None]) -> None:
    """Offer to remove the current line of a grid."""
    removing = QAction(words, grid)
    removing.setShortcut(QKeySequence("Ctrl+-"))
    removing.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    removing.triggered.connect(lambda _checked=False: remove())
    grid.addAction(removing)
    grid.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
