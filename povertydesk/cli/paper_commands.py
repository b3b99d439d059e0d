"""Commands on papers: print, fill."""

from __future__ import annotations

from pathlib import Path

import click

from povertydesk.cli.terminal import FILE, PATH, YEAR, Terminal, common, exit_code


@click.command("print")
@FILE
@click.argument("paper")
@YEAR
@click.option("--to", "target", type=PATH, required=True, help="OUT.pdf, .docx or .xlsx")
@click.option("--village", help="Only this village, of a paper of the review or of names.")
@click.option("--household", help="Only the household of this code, of a paper of the review.")
@click.option("--standard", help="The id of another standard to hold the answers against.")
@click.option("--period", help="Of follow-up the month, 1 to 12; without it all twelve.")
@click.option("--reason", help="Why the year's course does not balance (of --village): kept, and printed under it.")
@common()
def print_paper(
    terminal: Terminal,
    *,
    file: Path,
    paper: str,
    year: int,
    target: Path,
    village: str | None,
    household: str | None,
    standard: str | None,
    period: str | None,
    reason: str | None,
) -> int:
    """Write a paper (plan, targets, registered, follow-up, explanation, review-forms) as PDF, Word or Excel."""
    from povertydesk.workflow import print_paper as printing  # noqa: PLC0415 - loads the PDF library
    from povertydesk.workflow.explain_course import print_explained  # noqa: PLC0415 - as above
    from povertydesk.workflow.review_papers import PaperScope  # noqa: PLC0415 - as above

    with terminal.opened(file, read_only=reason is None) as desk:
        if reason is None:
            scope = PaperScope(household=household, village=village, standard=standard, period=period)
            printed = printing.print_paper(desk, paper, year, target, scope=scope)
        else:
            printed = print_explained(desk, paper, year, target, reason, village)
    terminal.say("paper-written", file=str(printed.path))
    terminal.show_findings(printed.findings, to_stderr=True)
    return exit_code(printed.findings)


@click.command("fill")
@FILE
@click.argument("paper")
@click.option("--template", type=PATH, required=True, help="The office above's workbook, .xlsx")
@click.option("--to", "target", type=PATH, required=True, help="OUT.xlsx")
@YEAR
@click.option("--bind-again", is_flag=True, help="Search the template anew, whatever is known of it.")
@click.option("--over-template", is_flag=True, help="Allow OUT.xlsx to be the template itself.")
@click.option("--village", help="The village that --reason is of.")
@click.option("--reason", help="Why the year's course does not balance (of --village): kept, to be sent beside it.")
@common()
def fill(
    terminal: Terminal,
    *,
    file: Path,
    paper: str,
    template: Path,
    target: Path,
    year: int,
    bind_again: bool,
    over_template: bool,
    village: str | None,
    reason: str | None,
) -> int:
    """Fill the office above's own template with an official table (table-01 to table-13)."""
    from povertydesk.workflow import fill_template as filling  # noqa: PLC0415 - loads what prints
    from povertydesk.workflow.explain_course import given_reason  # noqa: PLC0415 - as above

    with terminal.opened(file) as desk:
        given = None if reason is None else given_reason(desk, paper, year, reason, village)
        filled = filling.fill(
            desk, paper, year, template, target, bind_again=bind_again, over_template=over_template, given=given
        )
    terminal.say("paper-written", file=str(filled.path))
    terminal.show_findings(filled.findings, to_stderr=True)
    return exit_code(filled.findings)


COMMANDS = (print_paper, fill)
