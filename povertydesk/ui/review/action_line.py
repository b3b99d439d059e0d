"""One line on the page that does one thing: fields, a button, and under them why it was not done. Esc puts it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.fields.entry_field import EntryField
from povertydesk.ui.fields.readers import optional_date
from povertydesk.ui.notices import NoticeLine

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from povertydesk.ui.session import Session

_ENTER_KEYS: set[int] = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ActionLine(QFrame):
    """A thing to do that needs a few words first. Enter goes on from field to field and does it after the last.

    A fault stands under its field, or under the line; what was typed stays. `closed` says that the line was put away.
    """

    closed = Signal()

    def __init__(self, session: Session, heading: str, action: str, parent: QWidget | None = None) -> None:
        """Make a hidden line under `heading`; `action` is the word on its button."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._session = session
        self.heading = QLabel(heading)
        self.heading.setProperty("role", "section")
        self.heading.setWordWrap(True)
        self.hint = QLabel()
        self.hint.setProperty("role", "muted")
        self.hint.setWordWrap(True)
        self.hint.hide()
        self.button = QPushButton(action)
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self.submit)
        self.cancel = QPushButton(self.tr("Cancel (Esc)"))
        self.cancel.setProperty("role", "link")
        self.cancel.clicked.connect(self.put_away)
        self.notice = NoticeLine()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._fields: Sequence[QWidget] = ()
        self.hide()

    def arrange(self, fields: Sequence[QWidget], widest: QWidget | None = None, below: QWidget | None = None) -> None:
        """Put the fields on the line from the left; one of them takes what room is left. `below` stands under them."""
        self._fields = fields
        line = QHBoxLayout()
        line.setSpacing(8)
        for field in fields:
            line.addWidget(field, 1 if field is widest else 0, Qt.AlignmentFlag.AlignTop)
            if isinstance(field, EntryField):
                field.editor.textEdited.connect(lambda _text, one=field: one.show_fault(""))
        buttons = QVBoxLayout()
        buttons.setSpacing(2)
        # The button stands beside the boxes, not beside the labels above them.
        buttons.addSpacing(self.fontMetrics().height() + 2)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(self.cancel)
        row.addStretch(1)
        buttons.addLayout(row)
        buttons.addStretch(1)
        line.addLayout(buttons)
        if widest is None:
            line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(6)
        layout.addWidget(self.heading)
        layout.addWidget(self.hint)
        layout.addLayout(line)
        if below is not None:
            layout.addWidget(below)
        layout.addWidget(self.notice)

    def say_hint(self, words: str) -> None:
        """Say above the fields what they are about."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def bring(self) -> None:
        """Show the line with the keys in its first field."""
        self.notice.clear()
        self.show()
        if self._fields:
            self._fields[0].setFocus(Qt.FocusReason.TabFocusReason)

    def put_away(self) -> None:
        """Hide the line; nothing was done. One that is the only thing to do here stays."""
        if not self.isHidden() and not self.cancel.isHidden():
            self._leave()

    @property
    def has_entries(self) -> bool:
        """Whether something typed stands on the line and nowhere else."""
        editors = (field.editor for field in self._fields if isinstance(field, EntryField))
        return not self.isHidden() and any(editor.isModified() and editor.text().strip() for editor in editors)

    def submit(self) -> None:
        """Do it, and say under the line why it could not be done."""
        self.notice.clear()
        try:
            done = self.act()
        except KnownError as error:
            self.notice.say(self._session.messages.of_error(error), Severity.ERROR)
            return
        if done:
            self._clear()
            self._leave()

    def read_day(self, field: EntryField) -> datetime.date | None:
        """Read a day that is needed; None where the field says why it is not one."""
        try:
            day = optional_date(field.text)
        except KnownError as error:
            self._show_field_fault(field, error)
            return None
        if day is None:
            field.show_fault(self.tr("Enter a date."))
            field.setFocus()
        return day

    def act(self) -> bool:
        """Do what the line is for; False where a field has to be mended first."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Put the line away on Esc, go on on Enter: no field keeps these keys to itself."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in _ENTER_KEYS:
            self._go_on(self.focusWidget())
        else:
            super().keyPressEvent(event)

    def _go_on(self, field: QWidget | None) -> None:
        places = [one for one, known in enumerate(self._fields) if field is not None and known.isAncestorOf(field)]
        places += [one for one, known in enumerate(self._fields) if known is field]
        if places and places[0] + 1 < len(self._fields):
            self._fields[places[0] + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.submit()

    def _show_field_fault(self, field: EntryField, error: KnownError) -> None:
        field.show_fault(self._session.messages.of_error(error))
        field.setFocus()

    def _leave(self) -> None:
        # Whoever hears of it takes the keys first, or hiding would give them to whatever comes next.
        self.closed.emit()
        self.hide()

    def _clear(self) -> None:
        for field in self._fields:
            if isinstance(field, EntryField):
                field.editor.clear()
                field.show_fault("")
