"""The one place where the parts are put together: program, command line, window, benchmarks."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from povertydesk import __version__, paths
from povertydesk.poverty.clock import Clock, SystemClock
from povertydesk.workflow.desk import Program

if TYPE_CHECKING:
    from types import TracebackType

DATA_FOLDER_VARIABLE = "POVERTYDESK_DATA"
"""Names another place for backups and reports, for IT and for tests."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, or open the window where no command is given."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if _asks_for_window(given):
        # Loading makes nothing that could be collected; the window turns the collector on when it stands.
        gc.disable()
        from povertydesk.ui.loading import load_qt  # noqa: PLC0415 - the command line never loads Qt

        load_qt()
        from povertydesk.ui.start import open_window  # noqa: PLC0415 - the command line never loads Qt

        return open_window(build_program(), Path(given[0]) if given else None, report_bug)
    from povertydesk.cli.main import run  # noqa: PLC0415 - the window never loads the command line

    program = build_program()
    return run(given, program, paths.resources("messages"), _benchmarks(program), report_bug)


def build_program(clock: Clock | None = None, officer: str | None = None) -> Program:
    """Put the program together: the PC's clock and user, the shipped law, the user's data folder."""
    return Program(
        version=__version__,
        clock=clock or SystemClock(),
        law_folder=paths.resources("legislation"),
        backup_folder=data_folder() / "backups",
        officer=officer or _user_name(),
    )


def _user_name() -> str:
    """Return the PC's user name; the environment has it nearly everywhere, and cheaper than the password database."""
    named = os.environ.get("USERNAME") or os.environ.get("USER")
    if named:
        return named
    import getpass  # noqa: PLC0415 - see above

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # An account without a name, as in a container: the history says so and the work goes on.
        return "?"


def data_folder() -> Path:
    """Return where backups and reports of this PC's user lie."""
    named = os.environ.get(DATA_FOLDER_VARIABLE)
    if named:
        return Path(named)
    import platformdirs  # noqa: PLC0415 - not needed where the variable is set

    return platformdirs.user_data_path("PovertyDesk", appauthor=False)


def report_bug(error: BaseException) -> Path:
    """Write what the mending of a bug needs into a report file: versions and code places, no data of any file."""
    lines = [f"PovertyDesk {__version__}", f"Python {sys.version}", sys.platform]
    link: BaseException | None = error
    while link is not None:
        lines += ["", type(link).__name__, *_code_places(link.__traceback__)]
        link = link.__cause__ or link.__context__
    text = "\n".join(lines) + "\n"
    name = f"{SystemClock().now():%Y%m%dT%H%M%S%f}.txt"
    try:
        return _written(data_folder() / "reports", name, text)
    except OSError:
        import tempfile  # noqa: PLC0415 - only where the user's own folder cannot be written

        return _written(Path(tempfile.gettempdir()), f"povertydesk-{name}", text)


def _written(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    report = folder / name
    report.write_text(text, encoding="utf-8")
    return report


def _code_places(trace: TracebackType | None) -> list[str]:
    """Name file and line of each step; the error's own words may hold a name or number and stay out."""
    import traceback  # noqa: PLC0415 - only for a bug

    return [f"{Path(step.filename).name}:{step.lineno} {step.name}" for step in traceback.extract_tb(trace)]


def _asks_for_window(given: list[str]) -> bool:
    if not given:
        return True
    if given[0].startswith("-"):
        return False
    if len(given) != 1:
        return False
    if given[0].lower().endswith(".pdesk"):
        return True
    if not Path(given[0]).is_file():
        return False
    from povertydesk.cli.main import COMMAND_NAMES  # noqa: PLC0415 - only for a file without the program's ending

    return given[0] not in COMMAND_NAMES


def _benchmarks(program: Program) -> dict[str, Callable[..., Any]]:
    def pdf(size: int | None) -> Any:
        from povertydesk.documents.benchmark import benchmark_pdf  # noqa: PLC0415 - loads what it measures

        return benchmark_pdf(size)

    def start(size: int | None) -> Any:
        from povertydesk.ui.benchmark import benchmark_start  # noqa: PLC0415 - loads what it measures

        return benchmark_start(program, size)

    def judging(size: int | None) -> Any:
        from povertydesk.workflow.judging_benchmark import benchmark_judging  # noqa: PLC0415 - loads what it measures

        return benchmark_judging(program, size)

    def household_list(size: int | None) -> Any:
        from povertydesk.ui.benchmark import benchmark_household_list  # noqa: PLC0415 - loads what it measures

        return benchmark_household_list(program, size)

    def grid(name: str) -> Callable[..., Any]:
        def measure(size: int | None) -> Any:
            from povertydesk.ui.benchmark import benchmark_grid  # noqa: PLC0415 - loads what it measures

            return benchmark_grid(name, size)

        return measure

    def find(size: int | None) -> Any:
        from povertydesk.workflow.benchmark import benchmark_find  # noqa: PLC0415 - loads what it measures

        return benchmark_find(program, size)

    def import_households(size: int | None) -> Any:
        from povertydesk.workflow.import_benchmark import benchmark_import  # noqa: PLC0415 - loads what it measures

        return benchmark_import(program, size)

    def tables(size: int | None) -> Any:
        from povertydesk.workflow.tables_benchmark import benchmark_tables  # noqa: PLC0415 - loads what it measures

        return benchmark_tables(program, size)

    def tables_pdf(size: int | None) -> Any:
        from povertydesk.workflow.tables_benchmark import benchmark_tables_pdf  # noqa: PLC0415 - as above

        return benchmark_tables_pdf(program, size)

    def tables_xlsx(size: int | None) -> Any:
        from povertydesk.workflow.tables_benchmark import benchmark_tables_xlsx  # noqa: PLC0415 - as above

        return benchmark_tables_xlsx(program, size)

    return {
        "start": start,
        "pdf": pdf,
        "household-list": household_list,
        **{name: grid(name) for name in ("grid-scroll", "grid-paste", "grid-paste-former", "grid-copy")},
        "find": find,
        "judging": judging,
        "import": import_households,
        "tables": tables,
        "tables-pdf": tables_pdf,
        "tables-xlsx": tables_xlsx,
    }
