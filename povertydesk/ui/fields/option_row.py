"""A few answers side by side, chosen by their digit: nothing opens, nothing is in the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_PADDING = 18


class Option(NamedTuple):
    """One answer: the digit that chooses it, what it stands for, and its words."""

    digit: str
    value: Any
    words: str


class OptionRow(QWidget):
    """Answers of which one stands; a digit or an arrow chooses, Enter goes on.

    `keep`, where there is one, takes the new value and says whether it was kept; otherwise the one before stands again.
    With `nothing_first` none stands until one is chosen.
    """

    chosen = Signal(object)

    def __init__(
        self,
        label: str,
        options: Sequence[Option],
        *,
        beside: bool = True,
        per_line: int = 9,
        nothing_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make the row with its `label` beside or above it, so many answers a line."""
        super().__init__(parent)
        self._per_line = per_line
        self._first = -1 if nothing_first else 0
        self.keep: Callable[[Any], bool] | None = None
        self._buttons: list[QToolButton] = []
        self.label = QLabel(label)
        self.label.setWordWrap(True)
        self.row = _Keys(self)
        self.row.setProperty("role", "options")
        self.row.setAccessibleName(label.replace("&", ""))
        self.row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.row.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.label.setBuddy(self.row)
        self._inside = QGridLayout(self.row)
        self._inside.setContentsMargins(2, 2, 2, 2)
        self._inside.setSpacing(2)
        outer = QHBoxLayout(self) if beside else QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8 if beside else 2)
        outer.addWidget(self.label, 1 if beside else 0)
        outer.addWidget(self.row, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self.row)
        self._options: tuple[Option, ...] = ()
        self._place = self._first
        self.set_options(options)

    @property
    def value(self) -> Any:
        """What stands now."""
        return self._options[self._place].value if 0 <= self._place < len(self._options) else None

    @property
    def words(self) -> str:
        """The words of what stands now."""
        return self._options[self._place].words if 0 <= self._place < len(self._options) else ""

    @property
    def options(self) -> tuple[Option, ...]:
        """The answers there are."""
        return self._options

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other answers; one that stood and is still there stands on."""
        before = self.value
        for button in self._buttons:
            self._inside.removeWidget(button)
            button.deleteLater()
        self._options = tuple(options)
        self._buttons = [self._button(place, option) for place, option in enumerate(self._options)]
        self.show_value(before)

    def show_value(self, value: Any) -> None:
        """Show what the records say."""
        self._place = next((place for place, one in enumerate(self._options) if one.value == value), self._first)
        for place, button in enumerate(self._buttons):
            button.setChecked(place == self._place)
        self.row.setAccessibleDescription(self.words)

    def choose(self, place: int) -> None:
        """Choose an answer as a key or click does."""
        if not 0 <= place < len(self._options):
            return
        before, value = self.value, self._options[place].value
        was_chosen = self._place == place
        self.show_value(value)
        if was_chosen:
            return
        if self.keep is not None and not self.keep(value):
            self.show_value(before)
            return
        self.chosen.emit(value)

    def answer(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False where it means nothing."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.row.focusNextChild()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.choose(self._place + (1 if event.key() == Qt.Key.Key_Right else -1))
        else:
            place = next((at for at, one in enumerate(self._options) if event.text() and one.digit == event.text()), -1)
            self.choose(place)
            return place >= 0
        return True

    def _button(self, place: int, option: Option) -> QToolButton:
        button = QToolButton()
        button.setText(f"{option.digit} {option.words}")
        button.setCheckable(True)
        # The chosen one is bold: it needs the room before it is.
        bold = QFont(self.font())
        bold.setBold(True)
        button.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(button.text()) + _PADDING)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._click(place))
        self._inside.addWidget(button, place // self._per_line, place % self._per_line)
        return button

    def _click(self, place: int) -> None:
        self.row.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choose(place)
        self.show_value(self.value)


class _Keys(QFrame):
    """Has the keys of a row."""

    def __init__(self, of: OptionRow) -> None:
        super().__init__(of)
        self._of = of

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier) or not self._of.answer(event):
            event.ignore()
