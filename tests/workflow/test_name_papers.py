"""The papers on names, put together from the file and printed in every format."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from povertydesk.poverty.committee import OfficerTerm
from povertydesk.poverty.named_target import HouseholdNeed, LeavingTarget, TargetResult
from povertydesk.poverty.paper import Grid, Paper, Paragraph, RowKind, plain_text
from povertydesk.poverty.plan import Officer
from povertydesk.poverty.problems import KnownError
from povertydesk.store import officers
from povertydesk.workflow import edit_grid, keep_committee, name_households, set_up_office
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.edit_grid import CellEntry
from povertydesk.workflow.name_papers import follow_up_sheets, registered_list
from povertydesk.workflow.print_paper import print_paper
from povertydesk.workflow.review_papers import EVERYTHING, PaperScope
from tests.documents.printed import page_texts
from tests.workflow.contents import contents, key_of
from tests.workflow.judged_round import Form, seal_year
from tests.workflow.registry import household_of

PHI_LONG, MINH_LONG = "Thôn Phi Long", "Thôn Minh Long"
NEAR_POOR = LeavingTarget.NEAR_POOR


@pytest.fixture
def named(desk: Desk) -> list[str]:
    """Two names of the poor in one village, one helped and followed; a near-poor name in another."""
    keys = [household_of(desk, village=PHI_LONG), household_of(desk, village=PHI_LONG)]
    near = household_of(desk, village=MINH_LONG)
    seal_year(desk, 2022, {keys[0]: Form(135, 3), keys[1]: Form(100, 4), near: Form(120, 1)})
    name_households.register_households(desk, 2023, keys)
    name_households.register_households(desk, 2023, [near], NEAR_POOR)
    name_households.assign_helper(desk, 2023, keys[:1], helper="Hội Phụ nữ xã")
    name_households.set_needs(desk, 2023, keys[0], [HouseholdNeed.LOAN])
    name_households.record_follow_up(desk, 2023, keys[0], 2, "Thăm hộ", "Trưởng thôn")
    name_households.record_follow_up(desk, 2023, keys[0], 7, "Trao con giống")
    name_households.record_result(desk, 2023, keys[1], TargetResult.NOT_LEFT)
    return [*keys, near]


def rows(paper: Paper, name: str) -> list[tuple[object, ...]]:
    (grid,) = (block for block in paper.blocks() if isinstance(block, Grid) and block.name == name)
    return [row.cells for row in grid.rows if row.kind is RowKind.ORDINARY]


def test_the_list_has_both_lists_and_counts_their_names(desk: Desk, named: list[str]) -> None:
    edit_grid.enter_cells(desk, 2023, [CellEntry(key_of(desk, PHI_LONG), "registered", "3")])
    made = registered_list(desk, 2023, EVERYTHING)
    first, second = rows(made.paper, "registered_poor")
    assert (first[3], first[4:8]) == (
        "Việc làm; Người phụ thuộc trong hộ gia đình; Dinh dưỡng",
        ("vay vốn", "Hội Phụ nữ xã", "2, 7", None),
    )
    assert second[7] == "chưa thoát"
    assert len(rows(made.paper, "registered_near_poor")) == 1
    assert "named-differs-from-registered" in {one.code for one in made.names.findings}
    summary = {line[1]: line[2:] for line in rows(made.paper, "registered_summary")}
    assert (summary[PHI_LONG][1:3], summary[PHI_LONG][4:7]) == ((3, 2), (1, 0, 1))
    assert summary[MINH_LONG][9] == 1


def test_one_village_shows_its_own_only(desk: Desk, named: list[str]) -> None:
    paper = registered_list(desk, 2023, PaperScope(village="phi long")).paper
    assert len(rows(paper, "registered_poor")) == 2
    assert not [block for block in paper.blocks() if isinstance(block, Grid) and "near" in block.name]
    assert paper.title == "Danh sách: Hộ đăng ký thoát nghèo, thoát cận nghèo năm 2023, thôn Phi Long"


def test_each_village_with_names_gets_its_sheet_with_its_members(desk: Desk, named: list[str]) -> None:
    before = {one.id for one in officers.list_officers(desk.engine)}
    set_up_office.edit_officer(desk, Officer("", "Đinh Văn Giả", "Thành viên"))
    (officer,) = {one.id for one in officers.list_officers(desk.engine)} - before
    keep_committee.edit_term(desk, OfficerTerm("", officer, villages=(key_of(desk, PHI_LONG),)))
    paper = follow_up_sheets(desk, 2023, PaperScope(period="7")).paper
    assert len(paper.parts) == 2
    told = [plain_text(block.content) for block in paper.blocks() if isinstance(block, Paragraph)]
    assert sorted("Đinh Văn Giả" in line for line in told) == [False, True]
    grids = [block for block in paper.blocks() if isinstance(block, Grid)]
    first = next(row.cells for grid in grids for row in grid.rows if "Hội Phụ nữ xã" in row.cells)
    assert first[5:7] == ("2", "Trao con giống")


def test_without_names_nothing_is_printed(desk: Desk, named: list[str], tmp_path: Path) -> None:
    before = contents(desk)
    for paper, scope, code in (
        ("registered", PaperScope(village="Thôn Tân Long"), "nobody-registered"),
        ("registered", PaperScope(village="Thôn Không Có"), "village-unknown"),
        ("follow-up", PaperScope(period="13"), "month-out-of-range"),
        ("follow-up", PaperScope(period="quý 1"), "month-out-of-range"),
    ):
        with pytest.raises(KnownError) as caught:
            print_paper(desk, paper, 2023, tmp_path / "giấy.pdf", scope=scope)
        assert caught.value.code == code
    assert list(tmp_path.glob("giấy*")) == []
    assert contents(desk) == before


def test_the_list_prints_in_every_format(desk: Desk, named: list[str], tmp_path: Path) -> None:
    for suffix in (".pdf", ".docx", ".xlsx"):
        print_paper(desk, "registered", 2023, tmp_path / f"ds{suffix}")
    text = " ".join(page_texts((tmp_path / "ds.pdf").read_bytes()))
    assert "HỘ NGHÈO ĐĂNG KÝ THOÁT NGHÈO" in text
    assert "Hội Phụ nữ xã" in text
    word = Document(str(tmp_path / "ds.docx"))
    assert "vay vốn" in {cell.text for table in word.tables for row in table.rows for cell in row.cells}
    book = load_workbook(tmp_path / "ds.xlsx")
    values = {cell.value for sheet in book for line in sheet.iter_rows() for cell in line}
    assert {"vay vốn", "2, 7"} <= values
