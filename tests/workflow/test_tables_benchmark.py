from __future__ import annotations

import pytest

from povertydesk.workflow.desk import Program
from povertydesk.workflow.tables_benchmark import benchmark_tables, benchmark_tables_pdf, benchmark_tables_xlsx


@pytest.mark.parametrize("measure", [benchmark_tables, benchmark_tables_xlsx])
def test_a_small_commune_is_measured_against_its_floor(program: Program, measure: object) -> None:
    assert callable(measure)
    [result] = measure(program, 12)
    assert result["size"] == 12
    assert result["ratio"] == pytest.approx(result["seconds"] / result["floor_seconds"], rel=0.2)


def test_all_tables_are_drawn_against_a_bare_canvas(program: Program) -> None:
    [result] = benchmark_tables_pdf(program, 12)
    assert result["name"] == "tables-pdf"
    assert int(result["note"].partition(" ")[0]) >= 15
