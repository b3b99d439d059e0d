"""What stands under the village grid: why the total was shared out so, and the keys; both go on a low screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from povertydesk.poverty.allocation import AllocationBasis
from povertydesk.workflow import set_targets

if TYPE_CHECKING:
    from povertydesk.poverty.target import TargetGrid
    from povertydesk.ui.session import Session


class BelowGrid(QWidget):
    """The reasons on a card, and the keys of the grid; it never keeps the window from getting low."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(parent)
        self._session = session
        self.setMinimumHeight(1)
        self.reasons = QLabel()
        self.reasons.setProperty("role", "muted")
        self.reasons.setWordWrap(True)
        self.keys = QLabel(
            self.tr(
                "Enter goes down · F2 edits · Ctrl+D fills down · Ctrl+C, Ctrl+V copy and paste with Excel · "
                "Alt+Down filters · F4 takes what is offered, fixes a reduction · Enter in Named lists the households"
            )
        )
        self.keys.setProperty("role", "muted")
        self.keys.setWordWrap(True)
        self.card = QFrame()
        self.card.setProperty("role", "card")
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(14, 10, 14, 10)
        title = QLabel(self.tr("Why it was shared out so"))
        title.setProperty("role", "section")
        inside.addWidget(title)
        inside.addWidget(self.reasons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.card)
        layout.addWidget(self.keys)

    def explain(self, grid: TargetGrid, basis: AllocationBasis) -> None:
        """Say why the villages have what they have, where it is a sharing out."""
        from povertydesk.ui.targets.explanation import explained_shares  # noqa: PLC0415 - after the first paint

        desk, year = self._session.desk, self._session.year
        shares = None
        for likely in dict.fromkeys((basis, AllocationBasis.HOUSEHOLDS, AllocationBasis.POOR)):
            shares = shares or set_targets.allocation_of(desk, year, likely, grid)
        minority = set_targets.minority_allocation_of(grid)
        sentences = []
        if shares:
            sentences.append(f"{explained_shares(grid, shares)}.")
            sentences.append(self.tr("Largest remainder; nobody gets more than its poor households."))
        if minority:
            words = self.tr("Ethnic minorities, by their poor households: {shares}.")
            sentences.append(words.replace("{shares}", explained_shares(grid, minority)))
        if any(share.limit is not None for part in (shares, minority) if part for share in part.values()):
            sentences.append(self.tr("(≥) its least, (*) the most it can take, (=) fixed by hand."))
        self.reasons.setText(" ".join(sentences))

    def share_room(self, *, is_high: bool) -> None:
        """Show what there is room for."""
        self.card.setVisible(is_high and bool(self.reasons.text()))
        self.keys.setVisible(is_high)
