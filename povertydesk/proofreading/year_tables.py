"""What must hold between the official tables of a year drawn from the records, and the residents that were typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.problems import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from povertydesk.poverty.area import Village
    from povertydesk.poverty.official_table import FilledTable, TableSource
    from povertydesk.poverty.problems import Value

_POOR, _NEAR_POOR = 12, 13
_PARTS = (("10", "2"), ("17", "6"), ("18", "7"), ("19", "8"))
"""Households and people of a group in tables 12 and 13, and its residents; a rate tells the other groups."""
_TOGETHER = (("9", "1"), ("16", "5"))
"""What tables 12 and 13 count of all, and the residents."""


def check_year_tables(source: TableSource, tables: Mapping[int, FilledTable]) -> tuple[Finding, ...]:
    """Name what a village's closing list counts beyond its residents: a group alone, poor and near-poor together.

    What leaves a rate empty is told with its table and not here.
    """
    return tuple(
        finding
        for village in source.villages
        for finding in (*_groups(source.year, village, tables), *_together(source.year, village, tables))
    )


def _groups(year: int, village: Village, tables: Mapping[int, FilledTable]) -> Iterator[Finding]:
    for number in (_POOR, _NEAR_POOR):
        for part, whole in _PARTS:
            counted, residents = (_figure(tables[number], label, village) for label in (part, whole))
            if counted is not None and residents is not None and counted > residents:
                values = _values(village, part, whole, counted, residents) | {"number": number}
                place = Place(village=village.name, year=year, field=part)
                yield Finding("table-exceeds-residents", Severity.WARNING, place, values)


def _together(year: int, village: Village, tables: Mapping[int, FilledTable]) -> Iterator[Finding]:
    for part, whole in _TOGETHER:
        counts = [_figure(tables[number], part, village) or 0 for number in (_POOR, _NEAR_POOR)]
        residents = _figure(tables[_POOR], whole, village)
        if residents is not None and sum(counts) > residents >= max(counts):
            place = Place(village=village.name, year=year, field=part)
            values = _values(village, part, whole, sum(counts), residents)
            yield Finding("listed-exceed-residents", Severity.ERROR, place, values)


def _values(village: Village, part: str, whole: str, counted: int, residents: int) -> dict[str, Value]:
    return {"village": village.name, "column": part, "whole": whole, "counted": counted, "residents": residents}


def _figure(table: FilledTable, label: str, village: Village) -> int | None:
    value = table.cell(label, village.id).value
    return None if value is None else int(value)
