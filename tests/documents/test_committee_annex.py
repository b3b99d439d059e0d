"""The annexes of a plan: the steering committee, and who helps which household."""

from __future__ import annotations

import datetime
import io
import zipfile

import openpyxl
import pytest

from povertydesk.documents.fonts import load_fonts
from povertydesk.documents.plan import reduction_plan
from povertydesk.documents.writers.docx import write_docx
from povertydesk.documents.writers.pdf import write_pdf
from povertydesk.documents.writers.xlsx import write_xlsx
from povertydesk.poverty.committee import CommitteeRole, HelpedName, MemberDuties
from povertydesk.poverty.paper import AnnexHeading, Grid, Paper, Part, plain_text
from povertydesk.poverty.plan import ReductionPlan
from tests.documents.plans import YEAR, contents, grid_words, section, words
from tests.documents.printed import page_texts

CHAIR = MemberDuties("Hà Văn Mẫu", "Chủ tịch", "UBND xã", CommitteeRole.HEAD, ("Thôn Một", "Bản Hai"), True, 0)
DEPUTY = MemberDuties(
    "Lê Thị Thử", "", "Hội Phụ nữ xã", CommitteeRole.STANDING_DEPUTY, ("Thôn Một", "Bản Hai"), False, 2
)
HELPED = (
    HelpedName("Bùi Văn Nháp", "Thôn Một", "Lê Thị Thử"),
    HelpedName("Đinh Thị Tập", "Bản Hai", "Hội Nông dân xã"),
)


def plan(**changes: object) -> Paper:
    return reduction_plan(contents(**changes), words(), grid_words())


def annex(part: Part) -> tuple[AnnexHeading, Grid]:
    heading, grid = part.blocks
    assert isinstance(heading, AnnexHeading)
    assert isinstance(grid, Grid)
    return heading, grid


def cells(grid: Grid) -> list[tuple[object, ...]]:
    return [row.cells for row in grid.rows]


def test_a_plan_without_committee_has_no_annex_and_names_none() -> None:
    paper = plan(helped=HELPED)
    assert len(paper.parts) == 1
    assert not any("Phụ lục" in line for line in section(paper, "VII"))


def test_the_committee_stands_behind_the_plan_with_what_each_looks_after() -> None:
    paper = plan(committee=(CHAIR, DEPUTY))
    assert "Danh sách thành viên Ban Chỉ đạo và phân công phụ trách nêu tại Phụ lục kèm theo Kế hoạch này." in section(
        paper, "VII"
    )
    heading, grid = annex(paper.parts[1])
    assert heading.label == "Phụ lục"
    assert cells(grid) == [
        (1, "Hà Văn Mẫu", "Chủ tịch, UBND xã", "Trưởng ban", "Tất cả các thôn, bản", None),
        (2, "Lê Thị Thử", "Hội Phụ nữ xã", "Phó Trưởng ban Thường trực", "Thôn Một, Bản Hai", 2),
    ]
    assert [leaf.title for leaf in grid.leaves][4] == "Thôn, bản phụ trách"


def test_a_second_annex_names_who_helps_whom() -> None:
    paper = plan(committee=(CHAIR, DEPUTY), helped=HELPED)
    assert [annex(part)[0].label for part in paper.parts[1:]] == ["Phụ lục I", "Phụ lục II"]
    heading, grid = annex(paper.parts[2])
    assert heading.title == "Hộ đăng ký thoát nghèo năm 2023 và người giúp đỡ"
    assert cells(grid) == [
        (1, "Bùi Văn Nháp", "Thôn Một", "Lê Thị Thử"),
        (2, "Đinh Thị Tập", "Bản Hai", "Hội Nông dân xã"),
    ]


@pytest.mark.parametrize(
    ("plan_words", "reference"),
    [
        (
            ReductionPlan(YEAR, number="12", issued_on=datetime.date(2023, 1, 5)),
            "Kèm theo Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2023 của UBND xã Thử Nghiệm",
        ),
        (ReductionPlan(YEAR), "Kèm theo Kế hoạch số /KH-UBND ngày tháng năm 2023 của UBND xã Thử Nghiệm"),
    ],
)
def test_an_annex_names_its_plan_and_leaves_room_for_the_pen(plan_words: ReductionPlan, reference: str) -> None:
    heading, _ = annex(plan(committee=(CHAIR,), plan=plan_words).parts[1])
    assert " ".join(plain_text(heading.reference).split()) == reference


def test_every_format_prints_the_annexes() -> None:
    paper = plan(committee=(CHAIR, DEPUTY), helped=HELPED)
    pages = page_texts(write_pdf(paper, load_fonts()).data)
    assert "Phụ lục I" in pages[-2]
    assert "Đinh Thị Tập" in pages[-1]
    with zipfile.ZipFile(io.BytesIO(write_docx(paper))) as package:
        printed = package.read("word/document.xml").decode()
    assert "Phụ lục II" in printed
    assert "Đinh Thị Tập" in printed
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(paper))).worksheets[-1]
    values = {cell.value for row in sheet.iter_rows() for cell in row}
    assert {"Phụ lục II", "Đinh Thị Tập", "Hội Nông dân xã"} <= values
