from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from povertydesk import paths
from povertydesk.workflow import self_test
from povertydesk.workflow.desk import Program


@pytest.fixture
def broken(tmp_path: Path, program: Program, monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, str | None]]:
    """Examines a program one of whose files was exchanged; returns the refusal of each step."""

    def examine(name: str = "", text: str = "") -> dict[str, str | None]:
        folder = tmp_path / "program"
        shutil.copytree(paths.resources(), folder / "resources")
        if name:
            (folder / "resources" / name).write_text(text, encoding="utf-8")
        monkeypatch.setattr(paths, "data_folder", lambda: folder)
        program.law_folder = paths.resources("legislation")
        return {step.code: step.error.code if step.error else None for step in self_test.self_test(program)}

    return examine


STEPS = ["self-test-fonts", "self-test-resources", "self-test-law", "self-test-sample"]


def test_a_sound_program_passes(broken: Callable[..., dict[str, str | None]]) -> None:
    assert broken() == dict.fromkeys(STEPS)


@pytest.mark.parametrize(
    ("name", "text", "step", "code"),
    [
        ("fonts/Tinos-Bold.ttf", "not a font", "self-test-fonts", "font-damaged"),
        ("messages/en.toml", "[place]\n", "self-test-resources", "messages-differ"),
        ("messages/vi.toml", "[broken", "self-test-resources", "resources-broken"),
        ("templates/plan.toml", "kind = 3", "self-test-resources", "template-broken"),
        ("grids/targets.toml", "", "self-test-resources", "template-broken"),
        ("grids/village_workbook.toml", "", "self-test-resources", "template-broken"),
        ("legislation/instruments.toml", "[[kind]]\n", "self-test-law", "law-broken"),
    ],
)
def test_each_broken_file_fails_its_step(
    broken: Callable[..., dict[str, str | None]], name: str, text: str, step: str, code: str
) -> None:
    found = broken(name, text)
    assert list(found) == STEPS
    assert found[step] == code
