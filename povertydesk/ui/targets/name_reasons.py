"""Why a household stands where it does in the ranking, and what was done for it month by month, beside the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from povertydesk.workflow.nearness_words import nearness_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.poverty.messages import Messages
    from povertydesk.workflow.name_candidates import Candidate

_WIDTH = 300


class NameReasons(QFrame):
    """A card with one household's reasons; it never takes the keys from the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setFixedWidth(_WIDTH)
        self.heading = _label("section")
        self.body = QWidget()
        self._lines = QVBoxLayout(self.body)
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(4)
        reading = QScrollArea()
        reading.setWidgetResizable(True)
        reading.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        reading.setFrameShape(QFrame.Shape.NoFrame)
        reading.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        reading.setWidget(self.body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(self.heading)
        layout.addWidget(reading, 1)

    def show_candidate(self, one: Candidate | None, indicators: Mapping[str, str], messages: Messages) -> None:
        """Show a household of the list, or nobody."""
        self._clear()
        if one is None:
            self.heading.setText(self.tr("Choose a household to see what would have to change."))
            return
        self.heading.setText(f"{one.household.code} – {one.household.head_name}")
        if one.is_ranked:
            told = nearness_words(one.ranked, indicators, messages)
            self._add(told.lacks)
            self._add(self.tr("Each of these alone leads off the list"), "section")
            for way in told.ways:
                self._add(f"• {way}")
        else:
            self._add(self.tr("The household left the list in the year without being named."))
        self._add(self.tr("Done in the year"), "section")
        past = one.named.follow_ups if one.named is not None else ()
        if not past:
            self._add(self.tr("Nothing is noted yet."), "muted")
        for noted in past:
            words = self.tr("Month {month}: {done}").replace("{month}", str(noted.month)).replace("{done}", noted.done)
            self._add(f"{words} ({noted.done_by})" if noted.done_by else words)
        self._lines.addStretch(1)

    def text(self) -> str:
        """Everything that stands on the card, line by line."""
        return "\n".join([self.heading.text(), *(one.text() for one in self.body.findChildren(QLabel))])

    def _add(self, words: str, role: str = "") -> None:
        if words:
            line = _label(role)
            line.setText(words)
            self._lines.addWidget(line)

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
