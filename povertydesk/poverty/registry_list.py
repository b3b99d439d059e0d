"""The list of the registry (danh sách hộ): what it shows of a household, how it is filtered, how it is ordered."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from povertydesk.poverty.review import ReviewRound
    from povertydesk.poverty.status import PovertyStatus


class RegistryColumn(enum.StrEnum):
    """The columns of the list; each of them can order it."""

    CODE = "code"
    HEAD = "head"
    VILLAGE = "village"
    PEOPLE = "people"
    ETHNIC_GROUP = "ethnic_group"
    ADDRESS = "address"
    STATUS = "status"
    IN_ROUND = "in_round"


class Standing(enum.StrEnum):
    """Where a household stands, as one list shows it: by its status, without one, or by how far its review is.

    `UNKNOWN` is no decision in force, or a form without a result; it is never "not poor".
    """

    POOR = "poor"
    NEAR_POOR = "near_poor"
    AVERAGE_LIVING_STANDARD = "average_living_standard"
    NOT_POOR = "not_poor"
    UNKNOWN = "unclassified"
    DRAFT = "draft"
    NOT_IN_ROUND = "not_in_round"


class RegistryDay(NamedTuple):
    """What the statuses of a list are of: a standard on a day, and the round that is open; None where there is none."""

    day: datetime.date
    standard: str | None = None
    open_round: ReviewRound | None = None


class RegistryFilter(NamedTuple):
    """Which households a list shows; what is empty or None lets all through.

    Texts may stand anywhere in their column, with or without accents; the code is its beginning. `ended` asks for
    those that moved away, died out or were merged, instead of those that are there.
    """

    code: str = ""
    head: str = ""
    address: str = ""
    village_id: str | None = None
    status: Standing | None = None
    in_round: Standing | None = None
    ended: bool = False


class RegistryOrder(NamedTuple):
    """By which column a list stands; heads by their given name (tên) first."""

    column: RegistryColumn = RegistryColumn.HEAD
    descending: bool = False


class RegistryRow(NamedTuple):
    """One household of the list. `number` is its place in the file, which holds as long as the file is open.

    `status` is that of the day, None where no decision is known; `in_round` is None where no round is open.
    """

    number: int
    household_id: str
    code: str
    head_name: str
    village: str
    people_count: int | None
    ethnic_group: int | None
    address: str
    phone: str
    status: PovertyStatus | None
    in_round: Standing | None


class RegistryCounts(NamedTuple):
    """How many households a filter lets through and how many people they have, of them by status, and of how many."""

    households: int
    people: int
    by_status: Mapping[PovertyStatus, int]
    registered: int
