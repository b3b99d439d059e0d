from __future__ import annotations

import contextlib
import datetime
import hashlib
import os
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest

from povertydesk import app
from povertydesk.poverty.review import RoundKind
from povertydesk.workflow import draft_plan, record_villages, review_rounds
from povertydesk.workflow.edit_grid import CellEntry, enter_cells
from povertydesk.workflow.judge_reviews import rejudge
from povertydesk.workflow.judging_benchmark import reviewed_round
from povertydesk.workflow.open_desk import open_desk
from tests.cli.conftest import Run
from tests.exchange.office_templates import office_template


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
    finally:
        document.close()


def test_the_plan_as_pdf(run: Run, sample: Path, tmp_path: Path) -> None:
    before = digest(sample)
    ran = run("print", sample, "plan", "--year", "2023", "--to", tmp_path / "plan.pdf")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"Đã ghi văn bản: {tmp_path / 'plan.pdf'}\n"
    text = " ".join(pdf_text(tmp_path / "plan.pdf").split())
    for words in (
        "KẾ HOẠCH",
        "Thôn Vân Ngọc 329 59 17,93 10 3,04 49 14,89",
        "TỔNG CỘNG 1.518 208 13,70 45 2,96 163 10,74",
    ):
        assert words in text
    assert digest(sample) == before


def test_the_same_file_prints_the_same_bytes(run: Run, sample: Path, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        assert run("print", sample, "plan", "--year", "2023", "--to", tmp_path / name).code == 0
    assert digest(tmp_path / "a.pdf") == digest(tmp_path / "b.pdf")


def test_the_plan_as_word(run: Run, sample: Path, tmp_path: Path) -> None:
    assert run("print", sample, "plan", "--year", "2023", "--to", tmp_path / "plan.docx").code == 0
    document = docx.Document(str(tmp_path / "plan.docx"))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "V. CHỈ TIÊU GIAO CÁC THÔN" in words
    # Figures are content controls, which python-docx leaves out of a cell's text.
    tables = ["|".join(map(str, table._tbl.xpath(".//w:t/text()"))) for table in document.tables]
    assert any("Thôn Phi Long|267|47|17,60|8|3,00|39|14,61" in text for text in tables)


def test_the_plan_as_workbook_holds_numbers(run: Run, sample: Path, tmp_path: Path) -> None:
    assert run("print", sample, "plan", "--year", "2023", "--to", tmp_path / "plan.XLSX").code == 0
    book = openpyxl.load_workbook(tmp_path / "plan.XLSX", data_only=True)
    rows = [[cell.value for cell in row] for sheet in book.worksheets for row in sheet.iter_rows()]
    line = next(row for row in rows if "Thôn Phi Long" in row)
    figures = [value for value in line[line.index("Thôn Phi Long") + 1 :] if value is not None]
    assert all(isinstance(value, (int, float)) for value in figures)
    assert figures[:2] == [267, 47]


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx"])
def test_the_targets_are_a_paper_of_their_own(run: Run, sample: Path, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"chi-tieu.{ending}"
    assert run("print", sample, "targets", "--year", "2023", "--to", target).code == 0
    if ending == "pdf":
        text = pdf_text(target)
        assert "Giảm hộ nghèo năm 2023 giao các thôn" in text
        assert "NHIỆM VỤ" not in text


def test_unknown_papers_and_forms_are_refused(run: Run, sample: Path, tmp_path: Path) -> None:
    ran = run("print", sample, "report", "--year", "2023", "--to", tmp_path / "r.pdf")
    assert (ran.code, "plan, targets" in ran.err) == (2, True)
    ran = run("print", sample, "plan", "--year", "2023", "--to", tmp_path / "plan.odt")
    assert (ran.code, ".pdf, .docx, .xlsx" in ran.err) == (2, True)
    ran = run("print", sample, "plan", "--year", "2023", "--to", tmp_path / "khong-co" / "plan.pdf")
    assert (ran.code, "Không thấy thư mục" in ran.err) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["cam-long.pdesk"]


def test_a_place_that_cannot_be_written_keeps_what_lies_there(run: Run, sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    target.mkdir()
    (target / "old.txt").write_text("old", encoding="utf-8")
    ran = run("print", sample, "plan", "--year", "2023", "--to", target)
    assert (ran.code, "Không ghi được plan.pdf" in ran.err) == (2, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cam-long.pdesk", "plan.pdf"]
    assert (target / "old.txt").read_text(encoding="utf-8") == "old"


def test_a_full_disk_keeps_the_old_paper(
    run: Run, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"signed")

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    ran = run("print", sample, "plan", "--year", "2023", "--to", target)
    assert (ran.code, "đã đầy nên chưa ghi được plan.pdf" in ran.err) == (2, True)
    assert target.read_bytes() == b"signed"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cam-long.pdesk", "plan.pdf"]


def test_contradictions_are_told_beside_the_paper(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "krong-no.pdesk"
    run("sample", path, "--which", "krong-no")
    ran = run("print", path, "plan", "--year", "2020", "--to", tmp_path / "plan.pdf")
    assert (ran.code, (tmp_path / "plan.pdf").is_file()) == (1, True)
    assert len(ran.err.splitlines()) == 2
    assert "Thị trấn Đăk Mâm" in ran.err


def test_letters_that_no_face_has_are_told(run: Run, sample: Path, tmp_path: Path) -> None:
    desk = open_desk(sample, app.build_program())
    draft_plan.edit_plan(desk, 2023, subject="Giảm nghèo 減貧")
    desk.close()
    ran = run("print", sample, "plan", "--year", "2023", "--to", tmp_path / "plan.pdf")
    assert (ran.code, "減" in ran.err) == (1, True)


def test_a_year_without_law_prints_with_a_warning(run: Run, sample: Path, tmp_path: Path) -> None:
    ran = run("print", sample, "plan", "--year", "2031", "--to", tmp_path / "plan.pdf")
    assert (ran.code, "Không có chuẩn nghèo" in ran.err) == (1, True)
    assert "Căn cứ" in pdf_text(tmp_path / "plan.pdf")


@pytest.fixture
def reviewed(sample: Path) -> Path:
    """The sample with an open round of 2023, so that its tables can be drawn up."""
    desk = open_desk(sample, app.build_program())
    review_rounds.open_round(desk, 2023, RoundKind.ANNUAL, datetime.date(2023, 9, 1))
    desk.close()
    return sample


def sample_template(path: Path, number: int = 1) -> Path:
    villages = ("Minh Long", "Tân Long", "Phi Long", "Vân Ngọc", "Cao Long", "Long Tiến")
    return office_template(path, number, [f"Thôn {name}" for name in villages])


def test_a_template_of_the_office_above_is_filled(run: Run, reviewed: Path, tmp_path: Path) -> None:
    template, target = sample_template(tmp_path / "mau.xlsx"), tmp_path / "nop.xlsx"
    before = digest(template)
    fill = ("fill", reviewed, "table-01", "--template", template, "--to", target, "--year", "2023")
    ran = run(*fill)
    assert (ran.code, ran.out) == (1, f"Đã ghi văn bản: {target}\n")
    assert "Tệp mẫu có 1 ô công thức ở cột C; chương trình giữ nguyên công thức" in ran.err
    assert digest(template) == before
    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert [sheet.cell(12, column).value for column in (2, 3, 5)] == ["Thôn Phi Long", 267, 0]
    assert "gắn các ô của tệp mẫu mau.xlsx với biểu 1" in run("history", reviewed).out
    known, written = digest(reviewed), digest(target)
    assert run(*fill).code == ran.code
    assert (digest(reviewed), digest(target)) == (known, written)


def test_a_template_that_cannot_be_filled_is_refused_with_what_to_do(run: Run, reviewed: Path, tmp_path: Path) -> None:
    before = digest(reviewed)
    template, target = sample_template(tmp_path / "mau.xlsx"), tmp_path / "nop.xlsx"
    old = tmp_path / "cu.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))

    def fill(paper: str, given: Path, to: Path, *more: str) -> tuple[int, str, str]:
        ran = run("fill", reviewed, paper, "--template", given, "--to", to, "--year", "2023", *more)
        return ran.code, ran.out, ran.err

    assert fill("table-01", old, target) == (
        2,
        "",
        "Tệp mẫu cu.xls là dạng Excel cũ (.xls) nên không điền được. Hãy mở bằng Excel, chọn Lưu thành (Save As), dạng "
        "Excel Workbook (.xlsx), rồi chọn tệp mới.\n",
    )
    code, out, err = fill("table-01", template, template)
    assert (code, out, err.startswith("Nơi ghi chính là tệp mẫu mau.xlsx.")) == (2, "", True)
    code, out, err = fill("plan", template, target)
    assert (code, out, "table-01, table-02" in err) == (2, "", True)
    short = office_template(tmp_path / "thieu.xlsx", 1, ["Thôn Minh Long", "Thôn Tân Long"])
    code, out, err = fill("table-01", short, target, "--lang", "en")
    assert (code, out, len(err.splitlines())) == (2, "", 5)
    assert "Thôn Phi Long has no row in the template." in err
    assert (digest(reviewed), target.exists()) == (before, False)


def test_a_template_is_bound_again_and_written_over_when_that_is_asked_for(
    run: Run, reviewed: Path, tmp_path: Path
) -> None:
    template = sample_template(tmp_path / "mau.xlsx")
    fill = ("fill", reviewed, "table-01", "--template", template, "--year", "2023", "--to")
    assert run(*fill, tmp_path / "nop.xlsx").code == 1
    book = openpyxl.load_workbook(template)
    book.worksheets[0].title = "Tổng hợp"
    book.save(template)
    ran = run(*fill, tmp_path / "nop.xlsx")
    assert (ran.code, "không còn trang tính “Bieu 01”" in ran.err) == (2, True)
    assert run(*fill, template, "--bind-again", "--over-template").code == 1
    assert openpyxl.load_workbook(template).worksheets[0]["C12"].value == 267


def test_all_tables_of_the_sample_print_full(run: Run, full_sample: Path, tmp_path: Path) -> None:
    assert run("print", full_sample, "tables", "--year", "2023", "--to", tmp_path / "bieu.pdf").code == 0
    assert (tmp_path / "bieu.pdf").stat().st_size > 50_000
    classified = run("classify", full_sample, "--year", "2023", "--json")
    assert classified.code == 0
    assert classified.json["total"]["poor"] == 163
    assert classified.json["poor_flow"]["opening"] == 208
    checked = run("check", full_sample, "--json").json["findings"]
    assert [one["code"] for one in checked] == ["law-not-verified"]


def test_an_official_table_is_printed_with_what_wants_a_look(run: Run, sample: Path, tmp_path: Path) -> None:
    with contextlib.closing(open_desk(sample, app.build_program())) as desk:
        of_round = reviewed_round(desk, 24)
        rejudge(desk, of_round.id)
    target = tmp_path / "bieu-01.xlsx"
    ran = run("print", sample, "table-01", "--year", "2023", "--to", target)
    assert ran.code == 1
    assert ran.err.count("Biểu 1:") == 1
    assert "để trống vì cột 2 chưa có số" in ran.err
    assert "None" not in ran.err
    causes = run("print", sample, "table-10", "--year", "2023", "--to", tmp_path / "bieu-10.pdf")
    assert causes.code == 1
    assert causes.err.count("chưa có thông tin “nguyên nhân nghèo”") == 1
    clean = run("print", sample, "table-04", "--year", "2023", "--to", tmp_path / "bieu-04.pdf")
    assert (clean.code, clean.err) == (0, "")


def test_a_table_of_a_year_without_a_round_is_refused(run: Run, sample: Path, tmp_path: Path) -> None:
    ran = run("print", sample, "table-02", "--year", "2023", "--to", tmp_path / "bieu.pdf")
    assert ran.code == 2
    assert "chưa có đợt rà soát" in ran.err
    assert not (tmp_path / "bieu.pdf").exists()


@pytest.fixture
def unbalanced(full_sample: Path) -> Path:
    """The sample with one village whose typed poor at opening are not those of the households."""
    with contextlib.closing(open_desk(full_sample, app.build_program())) as desk:
        village, figures = record_villages.read_villages(desk, 2023).rows[0]
        enter_cells(desk, 2023, [CellEntry(village.id, "poor_opening", str((figures.poor or 0) + 3))])
    return full_sample


def test_an_unbalanced_course_is_printed_with_its_reason_only(run: Run, unbalanced: Path, tmp_path: Path) -> None:
    before, target = digest(unbalanced), tmp_path / "bieu-2.pdf"
    refused = run("print", unbalanced, "table-02", "--year", "2023", "--to", target)
    assert refused.code == 2
    assert "Diễn biến năm 2023 chưa cân đối ở Thôn Minh Long (Biểu 2 cột 1)" in refused.err
    assert "ghi lý do" in refused.err
    assert not target.exists()
    refused = run("print", unbalanced, "table-02", "--year", "2023", "--to", tmp_path / "2.odt", "--reason", "Sổ mất")
    assert refused.code == 2
    assert digest(unbalanced) == before
    printed = run("print", unbalanced, "table-02", "--year", "2023", "--to", target, "--reason", "Sổ bị mất")
    assert (printed.code, printed.err) == (0, "")
    assert (
        "Lý do số liệu diễn biến chưa cân đối – Thôn Minh Long (Biểu 2 cột 1: hộ 17, theo danh sách 14): Sổ bị mất"
        in pdf_text(target)
    )
    again = run("print", unbalanced, "tables", "--year", "2023", "--to", tmp_path / "bieu.docx")
    assert again.code in {0, 1}
    words = "\n".join(one.text for one in docx.Document(str(tmp_path / "bieu.docx")).paragraphs)
    assert words.count("Sổ bị mất") == 2


def test_an_unbalanced_course_goes_into_a_template_with_its_reason_only(
    run: Run, unbalanced: Path, tmp_path: Path
) -> None:
    template, target, before = sample_template(tmp_path / "mau.xlsx", 2), tmp_path / "nop.xlsx", digest(unbalanced)
    fill = ("fill", unbalanced, "table-02", "--year", "2023", "--template", template, "--to", target)
    refused = run(*fill)
    assert (refused.code, refused.out) == (2, "")
    assert "Diễn biến năm 2023 chưa cân đối ở Thôn Minh Long (Biểu 2 cột 1)" in refused.err
    assert run(*fill, "--village", "Tân Long", "--reason", "Sổ mất").code == 2
    assert (digest(unbalanced), target.exists()) == (before, False)
    filled = run(*fill, "--village", "Minh Long", "--reason", "Sổ mất")
    assert (filled.code, target.exists()) == (1, True)
    assert "Thôn Minh Long (Biểu 2 cột 1: hộ 17, theo danh sách 14): Sổ mất. Mẫu không có chỗ ghi lý do" in filled.err
    assert "ghi lý do diễn biến năm 2023" in run("history", unbalanced).out.splitlines()[-1]
    written = digest(target)
    again = run(*fill)
    assert (again.code, "Sổ mất" in again.err, digest(target)) == (1, True, written)
    other = ("fill", unbalanced, "table-01", "--year", "2023", "--template", sample_template(tmp_path / "mau-1.xlsx"))
    assert run(*other, "--to", tmp_path / "nop-1.xlsx", "--reason", "Sổ mất").code == 2
    assert run(*other, "--to", tmp_path / "nop-1.xlsx").code in {0, 1}


def test_check_names_an_unbalanced_course_until_it_is_explained(run: Run, unbalanced: Path, tmp_path: Path) -> None:
    def severities() -> list[str]:
        findings = run("check", unbalanced, "--year", "2023", "--json").json["findings"]
        return [one["severity"] for one in findings if one["code"].startswith("course-")]

    assert severities() == ["error"]
    village = ("--village", "Minh Long", "--reason", "Sổ bị mất")
    assert run("print", unbalanced, "tables", "--year", "2023", "--to", tmp_path / "b.xlsx", *village).code in {0, 1}
    assert severities() == ["note"]


def test_a_reason_is_refused_where_nothing_asks_for_it(run: Run, full_sample: Path, tmp_path: Path) -> None:
    target = tmp_path / "bieu-2.pdf"
    refused = run("print", full_sample, "table-02", "--year", "2023", "--to", target, "--reason", "Sổ bị mất")
    assert refused.code == 2
    assert "đã cân đối" in refused.err
    assert not target.exists()
