"""Review rounds: the annual one, the monthly in-year ones, and the transition round under the next standard."""

from __future__ import annotations

import datetime
import enum
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.status import PovertyStatus

if TYPE_CHECKING:
    from povertydesk.poverty.area import AreaType


class RoundKind(enum.StrEnum):
    """Annual (định kỳ, 01/09–14/12), in-year (thường xuyên), transition (an opening list under the next standard)."""

    ANNUAL = "annual"
    IN_YEAR = "in_year"
    TRANSITION = "transition"


class ReviewRound(NamedTuple):
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

    @property
    def list_on(self) -> datetime.date | None:
        """The day its sealed list stands for: the day of closing, or the year's last where that is earlier."""
        return None if self.closed_on is None else min(self.closed_on, datetime.date(self.year, 12, 31))


class Amendment(NamedTuple):
    """A correction of a sealed round, of one household or of the whole, with its reason."""

    id: str
    round_id: str
    household_id: str | None
    amended_on: datetime.date
    reason: str


class ReviewStage(enum.StrEnum):
    """A form being filled in, or one that is complete and judged."""

    DRAFT = "draft"
    COMPLETE = "complete"


class EntryKind(enum.StrEnum):
    """What a household on the list was before: new (mới), relapsed (tái), old (cũ)."""

    NEW = "new"
    RELAPSED = "relapsed"
    OLD = "old"


class Review(NamedTuple):
    """One household in one round: where it stood at the opening, the totals of its form, and what came of it.

    An opening status of None is "history not known", never "not on the list". Points are sums of the form. The number
    of people is the one the round was sealed with.
    """

    id: str
    round_id: str
    household_id: str
    opening_status: PovertyStatus | None = None
    stage: ReviewStage = ReviewStage.DRAFT
    quick_result: str | None = None
    b1: int | None = None
    b2: int | None = None
    income_per_person_vnd: int | None = None
    status: PovertyStatus | None = None
    declared_status: PovertyStatus | None = None
    entry_kind: EntryKind | None = None
    reviewed_on: datetime.date | None = None
    reviewer: str = ""
    note: str = ""
    people_count: int | None = None

    @property
    def result(self) -> PovertyStatus | None:
        """The status it counts with: as judged, or as declared where nothing was entered that could be judged."""
        return self.status or self.declared_status

    @property
    def judged(self) -> bool:
        """Whether the household was given a status."""
        return self.status not in {None, PovertyStatus.UNCLASSIFIED}
