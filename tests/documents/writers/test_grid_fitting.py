from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from povertydesk.documents.fonts import Face, load_fonts
from povertydesk.documents.writers.grid_fitting import number_text
from povertydesk.documents.writers.lines import Ruler

RULER = Ruler(load_fonts())


@pytest.mark.parametrize(
    ("number", "room", "shown"),
    [
        ("14", 5.0, "14"),
        ("9=10+11", 60.0, "9=10+11"),
        ("9=10+11", 25.0, "9=10 +11"),
        ("20=9/1×100", 35.0, "20=9/1 ×100"),
        ("9=1−2−3−4+5+6+7+8", 60.0, "9=1−2−3−4+5 +6+7+8"),
    ],
)
def test_a_formula_breaks_before_its_signs(number: str, room: float, shown: str) -> None:
    assert number_text(number, 9, room, RULER) == shown


@given(st.lists(st.integers(1, 99), min_size=2, max_size=12), st.floats(30, 200))
def test_no_number_is_torn_and_no_line_is_too_long(terms: list[int], room: float) -> None:
    number = f"{terms[0]}=" + "+".join(map(str, terms[1:]))
    lines = number_text(number, 9, room, RULER).split(" ")
    assert "".join(lines) == number
    assert all(line.startswith("+") for line in lines[1:])
    assert all(RULER.width(line, Face.ITALIC) * 9 <= room for line in lines)
