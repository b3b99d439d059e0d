"""The papers on names from the command line."""

from __future__ import annotations

import contextlib
from pathlib import Path

import openpyxl
import pytest

from povertydesk import app
from povertydesk.store import households, villages
from povertydesk.workflow import name_households
from povertydesk.workflow.open_desk import open_desk
from tests.cli.conftest import Run


@pytest.fixture
def named(sample: Path) -> Path:
    """A file with one name in the first village, helped and followed in March."""
    with contextlib.closing(open_desk(sample, app.build_program())) as desk:
        village = villages.list_villages(desk.engine)[0]
        with desk.operation("fill-sample", year=2023) as act:
            (key,) = households.add_households(
                act.writer, [households.NewHousehold(village.id, "001", "Bùi Văn Mẫu", 4)]
            )
        name_households.register_households(desk, 2023, [key])
        name_households.assign_helper(desk, 2023, [key], helper="Hội Phụ nữ xã")
        name_households.record_follow_up(desk, 2023, key, 3, "Trao con giống")
    return sample


def values(path: Path) -> set[object]:
    return {cell.value for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row}


def test_the_list_says_on_the_side_what_is_to_be_looked_at(run: Run, named: Path, tmp_path: Path) -> None:
    target = tmp_path / "ds.xlsx"
    ran = run("print", named, "registered", "--year", "2023", "--to", target)
    assert ran.code == 1
    assert ran.out == f"Đã ghi văn bản: {target}\n"
    assert "danh sách" in ran.err
    assert {"Bùi Văn Mẫu", "Hội Phụ nữ xã", "3"} <= values(target)


def test_the_sheet_of_a_month_or_of_the_year(run: Run, named: Path, tmp_path: Path) -> None:
    month, year = tmp_path / "thang.xlsx", tmp_path / "nam.xlsx"
    for target, period in ((month, ("--period", "3")), (year, ())):
        assert run("print", named, "follow-up", "--year", "2023", *period, "--to", target).code == 1
    assert "Trao con giống" in values(month)
    assert {"x", "Bùi Văn Mẫu"} <= values(year)
    assert "Trao con giống" not in values(year)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("registered", "--year", "2024"), "Năm 2024 chưa có hộ nào đăng ký"),
        (("follow-up", "--year", "2023", "--period", "0"), "Không có tháng 0."),
        (("registered", "--year", "2023", "--village", "Thôn Lạ"), "Thôn Lạ"),
    ],
)
def test_what_cannot_be_printed_is_refused(
    run: Run, named: Path, tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    target = tmp_path / "ds.pdf"
    ran = run("print", named, *options, "--to", target)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err
    assert not target.exists()
