"""Finding people and households."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from povertydesk.cli.terminal import DONE, FILE, Terminal, common
from povertydesk.workflow import find_people

if TYPE_CHECKING:
    from povertydesk.workflow.find_people import Hit


@click.command()
@FILE
@click.argument("text")
@click.option("--year", type=click.IntRange(1900, 2999), help="Who lived there at the end of a year; today without it.")
@common(json_output=True)
def find(terminal: Terminal, *, file: Path, text: str, year: int | None) -> int:
    """Find people and households by name, initials, number, household code or village, the best first."""
    with terminal.opened(file, read_only=True) as desk:
        hits = find_people.find_people(desk, text, year)
    if terminal.as_json:
        terminal.show_json({"hits": [_hit_json(hit) for hit in hits]})
        return DONE
    for hit in hits:
        born = terminal.messages.sentence("hit-born", {"year": hit.birth_year}) if hit.birth_year else ""
        why = terminal.messages.sentence(f"hit-{hit.why.name.lower().replace('_', '-')}", {"masked": hit.masked_number})
        values = {"person": hit.person, "born": born, "household": hit.household, "village": hit.village, "why": why}
        terminal.say("hit", **values)
    if not hits:
        terminal.say("nobody-found", text=text)
    return DONE


def _hit_json(hit: Hit) -> dict[str, Any]:
    return {
        "household": hit.household,
        "person": hit.person,
        "village": hit.village,
        "birth_year": hit.birth_year,
        "why": hit.why.name.lower(),
    }


COMMANDS = (find,)
