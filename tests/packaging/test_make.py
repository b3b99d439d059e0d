from __future__ import annotations

import ast
import contextlib
import importlib.util
import json
import os
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "make.py"
LOCKS = [ROOT / "packaging" / "requirements.txt", ROOT / "packaging" / "requirements-test.txt"]
# Assembled here, because this file is searched for them as well.
REGISTRIES = [
    "pypi" + ".org",
    "python" + "hosted",
    "debian" + ".org",
    "npm" + "js",
    "ubuntu" + ".com",
    "conda" + "-forge",
]
NOT_OURS = {".git", ".hypothesis", ".venv", "build", "dist", "__pycache__"}


@pytest.fixture
def make() -> ModuleType:
    specification = importlib.util.spec_from_file_location("make_under_test", SCRIPT)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def pinned(lock: Path) -> dict[str, tuple[str, int]]:
    """Each locked library with its version and how many hashes it carries."""
    found: dict[str, tuple[str, int]] = {}
    for entry in re.split(r"(?m)^(?=[A-Za-z0-9])", lock.read_text(encoding="utf-8")):
        match = re.match(r"([A-Za-z0-9._-]+)==([^\s;\\]+)", entry)
        if match:
            found[match[1].lower()] = (match[2], len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", entry)))
    return found


def library(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match is not None
    return re.sub(r"[-_.]+", "-", match[0]).lower()


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13), (3, 14)])
def test_supported_pythons_are_accepted(make: ModuleType, version: tuple[int, int]) -> None:
    assert make.python_refusal(version, 64) is None


@pytest.mark.parametrize(("version", "bits"), [((2, 7), 64), ((3, 8), 64), ((3, 10), 64), ((3, 15), 64), ((3, 12), 32)])
def test_unsupported_pythons_are_refused_in_two_languages(
    make: ModuleType, version: tuple[int, int], bits: int
) -> None:
    sentence = make.python_refusal(version, bits)
    assert f"Python {version[0]}.{version[1]}" in sentence
    assert f"{bits}-bit" in sentence
    assert "cần" in sentence
    assert "needs" in sentence
    assert "\n" not in sentence


def test_supported_pythons_are_those_of_the_project(make: ModuleType) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    newest = make.NEWEST_PYTHON
    assert project["requires-python"] == f">={'.'.join(map(str, make.OLDEST_PYTHON))},<{newest[0]}.{newest[1] + 1}"


def test_make_can_be_read_by_an_old_python_and_needs_the_standard_library_only() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported <= sys.stdlib_module_names
    top_level = {alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names}
    assert "tomllib" not in top_level


@pytest.mark.parametrize(
    "changed",
    [
        {"lock": b"click==8.5.2"},
        {"version": (3, 12)},
        {"base": "/opt/python"},
        {"root": "/home/clerk/other"},
    ],
)
def test_environment_digest_changes_with_each_of_its_parts(make: ModuleType, changed: dict[str, object]) -> None:
    parts = {"lock": b"click==8.5.1", "version": (3, 11), "base": "/usr", "root": "/home/clerk/desk"}
    assert make.environment_digest(**parts) == make.environment_digest(**parts)
    assert make.environment_digest(**(parts | changed)) != make.environment_digest(**parts)


def test_digest_keeps_neighbouring_parts_apart(make: ModuleType) -> None:
    assert make.digest("ab", "c") != make.digest("a", "bc")


def test_marker_comes_back_as_written(make: ModuleType, tmp_path: Path) -> None:
    marker = tmp_path / "ready.json"
    make.write_marker(marker, {"runtime": "1f", "project": "2e"})
    assert make.read_marker(marker) == {"runtime": "1f", "project": "2e"}
    assert [file.name for file in tmp_path.iterdir()] == ["ready.json"]


@pytest.mark.parametrize("content", [None, "", "{", "[1]", '"text"', b"\xff\xfe\x00"])
def test_missing_or_damaged_marker_is_an_unfinished_environment(
    make: ModuleType, tmp_path: Path, content: str | bytes | None
) -> None:
    marker = tmp_path / "ready.json"
    if content is not None:
        marker.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert make.read_marker(marker) == {}


@pytest.fixture
def rehearsed(make: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[ModuleType, list[str]]:
    """make.py over an empty project, with its programs replaced by a list of what would have been run."""
    done: list[str] = []
    monkeypatch.setattr(make, "ROOT", tmp_path)
    monkeypatch.setattr(make, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(make, "MARKER", tmp_path / ".venv" / "ready.json")
    monkeypatch.setattr(make, "TRANSLATIONS", tmp_path)
    for constant, name in (("RUNTIME_LOCK", "requirements.txt"), ("TEST_LOCK", "requirements-test.txt")):
        (tmp_path / name).write_text(name)
        monkeypatch.setattr(make, constant, tmp_path / name)
    (tmp_path / "pyproject.toml").write_text("[project]")

    def make_environment() -> None:
        assert not make.MARKER.exists()
        make.in_environment("python").parent.mkdir(parents=True, exist_ok=True)
        make.in_environment("python").touch()
        done.append("venv")

    monkeypatch.setattr(make, "make_environment", make_environment)
    monkeypatch.setattr(make, "install_lock", lambda lock: done.append(lock.name))
    monkeypatch.setattr(make, "pip", lambda *_arguments: done.append("project"))
    monkeypatch.setattr(make, "need_system_libraries", lambda: None)
    return make, done


def prepared(rehearsed: tuple[ModuleType, list[str]], *, tests: bool) -> list[str]:
    make, done = rehearsed
    done.clear()
    make.prepare(tests=tests)
    return list(done)


def test_second_run_installs_nothing(rehearsed: tuple[ModuleType, list[str]]) -> None:
    assert prepared(rehearsed, tests=False) == ["venv", "requirements.txt", "project"]
    assert prepared(rehearsed, tests=False) == []


def test_test_tools_are_added_once_and_kept_by_run(rehearsed: tuple[ModuleType, list[str]]) -> None:
    prepared(rehearsed, tests=False)
    assert prepared(rehearsed, tests=True) == ["requirements-test.txt", "project"]
    assert prepared(rehearsed, tests=False) == []
    assert prepared(rehearsed, tests=True) == []


def test_changed_lock_makes_the_environment_anew(rehearsed: tuple[ModuleType, list[str]], tmp_path: Path) -> None:
    prepared(rehearsed, tests=True)
    (tmp_path / "requirements.txt").write_text("newer")
    assert prepared(rehearsed, tests=True) == ["venv", "requirements-test.txt", "project"]


def test_changed_project_is_installed_again_with_the_test_tools_kept(
    rehearsed: tuple[ModuleType, list[str]], tmp_path: Path
) -> None:
    prepared(rehearsed, tests=True)
    (tmp_path / "pyproject.toml").write_text("[project] # changed")
    assert prepared(rehearsed, tests=False) == ["project"]
    assert prepared(rehearsed, tests=True) == []


@pytest.mark.parametrize("interrupted", ["install_lock", "pip"])
def test_interrupted_run_heals(
    rehearsed: tuple[ModuleType, list[str]], monkeypatch: pytest.MonkeyPatch, interrupted: str
) -> None:
    make, _done = rehearsed
    prepared(rehearsed, tests=False)

    def stop(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(make, interrupted, stop)
        with pytest.raises(KeyboardInterrupt):
            make.prepare(tests=True)
    assert prepared(rehearsed, tests=False) == ["venv", "requirements.txt", "project"]


def test_environment_whose_python_is_gone_is_made_anew(rehearsed: tuple[ModuleType, list[str]]) -> None:
    make, _done = rehearsed
    prepared(rehearsed, tests=False)
    make.in_environment("python").unlink()
    assert prepared(rehearsed, tests=False)[0] == "venv"


def test_checkout_in_a_folder_with_vietnamese_letters_is_found(
    make: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = Path("C:/Người dùng/Đức's/povertydesk")
    (tmp_path / "_editable_impl_povertydesk.pth").write_text(str(checkout), encoding="utf-8")
    (tmp_path / "distutils.pth").write_text("kept")
    make.point_to_checkout(tmp_path, checkout)
    line = (tmp_path / "_editable_impl_povertydesk.pth").read_bytes().decode("ascii")
    assert line.startswith("import ")
    monkeypatch.setattr(sys, "path", [])
    exec(line)  # noqa: S102 (Python's start-up does the same with such a line)
    assert sys.path == [str(checkout)]
    assert (tmp_path / "distutils.pth").read_text() == "kept"


LDD_REPORT = """\
/x/libqxcb.so:
\tlinux-vdso.so.1 (0x00007ffd)
\tlibxcb-icccm.so.4 => not found
\tlibxcb-cursor.so.0 => /lib/x86_64-linux-gnu/libxcb-cursor.so.0 (0x00007f1b)
\tlibgthread-2.0.so.0 => not found
\tlibglib-2.0.so.0 => not found
/x/libqoffscreen.so:
\tlibxcb-icccm.so.4 => not found
\tlibhouse.so.9 => not found
"""


def test_missing_libraries_become_one_apt_command(make: ModuleType) -> None:
    packages, unknown = make.packages_for(make.missing_libraries(LDD_REPORT))
    assert packages == ["libglib2.0-0", "libxcb-icccm4"]
    assert unknown == ["libhouse.so.9"]
    assert make.apt_install_command(packages) == [
        "apt-get", "install", "-qq", "-o", "Dpkg::Use-Pty=0", "--no-install-recommends",
        "libglib2.0-0", "libxcb-icccm4",
    ]  # fmt: skip
    assert make.apt_command_to_type(packages) == (
        "sudo apt-get install --no-install-recommends libglib2.0-0 libxcb-icccm4"
    )


def test_nothing_missing_needs_no_package(make: ModuleType) -> None:
    assert make.packages_for(make.missing_libraries("\tlibz.so.1 => /lib/libz.so.1 (0x1)\n")) == ([], [])


def test_who_is_not_root_is_told_the_command_and_nothing_is_run(
    make: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(make, "is_root", lambda: False)
    monkeypatch.setattr(make, "has_apt", lambda: True)
    monkeypatch.setattr(make, "step", lambda *arguments: pytest.fail(f"ran {arguments}"))
    with pytest.raises(make.RefusalError) as refusal:
        make.apt_install(["libegl1", "libgl1"])
    commands = [line.strip() for line in str(refusal.value).splitlines() if "apt-get" in line]
    assert commands == ["sudo apt-get install --no-install-recommends libegl1 libgl1"]


def test_tests_go_on_where_no_virtual_screen_can_be_installed(
    make: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[list[str]] = []

    def apt_install(packages: list[str]) -> None:
        asked.append(packages)
        raise make.RefusalError("no network")

    monkeypatch.setattr(make, "apt_install", apt_install)
    monkeypatch.setattr(make.sys, "platform", "linux")
    monkeypatch.setattr(make.shutil, "which", lambda _name: None)
    make.need_virtual_screen()
    assert asked == [["xvfb", "xauth"]]
    assert "without a screen" in capsys.readouterr().out


def test_root_fetches_the_package_lists_again_where_the_old_ones_fail(
    make: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []

    def step(command: list[str], environment: dict[str, str]) -> None:
        assert environment["DEBIAN_FRONTEND"] == "noninteractive"
        ran.append(command[1])
        if ran == ["install"]:
            raise make.StepError("apt-get")

    monkeypatch.setattr(make, "is_root", lambda: True)
    monkeypatch.setattr(make, "has_apt", lambda: True)
    monkeypatch.setattr(make, "step", step)
    monkeypatch.setattr(make.Path, "glob", lambda *_arguments: iter([Path("lists/main_Packages")]))
    make.apt_install(["libgl1"])
    assert ran == ["install", "update", "install"]


def test_python_without_ensurepip_from_debian_asks_for_its_own_venv_package(
    make: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(make.importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(make, "has_apt", lambda: True)
    monkeypatch.setattr(make, "apt_install", asked.append)
    monkeypatch.setattr(make.sys, "base_prefix", "/usr")
    make.need_ensurepip()
    assert asked == [[f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]]
    monkeypatch.setattr(make.sys, "base_prefix", "/opt/python")
    with pytest.raises(make.RefusalError, match="ensurepip"):
        make.need_ensurepip()


@pytest.mark.parametrize(
    ("exits_with", "makes_the_file", "accepted"),
    [(0, True, True), (1, True, True), (2, True, False), (64, True, False), (0, False, False), (1, False, False)],
)
def test_the_program_has_done_its_job_when_its_file_is_there(
    make: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    exits_with: int,
    makes_the_file: bool,
    accepted: bool,
) -> None:
    target = tmp_path / "cam-long.pdesk"
    make_it = "import sys, pathlib; pathlib.Path(sys.argv[2]).touch(); " if makes_the_file else ""
    (tmp_path / "povertydesk.py").write_text(f"{make_it}raise SystemExit({exits_with})")
    monkeypatch.setattr(make, "ROOT", tmp_path)
    monkeypatch.setattr(make, "in_environment", lambda _name: sys.executable)
    with contextlib.nullcontext() if accepted else pytest.raises(make.StepError, match="sample"):
        make.povertydesk("sample", target, makes=target)


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("win32", {}, True),
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
    ],
)
def test_a_window_is_opened_only_where_there_is_a_display(
    make: ModuleType, platform: str, variables: dict[str, str], expected: bool
) -> None:
    assert make.has_display(platform, variables) is expected


def test_tests_run_without_a_screen_unless_told_otherwise(make: ModuleType) -> None:
    assert make.test_environment({"A": "1"})["QT_QPA_PLATFORM"] == "offscreen"
    assert make.test_environment({"QT_QPA_PLATFORM": "xcb"})["QT_QPA_PLATFORM"] == "xcb"


def test_tools_of_qt_find_their_libraries_where_proc_is_missing(
    make: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(make.sys, "platform", "linux")
    own = str(make.site_packages() / "PySide6" / "Qt" / "lib")
    missing = tmp_path / "self"
    assert make.qt_environment({"A": "1"}, missing) == {"A": "1", "LD_LIBRARY_PATH": own}
    assert make.qt_environment({"LD_LIBRARY_PATH": "/x"}, missing) == {"LD_LIBRARY_PATH": f"{own}:/x"}
    assert make.qt_environment({"A": "1"}, tmp_path) == {"A": "1"}


def test_only_changed_screen_texts_are_compiled(make: ModuleType, tmp_path: Path) -> None:
    for name, source_time, compiled_time in (("new", 5, None), ("old", 5, 4), ("done", 5, 5), ("later", 5, 6)):
        (tmp_path / f"{name}.ts").touch()
        os.utime(tmp_path / f"{name}.ts", (source_time, source_time))
        if compiled_time is not None:
            (tmp_path / f"{name}.qm").touch()
            os.utime(tmp_path / f"{name}.qm", (compiled_time, compiled_time))
    assert [source.name for source in make.stale_translations(tmp_path)] == ["new.ts", "old.ts"]


@pytest.mark.parametrize("arguments", [[], ["build"], ["run", "now"], ["--help"], ["i18n", "x"]])
def test_wrong_usage_lists_the_commands(
    make: ModuleType, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert make.main(arguments) == 64
    error = capsys.readouterr().err
    assert all(f"  {command} " in error for command in make.commands())


def test_exit_codes_tell_refusals_from_failures(
    make: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def outcome(error: BaseException) -> int:
        def command(_arguments: object) -> int:
            raise error

        monkeypatch.setattr(make, "commands", lambda: {"run": command})
        return int(make.main(["run"]))

    assert outcome(make.RefusalError("hãy gõ")) == 2
    assert "hãy gõ" in capsys.readouterr().err
    assert outcome(make.StepError("pip install")) == 1
    assert "pip install" in capsys.readouterr().err
    assert outcome(KeyboardInterrupt()) == 130


def test_unsupported_python_is_refused_before_anything_else(
    make: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(make, "NEWEST_PYTHON", (3, 10))
    assert make.main([]) == 2
    assert "3.11" in capsys.readouterr().err


def test_all_checks_run_even_when_the_first_fails(
    make: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[list[str]] = []

    def step(command: list[object], environment: dict[str, str]) -> None:
        assert environment["QT_QPA_PLATFORM"]
        ran.append([str(word) for word in command])
        if len(ran) in {1, 3}:
            raise make.StepError("check")

    monkeypatch.setattr(make, "prepare", lambda **_options: None)
    monkeypatch.setattr(make, "need_virtual_screen", lambda: None)
    monkeypatch.setattr(make, "step", step)
    assert make.main(["test", "-k", "targets"]) == 1
    assert len(ran) == 5
    assert ran[-1][1:] == ["-m", "pytest", "-m", "not torture", "-k", "targets"]
    assert capsys.readouterr().out.splitlines()[-1] == "== Failed: lint (ruff check), types (mypy)"


def test_locks_cover_every_named_library_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime, test = (pinned(lock) for lock in LOCKS)
    assert len(runtime) > 20
    assert {name for name, (_version, hashes) in (runtime | test).items() if not hashes} == set()
    needed = [*project["project"]["dependencies"], *project["build-system"]["requires"], "editables"]
    assert {library(requirement) for requirement in needed} <= set(runtime)
    assert {library(requirement) for requirement in project["dependency-groups"]["test"]} <= set(test)
    for requirement in needed:
        exact = re.fullmatch(r"[^=<>~!]+==(\S+)", requirement)
        assert exact is None or runtime[library(requirement)][0] == exact[1]


def test_test_lock_holds_the_runtime_lock() -> None:
    runtime, test = (pinned(lock) for lock in LOCKS)
    assert runtime.items() <= test.items()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_locks_name_no_address_and_no_machine(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert not re.findall(r"://|file:|--index-url|--extra-index-url|--find-links|--trusted-host|(?:^|\s)/\S", text)


def test_no_registry_address_is_committed() -> None:
    found = []
    searched = 0
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in NOT_OURS and not name.endswith("_cache")]
        for name in files:
            data = (Path(folder) / name).read_bytes().lower()
            searched += 1
            found += [f"{Path(folder) / name}: {address}" for address in REGISTRIES if address.encode() in data]
    assert searched > 10
    assert found == []


def test_automation_calls_the_documented_test_command() -> None:
    script = ROOT / ".ci" / "run"
    commands = [line for line in script.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert commands == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', "exec python3 packaging/make.py test"]
    assert "`python3 packaging/make.py test`" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert os.access(script, os.X_OK)


def test_marker_is_readable_by_people(make: ModuleType, tmp_path: Path) -> None:
    make.write_marker(tmp_path / "ready.json", {"runtime": "1f"})
    assert json.loads((tmp_path / "ready.json").read_text(encoding="utf-8")) == {"runtime": "1f"}
