"""The button that opens which columns of the village grid are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from povertydesk.ui.targets.shown_columns import ShownColumns, heading_words
from povertydesk.ui.targets.village_lines import GROUP, LIMITS, OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OPENING_ENDS, _PLAN_ENDS = "people", "near_poor_named"


class ColumnMenu(QPushButton):
    """Lists all columns under their groups; `changed` says that others are to be shown."""

    changed = Signal()

    def __init__(self, columns: ShownColumns, parent: QWidget | None = None) -> None:
        """Offer the columns."""
        super().__init__(parent)
        self._columns = columns
        self.setText(self.tr("&Columns"))
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def _fill(self) -> None:
        menu, words, shown = self.menu(), heading_words(), self._columns.keys
        menu.clear()
        for group, keys in _groups(self._columns.choices):
            if group:
                menu.addSection(words[group].replace(" {year}", ""))
            for key in keys:
                action = menu.addAction(words[key])
                action.setCheckable(True)
                action.setChecked(key in shown)
                action.setToolTip(words.get(f"{key}-explained", ""))
                action.triggered.connect(lambda _=False, key=key: self._toggle(key))
        menu.addSeparator()
        menu.addAction(self.tr("The usual columns")).triggered.connect(self._reset)

    def _toggle(self, key: str) -> None:
        self._columns.toggle(key)
        self.changed.emit()

    def _reset(self) -> None:
        self._columns.reset()
        self.changed.emit()


def _groups(choices: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    opening_ends, plan_ends = choices.index(_OPENING_ENDS) + 1, choices.index(_PLAN_ENDS) + 1
    yield "", tuple(key for key in choices if key == GROUP)
    yield "opening", tuple(key for key in choices[:opening_ends] if key != GROUP)
    yield "sharing", LIMITS
    yield "planned", tuple(key for key in choices[opening_ends:plan_ends] if key not in LIMITS)
    yield "closing", tuple(key for key in choices[plan_ends:] if key not in OUTCOMES)
    yield "actual", tuple(key for key in choices if key in OUTCOMES)
