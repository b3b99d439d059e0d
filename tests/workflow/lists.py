"""Household lists made for the tests, taken in as the command line does, with what must hold every time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from povertydesk.poverty.household import Household
from povertydesk.poverty.person import Member
from povertydesk.poverty.problems import Severity
from povertydesk.poverty.review import Review
from povertydesk.store import households, people, reviews, rounds
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.import_households import Imported, apply_import, plan_import
from povertydesk.workflow.import_plan import ImportPlan
from tests.exchange.workbooks import CellValue, workbook

YEAR = 2023
INDICATORS = (
    "Việc làm", "Người phụ thuộc", "Dinh dưỡng", "Bảo hiểm y tế", "Trình độ giáo dục người lớn",
    "Tình trạng đi học của trẻ em", "Chất lượng nhà ở", "Diện tích nhà ở", "Nguồn nước sinh hoạt",
    "Nhà tiêu hợp vệ sinh", "Dịch vụ viễn thông", "Phương tiện tiếp cận thông tin",
)  # fmt: skip


def listed(folder: Path, *rows: Sequence[CellValue], name: str = "ho.xlsx") -> Path:
    """Write a list of one sheet."""
    return workbook(folder / name, rows, title="Danh sách")


def planned(desk: Desk, path: Path, year: int = YEAR) -> ImportPlan:
    """Plan an import; the counts add up, and every household not taken has its fault at its line."""
    plan = plan_import(desk, year, path)
    counts = plan.counts
    assert counts.added + counts.updated + counts.unchanged + counts.rejected == counts.read
    faulty = {(one.place.sheet, one.place.row) for one in plan.findings if one.severity is Severity.ERROR}
    assert len({row for _, row in faulty if row is not None}) >= counts.rejected
    assert bool(faulty) == bool(counts.rejected)
    return plan


def taken(desk: Desk, path: Path, year: int = YEAR) -> Imported:
    """Plan and write."""
    return apply_import(desk, planned(desk, path, year))


def faults(plan: ImportPlan) -> list[tuple[str, int | None, str | None]]:
    """Return what keeps households out: code, row, column."""
    return [(one.code, one.place.row, one.place.column) for one in plan.findings if one.severity is Severity.ERROR]


def codes(plan: ImportPlan) -> set[str]:
    """Return the codes of what wants a look though it is taken."""
    return {one.code for one in plan.findings if one.severity is not Severity.ERROR}


def household(desk: Desk, code: str, village: str = "Thôn Minh Long") -> Household:
    """Return a household by its code and village's name."""
    return next(
        one
        for one in households.list_households(desk.engine)
        if one.code == code and _village(desk, one.village_id) == village
    )


def members(desk: Desk, code: str, village: str = "Thôn Minh Long") -> dict[str, Member]:
    """Return the members of a household by name."""
    return {one.person.name: one for one in people.list_members(desk.engine, household(desk, code, village).id)}


def review(desk: Desk, code: str, village: str = "Thôn Minh Long", year: int = YEAR) -> Review:
    """Return the review of a household in the year's first round."""
    of_round = rounds.list_rounds(desk.engine, year)[0]
    found = reviews.find_review(desk.engine, of_round.id, household(desk, code, village).id)
    assert found is not None
    return found


def _village(desk: Desk, key: str) -> str:
    return str(desk.engine.value("SELECT name FROM village WHERE id = ?", (key,)))
