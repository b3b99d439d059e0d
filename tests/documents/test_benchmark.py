from __future__ import annotations

from collections import Counter

from povertydesk.documents.benchmark import (
    SMALLEST_PAGE_COUNT,
    VILLAGES,
    benchmark_pdf,
    long_plan,
    measure_pdf,
)
from povertydesk.documents.benchmark_floor import draw_floor, floor_jobs
from povertydesk.documents.fonts import load_fonts
from povertydesk.documents.writers.pdf import write_pdf
from tests.documents.papers import plan_paper
from tests.documents.printed import page_texts


def _words(data: bytes) -> Counter[str]:
    return Counter(" ".join(page_texts(data)).lower().split())


def test_the_floor_draws_the_words_and_cells_of_the_paper() -> None:
    paper, fonts = long_plan(VILLAGES), load_fonts()
    written, floor = _words(write_pdf(paper, fonts).data), _words(draw_floor(floor_jobs(paper), fonts))
    assert not floor - written
    # Left to the writer alone: merged headings that come again on every page, and page numbers.
    assert sum(floor.values()) > 0.97 * sum(written.values())


def test_the_result_has_the_shape_of_the_command_line() -> None:
    (result,) = benchmark_pdf(12)
    assert list(result) == ["name", "size", "seconds", "floor_seconds", "ratio", "peak_mb", "note"]
    assert (result["name"], result["size"]) == ("pdf", 12)
    assert abs(result["ratio"] - result["seconds"] / result["floor_seconds"]) < 0.02
    assert result["ratio"] <= 2.5


def test_a_short_paper_is_repeated_until_it_is_long() -> None:
    timing = measure_pdf(plan_paper(1), load_fonts(), repeats=1)
    assert timing.page_count >= SMALLEST_PAGE_COUNT


def test_the_plan_measured_is_one_plan_of_enough_pages() -> None:
    assert write_pdf(long_plan(VILLAGES), load_fonts()).page_count >= SMALLEST_PAGE_COUNT
