"""A labelled entry whose fault stands under it; what was typed stays until it is right.

Plain line editors without inline completion, masks or validators, so that Unikey's Backspace-and-letter typing works.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import clean_line, to_nfc

if TYPE_CHECKING:
    from collections.abc import Sequence

Reader = Callable[[str], Any]


class EntryField(QWidget):
    """One line of text. `read` turns it into a value or refuses it; `entered` carries the value when it is left."""

    entered = Signal(object)
    refused = Signal(KnownError)

    def __init__(
        self,
        label: str,
        read: Reader = clean_line,
        hint: str = "",
        *,
        label_beside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a field under `label`, or beside it; `hint` shows in the empty field."""
        super().__init__(parent)
        self._read = read
        self._kept = ""
        self.label = QLabel(label)
        self.editor = QLineEdit()
        self.editor.setPlaceholderText(hint)
        self.editor.setAccessibleName(label.replace("&", ""))
        self.editor.editingFinished.connect(self.commit)
        self.label.setBuddy(self.editor)
        self.fault = QLabel()
        self.fault.setProperty("role", "fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        if label_beside:
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(self.label)
            line.addWidget(self.editor)
            layout.addLayout(line)
        else:
            self.label.setWordWrap(True)
            layout.addWidget(self.label)
            layout.addWidget(self.editor)
        layout.addWidget(self.fault)
        self.setFocusProxy(self.editor)

    @property
    def text(self) -> str:
        """What stands in the field now, in NFC."""
        return clean_line(self.editor.text())

    def show_text(self, text: str) -> None:
        """Show what the records say, unless the clerk is just typing something else."""
        if self.editor.text() == self._kept or not self.editor.isModified():
            self.editor.setText(text)
            self.editor.setModified(False)
            self._kept = text
            self.show_fault("")

    def show_fault(self, sentence: str) -> None:
        """Say under the field what is wrong with it; an empty sentence takes that back."""
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)
        if bool(self.editor.property("faulty")) != bool(sentence):
            self.editor.setProperty("faulty", bool(sentence))
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)

    def set_read_only(self, read_only: bool) -> None:
        """Allow or forbid typing."""
        self.editor.setReadOnly(read_only)

    def commit(self) -> None:
        """Read what was typed and hand it on, where it is new."""
        text = self.text
        if text == self._kept:
            return
        try:
            value = self._read(text)
        except KnownError as error:
            self.refused.emit(error)
            return
        self._kept = text
        self.editor.setModified(False)
        self.show_fault("")
        self.entered.emit(value)


class LinesField(QWidget):
    """Several lines of text, one entry a line; `entered` carries them when the field is left."""

    entered = Signal(list)

    def __init__(self, label: str, hint: str = "", rows: int = 4, parent: QWidget | None = None) -> None:
        """Make a field under `label`, `rows` lines high."""
        super().__init__(parent)
        self._kept: list[str] = []
        self.label = QLabel(label)
        self.label.setWordWrap(True)
        self.editor = QPlainTextEdit()
        self.editor.setPlaceholderText(hint)
        self.editor.setAccessibleName(label.replace("&", ""))
        self.editor.setTabChangesFocus(True)
        self.editor.setFixedHeight(self.editor.fontMetrics().lineSpacing() * rows + 18)
        self.editor.installEventFilter(self)
        self.label.setBuddy(self.editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.label)
        layout.addWidget(self.editor)
        self.setFocusProxy(self.editor)

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

    def commit(self) -> None:
        """Hand on what was typed, where it is new."""
        lines = self.lines
        if lines != self._kept:
            self._kept = lines
            self.entered.emit(lines)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Commit when the editor loses the focus, unless a menu or another window only covers it."""
        if watched is self.editor and event.type() == QEvent.Type.FocusOut:
            reason = event.reason()  # type: ignore[attr-defined]
            if reason not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
                self.commit()
        return super().eventFilter(watched, event)
