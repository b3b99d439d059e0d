"""The days a list gives for leaving it (ngày thoát nghèo, ngày thoát cận nghèo), as decisions to be kept.

A household was poor or near-poor until that day and above it from then on, under the standard in force that day. Since
when it was is not known: the day before is all that is kept of it. What sealed rounds hold is never touched.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.decision import HouseholdDecision
from povertydesk.poverty.household_status import is_above_the_lists
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import Finding, KnownError, Severity
from povertydesk.poverty.status import PovertyStatus
from povertydesk.workflow.import_plan import FieldChange, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from povertydesk.exchange.household_columns import HouseholdTable
    from povertydesk.exchange.household_workbook import HouseholdRow
    from povertydesk.poverty.household import Household
    from povertydesk.poverty.problems import Value
    from povertydesk.workflow.import_basis import ImportBasis

_POOR, _NEAR_POOR = ("left_poverty_on", PovertyStatus.POOR), ("left_near_poverty_on", PovertyStatus.NEAR_POOR)
_ONE_DAY = datetime.timedelta(days=1)


class Leaving(NamedTuple):
    """What the days of one household come to; an error among the findings keeps the household out."""

    decisions: tuple[HouseholdDecision, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    findings: tuple[Finding, ...] = ()


class _Step(NamedTuple):
    """One leaving: the field that gives it, the status before, the day, the status from then on."""

    field: str
    before: PovertyStatus
    on: datetime.date
    after: PovertyStatus


class LeavingPlanner:
    """Holds the days of a list against what was decided of the households."""

    def __init__(self, basis: ImportBasis) -> None:
        """Know the decisions of the file and the days that are sealed."""
        self._basis = basis
        self._known: dict[str, list[HouseholdDecision]] = defaultdict(list)
        for one in basis.decisions:
            self._known[one.household_id].append(one)

    def plan(self, row: HouseholdRow, table: HouseholdTable, known: Household | None) -> Leaving:
        """Plan what is kept of the days of one household; `known` is the household as the registry has it."""
        steps = _steps(row)
        if not steps:
            return Leaving()
        fault = self._fault(steps)
        if fault is not None:
            name, code, values = fault
            return Leaving(findings=(Finding(code, Severity.ERROR, place_of(table, row.row, name), values),))
        decided = list(self._known.get(known.id, ())) if known is not None else []
        new: list[HouseholdDecision] = []
        changes: list[FieldChange] = []
        findings: list[Finding] = []
        for place, step in enumerate(steps):
            until = next((later.on for later in steps[place + 1 :]), None)
            try:
                standard = self._basis.legislation.standard_on(step.on).id
            except KnownError:
                where = place_of(table, row.row, step.field)
                uncovered: dict[str, Value] = {"day": format_date(step.on)}
                findings.append(Finding("left-list-without-standard", Severity.WARNING, where, uncovered))
                continue
            of_standard = [one for one in (*decided, *new) if one.standard == standard]
            doubt = self._doubt(step, of_standard, known)
            if doubt is not None:
                findings.append(doubt._replace(place=place_of(table, row.row, step.field)))
                continue
            added = list(_added(step, until, of_standard, standard, known.id if known is not None else ""))
            if added:
                new.extend(added)
                changes.append(FieldChange(step.field, None, format_date(step.on)))
        return Leaving(tuple(new), tuple(changes), tuple(findings))

    def _fault(self, steps: Sequence[_Step]) -> tuple[str, str, dict[str, Value]] | None:
        for step in steps:
            if step.on > self._basis.today:
                return step.field, "left-list-in-future", {"day": format_date(step.on)}
        if len(steps) > 1 and steps[0].on >= steps[1].on:
            days: dict[str, Value] = {"day": format_date(steps[1].on), "before": format_date(steps[0].on)}
            return steps[1].field, "left-list-days-contradict", days
        return None

    def _doubt(self, step: _Step, decided: Sequence[HouseholdDecision], known: Household | None) -> Finding | None:
        """Say where the file knows otherwise, or where sealed days would be changed."""
        eve, day = step.on - _ONE_DAY, step.on
        before, after = _on(decided, eve), _on(decided, day)
        sealed = self._sealed_until(known)
        is_sealed = sealed is not None and day <= sealed
        wrong = None
        if before is not None and before.status is not step.before:
            wrong = eve, before.status
        elif after is not None and (is_sealed or after.from_on == day) and not _alike(after.status, step.after):
            wrong = day, after.status
        if wrong is not None:
            on, found = wrong
            values: dict[str, Value] = {
                "day": format_date(day),
                "declared": step.before.value,
                "on": format_date(on),
                "found": found.value,
            }
            return Finding("left-list-differs", Severity.WARNING, values=values)
        if sealed is not None and is_sealed and (before is None or after is None):
            sealed_values: dict[str, Value] = {"day": format_date(day), "sealed": format_date(sealed)}
            return Finding("left-list-before-sealed", Severity.WARNING, values=sealed_values)
        return None

    def _sealed_until(self, known: Household | None) -> datetime.date | None:
        own = self._basis.sealed_until.get(known.id) if known is not None else None
        return max((day for day in (own, self._basis.all_sealed_until) if day is not None), default=None)


def _steps(row: HouseholdRow) -> list[_Step]:
    days = {name: on for name, _ in (_POOR, _NEAR_POOR) if isinstance(on := row.values.get(name), datetime.date)}
    still_listed = "near_poor" in {row.values.get("declared_status"), row.listed_as}
    steps = []
    for name, status in (_POOR, _NEAR_POOR):
        if name in days:
            to_near_poor = name == _POOR[0] and (_NEAR_POOR[0] in days or still_listed)
            after = PovertyStatus.NEAR_POOR if to_near_poor else PovertyStatus.NOT_POOR
            steps.append(_Step(name, status, days[name], after))
    return steps


def _added(
    step: _Step, until: datetime.date | None, decided: Iterable[HouseholdDecision], standard: str, household: str
) -> Iterable[HouseholdDecision]:
    known = list(decided)
    eve = step.on - _ONE_DAY
    if _on(known, eve) is None:
        yield HouseholdDecision(household, standard, step.before, eve, step.on)
    after = _on(known, step.on)
    if after is None or not _alike(after.status, step.after):
        yield HouseholdDecision(household, standard, step.after, step.on, until)


def _on(decided: Iterable[HouseholdDecision], day: datetime.date) -> HouseholdDecision | None:
    """Return the decision in force on a day: the one that began last."""
    holding = [one for one in decided if one.from_on <= day and (one.until_on is None or day < one.until_on)]
    return max(holding, key=lambda one: one.from_on, default=None)


def _alike(one: PovertyStatus, other: PovertyStatus) -> bool:
    return one is other or (is_above_the_lists(one) and is_above_the_lists(other))
