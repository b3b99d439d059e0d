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
_BLANKS = re.compile("[\\s\u00a0\u202f']")


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
    before one, two or more than three digits is the decimal mark; `1.518` alone leaves doubt. Without any proof the
    Vietnamese style is assumed and the decision says so.
    """
    proofs = [_proof(_BLANKS.sub("", text), kind) for text in texts]
    vietnamese = proofs.count(NumberStyle.VIETNAMESE)
    english = proofs.count(NumberStyle.ENGLISH)
    style = NumberStyle.ENGLISH if english > vietnamese else NumberStyle.VIETNAMESE
    contradicting = tuple(position for position, proof in enumerate(proofs) if proof is not None and proof is not style)
    return StyleDecision(style, proven=bool(vietnamese or english), contradicting=contradicting)


def read_number(text: str, style: NumberStyle) -> Decimal | None:
    """Read one cell in the column's style; None where it is no number in it (`13.70` in a Vietnamese column)."""
    written = _BLANKS.sub("", text).removesuffix("%")
    thousands, decimal = (".", ",") if style is NumberStyle.VIETNAMESE else (",", ".")
    whole, mark, decimals = written.partition(decimal)
    if not _NUMBER.fullmatch(written) or (mark and not decimals.isdecimal()):
        return None
    groups = whole.split(thousands)
    if len(groups) > 1 and any(len(group) != 3 for group in groups[1:]):
        return None
    if len(groups) > 1 and not 1 <= len(groups[0].lstrip("+-")) <= 3:
        return None
    return Decimal("".join(groups) + (f".{decimals}" if mark else ""))


def read_count(text: str, style: NumberStyle = NumberStyle.VIETNAMESE) -> int | None:
    """Read a whole number; None where the text is none. A negative count is read and left to the caller's check."""
    number = read_number(text, style)
    if number is None or number != number.to_integral_value():
        return None
    return int(number)


def _proof(written: str, kind: ColumnKind) -> NumberStyle | None:
    number = written.removesuffix("%")
    if not _NUMBER.fullmatch(number):
        return None
    marks = [character for character in number if character in ".,"]
    if not marks:
        return None
    three_digits_follow = len(number) - number.rfind(marks[-1]) - 1 == 3
    if len(set(marks)) == 2:
        last_is_decimal = True
    elif len(marks) > 1:
        last_is_decimal = False
    elif three_digits_follow == (kind is ColumnKind.DECIMAL):
        return None
    else:
        last_is_decimal = kind is ColumnKind.DECIMAL
    decimal_comma = (marks[-1] == ",") == last_is_decimal
    return NumberStyle.VIETNAMESE if decimal_comma else NumberStyle.ENGLISH
