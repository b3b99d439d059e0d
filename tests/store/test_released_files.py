"""Files of every released schema open in this program, keep what they hold, and give the same totals."""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from povertydesk import paths
from povertydesk.poverty.language import LANGUAGES
from povertydesk.poverty.messages import Messages
from povertydesk.store.check import check_file
from povertydesk.store.desk_file import DeskFile
from povertydesk.store.migrations import HISTORY
from povertydesk.store.undo import History

Opener = Callable[..., DeskFile]
FILES = Path(__file__).resolve().parents[1] / "files"


@pytest.fixture
def freezing() -> ModuleType:
    specification = importlib.util.spec_from_file_location("freeze", FILES / "freeze.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def check_released(folder: Path, freezing: ModuleType, tmp_path: Path, opened: Opener) -> None:
    released: dict[str, Any] = json.loads((folder / "released.json").read_text(encoding="utf-8"))
    assert {path.name for path in folder.glob("*.pdesk")} == set(released["files"])
    steps = freezing.digests()
    assert {name: steps.get(name) for name in released["steps"]} == released["steps"], "a released step has changed"
    for name, held in released["files"].items():
        copied = Path(shutil.copy(folder / name, tmp_path / name))
        desk = opened(copied)
        assert not desk.read_only
        assert check_file(desk.engine) == ()
        desk.close()
        now = freezing.contents(copied)
        assert now["version"] == str(HISTORY.version)
        assert {table: now["counts"].get(table) for table in held["counts"]} == held["counts"]
        for part in ("file_id", "totals", "operations"):
            assert now[part] == held[part]


def test_released_files_open_and_hold_what_they_held(freezing: ModuleType, tmp_path: Path, opened: Opener) -> None:
    check_released(FILES, freezing, tmp_path, opened)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(path.name for path in FILES.glob("*.pdesk")))
def test_what_was_done_in_a_released_file_is_still_said(
    name: str, language: str, tmp_path: Path, opened: Opener
) -> None:
    messages = Messages.load(paths.resources("messages"), language)
    for one in History(opened(Path(shutil.copy(FILES / name, tmp_path / name))).engine).operations:
        assert f"operation-{one.name}" in messages.codes
        assert messages.fields(f"operation-{one.name}") <= one.named_values.keys()


@pytest.fixture
def frozen(tmp_path: Path, worked: Path, freezing: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of released files with the present schema frozen in it."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "released.json").write_text('{"steps": {}, "files": {}}', encoding="utf-8")
    monkeypatch.setattr(freezing, "FOLDER", folder)
    monkeypatch.setattr(freezing, "RECORD", folder / "released.json")
    empty = freezing.freeze(worked)
    assert "plan" in empty.split(", ")
    assert "household" not in empty.split(", ")
    return folder


def test_a_frozen_schema_is_held_to_what_it_was(
    frozen: Path, freezing: ModuleType, worked: Path, tmp_path: Path, opened: Opener
) -> None:
    check_released(frozen, freezing, tmp_path, opened)
    held = json.loads((frozen / "released.json").read_text(encoding="utf-8"))
    (file,) = held["files"].values()
    assert file["counts"]["household"] == 300
    assert (file["totals"]["2023"]["households"], file["totals"]["2023"]["poor"]) == (1518, 208)
    with pytest.raises(SystemExit):
        freezing.freeze(worked)


@pytest.mark.parametrize("part", ["steps", "counts", "totals", "file"])
def test_a_released_file_or_step_that_changed_is_told(
    part: str, frozen: Path, freezing: ModuleType, tmp_path: Path, opened: Opener
) -> None:
    record = frozen / "released.json"
    held = json.loads(record.read_text(encoding="utf-8"))
    name, file = next(iter(held["files"].items()))
    if part == "steps":
        held["steps"] = dict.fromkeys(held["steps"], "0" * 64)
    elif part == "counts":
        file["counts"]["household"] += 1
    elif part == "totals":
        file["totals"]["2023"]["poor"] = 1
    else:
        (frozen / name).unlink()
    record.write_text(json.dumps(held), encoding="utf-8")
    with pytest.raises(AssertionError):
        check_released(frozen, freezing, tmp_path, opened)
