"""The lines of the table of indicators: each with its amounts by year, what is offered, and what is typed."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.indicator_target import is_own
from povertydesk.ui.records.columns import CellKind, CellValue, Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from decimal import Decimal

    from povertydesk.workflow.edit_indicators import IndicatorLine, IndicatorTable

NAME, UNIT = "name", "unit"
BASE, TARGET, ACTUAL, REACHED = "base", "target", "actual", "reached"
_PLANNED = (BASE, TARGET)
_NAME_CHARACTERS, _UNIT_CHARACTERS, _AMOUNT_CHARACTERS = 46, 7, 9


class ShownIndicator(NamedTuple):
    """One line of the table; a blank line has no indicator yet. `offered` is by column."""

    row_id: str
    line: IndicatorLine | None = None
    unit: str = ""
    offered: Mapping[str, Decimal] = MappingProxyType({})
    unsaved: Mapping[str, str] = MappingProxyType({})

    @property
    def is_new(self) -> bool:
        """Whether the line waits for an indicator of the office's own."""
        return self.line is None

    @property
    def is_named_here(self) -> bool:
        """Whether the office gave the line its name and unit itself."""
        return is_own(self.row_id)

    def value(self, key: str) -> CellValue:
        """Return what a column shows: what was typed and not kept, else what the records say."""
        if key in self.unsaved:
            return self.unsaved[key]
        if self.line is None:
            return None
        if key == NAME:
            return self.line.indicator.name
        if key == UNIT:
            return self.unit
        year, amount = place_of_column(key)
        known = self.line.years.get(year)
        if known is None:
            return None  # while columns and lines of another year are being exchanged
        value: CellValue = known.percent_reached if amount == REACHED else getattr(known, amount)
        return value


class IndicatorWords(NamedTuple):
    """The headings of the table; `year` has a place for it."""

    name: str
    unit: str
    year: str
    amounts: Mapping[str, str]
    explained: Mapping[str, str]


def column_of(year: int, amount: str) -> str:
    """Name the column of an amount of a year."""
    return f"{year}.{amount}"


def place_of_column(key: str) -> tuple[int, str]:
    """Return the year and the amount of a column."""
    year, _, amount = key.partition(".")
    return int(year), amount


def indicator_columns(
    table: IndicatorTable, words: IndicatorWords, *, is_signed: bool
) -> tuple[Column[ShownIndicator], ...]:
    """Declare the columns: name and unit, then each year side by side.

    What a signed plan fixes is not typed: its amounts, and where the plan of the year itself `is_signed` the names.
    """

    def is_named(line: ShownIndicator) -> bool:
        return line.is_new or (line.is_named_here and not is_signed)

    return (
        Column(
            NAME,
            words.name,
            lambda line: line.value(NAME),
            editable=is_named,
            width_characters=_NAME_CHARACTERS,
        ),
        Column(
            UNIT,
            words.unit,
            lambda line: line.value(UNIT),
            editable=is_named,
            width_characters=_UNIT_CHARACTERS,
        ),
        *(column for year in table.years for column in _of_year(year, words, is_signed=year in table.signed)),
    )


def _of_year(year: int, words: IndicatorWords, *, is_signed: bool) -> Iterator[Column[ShownIndicator]]:
    heading = (words.year.replace("{year}", str(year)),)
    for amount, title in words.amounts.items():
        key = column_of(year, amount)
        computed = amount == REACHED
        yield Column(
            key,
            title,
            _reader(key),
            CellKind.RATE if computed else CellKind.COUNT,
            heading=heading,
            editable=not computed and not (is_signed and amount in _PLANNED),
            computed=computed,
            proposed=_offering(key),
            width_characters=_AMOUNT_CHARACTERS,
            tooltip=words.explained.get(amount, ""),
        )


def _reader(key: str) -> Callable[[ShownIndicator], CellValue]:
    return lambda line: line.value(key)


def _offering(key: str) -> Callable[[ShownIndicator], CellValue]:
    return lambda line: line.offered.get(key)
