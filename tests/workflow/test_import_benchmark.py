from __future__ import annotations

from povertydesk.workflow.desk import Program
from povertydesk.workflow.import_benchmark import benchmark_import


def test_the_result_has_the_shape_of_the_command_line(program: Program) -> None:
    (result,) = benchmark_import(program, 40)
    assert list(result) == ["name", "size", "seconds", "floor_seconds", "ratio", "peak_mb", "note"]
    assert (result["name"], result["size"]) == ("import", 40)
    assert str(result["note"]).startswith("40 households, 168 people")
