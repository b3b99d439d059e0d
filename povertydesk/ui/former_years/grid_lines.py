"""The lines and columns of the grid of former years: villages down, years with their six figures across."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.ui.records.columns import CellKind, CellValue, Column
from povertydesk.workflow.former_years import FORMER_FIELDS, PLANNED_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from povertydesk.poverty.area import VillageFigures
    from povertydesk.workflow.former_years import FormerSeries


class FormerLine(NamedTuple):
    """One village with its figures by year; `unsaved` holds texts that could not be kept so far, by column."""

    village_id: str
    village: str
    figures: Mapping[int, VillageFigures]
    unsaved: Mapping[str, str] = MappingProxyType({})


def column_key(year: int, field: str) -> str:
    """Name the column of a figure of a year."""
    return f"{year}:{field}"


def place_of(key: str) -> tuple[int, str]:
    """Return year and figure of a column."""
    year, _, field = key.partition(":")
    return int(year), field


def former_columns(
    series: FormerSeries, village: str, total: str, opening: str, titles: Mapping[str, str]
) -> tuple[Column[FormerLine], ...]:
    """Declare the columns: the village, then for each year what it opened with; `opening` holds `{year}`.

    Nothing is typed into figures that the signed plan of their year fixes.
    """
    columns: list[Column[FormerLine]] = [
        Column("village", village, lambda line: line.village, total=lambda _lines: total, width_characters=16)
    ]
    columns += [
        Column(
            column_key(year, field),
            titles[field],
            _reader(year, field),
            CellKind.COUNT,
            heading=(opening.replace("{year}", str(year)),),
            editable=year not in series.signed or field not in PLANNED_FIELDS,
            total=_sum(_reader(year, field)),
            width_characters=8,
        )
        for year in series.years
        for field in FORMER_FIELDS
    ]
    return tuple(columns)


def _reader(year: int, field: str) -> Callable[[FormerLine], CellValue]:
    """Return what reads a figure of a line: what was typed and not kept, else what the records say."""
    key, known = column_key(year, field), attrgetter(field)

    def read(line: FormerLine) -> CellValue:
        if key in line.unsaved:
            return line.unsaved[key]
        value: CellValue = known(line.figures[year])
        return value

    return read


def _sum(read: Callable[[FormerLine], CellValue]) -> Callable[[Sequence[FormerLine]], CellValue]:
    """Add the villages up; where one of them is not known the whole is not known either."""

    def total(lines: Sequence[FormerLine]) -> CellValue:
        added = 0
        for line in lines:
            value = read(line)
            if not isinstance(value, int):
                return None
            added += value
        return added

    return total
