"""What stands around a grid of the page Chỉ tiêu: heading, buttons, what was refused, what was found, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from povertydesk.poverty.official_text import format_amount
from povertydesk.poverty.problems import Severity
from povertydesk.ui.notices import NoticeLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from PySide6.QtWidgets import QPushButton

    from povertydesk.poverty.problems import Finding, KnownError
    from povertydesk.ui.records.grid_view import GridView
    from povertydesk.ui.records.record_table import CellFinding
    from povertydesk.ui.session import Session

_HIGH_ENOUGH_FOR_ALL = 480


class GridFrame(QVBoxLayout):
    """The parts of a view from the top; the keys go on a low screen."""

    def __init__(self, session: Session, view: GridView, buttons: Sequence[QPushButton], keys: str) -> None:
        """Lay the parts out around a grid; `keys` says which keys there are."""
        super().__init__()
        self._session = session
        self.heading = _label("title")
        self.summary = _label("muted")
        self.notice = NoticeLine(dismissible=True)
        self.finding_line = NoticeLine()
        self.keys = _label("muted")
        self.keys.setText(keys)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.summary)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        for button in buttons:
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.setContentsMargins(18, 14, 18, 10)
        self.setSpacing(10)
        self.addLayout(head)
        for part in (self.notice, view, self.finding_line, self.keys):
            self.addWidget(part)
        self.addStretch(1)

    def say_refused(self, error: KnownError, go_to: Callable[[Finding], None], again: Callable[[], None]) -> None:
        """Say why something was not written: the first place that is wrong with a way there, or to try again."""
        messages = self._session.messages
        if not error.findings:
            self.notice.say(messages.of_error(error), Severity.ERROR, self.tr("Try again"), again)
            return
        first = error.findings[0]
        sentence = messages.of_finding(first)
        if len(error.findings) > 1:
            sentence = f"{messages.of_error(error)} {sentence}"
        self.notice.say(sentence, Severity.ERROR, self.tr("Go there"), lambda: go_to(first))

    def say_finding(
        self, here: CellFinding | None, findings: Sequence[Finding], go_to: Callable[[Finding], None] | None
    ) -> None:
        """Say what is said of the cell one stands in, else the first thing of all with a way there."""
        if here is not None:
            self.finding_line.say(here[1], here[0])
            return
        if not findings:
            self.finding_line.clear()
            return
        first = findings[0]
        sentence = self._session.messages.of_finding(first)
        if len(findings) > 1:
            more = self.tr("and {count} more to look at").replace("{count}", str(len(findings) - 1))
            sentence = f"{sentence} ({more})"
        if go_to is None:
            self.finding_line.say(sentence, first.severity)
        else:
            self.finding_line.say(sentence, first.severity, self.tr("Go there"), lambda: go_to(first))

    def chosen_words(self, cells: int, total: Decimal | int | None, figures: int) -> str:
        """Say what the chosen cells add up to; nothing of fewer than two figures."""
        if figures < 2 or total is None:
            return ""
        words = self.tr("Chosen: {cells} cells · sum {sum}")
        return words.replace("{cells}", str(cells)).replace("{sum}", format_amount(total))

    def share_room(self, height: int) -> None:
        """Show what there is room for in a view of this height."""
        self.keys.setVisible(height >= _HIGH_ENOUGH_FOR_ALL)


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
