"""The lists of names behind the targets of a year, as they stand: who, why, what would have to change, what was done.

Beside each village's list stand its three figures: assigned, registered (typed), named (the length of the list).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.named_target import LeavingTarget, NameStanding, VillageNames
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
    from povertydesk.workflow.desk import Desk
    from povertydesk.workflow.rank_households import RankedHousehold
    from povertydesk.workflow.year_lists import YearLists


class NamedHousehold(NamedTuple):
    """One name with everything the list shows of it.

    `opening` and `closing` are its statuses on the lists of the year, None where it stands on none. `ranked` holds the
    totals of its form and what would bring it off the list, None where the year has no list with it. `helper` is the
    officer's name or the free words.
    """

    registered: RegisteredHousehold
    household: Household
    village: str
    opening: PovertyStatus | None
    closing: PovertyStatus | None
    ranked: RankedHousehold | None
    helper: str
    follow_ups: tuple[FollowUp, ...]


class NamedList(NamedTuple):
    """The names of a year, of one village or of all, with the three figures of each village and what contradicts."""

    year: int
    rows: tuple[NamedHousehold, ...]
    figures: tuple[VillageNames, ...]
    findings: tuple[Finding, ...]

    @property
    def total(self) -> VillageNames:
        """The three figures of all villages together; a figure that one of them lacks has no total."""
        return VillageNames(
            "",
            "",
            total(one.assigned for one in self.figures),
            total(one.registered for one in self.figures),
            sum(one.named for one in self.figures),
            sum(one.unhelped for one in self.figures),
        )


def read_names(desk: Desk, year: int, village_id: str | None = None) -> NamedList:
    """Read the names of a year; a year without rounds, or without a law, shows them without status and totals."""
    names = _read(desk, year, village_id)
    if names.lists is None:
        return names.shown
    keys = {one.household.id for one in names.shown.rows}
    judged = judge_listed(desk, names.lists, lambda known, _: known.id in keys)
    ranked = {one.household.id: one for one in judged}
    rows = (one._replace(ranked=ranked.get(one.household.id)) for one in names.shown.rows)
    return names.shown._replace(rows=tuple(rows))


def check_named(desk: Desk, year: int) -> tuple[Finding, ...]:
    """Return what contradicts itself between names and figures of a year; no form is judged for it."""
    return _read(desk, year, None).shown.findings


class _Read(NamedTuple):
    """The names without what their forms say, and the lists of the year behind them."""

    shown: NamedList
    lists: YearLists | None


def _read(desk: Desk, year: int, village_id: str | None) -> _Read:
    found = registered_households.list_registered(desk.engine, year)
    lists = _lists_of(desk, year) if found else None
    rows = _rows(desk, year, found, lists)
    figures = tuple(one for one in _figures(desk, year, rows) if village_id in {None, one.village_id})
    shown = tuple(one for one in rows if village_id in {None, one.household.village_id})
    findings = check_names(year, figures, [_standing(one, lists) for one in shown])
    return _Read(NamedList(year, shown, figures, findings), lists)


def _lists_of(desk: Desk, year: int) -> YearLists | None:
    try:
        return read_year_lists(desk, year)
    except KnownError:
        return None


def _rows(
    desk: Desk, year: int, found: tuple[RegisteredHousehold, ...], lists: YearLists | None
) -> tuple[NamedHousehold, ...]:
    engine = desk.engine
    keys = {one.household_id for one in found}
    known = {one.id: one for one in households.list_all_households(engine) if one.id in keys} if keys else {}
    names = {one.id: one.name for one in villages.list_villages(engine)}
    helpers = {one.id: one.name for one in officers.list_officers(engine)}
    opening: Mapping[str, PovertyStatus] = {}
    closing: Mapping[str, PovertyStatus] = {}
    if lists is not None:
        opening = {row.household: row.status for row in lists.opening.rows}
        closing = {row.household: row.status for row in lists.closing.rows}
    follow_ups = registered_households.list_follow_ups(engine, year)
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
        )
        for one in found
    )


def _figures(desk: Desk, year: int, rows: tuple[NamedHousehold, ...]) -> tuple[VillageNames, ...]:
    """Count the names of the poor: the reduction and the figure registered speak of poor households only."""
    named: dict[str, list[RegisteredHousehold]] = {}
    for one in rows:
        if one.registered.target is LeavingTarget.POOR:
            named.setdefault(one.household.village_id, []).append(one.registered)
    return tuple(
        VillageNames(
            str(row.village_id),
            row.village,
            row.reduction,
            row.registered,
            len(own := named.get(str(row.village_id), [])),
            sum(not one.helped for one in own),
        )
        for row in read_grid(desk, year).rows
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
