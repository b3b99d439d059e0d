"""Where filling a template begins: the file, and the templates that were bound before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from povertydesk.poverty.official_text import format_date
from povertydesk.ui.records.columns import CellKind, Column
from povertydesk.ui.records.record_list import RecordList
from povertydesk.ui.records.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from povertydesk.workflow.bind_template import KnownTemplate

_MOST_ROWS_HIGH = 260


class StartStep(QWidget):
    """The button that asks for the template, and below it the templates that are known.

    `file_wanted` asks for a file, `known_wanted` for the one of a known template, `forgetting_wanted` to forget it;
    the last two carry its id.
    """

    file_wanted = Signal()
    known_wanted = Signal(str)
    forgetting_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Know no template yet."""
        super().__init__(parent)
        words = QLabel(
            self.tr(
                "Point to the Excel template of the office above, as it came: the program looks for the table in it, "
                "shows which cell takes which figure, and writes only these cells into a new file. "
                "It is bound once; from then on it is filled with one press."
            )
        )
        words.setWordWrap(True)
        self.choose_button = QPushButton(self.tr("&Choose the template…"))
        self.choose_button.setProperty("role", "primary")
        self.choose_button.clicked.connect(lambda _checked=False: self.file_wanted.emit())
        across = QHBoxLayout()
        across.addWidget(self.choose_button)
        across.addStretch(1)
        self.known_label = QLabel(self.tr("Templates bound before"))
        self.known_label.setProperty("role", "section")
        self.keys = QLabel(self.tr("Enter opens the template · Delete forgets how it was bound"))
        self.keys.setProperty("role", "muted")
        self.keys.setWordWrap(True)
        self._known: RecordTable[KnownTemplate] = RecordTable(
            (
                Column("file", self.tr("Template"), lambda one: one.file_name, width_characters=40),
                Column("number", self.tr("Table"), lambda one: one.number, CellKind.SERIAL, width_characters=5),
                Column("bound_at", self.tr("Bound on"), lambda one: format_date(one.bound_at), width_characters=12),
                Column("bound_by", self.tr("Bound by"), lambda one: one.bound_by, width_characters=22),
            ),
            row_id=lambda one: one.id,
        )
        self.known = _KnownList(self._known, name=self.tr("Templates bound before"))
        self.known.opened.connect(self.known_wanted)
        self.known.forgetting_wanted.connect(self.forgetting_wanted)
        self.known.setMaximumHeight(_MOST_ROWS_HIGH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(words)
        layout.addLayout(across)
        layout.addSpacing(8)
        layout.addWidget(self.known_label)
        layout.addWidget(self.known, 1)
        layout.addWidget(self.keys)
        layout.addStretch()

    def show_known(self, known: Sequence[KnownTemplate]) -> None:
        """List the templates that were bound before."""
        self._known.set_records(known)
        for part in (self.known_label, self.known, self.keys):
            part.setVisible(bool(known))

    def focus_first(self) -> None:
        """Put the keys on the known templates, else on the choice of a file."""
        (self.choose_button if self.known.isHidden() else self.known).setFocus()


class _KnownList(RecordList):
    """Known templates; Delete wants one forgotten."""

    forgetting_wanted = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Delete and self.current_id is not None:
            self.forgetting_wanted.emit(self.current_id)
            event.accept()
            return
        super().keyPressEvent(event)
