"""What an import of a household list will do, row by row, before anything is written."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.problems import Finding, Place, Severity

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping
    from pathlib import Path

    from povertydesk.exchange.household_columns import HouseholdTable
    from povertydesk.poverty.decision import HouseholdDecision
    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.person import Membership, Person
    from povertydesk.poverty.problems import Value
    from povertydesk.poverty.review import Review, ReviewRound

_NAMES = ("head_name", "person_name")

Progress = Callable[[str, int, int], None]
"""Told how far a long task is: the step (`reading`, `matching`, `checking`, `writing`), how many of how many."""

Cancelled = Callable[[], bool]
"""Asked now and then whether the clerk wants the task to end without having changed anything."""


class RowState(enum.StrEnum):
    """What an import does with a household of the list."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


class FieldChange(NamedTuple):
    """One field that becomes another: of the household, or of the member named. Codes stand for words, True for yes.

    `sensitive` values are shown masked.
    """

    field: str
    before: Value
    after: Value
    person: str = ""


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    """A member of the list as it will be kept; without a key it is new. `stay` is the present one."""

    person: Person
    relation: str | None
    stay: Membership | None = None
    changed: bool = True
    since: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class PlannedReview:
    """The review of a household as it will be kept, with the parts of its form that change."""

    review: Review
    parts: Mapping[str, Mapping[str, FormAnswer]]


@dataclass(frozen=True, slots=True)
class PlannedHousehold:
    """One household of the list: what happens to it and what it will be. A rejected one has no `household`.

    `decisions` are those that the days of leaving the list come to; of a new household they name no household yet.
    """

    sheet: str
    row: int
    state: RowState
    village: str
    head_name: str
    household: Household | None = None
    people: tuple[PlannedPerson, ...] = ()
    review: PlannedReview | None = None
    changes: tuple[FieldChange, ...] = ()
    decisions: tuple[HouseholdDecision, ...] = ()


class Counts(NamedTuple):
    """The households of a list by what happens to them; the last four add up to the first."""

    read: int
    added: int
    updated: int
    unchanged: int
    rejected: int


@dataclass(frozen=True)
class ImportPlan:
    """The dry run of an import. `of_round` is the round the reviews go to; one without a key is opened with them.

    `known_as_of` is the last act of the file the plan was made on: a later one makes the plan outdated. `confirmed`
    are the tables whose mapping somebody chose, to be remembered.
    `unread` counts the households with a cell that cannot be read: they are rejected and stand in no row. `taken_in`
    are households of the registry that enter a newly opened round, with nothing answered yet.
    """

    year: int
    workbook: Path
    known_as_of: int
    tables: tuple[HouseholdTable, ...]
    rows: tuple[PlannedHousehold, ...]
    findings: tuple[Finding, ...]
    unread: int = 0
    new_villages: tuple[str, ...] = ()
    of_round: ReviewRound | None = None
    taken_in: tuple[Review, ...] = ()
    confirmed: tuple[HouseholdTable, ...] = ()

    @cached_property
    def counts(self) -> Counts:
        """How many households are new, changed, unchanged and rejected."""
        states = [row.state for row in self.rows]
        return Counts(
            len(states) + self.unread,
            states.count(RowState.NEW),
            states.count(RowState.CHANGED),
            states.count(RowState.UNCHANGED),
            states.count(RowState.REJECTED) + self.unread,
        )

    @property
    def writes(self) -> bool:
        """Whether anything of the list is to be written."""
        return bool(self.counts.added or self.counts.updated)

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The findings that keep households out or want a look: those to mark in the clerk's workbook."""
        return tuple(one for one in self.findings if one.severity is not Severity.NOTE)


def named_in_line(table: HouseholdTable, row: int | None) -> str:
    """Return the name that stands in a line (as Excel counts it), also of a household that cannot be read."""
    if row is None:
        return ""
    names = (table.sheet.text(row - 1, table.columns[name]) for name in _NAMES if name in table.columns)
    return next((name for name in names if name), "")


def place_of(table: HouseholdTable, row: int, name: str) -> Place:
    """Name the cell of a field in a line (as Excel counts it); the line alone where the list has no such column."""
    if name in table.columns:
        return table.heading.place(row - 1, name)
    return Place(sheet=table.sheet.name, row=row)
