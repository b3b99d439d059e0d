from __future__ import annotations

from decimal import Decimal

import pytest

from povertydesk.ui.records.columns import Alignment, CellKind, CellValue, Column


@pytest.mark.parametrize(
    ("kind", "value", "shown", "plain"),
    [
        (CellKind.COUNT, 1518, "1.518", "1518"),
        (CellKind.COUNT, 0, "0", "0"),
        (CellKind.COUNT, -1234, "-1.234", "-1234"),
        (CellKind.COUNT, Decimal("1234.5"), "1.234,5", "1234,5"),
        (CellKind.RATE, Decimal("13.7"), "13,70", "13,70"),
        (CellKind.RATE, Decimal("1234.567"), "1.234,57", "1234,57"),
        (CellKind.RATE, 5, "5,00", "5,00"),
        (CellKind.SERIAL, 1234, "1234", "1234"),
        (CellKind.TEXT, "Thôn 1.518", "Thôn 1.518", "Thôn 1.518"),
        (CellKind.COUNT, None, "", ""),
        (CellKind.RATE, None, "", ""),
    ],
)
def test_a_value_is_written_for_the_eye_and_for_excel(kind: CellKind, value: CellValue, shown: str, plain: str) -> None:
    column = Column("key", "Tiêu đề", lambda record: record, kind)
    assert column.shown(value) == shown
    assert column.plain(value) == plain


def test_words_stand_left_and_figures_right_unless_declared() -> None:
    assert Column("key", "Thôn", str).alignment is Alignment.LEFT
    assert Column("key", "Hộ", int, CellKind.COUNT).alignment is Alignment.RIGHT
    assert Column("key", "TT", int, CellKind.SERIAL, align=Alignment.CENTRE).alignment is Alignment.CENTRE


def test_the_full_title_names_the_groups() -> None:
    assert Column("key", "Hộ nghèo", int, heading=("Cuối kỳ", "Trong đó")).full_title == "Cuối kỳ – Trong đó – Hộ nghèo"
    assert Column("key", "Thôn", str).full_title == "Thôn"


def test_a_column_is_typed_always_never_or_as_the_record_says() -> None:
    assert Column("key", "A", int, editable=True).is_editable(1)
    assert not Column("key", "A", int).is_editable(1)
    odd: Column[int] = Column("key", "A", lambda number: number, editable=lambda number: number % 2 == 1)
    assert (odd.is_editable(1), odd.is_editable(2)) == (True, False)
