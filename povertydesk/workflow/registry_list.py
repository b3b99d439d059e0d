"""The list of the registry as the screens show it: of a year, filtered, ordered, a page of rows at a time."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.registry_list import RegistryDay
from povertydesk.poverty.review import RoundKind
from povertydesk.store import registry_list, rounds, villages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.poverty.area import Village
    from povertydesk.poverty.registry_list import RegistryCounts, RegistryFilter, RegistryOrder, RegistryRow
    from povertydesk.poverty.review import ReviewRound
    from povertydesk.workflow.desk import Desk


def registry_day(desk: Desk, year: int) -> RegistryDay:
    """Say of which day, standard and open round the list of a year tells.

    The day is today, held within the year: of a year that is over its last day. Where no law covers the year the
    statuses stay blank. Of several open rounds the annual one counts, else the one opened last.
    """
    try:
        standard = desk.program.legislation.standard_for(year).id
    except KnownError:
        standard = None
    return RegistryDay(day_within(desk, year), standard, _open_round(desk, year))


def day_within(desk: Desk, year: int | None) -> datetime.date:
    """Return today; where a year is given, its day nearest to today."""
    today = desk.program.clock.now().date()
    if year is None:
        return today
    return min(max(today, datetime.date(year, 1, 1)), datetime.date(year, 12, 31))


def list_order(
    desk: Desk, of_day: RegistryDay, chosen: RegistryFilter, order: RegistryOrder, limit: int | None = None
) -> tuple[int, ...]:
    """Return the numbers of the households that a filter lets through, in order; with `limit` only the first."""
    return registry_list.household_order(desk.engine, of_day, chosen, order, limit)


def list_rows(desk: Desk, of_day: RegistryDay, numbers: Sequence[int]) -> tuple[RegistryRow, ...]:
    """Return what the list shows of some households; one that is gone since is left out."""
    return registry_list.household_rows(desk.engine, of_day, numbers)


def list_counts(desk: Desk, of_day: RegistryDay, chosen: RegistryFilter) -> RegistryCounts:
    """Count the households that a filter lets through, their people, and their statuses."""
    return registry_list.household_counts(desk.engine, of_day, chosen)


def list_number(desk: Desk, household_id: str) -> int | None:
    """Return the number under which a household stands in the list; None where it is gone."""
    return registry_list.household_number(desk.engine, household_id)


def list_villages(desk: Desk) -> tuple[Village, ...]:
    """List the villages in the office's own order."""
    return villages.list_villages(desk.engine)


def _open_round(desk: Desk, year: int) -> ReviewRound | None:
    still_open = [one for one in rounds.list_rounds(desk.engine, year) if one.closed_on is None]
    return max(still_open, key=lambda one: (one.kind is RoundKind.ANNUAL, one.opened_on), default=None)
