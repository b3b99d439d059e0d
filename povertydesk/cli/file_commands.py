"""Commands on the file itself: new, sample, backup, restore, doctor, history, undo."""

from __future__ import annotations

import contextlib
import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from povertydesk.cli.terminal import DONE, FILE, PATH, Terminal, common, exit_code
from povertydesk.poverty.area import AreaType, OfficeLevel, Region
from povertydesk.workflow import back_up as backups
from povertydesk.workflow import history as past
from povertydesk.workflow.sample import DEFAULT_SAMPLE, make_sample
from povertydesk.workflow.start_file import NewOffice, start_file

if TYPE_CHECKING:
    from povertydesk.workflow.desk import Desk


@click.command()
@FILE
@click.option("--name", required=True, help='The office, with its kind word: "Xã Cẩm Long".')
@click.option("--area", type=click.Choice([one.value for one in AreaType]), required=True, help="Rural or urban.")
@click.option("--code", help="The five digits of the administrative unit.")
@click.option("--level", type=click.Choice([one.value for one in OfficeLevel]), default=OfficeLevel.COMMUNE.value)
@click.option("--region", type=click.Choice([one.value for one in Region]), help="Region of the score tables.")
@click.option("--receiving-office", default="", help="The office above that gets file and papers.")
@common()
def new(
    terminal: Terminal,
    *,
    file: Path,
    name: str,
    area: str,
    code: str | None,
    level: str,
    region: str | None,
    receiving_office: str,
) -> int:
    """Make a new file for an office."""
    office = NewOffice(
        name=name,
        area=AreaType(area),
        code=code,
        level=OfficeLevel(level),
        region=Region(region) if region else None,
        receiving_office=receiving_office,
    )
    return _put_away(terminal, start_file(file, office, terminal.program))


@click.command()
@FILE
@click.option("--which", default=DEFAULT_SAMPLE, show_default=True, help="Which sample office.")
@common()
def sample(terminal: Terminal, *, file: Path, which: str) -> int:
    """Make a sample file: places and figures of published plans, invented people."""
    return _put_away(terminal, make_sample(file, terminal.program, which))


@click.command()
@FILE
@common()
def backup(terminal: Terminal, *, file: Path) -> int:
    """Make a checked backup in the office's backup folder."""
    with terminal.opened(file, read_only=True) as desk:
        made = backups.back_up(desk)
    terminal.say("backup-made", file=str(made.path))
    return DONE


@click.command()
@FILE
@click.option("--from", "source", type=PATH, required=True, help="The backup.")
@common()
def restore(terminal: Terminal, *, file: Path, source: Path) -> int:
    """Put a backup in the place of a file; the present state is backed up first."""
    backups.restore(terminal.program, file, source).close()
    terminal.say("backup-restored", file=str(file), source=source.name)
    return DONE


@click.command()
@FILE
@click.option("--repair", is_flag=True, help="Save what can be read of a damaged file.")
@common()
def doctor(terminal: Terminal, *, file: Path, repair: bool) -> int:
    """Check a file: pages, references, history and every record."""
    findings = (backups.repair if repair else backups.examine)(terminal.program, file)
    terminal.show_findings(findings)
    if not findings:
        terminal.say("file-sound", file=file.name)
    return exit_code(findings)


@click.command()
@FILE
@common(json_output=True)
def history(terminal: Terminal, *, file: Path) -> int:
    """List what was done in a file, by whom and when."""
    with terminal.opened(file, read_only=True) as desk:
        operations = past.list_history(desk)
    lines: list[dict[str, Any]] = [
        {
            "number": one.number,
            "id": one.id,
            "name": one.name,
            "message": terminal.operation_words(one),
            "at": one.at,
            "officer": one.officer,
            "undone": one.undone,
        }
        for one in operations
    ]
    if terminal.as_json:
        terminal.show_json({"operations": lines})
        return DONE
    for line in lines:
        mark = "–" if line["undone"] else " "
        click.echo(f"{line['number']:>5} {mark} {_local_time(line['at'])}  {line['message']} ({line['officer']})")
    return DONE


@click.command()
@FILE
@click.argument("operation")
@click.option("--together", is_flag=True, help="Undo later operations that hang on it, too.")
@common()
def undo(terminal: Terminal, *, file: Path, operation: str, together: bool) -> int:
    """Undo an operation by its number or key; the undoing can itself be undone."""
    with terminal.opened(file) as desk:
        chosen = past.hanging_together(desk, operation)
        confirmed = [one.number for one in chosen] if together else []
        past.undo(desk, operation, confirmed)
    for one in chosen:
        terminal.say("operation-undone", number=one.number, name=terminal.operation_words(one))
    return DONE


def _local_time(stamp: str) -> str:
    """Return a stored moment by the clock of this PC; as it stands where it is none."""
    try:
        return f"{datetime.datetime.fromisoformat(stamp).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError, OSError):
        return stamp


def _put_away(terminal: Terminal, desk: Desk) -> int:
    """Close a file that was just made and say so."""
    with contextlib.closing(desk):
        terminal.say("file-made", file=str(desk.path), office=desk.unit.name)
    return DONE


COMMANDS = (new, sample, backup, restore, doctor, history, undo)
