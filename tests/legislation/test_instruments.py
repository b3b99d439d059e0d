"""The register of instruments: full names as a paper prints them, in the order of legal bases."""

from __future__ import annotations

import datetime

import pytest

from povertydesk.legislation import Legislation
from povertydesk.poverty.problems import KnownError
from tests.legislation.law_copy import PROVINCE, LawCopy


@pytest.mark.parametrize(
    ("instrument", "citation"),
    [
        (
            "nd-07-2021",
            "Nghị định số 07/2021/NĐ-CP ngày 27 tháng 01 năm 2021 của Chính phủ quy định chuẩn nghèo đa chiều "
            "giai đoạn 2021 - 2025",
        ),
        (
            "qd-90-2022",
            "Quyết định số 90/QĐ-TTg ngày 18 tháng 01 năm 2022 của Thủ tướng Chính phủ phê duyệt Chương trình mục tiêu "
            "quốc gia giảm nghèo bền vững giai đoạn 2021 - 2025",
        ),
        ("nd-30-2020", "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"),
        ("luat-72-2025", "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025"),
        (
            "tt-13-2025",
            "Thông tư số 13/2025/TT-BNNMT ngày 19 tháng 6 năm 2025 của Bộ trưởng Bộ Nông nghiệp và Môi trường quy định "
            "phân định thẩm quyền quản lý nhà nước trong lĩnh vực kinh tế hợp tác và phát triển nông thôn và lĩnh vực "
            "giảm nghèo",
        ),
        (
            "qd-967-2025",
            "Quyết định số 967/QĐ-BNNMT của Bộ trưởng Bộ Nông nghiệp và Môi trường công bố thủ tục hành chính trong "
            "lĩnh vực giảm nghèo thuộc phạm vi chức năng quản lý của Bộ Nông nghiệp và Môi trường",
        ),
    ],
)
def test_an_instrument_is_cited_by_its_full_name(law: Legislation, instrument: str, citation: str) -> None:
    found = law.instrument(instrument)
    assert found is not None
    assert found.citation == citation


@pytest.mark.parametrize(
    ("year", "ids"),
    [
        (2020, ["luat-77-2015", "luat-47-2019", "qd-59-2015", "tt-17-2016", "tt-14-2018"]),
        (
            2021,
            ["luat-77-2015", "luat-47-2019", "nd-07-2021", "qd-59-2015", "qd-24-2021", "tt-17-2016", "tt-14-2018",
             "tt-07-2021"],
        ),
        (2023, ["luat-77-2015", "luat-47-2019", "nd-07-2021", "qd-24-2021", "qd-90-2022", "tt-07-2021", "tt-02-2022"]),
        (
            2026,
            ["luat-72-2025", "nq-257-2025", "nd-07-2021", "nd-30-2025", "nd-131-2025", "nd-351-2025", "qd-24-2021",
             "tt-07-2021", "tt-02-2022", "tt-13-2025"],
        ),
        (2028, ["luat-72-2025", "nq-257-2025", "nd-131-2025", "nd-351-2025", "tt-13-2025"]),
    ],
)  # fmt: skip
def test_the_legal_bases_of_a_year_stand_in_their_order(law: Legislation, year: int, ids: list[str]) -> None:
    assert [instrument.id for instrument in law.instruments_for_review(year)] == ids


def test_the_day_of_the_paper_leaves_out_what_came_later(law: Legislation) -> None:
    in_january = law.instruments_for_review(2025, on=datetime.date(2025, 1, 10))
    assert {one.id for one in law.instruments_for_review(2025)} - {one.id for one in in_january} == {
        "luat-65-2025", "luat-72-2025", "nd-30-2025", "nd-131-2025", "tt-13-2025",
    }  # fmt: skip
    assert all(one.in_force.covers(datetime.date(2025, 1, 10)) for one in in_january)


def test_a_year_outside_the_calendar_has_no_legal_bases(law: Legislation) -> None:
    with pytest.raises(KnownError) as refusal:
        law.instruments_for_review(0)
    assert refusal.value.code == "no-standard-on-date"


def test_an_unknown_instrument_is_none(law: Legislation) -> None:
    assert law.instrument("nd-1-1900") is None


def test_a_province_brings_its_own_resolution(law_copy: LawCopy) -> None:
    law_copy.append("provinces/38.toml", PROVINCE)
    law = law_copy.law()
    assert law.instrument("nq-hdnd-thu") is None
    own = law.instrument("nq-hdnd-thu", province="38")
    assert own is not None
    assert own.citation.startswith("Nghị quyết số 01/2024/NQ-HĐND ngày 10 tháng 01 năm 2024 của Hội đồng nhân dân tỉnh")
    assert "nq-hdnd-thu" in [one.id for one in law.instruments_for_review(2024, province="38")]
    assert "nq-hdnd-thu" not in [one.id for one in law.instruments_for_review(2024, province="40")]
