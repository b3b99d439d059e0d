from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.number_reading import NumberStyle, read_count, read_number
from povertydesk.poverty.official_text import (
    format_amount,
    format_count,
    format_date,
    format_difference,
    format_rate,
    format_small_count,
    official_date,
    paper_number,
    point_letter,
    roman,
)


@pytest.mark.parametrize(
    ("count", "written"),
    [(0, "0"), (999, "999"), (1518, "1.518"), (1_234_567, "1.234.567"), (-1518, "-1.518")],
)
def test_counts_have_dots_between_thousands(count: int, written: str) -> None:
    assert format_count(count) == written


@pytest.mark.parametrize(("count", "written"), [(0, "0"), (6, "06"), (9, "09"), (10, "10"), (1518, "1.518")])
def test_counts_in_a_sentence_take_a_nought_under_ten(count: int, written: str) -> None:
    assert format_small_count(count) == written


@pytest.mark.parametrize(
    ("rate", "written"),
    [
        (Decimal("13.7"), "13,70"),
        (Decimal("2.005"), "2,01"),
        (Decimal("2.0049"), "2,00"),
        (0.005, "0,01"),
        (1.005, "1,01"),
        (0, "0,00"),
        (Decimal("1234.5"), "1.234,50"),
        (Decimal("-0.125"), "-0,13"),
    ],
)
def test_rates_have_two_decimals_half_up(rate: Decimal | float, written: str) -> None:
    assert format_rate(rate) == written


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (1_500_000, "1.500.000"),
        (Decimal("31.5"), "31,5"),
        (Decimal("31.50"), "31,5"),
        (Decimal("1E+3"), "1.000"),
        (Decimal("5300.25"), "5.300,25"),
        (0, "0"),
    ],
)
def test_amounts_show_the_decimals_they_have(amount: Decimal | int, written: str) -> None:
    assert format_amount(amount) == written


@pytest.mark.parametrize(
    ("day", "inside", "of_a_paper"),
    [
        (datetime.date(2023, 1, 5), "05/01/2023", "ngày 05 tháng 01 năm 2023"),
        (datetime.date(2023, 2, 10), "10/02/2023", "ngày 10 tháng 02 năm 2023"),
        (datetime.date(2023, 3, 9), "09/03/2023", "ngày 09 tháng 3 năm 2023"),
        (datetime.date(2026, 11, 21), "21/11/2026", "ngày 21 tháng 11 năm 2026"),
    ],
)
def test_dates(day: datetime.date, inside: str, of_a_paper: str) -> None:
    assert format_date(day) == inside
    assert official_date(day) == of_a_paper


def test_parts_points_and_numbers_of_papers() -> None:
    assert [roman(number) for number in (1, 4, 5, 7, 9, 10, 14, 39, 40, 49, 90, 99, 399)] == [
        *("I", "IV", "V", "VII", "IX", "X", "XIV", "XXXIX", "XL", "XLIX", "XC", "XCIX", "CCCXCIX")
    ]
    assert [point_letter(position) for position in range(1, 10)] == ["a", "b", "c", "d", "đ", "e", "g", "h", "i"]
    assert [paper_number(number) for number in (5, 10, 125)] == ["05", "10", "125"]


@given(st.integers(min_value=-(10**15) + 1, max_value=10**15 - 1))
def test_a_written_count_is_read_again(count: int) -> None:
    assert read_count(format_count(count)) == count


@pytest.mark.parametrize(("difference", "written"), [(0, "0"), (4, "+4"), (-1518, "−1.518")])
def test_a_difference_says_its_side(difference: int, written: str) -> None:
    assert format_difference(difference) == written


@given(st.decimals(min_value=0, max_value=100, places=4))
def test_a_written_rate_is_read_again_as_its_rounding(rate: Decimal) -> None:
    read = read_number(format_rate(rate), NumberStyle.VIETNAMESE)
    assert read is not None
    assert Decimal("-0.005") <= rate - read < Decimal("0.005")
    assert read.as_tuple().exponent == -2


@given(st.integers(min_value=1, max_value=399))
def test_a_roman_number_has_its_value(number: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    letters = [values[letter] for letter in roman(number)]
    signed = [-one if one < following else one for one, following in zip(letters, [*letters[1:], 0], strict=True)]
    assert sum(signed) == number
