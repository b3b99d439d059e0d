"""How an office writes numbers, dates and ordinals (Decree 30/2020, Annex I; `.` for thousands, `,` for decimals)."""

from __future__ import annotations

import datetime
from decimal import ROUND_HALF_UP, Decimal

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"


def format_count(count: int) -> str:
    """Write a count with dots between thousands: 1518 → `1.518`."""
    return f"{count:,}".replace(",", ".")


def format_difference(difference: int) -> str:
    """Write by how many two counts differ, with the minus of print: `+4`, `−1.518`; `0` where they do not."""
    return f"{'+' if difference > 0 else '−' if difference < 0 else ''}{format_count(abs(difference))}"


def format_small_count(count: int) -> str:
    """Write a count in running text, where offices put a nought before 1 to 9: 6 → `06`."""
    return f"0{count}" if 0 < count < 10 else format_count(count)


def format_rate(rate: Decimal | float) -> str:
    """Write a rate in percent with both decimals, half up: 13.7 → `13,70`."""
    rounded = Decimal(str(rate)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    whole, _, decimals = f"{rounded:,}".partition(".")
    return f"{whole.replace(',', '.')},{decimals}"


def format_amount(amount: Decimal | int) -> str:
    """Write an amount or measure with dots and as many decimals as it has: 1715000 → `1.715.000`, 31.5 → `31,5`."""
    whole, _, decimals = f"{Decimal(amount):,f}".partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".") + (f",{decimals}" if decimals else "")


def format_date(day: datetime.date) -> str:
    """Write a date inside a sentence: `05/01/2023`."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def official_date(day: datetime.date) -> str:
    """Write the date of a paper: `ngày 05 tháng 01 năm 2023`; only days under 10 and months 1, 2 take a nought."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def roman(number: int) -> str:
    """Write the number of a part, from 1 to 399: 4 → `IV`."""
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written += letters
            number -= value
    return written


def point_letter(position: int) -> str:
    """Name the nth point of a list, from 1, in Vietnamese order: a, b, c, d, đ, e, g."""
    return _POINT_LETTERS[position - 1]


def paper_number(number: int) -> str:
    """Write the number of a paper, under 10 with a nought: 5 → `05`."""
    return f"{number:02d}"
