"""Entries in the table of targets by indicator: one cell or a pasted block, taken whole or not at all."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.indicator_target import Indicator, IndicatorTarget, IndicatorUnit, is_own, own_key
from povertydesk.poverty.number_reading import ColumnKind, decide_style, has_too_many_digits, read_number
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.vietnamese import clean_line, fold
from povertydesk.store import indicator_targets, signing
from povertydesk.workflow.set_indicator_targets import (
    AMOUNTS,
    IndicatorSet,
    check_targets,
    indicator_set,
    known_indicators,
    read_indicators,
    require_possible,
    write_amounts,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from povertydesk.poverty.number_reading import NumberStyle
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk

NAME, UNIT = "name", "unit"
PLANNED = frozenset({"base", "target"})
"""Amounts that a signed plan fixes."""

_UNITS = {
    IndicatorUnit.PERCENT: ("1", "%", "phan tram", "ty le", "percent"),
    IndicatorUnit.COUNT: ("2", "nguoi", "ho", "lao dong", "so luong", "count"),
    IndicatorUnit.VND: ("3", "dong", "d", "vnd"),
}
_YEARS_BEFORE = 2


class IndicatorEntry(NamedTuple):
    """A text typed or pasted for an indicator (its key, or any other word for a line that is new).

    `field` is `name`, `unit`, or one of the amounts of a `year`.
    """

    row: str
    field: str
    text: str
    year: int | None = None


class IndicatorLine(NamedTuple):
    """One indicator with what is known of it in the years that stand side by side."""

    indicator: Indicator
    years: Mapping[int, IndicatorTarget]


class IndicatorTable(NamedTuple):
    """The table up to a year: its years from the left, its lines, and of which years the plan is signed."""

    years: tuple[int, ...]
    lines: tuple[IndicatorLine, ...]
    signed: frozenset[int]
    findings: tuple[Finding, ...]


def read_table(desk: Desk, year: int) -> IndicatorTable:
    """Read the usual indicators and all that were entered, of the year and the one before, and of an earlier one.

    The earlier one stands there only where something was entered of it.
    """
    known = {
        one: {row.indicator.key: row for row in read_indicators(desk, one)}
        for one in range(year - _YEARS_BEFORE, year + 1)
    }
    years = tuple(one for one, rows in known.items() if rows or one >= year - 1)
    shown = {key for rows in known.values() for key in rows} | known_indicators().keys()
    indicators: dict[str, Indicator] = {}
    for one in reversed(years):
        for key, indicator in indicator_set(desk, one).indicators.items():
            if key in shown:
                indicators.setdefault(key, indicator)
    lines = tuple(
        IndicatorLine(indicator, {one: known[one].get(key, IndicatorTarget(indicator, one)) for one in years})
        for key, indicator in indicators.items()
    )
    signed = frozenset(one for one in years if signing.signed_on(desk.engine, one) is not None)
    return IndicatorTable(years, lines, signed, tuple(found for one in years for found in check_targets(desk, one)))


def read_unit(text: str) -> IndicatorUnit | None:
    """Read a unit by its number or words; None where it is none."""
    typed = fold(text)
    exact = (unit for unit, words in _UNITS.items() if typed in words)
    begun = (unit for unit, words in _UNITS.items() if any(len(one) > 1 and typed.startswith(one) for one in words))
    return next(exact, None) or next(begun, None)


def enter_indicators(desk: Desk, year: int, entries: Sequence[IndicatorEntry]) -> Changes:
    """Keep what was typed or pasted as one operation; an empty text is "not set".

    A new line named like an indicator of the year becomes that one, any other name one of the office's own, in percent
    unless another unit is typed. Only the office's own have names and units that change. Faulty entries refuse the
    whole (`entries-refused`) with a finding for each, its place naming the line (`section`), `field` and `year`; what
    a signed plan fixes, a name that stands in it too, is refused as `plan-signed`.
    """
    for entry in entries:
        if entry.year is not None and entry.field in PLANNED:
            signing.require_not_signed(desk.engine, entry.year)
        if entry.year is None and is_own(entry.row):
            signing.require_not_signed(desk.engine, year)
    findings: list[Finding] = []
    known = indicator_set(desk, year)
    wanted = _wanted_lines(desk, known, entries, findings)
    amounts = _amounts(entries, {row: one.indicator for row, one in wanted.items()}, findings)
    for row, one in wanted.items():
        findings.extend(_misfits(desk, row, one))
    if findings:
        raise KnownError("entries-refused", findings=tuple(findings), faults=len(findings))
    renamed = [one for one in wanted.values() if one.is_new or one.changes]
    named = ", ".join(one.indicator.name for one in renamed)
    with desk.operation(_act_on(renamed), year=year, indicator=named) as act:
        for one in wanted.values():
            if one.changes:
                indicator_targets.change_indicator(
                    desk.engine, act.writer, one.was, one.indicator.key, one.indicator.unit
                )
        for one in wanted.values():
            if one.is_new:
                indicator_targets.write_entry(desk.engine, act.writer, year, one.indicator, {})
        sets = {of_year: indicator_set(desk, of_year) for of_year in {place[1] for place in amounts}}
        for (row, of_year), typed in amounts.items():
            write_amounts(desk, act.writer, sets[of_year], wanted[row].indicator.key, typed)
    return act.changes


def remove_indicator(desk: Desk, year: int, key: str) -> Changes:
    """Take an indicator off the table of a year, out of its plan as well; one of the usual ones stays as a blank line.

    Refused: `plan-signed`, `unknown-indicator`.
    """
    signing.require_not_signed(desk.engine, year)
    known = indicator_set(desk, year)
    if key not in known.indicators:
        raise KnownError("unknown-indicator", indicator=key)
    with desk.operation("remove-indicator", indicator=known.indicators[key].name, year=year) as act:
        write_amounts(desk, act.writer, known, key, dict.fromkeys(AMOUNTS))
        indicator_targets.remove_entry(desk.engine, act.writer, year, key)
    return act.changes


class _Wanted(NamedTuple):
    """What a line is to be: its indicator, and the key it has now, blank where it is new."""

    indicator: Indicator
    was: str
    changes: bool = False

    @property
    def is_new(self) -> bool:
        return not self.was


def _wanted_lines(
    desk: Desk, known: IndicatorSet, entries: Sequence[IndicatorEntry], findings: list[Finding]
) -> dict[str, _Wanted]:
    texts: dict[str, dict[str, str]] = defaultdict(dict)
    for entry in entries:
        texts[entry.row][entry.field if entry.year is None else ""] = clean_line(entry.text)
    present = _all_indicators(desk, known, {entry.year for entry in entries if entry.year is not None})
    by_name = {fold(one.name): key for key, one in present.items()}
    shown = {row.indicator.key for row in read_indicators(desk, known.year)} | known_indicators().keys()
    wanted: dict[str, _Wanted] = {}
    for row, typed in texts.items():
        was = present.get(row)
        unit = _unit(row, typed.get(UNIT), was.unit if was else IndicatorUnit.PERCENT, findings)
        name = typed.get(NAME, was.name if was else "")
        named = by_name.get(fold(name))
        key = own_key(name) if named is None or (named == row and is_own(row)) else named
        place = Place(section=row, field=NAME)
        taken = {one.indicator.key for one in wanted.values()} | (present.keys() - {row} if was else shown)
        if not name:
            findings.append(Finding("indicator-without-name", Severity.ERROR, place))
        elif key in taken:
            findings.append(Finding("indicator-listed-already", Severity.ERROR, place, {"indicator": name}))
        if was is not None and is_own(row):
            changed = Indicator(key, name, unit, was.falling)
            wanted[row] = _Wanted(changed, row, changed != was)
        elif was is not None:
            wanted[row] = _Wanted(was, row)
        else:
            wanted[row] = _Wanted(present.get(key, Indicator(key, name, unit)), "")
    return wanted


def _all_indicators(desk: Desk, known: IndicatorSet, years: set[int]) -> dict[str, Indicator]:
    """Return what may be named: the indicators of the year, before them those of the other years in hand."""
    others = (indicator_set(desk, one).indicators for one in sorted(years - {known.year}))
    found = {key: indicator for indicators in others for key, indicator in indicators.items()}
    return {**found, **known.indicators}


def _unit(row: str, text: str | None, present: IndicatorUnit, findings: list[Finding]) -> IndicatorUnit:
    if not text:
        return present
    unit = read_unit(text)
    if unit is None:
        place = Place(section=row, field=UNIT)
        findings.append(Finding("indicator-unit-unknown", Severity.ERROR, place, {"text": text}))
    return unit or present


def _amounts(
    entries: Sequence[IndicatorEntry], indicators: Mapping[str, Indicator], findings: list[Finding]
) -> dict[tuple[str, int], dict[str, Decimal | None]]:
    """Read the numbers; those of one unit are written in one style."""
    typed = [(entry, entry.year, clean_line(entry.text)) for entry in entries if entry.year is not None]
    styles = {
        unit: decide_style([text for entry, _, text in typed if indicators[entry.row].unit is unit], kind).style
        for unit, kind in _KINDS.items()
    }
    found: dict[tuple[str, int], dict[str, Decimal | None]] = defaultdict(dict)
    for entry, year, text in typed:
        indicator = indicators[entry.row]
        try:
            found[entry.row, year][entry.field] = _amount(text, indicator, styles[indicator.unit])
        except KnownError as fault:
            place = Place(section=entry.row, field=entry.field, year=year)
            findings.append(Finding(fault.code, Severity.ERROR, place, fault.values))
    return found


_KINDS = {
    IndicatorUnit.PERCENT: ColumnKind.DECIMAL,
    IndicatorUnit.COUNT: ColumnKind.COUNT,
    IndicatorUnit.VND: ColumnKind.COUNT,
}


def _amount(text: str, indicator: Indicator, style: NumberStyle) -> Decimal | None:
    if not text:
        return None
    if has_too_many_digits(text):
        raise KnownError("count-too-large", text=text)
    amount = read_number(text, style)
    if amount is None or ("%" in text and indicator.unit is not IndicatorUnit.PERCENT):
        raise KnownError("amount-not-understood", text=text)
    require_possible(indicator, amount)
    return amount


def _misfits(desk: Desk, row: str, one: _Wanted) -> list[Finding]:
    """Name what was entered before and does not fit another unit."""
    if not one.changes:
        return []
    place = Place(section=row, field=UNIT)
    for amount in indicator_targets.list_amounts(desk.engine, one.was):
        try:
            require_possible(one.indicator, amount)
        except KnownError as fault:
            return [Finding(fault.code, Severity.ERROR, place, fault.values)]
    return []


def _act_on(renamed: Sequence[_Wanted]) -> str:
    if not renamed:
        return "set-indicators"
    return "add-indicator" if renamed[0].is_new else "edit-indicator"
