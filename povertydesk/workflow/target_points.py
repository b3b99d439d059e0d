"""Targets given in percentage points of one village or commune: `2,87 %` of its households, typed or pasted."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from povertydesk.poverty.allocation import households_of_points
from povertydesk.poverty.number_reading import ColumnKind, decide_style, read_number
from povertydesk.poverty.problems import Finding, Place, Severity
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.store import villages
from povertydesk.workflow.typed_counts import read_counts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.workflow.desk import Desk

_PERCENT = "%"
_BASES = {
    "assigned": "households",
    "reduction": "households",
    "near_poor_reduction": "households",
    "ethnic_minority_reduction": "ethnic_minority_households",
}
"""The columns that take points, and the residents they are points of."""
_WITHOUT = {
    "households": "points-without-households",
    "ethnic_minority_households": "points-without-minority-households",
}


def turn_points(desk: Desk, year: int, columns: Mapping[str, dict[str, str]], findings: list[Finding]) -> None:
    """Turn targets in points among texts by column and line into households, half up, where they stand.

    What cannot be turned is a finding and falls away. The households of a line are those typed along with it, else
    those on record.
    """
    pointed = [(field, row) for field in _BASES for row, text in columns.get(field, {}).items() if _is_percent(text)]
    if not pointed:
        return
    kept = {one.village_id: one._asdict() for one in villages.list_figures(desk.engine, year)}
    texts = {place: _without_sign(columns[place[0]][place[1]]) for place in pointed}
    style = decide_style(list(texts.values()), ColumnKind.DECIMAL).style
    for (field, row), text in texts.items():
        place = Place(village=row, field=field)
        typed = columns[field].pop(row)
        points = read_number(text, style)
        if points is None or not 0 <= points <= 100:
            findings.append(Finding("points-unreadable", Severity.ERROR, place, {"text": clean_line(typed)}))
            continue
        base = _base(columns.get(_BASES[field], {}).get(row), kept.get(row, {}).get(_BASES[field]))
        if base is None:
            findings.append(Finding(_WITHOUT[_BASES[field]], Severity.ERROR, place))
            continue
        columns[field][row] = str(households_of_points(Decimal(points), base))


def _is_percent(text: str) -> bool:
    return _PERCENT in text and clean_line(text).endswith(_PERCENT)


def _without_sign(text: str) -> str:
    return clean_line(text).removesuffix(_PERCENT).strip()


def _base(typed: str | None, kept: str | int | None) -> int | None:
    if typed is not None:
        return read_counts([typed])[typed].number
    return kept if isinstance(kept, int) else None
