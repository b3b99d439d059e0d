from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.number_reading import (
    ColumnKind,
    NumberStyle,
    StyleDecision,
    decide_style,
    read_count,
    read_number,
)

VIETNAMESE, ENGLISH = NumberStyle.VIETNAMESE, NumberStyle.ENGLISH
COUNT, DECIMAL = ColumnKind.COUNT, ColumnKind.DECIMAL


@pytest.mark.parametrize(
    ("kind", "cells", "decision"),
    [
        # A whole column of counts: the mark before three digits stands between thousands.
        (COUNT, ["221", "1.518", "14"], StyleDecision(VIETNAMESE, proven=True)),
        (COUNT, ["221", "1,518", "14"], StyleDecision(ENGLISH, proven=True)),
        (COUNT, ["221", "14"], StyleDecision(VIETNAMESE, proven=False)),
        (COUNT, ["-1.518"], StyleDecision(VIETNAMESE, proven=True)),
        (COUNT, ["1.518", "2,500", "3.000"], StyleDecision(VIETNAMESE, proven=True, contradicting=(1,))),
        (COUNT, ["12,5", "13.7"], StyleDecision(VIETNAMESE, proven=False)),
        # Rates and measures: `1.518` beside `13,70` is one thousand five hundred and eighteen.
        (DECIMAL, ["1.518", "13,70"], StyleDecision(VIETNAMESE, proven=True)),
        (DECIMAL, ["1.518", "13.70"], StyleDecision(ENGLISH, proven=True)),
        (DECIMAL, ["6.33", "7.52", "17.60", "3.0"], StyleDecision(ENGLISH, proven=True)),
        (DECIMAL, ["1.518"], StyleDecision(VIETNAMESE, proven=False)),
        (DECIMAL, ["6,33", "7.52", "17,60"], StyleDecision(VIETNAMESE, proven=True, contradicting=(1,))),
        (DECIMAL, ["6.33", "7,52", "17.60", "", "x"], StyleDecision(ENGLISH, proven=True, contradicting=(1,))),
        (DECIMAL, ["6,33", "7.52"], StyleDecision(VIETNAMESE, proven=True, contradicting=(1,))),
        (DECIMAL, ["0.518"], StyleDecision(ENGLISH, proven=True)),
        (DECIMAL, ["1518.250"], StyleDecision(ENGLISH, proven=True)),
        (DECIMAL, ["1.518.000"], StyleDecision(VIETNAMESE, proven=True)),
        (DECIMAL, ["1,518.70"], StyleDecision(ENGLISH, proven=True)),
        (DECIMAL, ["1.518,70"], StyleDecision(VIETNAMESE, proven=True)),
        # Neither blanks nor words nor dates nor broken figures prove anything.
        (DECIMAL, ["", "  ", "-", "không có", "05.01.2023", "1.518,70.5"], StyleDecision(VIETNAMESE, proven=False)),
        (COUNT, [], StyleDecision(VIETNAMESE, proven=False)),
    ],
)
def test_a_column_is_read_in_the_style_its_clear_cells_prove(
    kind: ColumnKind, cells: list[str], decision: StyleDecision
) -> None:
    assert decide_style(cells, kind) == decision


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("1.518", "1518", "1.518"),
        ("1,518", "1.518", "1518"),
        ("13,70", "13.70", None),
        ("13.70", None, "13.70"),
        ("13,70 %", "13.70", None),
        ("1.518.000", "1518000", None),
        ("1,518.70", None, "1518.70"),
        ("1.518,70", "1518.70", None),
        ("1 518", "1518", "1518"),
        ("1\u00a0518\u202f000,5", "1518000.5", None),
        ("1'518", "1518", "1518"),
        ("-5", "-5", "-5"),
        ("+5", "5", "5"),
        ("007", "7", "7"),
        # `0.518` in a Vietnamese column is no 518.
        ("0.518", None, "0.518"),
        ("1518.250", None, "1518.250"),
        ("12.34.567", None, None),
        ("1.5", None, "1.5"),
        # Two numbers in one cell are no number.
        ("12 5", None, None),
        ("2023 150", None, None),
        ("1\n518", None, None),
        ("05.01.2023", None, None),
        ("1.518,", None, None),
        (",5", None, None),
        ("12 hộ", None, None),
        ("1e5", None, None),
        ("", None, None),
        (" ", None, None),
    ],
)
def test_a_cell_is_read_in_the_style_of_its_column(text: str, vietnamese: str | None, english: str | None) -> None:
    for style, expected in ((VIETNAMESE, vietnamese), (ENGLISH, english)):
        assert read_number(text, style) == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1.518", 1518),
        ("12,0", 12),
        ("12,5", None),
        ("-3", -3),
        ("ba", None),
        ("", None),
        ("9" * 15, 10**15 - 1),
        ("9" * 16, None),
    ],
)
def test_a_count_is_whole(text: str, count: int | None) -> None:
    assert read_count(text) == count


@given(st.lists(st.integers(min_value=-(10**9), max_value=10**9), min_size=1), st.sampled_from(NumberStyle))
def test_a_column_of_written_counts_is_read_as_what_it_says(counts: list[int], style: NumberStyle) -> None:
    mark = "." if style is VIETNAMESE else ","
    cells = [f"{count:,}".replace(",", mark) for count in counts]
    decision = decide_style(cells, COUNT)
    assert decision.contradicting == ()
    assert [read_count(cell, decision.style) for cell in cells] == counts


@given(
    st.lists(st.decimals(min_value=0, max_value=10**7, places=2), min_size=1),
    st.sampled_from(NumberStyle),
)
def test_a_column_of_written_rates_is_read_as_what_it_says(rates: list[Decimal], style: NumberStyle) -> None:
    cells = [f"{rate:,.2f}" for rate in rates]
    if style is VIETNAMESE:
        cells = [cell.translate(str.maketrans(",.", ".,")) for cell in cells]
    decision = decide_style(cells, DECIMAL)
    assert decision == StyleDecision(style, proven=True)
    assert [read_number(cell, decision.style) for cell in cells] == rates


@given(st.text(st.sampled_from("0123456789., +-%'x\u00a0"), max_size=12))
def test_a_reading_keeps_every_digit_in_its_order(text: str) -> None:
    for style in NumberStyle:
        number = read_number(text, style)
        if number is not None:
            digits = [character for character in text if character.isdecimal()]
            assert "".join(digits).lstrip("0") == "".join(map(str, number.as_tuple().digits)).lstrip("0")
