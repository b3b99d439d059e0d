"""Where the year stands, read in one go: round, rates, deprivation, the year's course, and what is due next."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.rate import percent
from povertydesk.poverty.review import RoundKind
from povertydesk.poverty.rollup import total
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import decisions, rounds
from povertydesk.workflow.classify_year import classify_standings
from povertydesk.workflow.deprivation_profile import profile_of_standings
from povertydesk.workflow.due_tasks import DueTask, due_tasks
from povertydesk.workflow.record_villages import commune_totals, known_years, read_villages
from povertydesk.workflow.registry_days import RegistryDays
from povertydesk.workflow.review_board import VillageProgress, review_board
from povertydesk.workflow.year_standings import year_standings

if TYPE_CHECKING:
    from decimal import Decimal

    from povertydesk.poverty.review import ReviewRound
    from povertydesk.workflow.count_standings import YearClassification
    from povertydesk.workflow.deprivation_profile import YearProfile
    from povertydesk.workflow.desk import Desk


class RoundStanding(NamedTuple):
    """How far the year's main round is, by village in the office's order and in all."""

    round: ReviewRound
    villages: tuple[VillageProgress, ...]
    total: VillageProgress


class YearEnd(NamedTuple):
    """The poverty of the commune at the end of a year; `from_round` where a sealed round says it, not typed figures.

    Rates are percent of the resident households, None where one of the two numbers is not known. `standard` is by
    which standard: rates of two standards are not compared.
    """

    year: int
    standard: str
    residents: int | None
    poor: int | None
    near_poor: int | None
    from_round: bool

    @property
    def poor_rate(self) -> Decimal | None:
        """Poor households in percent of the resident ones."""
        return percent(self.poor, self.residents)

    @property
    def near_poor_rate(self) -> Decimal | None:
        """Near-poor households in percent of the resident ones."""
        return percent(self.near_poor, self.residents)


class Overview(NamedTuple):
    """Everything the page Tổng quan shows of a year.

    `refusal` says why the year cannot be counted (no standard covers it); the counts are None then. `profile` is None
    where nothing was reviewed, `standing` where no round was opened.
    """

    year: int
    today: datetime.date
    villages: int
    standing: RoundStanding | None
    counts: YearClassification | None
    profile: YearProfile | None
    year_ends: tuple[YearEnd, ...]
    tasks: tuple[DueTask, ...]
    refusal: KnownError | None = None


def read_overview(desk: Desk, year: int) -> Overview:
    """Read where a year stands. Nothing is refused: what cannot be counted is said in `refusal`."""
    standing = _standing(desk, year)
    counts = profile = refusal = None
    try:
        standings = year_standings(desk, year)
        counts = classify_standings(desk, year, standings)
        profile = profile_of_standings(standings, read_villages(desk, year))
    except KnownError as error:
        refusal = error
    progress = None if standing is None else (standing.round, standing.total)
    return Overview(
        year=year,
        today=desk.program.clock.now().date(),
        villages=len(read_villages(desk, year).rows),
        standing=standing,
        counts=counts,
        profile=profile,
        year_ends=year_ends(desk),
        tasks=due_tasks(desk, year, progress),
        refusal=refusal,
    )


def year_ends(desk: Desk) -> tuple[YearEnd, ...]:
    """Return the poverty at the end of each year the file knows it of, oldest first.

    A sealed annual round counts; without one the figures with which the next year opens stand for it, as typed or
    imported, under the standard of that next year. Years that no law covers are left out.
    """
    sealed = {
        one.year: one
        for one in rounds.list_rounds(desk.engine)
        if one.kind is RoundKind.ANNUAL and one.closed_on is not None
    }
    days = RegistryDays(desk.engine) if sealed else None
    found = []
    years = known_years(desk)
    for year in sorted({*sealed, *(one - 1 for one in years)}):
        of_round = sealed.get(year)
        made = _of_round(desk, of_round, days) if of_round is not None and days is not None else _of_figures(desk, year)
        if made is not None:
            found.append(made)
    return tuple(found)


def _standing(desk: Desk, year: int) -> RoundStanding | None:
    of_year = rounds.list_rounds(desk.engine, year)
    order = (RoundKind.ANNUAL, RoundKind.TRANSITION, RoundKind.IN_YEAR)
    chosen = min(of_year, key=lambda one: (order.index(one.kind), -one.opened_on.toordinal()), default=None)
    if chosen is None:
        return None
    board = review_board(desk, chosen.id)
    return RoundStanding(board.round, board.villages, board.total)


def _of_round(desk: Desk, of_round: ReviewRound, days: RegistryDays) -> YearEnd:
    day = of_round.list_on or datetime.date(of_round.year, 12, 31)
    registered = days.present_on(day)
    statuses = decisions.statuses_on(desk.engine, of_round.standard, day)
    counted = Counter(status for key, status in statuses.items() if key in registered)
    residents = total(figures.households for _, figures in read_villages(desk, of_round.year).rows)
    poor, near_poor = counted[PovertyStatus.POOR], counted[PovertyStatus.NEAR_POOR]
    return YearEnd(of_round.year, of_round.standard, residents, poor, near_poor, from_round=True)


def _of_figures(desk: Desk, year: int) -> YearEnd | None:
    known = commune_totals(desk, year + 1)
    if known["poor"] is None and known["near_poor"] is None:
        return None
    try:
        standard = desk.program.legislation.standard_for(year + 1)
    except KnownError:
        return None
    figures = read_villages(desk, year + 1).total
    return YearEnd(year, standard.id, figures["households"], known["poor"], known["near_poor"], from_round=False)
