"""The lists of names behind the targets of a year, as they stand: who, why, what would have to change, what was done.

Beside each village's list stand its three figures: assigned, registered (typed), named (the length of the list). The
poor and the near-poor are two lists of names, each with figures of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from povertydesk.poverty.named_target import LeavingTarget, NameStanding, TargetResult, VillageNames, result_of
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.rollup import total
from povertydesk.proofreading.registered_names import check_names
from povertydesk.store import households, officers, registered_households, villages
from povertydesk.workflow.rank_households import judge_listed
from povertydesk.workflow.set_targets import read_grid
from povertydesk.workflow.year_lists import read_year_lists

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.poverty.household import Household
    from povertydesk.poverty.named_target import FollowUp, RegisteredHousehold
    from povertydesk.poverty.problems import Finding
    from povertydesk.poverty.status import PovertyStatus
    from povertydesk.poverty.target import TargetGrid
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.rank_households import RankedHousehold
    from povertydesk.workflow.year_lists import YearLists


class NamedHousehold(NamedTuple):
    """One name with everything the list shows of it.

    `opening` and `closing` are its statuses on the lists of the year, None where it stands on none. `ranked` holds the
    totals of its form and what would bring it off the list, None where the year has no list with it. `helper` is the
    officer's name or the free words. `told` is the result as the sealed round of the year has it, None as long as there
    is none to compare; `by_round` says that the recorded result was taken from it; `on_lists`
    that the year has lists at all.
    """

    registered: RegisteredHousehold
    household: Household
    village: str
    opening: PovertyStatus | None
    closing: PovertyStatus | None
    ranked: RankedHousehold | None
    helper: str
    follow_ups: tuple[FollowUp, ...]
    told: TargetResult | None = None
    by_round: bool = False
    on_lists: bool = False


class UnnamedLeaver(NamedTuple):
    """A household that left the list in the year without being named, as the sealed round has it."""

    household: Household
    village: str
    target: LeavingTarget
    closing: PovertyStatus


class NamedList(NamedTuple):
    """The names of a year, of one village or of all, with the three figures of each village and what contradicts.

    `closed` says that the sealed round of the year tells what became of them, and `unnamed` who left beside them;
    `commune` has the three figures of all villages together for each list, whatever village was asked for.
    """

    year: int
    rows: tuple[NamedHousehold, ...]
    figures: tuple[VillageNames, ...]
    findings: tuple[Finding, ...]
    near_poor_figures: tuple[VillageNames, ...] = ()
    unnamed: tuple[UnnamedLeaver, ...] = ()
    closed: bool = False
    commune: tuple[VillageNames, ...] = ()

    @property
    def total(self) -> VillageNames:
        """The three figures of the poor of all villages together; a figure that one of them lacks has no total."""
        return self.total_of(LeavingTarget.POOR)

    def figures_of(self, target: LeavingTarget) -> tuple[VillageNames, ...]:
        """The three figures of each village for a list."""
        return self.figures if target is LeavingTarget.POOR else self.near_poor_figures

    def total_of(self, target: LeavingTarget) -> VillageNames:
        """The three figures of a list for all villages together."""
        return _total(self.figures_of(target), target)


def read_names(desk: Desk, year: int, village_id: str | None = None) -> NamedList:
    """Read the names of a year; a year without rounds, or without a law, shows them without status and totals."""
    lists = lists_of(desk, year)
    names = names_beside(desk, year, lists, village_id)
    if lists is None:
        return names
    keys = {one.household.id for one in names.rows}
    judged = judge_listed(desk, lists, lambda known, _: known.id in keys)
    ranked = {one.household.id: one for one in judged}
    rows = (one._replace(ranked=ranked.get(one.household.id)) for one in names.rows)
    return names._replace(rows=tuple(rows))


def check_named(desk: Desk, year: int) -> tuple[Finding, ...]:
    """Return what contradicts itself between names and figures of a year; no form is judged for it."""
    return names_beside(desk, year, lists_of(desk, year)).findings


def lists_of(desk: Desk, year: int) -> YearLists | None:
    """Read the lists of a year; None where it has none, or no law covers it."""
    try:
        return read_year_lists(desk, year)
    except KnownError:
        return None


def names_beside(desk: Desk, year: int, lists: YearLists | None, village_id: str | None = None) -> NamedList:
    """Read the names of a year beside its lists that were read before; no form is judged."""
    found = registered_households.list_registered(desk.engine, year)
    rows = _rows(desk, year, found, lists)
    grid = read_grid(desk, year)
    figures = {target: _figures(grid, rows, target) for target in LeavingTarget}
    commune = tuple(_commune(grid, of_list, target) for target, of_list in figures.items())
    poor, near_poor = (
        tuple(one for one in of_list if village_id in {None, one.village_id}) for of_list in figures.values()
    )
    shown = tuple(one for one in rows if village_id in {None, one.household.village_id})
    findings = check_names(year, (*poor, *near_poor), [_standing(one, lists) for one in shown])
    unnamed = _unnamed(desk, rows, lists, village_id)
    return NamedList(year, shown, poor, findings, near_poor, unnamed, _is_compared(lists), commune)


def _rows(
    desk: Desk, year: int, found: tuple[RegisteredHousehold, ...], lists: YearLists | None
) -> tuple[NamedHousehold, ...]:
    engine = desk.engine
    known = households.list_named(engine, year)
    names = {one.id: one.name for one in villages.list_villages(engine)}
    helpers = {one.id: one.name for one in officers.list_officers(engine)}
    opening: Mapping[str, PovertyStatus] = {}
    closing: Mapping[str, PovertyStatus] = {}
    if lists is not None:
        opening = {row.household: row.status for row in lists.opening.rows}
        closing = {row.household: row.status for row in lists.closing.rows}
    follow_ups = registered_households.list_follow_ups(engine, year)
    told = _told(found, lists)
    return tuple(
        NamedHousehold(
            registered=one,
            household=known[one.household_id],
            village=names[known[one.household_id].village_id],
            opening=opening.get(one.household_id),
            closing=closing.get(one.household_id),
            ranked=None,
            helper=helpers[one.helper_id] if one.helper_id is not None else one.helper,
            follow_ups=follow_ups.get(one.id, ()),
            told=told.get(one.household_id),
            by_round=one.result is not None
            and one.result is told.get(one.household_id)
            and lists is not None
            and one.result_on == lists.closing.on,
            on_lists=lists is not None,
        )
        for one in found
    )


def _is_compared(lists: YearLists | None) -> TypeGuard[YearLists]:
    """Say whether the sealed round of the year tells what became of the opening list, under one standard."""
    return (
        lists is not None
        and lists.round is not None
        and lists.round.closed_on is not None
        and lists.opening.standard == lists.closing.standard
    )


def _told(found: tuple[RegisteredHousehold, ...], lists: YearLists | None) -> dict[str, TargetResult]:
    """Return by household what the sealed round says became of it."""
    if not _is_compared(lists):
        return {}
    opening = {row.household for row in lists.opening.rows}
    closing = {row.household: row.status for row in lists.closing.rows}
    results = {
        one.household_id: result_of(one.target, closing.get(one.household_id))
        for one in found
        if one.household_id in opening or one.household_id in closing
    }
    return {key: result for key, result in results.items() if result is not None}


def _unnamed(
    desk: Desk, rows: tuple[NamedHousehold, ...], lists: YearLists | None, village_id: str | None
) -> tuple[UnnamedLeaver, ...]:
    """Find who left a list without being named for it, of one village or of all."""
    if not _is_compared(lists):
        return ()
    named = {(one.household.id, one.registered.target) for one in rows}
    closing = {row.household: row.status for row in lists.closing.rows}
    known = {one.id: one for one in households.list_households(desk.engine, village_id)}
    names = {one.id: one.name for one in villages.list_villages(desk.engine)}
    leavers = (
        UnnamedLeaver(known[row.household], names[known[row.household].village_id], target, closing[row.household])
        for target in LeavingTarget
        for row in lists.opening.rows
        if row.status is target.status
        and row.household in known
        and row.household in closing
        and (row.household, target) not in named
        and result_of(target, closing[row.household]) is TargetResult.LEFT
    )
    return tuple(leavers)


def _figures(grid: TargetGrid, rows: tuple[NamedHousehold, ...], target: LeavingTarget) -> tuple[VillageNames, ...]:
    """Count the names of a list beside what was assigned and what is typed as registered.

    Of the poor the figure assigned village by village counts, else the village's planned reduction.
    """
    named: dict[str, list[RegisteredHousehold]] = {}
    for one in rows:
        if one.registered.target is target:
            named.setdefault(one.household.village_id, []).append(one.registered)
    poor = target is LeavingTarget.POOR
    return tuple(
        VillageNames(
            str(row.village_id),
            row.village,
            (row.reduction if row.assigned is None else row.assigned) if poor else row.near_poor_reduction,
            row.registered if poor else row.near_poor_registered,
            len(own := named.get(str(row.village_id), [])),
            sum(not one.helped for one in own),
            target,
        )
        for row in grid.rows
    )


def _commune(grid: TargetGrid, figures: tuple[VillageNames, ...], target: LeavingTarget) -> VillageNames:
    """Add the villages up; what the office above assigned to all of them stands before the sum of theirs."""
    whole = _total(figures, target)
    if target is LeavingTarget.POOR and grid.assigned_reduction is not None:
        return whole._replace(assigned=grid.assigned_reduction)
    return whole


def _total(figures: tuple[VillageNames, ...], target: LeavingTarget) -> VillageNames:
    return VillageNames(
        "",
        "",
        total(one.assigned for one in figures),
        total(one.registered for one in figures),
        sum(one.named for one in figures),
        sum(one.unhelped for one in figures),
        target,
    )


def _standing(one: NamedHousehold, lists: YearLists | None) -> NameStanding:
    return NameStanding(
        registered=one.registered,
        village=one.village,
        label=f"{one.household.code} – {one.household.head_name}",
        opening_known=lists is not None,
        closed=lists is not None and lists.round is not None and lists.round.closed_on is not None,
        opening=one.opening,
        closing=one.closing,
    )
