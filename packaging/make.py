"""Set PovertyDesk up on this machine, start it and test it, with nothing but Python's standard library.

Every command first brings the project's own environment (`.venv`) up to date, so there is nothing else to do before it.
The file must at least be readable by Python 3.8, so that an unsupported Python is refused in one sentence.
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 14)

DONE = 0
FAILED = 1
REFUSED = 2
WRONG_USAGE = 64
INTERRUPTED = 130

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
MARKER = ENVIRONMENT / "povertydesk-ready.json"
RUNTIME_LOCK = ROOT / "packaging" / "requirements.txt"
TEST_LOCK = ROOT / "packaging" / "requirements-test.txt"
TRANSLATIONS = ROOT / "i18n"
SAMPLE = ROOT / "build" / "sample" / "cam-long.pdesk"
PLAN = ROOT / "build" / "sample" / "plan-2023.pdf"

USAGE = """\
python3 packaging/make.py COMMAND       (Windows: py packaging\\make.py COMMAND)

  run                  set up, make the sample commune, print its plan, open the window
  test [ARGUMENTS]     set up, then lint, types, import contracts and all tests (ARGUMENTS go to pytest)
  torture [ARGUMENTS]  set up, then the long tests only
  i18n                 collect the screen texts into i18n/povertydesk_vi.ts and compile it
  lock [ARGUMENTS]     write the locked requirements anew (ARGUMENTS go to uv, for example --upgrade)"""

# Debian's and Ubuntu's package for each library that the screens and tools of Qt load from the system.
LIBRARY_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}


class RefusalError(Exception):
    """Something that a person has to put right first; the text says what to do, in Vietnamese and English."""


class StepError(Exception):
    """A program that this file started ended badly; it has printed the reason itself."""


def say(text: str) -> None:
    """Print one progress line at once, so that it stands before what the next program prints."""
    print(text, flush=True)


def python_refusal(version: tuple[int, int], bits: int) -> str | None:
    """Return why this Python cannot be used, or None where it can."""
    if OLDEST_PYTHON <= version <= NEWEST_PYTHON and bits == 64:
        return None
    return (
        f"PovertyDesk cần Python 3.11–3.14 bản 64-bit; máy đang chạy Python {version[0]}.{version[1]} bản {bits}-bit. "
        f"/ PovertyDesk needs 64-bit Python 3.11 to 3.14; this is {bits}-bit Python {version[0]}.{version[1]}."
    )


def in_environment(name: str) -> Path:
    """Return the path of a program of the project's environment."""
    return ENVIRONMENT / "Scripts" / f"{name}.exe" if os.name == "nt" else ENVIRONMENT / "bin" / name


def step(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> None:
    """Run one program in the project's folder and raise where it fails."""
    words = [str(word) for word in command]
    if subprocess.run(words, cwd=ROOT, env=environment, check=False).returncode != 0:
        raise StepError(" ".join(words))


def pip(*arguments: str | Path) -> None:
    """Run the environment's pip, silent but for errors where nobody watches."""
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    # A user-wide "install --user" setting cannot work inside an environment.
    step(
        [in_environment("python"), "-m", "pip", *quiet, "--no-input", "--disable-pip-version-check", *arguments],
        {**os.environ, "PIP_USER": "0"},
    )


def digest(*parts: str | bytes) -> str:
    """Return one SHA-256 over several texts, each with its length so that they cannot run into each other."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()


def environment_digest(lock: bytes, version: tuple[int, int], base: str, root: str) -> str:
    """Return what an environment was made from; any change means making it anew.

    A newer patch of the same Python in the same place keeps the environment.
    """
    return digest("environment 1", f"{version[0]}.{version[1]}", base, root, lock)


def read_marker(marker: Path) -> dict[str, str]:
    """Return what was finished in the environment: nothing where it is half-made or another tool's."""
    try:
        content = json.loads(marker.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(content, dict):
        return {}
    return {str(name): value for name, value in content.items() if isinstance(value, str)}


def write_marker(marker: Path, content: Mapping[str, str]) -> None:
    """Write down, in one move, what is finished in the environment."""
    half = marker.with_suffix(".half")
    half.write_text(json.dumps(content, indent=2), encoding="utf-8")
    half.replace(marker)


def missing_libraries(report: str) -> set[str]:
    """Return the libraries that an `ldd` report calls missing."""
    return set(re.findall(r"^\s*(\S+) => not found", report, re.MULTILINE))


def packages_for(libraries: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the Debian packages that hold the libraries, and the libraries no package is known for."""
    wanted = set(libraries)
    packages = {LIBRARY_PACKAGES[library] for library in wanted if library in LIBRARY_PACKAGES}
    return sorted(packages), sorted(wanted - set(LIBRARY_PACKAGES))


def apt_install_command(packages: Iterable[str]) -> list[str]:
    """Return the command with which root installs packages without being asked."""
    return ["apt-get", "install", "-qq", "-o", "Dpkg::Use-Pty=0", "--no-install-recommends", *packages]


def apt_command_to_type(packages: Iterable[str]) -> str:
    """Return the one command that a person without root's rights is asked to type."""
    return "sudo apt-get install --no-install-recommends " + " ".join(packages)


def has_apt() -> bool:
    """Say whether this is Debian, Ubuntu or a relative."""
    return sys.platform == "linux" and shutil.which("apt-get") is not None


def is_root() -> bool:
    """Say whether system packages may be installed without asking; never on Windows."""
    return bool(getattr(os, "geteuid", lambda: -1)() == 0)


def please_type(packages: Iterable[str]) -> RefusalError:
    """Return the refusal that names the one command to type."""
    return RefusalError(
        "Máy còn thiếu gói hệ thống. Hãy gõ lệnh sau rồi chạy lại. "
        "/ System packages are missing. Type this command, then start again:\n\n    " + apt_command_to_type(packages)
    )


def apt_install(packages: Sequence[str]) -> None:
    """Install system packages as root on Debian or Ubuntu; anybody else is told the command."""
    if not (has_apt() and is_root()):
        raise please_type(packages)
    say("== System packages: " + " ".join(packages))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    update: list[str | Path] = ["apt-get", "update", "-qq"]
    try:
        # A fresh machine knows no package at all; an old one may know versions that are no longer served.
        fresh = not any(Path("/var/lib/apt/lists").glob("*_Packages*"))
        if fresh:
            step(update, environment)
        try:
            step(apt_install_command(packages), environment)
        except StepError:
            if fresh:
                raise
            step(update, environment)
            step(apt_install_command(packages), environment)
    except StepError:
        raise please_type(packages) from None


def need_ensurepip() -> None:
    """See to it that this Python can give a new environment its pip; Debian packs that part separately."""
    if importlib.util.find_spec("ensurepip") is not None:
        return
    if not (has_apt() and sys.base_prefix == "/usr"):
        raise RefusalError(
            "Bản Python này thiếu ensurepip; hãy cài bản Python đầy đủ rồi chạy lại. "
            "/ This Python lacks ensurepip; install a complete Python, then start again."
        )
    apt_install([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"])


def site_packages() -> Path:
    """Return the folder of the environment's libraries."""
    if os.name == "nt":
        return ENVIRONMENT / "Lib" / "site-packages"
    return ENVIRONMENT / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"


def qt_environment(environment: Mapping[str, str], processes: Path = Path("/proc/self")) -> dict[str, str]:
    """Return the variables Qt's own tools run under.

    Without /proc, as in a bare chroot, a program on Linux cannot find the libraries that lie beside it.
    """
    variables = dict(environment)
    if sys.platform == "linux" and not processes.exists():
        before = variables.get("LD_LIBRARY_PATH")
        own = str(site_packages() / "PySide6" / "Qt" / "lib")
        variables["LD_LIBRARY_PATH"] = f"{own}:{before}" if before else own
    return variables


def need_system_libraries() -> None:
    """See to it that the libraries which Qt loads from the system are there (Linux only)."""
    if sys.platform != "linux":
        return
    qt = site_packages() / "PySide6"
    files = [qt / "lrelease", *(qt / f"{module}.abi3.so" for module in ("QtWidgets", "QtPrintSupport", "QtSvg"))]
    platforms = ["libqoffscreen.so", "libqxcb.so"]
    if os.environ.get("WAYLAND_DISPLAY"):
        platforms.append("libqwayland.so")
    files += [qt / "Qt" / "plugins" / "platforms" / name for name in platforms]
    missing = look_for_missing(files)
    packages, unknown = packages_for(missing)
    if packages and has_apt():
        apt_install(packages)
        unknown = sorted(look_for_missing(files))
    elif packages:
        unknown = sorted(missing)
    if unknown:
        raise RefusalError(
            "Máy thiếu thư viện hệ thống mà Qt cần; hãy cài rồi chạy lại. "
            "/ System libraries that Qt needs are missing; install them, then start again: " + ", ".join(unknown)
        )


def look_for_missing(files: Iterable[Path]) -> set[str]:
    """Ask the system's loader which libraries of these files it cannot find."""
    command = ["ldd", *(str(file) for file in files)]
    report = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", check=False)
    return missing_libraries(report.stdout)


def make_environment() -> None:
    """Make `.venv` anew, empty but for pip."""
    if Path(sys.prefix).resolve() == ENVIRONMENT.resolve():
        raise RefusalError(
            "Thư mục .venv cần được tạo lại; hãy chạy bằng Python của hệ thống, không phải Python trong .venv. "
            "/ .venv has to be made anew; start this with the system's Python, not with the one in .venv."
        )
    need_ensurepip()
    say(f"== Making {ENVIRONMENT.name} with Python {sys.version.split()[0]}")
    step([sys.executable, "-m", "venv", "--clear", ENVIRONMENT])


def point_to_checkout(folder: Path, root: Path) -> None:
    """Rewrite the file that leads from the environment to the checkout, in plain ASCII.

    Python up to 3.12 reads it in the system's code page, and on a Windows PC whose folder name has Vietnamese letters
    the environment's Python would not even start.
    """
    for pointer in folder.glob("*povertydesk*.pth"):
        pointer.write_text(f"import sys; sys.path.append({str(root)!a})\n", encoding="ascii")


def install_lock(lock: Path) -> None:
    """Install exactly the locked versions, each file checked against its hash."""
    say(f"== Installing packaging/{lock.name}")
    try:
        pip("install", "--require-hashes", "--only-binary", ":all:", "-r", lock)
    except StepError:
        raise RefusalError(
            "Không cài được thư viện; hãy kiểm tra mạng rồi chạy lại lệnh vừa rồi. "
            "/ The libraries could not be installed; check the network, then start the same command again."
        ) from None


def prepare(*, tests: bool) -> None:
    """Bring the project's environment up to date.

    The marker is taken away before the first change and written after the last one: an environment without a
    marker was interrupted, and is made anew, because pip may take a half-copied library for a whole one.
    """
    runtime, test, project = (
        environment_digest(lock.read_bytes(), sys.version_info[:2], sys.base_prefix, str(ROOT))
        for lock in (RUNTIME_LOCK, TEST_LOCK, ROOT / "pyproject.toml")
    )
    ready = read_marker(MARKER)
    if (
        ready.get("runtime") != runtime
        or ready.get("test") not in {None, test}
        or not in_environment("python").exists()
    ):
        ready = {}
    if ready.get("project") != project or (tests and "test" not in ready):
        MARKER.unlink(missing_ok=True)
        if not ready:
            make_environment()
            install_lock(TEST_LOCK if tests else RUNTIME_LOCK)
        elif tests and "test" not in ready:
            install_lock(TEST_LOCK)
        say("== Installing the project itself")
        pip("install", "--no-deps", "--no-build-isolation", "--editable", ROOT)
        point_to_checkout(site_packages(), ROOT)
        finished = {"runtime": runtime, "project": project}
        if tests or "test" in ready:
            finished["test"] = test
        write_marker(MARKER, finished)
    need_system_libraries()
    compile_translations()


def stale_translations(folder: Path) -> list[Path]:
    """Return the `.ts` files whose `.qm` is missing or older."""
    return [
        source
        for source in sorted(folder.glob("*.ts"))
        if not source.with_suffix(".qm").exists() or source.with_suffix(".qm").stat().st_mtime < source.stat().st_mtime
    ]


def compile_translations() -> None:
    """Compile the screen texts that changed since the last time."""
    for source in stale_translations(TRANSLATIONS):
        say(f"== Compiling i18n/{source.name}")
        half = source.with_suffix(".half")
        step([in_environment("pyside6-lrelease"), "-silent", source, "-qm", half], qt_environment(os.environ))
        half.replace(source.with_suffix(".qm"))


def povertydesk(*arguments: str | Path, makes: Path | None = None) -> None:
    """Run the program itself; `done with findings` is done, if the file that it was to make is there.

    Where it makes a file only its complaints are shown: the file is announced here, under its final name.
    """
    words = [str(word) for word in (in_environment("python"), "-m", "povertydesk", *arguments)]
    output = None if makes is None else subprocess.DEVNULL
    code = subprocess.run(words, cwd=ROOT, stdout=output, check=False).returncode
    if code not in {0, 1} or (makes is not None and not makes.exists()):
        raise StepError(" ".join(["povertydesk", *words[3:]]))


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Say whether a window can be opened here."""
    return platform == "win32" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def make_sample() -> None:
    """Make the sample commune with its target distributed; it appears under its name only when whole."""
    say(f"== Making the sample commune: {SAMPLE.relative_to(ROOT)}")
    making = SAMPLE.parent / "making"
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    fresh = making / SAMPLE.name
    povertydesk("sample", fresh, makes=fresh)
    povertydesk("targets", fresh, "--year", "2023", "--allocate", "45", "--by", "households")
    fresh.replace(SAMPLE)
    shutil.rmtree(making, ignore_errors=True)


def run(_arguments: Sequence[str]) -> int:
    """Set up, make the sample, print its plan and open the window where there is a display."""
    prepare(tests=False)
    if not SAMPLE.exists():
        make_sample()
    try:
        PLAN.unlink(missing_ok=True)
    except OSError:
        raise RefusalError(
            f"Tệp {PLAN.name} đang mở ở chương trình khác; hãy đóng lại rồi chạy lại. "
            f"/ {PLAN.name} is open in another program; close it there, then start again."
        ) from None
    povertydesk("print", SAMPLE, "plan", "--year", "2023", "--to", PLAN, makes=PLAN)
    say(f"== The plan of the sample commune: {PLAN}")
    if not has_display(sys.platform, os.environ):
        say("== No display here, so no window is opened. Everything else is done.")
        return DONE
    say(f"== Opening {SAMPLE.name}; close the window to end")
    step([in_environment("python"), "-m", "povertydesk", SAMPLE])
    return DONE


def test_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the variables tests run under: no visible window unless the caller asks for one."""
    return {"QT_QPA_PLATFORM": "offscreen", **qt_environment(environment)}


def need_virtual_screen() -> None:
    """See to it, where that is possible, that the tests of real windows find an X server."""
    if sys.platform != "linux" or shutil.which("Xvfb"):
        return
    try:
        apt_install(["xvfb", "xauth"])
    except RefusalError:
        say("== Xvfb is not installed: the windows are tested without a screen only")


def test(arguments: Sequence[str]) -> int:
    """Run lint, types, import contracts and all tests; every one runs, whatever the others said."""
    prepare(tests=True)
    need_virtual_screen()
    python = in_environment("python")
    checks: list[tuple[str, list[str | Path]]] = [
        ("lint (ruff check)", [python, "-m", "ruff", "check", "."]),
        ("format (ruff format --check)", [python, "-m", "ruff", "format", "--check", "."]),
        ("types (mypy)", [python, "-m", "mypy"]),
        ("import contracts (lint-imports)", [in_environment("lint-imports")]),
        ("tests (pytest)", [python, "-m", "pytest", "-m", "not torture", *arguments]),
    ]
    failed = []
    for name, command in checks:
        say(f"== {name}")
        try:
            step(command, test_environment(os.environ))
        except StepError:
            failed.append(name)
    if failed:
        say("== Failed: " + ", ".join(failed))
    return FAILED if failed else DONE


def torture(arguments: Sequence[str]) -> int:
    """Run the long tests."""
    prepare(tests=True)
    need_virtual_screen()
    say("== long tests (pytest -m torture)")
    step([in_environment("python"), "-m", "pytest", "-m", "torture", *arguments], test_environment(os.environ))
    return DONE


LUPDATE_OPTIONS = (
    "-locations",
    "none",
    "-no-obsolete",
    "-source-language",
    "en",
    "-target-language",
    "vi_VN",
)


def i18n(_arguments: Sequence[str]) -> int:
    """Collect the screen texts, without line numbers so that a change shows as text only, and compile them."""
    prepare(tests=False)
    sources = sorted((ROOT / "povertydesk" / "ui").rglob("*.py"))
    texts = TRANSLATIONS / "povertydesk_vi.ts"
    step(
        [in_environment("pyside6-lupdate"), *sources, *LUPDATE_OPTIONS, "-ts", texts],
        qt_environment(os.environ),
    )
    compile_translations()
    return DONE


def lock(arguments: Sequence[str]) -> int:
    """Write both requirement files anew from pyproject.toml, for all systems and Pythons at once."""
    import tomllib  # noqa: PLC0415 (unknown to the Pythons that this file must refuse politely)

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    # hatchling asks for editables when it installs a project in place.
    build = "\n".join([*project["build-system"]["requires"], "editables"])
    need_ensurepip()
    with tempfile.TemporaryDirectory() as folder:
        programs = Path(folder) / ("Scripts" if os.name == "nt" else "bin")
        step([sys.executable, "-m", "venv", folder])
        step([programs / "python", "-m", "pip", "--quiet", "install", "uv"])
        for target, extra in (
            (RUNTIME_LOCK, []),
            (TEST_LOCK, ["--group", "test", "--constraints", RUNTIME_LOCK.relative_to(ROOT).as_posix()]),
        ):
            say(f"== Locking packaging/{target.name}")
            command = [
                str(programs / "uv"), "pip", "compile", "pyproject.toml", "-", "--quiet",
                "--universal", "--python-version", ".".join(str(number) for number in OLDEST_PYTHON),
                "--generate-hashes", "--no-build", "--no-emit-index-url",
                "--custom-compile-command", "python3 packaging/make.py lock",
                "--output-file", target.relative_to(ROOT).as_posix(), *extra, *arguments,
            ]  # fmt: skip
            if subprocess.run(command, cwd=ROOT, input=build, encoding="utf-8", check=False).returncode != 0:
                raise StepError("uv pip compile")
    return DONE


def commands() -> dict[str, Callable[[Sequence[str]], int]]:
    """Return the commands by name."""
    return {"run": run, "test": test, "torture": torture, "i18n": i18n, "lock": lock}


def main(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # An old console may not know every letter; a question mark there is better than an abort.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    refusal = python_refusal(sys.version_info[:2], struct.calcsize("P") * 8)
    if refusal is not None:
        print(refusal, file=sys.stderr)
        return REFUSED
    known = commands()
    takes_more = {"test", "torture", "lock"}
    if not arguments or arguments[0] not in known or (len(arguments) > 1 and arguments[0] not in takes_more):
        print(USAGE, file=sys.stderr)
        return WRONG_USAGE
    try:
        return known[arguments[0]](arguments[1:])
    except RefusalError as reason:
        print(f"\n{reason}", file=sys.stderr)
        return REFUSED
    except StepError as failure:
        print(f"\nKhông chạy được / failed: {failure}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("\nĐã dừng; chạy lại lệnh để làm tiếp. / Stopped; start again to go on.", file=sys.stderr)
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
