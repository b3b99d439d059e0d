"""A person of a household (nhân khẩu), and in which household the person lives from when until when."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

HEAD = "head"
"""The relation of the head of the household (chủ hộ) to itself."""


class Sex(enum.StrEnum):
    """Sex as the identity papers have it (giới tính): male (nam) or female (nữ)."""

    MALE = "male"
    FEMALE = "female"


class Work(enum.StrEnum):
    """The three situations of the request paper (Mẫu 01, Decision 24/2021): in work, without work, at school."""

    EMPLOYED = "employed"
    NOT_EMPLOYED = "not_employed"
    STUDYING = "studying"


@dataclass(frozen=True, slots=True)
class Person:
    """A person known to the office. None is "not known", never "no"; without benefits the tuple is empty.

    Of many only the year of birth is known; where the day is, `birth_year` is its year. The citizen number is text,
    since it begins with a nought; old lists hold numbers of nine digits.
    """

    id: str
    name: str
    birth_on: datetime.date | None = None
    birth_year: int | None = None
    sex: Sex | None = None
    ethnic_group: int | None = None
    citizen_number: str | None = None
    education: str | None = None
    work: Work | None = None
    insurance: bool | None = None
    disability: bool | None = None
    benefits: tuple[str, ...] | None = None
    died_on: datetime.date | None = None

    def born_after(self, day: datetime.date) -> bool:
        """Say whether the person was certainly not born yet on a day; an unknown birth is never after it."""
        if self.birth_on is not None:
            return self.birth_on > day
        return self.birth_year is not None and self.birth_year > day.year


@dataclass(frozen=True, slots=True)
class Membership:
    """A stay of a person in a household under one relation to its head, from one day until before another.

    Without `from_on` the stay began before the records, without `until_on` it goes on. A relation that nobody told
    is None: after a change of head it has to be asked anew.
    """

    id: str
    person_id: str
    household_id: str
    relation: str | None
    from_on: datetime.date | None = None
    until_on: datetime.date | None = None

    @property
    def heads(self) -> bool:
        """Whether the person is the head of the household."""
        return self.relation == HEAD


@dataclass(frozen=True, slots=True)
class Member:
    """A person with the stay that makes it a member of a household."""

    person: Person
    membership: Membership
