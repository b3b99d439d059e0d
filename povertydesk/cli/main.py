"""The command group, and how its refusals and mistakes of usage become sentences and exit codes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from povertydesk import __version__
from povertydesk.cli import figure_commands, file_commands, paper_commands, program_commands
from povertydesk.cli.terminal import BUG, REFUSED, WRONG_USAGE, Terminal
from povertydesk.poverty.messages import LANGUAGES
from povertydesk.poverty.problems import KnownError

if TYPE_CHECKING:
    from pathlib import Path

    from povertydesk.workflow.desk import Program


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the sentences.")
@click.version_option(__version__, prog_name="povertydesk")
@click.pass_obj
def cli(terminal: Terminal, lang: str | None) -> None:
    """Poverty review, targets and papers of a commune office. `povertydesk [FILE]` opens the window."""
    terminal.language = lang or terminal.language


for _commands in (file_commands, figure_commands, paper_commands, program_commands):
    for _command in _commands.COMMANDS:
        cli.add_command(_command)

COMMAND_NAMES = frozenset(cli.commands)


def run(
    arguments: Sequence[str],
    program: Program,
    messages_folder: Path,
    benchmarks: dict[str, Callable[..., Any]],
    report_bug: Callable[[BaseException], Path],
) -> int:
    """Run one command and return its exit code: 0 done, 1 with findings, 2 refused, 64 wrong usage, 70 a bug."""
    _speak_utf8()
    terminal = Terminal(program, messages_folder, benchmarks)
    try:
        result = cli.main(args=list(arguments), prog_name="povertydesk", standalone_mode=False, obj=terminal)
    except click.ClickException as error:
        error.show()
        return WRONG_USAGE
    except click.exceptions.Abort:
        return REFUSED
    except KnownError as error:
        click.echo(terminal.messages.of_error(error), err=True)
        terminal.show_findings(error.findings, to_stderr=True)
        return REFUSED
    except Exception as error:  # a bug: the report file has what its mending needs
        report = report_bug(error)
        click.echo(terminal.messages.sentence("bug-reported", {"report": str(report)}), err=True)
        return BUG
    return result if isinstance(result, int) else 0


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
