"""Targets of a year by indicator and income: base, target and actual in one table.

What the plan says already stands only there: the shares of the poor that are to have a service, and the income per
person. Such a target is read from the plan's records and written to them.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from povertydesk import paths
from povertydesk.poverty.indicator_target import (
    Indicator,
    IndicatorTarget,
    IndicatorUnit,
    is_own,
    own_indicator,
)
from povertydesk.poverty.plan import ServiceTarget
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import RoundKind
from povertydesk.proofreading.indicator_targets import check_indicators
from povertydesk.store import indicator_targets, plans, rounds, signing
from povertydesk.store.services import list_service_targets, write_service_targets
from povertydesk.workflow.entries import require_not_negative

if TYPE_CHECKING:
    from povertydesk.poverty.problems import Finding
    from povertydesk.store.operations import OperationWriter
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk

AMOUNTS = ("base", "target", "actual")
INCOME = "income_per_poor_person"


class _Stored(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    name: str
    unit: IndicatorUnit
    falling: bool = False
    proposed: Decimal | None = None


class _Indicators(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    measured_by_round: frozenset[str]
    indicator: tuple[_Stored, ...]


class IndicatorSet(NamedTuple):
    """The indicators that a year may have targets by, by key in the order of the plan.

    The targets of `services` and the income stand in the plan's own records.
    """

    year: int
    services: frozenset[str]
    indicators: Mapping[str, Indicator]

    def kept_by_plan(self, key: str) -> bool:
        """Say whether the plan keeps the target of an indicator."""
        return key == INCOME or key in self.services


@functools.cache
def _shipped() -> _Indicators:
    path = paths.resources("grids", "indicator_targets.toml")
    return msgspec.toml.decode(path.read_bytes(), type=_Indicators)


@functools.cache
def known_indicators() -> Mapping[str, Indicator]:
    """Return the indicators offices set targets by, by key, in the order of the plan."""
    stored = _shipped().indicator
    return {one.key: Indicator(one.key, one.name, one.unit, one.falling, one.proposed) for one in stored}


def measured_by_round() -> frozenset[str]:
    """Return the indicators that say of a poor household what the review asks of it, by key."""
    return _shipped().measured_by_round


def indicator_set(desk: Desk, year: int) -> IndicatorSet:
    """Return the usual indicators of a year, behind them its other deprivations and those that the office added."""
    services = _service_keys(desk, year)
    return IndicatorSet(year, services, _indicators(desk, year, services))


def read_indicators(desk: Desk, year: int) -> tuple[IndicatorTarget, ...]:
    """Read what is set of a year: every indicator that was entered or that the plan names, in the order of the plan."""
    entries = {one.indicator: one for one in indicator_targets.list_entries(desk.engine, year)}
    planned, known = _planned(desk, year), indicator_set(desk, year)
    rows = []
    for key, indicator in known.indicators.items():
        entry, target = entries.get(key), planned.get(key)
        if entry is not None or target is not None:
            base, own, actual = (entry.base, entry.target, entry.actual) if entry else (None, None, None)
            rows.append(IndicatorTarget(indicator, year, base, target if known.kept_by_plan(key) else own, actual))
    return tuple(rows)


def propose_indicators(desk: Desk, year: int) -> tuple[IndicatorTarget, ...]:
    """Propose the targets of a year: it begins where the year before ended; its targets go on, else the usual ones.

    Nothing is written. What the year has already is kept, its blanks are filled.
    """
    present = {one.indicator.key: one for one in read_indicators(desk, year)}
    before = {one.indicator.key: one for one in read_indicators(desk, year - 1)}
    rows = []
    for key, indicator in {**known_indicators(), **{key: one.indicator for key, one in before.items()}}.items():
        own, last = present.get(key, IndicatorTarget(indicator, year)), before.get(key)
        base = last.actual if last else None
        target = indicator.proposed if last is None or last.target is None else last.target
        rows.append(
            own._replace(
                base=base if own.base is None else own.base, target=target if own.target is None else own.target
            )
        )
    return tuple(rows)


def set_indicator(desk: Desk, year: int, key: str, **amounts: Decimal | int | None) -> Changes:
    """Keep `base`, `target` or `actual` of an indicator, in its unit; those that are not given stay as they are.

    Refused: `count-negative`, `percent-out-of-range`, `indicator-not-whole`, `unknown-indicator`, and `plan-signed`
    where base or target stands in a signed plan.
    """
    return _write(desk, year, {key: {name: None if one is None else Decimal(one) for name, one in amounts.items()}})


def take_proposal(desk: Desk, year: int) -> Changes:
    """Begin a year with the proposed targets; what was entered stays."""
    proposed = propose_indicators(desk, year)
    return _write(desk, year, {one.indicator.key: {name: getattr(one, name) for name in AMOUNTS} for one in proposed})


def check_targets(desk: Desk, year: int) -> tuple[Finding, ...]:
    """Return what is contradictory or missing in a year's table; nothing where only the plan speaks of targets."""
    if not indicator_targets.list_entries(desk.engine, year):
        return ()
    known = rounds.list_rounds(desk.engine, year)
    closed = any(one.kind is RoundKind.ANNUAL and one.closed_on is not None for one in known)
    return check_indicators(read_indicators(desk, year), closed=closed)


def _planned(desk: Desk, year: int) -> dict[str, Decimal]:
    planned = {one.indicator: one.percent for one in list_service_targets(desk.engine, year)}
    income = plans.read_plan(desk.engine, year).income_target_vnd
    return planned if income is None else {**planned, INCOME: Decimal(income)}


def _service_keys(desk: Desk, year: int) -> frozenset[str]:
    """Return the indicators whose targets are shares of the poor with a service: the deprivations of the year."""
    named = frozenset(one.indicator for one in list_service_targets(desk.engine, year))
    try:
        return named | set(desk.program.legislation.standard_for(year).indicator_codes)
    except KnownError:
        return named


def _indicators(desk: Desk, year: int, services: frozenset[str]) -> dict[str, Indicator]:
    try:
        named = {one.code: one.name for one in desk.program.legislation.standard_for(year).indicators}
    except KnownError:
        named = {}
    usual = known_indicators()
    ordered = (*(key for key in named if key in services), *sorted(services - named.keys()))
    others = {key: Indicator(key, named.get(key, key), IndicatorUnit.PERCENT) for key in ordered if key not in usual}
    entries = {one.indicator: one for one in indicator_targets.list_entries(desk.engine, year)}
    own = {}
    for key, unit in indicator_targets.list_units(desk.engine).items():
        if is_own(key):
            entry = entries.get(key)
            own[key] = own_indicator(key, unit, entry.base if entry else None, entry.target if entry else None)
    return {**usual, **others, **own}


def _write(desk: Desk, year: int, entries: Mapping[str, Mapping[str, Decimal | None]]) -> Changes:
    if any(amounts.keys() - {"actual"} for amounts in entries.values()):
        signing.require_not_signed(desk.engine, year)
    known = indicator_set(desk, year)
    for key, amounts in entries.items():
        if key not in known.indicators:
            raise KnownError("unknown-indicator", indicator=key)
        for amount in amounts.values():
            require_possible(known.indicators[key], amount)
    with desk.operation("set-indicators", year=year) as act:
        for key, amounts in entries.items():
            write_amounts(desk, act.writer, known, key, amounts)
    return act.changes


def write_amounts(
    desk: Desk, writer: OperationWriter, known: IndicatorSet, key: str, amounts: Mapping[str, Decimal | None]
) -> None:
    """Write amounts of an indicator inside an act, a target of the plan into the plan."""
    in_plan = known.kept_by_plan(key)
    own = {name: amount for name, amount in amounts.items() if not (in_plan and name == "target")}
    if in_plan and "target" in amounts:
        _write_plan(desk, writer, known.year, key, amounts["target"])
    if any(amount is not None for amount in own.values()) or (own and _entered(desk, known.year, key)):
        indicator_targets.write_entry(desk.engine, writer, known.year, known.indicators[key], own)


def _entered(desk: Desk, year: int, key: str) -> bool:
    return key in {one.indicator for one in indicator_targets.list_entries(desk.engine, year)}


def _write_plan(desk: Desk, writer: OperationWriter, year: int, key: str, target: Decimal | None) -> None:
    if key == INCOME:
        amount = None if target is None else int(target)
        plans.write_plan(writer, desk.engine, year, {"income_target_vnd": amount})
        return
    others = [one for one in list_service_targets(desk.engine, year) if one.indicator != key]
    own = [] if target is None else [ServiceTarget(key, target)]
    write_service_targets(desk.engine, writer, year, (*others, *own))


def require_possible(indicator: Indicator, amount: Decimal | None) -> None:
    """Refuse what an indicator's unit does not allow: below nought, above 100 percent, a part of a person or đồng."""
    require_not_negative(amount)
    if amount is None:
        return
    if indicator.unit is IndicatorUnit.PERCENT and amount > 100:
        raise KnownError("percent-out-of-range", percent=float(amount))
    if indicator.unit is not IndicatorUnit.PERCENT and amount != amount.to_integral_value():
        raise KnownError("indicator-not-whole", indicator=indicator.name)
