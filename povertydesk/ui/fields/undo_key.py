"""Ctrl+Z and Ctrl+Y in a field: its own typing first, and where there is none, the last act of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit


class UndoKey(QObject):
    """Leaves the undo keys to the window while the field has nothing to take back; Qt's fields always claim them."""

    def __init__(self, editor: QLineEdit | QPlainTextEdit) -> None:
        """Watch over an editor as long as it lives."""
        super().__init__(editor)
        self._editor = editor
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep the editor from claiming a key that would do nothing in it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_idle(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _is_idle(self, event: QKeyEvent) -> bool:
        from PySide6.QtGui import QKeySequence  # noqa: PLC0415 - the first paint needs none of it

        history = self._editor if isinstance(self._editor, QLineEdit) else self._editor.document()
        if event.matches(QKeySequence.StandardKey.Undo):
            return not history.isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not history.isRedoAvailable()
