"""The ranking: which households of the list a year opens with are nearest to leaving it, and what would have to change.

It rests on the forms of the round that opened the year; where the file has none, on those of the year's own round. A
household whose form says nothing that can be judged comes last: what is not known is never "near".
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from povertydesk.legislation.form_judging import what_would_change
from povertydesk.poverty.named_target import LeavingTarget
from povertydesk.poverty.nearness import Nearness, RankingOrder, Reach
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.status import PovertyStatus
from povertydesk.store import households, reviews, villages
from povertydesk.workflow.form_law import form_law, judge_review
from povertydesk.workflow.year_lists import read_year_lists

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from povertydesk.legislation.form_judging import FormJudgement, WouldChange
    from povertydesk.poverty.area import Village
    from povertydesk.poverty.form_answers import FormAnswer
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.review import Review
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.form_law import FormLaw
    from povertydesk.workflow.year_lists import YearLists

_STANDING = {
    PovertyStatus.POOR: 0,
    PovertyStatus.NEAR_POOR: 1,
    PovertyStatus.AVERAGE_LIVING_STANDARD: 2,
    PovertyStatus.NOT_POOR: 3,
}
"""The statuses from the poorest up; leaving a list is any step up from it."""

_LISTED = frozenset({PovertyStatus.POOR, PovertyStatus.NEAR_POOR})


class RankedHousehold(NamedTuple):
    """A household of the opening list with its form's totals and what would bring it off that list.

    `deprived` are the indicators it lacks; `change` lists every single change that would turn the result, None where
    the form does not lead to the list. `listed` is False where the year's own round has judged it off the list.
    """

    household: Household
    village: Village
    target: LeavingTarget
    b1: int | None
    b2: int | None
    income_per_person_vnd: int | None
    deprived: tuple[str, ...]
    nearness: Nearness
    change: WouldChange | None
    listed: bool = True


class Ranking(NamedTuple):
    """The households of a year's opening list in the order they are nearest to leaving it.

    `indicators` are the names of the indicators by code, under the standard of the forms it rests on; `judged` are all
    of the list in no order, whom the year's own round has judged off it meanwhile among them.
    """

    year: int
    target: LeavingTarget
    order: RankingOrder
    rows: tuple[RankedHousehold, ...]
    findings: tuple[Finding, ...]
    indicators: Mapping[str, str] = MappingProxyType({})
    judged: tuple[RankedHousehold, ...] = ()

    def ordered(self, order: RankingOrder) -> Ranking:
        """Return the same households in another order; among equals by village and code."""
        rows = sorted(
            self.rows,
            key=lambda one: (*one.nearness.sort_key(order), one.village.position, one.household.code, one.household.id),
        )
        return self._replace(order=order, rows=tuple(rows))


def rank_households(
    desk: Desk,
    year: int,
    target: LeavingTarget = LeavingTarget.POOR,
    order: RankingOrder = RankingOrder.LINE,
    village_id: str | None = None,
) -> Ranking:
    """Rank the households of the opening list, of one village or of all; among equals by village and code.

    Whom the year's own round has judged off the list meanwhile is left out; whom the list holds although the form says
    otherwise (an amended result) comes last, since the form does not say why. Refused like the lists of the year:
    `year-without-round`, and years no law covers.
    """
    lists = read_year_lists(desk, year)
    judged = judge_listed(
        desk,
        lists,
        lambda _, status: status is target.status,
        village_id,
    )
    return _ranking(desk, lists, target, judged).ordered(order)


def rank_listed(desk: Desk, lists: YearLists, village_id: str) -> dict[LeavingTarget, Ranking]:
    """Rank the poor and the near-poor of a village by their distance to the line, from lists that were read before."""
    judged = judge_listed(desk, lists, lambda _household, _status: True, village_id)
    return {
        target: _ranking(desk, lists, target, tuple(one for one in judged if one.target is target))
        for target in LeavingTarget
    }


def judge_listed(
    desk: Desk,
    lists: YearLists,
    wanted: Callable[[Household, PovertyStatus], bool],
    village_id: str | None = None,
) -> tuple[RankedHousehold, ...]:
    """Judge the poor and near-poor of a year's opening list that are wanted, by what would bring them off it.

    With a village nothing of others is read.
    """
    of_round = lists.opened_by or lists.round
    if of_round is None:
        return ()
    law = form_law(desk, of_round)
    places = {one.id: one for one in villages.list_villages(desk.engine)}
    found = {one.household_id: one for one in reviews.list_reviews(desk.engine, of_round.id, village_id)}
    answers = reviews.list_answers(desk.engine, of_round.id, village_id)
    known = {one.id: one for one in households.list_households(desk.engine, village_id)}
    return tuple(
        _ranked_household(
            law,
            known[row.household],
            places[known[row.household].village_id],
            LeavingTarget(row.status.value),
            found.get(row.household),
            answers.get(row.household, {}),
            sealed=lists.opened_by is not None,
        )
        for row in lists.opening.rows
        if row.status in _LISTED and row.household in known and wanted(known[row.household], row.status)
    )


def leaving_ways(change: WouldChange, target: LeavingTarget) -> WouldChange:
    """Keep of the changes that would turn a result those that lead off the list."""

    def leaves(status: PovertyStatus) -> bool:
        return _STANDING.get(status, -1) > _STANDING[target.status]

    return structs.replace(
        change,
        indicators=tuple(one for one in change.indicators if not one.deprived and leaves(one.status)),
        amounts=tuple(one for one in change.amounts if one.difference > 0 and leaves(one.status)),
        counts=tuple(one for one in change.counts if one.difference < 0 and leaves(one.status)),
    )


def able_counts(desk: Desk, year: int, reach: Reach | None = None) -> dict[str, int]:
    """Count the poor households of each village that can leave poverty, as far as `reach` says.

    A village whose listed households have no form that could be judged is not counted at all. Refused as in
    `rank_households`.
    """
    within = reach or Reach()
    counts: dict[str, int] = dict.fromkeys((one.id for one in villages.list_villages(desk.engine)), 0)
    known: dict[str, bool] = {}
    for one in rank_households(desk, year).rows:
        key = one.village.id
        known[key] = known.get(key, False) or one.nearness.known
        counts[key] += within.holds(one.nearness)
    for row in villages.list_figures(desk.engine, year):
        known.setdefault(row.village_id, not row.poor)
    return {village: count for village, count in counts.items() if known.get(village, True)}


def indicator_names(desk: Desk, year: int) -> dict[str, str]:
    """Return what the indicators are called that the households of a year's opening list were judged by."""
    try:
        return _indicator_names(desk, read_year_lists(desk, year))
    except KnownError:
        return {}


def _ranking(desk: Desk, lists: YearLists, target: LeavingTarget, judged: tuple[RankedHousehold, ...]) -> Ranking:
    rows = tuple(one for one in judged if one.listed)
    findings = tuple(_without_form(lists.year, rows))
    names = _indicator_names(desk, lists)
    return Ranking(lists.year, target, RankingOrder.LINE, rows, findings, names, judged).ordered(RankingOrder.LINE)


def _indicator_names(desk: Desk, lists: YearLists) -> dict[str, str]:
    of_round = lists.opened_by or lists.round
    if of_round is None:
        return {}
    return {one.code: one.name for one in desk.program.legislation.standard(of_round.standard).indicators}


def _ranked_household(
    law: FormLaw,
    household: Household,
    village: Village,
    target: LeavingTarget,
    review: Review | None,
    given: Mapping[str, FormAnswer],
    *,
    sealed: bool,
) -> RankedHousehold:
    unknown = RankedHousehold(household, village, target, None, None, None, (), Nearness(), None)
    if review is None:
        return unknown
    # Where no indicator was answered, the total on the paper is all there is.
    judged = judge_review(law, household, review, given, None if given else review.b2)
    totals = judged.review
    unknown = unknown._replace(b1=totals.b1, b2=totals.b2, income_per_person_vnd=totals.income_per_person_vnd)
    if judged.judgement is None:
        return unknown
    status = judged.judgement.judgement.national.status
    if status is not PovertyStatus.UNCLASSIFIED and status is not target.status:
        return unknown._replace(deprived=_deprived(judged.judgement), listed=sealed)
    change = what_would_change(law.legislation, law.under(law.area_of(household)), judged.judgement).national
    return unknown._replace(deprived=_deprived(judged.judgement), nearness=_nearness(change, target), change=change)


def _deprived(judged: FormJudgement) -> tuple[str, ...]:
    return tuple(code for code, answer in judged.values.answers.items() if answer)


def _nearness(change: WouldChange, target: LeavingTarget) -> Nearness:
    ways = leaving_ways(change, target)
    amounts = {one.measure: one.difference for one in ways.amounts}
    deciding = tuple(one.indicator for one in ways.indicators)
    numbers = [-one.difference for one in ways.counts]
    return Nearness(
        points=amounts.get("b1"),
        income_vnd=amounts.get("income"),
        indicators=1 if deciding else min(numbers, default=None),
        deciding=deciding,
    )


def _without_form(year: int, rows: Iterable[RankedHousehold]) -> Iterable[Finding]:
    lacking: dict[str, int] = {}
    for one in rows:
        if not one.nearness.known:
            lacking[one.village.name] = lacking.get(one.village.name, 0) + 1
    for village, number in lacking.items():
        place = Place(village=village, year=year)
        yield Finding("ranking-without-form", Severity.WARNING, place, {"village": village, "households": number})
