"""Targets of a year by indicator and income: base, target and actual in one table.

What the plan says already stands only there: the shares of the poor that are to have a service, and the income per
person. Such a target is read from the plan's records and written to them.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from povertydesk import paths
from povertydesk.poverty.indicator_target import Indicator, IndicatorTarget, IndicatorUnit
from povertydesk.poverty.plan import ServiceTarget
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.review import RoundKind
from povertydesk.proofreading.indicator_targets import check_indicators
from povertydesk.store import indicator_targets, plans, rounds
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
    indicator: tuple[_Stored, ...]


@functools.cache
def known_indicators() -> Mapping[str, Indicator]:
    """Return the indicators offices set targets by, by key, in the order of the plan."""
    path = paths.resources("grids", "indicator_targets.toml")
    stored = msgspec.toml.decode(path.read_bytes(), type=_Indicators).indicator
    return {one.key: Indicator(one.key, one.name, one.unit, one.falling, one.proposed) for one in stored}


def read_indicators(desk: Desk, year: int) -> tuple[IndicatorTarget, ...]:
    """Read what is set of a year: every indicator that was entered or that the plan names, in the order of the plan."""
    entries = {one.indicator: one for one in indicator_targets.list_entries(desk.engine, year)}
    planned, services = _planned(desk, year), _service_keys(desk, year)
    rows = []
    for key, indicator in _indicators(desk, year, services).items():
        entry, target = entries.get(key), planned.get(key)
        if entry is not None or target is not None:
            base, own, actual = (entry.base, entry.target, entry.actual) if entry else (None, None, None)
            kept_by_plan = key == INCOME or key in services
            rows.append(IndicatorTarget(indicator, year, base, target if kept_by_plan else own, actual))
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

    Refused: `count-negative`, `percent-out-of-range`, `indicator-not-whole`, `unknown-indicator`.
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
    """Return the usual indicators and behind them the deprivations of the year that are not among them."""
    try:
        named = {one.code: one.name for one in desk.program.legislation.standard_for(year).indicators}
    except KnownError:
        named = {}
    usual = known_indicators()
    ordered = (*(key for key in named if key in services), *sorted(services - named.keys()))
    others = {key: Indicator(key, named.get(key, key), IndicatorUnit.PERCENT) for key in ordered if key not in usual}
    return {**usual, **others}


def _write(desk: Desk, year: int, entries: Mapping[str, Mapping[str, Decimal | None]]) -> Changes:
    services = _service_keys(desk, year)
    indicators = _indicators(desk, year, services)
    for key, amounts in entries.items():
        if key not in indicators:
            raise KnownError("unknown-indicator", indicator=key)
        for amount in amounts.values():
            _require_possible(indicators[key], amount)
    with desk.operation("set-indicators", year=year) as act:
        for key, amounts in entries.items():
            kept_by_plan = key == INCOME or key in services
            own = {name: amount for name, amount in amounts.items() if not (kept_by_plan and name == "target")}
            if kept_by_plan and "target" in amounts:
                _write_plan(desk, act.writer, year, key, amounts["target"])
            if any(amount is not None for amount in own.values()) or (own and _entered(desk, year, key)):
                indicator_targets.write_entry(desk.engine, act.writer, year, indicators[key], own)
    return act.changes


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


def _require_possible(indicator: Indicator, amount: Decimal | None) -> None:
    require_not_negative(amount)
    if amount is None:
        return
    if indicator.unit is IndicatorUnit.PERCENT and amount > 100:
        raise KnownError("percent-out-of-range", percent=float(amount))
    if indicator.unit is not IndicatorUnit.PERCENT and amount != amount.to_integral_value():
        raise KnownError("indicator-not-whole", indicator=indicator.name)
