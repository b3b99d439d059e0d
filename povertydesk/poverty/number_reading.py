"""Reading numbers as clerks write them: `1.518`, `13,70`, `13.70`, decided once for a column, never cell by cell."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")
_BLANK = "[ \u00a0\u2009\u202f'\u2019]"
_BLANK_BETWEEN_THOUSANDS = re.compile(rf"[+-]?\d{{1,3}}(?:{_BLANK}\d{{3}})+(?:[.,]\d+)?")

_MOST_DIGITS = 15
"""As many as a workbook keeps exactly; what has more is no figure but a code."""

BEYOND_ANY_COUNT = 10**8
"""No office counts so many households or people; nine digits are an old identity card, twelve a citizen number."""


class ColumnKind(enum.StrEnum):
    """What the figures of a column are: whole counts, or rates and measures with decimals."""

    COUNT = "count"
    DECIMAL = "decimal"


class NumberStyle(enum.StrEnum):
    """How a column writes its numbers: `1.518,70` (Vietnamese) or `1,518.70` (English)."""

    VIETNAMESE = "vietnamese"
    ENGLISH = "english"


@dataclass(frozen=True, slots=True)
class StyleDecision:
    """The style a column is read in. `proven` is false where no cell tells the two styles apart.

    `contradicting` are the positions of cells that can only be read in the other style.
    """

    style: NumberStyle
    proven: bool
    contradicting: tuple[int, ...] = ()


def decide_style(texts: Sequence[str], kind: ColumnKind) -> StyleDecision:
    """Decide how the cells of one column write numbers, from those that leave no doubt.

    In a count column a separator before three digits stands between thousands. In a decimal column a separator
    is the decimal mark where no thousands can stand (`13,70`, `0.518`, `1518.250`); `1.518` alone leaves doubt.
    Without any proof the Vietnamese style is assumed and the decision says so.
    """
    known = {text: _proof(text, kind) for text in set(texts)}
    proofs = [known[text] for text in texts]
    vietnamese = proofs.count(NumberStyle.VIETNAMESE)
    english = proofs.count(NumberStyle.ENGLISH)
    style = NumberStyle.ENGLISH if english > vietnamese else NumberStyle.VIETNAMESE
    contradicting = tuple(position for position, proof in enumerate(proofs) if proof is not None and proof is not style)
    return StyleDecision(style, proven=bool(vietnamese or english), contradicting=contradicting)


def read_number(text: str, style: NumberStyle) -> Decimal | None:
    """Read one cell in the column's style; None where it is no number in it (`13.70` in a Vietnamese column).

    A blank between thousands is understood in either style (`1 518`); two numbers in one cell are none.
    """
    written = _written(text)
    if written is None:
        return None
    thousands, decimal = (".", ",") if style is NumberStyle.VIETNAMESE else (",", ".")
    whole, mark, decimals = written.partition(decimal)
    if mark and not decimals.isdecimal():
        return None
    groups = whole.split(thousands)
    first = groups[0].lstrip("+-")
    if len(groups) > 1 and (len(first) > 3 or first.startswith("0") or any(len(group) != 3 for group in groups[1:])):
        return None
    return Decimal("".join(groups) + (f".{decimals}" if mark else ""))


def read_count(text: str, style: NumberStyle = NumberStyle.VIETNAMESE) -> int | None:
    """Read a whole number; None where the text is none, `13%` too. A negative count is left to the caller's check."""
    if _is_bare(text):
        return int(text)
    if "%" in text:
        return None
    number = read_number(text, style)
    if number is None or number != number.to_integral_value():
        return None
    return int(number)


def has_too_many_digits(text: str) -> bool:
    """Say whether a text is a number, but with more digits than a figure has."""
    written = _digits_and_marks(text)
    return written is not None and _count_digits(written) > _MOST_DIGITS


def _is_bare(text: str) -> bool:
    """Say whether a cell is digits and nothing else, as nearly all are: no style reads it otherwise."""
    return text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS


def _written(text: str) -> str | None:
    """Return the digits and marks of a cell without blanks between thousands; None where it is no one figure."""
    written = _digits_and_marks(text)
    return written if written is not None and _count_digits(written) <= _MOST_DIGITS else None


def _digits_and_marks(text: str) -> str | None:
    written = text.strip().removesuffix("%").rstrip()
    if _BLANK_BETWEEN_THOUSANDS.fullmatch(written):
        written = re.sub(_BLANK, "", written)
    return written if _NUMBER.fullmatch(written) else None


def _count_digits(written: str) -> int:
    return sum(character.isdecimal() for character in written)


def _proof(text: str, kind: ColumnKind) -> NumberStyle | None:
    """Return the only style a cell can be read in; None where it is no number or leaves doubt.

    A cell that both styles can read (`1.518`) holds thousands in a count column and leaves doubt in a decimal one.
    """
    if _is_bare(text):
        return None
    readings = [(style, read_number(text, style)) for style in NumberStyle]
    possible = [(abs(number), style) for style, number in readings if number is not None]
    if kind is ColumnKind.COUNT:
        possible = [(number, style) for number, style in possible if number == number.to_integral_value()]
        thousands = max((number for number, _ in possible), default=None)
        possible = [(number, style) for number, style in possible if number == thousands]
    return possible[0][1] if len(possible) == 1 else None
