from __future__ import annotations

import datetime

import pytest

from povertydesk.documents.issuing_office import IssuingOffice
from povertydesk.poverty.area import OfficeLevel
from povertydesk.poverty.plan import Officer, ReductionPlan, SigningForm
from tests.documents.plans import commune

COMMITTEE = IssuingOffice(commune("Xã Cẩm Long", superior_name="UBND tỉnh Thanh Hóa"))
DEPARTMENT = IssuingOffice(
    commune(
        "Sở Nông nghiệp và Môi trường tỉnh Đắk Nông",
        OfficeLevel.RECEIVING,
        superior_name="Ủy ban nhân dân tỉnh Đắk Nông",
    )
)


def test_a_commune_issues_as_a_committee_without_a_superior() -> None:
    head = COMMITTEE.letterhead("KH-UBND", ReductionPlan(2023))
    assert (head.office_lines, head.superior) == (("ỦY BAN NHÂN DÂN", "XÃ CẨM LONG"), None)
    assert (head.symbol, head.place, head.year, head.number, head.issued_on) == (
        "KH-UBND",
        "Cẩm Long",
        2023,
        None,
        None,
    )
    assert (COMMITTEE.short_name, COMMITTEE.full_name) == ("UBND xã", "UBND xã Cẩm Long")


def test_a_department_issues_in_its_own_name_below_its_superior() -> None:
    day = datetime.date(2026, 1, 5)
    head = DEPARTMENT.letterhead("KH-UBND", ReductionPlan(2026, number="05", issued_on=day))
    assert head.office_lines == ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH ĐẮK NÔNG",)
    assert head.superior == "ỦY BAN NHÂN DÂN TỈNH ĐẮK NÔNG"
    assert (head.symbol, head.place, head.number, head.issued_on) == ("KH-SNNMT", "Đắk Nông", "05", day)
    assert DEPARTMENT.short_name == DEPARTMENT.full_name == "Sở Nông nghiệp và Môi trường tỉnh Đắk Nông"


@pytest.mark.parametrize(
    ("office", "form", "position", "lines"),
    [
        (COMMITTEE, SigningForm.FOR_BODY, "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (COMMITTEE, SigningForm.ACTING, "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH")),
        (
            COMMITTEE,
            SigningForm.FOR_HEAD,
            "Phó Chủ tịch",
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (COMMITTEE, None, "", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (DEPARTMENT, SigningForm.FOR_BODY, "Giám đốc", ("GIÁM ĐỐC",)),
        (DEPARTMENT, SigningForm.FOR_HEAD, "Phó Giám đốc", ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        (DEPARTMENT, SigningForm.ACTING, "Giám đốc", ("Q. GIÁM ĐỐC",)),
        (DEPARTMENT, SigningForm.BY_ORDER, "Chánh Văn phòng", ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")),
    ],
)
def test_who_signs_by_what_authority(
    office: IssuingOffice, form: SigningForm | None, position: str, lines: tuple[str, ...]
) -> None:
    signature = office.signature(Officer("key", "Hà Văn Mẫu", position, form))
    assert (signature.authority_lines, signature.name) == (lines, "Hà Văn Mẫu")


def test_without_a_signer_the_name_is_left_to_the_pen() -> None:
    assert COMMITTEE.signature(None).authority_lines == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert COMMITTEE.signature(None).name == ""
    assert DEPARTMENT.signature(None).authority_lines == ("GIÁM ĐỐC",)
