"""The people behind official tables 14 and 15 (danh sách chi tiết hộ cận nghèo, hộ nghèo): head line, then members."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.household_flows import Figure, FlowTable
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.review import EntryKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import households, people, reviews, villages
from povertydesk.workflow.year_course import YearCourse, read_course

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.poverty.area import Village
    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.household_list import ListedHousehold
    from povertydesk.poverty.person import Member
    from povertydesk.workflow.desk import Desk

_TABLES = {PovertyStatus.POOR: FlowTable.POOR, PovertyStatus.NEAR_POOR: FlowTable.NEAR_POOR}


_GROUPS, _SUPPORT = "groups", "support"
"""The items of every review form that the lists have columns for."""


class ListedFamily(NamedTuple):
    """A household of a list with its members as they were on the day of the list, the head first.

    `unnamed` is how many people it has beyond the members entered: the list counts them and cannot name them.
    `entry_kind` is how it stands on this list: old (cũ) where it opened the year on it, relapsed or new where its
    history tells; None where that is not known, or where it came from elsewhere and its review does not say. `groups`
    and `support` are the options its form names, none of them an empty set; None where the year's form does not say.
    """

    household: Household
    village: Village
    status: PovertyStatus
    entry_kind: EntryKind | None
    members: tuple[Member, ...]
    unnamed: int
    groups: frozenset[str] | None = None
    support: frozenset[str] | None = None

    @property
    def people(self) -> int:
        """The people the list counts of it."""
        return len(self.members) + self.unnamed


class ListedPeople(NamedTuple):
    """The two lists a year closes with, by village and household code."""

    poor: tuple[ListedFamily, ...]
    near_poor: tuple[ListedFamily, ...]


def listed_people(desk: Desk, year: int) -> ListedPeople:
    """Return the poor and the near-poor that a year closes with, with their members.

    As many households and people as tables 2 and 3 close with. Refused like `year_course`.
    """
    return people_of_course(desk, read_course(desk, year))


def people_of_course(desk: Desk, course: YearCourse) -> ListedPeople:
    """Return the poor and the near-poor of a year's course that was read before."""
    closing = course.lists.closing
    rows = [row for row in closing.rows if row.status in _TABLES]
    keys = [row.household for row in rows]
    members = people.list_members_of(desk.engine, keys, closing.on)
    known = {one.id: one for one in households.list_all_households(desk.engine)}
    places = {one.id: one for one in villages.list_villages(desk.engine)}
    order = {key: number for number, key in enumerate(places)}
    kinds = _EntryKinds(course)
    of_year = course.lists.round
    answers = reviews.list_answers_of(desk.engine, of_year.id, keys) if of_year is not None else {}
    families = [
        ListedFamily(
            known[row.household],
            places[row.village],
            row.status,
            kinds.of(row),
            own := members.get(row.household, ()),
            row.people - len(own),
            _chosen(answers.get(row.household, {}), _GROUPS),
            _chosen(answers.get(row.household, {}), _SUPPORT),
        )
        for row in sorted(rows, key=lambda row: (order[row.village], known[row.household].code))
    ]
    return ListedPeople(
        tuple(one for one in families if one.status is PovertyStatus.POOR),
        tuple(one for one in families if one.status is PovertyStatus.NEAR_POOR),
    )


def _chosen(answers: Mapping[str, FormAnswer], item: str) -> frozenset[str] | None:
    answer = answers.get(item)
    return None if answer is None or answer.unknown else answer.options


class _EntryKinds:
    """How each household of the closing lists came onto its list."""

    def __init__(self, course: YearCourse) -> None:
        self._course = course
        self._opening = {row.household: row.status for row in course.lists.opening.rows}
        # Whoever came from elsewhere, or has no known history: what is told of it stands, nothing is concluded.
        self._elsewhere = {
            table: frozenset(course.flows.commune.households_behind(Figure(table, Counted.HOUSEHOLDS, "other_in")))
            for table in FlowTable
        }

    def of(self, row: ListedHousehold) -> EntryKind | None:
        """Return how a household came onto the list it stands on."""
        said = self._course.lists.entry_kinds.get(row.household)
        if self._opening.get(row.household) is row.status:
            return EntryKind.OLD
        history = self._course.lists.history.get(row.household)
        if history is None or row.household in self._elsewhere[_TABLES[row.status]]:
            return None if said is EntryKind.OLD else said
        return EntryKind.RELAPSED if row.status in history else EntryKind.NEW
