"""The strip under the questions: what contradicts itself or differs from last year, and the reason for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from povertydesk.poverty.vietnamese import clean_line
from povertydesk.ui.fields.entry_field import is_left
from povertydesk.ui.fields.undo_key import UndoKey

if TYPE_CHECKING:
    from collections.abc import Callable

_LEAVING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Up, Qt.Key.Key_Escape, Qt.Key.Key_Backtab, Qt.Key.Key_Tab}


class Remark(NamedTuple):
    """One thing to say under the questions. With a `code` a short reason confirms it; `kept` is the one that stands."""

    sentence: str
    level: str = "warning"
    code: str = ""
    kept: str = ""


class FormStrip(QFrame):
    """One remark at a time, with the place for its reason.

    `keep` takes a reason by the code it confirms and says whether it was kept. `typed` carries every change of it,
    `left` says that the keys go back to the questions.
    """

    typed = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty, hidden strip."""
        super().__init__(parent)
        self.keep: Callable[[str, str], bool] | None = None
        self._remark = Remark("")
        self.setProperty("role", "notice")
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.editor = QLineEdit()
        self.editor.setPlaceholderText(self.tr("Tab, then a short reason"))
        self.editor.setMinimumWidth(180)
        self.editor.installEventFilter(self)
        self.editor.textEdited.connect(lambda text: self.typed.emit(self._remark.code, text))
        UndoKey(self.editor)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.sentence, 3)
        line.addWidget(self.editor, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 5, 8, 5)
        layout.addLayout(line)
        self.hide()

    @property
    def takes_reason(self) -> bool:
        """Whether a reason can be typed now."""
        return not self.isHidden() and bool(self._remark.code)

    @property
    def is_unsaved(self) -> bool:
        """Whether a reason stands here and nowhere else."""
        return self.takes_reason and self.text != self._remark.kept

    @property
    def text(self) -> str:
        """The reason as it stands now, in NFC."""
        return clean_line(self.editor.text())

    @property
    def said(self) -> str:
        """What the strip says; empty where it is hidden."""
        return "" if self.isHidden() else self.sentence.text()

    def say(self, remark: Remark | None, typed: str | None = None) -> None:
        """Say one remark; a reason that is just being typed to the present one stays until it is kept."""
        if self.editor.hasFocus() and self.is_unsaved:
            return
        self._remark = remark or Remark("")
        self.sentence.setText(self._remark.sentence)
        self.setAccessibleName(self._remark.sentence)
        self.editor.setText(self._remark.kept if typed is None else typed)
        self.editor.setAccessibleName(self._remark.sentence)
        self.editor.setVisible(bool(self._remark.code))
        if self.property("level") != self._remark.level:
            self.setProperty("level", self._remark.level)
            self.style().unpolish(self)
            self.style().polish(self)
        self.setVisible(bool(self._remark.sentence))

    def set_read_only(self, read_only: bool) -> None:
        """Allow or forbid typing."""
        self.editor.setReadOnly(read_only)

    def take_keys(self) -> None:
        """Bring the keys to the reason."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.selectAll()

    def commit(self) -> bool:
        """Have the reason kept, where it is new; False where it is still unsaved."""
        if not self.is_unsaved:
            return True
        before = self._remark
        # What is said next while it is kept must not wait for a text that is no longer on its way.
        self._remark = before._replace(kept=self.text)
        if self.keep is not None and self.keep(before.code, self.text):
            return True
        self._remark = before
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep the reason when it is left, and go back to the questions on Enter, Up and Esc."""
        if is_left(event):
            self.commit()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _LEAVING:
            if event.key() == Qt.Key.Key_Escape and self.is_unsaved:
                self.editor.setText(self._remark.kept)
                self.typed.emit(self._remark.code, self._remark.kept)
            else:
                # The keys go first: hiding the strip under them would send them anywhere. Being left, it is kept.
                self.left.emit()
                self.commit()
            return True
        return super().eventFilter(watched, event)
