"""The sheet that explains a result and the form that is taken to a household, as papers."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from povertydesk import paths
from povertydesk.documents.explanation import explanation_paper
from povertydesk.documents.review_words import ExplanationTemplate, load_words
from povertydesk.legislation.form_judging import judge_form
from povertydesk.legislation.questionnaires import B1_TOTAL
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.form_answers import FormAnswer
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.paper import Grid, Paper, RowKind, Signers, Title, plain_text
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.questionnaire import ItemKind
from povertydesk.workflow import print_paper, review_rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.explain_household import explanation_of
from povertydesk.workflow.form_law import form_law
from povertydesk.workflow.judge_reviews import judge_round
from povertydesk.workflow.review_papers import PaperScope, explanation_sheet, explanations, review_forms
from tests.documents.printed import page_texts
from tests.workflow.contents import contents, key_of
from tests.workflow.registry import FAMILY, day, household_of
from tests.workflow.reviewed import amount, enter, fill_in, indicators, judged, open_round

PHI_LONG, MINH_LONG = "Thôn Phi Long", "Thôn Minh Long"


def subjects(paper: Paper) -> list[str]:
    return [plain_text(block.subject) for block in paper.blocks() if isinstance(block, Title)]


def grid(paper: Paper, name: str) -> Grid:
    return next(block for block in paper.blocks() if isinstance(block, Grid) and block.name == name)


def cells(paper: Paper, name: str) -> dict[object, tuple[object, ...]]:
    """The lines of a grid by the words of their second column."""
    return {row.cells[1]: row.cells for row in grid(paper, name).rows if row.kind is not RowKind.BAND}


@pytest.fixture
def reviewed(desk: Desk) -> Desk:
    """Two households of one village and one of another, reviewed in 2023."""
    of_round = open_round(desk, 2023)
    for village, code, deprived in ((PHI_LONG, "001", 3), (PHI_LONG, "002", 0), (MINH_LONG, "001", 6)):
        key = enter(desk, key_of(desk, village), code, 2)
        fill_in(desk, of_round, key, {**indicators(desk, deprived), B1_TOTAL: amount(138)})
    return desk


def test_a_sheet_holds_answers_points_totals_and_articles(reviewed: Desk) -> None:
    before = contents(reviewed)
    paper = explanations(reviewed, 2023, PaperScope("001", PHI_LONG))
    assert contents(reviewed) == before
    assert subjects(paper) == [f"Hộ Bùi Văn Mẫu 001-0, mã hộ 001, {PHI_LONG}, năm 2023"]
    lines = cells(paper, "answers")
    assert lines["Việc làm"][2:] == ("Thiếu hụt", 10)
    assert lines["Nhà tiêu hợp vệ sinh"][2:] == ("Không thiếu hụt", 0)
    assert lines["Tổng điểm B1 (mức so sánh: 140)"][3] == 138
    assert lines["Tổng điểm B2 (mức so sánh: 30)"][3] == 30
    assert paper.draft_mark == ""
    text = " ".join("".join(page_texts(print_paper.render(paper).data)).split())
    assert "Kết quả: hộ nghèo." in text
    assert (
        "Điểm B2 là 30, từ 30 điểm trở lên. (Phụ lục III và Phụ lục IV (Phiếu B), Thông tư 07/2021/TT-BLĐTBXH)" in text
    )
    assert "Nếu điểm B1 tăng thêm 3 điểm thì kết quả là hộ không nghèo." in text
    assert "ĐẠI DIỆN HỘ" in text
    assert any(isinstance(block, Signers) for block in paper.blocks())


def test_a_village_gets_a_sheet_for_each_reviewed_household(reviewed: Desk) -> None:
    enter(reviewed, key_of(reviewed, PHI_LONG), "003", 2)
    assert len(explanations(reviewed, 2023, PaperScope(village=PHI_LONG)).parts) == 2
    assert len(explanations(reviewed, 2023).parts) == 3
    with pytest.raises(KnownError, match="nothing-reviewed"):
        explanations(reviewed, 2023, PaperScope(village="Thôn Cao Long"))
    with pytest.raises(KnownError, match="nothing-reviewed"):
        explanations(reviewed, 2022)


def test_what_was_not_checked_is_said_on_the_sheet(desk: Desk) -> None:
    key = enter(desk, key_of(desk, PHI_LONG), "001", 2)
    fill_in(desk, open_round(desk, 2026), key, {**indicators(desk, 3), B1_TOTAL: amount(138)})
    text = " ".join("".join(page_texts(print_paper.render(explanations(desk, 2026)).data)).split())
    assert "chưa kiểm chứng" in text


def test_practice_is_marked_across_the_head_and_scored_item_by_item(desk: Desk) -> None:
    key = enter(desk, key_of(desk, PHI_LONG), "001", 2)
    of_round = open_round(desk, 2023)
    fill_in(desk, of_round, key, indicators(desk, 3))
    law = form_law(desk, of_round)
    practice = law.legislation.questionnaire("practice")
    tables = {column: one for (form, column), one in law.legislation.score_tables.items() if form == "practice"}
    law = law._replace(
        form=law.legislation.review_form(law.standard, law.on, practice),
        tables=tables,
        columns={AreaType.RURAL: "NT3"},
    )
    answers = dict(indicators(desk, 3))
    for item in law.form.items.values():
        if item.kind is ItemKind.NUMBER_BAND:
            answers[item.code] = FormAnswer.counted(Decimal(item.options[0].below or 1) - 1)
        elif item.code not in answers and item.options:
            answers[item.code] = FormAnswer.chosen(item.options[-1].code)
    (result,) = judge_round(desk, of_round).results
    judgement = judge_form(law.legislation, law.form, answers, law.under(AreaType.RURAL), tables["NT3"])
    scored = result._replace(answers=answers, judged=result.judged._replace(judgement=judgement))
    explained = explanation_of(desk, law, scored, ())
    assert (explained.practice, explained.draft) == (True, True)
    messages = Messages.load(paths.resources("messages"), "vi")
    words = load_words(paths.resources("templates", "explanation.toml"), ExplanationTemplate)
    sheet = explanation_sheet(explained, desk.unit.name, messages)
    assert sheet.points["household_size"] == tables["NT3"].points["household_size", "one"]
    paper = explanation_paper((sheet,), words)
    assert paper.draft_mark.startswith("Bài tập")
    assert "BÀI TẬP – KHÔNG CÓ GIÁ TRỊ PHÂN LOẠI HỘ" in page_texts(print_paper.render(paper).data)[0]


def test_a_form_has_members_filled_in_and_a_box_for_every_answer(desk: Desk) -> None:
    key = household_of(desk, FAMILY)
    before = open_round(desk, 2022)
    fill_in(desk, before, key, {**indicators(desk, 1), B1_TOTAL: amount(120)})
    judged(desk, before)
    review_rounds.close_round(desk, before.id, day(12, 10, 2022))
    open_round(desk, 2023)
    paper = review_forms(desk, 2023)
    assert len(paper.parts) == 1
    members = grid(paper, "members").rows
    assert {row.cells[1] for row in members[:-2]} == {one.person.name for one in FAMILY}
    assert [row.cells[1] for row in members[-2:]] == [None, None]
    assert members[0].cells[2:5] == ("1970", "Nam", "Chủ hộ")
    assert cells(paper, "members")["Bùi Thị Tập"][2:4] == ("04/03/1995", "Nữ")
    boxes = cells(paper, "review")
    assert boxes["Việc làm"][2:] == (None, None, "–", "có")
    assert boxes["Dinh dưỡng"][2:] == (None, None, "–", "không")
    assert boxes["Tổng điểm B1 ghi trên phiếu giấy"][2:] == ("–", "–", None, "120")
    assert boxes["2) Thiếu vốn sản xuất, kinh doanh"][2:] == (None, "–", "–", None)


def test_a_form_that_is_answered_bears_its_marks(reviewed: Desk) -> None:
    boxes = cells(review_forms(reviewed, 2023, PaperScope("001", PHI_LONG)), "review")
    assert boxes["Việc làm"][2:4] == ("x", None)
    assert boxes["Nhà tiêu hợp vệ sinh"][2:4] == (None, "x")
    assert boxes["Tổng điểm B1 ghi trên phiếu giấy"][4] == "138"


@pytest.mark.parametrize("suffix", print_paper.FORMATS)
@pytest.mark.parametrize("paper", print_paper.REVIEW_PAPERS)
def test_papers_of_a_review_are_written_in_every_format(
    reviewed: Desk, tmp_path: Path, paper: str, suffix: str
) -> None:
    target = tmp_path / f"giấy{suffix}"
    scope = PaperScope(village=PHI_LONG)
    assert print_paper.print_paper(reviewed, paper, 2023, target, scope=scope).findings == ()
    if suffix == ".docx":
        document = Document(io.BytesIO(target.read_bytes()))
        assert "ĐẠI DIỆN HỘ" in "\n".join(
            cell.text for table in document.tables for row in table.rows for cell in row.cells
        )
    elif suffix == ".xlsx":
        sheet = load_workbook(target).worksheets[0]
        assert "ĐẠI DIỆN HỘ" in [cell.value for row in sheet.iter_rows() for cell in row]
    else:
        assert any("NGƯỜI RÀ SOÁT" in text for text in page_texts(target.read_bytes()))


def test_a_year_without_a_round_has_no_forms(desk: Desk) -> None:
    with pytest.raises(KnownError, match="no-round-in-year"):
        review_forms(desk, 2023)
    open_round(desk, 2023)
    with pytest.raises(KnownError, match="nothing-reviewed"):
        review_forms(desk, 2023, PaperScope(village=MINH_LONG))


def test_broken_words_are_refused(tmp_path: Path) -> None:
    broken = tmp_path / "explanation.toml"
    broken.write_text('kind = "Giải thích"\n', encoding="utf-8")
    with pytest.raises(KnownError, match="template-broken"):
        load_words(broken, ExplanationTemplate)
