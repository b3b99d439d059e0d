"""A clerk's hands: keys as keyboards, Unikey and ibus send them, to whatever has the focus."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QWidget

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NO_MODIFIER = Qt.KeyboardModifier.NoModifier

Dialog = TypeVar("Dialog", bound=QDialog)


class Answer(QObject):
    """Waits for a dialog and answers it once; a dialog it cannot answer is closed, and `done` tells."""

    def __init__(self, kind: type[Any], act: Callable[[Any], None]) -> None:
        super().__init__()
        self._kind = kind
        self._act = act
        self._seen: QDialog | None = None
        self.done = False
        self.error: BaseException | None = None
        QGuiApplication.instance().focusWindowChanged.connect(self._look)  # type: ignore[union-attr]

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if self._seen is None and isinstance(dialog, self._kind):
            self._seen = dialog
            QTimer.singleShot(0, self, self._answer)

    def _answer(self) -> None:
        assert self._seen is not None
        try:
            self._act(self._seen)
            self.done = True
        except BaseException as error:
            self.error = error
            self._seen.reject()

    def check(self) -> None:
        """Say that the dialog came and was answered."""
        QGuiApplication.instance().focusWindowChanged.disconnect(self._look)  # type: ignore[union-attr]
        if self.error is not None:
            raise self.error
        assert self.done, f"no {self._kind.__name__} was shown"


class Hands:
    """Sends real key events; nothing is set from behind."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []

    @property
    def place(self) -> QWidget:
        """Whatever has the keys."""
        receiver = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
        assert receiver is not None, "nothing has the keys"
        return receiver

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.place, key, modifiers)

    def control(self, key: Qt.Key) -> None:
        self.press(key, CONTROL)

    def alt(self, key: Qt.Key) -> None:
        self.press(key, ALT)

    def go_to(self, page: str) -> None:
        """Press the keys of a page of the rail, which its button names."""
        (button,) = (one for one in self.place.window().findChildren(QToolButton) if one.text() == page)
        QTest.keySequence(self.place.window(), QKeySequence(button.toolTip()))

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    def tab(self, times: int = 1) -> None:
        self.press(Qt.Key.Key_Tab, times=times)

    def write(self, text: str) -> None:
        """Type as with Unikey in Telex: a letter, and where it gets its marks, Backspace and the whole letter."""
        for letter in text:
            plain = unicodedata.normalize("NFD", letter)[0]
            plain = {"đ": "d", "Đ": "D"}.get(plain, plain)
            if plain in string.printable:
                QTest.keyClick(self.place, plain)  # type: ignore[call-overload]
            if plain != letter:
                if plain in string.printable:
                    self.press(Qt.Key.Key_Backspace)
                self.send_letter(letter)

    def send_letter(self, letter: str) -> None:
        """Send a letter without a key code, as Unikey does."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.place, QKeyEvent(kind, 0, NO_MODIFIER, letter))

    def compose(self, text: str) -> None:
        """Type as with ibus or fcitx: the word grows before the eyes, then comes as a whole."""
        receiver = self.place
        for length in range(1, len(text) + 1):
            assert receiver.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled), "no input method writes here"
            QApplication.sendEvent(receiver, QInputMethodEvent(text[:length], []))
            receiver = self.place
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(receiver, event)

    def select_all(self) -> None:
        self.control(Qt.Key.Key_A)

    def retype(self, text: str) -> None:
        """Type over what stands in a field."""
        self.select_all()
        self.press(Qt.Key.Key_Backspace)
        self.write(text)

    def back_at(self, window: QWidget) -> None:
        """Give the keys back to a window after a dialog; the offscreen platform leaves them nowhere."""
        window.activateWindow()
        QTest.qWaitForWindowActive(window)

    def when_asked(self, kind: type[Dialog], act: Callable[[Dialog], None]) -> Answer:
        """Answer the next dialog of a kind; the test fails where none comes."""
        answer = Answer(kind, act)
        self.answers.append(answer)
        return answer
