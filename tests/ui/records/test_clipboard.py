from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.ui.records.clipboard import read_block, write_block


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("8", [["8"]]),
        ("8\r\n", [["8"]]),
        ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
        ("1\t2\n3\t4", [["1", "2"], ["3", "4"]]),
        ("1\r2\r", [["1"], ["2"]]),
        ("5\r\n\r\n", [["5"], [""]]),
        ("\t\r\n\t7\r\n", [["", ""], ["", "7"]]),
        ("Tổng\t\t45\r\n", [["Tổng", "", "45"]]),
        ("1\n\0", [["1"]]),
        ('"hai\ndòng"\t2\r\n', [["hai\ndòng", "2"]]),
        ('"hai\r\ndòng"\r\n3\r\n', [["hai\ndòng"], ["3"]]),
        ('"nói ""vâng"" rồi"\t1', [['nói "vâng" rồi', "1"]]),
        ('"có\ttab"\t1', [["có\ttab", "1"]]),
        ('"Phú Lộc"\t1', [['"Phú Lộc"', "1"]]),
        ('"chưa đóng\t1\r\n2\t3', [['"chưa đóng', "1"], ["2", "3"]]),
        ('ống 12"\t1', [['ống 12"', "1"]]),
        ('a\t"b\n"', [["a", "b\n"]]),
        ('"a\nb"\n\n', [["a\nb"], [""]]),
        ("a\u2028b\x0bc\x85d", [["a\u2028b\x0bc\x85d"]]),
    ],
)
def test_blocks_as_spreadsheets_write_them(text: str, block: list[list[str]]) -> None:
    assert read_block(text) == block


def test_a_cell_with_breaks_or_tabs_is_quoted_and_others_are_not() -> None:
    assert write_block([["1518", 'a "b"'], ["x\ny", 'q\t"r"']]) == '1518\ta "b"\n"x\ny"\t"q\t""r"""'


@given(st.lists(st.lists(st.text("ab1 \t\n", max_size=5), min_size=3, max_size=3), min_size=1, max_size=4))
def test_what_is_copied_is_pasted_the_same(block: list[list[str]]) -> None:
    assert read_block(write_block(block) + "\n") == block


def test_many_open_quotes_do_not_slow_reading_down() -> None:
    text = "\n".join('"a\t' * 20 for _ in range(500)) + "x"
    assert len(read_block(text)) == 500
