"""Commands on papers: print."""

from __future__ import annotations

from pathlib import Path

import click

from povertydesk.cli.terminal import FILE, PATH, YEAR, Terminal, common, exit_code


@click.command("print")
@FILE
@click.argument("paper")
@YEAR
@click.option("--to", "target", type=PATH, required=True, help="OUT.pdf, .docx or .xlsx")
@common()
def print_paper(terminal: Terminal, *, file: Path, paper: str, year: int, target: Path) -> int:
    """Write a paper (plan, targets) as PDF, Word or Excel."""
    from povertydesk.workflow import print_paper as printing  # noqa: PLC0415 - loads the PDF library

    with terminal.opened(file, read_only=True) as desk:
        printed = printing.print_paper(desk, paper, year, target)
    terminal.say("paper-written", file=str(printed.path))
    terminal.show_findings(printed.findings, to_stderr=True)
    return exit_code(printed.findings)


COMMANDS = (print_paper,)
