"""How fast a plan becomes a PDF, beside a bare canvas that draws the same words and cells in the same faces."""

from __future__ import annotations

import dataclasses
import importlib
import statistics
import sys
import time
from typing import TYPE_CHECKING, Any

from povertydesk.documents.benchmark_floor import draw_floor, floor_jobs
from povertydesk.documents.fonts import load_fonts
from povertydesk.documents.plan import reduction_plan
from povertydesk.documents.plan_figures import TEMPLATE_CONDITIONS, TEMPLATE_NAMES, PlanContents
from povertydesk.documents.template import load_grid_template, load_paper_template
from povertydesk.documents.writers.pdf import write_pdf
from povertydesk.paths import resources
from povertydesk.poverty.area import AreaType, Unit
from povertydesk.poverty.plan import PlanSection, ReductionPlan
from povertydesk.poverty.profile import CommuneProfile
from povertydesk.poverty.target import TargetGrid, TargetRow

if TYPE_CHECKING:
    from povertydesk.documents.fonts import FontSet
    from povertydesk.poverty.paper import Paper

VILLAGES = 60
SMALLEST_PAGE_COUNT = 20
_REPEATS = 9
_YEAR = 2023
_OWN_LINES = 40
_OWN_LINE = (
    "Rà soát nhu cầu số {number} của từng hộ tại các thôn; phối hợp với Ngân hàng Chính sách xã hội, các đoàn thể và "
    "trưởng thôn hướng dẫn hộ nghèo sử dụng vốn vay đúng mục đích, áp dụng kỹ thuật mới vào sản xuất, theo dõi kết quả "
    "hằng quý và báo cáo Ủy ban nhân dân xã trước ngày 25 của tháng cuối quý"
)


@dataclasses.dataclass(frozen=True, slots=True)
class PdfTiming:
    """What was measured: medians in seconds, pages written, and the process's peak memory (0 where it is not known)."""

    seconds: float
    floor_seconds: float
    page_count: int
    peak_mb: float

    @property
    def ratio(self) -> float:
        """How many times the floor the writer takes."""
        return self.seconds / self.floor_seconds


def benchmark_pdf(size: int | None = None) -> list[dict[str, Any]]:
    """Time a plan with `size` villages and many lines of the office's own, in the shape the command line prints."""
    villages = size or VILLAGES
    timing = measure_pdf(long_plan(villages), load_fonts())
    return [
        {
            "name": "pdf",
            "size": villages,
            "seconds": round(timing.seconds, 4),
            "floor_seconds": round(timing.floor_seconds, 4),
            "ratio": round(timing.ratio, 3),
            "peak_mb": round(timing.peak_mb, 1),
            "note": f"plan of {timing.page_count} pages / bare canvas drawing the same words and cells",
        }
    ]


def measure_pdf(paper: Paper, fonts: FontSet, repeats: int = _REPEATS) -> PdfTiming:
    """Time laying out and writing a paper, in turn with its floor.

    A paper of less than 20 pages is repeated, part after part, until it has them.
    """
    once = write_pdf(paper, fonts).page_count
    long_paper = dataclasses.replace(paper, parts=paper.parts * -(-SMALLEST_PAGE_COUNT // once))
    jobs = floor_jobs(long_paper)
    page_count = write_pdf(long_paper, fonts).page_count
    seconds: list[float] = []
    floor_seconds: list[float] = []
    for _ in range(repeats):
        begun = time.perf_counter()
        write_pdf(long_paper, fonts)
        written = time.perf_counter()
        draw_floor(jobs, fonts)
        seconds.append(written - begun)
        floor_seconds.append(time.perf_counter() - written)
    return PdfTiming(statistics.median(seconds), statistics.median(floor_seconds), page_count, _peak_megabytes())


def long_plan(villages: int) -> Paper:
    """Make the plan of an invented commune with so many villages and forty lines of its own in every section."""
    rows = tuple(_village(number) for number in range(1, villages + 1))
    lines = tuple(_OWN_LINE.format(number=number) for number in range(1, _OWN_LINES + 1))
    sections = (PlanSection.LOCAL_BASIS, PlanSection.AIM, PlanSection.TASK, PlanSection.ORGANISATION)
    contents = PlanContents(
        unit=Unit("benchmark", "Xã Thử Nghiệm", AreaType.RURAL),
        profile=CommuneProfile(_YEAR, people=240 * villages),
        plan=ReductionPlan(_YEAR, lines=dict.fromkeys(sections, lines)),
        grid=TargetGrid(_YEAR, rows),
        people=240 * villages,
        poor_people=None,
        near_poor=None,
        near_poor_people=None,
        legal_bases=lines[:6],
    )
    words = load_paper_template(resources("templates", "plan.toml"), TEMPLATE_NAMES, TEMPLATE_CONDITIONS)
    grid = load_grid_template(resources("grids", "targets.toml"), TEMPLATE_NAMES, TEMPLATE_CONDITIONS)
    return reduction_plan(contents, words, grid)


def _village(number: int) -> TargetRow:
    return TargetRow(
        village_id=f"village-{number}",
        village=f"Thôn Thử Nghiệm {number}",
        households=200 + number,
        poor_opening=20 + number % 30,
        near_poor_opening=None,
        ethnic_minority_poor=None,
        reduction=5 + number % 7,
        ethnic_minority_reduction=None,
        near_poor_reduction=None,
        registered=None,
    )


def _peak_megabytes() -> float:
    """Return the most memory this process has held; Windows keeps no such count that Python can read."""
    if sys.platform == "win32":
        return 0.0
    resource = importlib.import_module("resource")
    peak = float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)
