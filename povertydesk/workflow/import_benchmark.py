"""How fast a list of 42,000 people comes into the file, beside reading it and writing its rows with nothing in between.

The floor is measured in the same run: the library reads the workbook, every text is brought into NFC and every name
folded, and the rows that the import made are written into another file in one transaction.
"""

from __future__ import annotations

import datetime
import importlib
import random
import sys
import tempfile
import time
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from povertydesk.poverty.area import AreaType
from povertydesk.poverty.vietnamese import fold
from povertydesk.store.table_copy import copy_rows, read_rows
from povertydesk.workflow.import_households import apply_import, plan_import
from povertydesk.workflow.start_file import NewOffice, start_file

if TYPE_CHECKING:
    from povertydesk.workflow.desk import Desk, Program

HOUSEHOLDS = 10_000
_YEAR = 2023
_VILLAGES = 12
_SIZES = (3, 4, 4, 5, 5)
_NAME_COLUMNS = (2, 3)
_TABLES = ("village", "household", "person", "membership", "review_round", "review", "review_part")
_HEADINGS = (
    "Mã hộ", "Thôn", "Họ tên chủ hộ", "Họ và tên thành viên", "Quan hệ với chủ hộ", "Ngày sinh", "Giới tính",
    "Số định danh cá nhân", "Dân tộc", "B1", "Việc làm", "Người phụ thuộc", "Dinh dưỡng", "Bảo hiểm y tế",
    "Trình độ giáo dục người lớn", "Tình trạng đi học của trẻ em", "Chất lượng nhà ở", "Diện tích nhà ở",
    "Nguồn nước sinh hoạt", "Nhà tiêu hợp vệ sinh", "Dịch vụ viễn thông", "Phương tiện tiếp cận thông tin",
    "Thiếu vốn sản xuất", "Hỗ trợ y tế",
)  # fmt: skip
_INDICATORS = 12
_SHARE_DEPRIVED = 0.25
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Bùi", "Hà", "Đặng", "Võ", "Đỗ", "Quách")
_MIDDLES = ("Văn", "Thị", "Đức", "Ngọc", "Thu", "Quang", "Minh", "Hải")
_GIVENS = ("An", "Bình", "Chiến", "Dũng", "Đào", "Giang", "Hòa", "Khánh", "Lan", "Mơ", "Nga", "Phượng", "Quý", "Yến")


def benchmark_import(program: Program, size: int | None = None) -> list[dict[str, Any]]:
    """Time reading, planning and writing a list of `size` households into a new file, against the floor."""
    households = size or HOUSEHOLDS
    with tempfile.TemporaryDirectory(prefix="povertydesk-bench-") as folder:
        workbook = write_list(Path(folder, "danh-sach.xlsx"), households)
        desk = _new_file(Path(folder, "import.pdesk"), program)
        floor = _new_file(Path(folder, "floor.pdesk"), program)
        try:
            begun = time.perf_counter()
            counts = apply_import(desk, plan_import(desk, _YEAR, workbook)).counts
            seconds = time.perf_counter() - begun
            peak = _peak_megabytes()
            floor_seconds = _floor(workbook, desk, floor)
            people = len(read_rows(desk.engine, "person").rows)
        finally:
            desk.close()
            floor.close()
    return [
        {
            "name": "import",
            "size": households,
            "seconds": round(seconds, 3),
            "floor_seconds": round(floor_seconds, 3),
            "ratio": round(seconds / floor_seconds, 2),
            "peak_mb": round(peak, 1),
            "note": f"{counts.added} households, {people} people / the library's reading, NFC and folding, bare rows",
        }
    ]


def write_list(path: Path, households: int) -> Path:
    """Write a list of invented households in a provincial layout: the head's line, then the members."""
    import openpyxl  # noqa: PLC0415 - only here

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    sheet.append(_HEADINGS)
    chance = random.Random(_YEAR)  # noqa: S311 - invented people
    for household in range(households):
        size = _SIZES[household % len(_SIZES)]
        members = [_person(chance, woman=chance.random() < 0.5) for _ in range(size)]
        for place, (name, woman, born, number) in enumerate(members):
            line: list[str | int | None] = [
                f"{household // _VILLAGES + 1:04d}",
                f"Thôn {household % _VILLAGES + 1}",
                members[0][0],
                name,
                "Chủ hộ" if place == 0 else "Con đẻ",
                f"{born:%d/%m/%Y}",
                "Nữ" if woman else "Nam",
                number,
                "Kinh",
            ]
            if place == 0:
                marks = ["x" if chance.random() < _SHARE_DEPRIVED else None for _ in range(_INDICATORS)]
                line += [chance.randint(60, 220), *marks, "x" if household % 3 == 0 else None, None]
            sheet.append(line)
    book.save(path)
    return path


def _person(chance: random.Random, *, woman: bool) -> tuple[str, bool, datetime.date, str]:
    born = datetime.date(chance.randint(1935, 2022), 1, 1) + datetime.timedelta(chance.randint(0, 364))
    century = (2 if born.year >= 2000 else 0) + woman
    name = f"{chance.choice(_FAMILIES)} {chance.choice(_MIDDLES)} {chance.choice(_GIVENS)} {chance.choice(_GIVENS)}"
    return name, woman, born, f"038{century}{born.year % 100:02d}{chance.randint(1, 999_999):06d}"


def _new_file(path: Path, program: Program) -> Desk:
    return start_file(path, NewOffice("Xã Thử Nghiệm", AreaType.RURAL), program)


def _floor(workbook: Path, desk: Desk, floor: Desk) -> float:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - what is measured

    made = [read_rows(desk.engine, table) for table in _TABLES]
    begun = time.perf_counter()
    book = CalamineWorkbook.from_path(str(workbook))
    for name in book.sheet_names:
        for cells in book.get_sheet_by_name(name).to_python():
            for column, cell in enumerate(cells):
                if isinstance(cell, str) and cell:
                    text = unicodedata.normalize("NFC", cell)
                    if column in _NAME_COLUMNS:
                        fold(text)
    with floor.engine.transaction():
        for table in made:
            copy_rows(floor.engine, table)
    return time.perf_counter() - begun


def _peak_megabytes() -> float:
    """Return the most memory this process has held; Windows keeps no such count that Python can read."""
    if sys.platform == "win32":
        return 0.0
    resource = importlib.import_module("resource")
    peak = float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
