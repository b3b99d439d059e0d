"""The command group, and how its refusals and mistakes of usage become sentences and exit codes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from povertydesk import __version__
from povertydesk.cli import (
    explain_commands,
    figure_commands,
    file_commands,
    find_commands,
    household_commands,
    paper_commands,
    program_commands,
)
from povertydesk.cli.terminal import BUG, REFUSED, WRONG_USAGE, Terminal
from povertydesk.poverty.language import DEFAULT_LANGUAGE, LANGUAGES
from povertydesk.poverty.problems import KnownError

if TYPE_CHECKING:
    from pathlib import Path

    from povertydesk.poverty.messages import Messages
    from povertydesk.workflow.desk import Program

PROGRAM = "povertydesk"


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--lang", type=click.Choice(LANGUAGES), help="Language of the sentences.")
@click.version_option(__version__, prog_name=PROGRAM)
@click.pass_obj
def cli(terminal: Terminal, lang: str | None) -> None:
    """Poverty review, targets and papers of a commune office. `povertydesk [FILE]` opens the window."""
    terminal.language = lang or terminal.language


_MODULES = (
    file_commands,
    household_commands,
    figure_commands,
    find_commands,
    explain_commands,
    paper_commands,
    program_commands,
)
for _commands in _MODULES:
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
    terminal = Terminal(program, messages_folder, benchmarks, language=_asked_language(arguments))
    try:
        result = cli.main(args=list(arguments), prog_name=PROGRAM, standalone_mode=False, obj=terminal)
    except click.UsageError as error:
        click.echo(_usage_sentence(error, terminal.messages), err=True)
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


def _asked_language(arguments: Sequence[str]) -> str:
    """Find the language in a command line that may be too wrong to be parsed."""
    for place, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            asked = value or next(iter(arguments[place + 1 :]), "")
            return asked if asked in LANGUAGES else DEFAULT_LANGUAGE
    return DEFAULT_LANGUAGE


def _usage_sentence(error: click.UsageError, messages: Messages) -> str:
    help_ = {"help": f"{error.ctx.command_path if error.ctx else PROGRAM} --help"}
    match error:
        case click.exceptions.NoSuchCommand():
            commands = ", ".join(sorted(COMMAND_NAMES))
            return messages.sentence("usage-unknown-command", {"command": error.command_name, "commands": commands})
        case click.NoSuchOption():
            return messages.sentence("usage-unknown-option", {"option": error.option_name, **help_})
        case click.BadParameter(param=click.Parameter() as parameter):
            name = parameter.opts[0] if isinstance(parameter, click.Option) else parameter.human_readable_name.upper()
            if isinstance(error, click.MissingParameter):
                return messages.sentence("usage-missing", {"parameter": name, **help_})
            if isinstance(parameter.type, click.Choice):
                choices = ", ".join(str(choice) for choice in parameter.type.choices)
                return messages.sentence("usage-wrong-choice", {"parameter": name, "choices": choices})
            return messages.sentence("usage-wrong-value", {"parameter": name, **help_})
        case _:
            return messages.sentence("usage-wrong", help_)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
