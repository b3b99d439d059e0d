"""The search box in the head of the window: type, choose with the arrows, Enter opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from povertydesk.ui.find.hit_list import HitList
    from povertydesk.ui.session import Session
    from povertydesk.workflow.find_people import Hit

_TYPING_MILLISECONDS = 120
_WIDEST = 412
_NARROWEST = 130


class FindBox(QLineEdit):
    """Finds people and households while it is typed into; the hits hang under it and never complete the text.

    `chosen` carries the hit that Enter or a click opens; `searched` comes when the hits of what stands here are shown.
    """

    chosen = Signal(object)
    searched = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Look for nothing yet."""
        super().__init__(parent)
        self._session = session
        self._hits: HitList | None = None
        self._came_from: QWidget | None = None
        self.setPlaceholderText(self.tr("Find a household, person… (Ctrl+F)"))
        self.setAccessibleName(self.tr("Find a household, person or village"))
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self, interval=_TYPING_MILLISECONDS, singleShot=True)
        self._timer.timeout.connect(self._search)
        self.textEdited.connect(lambda _text: self._timer.start())

    @property
    def hits(self) -> HitList:
        """The list under the box, made when something is first looked for."""
        if self._hits is None:
            from povertydesk.ui.find.hit_list import HitList  # noqa: PLC0415 - the first paint needs none of it

            self._hits = HitList(self.window())
            self._hits.chosen.connect(self._choose)
        return self._hits

    @property
    def hits_are_shown(self) -> bool:
        """Whether the list hangs under the box."""
        return self._hits is not None and self._hits.isVisible()

    def begin(self) -> None:
        """Take the keys, with all that stands here ready to be typed over."""
        if not self.hasFocus():
            self._came_from = self.window().focusWidget()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Choose among the hits, open one, or leave."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open_current()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            if not self.hits_are_shown:
                self._search()
            elif self._hits is not None:
                self._hits.step(key)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Hang no list over what is worked on elsewhere."""
        super().focusOutEvent(event)
        self._timer.stop()
        self._close()

    def _search(self) -> None:
        from povertydesk.workflow import find_people  # noqa: PLC0415 - the first paint needs none of it

        self._timer.stop()
        text = self.text()
        if not text.strip():
            self._close()
        else:
            hits = self._session.attempt(lambda: find_people.find_people(self._session.desk, text))
            if hits is not None:
                self.hits.show_under(self, hits)
        self.searched.emit()

    def _open_current(self) -> None:
        if self._timer.isActive() or not self.hits_are_shown:
            self._search()
        if self._hits is not None and self._hits.isVisible():
            current = self._hits.current
            if current is not None:
                self._choose(current)

    def _choose(self, hit: Hit) -> None:
        self._close()
        self.clear()
        self._came_from = None
        self.chosen.emit(hit)

    def _leave(self) -> None:
        if self.hits_are_shown:
            self._timer.stop()
            self._close()
            return
        self._timer.stop()
        self.clear()
        came_from, self._came_from = self._came_from, None
        if came_from is not None and came_from.isVisible():
            came_from.setFocus()

    def _close(self) -> None:
        if self._hits is not None:
            self._hits.hide()
