from __future__ import annotations

import datetime

import pytest

from povertydesk.documents.letterhead import annex_reference, date_line, number_line, recipient_lines
from povertydesk.poverty.paper import AnnexHeading, Text, plain_text
from tests.documents.papers import letterhead


def test_number_and_day_leave_room_for_the_pen() -> None:
    assert number_line(letterhead()) == "Số:       /KH-UBND"
    assert date_line(letterhead()) == "Cẩm Long, ngày      tháng      năm 2023"


def test_number_and_day_that_are_known() -> None:
    head = letterhead(number="05", issued_on=datetime.date(2023, 1, 5))
    assert number_line(head) == "Số: 05/KH-UBND"
    assert date_line(head) == "Cẩm Long, ngày 05 tháng 01 năm 2023"


def test_a_symbol_with_its_stroke_gets_no_second_one() -> None:
    assert number_line(letterhead(number="51", symbol="/BC-UBND")) == "Số: 51/BC-UBND"


@pytest.mark.parametrize("last", ["Lưu: VT, LĐTBXH", "- Lưu: VT, LĐTBXH.", " – Lưu: VT, LĐTBXH;"])
def test_recipients_end_in_semicolons_and_a_full_stop(last: str) -> None:
    lines = recipient_lines(("UBND huyện;", "", "- Các thôn", last))
    assert lines == ("- UBND huyện;", "- Các thôn;", "- Lưu: VT, LĐTBXH.")


@pytest.mark.parametrize(
    ("given", "shown"),
    [("Kèm theo Kế hoạch", "(Kèm theo Kế hoạch)"), ("(Kèm theo Kế hoạch)", "(Kèm theo Kế hoạch)")],
)
def test_an_annex_names_its_paper_in_brackets(given: str, shown: str) -> None:
    assert plain_text(annex_reference(AnnexHeading("Phụ lục I", "Biểu", (Text(given),)))) == shown


def test_an_annex_of_no_paper_has_no_empty_brackets() -> None:
    assert annex_reference(AnnexHeading("Phụ lục I", "Biểu")) == ()
