"""The benchmark of judging a round."""

from __future__ import annotations

from povertydesk.workflow.desk import Program
from povertydesk.workflow.judging_benchmark import benchmark_judging


def test_judging_is_timed_against_reading(program: Program) -> None:
    (result,) = benchmark_judging(program, 30)
    assert (result["name"], result["size"]) == ("judging", 30)
    assert min(result["seconds"], result["floor_seconds"], result["ratio"]) > 0
    assert "judging a round / reading its answers" in result["note"]
