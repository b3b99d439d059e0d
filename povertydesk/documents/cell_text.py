"""How values are written in a grid's cells and figures in a sentence, alike for every format."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from povertydesk.poverty.official_text import format_amount, format_count, format_rate
from povertydesk.poverty.paper import Blank, CellKind, Figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.poverty.paper import CellValue, Inline

DOTTED_BLANK = "………"
NO_BREAK_SPACE = "\u00a0"
"""Room for the pen is made of these, so that no line breaks in it."""


def figure_text(figure: Figure) -> str:
    """Return a figure as a sentence shows it: its last value, or dots for the pen where it has none."""
    return DOTTED_BLANK if figure.value is None else figure.text


def sentence(content: Sequence[Inline]) -> str:
    """Return a sentence as plain words, with room for the pen and dots where a figure is not known."""
    return "".join(map(_inline_text, content))


def cell_text(value: CellValue, kind: CellKind) -> str:
    """Return a cell's value as an office writes it; a missing one leaves the cell empty."""
    match value:
        case None:
            return ""
        case str():
            return value
        case Figure():
            return "" if value.value is None else value.text
        case Decimal():
            return format_rate(value) if kind is CellKind.RATE else format_amount(value)
        case _:
            return format_rate(value) if kind is CellKind.RATE else format_count(value)


def _inline_text(inline: Inline) -> str:
    match inline:
        case Blank():
            return NO_BREAK_SPACE * inline.width
        case Figure():
            return figure_text(inline)
        case _:
            return inline.text
