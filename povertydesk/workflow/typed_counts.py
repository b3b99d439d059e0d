"""Counts as they are typed or pasted into the cells of a column: read in its one style, or why they cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.number_reading import (
    BEYOND_ANY_COUNT,
    ColumnKind,
    NumberStyle,
    decide_style,
    has_too_many_digits,
    read_count,
    read_number,
)
from povertydesk.poverty.vietnamese import clean_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class ReadCount(NamedTuple):
    """What a cell says: its clean text, the number (None where it is blank or faulty), and the code of the fault."""

    text: str
    number: int | None = None
    fault: str | None = None


def read_counts(texts: Sequence[str]) -> Mapping[str, ReadCount]:
    """Read the cells of one column, by their text; a text that stands in a thousand cells is read once.

    How the column writes its thousands is decided from all cells together: `1.518` beside `13,70` is not 1,518.
    """
    decided = decide_style(texts, ColumnKind.COUNT)
    otherwise = {texts[position] for position in decided.contradicting}
    return {text: _read(text, decided.style, contradicts=text in otherwise) for text in set(texts)}


def _read(text: str, style: NumberStyle, *, contradicts: bool) -> ReadCount:
    line = clean_line(text)
    if not line:
        return ReadCount("")
    if contradicts:
        return ReadCount(line, fault="count-written-otherwise")
    count = read_count(line, style)
    if count is None:
        return ReadCount(line, fault=_fault(line))
    if count >= BEYOND_ANY_COUNT:
        return ReadCount(line, fault="count-too-large")
    return ReadCount(line, fault="count-negative") if count < 0 else ReadCount(line, count)


def _fault(line: str) -> str:
    if has_too_many_digits(line):
        return "count-too-large"
    has_decimals = "%" not in line and any(read_number(line, style) is not None for style in NumberStyle)
    return "count-with-decimals" if has_decimals else "count-not-a-number"
