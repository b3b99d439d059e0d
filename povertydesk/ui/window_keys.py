"""The keys of a window: the system's own for what every program has, Ctrl+1, Ctrl+2 … for the pages of the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

UNDO = QKeySequence.StandardKey.Undo
REDO = QKeySequence.StandardKey.Redo
PRINT = QKeySequence.StandardKey.Print
CLOSE = QKeySequence.StandardKey.Close
NEW = QKeySequence.StandardKey.New
OPEN = QKeySequence.StandardKey.Open
FIND = QKeySequence.StandardKey.Find


def offer_key(window: QWidget, key: QKeySequence.StandardKey, act: Callable[[], object]) -> None:
    """Let the system's keys for something do it in a window."""
    keys = QKeySequence.keyBindings(key)
    # On some systems "redo" is another key; Excel taught this one everywhere.
    if key is REDO and QKeySequence("Ctrl+Y") not in keys:
        keys.append(QKeySequence("Ctrl+Y"))
    _offer(window, keys, act)


def offer_number_key(window: QWidget, number: int, act: Callable[[], object]) -> None:
    """Let Ctrl and a digit do something in a window."""
    _offer(window, [QKeySequence(f"Ctrl+{number}")], act)


def _offer(window: QWidget, keys: Sequence[QKeySequence], act: Callable[[], object]) -> None:
    action = QAction(window)
    action.setShortcuts(keys)
    action.triggered.connect(lambda _checked=False: act())
    window.addAction(action)
