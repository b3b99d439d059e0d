"""Where the households of the registry stand at the end of a year: by decisions, and by the rounds still open."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import decisions, households, rounds
from povertydesk.workflow.judge_reviews import read_round
from povertydesk.workflow.registry_days import RegistryDays

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from povertydesk.legislation.standards import Standard
    from povertydesk.poverty.review import ReviewRound
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.judge_reviews import HouseholdResult, RoundRead, RoundResults
    from povertydesk.workflow.registry_days import Standing


class YearStandings(NamedTuple):
    """The households on the closing day of a year with their status under one standard; one without any has no entry.

    `rounds` are the rounds of the year that were judged, the annual or transition round last. `asked_anew` where the
    answers were judged by another standard than the one they were given under: a what-if, decided by nobody.
    """

    year: int
    day: datetime.date
    standard: Standard
    registered: Mapping[str, Standing]
    statuses: Mapping[str, PovertyStatus]
    rounds: tuple[RoundResults, ...]
    asked_anew: bool = False

    @property
    def results(self) -> Mapping[str, HouseholdResult]:
        """The review that counts for each reviewed household: the last round's."""
        return {one.household.id: one for judged in self.rounds for one in judged.results}

    @property
    def main_round(self) -> ReviewRound | None:
        """The round that the year's counts rest on; None where only earlier decisions say where households stand."""
        return self.rounds[-1].law.round if self.rounds else None

    def standing(self) -> Iterator[tuple[Standing, PovertyStatus]]:
        """Go through the registered households with their status; without a judgement they are unclassified."""
        for key, standing in self.registered.items():
            yield standing, self.statuses.get(key, PovertyStatus.UNCLASSIFIED)


class YearRead(NamedTuple):
    """All that the standings of a year need, read from the file in one go; `standings` may run beside the window.

    `decided` is None under a standard that is not the year's own, where a round alone counts.
    """

    year: int
    day: datetime.date
    standard: Standard
    registry: RegistryDays
    decided: Mapping[str, PovertyStatus] | None
    rounds: tuple[RoundRead, ...]

    def standings(self) -> YearStandings | None:
        """Judge the rounds and say where the households stand; None where nothing is known of the year."""
        judged_rounds = tuple(one.judge() for one in self.rounds)
        registered = self.registry.present_on(self.day)
        if self.decided is None:
            (judged,) = judged_rounds
            found = {one.household.id: one.status for one in judged.results}
            return YearStandings(
                self.year, self.day, self.standard, registered, found, judged_rounds, judged.asked_anew
            )
        statuses = dict(self.decided)
        for judged in judged_rounds:
            of_round = judged.law.round
            if of_round.closed_on is not None:
                continue
            for one in judged.results:
                if of_round.kind is RoundKind.ANNUAL or one.status is not PovertyStatus.UNCLASSIFIED:
                    statuses[one.household.id] = one.status
        if not statuses and not any(judged.results for judged in judged_rounds):
            return None
        return YearStandings(self.year, self.day, self.standard, registered, statuses, judged_rounds)


def year_standings(desk: Desk, year: int, standard_id: str | None = None) -> YearStandings | None:
    """Return where households stand at the end of a year; None where the file knows of no round and no decision.

    Decisions in force on the closing day come first; then, of rounds still open, in-year ones where they gave a
    status, and the annual round, whose open forms leave a household unclassified. Under the standard of a transition
    round that round alone counts, under any other one the annual round's answers are judged anew. Refused:
    `no-standard-on-date`, `unknown-standard`, `standard-not-on-date`.
    """
    read = read_year(desk, year, standard_id)
    return read.standings() if read is not None else None


def read_year(desk: Desk, year: int, standard_id: str | None = None) -> YearRead | None:
    """Read what `year_standings` rests on, for judging a large year beside the window; refused as it is."""
    law = desk.program.legislation
    own = law.standard_for(year)
    asked = law.standard(standard_id) if standard_id else own
    of_year = rounds.list_rounds(desk.engine, year)
    day = _closing_day(desk, year, of_year)
    registry = RegistryDays(desk.engine)
    registry.read(day)
    if asked.id != own.id:
        chosen = _round_under(of_year, asked)
        if chosen is None:
            return None
        return YearRead(year, day, asked, registry, None, (read_round(desk, chosen, asked.id),))
    counted = [one for one in of_year if one.standard == own.id and one.kind is not RoundKind.TRANSITION]
    rounds_read = tuple(read_round(desk, one) for one in sorted(counted, key=_annual_last))
    return YearRead(year, day, own, registry, decisions.statuses_on(desk.engine, own.id, day), rounds_read)


def round_for(desk: Desk, year: int, household_id: str, standard_id: str | None = None) -> ReviewRound:
    """Return the round of a year whose review of a household counts: the annual one, else the latest in-year one.

    Under the standard of a transition round it is that round. Where the household is in none of them, the year's main
    round is returned. Refused with `no-round-in-year`.
    """
    law = desk.program.legislation
    own = law.standard_for(year)
    asked = law.standard(standard_id) if standard_id else own
    of_year = rounds.list_rounds(desk.engine, year)
    transition = [one for one in of_year if one.kind is RoundKind.TRANSITION and one.standard == asked.id]
    others = sorted((one for one in of_year if one.kind is not RoundKind.TRANSITION), key=_annual_last, reverse=True)
    choices = [*transition, *others]
    if not choices:
        raise KnownError("no-round-in-year", year=year)
    reviewed = households.rounds_of(desk.engine, household_id)
    return next((one for one in choices if one.id in reviewed), choices[0])


def _closing_day(desk: Desk, year: int, of_year: tuple[ReviewRound, ...]) -> datetime.date:
    """Return the day of the closing list: of a sealed annual round its own, else today within the year."""
    annual = next((one for one in of_year if one.kind is RoundKind.ANNUAL), None)
    if annual is not None and annual.list_on is not None:
        return annual.list_on
    today = desk.program.clock.now().date()
    return min(max(today, datetime.date(year, 1, 1)), datetime.date(year, 12, 31))


def _round_under(of_year: tuple[ReviewRound, ...], asked: Standard) -> ReviewRound | None:
    transition = (one for one in of_year if one.kind is RoundKind.TRANSITION and one.standard == asked.id)
    annual = (one for one in of_year if one.kind is RoundKind.ANNUAL)
    return next(transition, None) or next(annual, None)


def _annual_last(of_round: ReviewRound) -> tuple[bool, str]:
    return of_round.kind is RoundKind.ANNUAL, of_round.opened_on.isoformat()
