"""A household of four to try life events on."""

from __future__ import annotations

import datetime

from povertydesk.poverty.household import Household
from povertydesk.poverty.person import HEAD, Person, Sex
from povertydesk.store import people
from povertydesk.workflow import keep_registry
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.keep_registry import NewMember
from tests.workflow.contents import key_of

FAMILY = (
    NewMember(Person("", "Bùi Văn Mẫu", birth_year=1970, sex=Sex.MALE), HEAD),
    NewMember(Person("", "Hà Thị Thử", birth_year=1972, sex=Sex.FEMALE), "wife"),
    NewMember(Person("", "Bùi Thị Tập", datetime.date(1995, 3, 4), sex=Sex.FEMALE), "child"),
    NewMember(Person("", "Bùi Văn Nháp", birth_year=1998), "child"),
)


def day(month: int, of_month: int, year: int = 2022) -> datetime.date:
    return datetime.date(year, month, of_month)


def household_of(
    desk: Desk, members: tuple[NewMember, ...] = FAMILY, village: str = "Thôn Phi Long", head: str = "Bùi Văn Mẫu"
) -> str:
    """Enter a household in a village and return its key."""
    return keep_registry.add_household(desk, Household("", key_of(desk, village), "", head), members).id


def member(desk: Desk, household: str, name: str) -> str:
    """Return the key of a present member by name."""
    return next(one.person.id for one in people.list_members(desk.engine, household) if one.person.name == name)


def relations(desk: Desk, household: str, on: datetime.date | None = None) -> dict[str, str | None]:
    """Return the members of a household with their relation to the head."""
    return {
        one.person.name: one.membership.relation for one in keep_registry.read_household(desk, household, on).members
    }
