"""`povertydesk households` as the office's IT runs it: counts, problems with their places, exit codes, nothing lost."""

from __future__ import annotations

import hashlib
from pathlib import Path

import openpyxl
import pytest

from povertydesk.poverty.problems import KnownError
from povertydesk.workflow import import_households
from tests.cli.conftest import Run
from tests.exchange.workbooks import fill, workbook

HEADINGS = ("Mã hộ", "Thôn", "Họ tên chủ hộ", "Năm sinh", "Điện thoại", "B1", "B2", "Phân loại đầu năm")
GOOD = ("01", "Thôn Minh Long", "Nguyễn Văn Mẫu", 1980, None, 120, 30, "Hộ nghèo")
WRONG = ("02", "Thôn Minh Long", "Trần Thị Thử", "khoảng 60", None, 150, 10, "Hộ nghèo")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    return workbook(tmp_path / "ho.xlsx", (HEADINGS, GOOD, WRONG), title="Danh sách")


def test_the_good_come_in_and_the_wrong_come_back(run: Run, sample: Path, listed: Path, tmp_path: Path) -> None:
    rejects = tmp_path / "can-sua.xlsx"
    ran = run("households", sample, "--year", 2023, "--import", listed, "--rejects", rejects, "--json")
    assert ran.code == 1
    document = ran.json
    assert {name: document[name] for name in ("read", "added", "updated", "unchanged", "rejected")} == {
        "read": 2,
        "added": 1,
        "updated": 0,
        "unchanged": 0,
        "rejected": 1,
    }
    (problem,) = document["problems"]
    assert problem.keys() == {"sheet", "row", "column", "code", "severity", "message"}
    assert (problem["sheet"], problem["row"], problem["column"]) == ("Danh sách", 3, "D – Năm sinh")
    assert (problem["code"], problem["severity"]) == ("birth-unreadable", "error")
    assert "khoảng 60" in problem["message"]
    cell = openpyxl.load_workbook(rejects)["Danh sách"]["D3"]
    assert cell.comment is not None
    assert cell.comment.text == problem["message"]
    again = run("households", sample, "--year", 2023, "--import", listed, "--json").json
    assert (again["added"], again["unchanged"], again["rejected"]) == (0, 1, 1)


def test_nothing_to_look_at_ends_with_nought(run: Run, sample: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "ho.xlsx", (HEADINGS, GOOD))
    ran = run("households", sample, "--year", 2023, "--import", path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Đã nhập ho.xlsx: đọc 1 hộ, thêm 1, cập nhật 0, giữ nguyên 0, không nhận 0.\n"


def test_a_dry_run_says_what_would_change_and_writes_nothing(run: Run, sample: Path, listed: Path) -> None:
    run("households", sample, "--year", 2023, "--import", listed)
    changed = workbook(listed.with_name("sua.xlsx"), (HEADINGS, (*GOOD[:4], "0912", *GOOD[5:])))
    before = digest(sample)
    ran = run("households", sample, "--year", 2023, "--import", changed, "--dry-run", "--json")
    assert ran.code == 0
    (household,) = ran.json["households"]
    assert (household["state"], household["household"], household["village"]) == ("changed", "01", "Thôn Minh Long")
    assert household["changes"] == [{"field": "phone", "before": None, "after": "0912", "person": ""}]
    assert digest(sample) == before


def test_a_mapping_names_the_columns(run: Run, sample: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "ho.xlsx", (("Ký hiệu", "Nơi ở", "Tên"), ("01", "Thôn Minh Long", "Nguyễn Văn Mẫu")))
    mapping = tmp_path / "cot.toml"
    mapping.write_text(
        'header_row = 1\nlayout = "household"\n[columns]\nhousehold_code = "Ký hiệu"\nvillage = "=B"\n'
        'head_name = "Tên"\n',
        encoding="utf-8",
    )
    ran = run("households", sample, "--year", 2023, "--import", path, "--map", mapping, "--json")
    assert ran.json["added"] == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--standard", "2016-2021"),
        ("--rejects", "{listed}"),
        ("--map", "{listed}"),
    ],
)
def test_what_is_refused_changes_nothing(run: Run, sample: Path, listed: Path, arguments: tuple[str, str]) -> None:
    before = digest(sample)
    option, value = arguments
    ran = run("households", sample, "--year", 2023, "--import", listed, option, value.format(listed=listed))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.strip()
    assert digest(sample) == before


@pytest.mark.parametrize(
    ("target", "sentence"), [("thieu/ho.xlsx", "Không thấy thư mục"), ("ho" * 200, "Không ghi được")]
)
def test_a_copy_that_cannot_be_written_takes_nothing_in(
    run: Run, sample: Path, listed: Path, tmp_path: Path, target: str, sentence: str
) -> None:
    before = digest(sample)
    ran = run("households", sample, "--year", 2023, "--import", listed, "--rejects", tmp_path / target)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert digest(sample) == before


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (None, "Không đọc được tệp chọn cột"),
        ("[colums", "viết sai ở dòng 1"),
        ('header_row = 999\n[columns]\nhead_name = "=C"', "dòng 999"),
        ('header_row = -3\n[columns]\nhead_name = "=C"', "dòng -3"),
    ],
)
def test_a_wrong_mapping_is_refused_in_its_own_sentence(
    run: Run, sample: Path, listed: Path, tmp_path: Path, written: str | None, sentence: str
) -> None:
    mapping = tmp_path / "cot.toml"
    if written is not None:
        mapping.write_text(written, encoding="utf-8")
    ran = run("households", sample, "--year", 2023, "--import", listed, "--map", mapping)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert "cài lại" not in ran.err


def test_a_refused_import_leaves_no_copy(
    run: Run, sample: Path, listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise KnownError("import-outdated", file="ho.xlsx")

    monkeypatch.setattr(import_households, "apply_import", refuse)
    rejects = tmp_path / "can-sua.xlsx"
    assert run("households", sample, "--year", 2023, "--import", listed, "--rejects", rejects).code == 2
    assert not rejects.exists()


def test_the_columns_left_unread_are_named(run: Run, sample: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "ho.xlsx", ((*HEADINGS, "Màu nhà"), (*GOOD, "xanh")), title="Danh sách")
    ran = run("households", sample, "--year", 2023, "--import", path, "--dry-run", "--json")
    assert ran.json["unread"] == [{"sheet": "Danh sách", "column": "I", "title": "Màu nhà"}]
    said = run("households", sample, "--year", 2023, "--import", path, "--dry-run")
    assert (said.code, said.out.splitlines()[-1]) == (0, "Không đọc các cột: I – Màu nhà.")


def test_the_three_lists_of_a_province_show_who_escaped(run: Run, empty: Path, tmp_path: Path) -> None:
    headings = ("STT hộ", "Họ tên chủ hộ", "Họ tên thành viên", "Quan hệ với chủ hộ", "Thôn", "Phân loại hộ")
    book = openpyxl.Workbook()
    for title, words in (
        ("DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO SAU KHI RÀ SOÁT", ("HN", "Hộ cận nghèo", "HCN")),
        ("DANH SÁCH HỘ THOÁT NGHÈO SAU KHI RÀ SOÁT", (None, "Hộ thoát nghèo", "Hộ cận nghèo", "Hộ mới thoát nghèo")),
        ("DANH SÁCH HỘ THOÁT CẬN NGHÈO SAU KHI RÀ SOÁT", (None, "Hộ thoát cận nghèo")),
        ("DANH SÁCH HỘ THOÁT NGHÈO, HỘ THOÁT CẬN NGHÈO", ("Thoát nghèo", "Hộ thoát cận nghèo")),
    ):
        sheet = book.create_sheet(f"Biểu {len(book.sheetnames)}")
        rows = [
            (number, f"{name} Văn {sheet.title[-1]}", f"{name} Văn {sheet.title[-1]}", "Chủ hộ", "Thôn 1", word)
            for number, (name, word) in enumerate(zip(("Lê", "Võ", "Hồ", "Lý"), words, strict=False), 1)
        ]
        fill(sheet, ((title,), headings, *rows))
    del book["Sheet"]
    book.save(tmp_path / "ba.xlsx")
    taken = run("households", empty, "--year", 2023, "--import", tmp_path / "ba.xlsx", "--json").json
    assert (taken["added"], taken["rejected"]) == (11, 0)
    again = run("households", empty, "--year", 2023, "--import", tmp_path / "ba.xlsx", "--json").json
    assert (again["unchanged"], again["rejected"]) == (11, 0)
    year = run("classify", empty, "--year", 2023, "--json").json
    assert (year["total"]["poor"], year["total"]["near_poor"], year["total"]["not_poor"]) == (1, 3, 7)
    poor, near_poor = year["poor_flow"], year["near_poor_flow"]
    assert (poor["opening"], poor["escaped"], poor["to_near_poor"], poor["other_out"]) == (5, 4, 1, 0)
    assert (near_poor["opening"], near_poor["escaped"], near_poor["other_out"]) == (3, 3, 0)
    assert not {one["code"] for one in year["findings"]} & {"closing-status-missing", "households-unclassified"}


def test_without_a_workbook_it_is_wrong_usage(run: Run, sample: Path) -> None:
    assert run("households", sample, "--year", 2023).code == 64
