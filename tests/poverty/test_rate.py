from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.rate import percent


@pytest.mark.parametrize(
    ("part", "base", "rate"),
    [
        (208, 1518, "13.70"),
        (45, 1518, "2.96"),
        (163, 1518, "10.74"),
        (14, 221, "6.33"),
        # Exactly half a hundredth goes up.
        (1, 800, "0.13"),
        (1, 20000, "0.01"),
        (3, 20000, "0.02"),
        (201, 20000, "1.01"),
        (1, 40000, "0.00"),
        (0, 1518, "0.00"),
        (1518, 1518, "100.00"),
        (2, 1, "200.00"),
    ],
)
def test_rates_are_rounded_half_up_at_the_second_decimal(part: int, base: int, rate: str) -> None:
    computed = percent(part, base)
    assert computed == Decimal(rate)
    assert str(computed) == rate


@pytest.mark.parametrize(("part", "base"), [(None, 10), (1, None), (None, None), (1, 0), (0, 0)])
def test_there_is_no_rate_without_both_figures_and_a_base(part: int | None, base: int | None) -> None:
    assert percent(part, base) is None


@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=1, max_value=10**9))
def test_a_rate_is_the_exact_share_rounded_once(part: int, base: int) -> None:
    computed = percent(part, base)
    assert computed is not None
    hundredths = Fraction(part * 10000, base)
    assert int(computed * 100) == (hundredths + Fraction(1, 2)).__floor__()
