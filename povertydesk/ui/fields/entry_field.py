"""A labelled entry whose fault stands under it; what was typed stays until it is right.

Plain line editors without inline completion, masks or validators, so that Unikey's Backspace-and-letter typing works.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.ui.fields.undo_key import UndoKey

if TYPE_CHECKING:
    pass

Reader = Callable[[str], Any]
Keeper = Callable[[Any], bool]


class EntryField(QWidget):
    """One line of text. `read` turns it into a value or refuses it; `keep`, where there is one, takes the value.

    `keep` is asked when the field is left or Enter goes on to the next one, and says whether the value was kept. A
    text that was not kept stays, and is handed on again the next time. Esc brings the kept text back. `changed` follows
    every key in the field, and whatever else decides whether its text is kept.
    """

    refused = Signal(KnownError)
    changed = Signal()

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
        self.keep: Keeper | None = None
        self._read = read
        self._kept = ""
        self._is_keeping = False
        self.label = QLabel()
        self.editor = QLineEdit()
        self.editor.setPlaceholderText(hint)
        self.set_label(label)
        self.editor.returnPressed.connect(self._go_on)
        self.editor.textEdited.connect(lambda _text: self.changed.emit())
        self.editor.installEventFilter(self)
        UndoKey(self.editor)
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

    @property
    def is_unsaved(self) -> bool:
        """Whether a text stands here and nowhere else."""
        return self._is_keeping or (self.keep is not None and self.text != self._kept)

    def set_label(self, label: str) -> None:
        """Call the field by other words."""
        self.label.setText(label)
        self.editor.setAccessibleName(label.replace("&", ""))

    def show_text(self, text: str) -> None:
        """Show what the records say, unless the clerk is just typing something else."""
        shown = self.editor.text()
        if shown in {self._kept, text} or not self.editor.isModified():
            self._kept = text
            self._take_back()

    def restore(self, text: str) -> None:
        """Bring back a text that was typed before and stands in no record."""
        self.editor.setText(text)
        self.editor.setModified(True)

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

    def commit(self) -> bool:
        """Read what was typed and have it kept, where it is new; False where it is still unsaved."""
        text = self.text
        if self.keep is None:
            return True
        if text == self._kept:
            self.show_fault("")
            return True
        try:
            value = self._read(text)
        except KnownError as error:
            self.refused.emit(error)
            return False
        before, self._kept = self._kept, text
        self.editor.setModified(False)
        kept = False
        self._is_keeping = True
        try:
            kept = self.keep(value)
        finally:
            self._is_keeping = False
            if not kept:
                self._kept = before
                self.editor.setModified(True)
        if kept:
            self._take_back()
        self.changed.emit()
        return kept

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Have the text kept when the editor is left, however often that failed before; take it back on Esc."""
        if is_left(event):
            self.commit()
        elif (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.is_unsaved
        ):
            self._take_back()
            self.changed.emit()
            return True
        return super().eventFilter(watched, event)

    def _take_back(self) -> None:
        """Show the kept text; the editor forgets what it could undo, so that Ctrl+Z is the window's again."""
        self.editor.setText(self._kept)
        self.editor.setModified(False)
        self.show_fault("")

    def _go_on(self) -> None:
        if self.keep is not None and self.commit():
            self.focusNextChild()


def is_left(event: QEvent) -> bool:
    """Say whether the keys go away; while the editor's own menu is open they come back to it."""
    return isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != Qt.FocusReason.PopupFocusReason
