"""Full disks, read-only folders, sticks pulled away: nothing saved is lost, and each is told in its own words."""

from __future__ import annotations

import errno
import functools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from povertydesk.poverty.problems import KnownError
from povertydesk.store import placing
from povertydesk.store.authorship import Authorship
from povertydesk.store.backup import list_backups, make_backup, write_copy
from povertydesk.store.check import check_file
from povertydesk.store.desk_file import DeskFile, create_file
from povertydesk.store.operations import operation
from povertydesk.store.placing import put_in_place, refusals

Copy = Callable[[Path], Path]
Opener = Callable[..., DeskFile]
ROOT = Path(__file__).resolve().parents[2]
SCENARIO = Path(__file__).with_name("on_medium.py")
NOBODY = 65534
UNFINISHED = """
import os, sys
from pathlib import Path
from povertydesk.store.engine import Engine
engine = Engine(Path(sys.argv[1]))
engine.execute("PRAGMA cache_size = 4")
engine.execute("BEGIN IMMEDIATE")
engine.execute("UPDATE household SET address = printf('%0500d', rowid)")
os._exit(9)
"""
MOUNTED = """
set -e
mount -t tmpfs -o size=2m tmpfs "$1"
cp "$2"/* "$1"/
if [ "$3" = read-only ]; then mount -o remount,ro "$1"; fi
exec "$4" "$5" "$3" "$1" "$6"
"""


@functools.cache
def namespace() -> tuple[str, ...]:
    """The command that gives a program mounts of its own, or nothing where the system allows none."""
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return ()
    command = ("unshare", "--mount") if os.geteuid() == 0 else ("unshare", "--map-root-user", "--mount")
    with tempfile.TemporaryDirectory() as folder:
        tried = subprocess.run(
            [*command, "mount", "-t", "tmpfs", "tmpfs", folder], capture_output=True, check=False, timeout=30
        )
    return command if tried.returncode == 0 else ()


def break_off(path: Path) -> None:
    """End a program in the middle of a save of this file."""
    subprocess.run([sys.executable, "-c", UNFINISHED, str(path)], cwd=ROOT, check=False, timeout=60)
    assert path.with_name(f"{path.name}-journal").stat().st_size > 0


def answer(command: list[str]) -> dict[str, Any]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120, env=environment)
    assert done.returncode == 0, done.stderr
    read: dict[str, Any] = json.loads(done.stdout)
    return read


def on_a_medium_of_its_own(scenario: str, files: Path, tmp_path: Path) -> dict[str, Any]:
    medium, other = tmp_path / "medium", tmp_path / "other"
    medium.mkdir()
    other.mkdir()
    script = ["sh", "-c", MOUNTED, "sh", str(medium), str(files), scenario, sys.executable, str(SCENARIO), str(other)]
    return answer([*namespace(), *script])


@pytest.fixture
def files(tmp_path: Path, worked: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    shutil.copy(worked, folder / "cam-long.pdesk")
    return folder


def write(desk: DeskFile, author: Authorship, year: int) -> None:
    with operation(desk.engine, author, "enter") as writer:
        writer.insert("year_assignment", {"year": year, "reduction": 45})


def refused(call: Callable[[], object]) -> KnownError:
    with pytest.raises(KnownError) as caught:
        call()
    return caught.value


def check_read_only(came: dict[str, Any]) -> None:
    here = {"file": "cam-long.pdesk"}
    assert came["seen"] | {"write": None} == {
        "read_only": True,
        "notices": ["opened-read-only-medium"],
        "findings": [],
        "households": 300,
        "plans": 0,
        "write": None,
    }
    assert came["seen"]["write"].items() >= {"code": "file-read-only", **here}.items()
    assert came["older"].items() >= {"code": "file-older", **here}.items()
    assert came["create"].items() >= {"code": "folder-not-writable", "file": "new.pdesk"}.items()
    assert came["copied"].items() >= {"code": "folder-not-writable", "file": "copy.pdesk"}.items()
    assert came["restore"].items() >= {"code": "folder-not-writable", **here}.items()
    assert came["backed_up_here"]["code"] == "backup-folder-not-writable"
    assert came["backed_up"] == {"code": "done"}
    assert came["broken_off"].items() >= {"code": "file-unfinished", "file": "broken-off.pdesk"}.items()
    assert came["left"] == ["broken-off.pdesk", "broken-off.pdesk-journal", "cam-long.pdesk", "~cam-long.pdesk.lock"]


def prepare_read_only(files: Path) -> None:
    break_off(Path(shutil.copy(files / "cam-long.pdesk", files / "broken-off.pdesk")))
    # The note of a program that died here does not pass for a living one.
    words = {"person": "Trần Thị B", "machine": "m", "since": "2023-01-04T08:00:00+07:00"}
    (files / "~cam-long.pdesk.lock").write_text("\n".join(words.values()), encoding="utf-8")


def check_full_while_working(came: dict[str, Any]) -> None:
    here = {"code": "disk-full", "file": "cam-long.pdesk"}
    assert came["refusal"].items() >= here.items()
    assert came["kept"]
    assert came["years"] == came["kept"]
    assert came["deleted"].items() >= here.items()
    assert came["households"] == 300
    assert came["findings"] == []
    assert came["again"] == {"code": "done"}
    assert (came["seen"]["findings"], came["seen"]["plans"]) == ([], len(came["kept"]) + 1)


if os.name == "posix":

    def test_a_folder_without_the_right_to_write_is_read_only(
        files: Path, tmp_path: Path, may_leave_files: None
    ) -> None:
        """The operating system's permissions: under root, which they do not bind, a program of nobody's."""
        prepare_read_only(files)
        with tempfile.TemporaryDirectory() as outside:
            folder, other = Path(outside, "usb"), Path(outside, "other")
            shutil.copytree(files, folder)
            other.mkdir()
            Path(outside).chmod(0o755)
            other.chmod(0o777)
            for one in folder.iterdir():
                one.chmod(0o444)
            folder.chmod(0o555)
            becomes = [str(NOBODY)] if os.geteuid() == 0 else []
            came = answer([sys.executable, str(SCENARIO), "read-only", str(folder), str(other), *becomes])
            folder.chmod(0o755)
        check_read_only(came)


if namespace():

    def test_a_read_only_stick(files: Path, tmp_path: Path, may_leave_files: None) -> None:
        prepare_read_only(files)
        check_read_only(on_a_medium_of_its_own("read-only", files, tmp_path))

    def test_a_disk_that_fills_up_while_working(files: Path, tmp_path: Path) -> None:
        check_full_while_working(on_a_medium_of_its_own("full-while-working", files, tmp_path))

    def test_a_full_disk_takes_nothing_and_keeps_everything(files: Path, tmp_path: Path) -> None:
        came = on_a_medium_of_its_own("full-before", files, tmp_path)
        assert came["seen"]["notices"] == ["opened-read-only-full"]
        assert (came["seen"]["findings"], came["seen"]["households"]) == ([], 300)
        made = {
            "create": "new.pdesk",
            "create_with_a_little": "new.pdesk",
            "copied": "copy.pdesk",
            "backed_up": "20230105T080000-manual.pdesk",
            "older": "cam-long.pdesk",
            "restored": "cam-long.pdesk",
            "salvaged": "salvaged.pdesk",
        }
        assert {name: (came[name]["code"], came[name]["file"]) for name in made} == {
            name: ("disk-full", file) for name, file in made.items()
        }
        assert came["left"] == ["cam-long.pdesk", "filler"]


def test_a_file_that_may_not_grow_keeps_what_it_has(cam_long: DeskFile, author: Authorship) -> None:
    engine = cam_long.engine
    engine.execute(f"PRAGMA max_page_count = {engine.value('PRAGMA page_count') + 4}")
    kept: list[int] = []

    def go_on() -> None:
        for year in range(1000, 4000):
            write(cam_long, author, year)
            kept.append(year)

    error = refused(go_on)
    assert (error.code, error.values["file"]) == ("disk-full", cam_long.path.name)
    assert kept
    assert [row[0] for row in engine.execute("SELECT year FROM year_assignment ORDER BY year")] == kept
    assert check_file(engine) == ()
    engine.execute("PRAGMA max_page_count = 1000000")
    write(cam_long, author, 5000)


def test_a_stick_pulled_away_is_told_at_the_next_write(
    tmp_path: Path, worked: Path, opened: Opener, author: Authorship
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    desk = opened(Path(shutil.copy(worked, stick / "cam-long.pdesk")))
    shutil.rmtree(stick)
    for _ in range(2):
        error = refused(lambda: write(desk, author, 2023))
        assert (error.code, error.values) == ("file-gone", {"file": "cam-long.pdesk", "folder": str(stick)})
    error = refused(lambda: write_copy(desk.engine, stick / "copy.pdesk"))
    assert (error.code, error.values["file"]) == ("folder-missing", "copy.pdesk")
    desk.close()
    assert not stick.exists()


def test_a_file_moved_away_is_told_at_the_next_write(cam_long: DeskFile, author: Authorship) -> None:
    moved = cam_long.path.with_name("elsewhere.pdesk")
    cam_long.path.rename(moved)
    assert refused(lambda: write(cam_long, author, 2023)).code == "file-gone"
    moved.rename(cam_long.path)
    write(cam_long, author, 2023)


def test_a_file_replaced_by_another_is_told_at_the_next_write(
    cam_long: DeskFile, worked: Path, author: Authorship
) -> None:
    other = Path(shutil.copy(worked, cam_long.path.with_name("other.pdesk")))
    other.replace(cam_long.path)
    assert refused(lambda: write(cam_long, author, 2023)).code == "file-gone"


def test_a_stick_back_in_its_place_opens_again_with_all_that_was_saved(
    tmp_path: Path, worked: Path, opened: Opener, author: Authorship, may_leave_files: None
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    desk = opened(Path(shutil.copy(worked, stick / "cam-long.pdesk")))
    write(desk, author, 2023)
    stick.rename(tmp_path / "pulled")
    assert refused(lambda: write(desk, author, 2024)).code == "file-gone"
    (tmp_path / "pulled").rename(stick)
    desk.close()
    again = opened(stick / "cam-long.pdesk")
    assert again.engine.execute("SELECT year FROM year_assignment") == [(2023,)]
    assert check_file(again.engine) == ()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EACCES, "folder-not-writable"),
        (errno.EROFS, "folder-not-writable"),
        (errno.ENAMETOOLONG, "file-name-not-possible"),
        (errno.EIO, "disk-error"),
    ],
)
def test_what_the_system_refuses_names_the_file_the_clerk_knows(number: int, code: str, tmp_path: Path) -> None:
    def make() -> None:
        with refusals(tmp_path / "cam-long.pdesk"):
            raise OSError(number, os.strerror(number), str(tmp_path / "~cam-long.pdesk.part"))

    error = refused(make)
    assert (error.code, error.values) == (code, {"file": "cam-long.pdesk", "folder": str(tmp_path)})


def test_a_file_another_program_holds_on_windows_is_busy(tmp_path: Path) -> None:
    shared = OSError(errno.EACCES, "sharing violation")
    vars(shared)["winerror"] = 32

    def make() -> None:
        with refusals(tmp_path / "a.pdesk"):
            raise shared

    assert refused(make).code == "file-busy"


def test_a_folder_that_went_away_is_missing(tmp_path: Path) -> None:
    def make() -> None:
        with refusals(tmp_path / "gone" / "a.pdesk"):
            raise FileNotFoundError(errno.ENOENT, "no such file")

    assert refused(make).code == "folder-missing"


def test_a_refusal_of_the_unfinished_copy_names_the_file_itself(tmp_path: Path) -> None:
    def make() -> None:
        with refusals(tmp_path / "a.pdesk"):
            raise KnownError("disk-full", file="~a.pdesk.part", folder="elsewhere", more=1)

    assert refused(make).values == {"file": "a.pdesk", "folder": str(tmp_path), "more": 1}


def test_a_finished_file_is_flushed_before_it_takes_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    flush, replace = placing.flush_to_disk, Path.replace

    def flushed(path: Path) -> None:
        order.append("flush")
        flush(path)

    def replaced(path: Path, to: Path) -> Path:
        order.append("replace")
        return replace(path, to)

    monkeypatch.setattr(placing, "flush_to_disk", flushed)
    monkeypatch.setattr(Path, "replace", replaced)
    finished, target = tmp_path / "~a.part", tmp_path / "a.pdesk"
    finished.write_text("new", encoding="utf-8")
    target.write_text("old", encoding="utf-8")
    target.with_name("a.pdesk-journal").write_text("of the old one", encoding="utf-8")
    put_in_place(finished, target)
    assert order == ["flush", "replace"]
    assert [(one.name, one.read_text(encoding="utf-8")) for one in tmp_path.iterdir()] == [("a.pdesk", "new")]


@pytest.mark.parametrize("step", ["touch", "replace"])
def test_a_backup_that_fails_at_any_step_leaves_no_part(
    step: str, cam_long: DeskFile, tmp_path: Path, author: Authorship, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "input/output error")

    monkeypatch.setattr(Path, step, fail)
    folder = tmp_path / "backups"
    error = refused(lambda: make_backup(cam_long.engine, folder, "id", "manual", author.at))
    assert error.code == "disk-error"
    monkeypatch.undo()
    assert list_backups(folder, "id") == ()
    assert list((folder / "id").iterdir()) == []


def test_a_new_file_that_cannot_be_put_in_place_leaves_nothing(
    tmp_path: Path, author: Authorship, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    monkeypatch.setattr(placing, "flush_to_disk", full)
    error = refused(lambda: create_file(tmp_path / "a.pdesk", author, "0.1.0"))
    assert (error.code, error.values) == ("disk-full", {"file": "a.pdesk", "folder": str(tmp_path)})
    assert list(tmp_path.iterdir()) == []


def test_a_medium_that_cannot_be_asked_holds_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(path: Path) -> bool:
        raise OSError(errno.EIO, "input/output error")

    monkeypatch.setattr(Path, "exists", fail)
    assert not placing.exists(tmp_path)
    monkeypatch.undo()
    assert placing.exists(tmp_path)
