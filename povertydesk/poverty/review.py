"""Review rounds: the annual one, the monthly in-year ones, and the transition round under the next standard."""

from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from povertydesk.poverty.area import AreaType


class RoundKind(enum.StrEnum):
    """Annual (định kỳ, 01/09–14/12), in-year (thường xuyên), transition (an opening list under the next standard)."""

    ANNUAL = "annual"
    IN_YEAR = "in_year"
    TRANSITION = "transition"


@dataclass(frozen=True, slots=True)
class ReviewRound:
    """One round of a year, bound to exactly one standard and area; a closed round is sealed and only amended."""

    id: str
    year: int
    kind: RoundKind
    standard: str
    opened_on: datetime.date
    closed_on: datetime.date | None = None
    area: AreaType | None = None
    questionnaire: str | None = None

    @property
    def closing_year(self) -> int:
        """The year whose opening list this round gives: a transition round opens the following year."""
        return self.year + 1


@dataclass(frozen=True, slots=True)
class Amendment:
    """A correction of a sealed round, of one household or of the whole, with its reason."""

    id: str
    round_id: str
    household_id: str | None
    amended_on: datetime.date
    reason: str
