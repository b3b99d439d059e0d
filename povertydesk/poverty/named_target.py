"""Targets that are names: the households a village registers to bring out of poverty in a year (đăng ký)."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.status import PovertyStatus

if TYPE_CHECKING:
    import datetime


class LeavingTarget(enum.StrEnum):
    """Which list a household is to leave: that of the poor (thoát nghèo) or of the near-poor (thoát cận nghèo)."""

    POOR = "poor"
    NEAR_POOR = "near_poor"

    @property
    def status(self) -> PovertyStatus:
        """The status a household must have to be registered for it."""
        return PovertyStatus(self.value)


class ChosenBy(enum.StrEnum):
    """How a household came to be registered: by hand, or from the ranking of those nearest to leaving."""

    HAND = "hand"
    RANKING = "ranking"


class HouseholdNeed(enum.StrEnum):
    """What a household needs to leave, in the order of the list: vay vốn, con giống, việc làm, nhà ở, nhà tiêu."""

    LOAN = "loan"
    LIVESTOCK = "livestock"
    JOB = "job"
    HOUSE = "house"
    TOILET = "toilet"
    WATER = "water"
    INSURANCE = "insurance"
    SCHOOLING = "schooling"
    LAND = "land"
    TOOLS = "tools"
    KNOWLEDGE = "knowledge"
    OTHER = "other"


NEEDS_OF_DEPRIVATIONS: Mapping[str, HouseholdNeed] = MappingProxyType(
    {
        "employment": HouseholdNeed.JOB,
        "health_insurance": HouseholdNeed.INSURANCE,
        "adult_education": HouseholdNeed.KNOWLEDGE,
        "child_school_attendance": HouseholdNeed.SCHOOLING,
        "housing_quality": HouseholdNeed.HOUSE,
        "housing_area": HouseholdNeed.HOUSE,
        "water_source": HouseholdNeed.WATER,
        "toilet": HouseholdNeed.TOILET,
    }
)
"""What mends a deprivation, as far as one need of the list does; the office decides, no instrument sets it."""


def proposed_needs(deprived: Iterable[str]) -> tuple[HouseholdNeed, ...]:
    """Return what a household may need by the indicators it lacks, in the order of the list of needs."""
    found = {NEEDS_OF_DEPRIVATIONS[code] for code in deprived if code in NEEDS_OF_DEPRIVATIONS}
    return tuple(need for need in HouseholdNeed if need in found)


class TargetResult(enum.StrEnum):
    """What became of a registered household: it left the list, it did not, or it is gone (moved away, dissolved)."""

    LEFT = "left"
    NOT_LEFT = "not_left"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class RegisteredHousehold:
    """One name behind a village's target of a year.

    Who helps is an officer of the register (`helper_id`), or somebody else in free words (`helper`: `Hội Phụ nữ xã`).
    No result is "not known yet".
    """

    id: str
    household_id: str
    year: int
    target: LeavingTarget = LeavingTarget.POOR
    chosen: ChosenBy = ChosenBy.HAND
    helper_id: str | None = None
    helper: str = ""
    needs: tuple[HouseholdNeed, ...] = ()
    note: str = ""
    result: TargetResult | None = None
    result_on: datetime.date | None = None

    @property
    def helped(self) -> bool:
        """Whether somebody is named who helps."""
        return self.helper_id is not None or bool(self.helper)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What was done for a registered household in a month of its year, and by whom."""

    registered_id: str
    month: int
    done: str
    done_by: str = ""
    id: str = ""


def result_of(target: LeavingTarget, closing: PovertyStatus | None) -> TargetResult | None:
    """Return what a status of the closing list means for a name that stood on the opening one.

    Who is missing from the closing list is gone; of who is unclassified nothing is known yet.
    """
    if closing is None:
        return TargetResult.GONE
    if closing is PovertyStatus.UNCLASSIFIED:
        return None
    stays = closing is PovertyStatus.POOR or (target is LeavingTarget.NEAR_POOR and closing is PovertyStatus.NEAR_POOR)
    return TargetResult.NOT_LEFT if stays else TargetResult.LEFT


class NameStanding(NamedTuple):
    """Where a registered household stands on the lists of its year; `label` is how the office finds it again.

    `opening_known` says whether the year has an opening list at all, `closed` whether its round is sealed; a status of
    None then is "not on that list".
    """

    registered: RegisteredHousehold
    village: str
    label: str
    opening_known: bool
    closed: bool
    opening: PovertyStatus | None
    closing: PovertyStatus | None


class VillageNames(NamedTuple):
    """The three figures of a village side by side, in households of a list: assigned, registered (typed), and named.

    `named` is the length of the list of names; `unhelped` counts the names nobody was assigned to. None is "not set".
    Of the near-poor, whom no office above assigns, the planned reduction stands for what was assigned.
    """

    village_id: str
    village: str
    assigned: int | None
    registered: int | None
    named: int
    unhelped: int = 0
    target: LeavingTarget = LeavingTarget.POOR

    @property
    def agrees(self) -> bool:
        """Whether those of the three figures that are set are one and the same."""
        return len({self.named, self.assigned, self.registered} - {None}) == 1

    @property
    def difference(self) -> int | None:
        """How many more are named than assigned, or below nought fewer; None where nothing was assigned."""
        return None if self.assigned is None else self.named - self.assigned
