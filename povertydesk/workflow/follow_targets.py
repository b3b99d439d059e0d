"""What stands behind and came of the targets of a year: names per village, and the closing list beside the plan."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.named_target import LeavingTarget
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.review import RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.poverty.target_outcome import TargetOutcome
from povertydesk.store import registered_households, rounds, villages
from povertydesk.workflow.set_targets import read_grid

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from povertydesk.poverty.problems import Value
    from povertydesk.workflow.desk import Desk


class ListedOpening(NamedTuple):
    """What a village opens a year with as the sealed list of the year before says, in households."""

    poor: int
    near_poor: int


class TargetCourse(NamedTuple):
    """Beside the targets of a year, by village: how many households are named, and what came of the plan.

    `outcomes` is empty as long as the year's annual round is not closed, and where opening and closing stand under two
    standards. `openings` is empty but where figures of the opening are missing that a sealed list says. `findings`
    name what the plan of the year before missed and rates that rest on another base.
    """

    named: Mapping[str, int]
    outcomes: Mapping[str, TargetOutcome]
    findings: tuple[Finding, ...]
    near_poor_named: Mapping[str, int] = MappingProxyType({})
    openings: Mapping[str, ListedOpening] = MappingProxyType({})


def follow_targets(desk: Desk, year: int) -> TargetCourse:
    """Read names and outcomes of a year's targets. It costs a read of the lists where a round is closed."""
    named = registered_households.count_named(desk.engine, year)
    near_poor = registered_households.count_named(desk.engine, year, LeavingTarget.NEAR_POOR)
    outcomes = read_outcomes(desk, year)
    findings = (*_other_bases(desk, year, outcomes), *missed_targets(desk, year))
    return TargetCourse(named, outcomes, findings, near_poor, read_openings(desk, year))


def read_openings(desk: Desk, year: int) -> Mapping[str, ListedOpening]:
    """Count the list that the year before closed with by village, where figures of the opening are missing.

    Nothing where no round of the year before is sealed, or its list stands under another standard than the year.
    """
    places = villages.list_villages(desk.engine)
    known = {one.village_id: one for one in villages.list_figures(desk.engine, year)}
    if all(one.id in known and None not in {known[one.id].poor, known[one.id].near_poor} for one in places):
        return {}
    if not any(one.year == year - 1 and one.closed_on is not None for one in rounds.list_rounds(desk.engine)):
        return {}
    from povertydesk.workflow.year_lists import read_year_lists  # noqa: PLC0415 - only where a round is closed

    try:
        lists = read_year_lists(desk, year)
    except KnownError:
        return {}
    is_of_before = lists.opened_by is not None and lists.opened_by.year == year - 1
    if not is_of_before or lists.opening.standard != lists.closing.standard:
        return {}
    listed = Counter((row.village, row.status) for row in lists.opening.rows)
    return {
        one.id: ListedOpening(listed[one.id, PovertyStatus.POOR], listed[one.id, PovertyStatus.NEAR_POOR])
        for one in places
    }


def read_outcomes(desk: Desk, year: int) -> Mapping[str, TargetOutcome]:
    """Count the lists of a year with a closed annual round by village; nothing where there is none to compare."""
    known = rounds.list_rounds(desk.engine, year)
    if not any(one.kind is RoundKind.ANNUAL and one.closed_on is not None for one in known):
        return {}
    from povertydesk.workflow.year_lists import read_year_lists  # noqa: PLC0415 - only where a round is closed

    try:
        lists = read_year_lists(desk, year)
    except KnownError:
        return {}
    if lists.opening.standard != lists.closing.standard:
        return {}
    opening = Counter((row.village, row.status) for row in lists.opening.rows)
    closing = Counter((row.village, row.status) for row in lists.closing.rows)
    base = {one.village_id: one.households for one in villages.list_figures(desk.engine, year)}
    later = {one.village_id: one.households for one in villages.list_figures(desk.engine, year + 1)}
    found = {}
    for village in villages.list_villages(desk.engine):
        planned_on, closed_on = base.get(village.id), later.get(village.id)
        found[village.id] = TargetOutcome(
            opening[village.id, PovertyStatus.POOR],
            closing[village.id, PovertyStatus.POOR],
            closing[village.id, PovertyStatus.NEAR_POOR],
            planned_on if closed_on is None else closed_on,
            other_base=None not in {planned_on, closed_on} and planned_on != closed_on,
        )
    return found


def missed_targets(desk: Desk, year: int) -> tuple[Finding, ...]:
    """Name the villages whose target of the year before was not met, as its closed round says."""
    outcomes = read_outcomes(desk, year - 1)
    return tuple(_missed(desk, year, outcomes)) if outcomes else ()


def _missed(desk: Desk, year: int, outcomes: Mapping[str, TargetOutcome]) -> Iterator[Finding]:
    for row in read_grid(desk, year - 1).rows:
        outcome = outcomes.get(str(row.village_id))
        if outcome is not None and row.reduction is not None and outcome.reduction < row.reduction:
            place = Place(village=row.village, year=year, field="reduction")
            values: dict[str, Value] = {
                "village": row.village,
                "before": str(year - 1),
                "planned": row.reduction,
                "actual": outcome.reduction,
            }
            yield Finding("target-before-missed", Severity.WARNING, place, values)


def _other_bases(desk: Desk, year: int, outcomes: Mapping[str, TargetOutcome]) -> Iterator[Finding]:
    for row in read_grid(desk, year).rows if outcomes else ():
        outcome = outcomes.get(str(row.village_id))
        if outcome is not None and outcome.other_base:
            place = Place(village=row.village, year=year, field="poor_rate_actual")
            values: dict[str, Value] = {"village": row.village, "base": row.households, "other": outcome.households}
            yield Finding("closing-rate-other-base", Severity.WARNING, place, values)
