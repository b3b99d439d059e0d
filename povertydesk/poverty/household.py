"""A household (hộ gia đình) as the registry knows it, and what happens to it in the course of its life."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from povertydesk.poverty.area import AreaType


class HouseholdEventKind(enum.StrEnum):
    """Birth, death, moving in, out and back, marriage, splitting, merging, another village, another head."""

    BIRTH = "birth"
    DEATH = "death"
    MOVE_IN = "move_in"
    MOVE_OUT = "move_out"
    MOVE_BACK = "move_back"
    MARRIAGE = "marriage"
    SPLIT = "split"
    MERGE = "merge"
    MOVE_VILLAGE = "move_village"
    CHANGE_OF_HEAD = "change_of_head"


@dataclass(frozen=True, slots=True)
class Household:
    """A household known to the office: on the list, or one that asked. None is "not known", never "no".

    `code` is unique within its village. `ethnic_group` is the number of the national list (Decision 121-TCTK/PPCĐ);
    `area` overrides the area of village and commune. The groups are those of the official tables: không có khả năng
    lao động, người có công, dân tộc tại chỗ, bảo trợ xã hội. A household that ended has no members any more.
    """

    id: str
    village_id: str
    code: str
    head_name: str
    people_count: int | None = None
    address: str = ""
    phone: str = ""
    ethnic_group: int | None = None
    area: AreaType | None = None
    no_labour_capacity: bool | None = None
    merit: bool | None = None
    local_minority: bool | None = None
    social_protection: bool | None = None
    entered_on: datetime.date | None = None
    ended_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class HouseholdEvent:
    """One dated event in the life of a household; the other household is where a person came from or went to.

    `ended_on` is the day the household had ended, where the event let it live again: it was away in between.
    """

    household_id: str
    kind: HouseholdEventKind
    happened_on: datetime.date
    person_id: str | None = None
    other_household_id: str | None = None
    from_village_id: str | None = None
    to_village_id: str | None = None
    note: str = ""
    id: str = ""
    ended_on: datetime.date | None = None
