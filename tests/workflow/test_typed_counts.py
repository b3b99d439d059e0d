from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.number_reading import BEYOND_ANY_COUNT
from povertydesk.workflow.typed_counts import ReadCount, read_counts


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1.518", ReadCount("1.518", 1518)),
        (" 1 518 ", ReadCount("1 518", 1518)),
        ("0", ReadCount("0", 0)),
        ("", ReadCount("")),
        ("\u00a0", ReadCount("")),
        ("-3", ReadCount("-3", fault="count-negative")),
        ("13,70", ReadCount("13,70", fault="count-with-decimals")),
        ("13.70", ReadCount("13.70", fault="count-with-decimals")),
        ("13%", ReadCount("13%", fault="count-not-a-number")),
        ("mười", ReadCount("mười", fault="count-not-a-number")),
        ("12/5", ReadCount("12/5", fault="count-not-a-number")),
        ("99999999", ReadCount("99999999", 99_999_999)),
        ("100000000", ReadCount("100000000", fault="count-too-large")),
        ("038087012345", ReadCount("038087012345", fault="count-too-large")),
        ("1234567890123456", ReadCount("1234567890123456", fault="count-too-large")),
    ],
)
def test_counts_as_typed(text: str, read: ReadCount) -> None:
    assert read_counts([text]) == {text: read}


def test_a_column_is_read_in_its_own_style() -> None:
    assert read_counts(["1,518", "2,019", "7"])["1,518"].number == 1518


def test_a_cell_written_otherwise_than_its_column_is_no_thousandth_of_it() -> None:
    read = read_counts(["1.518", "2.019", "1,006", "7"])
    assert read["1.518"].number == 1518
    assert read["1,006"] == ReadCount("1,006", fault="count-written-otherwise")


def test_a_rate_that_slipped_into_a_column_of_counts_is_none() -> None:
    read = read_counts(["1.518", "13,70"])
    assert read == {"1.518": ReadCount("1.518", 1518), "13,70": ReadCount("13,70", fault="count-with-decimals")}


@given(st.lists(st.integers(min_value=0, max_value=BEYOND_ANY_COUNT - 1), max_size=20))
def test_every_count_comes_back(counts: list[int]) -> None:
    texts = [f"{count:,}".replace(",", ".") for count in counts] + [str(count) for count in counts]
    assert [read_counts(texts)[text].number for text in texts] == counts * 2
