"""The lists a year opens and closes with, household by household, as rounds, decisions and the registry tell them.

**Opening.** The sealed list of the last annual or transition round before the year: what one year closes with, the next
one opens with, also where a monthly round decided something between that closing and 1 January; that decision is an
event of the new year. Where the file has no such round, the opening statuses and the marks "cũ" of the year's own
annual round stand for it. A round of another standard gives its list under that standard, which no change over the year
is drawn up from.

**Closing.** The annual round of the year: its decisions where it is sealed; while it is open what it found so far, up
to today. Households not reviewed in it keep the status decided of them; one that is in the round without a result is
unclassified. A year without an annual round closes with the decisions in force today.

**People.** A sealed list keeps the number of people each household was sealed with.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.household_list import HouseholdEvent, HouseholdEventKind, HouseholdList, MemberChange
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.review import EntryKind, Review, ReviewRound, RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import decisions, reviews, rounds, villages
from povertydesk.workflow.registry_days import RegistryDays

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from povertydesk.legislation.standards import Standard
    from povertydesk.poverty.problems import Value
    from povertydesk.workflow.desk import Desk

_ON_A_LIST = frozenset({PovertyStatus.POOR, PovertyStatus.NEAR_POOR})
_UNCLASSIFIED = PovertyStatus.UNCLASSIFIED


class YearLists(NamedTuple):
    """The opening and closing list of a year with what happened in between.

    `opened_by` is the sealed round the opening rests on, None where it rests on what the year's own reviews say;
    `round` is the year's annual round, None where none was opened. `history` holds the statuses households held by the
    opening, or are said to have held; who is missing in it has no known history. `entry_kinds` is what the reviews say.
    """

    year: int
    opening: HouseholdList
    closing: HouseholdList
    opened_by: ReviewRound | None
    round: ReviewRound | None
    events: tuple[HouseholdEvent, ...]
    member_changes: tuple[MemberChange, ...]
    history: Mapping[str, frozenset[PovertyStatus]]
    entry_kinds: Mapping[str, EntryKind]
    findings: tuple[Finding, ...]


def read_year_lists(desk: Desk, year: int) -> YearLists:
    """Read the lists of a year under the year's standard.

    Refused: years that no law covers, and `year-without-round` where neither the year nor the time before it has a
    round to count from.
    """
    return _Reader(desk, year).read()


class _Reader:
    """Puts the lists of one year together from few reads of the whole file."""

    def __init__(self, desk: Desk, year: int) -> None:
        self._desk = desk
        self._law = desk.program.legislation
        self._year = year
        self._standard = self._law.standard_for(year)
        known = rounds.list_rounds(desk.engine)
        self._round = next((one for one in known if one.year == year and one.kind is RoundKind.ANNUAL), None)
        self._opened_by = self._last_sealed(known)
        if self._round is None and self._opened_by is None:
            raise KnownError("year-without-round", year=year)
        found = reviews.list_reviews(desk.engine, self._round.id) if self._round else ()
        self._reviews: dict[str, Review] = {one.household_id: one for one in found}
        self._registry = RegistryDays(desk.engine)
        self._names = {one.id: one.name for one in villages.list_villages(desk.engine)}

    def read(self) -> YearLists:
        opening = self._sealed_list(self._opened_by, {}) if self._opened_by else self._told_opening()
        closing = self._closing(opening)
        entry_kinds = reviews.list_entry_kinds(self._desk.engine, self._year, opening.on)
        decided = decisions.list_in_year_decisions(self._desk.engine, closing.standard, opening.on, closing.on)
        recognised = HouseholdEventKind.RECOGNISED
        events = [HouseholdEvent(one.household_id, one.from_on, recognised, one.status) for one in decided]
        wanted = {row.household for row in (*opening.rows, *closing.rows)} | {one.household for one in events}
        told = {key: one.opening_status for key, one in self._reviews.items() if one.opening_status is not None}
        course = self._registry.course(opening.on, closing.on, wanted, told)
        return YearLists(
            year=self._year,
            opening=opening,
            closing=closing,
            opened_by=self._opened_by,
            round=self._round,
            events=(*events, *course.events),
            member_changes=course.member_changes,
            history=self._history(closing, entry_kinds),
            entry_kinds=entry_kinds,
            findings=(
                *self._older_round(),
                *self._open_before(),
                *self._opening_contradictions(opening),
                *self._left_out(closing, {one.household_id for one in decided}),
            ),
        )

    def _last_sealed(self, known: tuple[ReviewRound, ...]) -> ReviewRound | None:
        """The sealed round whose list opens the year: of the year's standard where there is one, the latest."""
        sealed = [one for one in known if one.year < self._year and one.closed_on and one.kind is not RoundKind.IN_YEAR]
        return max(sealed, key=lambda one: (one.standard == self._standard.id, one.year, one.opened_on), default=None)

    def _first_day(self, of_round: ReviewRound) -> datetime.date:
        """The day whose decisions a sealed list is made of: of a transition round the first one of its standard."""
        transition = of_round.kind is RoundKind.TRANSITION
        day = self._law.day_of_round(of_round.year, of_round.kind) if transition else of_round.list_on
        return day or of_round.opened_on

    def _sealed_list(self, of_round: ReviewRound, others: Mapping[str, PovertyStatus]) -> HouseholdList:
        """The list a sealed round closed with; `others` are the statuses of households that nothing was decided of."""
        engine, standard = self._desk.engine, self._law.standard(of_round.standard)
        statuses = decisions.statuses_on(engine, of_round.standard, self._first_day(of_round))
        sealed_people = reviews.list_sealed_people(engine, of_round.id)
        return self._list(of_round.list_on or of_round.opened_on, standard, {**others, **statuses}, sealed_people)

    def _told_opening(self) -> HouseholdList:
        """The opening as the year's own reviews tell it, on the last day before the year."""
        statuses = {}
        for key, one in self._reviews.items():
            said = one.opening_status
            if said is None and one.entry_kind is EntryKind.OLD and one.result in _ON_A_LIST:
                said = one.result
            if said is not None:
                statuses[key] = said
        on = datetime.date(self._year - 1, 12, 31)
        return self._list(on, self._standard, statuses, self._people_told_with(on))

    def _people_told_with(self, on: datetime.date) -> dict[str, int]:
        """The people of a day before a sealed list: those that nobody had named when it was sealed counted then too."""
        if self._round is None or self._round.list_on is None:
            return {}
        sealed = reviews.list_sealed_people(self._desk.engine, self._round.id)
        then, sealed_on = self._registry.present_on(on), self._registry.present_on(self._round.list_on)
        return {
            key: then[key].members + max(people - sealed_on[key].members, 0)
            for key, people in sealed.items()
            if key in then and key in sealed_on
        }

    def _closing(self, opening: HouseholdList) -> HouseholdList:
        unclassified = dict.fromkeys((row.household for row in opening.rows), _UNCLASSIFIED)
        if self._round is not None and self._round.closed_on is not None:
            return self._sealed_list(self._round, unclassified)
        today = self._desk.program.clock.now().date()
        on = max(opening.on, min(today, datetime.date(self._year, 12, 31)))
        decided = decisions.statuses_on(self._desk.engine, self._standard.id, on)
        found = {key: one.result or _UNCLASSIFIED for key, one in self._reviews.items()}
        return self._list(on, self._standard, {**unclassified, **decided, **found}, {})

    def _list(
        self,
        on: datetime.date,
        standard: Standard,
        statuses: Mapping[str, PovertyStatus],
        sealed_people: Mapping[str, int],
    ) -> HouseholdList:
        present = self._registry.present_on(on)
        rows = [
            standing.listed(statuses[key], sealed_people.get(key))
            for key, standing in present.items()
            if key in statuses
        ]
        return HouseholdList(on, standard.id, tuple(rows), standard.title)

    def _history(
        self, closing: HouseholdList, entry_kinds: Mapping[str, EntryKind]
    ) -> dict[str, frozenset[PovertyStatus]]:
        """What the records hold, and for households entering a list what their reviews say of the time before."""
        until = self._first_day(self._opened_by) if self._opened_by else datetime.date(self._year - 1, 12, 31)
        history = decisions.statuses_held(self._desk.engine, until, self._year)
        for row in closing.rows:
            said = entry_kinds.get(row.household)
            if said is EntryKind.NEW:
                history.setdefault(row.household, frozenset())
            elif said is EntryKind.RELAPSED:
                history[row.household] = history.get(row.household, frozenset()) | {row.status}
        return history

    def _open_before(self) -> tuple[Finding, ...]:
        """Say that the year before is still open: what it found so far is neither an opening nor a history."""
        year = self._year - 1
        open_ones = [one for one in rounds.list_rounds(self._desk.engine, year) if one.closed_on is None]
        if all(one.kind is RoundKind.IN_YEAR for one in open_ones):
            return ()
        values: dict[str, Value] = {"year": self._year, "before": str(year)}
        return (Finding("round-before-open", Severity.WARNING, Place(year=self._year), values),)

    def _older_round(self) -> tuple[Finding, ...]:
        before = self._opened_by
        if before is None or before.year == self._year - 1:
            return ()
        values: dict[str, Value] = {"year": self._year, "before": str(before.year)}
        return (Finding("opening-from-older-round", Severity.WARNING, Place(year=self._year), values),)

    def _opening_contradictions(self, opening: HouseholdList) -> list[Finding]:
        """Where a review says another opening status than the decisions in force on 1 January: the round counts."""
        if self._opened_by is None or self._opened_by.standard != self._standard.id:
            return []
        decided = decisions.statuses_on(self._desk.engine, self._standard.id, datetime.date(self._year, 1, 1))
        present = self._registry.present_on(opening.on)
        found = []
        for key, review in self._reviews.items():
            said, was = review.opening_status, decided.get(key)
            if key not in present or said is None or said is was or not {said, was} & _ON_A_LIST:
                continue
            standing = present[key]
            values: dict[str, Value] = {"household": standing.listed(said).label, "year": self._opened_by.year}
            place = Place(village=self._names[standing.village], year=self._year, field="opening_status")
            found.append(Finding("opening-status-differs-from-round", Severity.WARNING, place, values))
        return found

    def _left_out(self, closing: HouseholdList, decided_in_year: Container[str]) -> list[Finding]:
        """Name the households that close the year on a list though no round of the year saw them."""
        found = []
        for row in closing.rows if self._round is not None else ():
            seen = row.household in self._reviews or row.household in decided_in_year
            if row.status in _ON_A_LIST and not seen:
                place = Place(village=self._names[row.village], year=self._year)
                values: dict[str, Value] = {"household": row.label, "year": self._year}
                found.append(Finding("listed-household-not-reviewed", Severity.WARNING, place, values))
        return found
