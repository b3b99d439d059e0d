"""How long the official tables of a large commune take: counting them, and writing them as PDF and as a workbook."""

from __future__ import annotations

import contextlib
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from povertydesk.documents.benchmark import measure_pdf
from povertydesk.documents.fonts import load_fonts
from povertydesk.documents.workbook_floor import write_floor
from povertydesk.documents.writers.xlsx import write_xlsx
from povertydesk.store import households, people, reviews
from povertydesk.workflow.judge_reviews import rejudge
from povertydesk.workflow.judging_benchmark import reviewed_round
from povertydesk.workflow.official_tables import read_year_tables
from povertydesk.workflow.sample import add_practice_people, make_sample
from povertydesk.workflow.table_papers import ALL_TABLES, make_table_paper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from povertydesk.poverty.review import ReviewRound
    from povertydesk.workflow.desk import Desk, Program

HOUSEHOLDS = 10_000
_PRINTED_HOUSEHOLDS = 1_000
_PER_HOUSEHOLD = 4
_YEAR = 2023
_REPEATS = 5
_PDF_REPEATS = 3


def benchmark_tables(program: Program, size: int | None = None) -> list[dict[str, Any]]:
    """Time counting all tables against one read of what they are counted from, and a tenth of the households."""
    count = size or HOUSEHOLDS
    with _reviewed_commune(program, max(count // 10, 1)) as (desk, of_round):
        small, _ = _counted(desk, of_round)
    with _reviewed_commune(program, count) as (desk, of_round):
        seconds, floor_seconds = _counted(desk, of_round)
    note = f"counting the tables / reading what they rest on; {seconds / small:.1f} times a tenth of the households"
    return [_result("tables", count, seconds, floor_seconds, note)]


def benchmark_tables_pdf(program: Program, size: int | None = None) -> list[dict[str, Any]]:
    """Time writing all tables as one PDF against a bare canvas that draws the same words and cells."""
    count = size or _PRINTED_HOUSEHOLDS
    with _reviewed_commune(program, count) as (desk, _):
        paper = make_table_paper(desk, ALL_TABLES, _YEAR).paper
    timing = measure_pdf(paper, load_fonts(), _PDF_REPEATS)
    note = f"{timing.page_count} pages / bare canvas drawing the same words and cells"
    return [_result("tables-pdf", count, timing.seconds, timing.floor_seconds, note)]


def benchmark_tables_xlsx(program: Program, size: int | None = None) -> list[dict[str, Any]]:
    """Time writing all tables as a workbook against openpyxl's write-only mode with the same styled cells."""
    count = size or _PRINTED_HOUSEHOLDS
    with _reviewed_commune(program, count) as (desk, _):
        paper = make_table_paper(desk, ALL_TABLES, _YEAR).paper
    book = write_xlsx(paper)
    seconds = _shortest(lambda: write_xlsx(paper), _PDF_REPEATS)
    floor_seconds = _shortest(write_floor(book), _PDF_REPEATS)
    return [_result("tables-xlsx", count, seconds, floor_seconds, "workbook / openpyxl write-only, same styled cells")]


@contextlib.contextmanager
def _reviewed_commune(program: Program, count: int) -> Iterator[tuple[Desk, ReviewRound]]:
    """Make a commune of so many invented households, all judged, and open it as long as it is measured."""
    with tempfile.TemporaryDirectory(prefix="povertydesk-bench-") as folder:
        desk = make_sample(Path(folder, "tables.pdesk"), program, with_households=False)
        try:
            of_round = reviewed_round(desk, count)
            add_practice_people(desk, _PER_HOUSEHOLD)
            rejudge(desk, of_round.id)
            yield desk, of_round
        finally:
            desk.close()


def _counted(desk: Desk, of_round: ReviewRound) -> tuple[float, float]:
    def read() -> None:
        reviews.list_reviews(desk.engine, of_round.id)
        reviews.list_answers(desk.engine, of_round.id)
        known = households.list_all_households(desk.engine)
        people.list_members_of(desk.engine, (one.id for one in known), of_round.opened_on)

    def count() -> None:
        tables = read_year_tables(desk, _YEAR)
        for number in tables.layouts:
            tables.table(number)

    return _shortest(count, _REPEATS), _shortest(read, _REPEATS)


def _shortest(task: Callable[[], object], repeats: int) -> float:
    """Return the shortest of several runs: what else the PC does only ever adds time."""
    taken = []
    for _ in range(repeats):
        begun = time.perf_counter()
        task()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def _result(name: str, size: int, seconds: float, floor_seconds: float, note: str) -> dict[str, Any]:
    return {
        "name": name,
        "size": size,
        "seconds": round(seconds, 4),
        "floor_seconds": round(floor_seconds, 4),
        "ratio": round(seconds / floor_seconds, 3),
        "peak_mb": _peak_megabytes(),
        "note": note,
    }


def _peak_megabytes() -> float:
    """Return the most memory this process has held; Windows keeps no such count that Python can read."""
    if sys.platform == "win32":
        return 0.0
    import resource  # noqa: PLC0415 - not on Windows

    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
