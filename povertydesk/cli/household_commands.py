"""The command on households: taking a list in from a workbook, or trying what that would do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from povertydesk.cli.terminal import FILE, PATH, YEAR, Terminal, common, exit_code
from povertydesk.poverty.problems import KnownError

if TYPE_CHECKING:
    from povertydesk.workflow.import_plan import ImportPlan, PlannedHousehold


@click.command()
@FILE
@YEAR
@click.option("--import", "workbook", type=PATH, required=True, help="A workbook of households or of their members.")
@click.option("--map", "mapping", type=PATH, help="A TOML file that says which column holds what.")
@click.option("--dry-run", is_flag=True, help="Say what would change and write nothing.")
@click.option("--rejects", type=PATH, help="Write the workbook with its faults marked.")
@click.option("--standard", help="The id of the standard the list was reviewed under.")
@common(json_output=True)
def households(
    terminal: Terminal,
    *,
    file: Path,
    year: int,
    workbook: Path,
    mapping: Path | None,
    dry_run: bool,
    rejects: Path | None,
    standard: str | None,
) -> int:
    """Take households, people and the year's reviews from a workbook."""
    from povertydesk.workflow import import_households  # noqa: PLC0415 - loads the readers of workbooks

    given = None if mapping is None else import_households.read_mapping(mapping)
    with terminal.opened(file, read_only=dry_run) as desk:
        plan = import_households.plan_import(desk, year, workbook, given, standard)
        # First the copy: where it cannot be written, nothing has been taken in.
        marked = None if rejects is None else import_households.write_marked_copy(plan, terminal.messages, rejects)
        if not dry_run:
            try:
                import_households.apply_import(desk, plan)
            except KnownError:
                if rejects is not None:
                    rejects.unlink(missing_ok=True)
                raise
    if terminal.as_json:
        terminal.show_json(_document(terminal, plan, dry_run=dry_run))
        return exit_code(plan.findings)
    said = "households-dry-run" if dry_run else "households-imported"
    terminal.say(said, file=workbook.name, **plan.counts._asdict())
    unread = ", ".join(f"{one['column']} – {one['title']}" for one in _unread(plan))
    if unread:
        terminal.say("columns-unread", columns=unread)
    terminal.show_findings(plan.findings)
    if rejects is not None:
        terminal.say("rejects-written", file=str(rejects), cells=marked)
    return exit_code(plan.findings)


def _document(terminal: Terminal, plan: ImportPlan, *, dry_run: bool) -> dict[str, Any]:
    problems = [
        {
            "sheet": one.place.sheet,
            "row": one.place.row,
            "column": one.place.column,
            "code": one.code,
            "severity": one.severity.value,
            "message": terminal.messages.of_finding(one),
        }
        for one in plan.findings
    ]
    document = {"year": plan.year, "dry_run": dry_run, **plan.counts._asdict(), "problems": problems}
    document["unread"] = _unread(plan)
    if dry_run:
        document["households"] = [_household(row) for row in plan.rows]
    return document


def _unread(plan: ImportPlan) -> list[dict[str, str]]:
    return [
        {"sheet": table.sheet.name, "column": letter, "title": title}
        for table in plan.tables
        for letter, title in table.unmapped
    ]


def _household(row: PlannedHousehold) -> dict[str, Any]:
    return {
        "sheet": row.sheet,
        "row": row.row,
        "state": row.state.value,
        "village": row.village,
        "household": row.household.code if row.household is not None else None,
        "changes": [change._asdict() for change in row.changes],
    }


COMMANDS = (households,)
