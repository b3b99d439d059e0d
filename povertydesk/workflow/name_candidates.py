"""The households of a village that may be named: those of a list nearest to leaving first, and who is named already.

What the ranking rests on is read once for a village; names come and go beside it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.named_target import HouseholdNeed, LeavingTarget, TargetResult, proposed_needs
from povertydesk.poverty.nearness import RankingOrder
from povertydesk.poverty.problems import KnownError
from povertydesk.store import households
from povertydesk.workflow.named_lists import names_beside
from povertydesk.workflow.rank_households import Ranking, rank_listed
from povertydesk.workflow.year_lists import read_year_lists

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.poverty.household import Household
    from povertydesk.poverty.named_target import VillageNames
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.named_lists import NamedHousehold
    from povertydesk.workflow.rank_households import RankedHousehold
    from povertydesk.workflow.year_lists import YearLists


class Candidate(NamedTuple):
    """A household that may be named, with its place in the ranking and what is known where it is named.

    `left_unnamed` says that it left the list in the sealed round of the year without being named.
    """

    household: Household
    ranked: RankedHousehold | None
    named: NamedHousehold | None
    left_unnamed: bool = False

    @property
    def proposed(self) -> tuple[HouseholdNeed, ...]:
        """What its deprived indicators propose as needs, as long as the office has noted none itself."""
        if self.named is None or self.named.registered.needs or self.ranked is None:
            return ()
        return proposed_needs(self.ranked.deprived)

    @property
    def is_ranked(self) -> bool:
        """Whether there is to be said why it stands where it does: not of who left and has no form to rank by."""
        return self.ranked is not None or not self.left_unnamed

    @property
    def off_list(self) -> bool:
        """Whether it is named for a list that it was not on when the year opened."""
        named = self.named
        return named is not None and named.on_lists and named.opening is not named.registered.target.status

    @property
    def stayed(self) -> bool:
        """Whether it is named and has not left the list, as the sealed round or the recorded result says."""
        if self.named is None:
            return False
        return TargetResult.NOT_LEFT in {self.named.told, self.named.registered.result}


class Candidates(NamedTuple):
    """The households of a village, nearest to leaving first; `problem` says why they could not be ranked.

    `figures` are the village's three figures, None where it has none, `commune` those of all villages together;
    `indicators` the names of indicators by code; `closed` says that the sealed round of the year tells results.
    """

    rows: tuple[Candidate, ...]
    problem: KnownError | None
    figures: VillageNames | None = None
    indicators: Mapping[str, str] = MappingProxyType({})
    closed: bool = False
    commune: VillageNames | None = None


class VillageStanding(NamedTuple):
    """What a village's lists of names rest on in a year: the lists, and the rankings of the poor and the near-poor.

    `problem` says why there are none. It stays as it is as long as no household, form or round changes.
    """

    year: int
    village_id: str
    lists: YearLists | None
    rankings: Mapping[LeavingTarget, Ranking]
    problem: KnownError | None = None


def read_standing(desk: Desk, year: int, village_id: str) -> VillageStanding:
    """Read lists and forms of a village; a year without rounds, or without a law, has a `problem` in their place."""
    try:
        lists = read_year_lists(desk, year)
    except KnownError as error:
        return VillageStanding(year, village_id, None, {}, error)
    return VillageStanding(year, village_id, lists, rank_listed(desk, lists, village_id))


def read_candidates(
    desk: Desk,
    year: int,
    village_id: str,
    target: LeavingTarget = LeavingTarget.POOR,
    standing: VillageStanding | None = None,
    order: RankingOrder = RankingOrder.LINE,
) -> Candidates:
    """Read the households of a village on a list in the order of the ranking, then other names, then who left unnamed.

    Where the year has no list yet, all households of the village stand in their own order. A `standing` that was read
    before is taken as it is.
    """
    standing = standing or read_standing(desk, year, village_id)
    found = names_beside(desk, year, standing.lists, village_id)
    ranked = {one.household.id: one for ranking in standing.rankings.values() for one in ranking.judged}
    names = (one._replace(ranked=ranked.get(one.household.id)) for one in found.rows)
    named = {one.household.id: one for one in names if one.registered.target is target}
    leavers = {one.household.id: one.household for one in found.unnamed if one.target is target}
    ranking = standing.rankings.get(target)
    ranking = ranking.ordered(order) if ranking is not None else None
    if ranking is None:
        present = households.list_households(desk.engine, village_id)
        rows = [Candidate(one, None, named.pop(one.id, None)) for one in present]
    else:
        rows = [
            Candidate(
                one.household,
                one,
                named.pop(one.household.id, None),
                leavers.pop(one.household.id, None) is not None,
            )
            for one in ranking.rows
        ]
    rows.extend(Candidate(one.household, one.ranked, one) for one in named.values())
    rows.extend(Candidate(one, None, None, left_unnamed=True) for one in leavers.values())
    return Candidates(
        tuple(rows),
        standing.problem,
        next(iter(found.figures_of(target)), None),
        ranking.indicators if ranking is not None else MappingProxyType({}),
        found.closed,
        next(one for one in found.commune if one.target is target),
    )
