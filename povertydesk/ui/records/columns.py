"""What the columns of a grid are: where a value is read, how it is written, and who may type it."""

from __future__ import annotations

import enum
from decimal import Decimal
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from povertydesk.poverty.official_text import format_amount, format_count, format_rate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

R = TypeVar("R")

CellValue = int | Decimal | str | None


class CellKind(enum.StrEnum):
    """What stands in the cells of a column; it decides how a value is written and on which side."""

    TEXT = "text"
    SERIAL = "serial"
    COUNT = "count"
    RATE = "rate"


class Alignment(enum.StrEnum):
    """The side of its cell on which a value stands."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class CellEdit(NamedTuple):
    """One cell that the clerk wants changed: NFC text as typed or pasted, "" to leave the cell blank."""

    row_id: str
    column_key: str
    text: str


class Column(NamedTuple, Generic[R]):
    """One column of a grid over records of type R.

    `heading` names the groups above the title, outermost first; neighbours with the same group share one merged
    heading. `editable` is true, false, or asks the record. `computed` marks figures that the program works out (grey).
    `proposed` gives what is offered where nothing stands yet: it is seen, and never copied or typed over. `total` gives
    the figure of the totals row, `width_characters` the usual length of a value where a sample of the
    shown values should not decide, `tooltip` what the heading explains.
    """

    key: str
    title: str
    read: Callable[[R], CellValue]
    kind: CellKind = CellKind.TEXT
    heading: tuple[str, ...] = ()
    align: Alignment | None = None
    editable: bool | Callable[[R], bool] = False
    computed: bool = False
    proposed: Callable[[R], CellValue] | None = None
    total: Callable[[Sequence[R]], CellValue] | None = None
    width_characters: int | None = None
    tooltip: str = ""

    @property
    def full_title(self) -> str:
        """The title with its groups before it, for messages and screen readers: `Cuối kỳ – Hộ nghèo`."""
        return " – ".join((*self.heading, self.title))

    @property
    def alignment(self) -> Alignment:
        """The declared side, or figures right and words left."""
        if self.align is not None:
            return self.align
        return Alignment.LEFT if self.kind is CellKind.TEXT else Alignment.RIGHT

    def is_editable(self, record: R) -> bool:
        """Say whether the clerk may type this column of a record."""
        return self.editable(record) if callable(self.editable) else self.editable

    def shown(self, value: CellValue) -> str:
        """Write a value as the office does: `1.518`, `13,70`; nothing where it is missing."""
        if value is None or isinstance(value, str):
            return value or ""
        if self.kind is CellKind.RATE:
            return format_rate(Decimal(value))
        if self.kind is CellKind.SERIAL:
            return str(value)
        return format_count(value) if isinstance(value, int) else format_amount(value)

    def plain(self, value: CellValue) -> str:
        """Write a value for the editor and for Excel in a Vietnamese locale: without thousands dots, `13,70`."""
        if isinstance(value, int) and self.kind is not CellKind.RATE:
            return str(value)
        return self.shown(value) if isinstance(value, str) else self.shown(value).replace(".", "")
