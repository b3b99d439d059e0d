"""Day and reviewer at the head of a form: shown in one line, typed by F4, proposed again in the next form."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import KnownError
from povertydesk.ui.fields.entry_field import EntryField
from povertydesk.ui.fields.readers import optional_date

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping

    from povertydesk.poverty.review import Review
    from povertydesk.ui.session import Session

DAY_FIELDS = "head-"
"""What the names of the fields at the head begin with, among the other texts of a form."""

_DAY, _REVIEWER = f"{DAY_FIELDS}day", f"{DAY_FIELDS}reviewer"
_DAY_WIDTH = 110
_REVIEWER_WIDTH = 190


class SignedBy(NamedTuple):
    """When a household was reviewed, and by whom."""

    on: datetime.date | None
    reviewer: str


class FormDay(QWidget):
    """Enter goes from the day to the reviewer and keeps both, Esc leaves them as they were.

    `keep` takes both and refuses with a known error. `typed` carries what is being typed at every key, by field, and
    nothing once it is kept or taken back. `left` says that the keys may go back to the questions.
    """

    typed = Signal(dict)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.keep: Callable[[SignedBy], None] | None = None
        self._session = session
        self._shown = SignedBy(None, "")
        self._proposed = SignedBy(None, "")
        self.button = QPushButton()
        self.button.setProperty("role", "link")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setToolTip(self.tr("Day of the review and reviewer (F4)"))
        self.button.clicked.connect(lambda _checked=False: self.begin())
        self.day = EntryField(self.tr("Day of the review"), label_beside=True)
        self.day.editor.setFixedWidth(_DAY_WIDTH)
        self.reviewer = EntryField(self.tr("Reviewer"), label_beside=True)
        self.reviewer.editor.setFixedWidth(_REVIEWER_WIDTH)
        self.fault = QLabel()
        self.fault.setProperty("role", "fault")
        self.fault.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(self.button)
        for field in (self.day, self.reviewer):
            field.changed.connect(self._tell)
            field.editor.installEventFilter(self)
            line.addWidget(field)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self.fault)
        self._show_fields(shown=False)

    @property
    def is_typing(self) -> bool:
        """Whether day and reviewer are being typed."""
        return not self.day.isHidden()

    @property
    def is_unsaved(self) -> bool:
        """Whether something typed here stands nowhere else."""
        return self.is_typing and self._texts() != self._texts_of(self._offered)

    def show_form(self, review: Review, *, read_only: bool) -> None:
        """Show what the form holds."""
        self._shown = SignedBy(review.reviewed_on, review.reviewer)
        self.button.setText(self._words(read_only=read_only))
        self.button.setDisabled(read_only)

    def put_away(self) -> None:
        """Hide the fields of another form; its own texts are kept for it."""
        self._show_fields(shown=False)

    def bring_back(self, texts: Mapping[str, str]) -> None:
        """Show again what was typed into this form and not kept."""
        if _DAY in texts or _REVIEWER in texts:
            self._show_fields(shown=True)
            self.day.restore(texts.get(_DAY, ""))
            self.reviewer.restore(texts.get(_REVIEWER, ""))

    def begin(self) -> None:
        """Type day and reviewer; what the form before was signed with is proposed where nothing is entered yet."""
        if not self.button.isEnabled():
            return
        if not self.is_typing:
            texts = self._texts_of(self._offered)
            self.day.editor.setText(texts[_DAY])
            self.reviewer.editor.setText(texts[_REVIEWER])
            self._show_fields(shown=True)
        self.day.setFocus()
        self.day.editor.selectAll()

    def submit(self) -> bool:
        """Keep both; False where one cannot be read or is refused, which stands under the line."""
        self._say("")
        try:
            signed = SignedBy(optional_date(self.day.text), self.reviewer.text)
            if self.keep is not None:
                self.keep(signed)
        except KnownError as error:
            self._say(self._session.messages.of_error(error))
            self.day.setFocus()
            self.day.editor.selectAll()
            return False
        self._proposed = signed
        self._leave()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter goes on or keeps, Esc takes back."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if watched is self.day.editor:
                    self.reviewer.setFocus()
                    self.reviewer.editor.selectAll()
                else:
                    self.submit()
                return True
        return super().eventFilter(watched, event)

    @property
    def _offered(self) -> SignedBy:
        return self._shown if self._shown != SignedBy(None, "") else self._proposed

    def _words(self, *, read_only: bool) -> str:
        if self._shown == SignedBy(None, ""):
            missing = self.tr("Day of the review and reviewer not entered")
            return missing if read_only else f"{missing} (F4)"
        words = self.tr("Reviewed on {date} by {name}")
        on = format_date(self._shown.on) if self._shown.on is not None else "…"
        words = words.replace("{date}", on).replace("{name}", self._shown.reviewer or "…").replace("&", "&&")
        return words if read_only else f"{words} (F4)"

    def _texts(self) -> dict[str, str]:
        return {_DAY: self.day.text, _REVIEWER: self.reviewer.text}

    def _texts_of(self, signed: SignedBy) -> dict[str, str]:
        return {_DAY: format_date(signed.on) if signed.on is not None else "", _REVIEWER: signed.reviewer}

    def _tell(self) -> None:
        self.typed.emit(self._texts() if self.is_unsaved else {})

    def _leave(self) -> None:
        self._show_fields(shown=False)
        self.typed.emit({})
        self.left.emit()

    def _show_fields(self, *, shown: bool) -> None:
        self.button.setVisible(not shown)
        for field in (self.day, self.reviewer):
            field.setVisible(shown)
        self._say("")

    def _say(self, fault: str) -> None:
        """Mark the day, and say across the whole line what is wrong with it: under the field it would be cut up."""
        self.day.show_fault(fault)
        self.day.fault.hide()
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
