"""Which lines of a grid are shown: a condition for each column, as it is typed (no Qt)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from povertydesk.poverty.vietnamese import fold
from povertydesk.ui.records.columns import CellValue

if TYPE_CHECKING:
    from collections.abc import Mapping

Condition = Callable[[CellValue], bool]

_COMPARED: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<=": lambda value, limit: value <= limit,
    ">=": lambda value, limit: value >= limit,
    "<>": lambda value, limit: value != limit,
    "<": lambda value, limit: value < limit,
    ">": lambda value, limit: value > limit,
    "=": lambda value, limit: value == limit,
}
_BLANK, _NOT_BLANK = "=", "<>"


def read_condition(text: str) -> Condition:
    """Read what is typed: `>10`, `<=13,70`, `=0`, `5-10`; `=` alone the blank ones, `<>` the others; else words.

    Words are looked for anywhere in the cell, without regard to marks and capitals.
    """
    typed = text.strip()
    if typed == _BLANK:
        return _is_blank
    if typed == _NOT_BLANK:
        return lambda value: not _is_blank(value)
    sign = next((one for one in _COMPARED if typed.startswith(one)), "")
    limit = _number(typed.removeprefix(sign))
    if sign and limit is not None:
        compare = _COMPARED[sign]
        return lambda value: isinstance(value, int | Decimal) and compare(Decimal(value), limit)
    low, dash, high = typed.partition("-")
    least, most = _number(low), _number(high)
    if dash and least is not None and most is not None:
        return lambda value: isinstance(value, int | Decimal) and least <= value <= most
    if limit is not None:
        return lambda value: str(value) == typed or (isinstance(value, int | Decimal) and value == limit)
    words = fold(typed)
    return lambda value: isinstance(value, str) and words in fold(value)


class ColumnFilters:
    """The conditions of a grid's columns; a line is shown where all of them hold."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._conditions: dict[str, Condition] = {}

    def __bool__(self) -> bool:
        """Whether any column has a condition."""
        return bool(self._conditions)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that have one, in the order they came."""
        return tuple(self._conditions)

    def text(self, column: str) -> str:
        """Return what is typed for a column."""
        return self._texts.get(column, "")

    def set(self, column: str, text: str) -> None:
        """Show only lines for which this holds; an empty text lets all pass."""
        self._texts.pop(column, None)
        self._conditions.pop(column, None)
        if text.strip():
            self._texts[column] = text
            self._conditions[column] = read_condition(text)

    def clear(self) -> None:
        """Let all lines pass."""
        self._texts.clear()
        self._conditions.clear()

    def let_pass(self, value: Callable[[str], CellValue]) -> bool:
        """Say whether a line is shown; `value` gives what it shows in a column."""
        return all(holds(value(column)) for column, holds in self._conditions.items())


def _is_blank(value: CellValue) -> bool:
    return value is None or value == ""


def _number(text: str) -> Decimal | None:
    plain = text.strip().replace(".", "").replace(",", ".")
    try:
        return Decimal(plain) if plain[:1].isdigit() else None
    except InvalidOperation:
        return None
