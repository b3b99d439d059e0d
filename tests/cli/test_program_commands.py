from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from povertydesk import app, paths
from povertydesk.cli.main import run as run_commands
from povertydesk.poverty.problems import KnownError
from povertydesk.ui import benchmark
from povertydesk.workflow import self_test
from povertydesk.workflow.desk import Program
from tests.cli.conftest import Run

BENCH_KEYS = {"name", "size", "seconds", "floor_seconds", "ratio", "peak_mb", "note"}


def test_the_self_test_passes_and_leaves_nothing(run: Run, tmp_path: Path) -> None:
    ran = run("self-test")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Phông chữ: đạt",
        "Câu chữ và mẫu văn bản: đạt",
        "Văn bản pháp luật: đạt",
        "Lập tệp mẫu và in kế hoạch: đạt",
    ]
    assert list(tmp_path.iterdir()) == []
    assert run("self-test", "--lang", "en").out.splitlines()[0] == "Fonts: passed"


def test_a_failed_step_is_told_and_the_others_go_on(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_program: Program) -> None:
        raise KnownError("font-missing", file="Tinos-Bold.ttf")

    monkeypatch.setattr(self_test, "_fonts", broken)
    ran = run("self-test")
    assert (ran.code, len(ran.out.splitlines())) == (2, 3)
    assert ran.err.startswith("Phông chữ: Thiếu tệp phông chữ Tinos-Bold.ttf")


def test_an_unknown_benchmark_names_the_known_ones(run: Run) -> None:
    ran = run("bench", "speed")
    assert (ran.code, ran.out) == (2, "")
    assert "“speed”" in ran.err
    assert "start, pdf" in ran.err


def test_a_benchmark_says_what_it_measured(run: Run) -> None:
    ran = run("bench", "pdf", "--size", "2", "--json")
    assert (ran.code, ran.err) == (0, "")
    (result,) = ran.json["results"]
    assert result.keys() >= BENCH_KEYS
    assert (result["name"], result["size"]) == ("pdf", 2)
    # Times are rounded to a tenth of a millisecond.
    assert result["ratio"] == pytest.approx(result["seconds"] / result["floor_seconds"], rel=0.02)


def test_the_start_is_measured_against_its_floors(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a window: what is painted stands for itself."""
    painted = iter([0.3, 0.2] * 100)
    monkeypatch.setattr(benchmark, "_painted_after", lambda _measured, _bytecode: (next(painted), 60.0))
    ran = run("bench", "start", "--size", "3", "--json")
    assert (ran.code, ran.err) == (0, "")
    start, households = ran.json["results"]
    assert start.keys() >= BENCH_KEYS
    assert (start["name"], start["seconds"], start["floor_seconds"], start["ratio"]) == ("start", 0.3, 0.2, 1.5)
    assert (households["name"], households["size"]) == ("start-households", 3)


def test_the_list_of_households_is_measured_against_a_shorter_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a window: what is painted stands for itself."""
    painted = iter([0.13, 0.1] * 100)
    monkeypatch.setattr(benchmark, "_painted_after", lambda _measured, _bytecode: (next(painted), 60.0))
    (result,) = run("bench", "household-list", "--size", "20", "--json").json["results"]
    assert (result["name"], result["size"], result["ratio"]) == ("household-list", 20, 1.3)


@pytest.mark.parametrize("name", ["grid-scroll", "grid-paste", "grid-paste-former", "grid-copy"])
def test_the_grids_are_measured_against_a_bare_view(run: Run, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """In its window of its own, which would end with an error where a block was not taken."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    (result,) = run("bench", name, "--size", "12", "--json").json["results"]
    assert result.keys() >= BENCH_KEYS
    assert (result["name"], result["size"]) == (name, 12)
    assert "bare QTableView; limit" in result["note"]


def test_the_search_is_measured_against_the_plainest_question(run: Run) -> None:
    ran = run("bench", "find", "--size", "400", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert all(result.keys() >= BENCH_KEYS for result in ran.json["results"])
    assert [(result["name"], result["size"]) for result in ran.json["results"]] == [
        (name, 400)
        for name in (
            "find", "find-folded", "find-initials", "find-digits", "find-code", "find-village", "find-nobody",
        )
    ]  # fmt: skip


def test_all_benchmarks_run_where_none_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[tuple[str, int | None]] = []

    def benchmark(name: str) -> Any:
        def measure(size: int | None) -> list[dict[str, Any]]:
            asked.append((name, size))
            figures = {"seconds": 0.2, "floor_seconds": 0.1, "ratio": 2.0, "peak_mb": 60.0, "note": "thử"}
            return [{"name": name, "size": size or 1, **figures}]

        return measure

    known = {name: benchmark(name) for name in ("start", "pdf")}
    program, messages = app.build_program(), paths.resources("messages")
    assert run_commands(["bench", "--json"], program, messages, known, app.report_bug) == 0
    assert [one["name"] for one in json.loads(capsys.readouterr().out)["results"]] == ["start", "pdf"]
    assert run_commands(["bench", "start", "--size", "9"], program, messages, known, app.report_bug) == 0
    assert capsys.readouterr().out.split()[:3] == ["start", "9", "0.200"]
    assert asked == [("start", None), ("pdf", None), ("start", 9)]


def test_a_size_is_at_least_one(run: Run) -> None:
    assert run("bench", "pdf", "--size", "0").code == 64
