"""The keys of a form beside those of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

EXPLAIN, SIGN, RESULT = ("F1",), ("F4",), ("F10",)
PREVIOUS, NEXT = ("F7",), ("F8",)
AS_LAST_YEAR, AS_BEFORE = ("F9",), ("Ctrl+D",)
TAKE_PROPOSALS = ("Ctrl+Return", "Ctrl+Enter")
PART_BEFORE, PART_AFTER = ("Ctrl+PgUp",), ("Ctrl+PgDown",)


def offer(form: QWidget, acts: Mapping[tuple[str, ...], Callable[[], object]]) -> None:
    """Let keys do something while the keyboard is anywhere in a form."""
    for sequences, act in acts.items():
        for keys in sequences:
            shortcut = QShortcut(QKeySequence(keys), form)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
