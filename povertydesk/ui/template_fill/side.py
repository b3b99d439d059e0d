"""Beside a template's sheet: what the cell stood on takes, how that is changed, and what is to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from povertydesk.ui.fields.list_choice import Line
from povertydesk.ui.template_fill.chooser import Chooser
from povertydesk.ui.template_fill.open_items import OpenItems

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from povertydesk.poverty.messages import Messages
    from povertydesk.workflow.bind_template import OpenTemplate

_WIDTH = 324
_MARGIN = 12
_FREE = "-1"
_HIGH_ENOUGH_FOR_ALL = 320
_MOST_OF_THE_ROOM = 100


class BindingSide(QFrame):
    """The cell stood on, the choice of what it takes, the list of what is to be looked at.

    `column_chosen` and `row_chosen` carry the column or row of the template and the place of what it takes among the
    table's columns or lines, -1 for nothing. `passed_over` and `opened` carry a place in the list; `left` follows when
    the keys are to go back to the sheet.
    """

    column_chosen = Signal(int, int)
    row_chosen = Signal(int, int)
    passed_over = Signal(int)
    opened = Signal(int)
    left = Signal()

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._opened: OpenTemplate | None = None
        self._place = (1, 1)
        self._asks_row = False
        self._sentence = ""
        self.setProperty("role", "card")
        self.setFixedWidth(_WIDTH)
        self.cell_label = QLabel()
        self.cell_label.setProperty("role", "section")
        self.cell_label.setWordWrap(True)
        self.said_label = QLabel()
        self.said_label.setProperty("role", "doubt")
        self.said_label.setWordWrap(True)
        self.column_button, self.row_button = (self._button(act) for act in (self.ask_column, self.ask_row))
        self.chooser = Chooser(self.tr("Nothing of the table is called so."))
        self.chooser.chosen.connect(self._on_chosen)
        self.chooser.given_up.connect(self.close_chooser)
        self.list_label = QLabel(self.tr("To look at"))
        self.list_label.setProperty("role", "section")
        self.items = OpenItems(messages, self.tr("To look at"))
        self.items.opened.connect(self.opened)
        self.items.passed_over.connect(self.passed_over)
        self.items.moved.connect(self._share_room)
        self.pass_button = QPushButton()
        self.pass_button.clicked.connect(lambda _checked=False: self.passed_over.emit(self.items.currentRow()))
        self.keys = QLabel(
            self.tr("F2 column · F3 row · a letter or digit searches · Delete frees · Space passes over")
        )
        self.keys.setProperty("role", "muted")
        self.keys.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, 10, _MARGIN, 10)
        layout.setSpacing(6)
        for part in (self.cell_label, self.said_label, self.column_button, self.row_button, self.chooser):
            layout.addWidget(part)
        layout.addWidget(self.list_label)
        layout.addWidget(self.items, _MOST_OF_THE_ROOM)
        for part in (self.pass_button, self.keys):
            layout.addWidget(part)
        layout.addStretch(1)
        self.chooser.hide()

    @property
    def is_asking(self) -> bool:
        """Whether it is being chosen what a column or row takes."""
        return self.chooser.isVisibleTo(self)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the room out anew."""
        super().resizeEvent(event)
        self._share_room()

    def show_template(self, opened: OpenTemplate) -> None:
        """Show what is to be said of a template as it is bound now."""
        self._opened = opened
        self.items.show_template(opened)
        self.show_cell(*self._place, self._sentence)

    def show_cell(self, row: int, column: int, sentence: str) -> None:
        """Show what a cell takes; `sentence` is what is to be said of it."""
        opened = self._opened
        self._place, self._sentence = (row, column), sentence
        if opened is None:
            return
        letters = opened.letters_of(column)
        label = opened.labels.get(column)
        heading = next((one.short for one in opened.columns if one.label == label), "")
        line = opened.line_of(row)
        self.cell_label.setText(self._cell_words(opened, f"{letters}{row}", row, column))
        self.said_label.setText(sentence)
        nothing = self.tr("nothing yet")
        takes = self.tr("Column {letters} takes: {name}").replace("{letters}", letters)
        self._say(self.column_button, takes, f"{label} – {heading}" if label else nothing, "F2")
        takes = self.tr("Row {row} takes: {name}").replace("{row}", str(row))
        self._say(self.row_button, takes, line or nothing, "F3")
        self._share_room()

    def ask_column(self, typed: str = "") -> None:
        """Ask what the column stood on takes; columns of the table without cells stand first."""
        opened = self._opened
        if opened is None:
            return
        column = self._place[1]
        bound = {label: letters for letters, label in opened.labels.items()}
        lines = [
            Line(str(place), self._in_column(f"{one.label} – {one.short}", bound.get(one.label)))
            for place, one in enumerate(opened.columns)
        ]
        taken = [one.label in bound for one in opened.columns]
        label = self.tr("What does column {letters} take?").replace("{letters}", opened.letters_of(column))
        self._ask(False, label, lines, taken, typed, column in opened.labels)

    def ask_row(self, typed: str = "") -> None:
        """Ask what the row stood on takes; lines of the table without a row stand first."""
        opened = self._opened
        if opened is None:
            return
        row = self._place[0]
        bound = {(one.place, one.counted): number for number, one in opened.bound_rows.items()}
        rows = [bound.get((one.line.place, one.line.counted)) for one in opened.lines]
        lines = [Line(str(place), self._in_row(one.words, rows[place])) for place, one in enumerate(opened.lines)]
        label = self.tr("What does row {row} take?").replace("{row}", str(row))
        self._ask(True, label, lines, [number is not None for number in rows], typed, row in opened.bound_rows)

    def close_chooser(self) -> None:
        """Choose nothing; the keys go back to the sheet."""
        self.chooser.hide()
        self._share_room()
        self.left.emit()

    def _ask(self, of_row: bool, label: str, lines: list[Line], taken: list[bool], typed: str, can_free: bool) -> None:
        self._asks_row = of_row
        order = sorted(range(len(lines)), key=taken.__getitem__)
        free = [Line(_FREE, self.tr("– nothing –"))] if can_free else []
        self.chooser.show()
        self._share_room()
        self.chooser.ask(label, [*(lines[place] for place in order), *free], typed, self.tr("a part of the name"))

    def _on_chosen(self, key: str) -> None:
        self.chooser.hide()
        signal, number = (self.row_chosen, self._place[0]) if self._asks_row else (self.column_chosen, self._place[1])
        signal.emit(number, int(key))
        self._share_room()

    def _offer_passing_over(self) -> None:
        opened, place = self._opened, self.items.currentRow()
        item = opened.items[place] if opened is not None and 0 <= place < len(opened.items) else None
        about = item is not None and bool(item.label or item.lines)
        self.pass_button.setVisible(about and not self.is_asking)
        if item is not None and about:
            left = item.finding.code in {"template-column-left", "template-line-left"}
            self.pass_button.setText(
                self.tr("Do not pass over (Space)") if left else self.tr("The template has none (Space)")
            )

    def _share_room(self) -> None:
        """While something is chosen, the hits get the room of the rest."""
        asking = self.is_asking
        for part in (self.column_button, self.row_button):
            part.setVisible(not asking)
        self.keys.setVisible(not asking and self.height() >= _HIGH_ENOUGH_FOR_ALL)
        listed = self.said_label.text() == self.items.sentence_in_front
        self.said_label.setVisible(not asking and not listed and bool(self.said_label.text()))
        for shown in (self.list_label, self.items):
            shown.setVisible(not asking and self.items.count() > 0)
        self._offer_passing_over()

    def _cell_words(self, opened: OpenTemplate, name: str, row: int, column: int) -> str:
        planned = opened.planned(row, column)
        if planned is None:
            text = opened.text(row, column)
            words = self.tr("Cell {cell}: “{text}”") if text else self.tr("Cell {cell}: empty")
            return words.replace("{cell}", name).replace("{text}", text)
        if planned.computes:
            words = self.tr("Cell {cell}: the template's own formula stays")
        elif planned.is_written:
            words = self.tr("Cell {cell}: the figure goes here")
        elif planned.is_emptied:
            words = self.tr("Cell {cell}: left empty, the figure is not known")
        else:
            words = self.tr("Cell {cell}: inside merged cells, no figure goes here")
        return words.replace("{cell}", name)

    def _in_column(self, words: str, column: int | None) -> str:
        if column is None or self._opened is None:
            return words
        named = self.tr("{name} (column {letters})").replace("{letters}", self._opened.letters_of(column))
        return named.replace("{name}", words)

    def _in_row(self, words: str, row: int | None) -> str:
        if row is None:
            return words
        return self.tr("{name} (row {row})").replace("{row}", str(row)).replace("{name}", words)

    def _say(self, button: QPushButton, words: str, name: str, key: str) -> None:
        whole = words.replace("{name}", name)
        room = self.width() - 2 * _MARGIN - 32
        shown = button.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        button.setText(shown.replace("&", "&&"))
        button.setToolTip(f"{whole} ({key})")
        button.setAccessibleName(whole)

    def _button(self, act: Callable[[], None]) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "link")
        button.clicked.connect(lambda _checked=False: act())
        return button
