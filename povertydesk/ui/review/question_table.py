"""The questions of one part of a form, laid out as on paper: number, question, answer, points."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from povertydesk.ui.review.answer_cell import AnswerCell
from povertydesk.ui.theme import present_theme

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent

    from povertydesk.poverty.questionnaire import Item
    from povertydesk.ui.review.answer_words import AnswerState, AnswerWords

_NUMBER, _QUESTION, _ANSWER, _POINTS = range(4)
_QUESTION_SHARE, _ANSWER_SHARE = 5, 6
_PADDING = 8
_ROW_PADDING = 5


class QuestionRow(NamedTuple):
    """One question on the screen."""

    number: QLabel
    question: QLabel
    cell: AnswerCell
    points: QLabel


class QuestionTable(QWidget):
    """The questions of a part of the form in rows; `moved_to` says at which of them the keys are.

    `grown` says that the rows may need another height.
    """

    moved_to = Signal(str)
    grown = Signal()

    def __init__(self, title: str, items: Sequence[Item], words: AnswerWords, parent: QWidget | None = None) -> None:
        """Lay out the questions of a part under its title."""
        super().__init__(parent)
        self.rows: dict[str, QuestionRow] = {}
        self._current = ""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(_QUESTION, _QUESTION_SHARE)
        self._grid.setColumnStretch(_ANSWER, _ANSWER_SHARE)
        heads = (self.tr("Question number"), title, self.tr("Answer"), self.tr("Points"))
        self.heads = [self._head(place, head) for place, head in enumerate(heads)]
        for place, item in enumerate(items, start=1):
            self.rows[item.code] = self._row(place, item, words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def current(self) -> str:
        """The question the keys are at; empty before they came."""
        return self._current

    def show_states(self, states: Mapping[str, AnswerState], *, read_only: bool) -> None:
        """Show what is known of each question, where it changed."""
        for code, row in self.rows.items():
            state = states[code]
            row.cell.show_state(state, read_only=read_only)
            row.question.setEnabled(state.applies is not False)
            row.number.setEnabled(state.applies is not False)
        self.update()

    def show_points(self, points: Mapping[str, str] | None) -> None:
        """Write the points of each question; None where this part has none."""
        for place, label in enumerate([self.heads[_POINTS], *(row.points for row in self.rows.values())]):
            label.setVisible(points is not None)
            if place and points is not None:
                code = list(self.rows)[place - 1]
                label.setText(points.get(code, ""))

    def mark(self, code: str) -> None:
        """Frame the question that is worked at."""
        self._current = code
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tell when the rows were laid out anew."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw paper, lines and the frame of the present answer under the words."""
        super().paintEvent(event)
        theme = present_theme()
        painter = QPainter(self)
        whole = self.rect().adjusted(0, 0, -1, -1)
        painter.fillRect(whole, QColor(theme.paper))
        head = self._band(self.heads[_QUESTION])
        painter.fillRect(head, QColor(theme.hover))
        stripe = QColor(theme.window)
        stripe.setAlpha(128)
        for place, row in enumerate(self.rows.values()):
            band = self._band(row.question)
            if place % 2:
                painter.fillRect(band, stripe)
            painter.setPen(QColor(theme.line))
            painter.drawLine(band.left(), band.top(), band.right(), band.top())
        painter.setPen(QColor(theme.line))
        for column in (_QUESTION, _ANSWER, _POINTS):
            if not self.heads[column].isHidden():
                left = self.heads[column].x()
                painter.drawLine(left, whole.top(), left, whole.bottom())
        painter.drawRect(whole)
        if self._current in self.rows:
            cell = self.rows[self._current].cell
            frame = QRect(cell.x(), self._band(cell).top(), cell.width(), self._band(cell).height())
            painter.fillRect(frame, QColor(theme.accent_soft))
            pen = QPen(QColor(theme.accent))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(frame.adjusted(1, 1, 0, 0))
        painter.end()

    def _band(self, part: QWidget) -> QRect:
        """Return the whole line of the table in which a part stands."""
        return QRect(0, part.y(), self.width() - 1, part.height())

    def _head(self, column: int, words: str) -> QLabel:
        label = QLabel(words)
        label.setProperty("role", "section")
        label.setMargin(5)
        label.setWordWrap(column == _QUESTION)
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter | _side(column))
        self._grid.addWidget(label, 0, column)
        return label

    def _row(self, place: int, item: Item, words: AnswerWords) -> QuestionRow:
        number, question, points = QLabel(str(place)), QLabel(item.text), QLabel()
        question.setWordWrap(True)
        for column, label in ((_NUMBER, number), (_QUESTION, question), (_POINTS, points)):
            label.setContentsMargins(_PADDING, _ROW_PADDING, _PADDING, _ROW_PADDING)
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter | _side(column))
            self._grid.addWidget(label, place, column)
        cell = AnswerCell(item, words)
        cell.arrived.connect(lambda: self.moved_to.emit(item.code))
        self._grid.addWidget(cell, place, _ANSWER)
        return QuestionRow(number, question, cell, points)


def _side(column: int) -> Qt.AlignmentFlag:
    if column == _POINTS:
        return Qt.AlignmentFlag.AlignRight
    return Qt.AlignmentFlag.AlignHCenter if column == _NUMBER else Qt.AlignmentFlag.AlignLeft
