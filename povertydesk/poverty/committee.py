"""The steering committee (Ban Chỉ đạo giảm nghèo): which officer is in it in which role from when until when."""

from __future__ import annotations

import datetime
import enum
from dataclasses import dataclass
from typing import NamedTuple


class CommitteeRole(enum.StrEnum):
    """Trưởng ban, Phó ban trực, Phó Trưởng ban, Thư ký, Thành viên."""

    HEAD = "head"
    STANDING_DEPUTY = "standing_deputy"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class OfficerTerm:
    """An officer's time in the committee; `villages` are the keys of those the member is responsible for.

    `until_on` is the first day the term no longer holds; a blank `from_on` is "since before the records".
    """

    id: str
    officer_id: str
    role: CommitteeRole = CommitteeRole.MEMBER
    organisation: str = ""
    phone: str = ""
    from_on: datetime.date | None = None
    until_on: datetime.date | None = None
    villages: tuple[str, ...] = ()

    def holds_on(self, day: datetime.date) -> bool:
        """Say whether the term covers a day."""
        return (self.from_on is None or self.from_on <= day) and (self.until_on is None or day < self.until_on)

    def overlaps(self, other: OfficerTerm) -> bool:
        """Say whether there is a day on which both hold."""
        first = max(self.from_on or datetime.date.min, other.from_on or datetime.date.min)
        return first < min(self.until_on or datetime.date.max, other.until_on or datetime.date.max)


class MemberDuties(NamedTuple):
    """What a member is and looks after, as a paper lists it; `every_village` where the member has all of them."""

    name: str
    position: str
    organisation: str
    role: CommitteeRole
    villages: tuple[str, ...]
    every_village: bool
    households: int


class HelpedName(NamedTuple):
    """A household registered to leave poverty and who helps it, as a paper lists it."""

    head: str
    village: str
    helper: str
