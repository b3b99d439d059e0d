"""The answer to one question: digits choose, numbers are typed, the mouse may click an option.

Numbers are typed into a plain line editor without mask or validator, so that Unikey and input methods work; the other
kinds take single keys and no composed text at all.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from povertydesk.legislation.questionnaires import B1_TOTAL, INCOME, PAPER_NUMBER
from povertydesk.poverty.form_answers import NOT_KNOWN, FormAnswer
from povertydesk.poverty.official_text import format_amount
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.questionnaire import ItemKind
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.ui.fields.entry_field import is_left
from povertydesk.ui.fields.readers import optional_amount, optional_count
from povertydesk.ui.fields.undo_key import UndoKey
from povertydesk.ui.review.answer_words import UNKNOWN_LINK, AnswerState, AnswerWords
from povertydesk.ui.review.item_keys import UNKNOWN_KEYS, KeyedAnswer, chosen_answer, keyed_answer
from povertydesk.ui.theme import present_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent

    from povertydesk.poverty.questionnaire import Item

AnswerKeeper = Callable[["FormAnswer | None"], bool]

_WHOLE = frozenset({B1_TOTAL, PAPER_NUMBER, INCOME})
"""What has no decimals: points, the number of a paper, đồng."""

_EDITOR_WIDTH = 120
_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Backtab: -1}
_ENTER: set[int] = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CLEAR: set[int] = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class AnswerCell(QWidget):
    """The cell of one question.

    `keep` takes the answer a key, a click or a typed number gives (None takes it away) and says whether it was kept.
    `done` follows an answer that needs nothing more, `entered` is Enter where nothing was typed, `stepped` asks for
    another question and `tabbed` for what follows the questions. `typed` carries every change of a number that is
    being typed, `refused` why it is none. `arrived` says that the keys came here.
    """

    done = Signal()
    typed = Signal(str)
    refused = Signal(KnownError)
    stepped = Signal(int)
    tabbed = Signal()
    entered = Signal()
    arrived = Signal()

    def __init__(self, item: Item, words: AnswerWords, parent: QWidget | None = None) -> None:
        """Make the cell of an item, with nothing answered yet."""
        super().__init__(parent)
        self.item = item
        self.keep: AnswerKeeper | None = None
        self._words = words
        self._state = AnswerState(item)
        self._read_only = False
        self._is_typing = False
        self._is_blank = True
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.label.linkActivated.connect(self._click)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.editor = QLineEdit()
        self.editor.setFixedWidth(_EDITOR_WIDTH)
        self.editor.setAccessibleName(item.text)
        self.editor.installEventFilter(self)
        self.editor.textEdited.connect(self.typed)
        UndoKey(self.editor)
        self.fault = QLabel()
        self.fault.setProperty("role", "fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.editor)
        line.addWidget(self.label, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self.fault)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.editor.setVisible(self._is_number)
        if self._is_number:
            self.setFocusProxy(self.editor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def _is_number(self) -> bool:
        return self.item.kind is ItemKind.NUMBER

    @property
    def text(self) -> str:
        """The number as it is typed now, in NFC."""
        return clean_line(self.editor.text())

    @property
    def is_unsaved(self) -> bool:
        """Whether a typed text stands here and nowhere else."""
        return self._takes_text and self.text != self._kept_text

    def show_state(self, state: AnswerState, *, read_only: bool = False) -> None:
        """Show what is known of the question; a text that is being typed and is no answer yet stays."""
        if state == self._state and read_only == self._read_only and not self._is_blank:
            return
        self._state, self._read_only, self._is_blank = state, read_only, False
        if self._takes_text and not self.editor.isModified():
            self.editor.setText(self._kept_text)
            self.editor.setModified(False)
        self.editor.setPlaceholderText(self._words.of(self.item, None) if state.answer is None else "")
        self.editor.setReadOnly(read_only)
        self.editor.setVisible(self._takes_text and state.applies is not False)
        self._write()

    def forget_typed(self) -> None:
        """Let go of what was typed for another household; its own form keeps it."""
        self.editor.setText("")
        self.editor.setModified(False)
        self.show_fault("")
        self._is_typing = False
        self._is_blank = True
        self._state = AnswerState(self.item)

    def restore(self, typed: str) -> None:
        """Bring back a text that was typed before and is no answer yet."""
        self._open_editor()
        self.editor.setText(typed)
        self.editor.setModified(True)

    def show_fault(self, sentence: str) -> None:
        """Say under the number what is wrong with it; an empty sentence takes that back."""
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))
        self.editor.setAccessibleDescription(sentence)
        if bool(self.editor.property("faulty")) != bool(sentence):
            self.editor.setProperty("faulty", bool(sentence))
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)

    def take_keys(self) -> None:
        """Bring the keys here; a number is ready to be typed over."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._is_number and not self.editor.isModified():
            self.editor.selectAll()

    def commit(self) -> bool:
        """Read the number that was typed and hand it on, where it is new; False where it cannot be read."""
        if not self.is_unsaved:
            self.show_fault("")
            return True
        return self._hand_on(is_done=False)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Say that the keys came here."""
        super().focusInEvent(event)
        self.arrived.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Bring the keys here."""
        super().mousePressEvent(event)
        self.take_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Answer by one key, or move on."""
        if not self._moves(event) and not self._answers(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take Tab as a step to the next question, which Qt would take to the next widget."""
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:  # type: ignore[attr-defined]
            return self._moves(event)  # type: ignore[arg-type]
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Keep the number when its editor is left, whichever key leaves it; Esc takes the typing back."""
        if event.type() == QEvent.Type.FocusIn:
            self.arrived.emit()
        elif is_left(event):
            self.commit()
            self._close_editor()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_editor_key(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _on_editor_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _ENTER and self.is_unsaved:
            self._hand_on(is_done=True)
            return True
        if key == Qt.Key.Key_Escape and (self.is_unsaved or self._is_typing):
            self._take_back()
            return True
        if not self.text and not self._read_only:
            if event.text() in UNKNOWN_KEYS:
                self._give(KeyedAnswer(NOT_KNOWN, is_done=True))
                return True
            if key in _CLEAR and self._state.answer is not None and self._state.answer.unknown:
                self._give(KeyedAnswer(None, is_done=False))
                return True
        return self._moves(event)

    def _moves(self, event: QKeyEvent) -> bool:
        key = event.key()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in _ENTER:
            self.entered.emit()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_Tab:
            self.tabbed.emit()
        else:
            return False
        return True

    def _answers(self, event: QKeyEvent) -> bool:
        """Take a key of a question that is answered by single keys."""
        if self._read_only or self._state.applies is False:
            return False
        key, text = event.key(), event.text()
        if key in _CLEAR:
            self._give(KeyedAnswer(None, is_done=False))
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._move_cursor(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Space and self._state.cursor is not None:
            self._choose(self._state.cursor)
        elif key == Qt.Key.Key_F2 and self.item.kind is ItemKind.NUMBER_BAND:
            self._open_editor()
            self.editor.setFocus()
            self.editor.selectAll()
        else:
            keyed = keyed_answer(self.item, self._state.answer, text)
            if keyed is None:
                return False
            self._give(keyed)
        return True

    def _give(self, keyed: KeyedAnswer) -> None:
        if self.keep is not None and self.keep(keyed.answer) and keyed.is_done:
            self.done.emit()

    def _choose(self, code: str) -> None:
        option = next(one for one in self.item.options if one.code == code)
        self._give(chosen_answer(self.item, self._state.answer, option))

    def _click(self, link: str) -> None:
        if self._read_only or self._state.applies is False:
            return
        target = link.removeprefix("#")
        if target == UNKNOWN_LINK:
            self._give(KeyedAnswer(NOT_KNOWN, is_done=True))
        elif target:
            self._choose(target)
        else:
            self._give(KeyedAnswer(FormAnswer.chosen(), is_done=True))

    def _move_cursor(self, step: int) -> None:
        codes = [one.code for one in self.item.options]
        at = codes.index(self._state.cursor) if self._state.cursor in codes else (-1 if step > 0 else len(codes))
        self._state = self._state._replace(cursor=codes[max(0, min(len(codes) - 1, at + step))])
        self._write()

    @property
    def _takes_text(self) -> bool:
        return self._is_number or self._is_typing

    @property
    def _kept_text(self) -> str:
        answer = self._state.answer
        return format_amount(answer.number) if answer is not None and answer.number is not None else ""

    def _hand_on(self, *, is_done: bool) -> bool:
        """Read what was typed and hand it on; a text that is no number stays, with its sentence under it."""
        read = optional_count if self.item.code in _WHOLE else optional_amount
        try:
            number = read(self.text)
        except KnownError as error:
            self.refused.emit(error)
            return False
        if self.keep is None:
            return False
        self.show_fault("")
        self.editor.setText("" if number is None else format_amount(number))
        self.editor.setModified(False)
        kept = self.keep(None if number is None else FormAnswer.counted(Decimal(number)))
        if not kept:
            self.editor.setModified(True)
        elif is_done and number is not None:
            self.done.emit()
        return kept

    def _take_back(self) -> None:
        self.editor.setText(self._kept_text)
        self.editor.setModified(False)
        self.show_fault("")
        self.typed.emit(self._kept_text)
        self._close_editor()

    def _open_editor(self) -> None:
        if self.item.kind is ItemKind.NUMBER_BAND and not self._is_typing:
            self._is_typing = True
            self.editor.setText(self._kept_text)
            self.editor.setModified(False)
            self.editor.show()
            self._write()

    def _close_editor(self) -> None:
        """Go back from typing the number of a band to choosing; a text that is no number stays in sight."""
        if self._is_typing and not self.is_unsaved:
            had_keys = self.editor.hasFocus()
            self._is_typing = False
            self.editor.hide()
            if had_keys:
                self.setFocus()
            self._write()

    def _write(self) -> None:
        state = self._state._replace(is_typing=self._is_typing)
        self.label.setText(self._words.rich(state, present_theme()))
        self.setAccessibleName(f"{self.item.text}: {self._words.plain(state)}")
