"""Judging one household: its values against the decision tables of a standard, with a reason for every step.

A value that is missing never counts as "no": such a household is unclassified, and the reasons say what is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from povertydesk.legislation.dated import limit_on
from povertydesk.legislation.decision_table import Basis, Comparison, DecisionTable, Group, Measure
from povertydesk.legislation.standards import POVERTY_LINE
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.status import Classification, PovertyStatus, Reason

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from povertydesk.legislation.dated import Limit
    from povertydesk.legislation.scoring import FormPoints
    from povertydesk.legislation.standards import Standard
    from povertydesk.poverty.area import AreaType
    from povertydesk.poverty.deprivation import DeprivationCount


class HouseholdValues(msgspec.Struct, frozen=True):
    """What a form or a list says of a household; None is "not known". The answers are counted by the standard."""

    counted: DeprivationCount
    b1: int | None
    b2: int | None
    income_per_person_vnd: int | None


class RuleSet(msgspec.Struct, frozen=True):
    """The rules of one standard, national or of a province, as they hold on one day in one area."""

    id: str
    standard: Standard
    tables: tuple[DecisionTable, ...]
    limits: Mapping[str, Limit]
    points: FormPoints | None
    bases: frozenset[Basis] = frozenset(Basis)


class Judgement(msgspec.Struct, frozen=True):
    """The result under the national standard and, where the province has its own, under the local one."""

    national: Classification
    local: Classification | None


class Membership(msgspec.Struct, frozen=True):
    """Whether a household belongs to a group; None where its status or income is not known."""

    belongs: bool | None
    reasons: tuple[Reason, ...]


class _Deprivation(msgspec.Struct, frozen=True):
    """What the answers and B2 come to: both counts once the form is complete, else what is unanswered."""

    count: int | None
    b2: int | None
    unanswered: tuple[str, ...]
    from_answers: bool


def rule_set(
    standard: Standard,
    area: AreaType,
    on: datetime.date,
    tables: tuple[DecisionTable, ...],
    points: FormPoints | None,
) -> RuleSet:
    """Return the national rules of a standard on a day on which it applies."""
    limits = {name: limit_on(series, area, on) for name, series in standard.limits.items()}
    found = {name: limit for name, limit in limits.items() if limit is not None}
    if points is not None:
        found |= points.limits(area)
    valid = tuple(table for table in tables if table.standard == standard.id and table.period.covers(on))
    return RuleSet(standard.id, standard, valid, found, points)


def check_values(rules: RuleSet, values: HouseholdValues) -> None:
    """Refuse values that no household can have, or that the standard cannot be judged by.

    Raises KnownError: `negative-income`, `negative-b1`, `b2-out-of-range`, `b2-contradicts-deprivations`,
    `no-scoring-form`.
    """
    if values.income_per_person_vnd is not None and values.income_per_person_vnd < 0:
        raise KnownError("negative-income", income=values.income_per_person_vnd)
    if values.b1 is not None and values.b1 < 0:
        raise KnownError("negative-b1", b1=values.b1)
    counted = values.counted
    answered = len(counted.unanswered) < len(rules.standard.indicators)
    if rules.points is None:
        only_b1 = values.b1 is not None and values.income_per_person_vnd is None
        only_b2 = values.b2 is not None and not answered
        if only_b1 or only_b2:
            raise KnownError("no-scoring-form", standard=rules.standard.title)
        return
    if values.b2 is None:
        return
    each = rules.points.per_indicator
    highest = each * len(rules.standard.indicators)
    if not 0 <= values.b2 <= highest:
        raise KnownError("b2-out-of-range", b2=values.b2, highest=highest)
    possible = range(each * counted.count, each * (counted.count + len(counted.unanswered)) + 1)
    if answered and values.b2 not in possible:
        raise KnownError("b2-contradicts-deprivations", b2=values.b2, count=counted.count, points=possible.start)


def judge(rules: RuleSet, values: HouseholdValues) -> Classification:
    """Return the status under the rules, with the comparisons that led to it; the values were checked before."""
    deprivation = _deprivation(rules, values)
    table = _table(rules, values)
    if table is None or deprivation.count is None:
        missing = (*_missing_measure(rules, table), *_missing_deprivation(rules, deprivation))
        return Classification(PovertyStatus.UNCLASSIFIED, rules.id, missing, deprivation.unanswered)
    known = {
        Measure.INCOME: values.income_per_person_vnd,
        Measure.DEPRIVATIONS: deprivation.count,
        Measure.B1: values.b1,
        Measure.B2: deprivation.b2,
    }
    numbers = {measure: value for measure, value in known.items() if value is not None}
    row = table.first_row(numbers, rules.limits)
    counts_verified = not deprivation.from_answers or rules.standard.thresholds_verified
    reasons = [_reason(test, numbers, rules.limits, counts_verified=counts_verified) for test in row.tests]
    reasons.extend(_odd_points(rules, values))
    if row.note is not None:
        reasons.append(Reason(row.note, None, None, row.source, verified=False))
    reasons.append(Reason(f"status-{row.status}".replace("_", "-"), None, None, row.source, row.verified))
    return Classification(row.status, rules.id, tuple(reasons))


def judge_membership(
    group: Group, limits: Mapping[str, Limit], status: PovertyStatus, income_per_person_vnd: int | None
) -> Membership:
    """Say whether a household of a status and an income belongs to a group, with the comparisons that decide."""
    if status is PovertyStatus.UNCLASSIFIED or income_per_person_vnd is None:
        return Membership(None, ())
    if status in group.household_status_not:
        rule = f"status-{status}".replace("_", "-")
        return Membership(False, (Reason(rule, None, None, group.source, group.verified),))
    numbers = {Measure.INCOME: income_per_person_vnd}
    found = {test: test.holds(numbers, limits) for test in group.tests}
    true = [test if holds else test.opposite for test, holds in found.items()]
    reasons = tuple(_reason(test, numbers, limits, counts_verified=True) for test in true)
    return Membership(all(found.values()), reasons)


def _deprivation(rules: RuleSet, values: HouseholdValues) -> _Deprivation:
    counted = values.counted
    each = rules.points.per_indicator if rules.points else None
    if len(counted.unanswered) == len(rules.standard.indicators) and values.b2 is not None and each is not None:
        return _Deprivation(values.b2 // each, values.b2, (), from_answers=False)
    if counted.unanswered:
        return _Deprivation(None, None, counted.unanswered, from_answers=True)
    return _Deprivation(counted.count, counted.count * each if each else None, (), from_answers=True)


def _table(rules: RuleSet, values: HouseholdValues) -> DecisionTable | None:
    given = {Measure.B1: values.b1 is not None, Measure.INCOME: values.income_per_person_vnd is not None}
    usable = (table for table in rules.tables if table.basis in rules.bases and given[table.basis.measure])
    return next(usable, None)


def _reason(
    test: Comparison, numbers: Mapping[Measure, int], limits: Mapping[str, Limit], *, counts_verified: bool
) -> Reason:
    limit = limits[test.line]
    counts = test.measure in {Measure.DEPRIVATIONS, Measure.B2}
    verified = limit.verified and (counts_verified or not counts)
    return Reason(test.rule, numbers[test.measure], limit.value, limit.source, verified)


def _missing_measure(rules: RuleSet, table: DecisionTable | None) -> tuple[Reason, ...]:
    if table is not None:
        return ()
    by_points = rules.points is not None and Basis.POINTS in rules.bases
    limit = rules.limits[POVERTY_LINE]
    return (
        Reason(
            "income-or-b1-missing" if by_points else "income-missing", None, limit.value, limit.source, limit.verified
        ),
    )


def _missing_deprivation(rules: RuleSet, deprivation: _Deprivation) -> tuple[Reason, ...]:
    if not deprivation.unanswered:
        return ()
    standard = rules.standard
    count, whole = len(deprivation.unanswered), len(standard.indicators)
    return (Reason("unanswered", count, whole, standard.indicators_source, standard.indicators_verified),)


def _odd_points(rules: RuleSet, values: HouseholdValues) -> tuple[Reason, ...]:
    points = rules.points
    if points is None or values.b2 is None or values.b2 % points.per_indicator == 0:
        return ()
    return (Reason("b2-not-a-multiple", values.b2, points.per_indicator, points.source, points.verified),)
