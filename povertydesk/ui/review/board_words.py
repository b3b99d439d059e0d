"""The words of the page of the rounds: rounds, areas, stages of a form, statuses, short enough for a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from povertydesk.poverty.area import AreaType
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.review import ReviewRound, RoundKind
from povertydesk.poverty.status import PovertyStatus

if TYPE_CHECKING:
    from povertydesk.workflow.review_board import BoardRow


class BoardWords(QObject):
    """Says where rounds and households stand."""

    def kind(self, kind: RoundKind) -> str:
        """Name a kind of round (định kỳ, thường xuyên, chuyển tiếp)."""
        return {
            RoundKind.ANNUAL: self.tr("Annual review"),
            RoundKind.IN_YEAR: self.tr("In-year review"),
            RoundKind.TRANSITION: self.tr("Transition review"),
        }[kind]

    def round_title(self, one: ReviewRound) -> str:
        """Name a round in the choice of rounds: kind, when it was opened, whether it is sealed."""
        state = self.tr("sealed") if one.closed_on is not None else self.tr("open")
        return f"{self.kind(one.kind)} · {format_date(one.opened_on)} · {state}"

    def round_days(self, one: ReviewRound) -> str:
        """Say when a round was opened and sealed."""
        opened = self.tr("Opened on {date}").replace("{date}", format_date(one.opened_on))
        if one.closed_on is None:
            return opened
        sealed = self.tr("sealed on {date}")
        return f"{opened} · {sealed.replace('{date}', format_date(one.closed_on))}"

    def area(self, area: AreaType) -> str:
        """Name the area whose lines a round is held against."""
        return self.tr("rural area") if area is AreaType.RURAL else self.tr("urban area")

    def status(self, status: PovertyStatus | None) -> str:
        """Name a status; blank where there is none."""
        if status is None:
            return ""
        return {
            PovertyStatus.POOR: self.tr("Poor"),
            PovertyStatus.NEAR_POOR: self.tr("Near-poor"),
            PovertyStatus.AVERAGE_LIVING_STANDARD: self.tr("Average living standard"),
            PovertyStatus.NOT_POOR: self.tr("Not poor"),
            PovertyStatus.UNCLASSIFIED: self.tr("Not concluded"),
        }[status]

    def opening(self, status: PovertyStatus | None) -> str:
        """Name where a household stood at the opening; unknown history is said, not taken for "not poor"."""
        return self.tr("unknown") if status is None else self.status(status)

    def stage(self, row: BoardRow) -> str:
        """Say how far the form of a household is."""
        if row.ended:
            return self.tr("Household ended")
        if row.declared:
            return self.tr("From the list")
        if row.complete:
            return self.tr("Complete")
        return self.tr("Being entered") if row.begun else self.tr("No form yet")
