"""Naming the households a village brings out of poverty in a year: who is registered, who helps, what came of it.

Households are registered for the list they stand on when the year opens. What is written of a name is refused where
nobody was registered under that key: `household-not-registered`.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from povertydesk.poverty.named_target import (
    ChosenBy,
    FollowUp,
    HouseholdNeed,
    LeavingTarget,
    RegisteredHousehold,
    TargetResult,
    result_of,
)
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.store import households, officers, registered_households
from povertydesk.workflow.year_lists import read_year_lists

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Sequence

    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk


def register_households(
    desk: Desk,
    year: int,
    household_ids: Sequence[str],
    target: LeavingTarget = LeavingTarget.POOR,
    chosen: ChosenBy = ChosenBy.HAND,
) -> Changes:
    """Register households to leave a list in a year; those registered already keep everything but the target.

    Refused: `household-ended`.
    """
    present = {one.household_id: one for one in registered_households.list_registered(desk.engine, year)}
    for key in household_ids:
        household = households.read_household(desk.engine, key)
        if household.ended_on is not None:
            raise KnownError("registered-household-ended", household=household.code, year=year)
    wanted = tuple(dict.fromkeys(household_ids))
    coming = [RegisteredHousehold("", key, year, target, chosen) for key in wanted if key not in present]
    with desk.operation("register-households", households=len(wanted), year=year) as act:
        registered_households.add_registered(act.writer, coming)
        for key in wanted:
            if key in present:
                registered_households.write_registered(act.writer, dataclasses.replace(present[key], target=target))
    return act.changes


def unregister_households(desk: Desk, year: int, household_ids: Collection[str]) -> Changes:
    """Take households off the list of names of a year, with what was noted of them; others are passed over."""
    found = registered_households.list_registered(desk.engine, year)
    going = [one for one in found if one.household_id in household_ids]
    with desk.operation("unregister-households", households=len(going), year=year) as act:
        registered_households.remove_registered(desk.engine, act.writer, going)
    return act.changes


def assign_helper(
    desk: Desk, year: int, household_ids: Sequence[str], officer_id: str | None = None, helper: str = ""
) -> Changes:
    """Name who helps households: an officer of the register, or somebody else in free words; neither clears it.

    An officer who is named takes the place of free words. Refused: `officer-not-found`.
    """
    if officer_id is not None and officer_id not in {one.id for one in officers.list_officers(desk.engine)}:
        raise KnownError("officer-not-found")
    found = [_registered(desk, year, key) for key in household_ids]
    words = "" if officer_id is not None else clean_line(helper)
    with desk.operation("assign-helper", households=len(found), year=year) as act:
        for one in found:
            changed = dataclasses.replace(one, helper_id=officer_id, helper=words)
            registered_households.write_registered(act.writer, changed)
    return act.changes


def set_needs(desk: Desk, year: int, household_id: str, needs: Collection[HouseholdNeed]) -> Changes:
    """Keep what a registered household needs, in the order of the list of needs."""
    one = _registered(desk, year, household_id)
    return _keep(desk, dataclasses.replace(one, needs=tuple(need for need in HouseholdNeed if need in needs)))


def set_note(desk: Desk, year: int, household_id: str, note: str) -> Changes:
    """Keep a remark on a registered household."""
    return _keep(desk, dataclasses.replace(_registered(desk, year, household_id), note=clean_line(note)))


def record_follow_up(desk: Desk, year: int, household_id: str, month: int, done: str, done_by: str = "") -> Changes:
    """Keep what was done for a household in a month, and by whom; without words the month's entry is removed.

    Refused: `month-out-of-range`.
    """
    one = _registered(desk, year, household_id)
    if not 1 <= month <= 12:
        raise KnownError("month-out-of-range", number=month)
    household = households.read_household(desk.engine, household_id)
    entry = FollowUp(one.id, month, clean_line(done), clean_line(done_by))
    with desk.operation("record-follow-up", household=household.code, number=month, year=year) as act:
        registered_households.write_follow_up(desk.engine, act.writer, entry)
    return act.changes


def record_result(
    desk: Desk, year: int, household_id: str, result: TargetResult | None, on: datetime.date | None = None
) -> Changes:
    """Keep what became of a registered household and from which day; without a result it is open again.

    The day is today's where none is given. Refused: `event-in-future`.
    """
    one = _registered(desk, year, household_id)
    today = desk.program.clock.now().date()
    day = (on or today) if result is not None else None
    if day is not None and day > today:
        raise KnownError("event-in-future", date=format_date(day))
    return _keep(desk, dataclasses.replace(one, result=result, result_on=day))


def take_results(desk: Desk, year: int) -> Changes:
    """Fill in what became of the names from the year's sealed annual round, where no result was recorded yet.

    Who stands above the list it was to leave has left it, who was on the opening list and is missing from the closing
    one is gone; who is unclassified stays open. Refused: `results-before-round-closed`, `results-across-standards`,
    and as the lists of the year.
    """
    lists = read_year_lists(desk, year)
    if lists.round is None or lists.round.closed_on is None:
        raise KnownError("results-before-round-closed", year=year)
    if lists.opening.standard != lists.closing.standard:
        raise KnownError("results-across-standards", year=year)
    opening = {row.household for row in lists.opening.rows}
    closing = {row.household: row.status for row in lists.closing.rows}
    with desk.operation("take-results", year=year) as act:
        for one in registered_households.list_registered(desk.engine, year):
            known = one.household_id in opening or one.household_id in closing
            result = result_of(one.target, closing.get(one.household_id)) if known else None
            if one.result is None and result is not None:
                changed = dataclasses.replace(one, result=result, result_on=lists.closing.on)
                registered_households.write_registered(act.writer, changed)
    return act.changes


def _registered(desk: Desk, year: int, household_id: str) -> RegisteredHousehold:
    found = registered_households.list_registered(desk.engine, year)
    one = next((one for one in found if one.household_id == household_id), None)
    if one is None:
        raise KnownError("household-not-registered", year=year)
    return one


def _keep(desk: Desk, one: RegisteredHousehold) -> Changes:
    household = households.read_household(desk.engine, one.household_id)
    with desk.operation("edit-registered-household", household=household.code, year=one.year) as act:
        registered_households.write_registered(act.writer, one)
    return act.changes
