from __future__ import annotations

import pytest

from povertydesk.documents.signature import signature_lines
from povertydesk.poverty.plan import SigningForm


@pytest.mark.parametrize(
    ("form", "position", "lines"),
    [
        (SigningForm.FOR_BODY, "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (SigningForm.ACTING, "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")),
        (SigningForm.FOR_HEAD, "Phó Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        (SigningForm.BY_ORDER, "Chánh Văn phòng", ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        (SigningForm.BY_MANDATE, "Công chức văn hóa - xã hội", ("TUQ. CHỦ TỊCH", "CÔNG CHỨC VĂN HÓA - XÃ HỘI")),
    ],
)
def test_lines_of_authority(form: SigningForm, position: str, lines: tuple[str, ...]) -> None:
    assert signature_lines(form, position) == lines


def test_another_body_and_head() -> None:
    lines = signature_lines(SigningForm.FOR_HEAD, "Phó Trưởng ban", body="Ban Chỉ đạo", head="Trưởng ban")
    assert lines == ("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")
