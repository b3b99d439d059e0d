"""Several lines of text, one entry a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from povertydesk.poverty.vietnamese import clean_line, to_nfc
from povertydesk.ui.fields.entry_field import Keeper, is_left
from povertydesk.ui.fields.undo_key import UndoKey

if TYPE_CHECKING:
    from collections.abc import Sequence


class LinesField(QWidget):
    """Several lines of text, one entry a line; `keep` takes them when the field is left and says if they were kept."""

    def __init__(self, label: str, hint: str = "", rows: int = 4, parent: QWidget | None = None) -> None:
        """Make a field under `label`, `rows` lines high."""
        super().__init__(parent)
        self.keep: Keeper | None = None
        self._kept: list[str] = []
        self._is_keeping = False
        self.label = QLabel(label)
        self.label.setWordWrap(True)
        self.editor = QPlainTextEdit()
        self.editor.setPlaceholderText(hint)
        self.editor.setAccessibleName(label.replace("&", ""))
        self.editor.setTabChangesFocus(True)
        self.editor.setFixedHeight(self.editor.fontMetrics().lineSpacing() * rows + 18)
        self.editor.installEventFilter(self)
        UndoKey(self.editor)
        self.label.setBuddy(self.editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.label)
        layout.addWidget(self.editor)
        self.setFocusProxy(self.editor)

    @property
    def is_unsaved(self) -> bool:
        """Whether lines stand here and nowhere else."""
        return self._is_keeping or (self.keep is not None and self.lines != self._kept)

    @property
    def lines(self) -> list[str]:
        """The entries that stand in the field now, in NFC."""
        return [line for line in (clean_line(line) for line in to_nfc(self.editor.toPlainText()).split("\n")) if line]

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show what the records say, unless the clerk is just typing something else."""
        if self.lines == self._kept:
            self._kept = list(lines)
            text = "\n".join(lines)
            if self.editor.toPlainText() != text:
                self.editor.setPlainText(text)

    def set_read_only(self, read_only: bool) -> None:
        """Allow or forbid typing."""
        self.editor.setReadOnly(read_only)

    def commit(self) -> bool:
        """Have the lines kept, where they are new; False where they are still unsaved."""
        lines = self.lines
        if self.keep is None or lines == self._kept:
            return True
        before, self._kept = self._kept, lines
        kept = False
        self._is_keeping = True
        try:
            kept = self.keep(lines)
        finally:
            self._is_keeping = False
            if not kept:
                self._kept = before
        return kept

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Have the lines kept when the editor is left."""
        if is_left(event):
            self.commit()
        return super().eventFilter(watched, event)
