from __future__ import annotations

from decimal import Decimal

import pytest

from povertydesk.documents.cell_text import DOTTED_BLANK, cell_text, figure_text, sentence
from povertydesk.poverty.paper import Blank, CellKind, CellValue, Figure, Text


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (None, CellKind.COUNT, ""),
        (0, CellKind.COUNT, "0"),
        (1518, CellKind.COUNT, "1.518"),
        (7, CellKind.SERIAL, "7"),
        (Decimal("13.7"), CellKind.RATE, "13,70"),
        (100, CellKind.RATE, "100,00"),
        (Decimal("31.5"), CellKind.COUNT, "31,5"),
        ("Thôn 2", CellKind.TEXT, "Thôn 2"),
        (Figure("poor", "208", 208), CellKind.COUNT, "208"),
        (Figure("poor", "", None), CellKind.COUNT, ""),
    ],
)
def test_cells(value: CellValue, kind: CellKind, text: str) -> None:
    assert cell_text(value, kind) == text


def test_a_figure_without_value_is_dotted_in_a_sentence() -> None:
    assert figure_text(Figure("poor", "208", 208)) == "208"
    assert figure_text(Figure("poor", "", None)) == DOTTED_BLANK


def test_a_sentence_keeps_room_for_the_pen_and_dots_what_is_not_known() -> None:
    content = (Text("Số"), Blank(2), Text("/KH, "), Figure("poor", "208", 208), Text(" hộ; "), Figure("near", "", None))
    assert sentence(content) == "Số\u00a0\u00a0/KH, 208 hộ; ………"
