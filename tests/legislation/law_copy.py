"""A copy of the law's folder that a test may spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

from povertydesk.legislation import Legislation
from povertydesk.paths import resources

PROVINCE = """
code = "38"
name = "Thanh Hóa"

[[instrument]]
id = "nq-hdnd-thu"
kind = "assembly_resolution"
number = "01/2024/NQ-HĐND"
issuer = "Hội đồng nhân dân tỉnh"
issued_on = 2024-01-10
from = 2024-02-01
until = "open"
title = "quy định chuẩn nghèo đa chiều của tỉnh"
short_name = "Nghị quyết 01"
title_verified = true
dates_verified = true
confidence = "high"
legal_basis = true

[[line]]
standard = "2022-2026"
name = "poverty_line"
from = 2024-02-01
until = 2026-12-31
rural_vnd = 1_800_000
urban_vnd = 2_000_000
source = { instrument = "nq-hdnd-thu", article = "Điều 1" }
verified = true
"""

CUT_OFF = """
[[cut_off]]
standard = "2022-2026"
from = 2024-02-01
until = 2026-12-31
b1_rural = 150
b1_urban = 175
source = { instrument = "nq-hdnd-thu", article = "Điều 2" }
verified = true
"""


class LawCopy:
    """The shipped law in a folder of its own, to be edited file by file."""

    def __init__(self, folder: Path) -> None:
        """Copy the shipped files into the folder."""
        self.folder = folder
        shutil.copytree(resources("legislation"), folder)

    def replace(self, file: str, old: str, new: str, *, count: int = 1) -> None:
        """Replace a text that stands in the file."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, count), encoding="utf-8")

    def append(self, file: str, text: str) -> None:
        """Add a text at the end of the file, which is made where it is missing."""
        path = self.folder / file
        path.parent.mkdir(exist_ok=True)
        with path.open("a", encoding="utf-8") as open_file:
            open_file.write(text)

    def law(self) -> Legislation:
        """Return the law of the folder."""
        return Legislation.load(self.folder)

    def read_all(self) -> None:
        """Read every file, the province's too."""
        law = self.law()
        law.read_all()
        law.instrument("x", province="38")
