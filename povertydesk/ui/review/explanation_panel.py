"""Why a household is what it is, beside a list or a form: result, reasons with articles, what would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.ui.notices import NoticeLine

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent as KeyEvent

    from povertydesk.ui.session import Session
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.explanation_words import ExplanationWords, ResultWords

_RESTS_ON = frozenset({"household", "membership", "person", "review", "review_part", "review_round", "unit", "village"})
"""The tables that a result rests on."""


class ExplanationPanel(QFrame):
    """Shows the same sentences as the sheet for the village meeting, and prints it (Ctrl+P)."""

    printed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self._session = session
        self._household: str | None = None
        self._year: int | None = None
        self._standard_id: str | None = None
        self.notice = NoticeLine()
        self.heading = _label("section")
        self.empty = _label("muted")
        self.print_button = QPushButton(self.tr("Print the sheet"))
        self.print_button.setToolTip(self.tr("The sheet for the village meeting (Ctrl+P)"))
        self.print_button.clicked.connect(lambda _checked=False: self.print_out())
        self._body = QWidget()
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(4)
        self.reading = QScrollArea()
        self.reading.setWidgetResizable(True)
        self.reading.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reading.setFrameShape(QFrame.Shape.NoFrame)
        self.reading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.reading.setWidget(self._body)
        self.setFocusProxy(self.reading)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.notice)
        layout.addWidget(self.empty)
        layout.addWidget(self.reading, 1)
        session.changed.connect(self._on_changed)
        session.year_changed.connect(lambda _year: self.refresh())
        self.refresh()

    def show_household(self, household_id: str | None, year: int | None = None, standard_id: str | None = None) -> None:
        """Explain a household in a year, or in the year the clerk works in; under its standard, or the one named."""
        self._household, self._year, self._standard_id = household_id, year, standard_id
        self.refresh()

    def refresh(self) -> None:
        """Judge the household anew and show what came of it, or in one sentence why nothing did."""
        from povertydesk.workflow.explain_household import explain_household  # noqa: PLC0415 - no first paint needs it
        from povertydesk.workflow.explanation_words import explanation_words  # noqa: PLC0415 - as above
        from povertydesk.workflow.keep_registry import read_household  # noqa: PLC0415 - as above

        self._clear()
        if self._household is None:
            self._say_empty(self.tr("Choose a household to see why it is classified as it is."))
            return
        session = self._session
        try:
            household = read_household(session.desk, self._household).household
            explanation = explain_household(session.desk, self._year or session.year, household, self._standard_id)
        except KnownError as error:
            self._say_empty(session.messages.of_error(error))
            return
        self._show(explanation_words(explanation, session.messages))

    def focus_first(self) -> None:
        """Let the keys scroll what is explained."""
        self.reading.setFocus()

    def text(self) -> str:
        """Everything that stands in the panel, line by line."""
        shown = [one.text() for one in self._body.findChildren(QLabel)]
        first = self.heading.text() or self.empty.text()
        return "\n".join([first, *([self.notice.sentence] if self.notice.sentence else []), *shown])

    def print_out(self) -> None:
        """Print the sheet through the system's own dialog."""
        from povertydesk.ui.printing import Printed, print_with_dialog  # noqa: PLC0415 - loads the printer support
        from povertydesk.workflow.keep_registry import read_household  # noqa: PLC0415 - as in refresh
        from povertydesk.workflow.print_paper import render  # noqa: PLC0415 - loads the PDF library
        from povertydesk.workflow.review_papers import explain_paper  # noqa: PLC0415 - loads the PDF library

        key, session = self._household, self._session
        if key is None:
            return
        try:
            household = read_household(session.desk, key).household
            document = render(explain_paper(session.desk, self._year or session.year, household, self._standard_id))
        except KnownError as error:
            self.notice.say(session.messages.of_error(error), Severity.ERROR)
            return
        title = self.heading.text()
        printed = print_with_dialog(self, document.data, title, document.page_count)
        if printed is Printed.FAILED:
            self.notice.say(self.tr("The printer did not take the sheet. Check the printer and print again."))
        elif printed is Printed.SENT:
            self.printed.emit(title)

    def event(self, event: QEvent) -> bool:
        """Claim Ctrl+P while the keyboard is in the panel, before the window takes it for its page."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _prints(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: KeyEvent) -> None:  # noqa: N802
        """Print the sheet with Ctrl+P."""
        if _prints(event):
            self.print_out()
            return
        super().keyPressEvent(event)

    def _show(self, words: ExplanationWords) -> None:
        self.heading.setText(words.household)
        self.heading.show()
        self.print_button.setEnabled(True)
        self.print_button.show()
        if words.warnings:
            self.notice.say("\n".join(words.warnings), Severity.WARNING)
        self._add(words.standard, "muted")
        for part in (words.national, words.local):
            if part is not None:
                self._add_result(part)
        for sentence in (*words.indicators, words.missing):
            if sentence:
                self._add(sentence)
        changes = (*words.national.changes, *(words.local.changes if words.local else ()))
        if changes:
            self._add(self.tr("What would change the result"), "section", gap=8)
            for sentence in changes:
                self._add(sentence)
        self._lines.addStretch()

    def _add_result(self, part: ResultWords) -> None:
        self._add(part.result, "section")
        doubtful = self.tr("not verified")
        sources = [one.source if one.verified else f"{one.source} · {doubtful}" for one in part.reasons]
        for reason, source, following in zip(part.reasons, sources, [*sources, ""][1:], strict=True):
            self._add(reason.sentence)
            # An article that several reasons stand in is named once, below the last of them.
            if source != following:
                self._add(source, "muted")

    def _add(self, text: str, role: str = "", gap: int = 0) -> None:
        if gap:
            self._lines.addSpacing(gap)
        label = _label(role)
        label.setText(text)
        self._lines.addWidget(label)

    def _say_empty(self, sentence: str) -> None:
        self.empty.setText(sentence)
        self.empty.show()
        self.print_button.setEnabled(False)
        self.print_button.hide()

    def _clear(self) -> None:
        self.notice.clear()
        self.empty.clear()
        self.empty.hide()
        self.heading.clear()
        self.heading.hide()
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()

    def _on_changed(self, changes: Changes) -> None:
        if self._household is not None and changes.touched & _RESTS_ON:
            self.refresh()


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label


def _prints(event: KeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Print)
