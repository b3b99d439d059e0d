"""The lists a year opens and closes with, household by household, and what happened to households in between."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime

    from povertydesk.poverty.status import PovertyStatus


class Counted(enum.StrEnum):
    """What a line of an official table counts (phân tổ): households (hộ) or people (nhân khẩu)."""

    HOUSEHOLDS = "households"
    PEOPLE = "people"


class ListedHousehold(NamedTuple):
    """One household of an opening or closing list: its key, village, status and number of people on that day.

    `label` is how the office finds it again (code and head of household); findings name the household by it.
    """

    household: str
    village: str
    status: PovertyStatus
    people: int
    label: str = ""


class HouseholdList(NamedTuple):
    """The list of a day under one standard: the poor, the near-poor, and whoever else was reviewed.

    A household that was reviewed and is neither poor nor near-poor stands in it with its status. One that is missing
    from the closing list is gone, not escaped.
    """

    on: datetime.date
    standard: str
    rows: tuple[ListedHousehold, ...]
    standard_title: str = ""


class HouseholdEventKind(enum.StrEnum):
    """What happens to a whole household between opening and closing.

    Recognised: a decision of an in-year review (rà soát thường xuyên). Arriving: moved in (chuyển đến), moved back,
    split off from another (tách hộ). Leaving: moved out (chuyển đi), merged into another (nhập hộ), dissolved (the
    last member died or left).
    """

    RECOGNISED = "recognised"
    MOVED_VILLAGE = "moved_village"
    MOVED_IN = "moved_in"
    MOVED_BACK = "moved_back"
    SPLIT_OFF = "split_off"
    MOVED_OUT = "moved_out"
    MERGED = "merged"
    DISSOLVED = "dissolved"

    @property
    def arriving(self) -> bool:
        """Whether the household begins to be one of the commune."""
        return self in {self.MOVED_IN, self.MOVED_BACK, self.SPLIT_OFF}

    @property
    def leaving(self) -> bool:
        """Whether the household ceases to be one of the commune."""
        return self in {self.MOVED_OUT, self.MERGED, self.DISSOLVED}


class HouseholdEvent(NamedTuple):
    """One dated event of a household. `status` and `village` are those it has from then on; None is "not said"."""

    household: str
    on: datetime.date
    kind: HouseholdEventKind
    status: PovertyStatus | None = None
    village: str | None = None


class MemberChange(NamedTuple):
    """People who joined a household (birth, marriage, move in) or left it (death, marriage, move out) on a day."""

    household: str
    on: datetime.date
    joined: int = 0
    left: int = 0
