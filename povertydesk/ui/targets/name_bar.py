"""The row over a list of names: which list, which month, results of the sealed round, and its papers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from povertydesk.poverty.named_target import LeavingTarget
from povertydesk.poverty.nearness import RankingOrder
from povertydesk.ui.fields.choice import Choice
from povertydesk.ui.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

_MONTHS = range(1, 13)


class PaperWish(NamedTuple):
    """A paper on names: the list, or the sheet to follow them in the month; of the village shown, or of all."""

    follows: bool
    whole: bool


class NameBar(QWidget):
    """Says what the list shows and what is to be done with it.

    `shown` tells that another list, month or order was chosen, `taking_wanted` asks for the results of the sealed
    round, `print_wanted` and `save_wanted` for a paper (`PaperWish`).
    """

    shown = Signal()
    taking_wanted = Signal()
    print_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, month: int, parent: QWidget | None = None) -> None:
        """Begin with the poor and a month."""
        super().__init__(parent)
        self.lists = Choice()
        self.lists.addItem(self.tr("Poor"), LeavingTarget.POOR.value)
        self.lists.addItem(self.tr("Near-poor"), LeavingTarget.NEAR_POOR.value)
        self.lists.setAccessibleName(self.tr("Which list"))
        self.lists.setToolTip(self.tr("F6 goes to the other list"))
        self.months = Choice()
        for number in _MONTHS:
            self.months.addItem(self.tr("Month {month}").replace("{month}", str(number)), number)
        self.months.setMaxVisibleItems(len(_MONTHS))
        self.months.setCurrentIndex(month - 1)
        self.months.setAccessibleName(self.tr("Month of the follow-up"))
        self.months.setToolTip(self.tr("Alt+Left and Alt+Right go to another month"))
        self.orders = Choice()
        self.orders.addItem(self.tr("Nearest to the line first"), RankingOrder.LINE.value)
        self.orders.addItem(self.tr("Fewest indicators first"), RankingOrder.INDICATORS.value)
        self.orders.setAccessibleName(self.tr("Order of the households"))
        self.orders.setToolTip(self.tr("F7 goes to the other order"))
        self.take_button = QPushButton(self.tr("&Take results from the review"))
        self.take_button.setToolTip(self.tr("Fills in what the sealed round says where no result is noted yet"))
        self.take_button.clicked.connect(lambda _checked=False: self.taking_wanted.emit())
        self.paper_button = QPushButton(self.tr("&Papers"))
        self.paper_button.setMenu(QMenu(self))
        self.lists.currentIndexChanged.connect(lambda _place: self.shown.emit())
        self.months.currentIndexChanged.connect(lambda _place: self.shown.emit())
        self.orders.currentIndexChanged.connect(lambda _place: self.shown.emit())
        layout = WrappingRow(8)
        self.setLayout(layout)
        for part in (self.lists, self.months, self.orders, self.take_button, self.paper_button):
            layout.addWidget(part)

    @property
    def target(self) -> LeavingTarget:
        """The list that is shown."""
        return LeavingTarget(self.lists.currentData())

    @property
    def month(self) -> int:
        """The month of the follow-up."""
        return self.months.currentIndex() + 1

    @property
    def order(self) -> RankingOrder:
        """What stands first."""
        return RankingOrder(self.orders.currentData())

    def step_month(self, step: int) -> None:
        """Go to a month before or after; the year is not left."""
        self.months.setCurrentIndex(min(max(self.months.currentIndex() + step, 0), len(_MONTHS) - 1))

    def toggle_list(self) -> None:
        """Go to the other list."""
        self.lists.setCurrentIndex(1 - self.lists.currentIndex())

    def toggle_order(self) -> None:
        """Go to the other order."""
        self.orders.setCurrentIndex(1 - self.orders.currentIndex())

    def offer_papers(self, village: str) -> None:
        """Name what can be printed and saved of a village, and of all."""
        menu = self.paper_button.menu()
        menu.clear()
        names, sheet = PaperWish(follows=False, whole=False), PaperWish(follows=True, whole=False)
        for words, signal, wish in (
            (self.tr("Print the list of {village} (Ctrl+P)"), self.print_wanted, names),
            (self.tr("Print the sheet of the month of {village}"), self.print_wanted, sheet),
            (self.tr("Save the list of {village}…"), self.save_wanted, names),
            (self.tr("Save the sheet of the month of {village}…"), self.save_wanted, sheet),
            (self.tr("Save the list of all…"), self.save_wanted, names._replace(whole=True)),
            (self.tr("Save the sheets of the month of all…"), self.save_wanted, sheet._replace(whole=True)),
        ):
            action = menu.addAction(words.replace("{village}", village))
            action.triggered.connect(partial(_ask, signal, wish))


def _ask(signal: SignalInstance, wish: PaperWish, _checked: bool = False) -> None:
    signal.emit(wish)
